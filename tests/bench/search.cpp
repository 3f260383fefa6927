// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// Filters and text search over a store that holds a file so many times over:
//   bench_search FILE TIMES ROUNDS hot|sealed
#include "model/filterjob.h"

#include <QAbstractTableModel>
#include <QCoreApplication>
#include <QSortFilterProxyModel>
#include <QStringList>

#include "tests/bench/measure.h"
#include "tests/bench/storeaccess.h"
#include <algorithm>

using namespace canal;
using namespace canal::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t rowsForProxy = 1'000'000;

TableId tableNamed(const EventSnapshot &rows, std::string_view name)
{
    for (std::uint32_t i = 1; i <= rows.tableCount(); ++i)
        if (rows.tableName(TableId { i }).table == name)
            return TableId { i };
    qFatal("the set has no table %s", std::string(name).c_str());
}

RowFilter onlyTable(const EventSnapshot &rows, TableId shown)
{
    RowFilter spec;
    for (std::uint32_t i = 1; i <= rows.tableCount(); ++i)
        if (TableId { i } != shown)
            spec.hiddenTables.push_back(TableId { i });
    return spec;
}

// The reference: a model that knows nothing but each row's table, and Qt's filter before it.
class TableOnlyModel : public QAbstractTableModel
{
public:
    explicit TableOnlyModel(const EventSnapshot &rows, std::uint32_t count)
    {
        for (std::uint32_t i = 0; i < count; ++i)
            m_tables.push_back(raw(rows.table(RowId { i })));
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_tables.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 1;
    }
    QVariant data(const QModelIndex &, int) const override { return {}; }
    std::uint32_t tableOf(int row) const { return m_tables[static_cast<std::size_t>(row)]; }

private:
    std::vector<std::uint32_t> m_tables;
};

class TableProxy : public QSortFilterProxyModel
{
public:
    explicit TableProxy(const TableOnlyModel &model)
        : m_model(model)
    { }
    void show(std::optional<TableId> table)
    {
        m_shown = table;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        return !m_shown || m_model.tableOf(row) == raw(*m_shown);
    }

private:
    const TableOnlyModel &m_model;
    std::optional<TableId> m_shown;
};

void measureFilters(const EventSnapshot &rows, int rounds)
{
    const auto table = tableNamed(rows, "payments");
    const auto spec = onlyTable(rows, table);
    const TableColumn column(rows);
    std::size_t hits = 0;
    std::vector<Method> methods {
        { "scan", [&] { keep(column.sum()); } },
        { "table", [&] { hits = matchingRows(rows, spec, 0, rows.size()).size(); } },
    };
    if (hasTypeFilter)
        methods.push_back({ "type", [&, byType = typeFilter(EventType::Update)] {
                               keep(matchingRows(rows, byType, 0, rows.size()).size());
                           } });
    measureInTurns(methods, rounds);
    print({ { u"what"_s, u"filter"_s },
            { u"rows"_s, qint64(rows.size()) },
            { u"hits"_s, qint64(hits) },
            { u"seconds"_s, secondsByMethod(methods) } });
}

void compareWithProxy(const EventSnapshot &rows, int rounds)
{
    const auto count = std::min(rows.size(), rowsForProxy);
    const auto table = tableNamed(rows, "payments");
    const auto spec = onlyTable(rows, table);
    TableOnlyModel model(rows, count);
    TableProxy proxy(model);
    proxy.setSourceModel(&model);
    std::size_t hits = 0;
    std::vector<Method> methods {
        { "ours", [&] { hits = matchingRows(rows, spec, 0, count).size(); } },
        { "proxy", [&] { proxy.show(table); },
          [&] { // all rows again, without the time that takes it
              proxy.setSourceModel(nullptr);
              proxy.show({});
              proxy.setSourceModel(&model);
              keep(static_cast<std::uint64_t>(proxy.rowCount()));
          } },
    };
    measureInTurns(methods, rounds);
    if (static_cast<std::size_t>(proxy.rowCount()) != hits)
        qFatal("the proxy shows %d rows, the filter finds %zu", proxy.rowCount(), hits);
    print({ { u"what"_s, u"proxy"_s },
            { u"rows"_s, qint64(count) },
            { u"seconds"_s, secondsByMethod(methods) } });
}

