// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/valuecontent.h"

#include "model/batchmodel.h"
#include "model/geometrytext.h"
#include "model/jsonlayout.h"
#include "model/rowsummary.h"
#include "model/valuefacts.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Family = ColumnType::Family;
using Presence = SentValue::Presence;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(canal::ValueContent)
};

std::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

bool isLatin1Bytes(const SentValue &value, Family family)
{
    constexpr qint32 blob = 2004; // MariaDB's JSON (S10)
    return family == Family::Binary || family == Family::Geometry
        || (family == Family::Json && value.sqlType == blob);
}

// Characters that no text has: then the bytes are something else.
bool looksLikeText(const QByteArray &bytes)
{
    const auto isControl = [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return code == 0x7f || (code < 0x20 && c != '\n' && c != '\r' && c != '\t');
    };
    return QString::fromUtf8(bytes).toUtf8() == bytes && std::ranges::none_of(bytes, isControl);
}

bool startsCharacter(char utf8) { return (static_cast<unsigned char>(utf8) & 0xc0U) != 0x80U; }

// Of megabytes: a plain loop is quick in a debug build too.
qint64 characterCount(const QByteArray &utf8)
{
    qint64 count = 0;
    for (const char *at = utf8.constData(), *end = at + utf8.size(); at != end; ++at)
        count += (static_cast<unsigned char>(*at) & 0xc0U) != 0x80U ? 1 : 0;
    return count;
}

// The characters that begin before the end; half a one is left out.
QByteArray withoutHalfCharacter(QByteArray utf8)
{
    constexpr int mostBack = 3;
    for (int back = 1; back <= std::min<qsizetype>(mostBack, utf8.size()); ++back) {
        const auto byte = static_cast<unsigned char>(utf8[utf8.size() - back]);
        if (!startsCharacter(utf8[utf8.size() - back]))
            continue;
        const int length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        if (length > back)
            utf8.chop(back);
        break;
    }
    return utf8;
}

QString decodedText(const QByteArray &bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return QString::fromUtf8(withoutHalfCharacter(bytes));
    case TextEncoding::Gb18030:
        return QStringDecoder("GB18030")(bytes);
    case TextEncoding::Latin1:
        break;
    }
    return QString::fromLatin1(bytes);
}

CodeParts plain(const QString &text)
{
    return { { CodePart::Kind::Plain, CodePart::Change::Same, text } };
}

// "00000010  89 50 4e 47 0d 0a 1a 0a  00 00 00 0d 49 48 44 52  .PNG........IHDR"
void appendHexLine(const QByteArray &bytes, qsizetype from, QString &out)
{
    constexpr qsizetype perLine = 16;
    out += QString::number(from, 16).rightJustified(8, u'0') + u' ';
    for (qsizetype i = from; i < from + perLine; ++i) {
        if (i % (perLine / 2) == 0)
            out += u' ';
        if (i < bytes.size())
            out += QString::number(static_cast<uchar>(bytes[i]), 16).rightJustified(2, u'0') + u' ';
        else
            out += u"   "_s;
    }
    out += u' ';
    for (qsizetype i = from; i < std::min(from + perLine, bytes.size()); ++i)
        out += bytes[i] >= 0x20 && bytes[i] < 0x7f ? QChar::fromLatin1(bytes[i]) : u'.';
}

} // namespace

bool isAvailable(TextEncoding encoding)
{
    return encoding != TextEncoding::Gb18030 || QStringDecoder("GB18030").isValid();
}

QByteArray storedBytes(const SentValue &value)
{
    std::string bytes;
    const auto family = ColumnType::parse(value.view().mysqlType).family;
    return isLatin1Bytes(value, family) && latin1Bytes(viewOf(value.text), bytes)
        ? QByteArray::fromStdString(bytes)
        : value.text;
}

ValueContent::ValueContent(SentValue value, SentValue other)
    : m_value(std::move(value))
    , m_other(std::move(other))
{
    if (!isShowable())
        return;
    std::string bytes;
    m_isBytes = isLatin1Bytes(m_value, family())
        && latin1Bytes(headOf(m_value.view(), m_decoder, firstBytes / 4).value, bytes);
    m_isBinary = m_isBytes && family() != Family::Json;
    m_bytes = m_isBytes ? characterCount(m_value.text) : m_value.text.size();
    m_start = head(firstBytes);
    m_json = documentOf(m_value);
    if (m_json)
        m_otherJson = documentOf(m_other);
    constexpr qsizetype mostGeometryBytes = 256LL << 10;
    if (family() == Family::Geometry && m_value.text.size() <= mostGeometryBytes)
        if (const auto geometry = geometryText(viewOf(storedBytes(m_value))))
            m_geometry = u"SRID %1\n"_s.arg(geometry->srid) + QString::fromStdString(geometry->wkt);
}

