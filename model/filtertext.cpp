// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filtertext.h"

#include "model/caselesspattern.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <atomic>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

// PCRE2 with limits: a pattern that takes too long on a text is no match there.
class LimitedRegex : public RegexMatcher
{
public:
    explicit LimitedRegex(QRegularExpression regex)
        : m_regex(std::move(regex))
    {
        m_regex.optimize();
    }

    bool foundIn(std::string_view utf8) const override
    {
        const auto match = m_regex.match(fromUtf8(utf8));
        if (!match.isValid())
            m_gaveUp.fetch_add(1, std::memory_order_relaxed);
        return match.hasMatch();
    }
    std::uint32_t gaveUp() const override { return m_gaveUp.load(std::memory_order_relaxed); }

private:
    QRegularExpression m_regex;
    mutable std::atomic<std::uint32_t> m_gaveUp { 0 };
};

using Kind = FilterError::Kind;

// %1: the error's detail; of CommaMissing what is there instead.
struct Sentence
{
    Kind kind;
    const char *text;
};
constexpr auto sentences = std::to_array<Sentence>({
    { Kind::ColumnMissing,
      QT_TRANSLATE_NOOP(
          "canal::FilterText",
          "A column was expected before %1; to look for %1 itself, put it in quotes.") },
    { Kind::BadColumn,
      QT_TRANSLATE_NOOP("canal::FilterText",
                        "%1 is not a column: write x, before.x or after.x, in backticks (`x y`) if "
                        "it holds other than letters and digits.") },
    { Kind::OperatorMissing,
      QT_TRANSLATE_NOOP("canal::FilterText",
                        "After the column %1 comes =, !=, <, >, ~, in (…), contains, is null or "
                        "changed.") },
    { Kind::UnclosedQuote,
      QT_TRANSLATE_NOOP(
          "canal::FilterText",
          "The quote that begins here has no end. A quote inside is written twice.") },
    { Kind::UnclosedParenthesis,
      QT_TRANSLATE_NOOP("canal::FilterText", "The parenthesis that opens here is never closed.") },
    { Kind::UnexpectedParenthesis,
      QT_TRANSLATE_NOOP("canal::FilterText",
                        "This parenthesis closes nothing; to look for it, put it in quotes.") },
    { Kind::ParenthesisInWord,
      QT_TRANSLATE_NOOP("canal::FilterText",
                        "A parenthesis cannot follow %1 directly: put a blank between them, or "
                        "quotes around the whole text.") },
    { Kind::CommaMissing,
      QT_TRANSLATE_NOOP("canal::FilterText", "A comma or ) was expected, found %1.") },
    { Kind::StateExpected,
      QT_TRANSLATE_NOOP("canal::FilterText",
                        "After “%1 is” comes null, not null, empty or absent; to look for words, "
                        "put them in quotes.") },
    { Kind::ArrowWithoutColon,
      QT_TRANSLATE_NOOP("canal::FilterText",
                        "A change is written with a colon: status: NEW -> PAID.") },
    { Kind::NullIsNoValue,
      QT_TRANSLATE_NOOP("canal::FilterText",
                        "NULL is no value: write “%1 is null”, or \"null\" in quotes for that "
                        "text.") },
    { Kind::NumberExpected, QT_TRANSLATE_NOOP("canal::FilterText", "%1 is not a whole number.") },
    { Kind::UnknownOperation,
      QT_TRANSLATE_NOOP("canal::FilterText",
                        "There is no op:%1, but insert, update, delete, ddl, query, begin, commit, "
                        "create, alter, drop, truncate, rename, cindex, dindex, xacommit, "
                        "xarollback, other, unreadable and any.") },
    { Kind::UnknownAckState,
      QT_TRANSLATE_NOOP("canal::FilterText",
                        "There is no ack:%1, but no, sent, yes, failed, rolledback and lost.") },
    { Kind::UnknownIs,
      QT_TRANSLATE_NOOP("canal::FilterText",
                        "There is no is:%1, but ddl, redelivered and unreadable.") },
    { Kind::UnknownHas,
      QT_TRANSLATE_NOOP("canal::FilterText", "There is no has:%1, but null, empty and absent.") },
    { Kind::NotAvailableYet, QT_TRANSLATE_NOOP("canal::FilterText", "%1 is not available yet.") },
    { Kind::RawWithoutValue,
      QT_TRANSLATE_NOOP("canal::FilterText",
                        "Behind raw: comes a word, pk: or a column with a value.") },
    { Kind::BadRegex, QT_TRANSLATE_NOOP("canal::FilterText", "Not a regular expression: %1.") },
    { Kind::TooDeep,
      QT_TRANSLATE_NOOP("canal::FilterText", "Too many parentheses inside each other.") },
});
constexpr std::size_t missingKinds = 2; // TermMissing and ValueMissing: they have several
static_assert(sentences.size() + missingKinds == static_cast<std::size_t>(Kind::TooDeep) + 1);

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(canal::FilterText)

