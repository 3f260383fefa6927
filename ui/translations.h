// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QCoreApplication;

namespace canal {

// The program's words and Qt's own in a language ("zh_CN"; empty: the system's). English without
// a translation. Replaces those of an earlier call.
void installTranslators(QCoreApplication &app, const QString &language);

} // namespace canal
