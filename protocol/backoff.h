// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRandomGenerator>

#include <algorithm>

namespace canal {

// Growing pauses: first, 2 x first, ... up to most, each +-20 % so that clients do not march in
// step.
class Backoff
{
public:
    Backoff(int firstMs, int mostMs)
        : m_firstMs(firstMs)
        , m_mostMs(mostMs)
        , m_nextMs(firstMs)
    { }

    int next()
    {
        const int pause = m_nextMs;
        m_nextMs = std::min(m_mostMs, pause * 2);
        return pause * QRandomGenerator::global()->bounded(80, 121) / 100;
    }
    void reset() { m_nextMs = m_firstMs; }

private:
    int m_firstMs;
    int m_mostMs;
    int m_nextMs;
};

} // namespace canal
