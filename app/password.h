// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"
#include "protocol/secret.h"

#include <QString>

namespace canal {

// Takes $CANAL_PASSWORD out of the environment, so that nothing we start or print can show it.
Secret takePasswordFromEnvironment();

// Reads a password from an open file descriptor up to its end; one line end at the end is dropped.
// The error is the system's text.
Result<Secret, QString> readPassword(int fd);

} // namespace canal
