// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/tablefilter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal::server {
namespace {

QString joinedPattern(const QString &list)
{
    auto pieces = list.split(u',', Qt::SkipEmptyParts);
    std::stable_sort(pieces.begin(), pieces.end(), [](const QString &a, const QString &b) {
        return a.size() > b.size(); // the longest first
    });
    for (auto &piece : pieces)
        piece = u'^' + piece + u'$';
    return pieces.join(u'|');
}

bool isKnownToOro(const QString &pattern)
{
    static const QRegularExpression escaped(u"\\\\.|\\[\\^?\\]?(?:\\\\.|[^\\]\\\\])*\\]"_s);
    static const QRegularExpression newer(u"\\(\\?(?:<|>|P|'|\\||&|R|[0-9]|[-imsx]+:)|[*+?}]\\+"_s);
    auto bare = pattern;
    return !bare.replace(escaped, u"x"_s).contains(newer);
}

} // namespace

TableFilter::TableFilter(const QByteArray &list)
    : m_pattern(joinedPattern(QString::fromUtf8(list)),
                QRegularExpression::CaseInsensitiveOption
                    | QRegularExpression::DotMatchesEverythingOption)
    , m_valid(m_pattern.isValid() && isKnownToOro(m_pattern.pattern()))
{ }

bool TableFilter::accepts(const QByteArray &tableName) const
{
    if (m_pattern.pattern().isEmpty())
        return true;
    const auto name = QString::fromUtf8(tableName).toLower();
    const auto match = m_pattern.match(name, 0, QRegularExpression::NormalMatch,
                                       QRegularExpression::AnchorAtOffsetMatchOption);
    return match.hasMatch() && match.capturedLength() == name.size();
}

} // namespace canal::server
