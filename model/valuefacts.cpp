// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/valuefacts.h"

#include "model/rowsummary.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Facts = QList<ValueFact>;
using Family = ColumnType::Family;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(canal::ValueFacts)
};

QString firstWord(const QByteArray &mysqlType)
{
    const auto type = QString::fromUtf8(mysqlType).trimmed().toLower();
    const auto end = std::find_if(type.begin(), type.end(), [](QChar c) { return !c.isLetter(); });
    return type.first(end - type.begin());
}

QString decoded(const SentValue &value, ValueDecoder &decoder)
{
    std::string text;
    decoder.append(value.view(), ValueStyle::Display, text);
    return shown(text);
}

QString withDigitsGrouped(const QString &text)
{
    const auto point = text.indexOf(u'.');
    const auto whole = point < 0 ? text : text.first(point);
    const auto number = whole.toLongLong();
    return QString::number(number) == whole ? grouped(number) + text.sliced(whole.size()) : text;
}

// A number may be a point in time; it is said only when that lies in living memory.
void addUnixTime(qint64 number, Facts &facts)
{
    constexpr qint64 from = 631'152'000; // 1990
    constexpr qint64 to = 4'102'444'800; // 2100
    const auto utc = [](qint64 ms) {
        return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    };
    if (number >= from && number < to)
        facts.append({ Words::tr("if seconds since 1970"), utc(number * 1000) + u" UTC"_s });
    else if (number >= from * 1000 && number < to * 1000)
        facts.append({ Words::tr("if milliseconds since 1970"), utc(number) + u" UTC"_s });
}

void addWholeNumber(const QString &text, Facts &facts)
{
    bool isSigned = false;
    const auto number = text.toLongLong(&isSigned);
    bool isUnsigned = false;
    const auto bits = text.toULongLong(&isUnsigned);
    if (!isSigned && !isUnsigned)
        return;
    const auto pattern = isUnsigned ? bits : static_cast<quint64>(number);
    if (const auto digits = withDigitsGrouped(text); digits != text)
        facts.append({ Words::tr("grouped"), digits });
    facts.append({ Words::tr("hexadecimal"), u"0x"_s + QString::number(pattern, 16) });
    if (isSigned)
        addUnixTime(number, facts);
}

Facts numberFacts(const QString &text)
{
    Facts facts { { Words::tr("value"), text } };
    if (text.contains(u'.') || text.contains(u'E')) {
        if (const auto digits = withDigitsGrouped(text); digits != text)
            facts.append({ Words::tr("grouped"), digits });
    } else {
        addWholeNumber(text, facts);
    }
    return facts;
}

Facts bitFacts(const SentValue &value, ValueDecoder &decoder)
{
    const auto text = shown(value.view().value);
    Facts facts { { Words::tr("bits"), decoded(value, decoder) },
                  { Words::tr("as Canal sent it"), text } };
    addWholeNumber(text, facts);
    return facts;
}

// The members that the type allows, so that one sees what else it could be.
Facts memberFacts(const SentValue &value, const ColumnType &type, ValueDecoder &decoder)
{
    const auto text = decoded(value, decoder);
    const auto raw = shown(value.view().value);
    if (text == raw)
        return { { Words::tr("value"), raw } };
    QStringList members;
    constexpr std::size_t mostMembers = 64;
    for (std::size_t i = 0; i < std::min(type.members.size(), mostMembers); ++i)
        members.append(u"%1 %2"_s.arg(type.family == Family::Enum ? QString::number(i + 1)
                                                                  : QString::number(1ULL << i),
                                      shown(type.members[i])));
    if (type.members.size() > mostMembers)
        members.append(u"…"_s);
    return { { Words::tr("value"), text.isEmpty() ? u"''"_s : text },
             { Words::tr("as Canal sent it"), raw },
             { Words::tr("members"), members.join(u'\n') } };
}

Facts timeFacts(const SentValue &value)
{
    return { { Words::tr("value"), shown(value.view().value) } };
}

bool isTemporal(const SentValue &value)
{
    static constexpr std::array names { "date"_L1, "time"_L1, "datetime"_L1, "timestamp"_L1,
                                        "year"_L1 };
    const auto word = firstWord(value.mysqlType);
    return std::ranges::find(names, word) != names.end();
}

} // namespace

QList<ValueFact> factsOf(const SentValue &value, ValueDecoder &decoder)
{
    if (value.presence != SentValue::Presence::Value || value.text.isEmpty())
        return {};
    const auto &type = decoder.typeOf(value.view().mysqlType);
    switch (type.family) {
    case Family::Number:
        return numberFacts(shown(value.view().value));
    case Family::Bit:
        return bitFacts(value, decoder);
    case Family::Enum:
    case Family::Set:
        return memberFacts(value, type, decoder);
    case Family::Other:
        return isTemporal(value) ? timeFacts(value) : Facts();
    case Family::Binary:
    case Family::Geometry:
    case Family::Json:
        break;
    }
    return {};
}

bool isTimestamp(const SentValue &value) { return firstWord(value.mysqlType) == "timestamp"_L1; }

} // namespace canal
