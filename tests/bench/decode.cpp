// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// From frames to rows in a store, against libprotobuf and the memory's speed:
//   bench_decode FILE ROUNDS     in this process, in turns
//   bench_decode FILE memcpy     only that, some times
//   bench_decode FILE ours       once: read the file, decode, store, end
//   bench_decode FILE protobuf   once: read the file, parse, end
#include <QCoreApplication>
#include <QStringList>
#include <QtEndian>

#include "tests/bench/measure.h"
#include "tests/bench/oracle.h"
#include "tests/bench/storeaccess.h"
#include <array>
#include <cstring>
#include <fcntl.h>
#include <malloc.h>

using namespace canal;
using namespace canal::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t rowsToCompare = 1000;

std::uint32_t rowDatasOf(const EventSnapshot &rows)
{
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        count += rows.kind(RowId { i }) == RowKind::Row ? 1U : 0U;
    return count;
}

// Memory that one round gives back stays with the process, so that later rounds are "warm" as a
// Java heap is.
void keepFreedMemory()
{
    // NOLINTBEGIN(concurrency-mt-unsafe): before there is another thread
    ::mallopt(M_MMAP_THRESHOLD, 1 << 30);
    ::mallopt(M_TRIM_THRESHOLD, -1);
    ::mallopt(M_TOP_PAD, 64 << 20);
    // NOLINTEND(concurrency-mt-unsafe)
}

void measure(const QString &path, int rounds)
{
    keepFreedMemory();
    const FrameFile file(path, FrameFile::Where::Copied);
    const auto entries = file.entries();
    std::string copy(file.bytes().size(), '\0');
    std::unique_ptr<EventStore> store;
    std::uint32_t compared = 0;
    const auto check = [&] {
        if (store)
            compared += compareWithProtobuf(store->snapshot(), entries, rowsToCompare);
        store.reset();
    };
    const auto decodeInto = [&](Tier tier) {
        store = makeStore(tier);
        fill(*store, file);
    };
    std::vector<Method> methods {
        { "memcpy", [&] { std::memcpy(copy.data(), file.bytes().data(), file.bytes().size()); } },
        { "read", [&] { keep(sumOfWords(file.bytes())); } },
        { "ours", [&] { decodeInto(Tier::Hot); } },
        { "protobuf", [&] { parseWithProtobuf(file.frames()); }, check },
    };
    if (hasTiers)
        methods.push_back({ "ours, sealing", [&] {
                               decodeInto(Tier::Default);
                               settle(*store);
                           } });
    for (auto &method : methods)
        if (!method.prepare)
            method.prepare = check;
    std::uint32_t rows = 0;
    decodeInto(Tier::Hot); // also the first touch of the pages
    rows = rowDatasOf(store->snapshot());
    measureInTurns(methods, rounds);
    check();
    print({ { u"rows"_s, qint64(rows) },
            { u"bytes"_s, qint64(file.bytes().size()) },
            { u"compared_rows"_s, qint64(compared) },
            { u"seconds"_s, secondsByMethod(methods) } });
}

void copyOnly(const QString &path)
{
    constexpr int rounds = 5;
    const FrameFile file(path, FrameFile::Where::Copied);
    std::string copy(file.bytes().size(), '\0');
    std::vector<Method> methods {
        { "memcpy", [&] { std::memcpy(copy.data(), file.bytes().data(), file.bytes().size()); } },
    };
    measureInTurns(methods, rounds);
    print({ { u"bytes"_s, qint64(file.bytes().size()) },
            { u"seconds"_s, secondsByMethod(methods) } });
}

// The frames of a file one after the other through one buffer, as from a socket.
template <typename Use>
void forEachFrame(const QString &path, Use use)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        qFatal("cannot read %s", qPrintable(path));
    const auto readAll = [descriptor](char *to, std::size_t size) {
        while (size > 0) {
            const auto count = ::read(descriptor, to, size);
            if (count <= 0)
                return false;
            to += count;
            size -= static_cast<std::size_t>(count);
        }
        return true;
    };
    std::vector<char> frame;
    std::array<char, sizeof(quint32)> prefix {};
    while (readAll(prefix.data(), prefix.size())) {
        const auto length = qFromBigEndian<quint32>(prefix.data());
        if (frame.size() < length)
            frame.resize(length);
        if (!readAll(frame.data(), length))
            qFatal("%s ends inside a frame", qPrintable(path));
        use(std::string_view(frame.data(), length));
    }
    ::close(descriptor);
}

void decodeOnce(const QString &path)
{
    auto store = makeStore(Tier::Hot);
    std::int64_t batch = 0;
    forEachFrame(path, [&](std::string_view frame) { appendFrame(*store, frame, ++batch); });
    print({ { u"rows"_s, qint64(store->committedRows()) } });
}

void parseOnce(const QString &path)
{
    std::uint64_t rows = 0;
    forEachFrame(path, [&rows](std::string_view frame) { rows += parseWithProtobuf(frame); });
    print({ { u"rows"_s, qint64(rows) } });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() != 2)
        qFatal("bench_decode FILE ROUNDS|memcpy|ours|protobuf");
    if (arguments[1] == u"memcpy")
        copyOnly(arguments[0]);
    else if (arguments[1] == u"ours")
        decodeOnce(arguments[0]);
    else if (arguments[1] == u"protobuf")
        parseOnce(arguments[0]);
    else
        measure(arguments[0], arguments[1].toInt());
    return 0;
}
