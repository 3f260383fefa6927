// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// What rows cost in memory, and what it costs to look at some of them:
//   bench_store FILE hot|sealed
#include <QCoreApplication>
#include <QStringList>

#include "tests/bench/measure.h"
#include "tests/bench/storeaccess.h"
#include <random>

using namespace canal;
using namespace canal::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t rowsOfPage = 50;
constexpr int pages = 2000;

// As when the window shows them: every value as a QString.
void showPage(const EventSnapshot &rows, std::uint32_t first, RowImage &image)
{
    qsizetype letters = 0;
    for (auto i = first; i < first + rowsOfPage; ++i) {
        if (rows.kind(RowId { i }) != RowKind::Row)
            continue;
        rows.read(RowId { i }, image);
        for (const auto &column : image.after().empty() ? image.before() : image.after())
            letters += QString::fromUtf8(column.value.data(),
                                         static_cast<qsizetype>(column.value.size()))
                           .size();
    }
    keep(static_cast<std::uint64_t>(letters));
}

std::vector<double> pageSeconds(const EventSnapshot &rows)
{
    std::mt19937 random(7); // NOLINT: the same pages in every run
    std::vector<double> seconds;
    RowImage image;
    for (int i = 0; i < pages; ++i) {
        const auto first = static_cast<std::uint32_t>(random() % (rows.size() - rowsOfPage));
        const Stopwatch watch;
        showPage(rows, first, image);
        seconds.push_back(watch.seconds());
    }
    return seconds;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() != 2)
        qFatal("bench_store FILE hot|sealed");
    const bool sealed = arguments[1] == u"sealed";
    if (sealed && !hasTiers) {
        print({ { u"unavailable"_s, true } });
        return 0;
    }
    const FrameFile file(arguments[0], FrameFile::Where::Mapped);
    const auto before = anonymousBytes();
    const auto store = makeStore(sealed ? Tier::Sealed : Tier::Hot);
    fill(*store, file);
    if (sealed)
        settle(*store);
    const auto memory = anonymousBytes() - before;
    const auto rows = store->snapshot();
    qint64 count = 0;
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        count += rows.kind(RowId { i }) == RowKind::Row ? 1 : 0;
    const auto seconds = pageSeconds(rows);
    print({ { u"rows"_s, count },
            { u"wire_bytes"_s, qint64(file.bytes().size()) },
            { u"memory_bytes"_s, qint64(memory) },
            { u"store_bytes"_s, qint64(store->bytes()) },
            { u"page_seconds_median"_s, median(seconds) },
            { u"page_seconds_p99"_s, percentile(seconds, 0.99) } });
    return 0;
}
