// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// Writes a file of frames:
//   bench_generate bulk|oltp|mixed ROWS ENTRIES_A_BATCH FILE   made from a seed, always the same
//   bench_generate repeat CAPTURE BYTES FILE   a recorded one over and over, up to so many bytes
#include <QCoreApplication>
#include <QStringList>

#include "tests/bench/framefile.h"
#include "tests/bench/measure.h"
#include "tests/bench/rowset.h"
#include <algorithm>
#include <map>

using namespace canal::bench;
using namespace Qt::StringLiterals;

namespace {

void write(QFile &file, const char *bytes, std::size_t size)
{
    if (file.write(bytes, static_cast<qint64>(size)) != static_cast<qint64>(size))
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

void generate(RowSet set, quint64 rows, quint32 entriesPerBatch, QFile &file)
{
    RowSetGenerator generator(set, rows, entriesPerBatch);
    std::string frame;
    while (generator.next(frame))
        write(file, frame.data(), frame.size());
    const auto &totals = generator.totals();
    print({ { u"rows"_s, qint64(totals.rows) },
            { u"entries"_s, qint64(totals.entries) },
            { u"batches"_s, qint64(totals.batches) },
            { u"cells"_s, qint64(totals.cells) },
            { u"bytes"_s, qint64(totals.bytes) },
            { u"bytes_per_row"_s, double(totals.bytes) / double(totals.rows) },
            { u"bytes_per_cell"_s, double(totals.bytes) / double(totals.cells) } });
}

void repeat(const QString &capture, quint64 bytes, QFile &file)
{
    const FrameFile recorded(capture, FrameFile::Where::Mapped);
    const auto times = std::max<quint64>(1, bytes / recorded.bytes().size());
    for (quint64 i = 0; i < times; ++i)
        write(file, recorded.bytes().data(), recorded.bytes().size());
    print({ { u"batches"_s, qint64(times * recorded.frames().size()) },
            { u"entries"_s, qint64(times * recorded.entries().size()) },
            { u"bytes"_s, qint64(times * recorded.bytes().size()) } });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments().mid(1);
    const std::map<QString, RowSet> sets { { u"bulk"_s, RowSet::Bulk },
                                           { u"oltp"_s, RowSet::Oltp },
                                           { u"mixed"_s, RowSet::Mixed } };
    const bool repeats = arguments.size() == 4 && arguments[0] == u"repeat";
    const bool generates = arguments.size() == 4 && sets.contains(arguments[0]);
    if (!repeats && !generates)
        qFatal("bench_generate bulk|oltp|mixed ROWS ENTRIES_A_BATCH FILE, or repeat CAPTURE BYTES "
               "FILE");
    QFile file(arguments.constLast());
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(file.fileName()));
    if (repeats)
        repeat(arguments[1], arguments[2].toULongLong(), file);
    else
        generate(sets.at(arguments[0]), arguments[1].toULongLong(), arguments[2].toUInt(), file);
    return 0;
}
