// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace canal::server {

// The demo's dice: splitmix64, the same numbers for a seed on every machine and for ever. Not
// <random>: its distributions differ between libraries.
class DemoRandom
{
public:
    explicit DemoRandom(quint64 seed)
        : m_state(seed)
    { }

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15;
        auto mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31);
    }

    qint64 below(qint64 bound) { return static_cast<qint64>(next() % static_cast<quint64>(bound)); }
    qint64 between(qint64 first, qint64 last) { return first + below(last - first + 1); }
    bool oneIn(qint64 chances) { return below(chances) == 0; }

    template <typename List>
    const auto &pick(const List &list)
    {
        return list[static_cast<std::size_t>(below(static_cast<qint64>(list.size())))];
    }

private:
    quint64 m_state;
};

} // namespace canal::server
