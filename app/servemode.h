// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline.h"
#include "app/exitcode.h"
#include "protocol/secret.h"

namespace canal {

// --serve: the embedded server alone, until a signal. Prints "listening on HOST:PORT" on standard
// output. Needs a QCoreApplication.
ExitCode serve(const Options &options, const Secret &password);

} // namespace canal
