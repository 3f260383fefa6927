// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometrytext.h"

#include <array>
#include <bit>
#include <charconv>

namespace canal {
namespace {

enum class Shape : std::uint8_t {
    Point = 1,
    LineString,
    Polygon,
    MultiPoint,
    MultiLineString,
    MultiPolygon,
    Collection
};

constexpr std::array<std::string_view, 7> names {
    "POINT",        "LINESTRING",         "POLYGON", "MULTIPOINT", "MULTILINESTRING",
    "MULTIPOLYGON", "GEOMETRYCOLLECTION",
};

class WkbReader
{
public:
    explicit WkbReader(std::string_view bytes)
        : m_bytes(bytes)
    { }

    std::optional<GeometryText> read()
    {
        GeometryText text;
        text.srid = number<std::uint32_t>();
        geometry(text.wkt, 0);
        if (m_failed || !m_bytes.empty())
            return {};
        return text;
    }

private:
    template <typename T>
    T number()
    {
        if (m_bytes.size() < sizeof(T)) {
            m_failed = true;
            m_bytes = {};
            return 0;
        }
        T value = 0;
        for (std::size_t i = 0; i < sizeof(T); ++i)
            value |= static_cast<T>(static_cast<unsigned char>(m_bytes[i])) << 8U * i;
        m_bytes.remove_prefix(sizeof(T));
        return value;
    }

    std::optional<Shape> header()
    {
        const bool lowByteFirst = m_bytes.starts_with('\1');
        if (!lowByteFirst)
            m_failed = true;
        else
            m_bytes.remove_prefix(1);
        const auto code = number<std::uint32_t>();
        if (code < 1 || code > names.size())
            m_failed = true;
        return m_failed ? std::nullopt : std::optional(static_cast<Shape>(code));
    }

    void geometry(std::string &out, int depth)
    {
        constexpr int deepest = 16;
        const auto shape = header();
        if (!shape || depth > deepest) {
            m_failed = true;
            return;
        }
        out += names[static_cast<std::size_t>(*shape) - 1];
        body(*shape, out, depth);
    }

    void body(Shape shape, std::string &out, int depth)
    {
        switch (shape) {
        case Shape::Point:
            out += '(';
            point(out);
            out += ')';
            return;
        case Shape::LineString:
            return list(out, [&] { point(out); });
        case Shape::Polygon:
            return list(out, [&] { list(out, [&] { point(out); }); });
        case Shape::MultiPoint:
        case Shape::MultiLineString:
        case Shape::MultiPolygon:
            return list(out, [&] { member(out, depth); });
        case Shape::Collection:
            return list(out, [&] { geometry(out, depth + 1); });
        }
    }

    // Its shape is told by the list it is in.
    void member(std::string &out, int depth)
    {
        if (const auto shape = header(); shape && *shape < Shape::MultiPoint)
            body(*shape, out, depth);
        else
            m_failed = true;
    }

    template <typename F>
    void list(std::string &out, const F &one)
    {
        const auto count = number<std::uint32_t>();
        out += count == 0 ? " EMPTY" : "(";
        for (std::uint32_t i = 0; i < count && !m_failed; ++i) {
            if (i > 0)
                out += ", ";
            one();
        }
        if (count > 0)
            out += ')';
    }

    void point(std::string &out)
    {
        coordinate(out);
        out += ' ';
        coordinate(out);
    }

    void coordinate(std::string &out)
    {
        const auto value = std::bit_cast<double>(number<std::uint64_t>());
        std::array<char, 32> digits {};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        out.append(digits.data(), end);
    }

    std::string_view m_bytes;
    bool m_failed = false;
};

} // namespace

std::optional<GeometryText> geometryText(std::string_view bytes) { return WkbReader(bytes).read(); }

} // namespace canal
