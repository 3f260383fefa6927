// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/jsonlayout.h"

#include "model/rowsummary.h"

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Change = CodePart::Change;
using Kind = CodePart::Kind;
using Mark = JsonChange::Mark;

class Writer
{
public:
    Writer(const JsonNodes &nodes, const std::vector<Mark> &marks, qsizetype mostChars)
        : m_nodes(nodes)
        , m_marks(marks)
        , m_room(mostChars)
    { }

    JsonLayout write()
    {
        value(0, 0);
        return { std::move(m_parts), m_room <= 0 };
    }

private:
    void put(Kind kind, Change change, const QString &text)
    {
        if (m_room <= 0)
            return;
        m_room -= text.size();
        if (!m_parts.isEmpty() && m_parts.last().kind == kind && m_parts.last().change == change)
            m_parts.last().text += text;
        else
            m_parts.append({ kind, change, text });
    }

    Mark markOf(std::uint32_t place) const { return m_marks.empty() ? Mark::Same : m_marks[place]; }

    void value(std::uint32_t place, int level)
    {
        const auto &node = m_nodes[place];
        const auto mark = markOf(place);
        const auto change = mark == Mark::Same ? Change::Same : Change::Changed;
        if (!node.key.empty()) {
            // A changed value keeps its key.
            const auto ofKey = mark == Mark::Extra ? Change::Changed : Change::Same;
            put(Kind::Key, ofKey, words(node.key));
            put(Kind::Plain, ofKey, u": "_s);
        }
        switch (node.kind) {
        case JsonNode::Kind::Object:
            return container(place, level, { u'{', u'}' }, change);
        case JsonNode::Kind::Array:
            return container(place, level, { u'[', u']' }, change);
        case JsonNode::Kind::String:
            return put(Kind::String, change, words(node.text));
        case JsonNode::Kind::Number:
            return put(Kind::Number, change, words(node.text));
        case JsonNode::Kind::Keyword:
            return put(Kind::Keyword, change, words(node.text));
        }
    }

    QString words(std::string_view text) const
    {
        return shown(text, std::max(m_room, qsizetype(1)));
    }

    bool fitsOneLine(std::uint32_t place) const
    {
        constexpr std::size_t mostChars = 60;
        const auto &node = m_nodes[place];
        if (node.kind != JsonNode::Kind::Array || node.text.size() > mostChars)
            return false;
        for (auto child = place + 1; child < node.end; ++child)
            if (m_nodes[child].isContainer())
                return false;
        return true;
    }

    void container(std::uint32_t place, int level, std::pair<char16_t, char16_t> brackets,
                   Change change)
    {
        put(Kind::Plain, change, QString(QChar(brackets.first)));
        const bool isFlat = fitsOneLine(place);
        const auto newLine = [this, isFlat](int depth) {
            if (!isFlat)
                put(Kind::Plain, Change::Same, u'\n' + QString(qsizetype(2) * depth, u' '));
        };
        const auto end = m_nodes[place].end;
        for (auto child = place + 1; child < end && m_room > 0; child = m_nodes[child].end) {
            if (child > place + 1) {
                const bool isExtra = markOf(child) == Mark::Extra;
                put(Kind::Plain, isExtra ? Change::Changed : Change::Same,
                    isFlat ? u", "_s : u","_s);
            }
            newLine(level + 1);
            value(child, level + 1);
        }
        if (end > place + 1)
            newLine(level);
        put(Kind::Plain, change, QString(QChar(brackets.second)));
    }

    const JsonNodes &m_nodes;
    const std::vector<Mark> &m_marks;
    qsizetype m_room;
    CodeParts m_parts;
};

} // namespace

JsonLayout layOut(const JsonNodes &nodes, const std::vector<JsonChange::Mark> &marks,
                  qsizetype mostChars)
{
    return Writer(nodes, marks, mostChars).write();
}

} // namespace canal
