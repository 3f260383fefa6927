// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>
#include <utility>
#include <variant>

namespace canal {

// The error half of a Result: `return Failure { FrameError::TooLarge };`
template <typename E>
struct Failure
{
    E error;
};
template <typename E>
Failure(E) -> Failure<E>;

// A Result that carries no value: `return Ok {};`
struct Ok
{
};

// Either a value or a typed error. Check it, then use `*result` or `result.error()`.
template <typename T, typename E>
requires(!std::is_same_v<T, E>) class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    { }
    Result(Failure<E> failure)
        : m_state(std::in_place_index<1>, std::move(failure.error))
    { }

    explicit operator bool() const { return m_state.index() == 0; }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    const E &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, E> m_state;
};

} // namespace canal