// The beginning of the order number of a row that is three tenths into the file, written in the
// other case: the rows of one second have it.
QByteArray needleFrom(const EventSnapshot &rows, std::uint32_t rowsOfFile)
{
    constexpr std::size_t needleBytes = 12;
    RowImage image;
    for (auto i = rowsOfFile / 10 * 3; i < rowsOfFile; ++i) {
        rows.read(RowId { i }, image);
        const auto *number = columnNamed("order_no", image.after(), 1);
        if (number != nullptr && number->value.size() > needleBytes)
            return QByteArray(number->value.data(), needleBytes).toLower();
    }
    qFatal("the set has no order numbers");
}

RowFilter textFilter(const QByteArray &needle)
{
    const auto text = QString::fromStdString(filterQuoted(needle.toStdString()));
    return filterOf(text);
}

bool holds(const RowImage &image, const QByteArray &needle)
{
    const auto holdsIt = [&needle](const ColumnView &column) {
        const auto lower = QByteArray::fromRawData(column.value.data(),
                                                   static_cast<qsizetype>(column.value.size()))
                               .toLower();
        return lower.contains(needle);
    };
    return std::ranges::any_of(image.before(), holdsIt)
        || std::ranges::any_of(image.after(), holdsIt);
}

// What the search must find among the first rows, the slow way.
void checkSearch(const EventSnapshot &rows, const QByteArray &needle)
{
    const auto count = std::min(rows.size(), rowsForProxy);
    RowImage image;
    std::vector<RowId> expected;
    for (std::uint32_t i = 0; i < count; ++i) {
        rows.read(RowId { i }, image);
        if (holds(image, needle))
            expected.push_back(RowId { i });
    }
    if (expected.empty() || matchingRows(rows, textFilter(needle), 0, count) != expected)
        qFatal("the text search does not find what the cells hold");
}

double secondsToFirstHit(const EventSnapshot &rows, const RowFilter &spec)
{
    FilterJob job;
    const Stopwatch watch;
    job.start(rows, spec, 0, rows.size());
    while (job.isRunning())
        if (!job.take().found.empty())
            break;
    return watch.seconds();
}

void measureSearch(const EventSnapshot &rows, std::size_t arena, const QByteArray &needle,
                   int rounds)
{
    checkSearch(rows, needle);
    const auto spec = textFilter(needle);
    constexpr auto partBytes = std::size_t(1) << 30;
    const std::string part(std::min(arena, partBytes), 'x');
    std::size_t hits = 0;
    std::vector<Method> methods {
        { "read",
          [&] {
              for (std::size_t left = arena; left > 0; left -= std::min(left, part.size()))
                  keep(sumOfWords(std::string_view(part).substr(0, left)));
          } },
        { "search", [&] { hits = matchingRows(rows, spec, 0, rows.size()).size(); } },
    };
    measureInTurns(methods, rounds);
    std::vector<double> first;
    first.reserve(static_cast<std::size_t>(rounds));
    for (int i = 0; i < rounds; ++i)
        first.push_back(secondsToFirstHit(rows, spec));
    print({ { u"what"_s, u"search"_s },
            { u"rows"_s, qint64(rows.size()) },
            { u"hits"_s, qint64(hits) },
            { u"arena_bytes"_s, qint64(arena) },
            { u"first_hit_seconds"_s, median(first) },
            { u"seconds"_s, secondsByMethod(methods) } });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() != 4)
        qFatal("bench_search FILE TIMES ROUNDS hot|sealed");
    const bool sealed = arguments[3] == u"sealed";
    if (sealed && !hasTiers) {
        print({ { u"unavailable"_s, true } });
        return 0;
    }
    const FrameFile file(arguments[0], FrameFile::Where::Mapped);
    const auto store = makeStore(sealed ? Tier::Sealed : Tier::Hot);
    fill(*store, file);
    const auto rowsOfFile = store->committedRows();
    fill(*store, file, arguments[1].toInt() - 1);
    if (sealed)
        settle(*store);
    const auto rows = store->snapshot();
    const int rounds = arguments[2].toInt();
    if (!sealed) {
        measureFilters(rows, rounds);
        compareWithProxy(rows, rounds);
    }
    measureSearch(rows, arenaBytes(*store), needleFrom(rows, rowsOfFile), rounds);
    return 0;
}
