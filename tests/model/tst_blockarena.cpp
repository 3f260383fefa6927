// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/blockarena.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace canal;

namespace {

// A record that can be told from all others, of 100 to 1,099 bytes.
std::string record(std::uint32_t i)
{
    std::string bytes(100 + i % 1000, static_cast<char>('a' + i % 26));
    bytes.replace(0, 8, QByteArray::number(i).rightJustified(8, '0').toStdString());
    return bytes;
}

std::vector<Place> fill(BlockArena &arena, std::uint32_t count)
{
    std::vector<Place> places;
    for (std::uint32_t i = 0; i < count; ++i)
        places.push_back(arena.append(record(i)));
    arena.commit();
    return places;
}

bool holdsAll(const BlockArena &arena, const std::vector<Place> &places)
{
    HeldBlock held;
    for (std::uint32_t i = 0; i < places.size(); ++i)
        if (!arena.read(places[i], held).starts_with(record(i)))
            return false;
    return true;
}

} // namespace

class TestBlockArena : public QObject
{
    Q_OBJECT

private slots:
    void givesBackWhatWasAppended()
    {
        BlockArena arena({});
        QVERIFY(holdsAll(arena, fill(arena, 1000)));
    }

    void takesRecordsLargerThanABlock()
    {
        BlockArena arena({});
        const std::string large(300'000, 'x');
        (void)arena.append("small");
        const auto place = arena.append(large);
        const auto after = arena.append("small again");
        arena.commit();
        HeldBlock held;
        QCOMPARE(arena.read(place, held).substr(0, large.size()), std::string_view(large));
        QVERIFY(arena.read(after, held).starts_with("small again"));
        arena.settle();
        held = {};
        QCOMPARE(arena.read(place, held).substr(0, large.size()), std::string_view(large));
    }

    void sealedBlocksAreSmallerAndTheSame()
    {
        BlockArena arena({});
        const auto places = fill(arena, 10'000);
        const auto before = arena.bytes();
        arena.settle();
        QVERIFY(arena.bytes() < before / 2 + (1U << 20)); // spare blocks are kept
        QVERIFY(holdsAll(arena, places));
    }

    void blocksBeyondTheBudgetAreInAFile()
    {
        const QTemporaryDir directory;
        BlockArena arena({ 0, 64U << 10, directory.path().toStdString() });
        const auto places = fill(arena, 20'000);
        arena.settle();
        QVERIFY(arena.fileBytes() > 0);
        QVERIFY(!arena.fileFailed());
        QVERIFY2(QDir(directory.path()).isEmpty(), "the file has no name");
        QVERIFY(holdsAll(arena, places));
    }

    void withoutAFileNothingIsLost()
    {
        BlockArena arena({ 0, 64U << 10, "/nonexistent/directory" });
        const auto places = fill(arena, 5'000);
        arena.settle();
        QTRY_VERIFY(arena.fileFailed());
        QVERIFY(holdsAll(arena, places));
    }

    void droppedBlocksFreeTheirMemory()
    {
        BlockArena arena({});
        std::size_t most = 0;
        for (int round = 0; round < 20; ++round) {
            (void)fill(arena, 2'000);
            arena.dropBefore(arena.lastBlock());
            most = std::max(most, arena.bytes());
        }
        QVERIFY2(most < 30U << 20, qPrintable(QString::number(most)));
    }

    void aHeldBlockOutlivesItsSealing()
    {
        BlockArena arena({});
        const auto places = fill(arena, 1'000);
        HeldBlock held;
        const auto bytes = arena.read(places[3], held);
        arena.settle();
        QVERIFY(bytes.starts_with(record(3)));
    }

    void readersGoOnWhileBlocksAreSealedAndSpilled()
    {
        BlockArena arena({ 256U << 10, 1U << 20, {} });
        constexpr std::uint32_t count = 20'000;
        std::vector<Place> places(count);
        std::atomic<std::uint32_t> committed { 0 };
        std::atomic<bool> wrong { false };
        const auto reader = [&](std::uint32_t seed) {
            HeldBlock held;
            std::uint32_t i = seed;
            while (committed.load(std::memory_order_acquire) < count) {
                const auto size = committed.load(std::memory_order_acquire);
                if (size == 0)
                    continue;
                i = (i * 7919 + 13) % size;
                if (!arena.read(places[i], held).starts_with(record(i)))
                    wrong = true;
            }
        };
        std::jthread first(reader, 1);
        std::jthread second(reader, 2);
        for (std::uint32_t i = 0; i < count; ++i) {
            places[i] = arena.append(record(i));
            if (i % 100 == 99) {
                arena.commit();
                committed.store(i + 1, std::memory_order_release);
            }
        }
        first.join();
        second.join();
        QVERIFY(!wrong);
        QVERIFY(holdsAll(arena, places));
    }

    void goesAwayWhileBlocksWaitToBeSealed()
    {
        for (int round = 0; round < 50; ++round) {
            BlockArena arena({ 0, 1, {} });
            for (std::uint32_t i = 0; i < 5'000; ++i)
                arena.append(record(i));
        }
    }
};

QTEST_APPLESS_MAIN(TestBlockArena)
#include "tst_blockarena.moc"
