// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clienterror.h"

#include <QString>

namespace canal {

// What an error means, in the user's language. The one place that makes sentences of ClientError;
// window and command line show the same.
struct ErrorText
{
    QString summary; // one sentence: what happened
    QString advice; // what it may mean and what to do next; may be empty
    QString details; // raw: server code and text, or the system's message; may be empty
};

ErrorText describe(const ClientError &error, const QString &peer);

} // namespace canal
