// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/jsontext.h"

#include "model/digits.h"

#include <algorithm>
#include <unordered_map>

namespace canal {
namespace {

using Kind = JsonNode::Kind;
using Mark = JsonChange::Mark;

class Parser
{
public:
    explicit Parser(std::string_view text)
        : m_text(text)
    { }

    std::optional<JsonNodes> parse()
    {
        skipBlanks();
        if (!value({}, 0))
            return {};
        skipBlanks();
        if (m_at != m_text.size())
            return {};
        return std::move(m_nodes);
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    bool take(char wanted)
    {
        if (peek() != wanted)
            return false;
        ++m_at;
        return true;
    }

    void skipBlanks()
    {
        while (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r')
            ++m_at;
    }

    bool value(std::string_view key, int depth)
    {
        const auto place = m_nodes.size();
        const auto from = m_at;
        m_nodes.push_back({ Kind::Keyword, key, {}, 0 });
        const auto kind = content(depth);
        if (!kind)
            return false;
        auto &node = m_nodes[place];
        node.kind = *kind;
        node.text = m_text.substr(from, m_at - from);
        node.end = static_cast<std::uint32_t>(m_nodes.size());
        return true;
    }

    std::optional<Kind> content(int depth)
    {
        constexpr int deepest = 100;
        if (depth >= deepest)
            return {};
        const auto as
            = [](bool good, Kind kind) { return good ? std::optional(kind) : std::nullopt; };
        switch (peek()) {
        case '{':
            return as(members(depth), Kind::Object);
        case '[':
            return as(elements(depth), Kind::Array);
        case '"':
            return as(string(), Kind::String);
        case 't':
            return as(word("true"), Kind::Keyword);
        case 'f':
            return as(word("false"), Kind::Keyword);
        case 'n':
            return as(word("null"), Kind::Keyword);
        default:
            return as(number(), Kind::Number);
        }
    }

    bool members(int depth)
    {
        ++m_at;
        skipBlanks();
        if (take('}'))
            return true;
        for (;;) {
            const auto from = m_at;
            if (!string())
                return false;
            const auto key = m_text.substr(from, m_at - from);
            skipBlanks();
            if (!take(':'))
                return false;
            skipBlanks();
            if (!value(key, depth + 1))
                return false;
            skipBlanks();
            if (take('}'))
                return true;
            if (!take(','))
                return false;
            skipBlanks();
        }
    }

    bool elements(int depth)
    {
        ++m_at;
        skipBlanks();
        if (take(']'))
            return true;
        for (;;) {
            if (!value({}, depth + 1))
                return false;
            skipBlanks();
            if (take(']'))
                return true;
            if (!take(','))
                return false;
            skipBlanks();
        }
    }

    bool string()
    {
        if (!take('"'))
            return false;
        while (m_at < m_text.size()) {
            const auto c = m_text[m_at++];
            if (c == '"')
                return true;
            if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !escape()))
                return false;
        }
        return false;
    }

    bool escape()
    {
        constexpr std::string_view simple = "\"\\/bfnrt";
        const auto c = peek();
        ++m_at;
        if (c != 'u')
            return c != '\0' && simple.find(c) != std::string_view::npos;
        constexpr int hexDigits = 4;
        for (int i = 0; i < hexDigits; ++i, ++m_at) {
            const auto digit = peek();
            if (!isDigit(digit) && (digit < 'a' || digit > 'f') && (digit < 'A' || digit > 'F'))
                return false;
        }
        return true;
    }

    bool digits()
    {
        const auto from = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > from;
    }

    bool number()
    {
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (!take('e') && !take('E'))
            return true;
        if (!take('+'))
            take('-');
        return digits();
    }

