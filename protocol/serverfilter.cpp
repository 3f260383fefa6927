// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/serverfilter.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Kind = FilterProblem::Kind;

bool isAsciiWord(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

// Reads one pattern of Jakarta ORO's Perl 5 and stops at the first thing that may not be in it.
// Knows less than the engine does: literals, `.`, `^`, `$`, escaped punctuation, \d \w \s \b and
// their negations, classes, groups, (?: (?= (?!, alternation, greedy and lazy quantifiers.
class PatternReader
{
public:
    explicit PatternReader(QStringView pattern)
        : m_rest(pattern)
    { }

    std::optional<FilterProblem> problem()
    {
        int depth = 0;
        while (!m_failed && !m_rest.isEmpty())
            readOne(depth);
        if (!m_failed && depth > 0)
            fail(Kind::Unbalanced, u"("_s);
        return m_failed;
    }

private:
    void fail(Kind kind, const QString &at) { m_failed = FilterProblem { kind, {}, at }; }
    void take(qsizetype count) { m_rest = m_rest.sliced(count); }
    QString ahead() const { return m_rest.first(qMin<qsizetype>(3, m_rest.size())).toString(); }

    void readOne(int &depth)
    {
        switch (const auto c = m_rest.front(); c.unicode()) {
        case u'(':
            ++depth;
            return readGroupStart();
        case u')':
            if (--depth < 0)
                return fail(Kind::Unbalanced, ahead());
            take(1);
            m_repeatable = true;
            return;
        case u'[':
            return readClass();
        case u']':
        case u'}':
            return fail(Kind::Unbalanced, ahead());
        case u'\\':
            return readEscape();
        case u'*':
        case u'+':
        case u'?':
        case u'{':
            return readQuantifier();
        case u'|':
        case u'^':
        case u'$':
            take(1);
            m_repeatable = false;
            return;
        default:
            take(1);
            m_repeatable = true;
        }
    }

    void readGroupStart()
    {
        m_repeatable = false;
        if (!m_rest.startsWith(u"(?"))
            return take(1);
        if (!m_rest.startsWith(u"(?:") && !m_rest.startsWith(u"(?=") && !m_rest.startsWith(u"(?!"))
            return fail(Kind::UnknownConstruct, ahead());
        take(3);
    }

    void readEscape()
    {
        if (m_rest.size() < 2)
            return fail(Kind::Unbalanced, ahead());
        const auto c = m_rest[1];
        const bool isKnown = !isAsciiWord(c) || QStringView(u"dDwWsSbB").contains(c);
        if (!isKnown || c.unicode() > 0x7e)
            return fail(Kind::UnknownConstruct, ahead());
        take(2);
        m_repeatable = c != u'b' && c != u'B';
    }

    void readQuantifier()
    {
        if (!m_repeatable)
            return fail(Kind::NothingToRepeat, ahead());
        if (m_rest.front() == u'{') {
            const auto close = m_rest.indexOf(u'}');
            if (close < 0)
                return fail(Kind::Unbalanced, ahead());
            const auto count = m_rest.sliced(1, close - 1);
            bool isNumber = false;
            const int times = count.toInt(&isNumber);
            if (!isNumber || times < 0 || times > 1000 || !count.front().isDigit())
                return fail(Kind::UnknownConstruct, m_rest.first(close + 1).toString());
            take(close + 1);
        } else {
            take(1);
        }
        if (m_rest.startsWith(u'?'))
            take(1);
        m_repeatable = false;
    }

    void readClass()
    {
        take(m_rest.startsWith(u"[^") ? 2 : 1);
        if (m_rest.startsWith(u']'))
            return fail(Kind::UnknownConstruct, u"[]"_s);
        QChar from; // a character that could start a range, or null
        while (!m_failed) {
            if (m_rest.isEmpty())
                return fail(Kind::Unbalanced, u"["_s);
            if (m_rest.front() == u']')
                break;
            readClassMember(from);
        }
        if (m_failed)
            return;
        take(1);
        m_repeatable = true;
    }

    void readClassMember(QChar &from)
    {
        auto c = m_rest.front();
        if (c == u'[' || c.unicode() > 0x7e)
            return fail(Kind::UnknownConstruct, ahead());
        if (c == u'-') {
            const auto to = m_rest.size() > 1 ? m_rest[1] : QChar();
            const bool isRange = isAsciiWord(from) && isAsciiWord(to) && from <= to;
            const bool isLiteral = to == u']'; // "[a-]"
            if (!isRange && !isLiteral)
                return fail(Kind::UnknownConstruct, ahead());
            take(isRange ? 2 : 1);
            from = {};
            return;
        }
        if (c == u'\\') {
            if (m_rest.size() < 2)
                return fail(Kind::Unbalanced, ahead());
            c = m_rest[1];
            if (c.unicode() > 0x7e || (isAsciiWord(c) && !QStringView(u"dDwWsS").contains(c)))
                return fail(Kind::UnknownConstruct, ahead());
            take(2);
            from = {};
            return;
        }
        take(1);
        from = c;
    }

    QStringView m_rest;
    bool m_repeatable = false; // what was read last can carry a quantifier
    std::optional<FilterProblem> m_failed;
};

} // namespace

QStringList splitServerFilter(const QString &filter)
{
    return filter.split(u',', Qt::SkipEmptyParts);
}

Result<Ok, FilterProblem> checkServerFilter(const QString &filter)
{
    constexpr qsizetype mostChars = 4096;
    if (filter.size() > mostChars)
        return Failure { FilterProblem { Kind::TooLong, {}, {} } };
    for (const auto &pattern : splitServerFilter(filter)) {
        if (auto problem = PatternReader(pattern).problem()) {
            problem->pattern = pattern;
            return Failure { *problem };
        }
    }
    return Ok {};
}

QList<FilterWarning> serverFilterWarnings(const QString &filter)
{
    QList<FilterWarning> warnings;
    const auto patterns = splitServerFilter(filter);
    const auto hasBlank = [](const QString &pattern) { return pattern != pattern.trimmed(); };
    if (std::any_of(patterns.begin(), patterns.end(), hasBlank))
        warnings.append(FilterWarning::BlankInPattern);
    if (filter.contains(u"\\\\"_s))
        warnings.append(FilterWarning::DoubleBackslash);
    return warnings;
}

} // namespace canal
