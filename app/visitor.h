// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace canal {

// One lambda per alternative for std::visit.
template <typename... Cases>
struct Visitor : Cases...
{
    using Cases::operator()...;
};
template <typename... Cases>
Visitor(Cases...) -> Visitor<Cases...>;

} // namespace canal
