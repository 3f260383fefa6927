// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/keychain.h"

namespace canal {

std::unique_ptr<PasswordStore> systemKeychain() { return nullptr; }

} // namespace canal
