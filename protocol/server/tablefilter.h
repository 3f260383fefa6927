// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QRegularExpression>

namespace canal::server {

// The table filter of an instance, with the semantics of AviaterRegexFilter (protocol.md 2.2): the
// list is cut at every comma, each piece becomes ^piece$, the longest first, joined by |; matched
// without regard to case against "schema.table". As Jakarta ORO does, the first alternative that
// matches decides: when it does not reach the end, the name is not accepted.
class TableFilter
{
public:
    TableFilter() = default; // accepts everything
    explicit TableFilter(const QByteArray &list);

    // False: a parser with this filter stops at the first table it has to judge (S4). What ORO does
    // not know (lookbehind, named and atomic groups, possessive quantifiers, ...) is refused, too.
    bool isValid() const { return m_valid; }
    bool accepts(const QByteArray &tableName) const;

private:
    QRegularExpression m_pattern; // empty: everything
    bool m_valid = true;
};

} // namespace canal::server