bool ValueContent::isShowable() const
{
    return m_value.presence == Presence::Value && !m_value.text.isEmpty();
}

// The first bytes: as stored if they are bytes, else as sent.
QByteArray ValueContent::head(qsizetype mostBytes) const
{
    constexpr qsizetype perChar = 4; // what headOf() reckons with
    const auto sent = headOf(m_value.view(), m_decoder, (m_isBytes ? 2 : 1) * mostBytes / perChar);
    std::string bytes;
    if (m_isBytes && latin1Bytes(sent.value, bytes))
        return QByteArray::fromStdString(bytes).first(
            std::min<qsizetype>(mostBytes, static_cast<qsizetype>(bytes.size())));
    return { sent.value.data(), static_cast<qsizetype>(sent.value.size()) };
}

// A JSON column may hold a lone number; elsewhere only what has brackets is taken for JSON.
std::optional<ValueContent::Document> ValueContent::documentOf(const SentValue &value)
{
    constexpr auto most = 2 * static_cast<qsizetype>(mostJsonBytes); // Latin-1 bytes take two
    if (value.presence != Presence::Value || value.text.isEmpty() || value.text.size() > most)
        return {};
    const auto family = ColumnType::parse(value.view().mysqlType).family;
    const auto start = std::ranges::find_if_not(value.text, [](char c) { return c <= ' '; });
    const bool hasBrackets = start != value.text.end() && (*start == '{' || *start == '[');
    if (family != Family::Json && !hasBrackets)
        return {};
    Document document { storedBytes(value), {} };
    auto nodes = parseJson(viewOf(document.text));
    if (!nodes)
        return {};
    document.nodes = std::move(*nodes);
    return document;
}

bool ValueContent::applies(Presentation presentation) const
{
    if (!isShowable())
        return false;
    switch (presentation) {
    case Presentation::Text:
    case Presentation::Hex:
        return true;
    case Presentation::Decoded:
        return !factsOf(m_value, m_decoder).isEmpty();
    case Presentation::Json:
        return m_json.has_value();
    case Presentation::Geometry:
        return !m_geometry.isEmpty();
    case Presentation::Image:
        return !imageFormat().isEmpty();
    case Presentation::Compare:
        return m_json && m_otherJson && m_value.text != m_other.text;
    case Presentation::Count:
        break;
    }
    return false;
}

Presentation ValueContent::automatic() const
{
    for (const auto best :
         { Presentation::Image, Presentation::Geometry, Presentation::Json, Presentation::Decoded })
        if (applies(best))
            return best;
    return m_isBinary && !looksLikeText(withoutHalfCharacter(m_start)) ? Presentation::Hex
                                                                       : Presentation::Text;
}

QByteArray ValueContent::imageFormat() const
{
    struct Magic
    {
        QByteArrayView bytes;
        const char *format;
    };
    static constexpr auto magics = std::to_array<Magic>({
        { "\x89PNG\r\n\x1a\n", "png" },
        { "\xff\xd8\xff", "jpeg" },
        { "GIF87a", "gif" },
        { "GIF89a", "gif" },
    });
    if (!m_isBinary)
        return {};
    const auto found = std::ranges::find_if(
        magics, [this](const Magic &magic) { return m_start.startsWith(magic.bytes); });
    return found == magics.end() ? QByteArray() : QByteArray(found->format);
}

// ---- pages

JsonChange ValueContent::change() const
{
    return m_otherJson && m_value.side == SentValue::Side::After
        ? compareJson(m_otherJson->nodes, m_json->nodes)
        : m_otherJson ? compareJson(m_json->nodes, m_otherJson->nodes)
                      : JsonChange();
}

ValuePage ValueContent::page(Presentation presentation, TextEncoding encoding,
                             qsizetype mostBytes) const
{
    switch (presentation) {
    case Presentation::Decoded:
        return decodedPage();
    case Presentation::Json:
        return jsonPage(mostBytes);
    case Presentation::Geometry:
        return geometryPage(mostBytes);
    case Presentation::Hex:
        return hexPage(mostBytes);
    case Presentation::Text:
    case Presentation::Image:
    case Presentation::Compare:
    case Presentation::Count:
        break;
    }
    return textPage(encoding, mostBytes);
}

