// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace canal {

// A column of a database table that the window's table shows as one of its own: after the change,
// of a deleted row before it.
struct DataColumn
{
    QString schema;
    QString table;
    QString name;

    QString title() const { return table + u'.' + name; }

    bool operator==(const DataColumn &) const = default;
};

} // namespace canal
