// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/demoworld.h"

#include <deque>

namespace canal::server {

// Changes of the demo's schema, and transactions of thousands of rows. Any one thread.
class SchemaScenes
{
public:
    explicit SchemaScenes(DemoWorld &world)
        : m_world(world)
    { }

    void changeSchema(); // the next of a round of ALTER, INDEX, TRUNCATE ...
    void makeReport(); // CREATE TABLE and rows for it; the oldest one is dropped
    void loadPrices(); // one transaction of thousands of single-row entries

private:
    void ddl(EventType type, const DemoTable &table, const QByteArray &sql);
    void addChannel();
    void addPoints();
    void addRating();
    void dropRating();
    void dropOldestReport();

    DemoWorld &m_world;
    std::deque<DemoTable> m_reports;
    qint64 m_lastReport = 0;
    qint64 m_step = 0;
};

} // namespace canal::server
