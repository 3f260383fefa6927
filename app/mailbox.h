// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace canal {

// Letters from any thread to one that takes them all at once, in order.
template <typename Letter>
class Mailbox
{
public:
    // True when it was empty: the receiver has to be woken.
    bool post(Letter letter)
    {
        const std::lock_guard lock(m_mutex);
        m_letters.push_back(std::move(letter));
        return m_letters.size() == 1;
    }

    std::vector<Letter> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_letters, {});
    }

private:
    std::mutex m_mutex;
    std::vector<Letter> m_letters;
};

} // namespace canal