ValuePage ValueContent::jsonPage(qsizetype mostChars) const
{
    const auto marks = change();
    const bool isAfter = m_value.side == SentValue::Side::After;
    const auto layout = layOut(m_json->nodes, isAfter ? marks.after : marks.before, mostChars);
    return { layout.parts, layout.isCut };
}

ValuePages ValueContent::comparison(qsizetype mostChars) const
{
    ValuePages pages;
    pages.change = change();
    const bool isAfter = m_value.side == SentValue::Side::After;
    const auto side
        = [mostChars](const Document &document, const std::vector<JsonChange::Mark> &marks) {
              const auto layout = layOut(document.nodes, marks, mostChars);
              return ValuePage { layout.parts, layout.isCut };
          };
    pages.before = side(isAfter ? *m_otherJson : *m_json, pages.change.before);
    pages.after = side(isAfter ? *m_json : *m_otherJson, pages.change.after);
    return pages;
}

ValuePage ValueContent::geometryPage(qsizetype mostChars) const
{
    return { plain(m_geometry.first(std::min(mostChars, m_geometry.size()))),
             m_geometry.size() > mostChars };
}

QString ValueContent::textOf(const QByteArray &head, TextEncoding encoding) const
{
    if (m_isBytes)
        return decodedText(head, m_isBinary ? encoding : TextEncoding::Utf8);
    auto start = m_value.view();
    start.value = viewOf(head);
    std::string text;
    m_decoder.append(start, ValueStyle::Display, text);
    return QString::fromStdString(text);
}

ValuePage ValueContent::textPage(TextEncoding encoding, qsizetype mostBytes) const
{
    const auto bytes = head(mostBytes);
    return { plain(textOf(bytes, encoding)), bytes.size() < m_bytes };
}

ValuePage ValueContent::hexPage(qsizetype mostBytes) const
{
    const auto bytes = head(mostBytes);
    constexpr qsizetype perLine = 16;
    constexpr qsizetype lineChars = 78;
    QString text;
    text.reserve(bytes.size() / perLine * lineChars + lineChars);
    for (qsizetype from = 0; from < bytes.size(); from += perLine) {
        if (from > 0)
            text += u'\n';
        appendHexLine(bytes, from, text);
    }
    return { plain(text), bytes.size() < m_bytes };
}

ValuePage ValueContent::decodedPage() const
{
    ValuePage page;
    for (const auto &fact : factsOf(m_value, m_decoder)) {
        if (!page.parts.isEmpty())
            page.parts += plain(u"\n"_s);
        page.parts.append({ CodePart::Kind::Key, CodePart::Change::Same, fact.name });
        page.parts += plain(fact.text.contains(u'\n') ? u'\n' + fact.text : u"  "_s + fact.text);
    }
    return page;
}

// ---- words

QString ValueContent::summary() const
{
    constexpr qsizetype mostType = 32;
    auto type = shown(m_value.view().mysqlType, mostType);
    if (!isShowable())
        return type;
    const auto size = sizeText(m_bytes);
    return type.isEmpty() ? size : type + u" · "_s + size;
}

QStringList ValueContent::remarks() const
{
    QStringList remarks;
    if (!isShowable())
        return remarks;
    const auto &type = m_decoder.typeOf(m_value.view().mysqlType);
    if (isTimestamp(m_value))
        remarks.append(Words::tr("A TIMESTAMP is sent in the time zone of the Canal server, which "
                                 "it does not tell."));
    if (!m_isBytes && m_start.contains("\xef\xbf\xbd"))
        remarks.append(Words::tr("A \uFFFD usually stands for bytes that the Canal server could "
                                 "not read in its character set; they are lost."));
    if (type.family == Family::Json && !m_json)
        remarks.append(jsonRemark());
    if (m_value.mysqlType.trimmed().toLower().startsWith("binary(") && m_bytes < type.width)
        remarks.append(Words::tr("Canal leaves out the zero bytes at the end of a BINARY(%1).")
                           .arg(type.width));
    if (!m_isBytes && isLatin1Bytes(m_value, type.family) && type.family != Family::Json)
        remarks.append(Words::tr("These are not bytes as Canal sends them: shown as text."));
    return remarks;
}

QString ValueContent::jsonRemark() const
{
    if (m_bytes > static_cast<qint64>(mostJsonBytes))
        return Words::tr("A JSON document of more than %1 is shown as it was sent.")
            .arg(sizeText(static_cast<qint64>(mostJsonBytes)));
    if (m_start.startsWith("JSON_"))
        return Words::tr("An expression that changes the document (PARTIAL_JSON), not the document "
                         "itself: the value after is not known.");
    return Words::tr("This is no JSON document, though the column's type says so.");
}

} // namespace canal