    bool word(std::string_view wanted)
    {
        if (!m_text.substr(m_at).starts_with(wanted))
            return false;
        m_at += wanted.size();
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    JsonNodes m_nodes;
};

std::vector<std::uint32_t> childrenOf(const JsonNodes &nodes, std::uint32_t place)
{
    std::vector<std::uint32_t> children;
    for (auto child = place + 1; child < nodes[place].end; child = nodes[child].end)
        children.push_back(child);
    return children;
}

class Comparison
{
public:
    Comparison(const JsonNodes &before, const JsonNodes &after)
        : m_before(before)
        , m_after(after)
    {
        m_change.before.resize(before.size(), Mark::Same);
        m_change.after.resize(after.size(), Mark::Same);
        compare(0, 0);
    }

    JsonChange take() { return std::move(m_change); }

private:
    using Places = std::vector<std::uint32_t>;

    void compare(std::uint32_t before, std::uint32_t after)
    {
        const auto &a = m_before[before];
        const auto &b = m_after[after];
        if (a.kind == b.kind && a.kind == Kind::Object)
            return compareMembers(childrenOf(m_before, before), childrenOf(m_after, after));
        if (a.kind == b.kind && a.kind == Kind::Array)
            return compareElements(childrenOf(m_before, before), childrenOf(m_after, after));
        if (a.kind == b.kind && a.text == b.text)
            return;
        m_change.before[before] = Mark::Changed;
        m_change.after[after] = Mark::Changed;
        ++m_change.changed;
    }

    void compareMembers(const Places &before, const Places &after)
    {
        std::unordered_multimap<std::string_view, std::uint32_t> byKey;
        for (const auto place : after)
            byKey.emplace(m_after[place].key, place);
        for (const auto place : before) {
            const auto found = byKey.find(m_before[place].key);
            if (found == byKey.end()) {
                remove(place);
                continue;
            }
            compare(place, found->second);
            byKey.erase(found);
        }
        for (const auto &[key, place] : byKey)
            add(place);
    }

    // What is the same at both ends stays; the elements between are compared place by place.
    void compareElements(const Places &before, const Places &after)
    {
        const auto shorter = std::min(before.size(), after.size());
        std::size_t head = 0;
        while (head < shorter && isSame(before[head], after[head]))
            ++head;
        std::size_t tail = 0;
        while (tail < shorter - head
               && isSame(before[before.size() - 1 - tail], after[after.size() - 1 - tail]))
            ++tail;
        for (auto i = head; i < before.size() - tail; ++i) {
            if (i < after.size() - tail)
                compare(before[i], after[i]);
            else
                remove(before[i]);
        }
        for (auto i = std::max(head, before.size() - tail); i < after.size() - tail; ++i)
            add(after[i]);
    }

    bool isSame(std::uint32_t before, std::uint32_t after) const
    {
        const auto size = m_before[before].end - before;
        if (m_after[after].end - after != size)
            return false;
        for (std::uint32_t i = 0; i < size; ++i) {
            const auto &a = m_before[before + i];
            const auto &b = m_after[after + i];
            if (a.kind != b.kind || a.end - before != b.end - after || (i > 0 && a.key != b.key)
                || (!a.isContainer() && a.text != b.text))
                return false;
        }
        return true;
    }

    void remove(std::uint32_t place)
    {
        markAll(m_change.before, place, m_before[place].end);
        ++m_change.removed;
    }

    void add(std::uint32_t place)
    {
        markAll(m_change.after, place, m_after[place].end);
        ++m_change.added;
    }

    static void markAll(std::vector<Mark> &marks, std::uint32_t from, std::uint32_t to)
    {
        std::fill(marks.begin() + from, marks.begin() + to, Mark::Extra);
    }

    const JsonNodes &m_before;
    const JsonNodes &m_after;
    JsonChange m_change;
};

} // namespace

std::optional<JsonNodes> parseJson(std::string_view text)
{
    if (text.size() > mostJsonBytes)
        return {};
    return Parser(text).parse();
}

JsonChange compareJson(const JsonNodes &before, const JsonNodes &after)
{
    return Comparison(before, after).take();
}

} // namespace canal
