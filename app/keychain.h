// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/passwordstore.h"

#include <memory>

namespace canal {

// The system's keychain (Secret Service, KWallet), never a file of ours. Null: the program was
// built without QtKeychain. Main thread.
std::unique_ptr<PasswordStore> systemKeychain();

} // namespace canal