public:
    static QString message(const FilterError &error, const QString &found);
    static QString tooLong(int most) { return tr("it is longer than %n bytes", nullptr, most); }

private:
    static QString missing(const FilterError &error, const QString &found);
};

class QtPatterns : public PatternMaker
{
public:
    TextPattern caseless(std::string_view utf8) const override
    {
        return caselessPattern(fromUtf8(utf8));
    }
    Result<std::shared_ptr<const RegexMatcher>, RegexError>
    regex(std::string_view utf8) const override
    {
        constexpr int mostBytes = 4096;
        if (utf8.size() > mostBytes)
            return Failure { RegexError { Texts::tooLong(mostBytes).toStdString(), 0 } };
        static const auto limits = u"(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=5000)(*LIMIT_HEAP=20000)"_s;
        QRegularExpression regex(limits + fromUtf8(utf8),
                                 QRegularExpression::CaseInsensitiveOption
                                     | QRegularExpression::UseUnicodePropertiesOption);
        if (!regex.isValid())
            return Failure { RegexError { regex.errorString().toStdString(), 0 } };
        return std::shared_ptr<const RegexMatcher>(
            std::make_shared<LimitedRegex>(std::move(regex)));
    }
};

QString Texts::missing(const FilterError &error, const QString &found)
{
    const auto behind = fromUtf8(error.detail);
    if (error.kind == Kind::ValueMissing) {
        if (found.isEmpty())
            return tr("A number or text was expected after %1.").arg(behind);
        return tr("A number or text was expected after %1, found %2.").arg(behind, found);
    }
    if (found.isEmpty())
        return tr("Something to look for was expected after %1.").arg(behind);
    if (behind.isEmpty())
        return tr("Something to look for was expected before %1; to look for %1 itself, put it in "
                  "quotes.")
            .arg(found);
    return tr("Something to look for was expected after %1, found %2.").arg(behind, found);
}

QString Texts::message(const FilterError &error, const QString &found)
{
    if (error.kind == Kind::TermMissing || error.kind == Kind::ValueMissing)
        return missing(error, found);
    const auto *const sentence = std::ranges::find(sentences, error.kind, &Sentence::kind);
    const auto text = tr(sentence->text);
    if (error.kind == Kind::CommaMissing)
        return text.arg(found);
    return text.contains("%1"_L1) ? text.arg(fromUtf8(error.detail)) : text;
}

} // namespace

QString fromUtf8(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

qsizetype characterAt(const QString &text, std::size_t byte)
{
    return QString::fromUtf8(text.toUtf8().first(static_cast<qsizetype>(byte))).size();
}

Result<FilterSpec, FilterRemark> parseFilter(const QString &text)
{
    const auto spec = FilterSpec::parse(text.toStdString(), QtPatterns());
    if (spec)
        return *spec;
    const auto &error = spec.error();
    FilterRemark remark;
    remark.at = characterAt(text, error.at);
    remark.length = characterAt(text, error.at + error.length) - remark.at;
    remark.message = Texts::message(error, text.sliced(remark.at, remark.length));
    return Failure { remark };
}

} // namespace canal
