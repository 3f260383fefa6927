// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/textchange.h"

#include <algorithm>
#include <vector>

namespace canal {
namespace {

using Spans = QList<TextSpan>;

// A run of letters and digits, or one other character with what belongs to it.
std::vector<TextSpan> wordsOf(QStringView text, qsizetype from, qsizetype to)
{
    std::vector<TextSpan> words;
    for (auto at = from; at < to;) {
        auto end = at + 1;
        if (text[at].isLetterOrNumber())
            while (end < to && text[end].isLetterOrNumber())
                ++end;
        else if (text[at].isHighSurrogate() && end < to)
            ++end;
        words.push_back({ at, end - at });
        at = end;
    }
    return words;
}

// For each word whether it is in a longest common subsequence.
class WordMatch
{
public:
    using Words = std::vector<TextSpan>;

    WordMatch(QStringView before, const Words &a, QStringView after, const Words &b)
        : beforeMatched(a.size())
        , afterMatched(b.size())
    {
        const auto same = [&](std::size_t i, std::size_t j) {
            return before.sliced(a[i].from, a[i].length) == after.sliced(b[j].from, b[j].length);
        };
        const auto width = b.size() + 1;
        std::vector<quint16> longest((a.size() + 1) * width);
        for (auto i = a.size(); i-- > 0;)
            for (auto j = b.size(); j-- > 0;)
                longest[i * width + j] = same(i, j)
                    ? static_cast<quint16>(longest[(i + 1) * width + j + 1] + 1)
                    : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
        for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
            if (same(i, j))
                beforeMatched[i++] = afterMatched[j++] = true;
            else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1])
                ++i;
            else
                ++j;
        }
    }

    std::vector<bool> beforeMatched;
    std::vector<bool> afterMatched;
};

// Pieces with hardly anything between them are read as one.
Spans spansOf(const std::vector<TextSpan> &words, const std::vector<bool> &matched)
{
    constexpr qsizetype hardlyAnything = 2;
    Spans spans;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (matched[i])
            continue;
        const auto &word = words[i];
        if (!spans.isEmpty()
            && word.from - (spans.last().from + spans.last().length) <= hardlyAnything)
            spans.last().length = word.from + word.length - spans.last().from;
        else
            spans.append(word);
    }
    return spans;
}

qsizetype lengthOf(const Spans &spans)
{
    qsizetype length = 0;
    for (const auto &span : spans)
        length += span.length;
    return length;
}

// No character is cut in two.
bool isInsidePair(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate();
}

} // namespace

TextChange changeBetween(QStringView before, QStringView after)
{
    const auto shorter = std::min(before.size(), after.size());
    auto head = std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first
        - before.begin();
    while (isInsidePair(before, head) || isInsidePair(after, head))
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    while (isInsidePair(before, before.size() - tail) || isInsidePair(after, after.size() - tail))
        --tail;
    const auto beforeEnd = before.size() - tail;
    const auto afterEnd = after.size() - tail;

    constexpr qsizetype mostChars = 4096;
    constexpr std::size_t mostWords = 150;
    if (head < beforeEnd && head < afterEnd && beforeEnd - head <= mostChars
        && afterEnd - head <= mostChars) {
        const auto a = wordsOf(before, head, beforeEnd);
        const auto b = wordsOf(after, head, afterEnd);
        if (a.size() <= mostWords && b.size() <= mostWords) {
            const WordMatch match(before, a, after, b);
            return { spansOf(a, match.beforeMatched), spansOf(b, match.afterMatched) };
        }
    }
    const auto one = [head](qsizetype end) {
        return head < end ? Spans { { head, end - head } } : Spans();
    };
    return { one(beforeEnd), one(afterEnd) };
}

bool isPartial(const TextChange &change, QStringView before, QStringView after)
{
    constexpr qsizetype shortest = 8; // of both: shorter ones are read at a glance
    const auto longer = std::max(before.size(), after.size());
    const auto same
        = std::max(before.size() - lengthOf(change.before), after.size() - lengthOf(change.after));
    return std::min(before.size(), after.size()) >= shortest && 3 * same >= longer;
}

} // namespace canal
