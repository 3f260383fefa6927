// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/codepart.h"
#include "model/jsontext.h"
#include "model/sentvalue.h"
#include "model/typedvalue.h"

#include <QStringList>

#include <optional>

namespace canal {

// The ways to look at a value.
enum class Presentation : quint8 {
    Text,
    Decoded, // numbers, ENUM, SET, BIT, points in time: what they stand for
    Json,
    Geometry, // as WKT
    Hex,
    Image,
    Compare, // two JSON documents side by side
    Count,
};

// What the bytes of a BLOB are read as; Canal says nothing about them.
enum class TextEncoding : quint8 { Utf8, Gb18030, Latin1 };

bool isAvailable(TextEncoding encoding); // GB18030 comes with a Qt that has ICU

// What a presentation shows of a value, at most so much of it as is asked for.
struct ValuePage
{
    CodeParts parts;
    bool isCut = false; // there is more
};

struct ValuePages
{
    ValuePage before;
    ValuePage after;
    JsonChange change;
};

// One value with what can be said of it, and the value on the row's other side for comparison. No
// more of a huge value is looked at than is shown. GUI thread; knows no widget.
class ValueContent
{
public:
    static constexpr qsizetype firstBytes = 64LL << 10;
    static constexpr qsizetype mostImageBytes = 16LL << 20;

    ValueContent() = default;
    ValueContent(SentValue value, SentValue other);

    const SentValue &value() const { return m_value; }
    bool isShowable() const; // there is a value, and it is not empty
    qint64 bytes() const { return m_bytes; } // as stored
    bool isBinary() const { return m_isBinary; } // bytes, in an encoding that nobody tells

    bool applies(Presentation presentation) const;
    Presentation automatic() const; // what suits the value best

    ValuePage page(Presentation presentation, TextEncoding encoding, qsizetype mostBytes) const;
    ValuePages comparison(qsizetype mostChars) const;
    QByteArray imageFormat() const; // "png", as QImageReader calls it; empty: no image

    // "varchar(40) · 172 B"
    QString summary() const;
    QStringList remarks() const; // what must be known to read it right: whole sentences

private:
    struct Document
    {
        QByteArray text;
        JsonNodes nodes; // views into text
    };

    ColumnType::Family family() const { return m_decoder.typeOf(m_value.view().mysqlType).family; }
    QByteArray head(qsizetype mostBytes) const;
    QString textOf(const QByteArray &head, TextEncoding encoding) const;
    ValuePage jsonPage(qsizetype mostChars) const;
    ValuePage geometryPage(qsizetype mostChars) const;
    static std::optional<Document> documentOf(const SentValue &value);
    JsonChange change() const;
    ValuePage textPage(TextEncoding encoding, qsizetype mostBytes) const;
    ValuePage hexPage(qsizetype mostBytes) const;
    ValuePage decodedPage() const;
    QString jsonRemark() const;

    SentValue m_value;
    SentValue m_other;
    bool m_isBytes = false; // sent as Latin-1 characters: a binary one, or MariaDB's JSON (S10)
    bool m_isBinary = false;
    qint64 m_bytes = 0; // of the whole value as head() gives them
    QByteArray m_start;
    std::optional<Document> m_json;
    std::optional<Document> m_otherJson;
    QString m_geometry;
    mutable ValueDecoder m_decoder;
};

// What was stored, as bytes: those of a BLOB, else the text's UTF-8. For saving; takes a while for
// a huge value. Any thread.
QByteArray storedBytes(const SentValue &value);

} // namespace canal
