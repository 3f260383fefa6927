// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowcodec.h"

#include <QRandomGenerator>
#include <QTest>

#include "tests/support/entries.h"
#include "tests/support/protobuforacle.h"
#include "tests/support/recordedframes.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

// An encoder with its layouts, and what it makes of the rows of one entry.
struct Codec
{
    Layouts layouts;
    RowEncoder encoder { layouts, {} };
    ByteBuffer stored;

    // The bytes that all rows of the entry take.
    std::size_t append(const QByteArray &bytes, TableId table = TableId { 1 })
    {
        EntryView entry;
        RowChangeView change;
        std::size_t size = 0;
        if (scanEntry(view(bytes), entry) != ScanResult::Ok
            || scanRowChange(entry.storeValue, {}, change) != ScanResult::Ok)
            return 0;
        for (const auto &row : change.rows) {
            stored.clear();
            if (encoder.append(table, row, stored) != ScanResult::Ok)
                return 0;
            size += stored.size();
        }
        return size;
    }
};

Row update(const QByteArray &before, const QByteArray &after)
{
    const Cell id { "id", "42", "int(11)", 4, true, false };
    const Cell same { "name", "Ann", "varchar(40)", 12, false, false };
    return { { id, same, { "v", before, "int(11)", 4, false, false } },
             { id, same, { "v", after, "int(11)", 4, false, before != after } } };
}

} // namespace

class TestRowCodec : public QObject
{
    Q_OBJECT

private slots:
    void givesBackWhatRealServersSent_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &name : captures())
            QTest::newRow(qPrintable(name)) << name;
    }
    void givesBackWhatRealServersSent()
    {
        QFETCH(QString, name);
        const auto entries = recordedEntries(name);
        for (const auto &entry : entries)
            QCOMPARE(disagreementOfCodec(view(entry)), std::string());
        QCOMPARE(disagreementOfStore(views(entries)), std::string());
    }

    void givesBackDamagedRowsOrRefusesThem()
    {
        QRandomGenerator random(7);
        for (const auto &entry : recordedEntries(captures().constFirst())) {
            for (int i = 0; i < 20; ++i) {
                auto damaged = entry;
                damaged[random.bounded(damaged.size())] = static_cast<char>(random.bounded(256));
                QCOMPARE(disagreementOfCodec(view(damaged)), std::string());
            }
        }
    }

    void keepsWhatHasNotChangedOnce()
    {
        Codec codec;
        const QByteArray large(1000, 'x');
        const auto same = codec.append(rowsEntry(EventType::Update, { update(large, large) }));
        const auto other
            = codec.append(rowsEntry(EventType::Update, { update(large, QByteArray(1000, 'y')) }));
        QVERIFY2(same > 1000 && same < 1030, qPrintable(QString::number(same)));
        QVERIFY2(other > 2000 && other < 2030, qPrintable(QString::number(other)));
    }

    void namesAreKeptOncePerTable()
    {
        Codec codec;
        const QByteArray name(500, 'n');
        const Row row { {}, { { name, "1", "int(11)", 4, true, true } } };
        codec.append(rowsEntry(EventType::Insert, { row }));
        QVERIFY(codec.append(rowsEntry(EventType::Insert, { row })) < 10);
    }

    // S12: a big unsigned number, or the NULL of a SET, comes with another sqlType.
    void anotherSqlTypeIsNoOtherLayout()
    {
        Codec codec;
        for (int i = 0; i < 1000; ++i) {
            const Row row { {},
                            { { "a", "1", "bigint(20) unsigned", i % 2 == 0 ? -5 : 3, true, true },
                              { "b", i % 3 == 0 ? std::optional<QByteArray>() : "2", "set('x')",
                                i % 3 == 0 ? -2 : -7, false, true } } };
            QVERIFY(codec.append(rowsEntry(EventType::Insert, { row })) > 0);
        }
        QCOMPARE(codec.layouts.size(), 1U);
    }

    // binlog_row_image=MINIMAL: any subset of the columns.
    void missingColumnsAreNoOtherLayout()
    {
        Codec codec;
        QList<Cell> all;
        for (int i = 0; i < 8; ++i)
            all.append({ "c" + QByteArray::number(i), "1", "int(11)", 4, i == 0, true });
        QByteArray entry = rowsEntry(EventType::Insert, { { {}, all } });
        QVERIFY(codec.append(entry) > 0);
        QCOMPARE(codec.layouts.size(), 1U);
        QCOMPARE(disagreementOfCodec(view(entry)), std::string());
    }

    void aChangedTableHasAnotherLayout()
    {
        Codec codec;
        const Row before { {}, { { "a", "1", "int(11)", 4, true, true } } };
        const Row after { {}, { { "a", "1", "bigint(20)", -5, true, true } } };
        for (int i = 0; i < 10; ++i) {
            QVERIFY(codec.append(rowsEntry(EventType::Insert, { before })) > 0);
            QVERIFY(codec.append(rowsEntry(EventType::Insert, { after })) > 0);
        }
        QCOMPARE(codec.layouts.size(), 2U);
    }

    void endlessVersionsDoNotBreedLayouts()
    {
        Codec codec;
        for (int i = 0; i < 1000; ++i) {
            const Row row { {},
                            { { "c" + QByteArray::number(i), "1", "int(11)", 4, true, true } } };
            QVERIFY(codec.append(rowsEntry(EventType::Insert, { row })) > 0);
        }
        QCOMPARE(codec.layouts.size(), 64U);
    }

    void readsNoRowFromAnyBytes()
    {
        Codec codec;
        codec.append(rowsEntry(EventType::Update, { update("1", "2") }));
        RowView row;
        QRandomGenerator random(11);
        for (int i = 0; i < 10'000; ++i) {
            QByteArray bytes(random.bounded(1, 30), '\0');
            for (auto &byte : bytes)
                byte = static_cast<char>(random.bounded(256));
            bytes[0] = static_cast<char>(random.bounded(2)); // the only layout, or none
            (void)decodeRow(codec.layouts, {}, view(bytes), row);
        }
    }
};

QTEST_APPLESS_MAIN(TestRowCodec)
#include "tst_rowcodec.moc"
