// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/demofeed.h"

#include "protocol/server/officescenes.h"
#include "protocol/server/schemascenes.h"
#include "protocol/server/shopscenes.h"

#include <array>

namespace canal::server {
namespace {

using Scene = void (*)(DemoWorld &);

struct WeightedScene
{
    Scene scene;
    qint64 weight; // how often among all
};

constexpr std::array scenes {
    WeightedScene { fillCart, 24 },        WeightedScene { placeOrder, 12 },
    WeightedScene { payOrder, 12 },        WeightedScene { shipOrder, 14 },
    WeightedScene { closeOrder, 7 },       WeightedScene { archiveOrders, 2 },
    WeightedScene { abandonCart, 3 },      WeightedScene { restock, 4 },
    WeightedScene { reprice, 3 },          WeightedScene { renameProduct, 1 },
    WeightedScene { registerCustomer, 4 }, WeightedScene { editCustomer, 5 },
    WeightedScene { openTicket, 2 },       WeightedScene { answerTicket, 3 },
    WeightedScene { closeTicket, 2 },      WeightedScene { addLead, 1 },
    WeightedScene { workOnLead, 3 },       WeightedScene { logRequests, 7 },
    WeightedScene { writeAudit, 2 },       WeightedScene { beat, 5 },
    WeightedScene { moveStore, 1 },
};

constexpr qint64 totalWeight = [] {
    qint64 total = 0;
    for (const auto &scene : scenes)
        total += scene.weight;
    return total;
}();

// The beginning, for whoever looks for the first time: some of everything.
constexpr std::array<Scene, 30> opening {
    registerFirstCustomer,
    fillCart,
    fillCart,
    editCustomer,
    fillCart,
    fillCart,
    logRequests,
    placeOrder,
    payOrder,
    restock,
    fillCart,
    shipOrder,
    writeAudit,
    beat,
    openTicket,
    workOnLead,
    reprice,
    abandonCart,
    answerTicket,
    fillCart,
    placeOrder,
    renameProduct,
    editCustomer,
    closeOrder,
    closeTicket,
    moveStore,
    registerCustomer,
    payOrder,
    logRequests,
    shipOrder,
};

// After so many rows, and then again and again.
constexpr qint64 rowsBetweenSchemaChanges = 1'500;
constexpr qint64 rowsBetweenReports = 4'000;
constexpr qint64 rowsBetweenLoads = 20'000;

} // namespace

class DemoFeed::Private
{
public:
    Private(quint64 seed, Flavour flavour)
        : m_world(seed, flavour)
        , m_schema(m_world)
    { }

    DemoTransaction next()
    {
        const auto rowsBefore = m_world.binlog.rowCount();
        play(rowsBefore);
        return { m_world.binlog.takeEntries(), m_world.binlog.rowCount() - rowsBefore };
    }

private:
    void play(qint64 rows)
    {
        if (rows >= m_nextSchemaChange) {
            m_nextSchemaChange = rows + rowsBetweenSchemaChanges;
            return m_schema.changeSchema();
        }
        if (rows >= m_nextReport) {
            m_nextReport = rows + rowsBetweenReports;
            return m_schema.makeReport();
        }
        if (rows >= m_nextLoad) {
            m_nextLoad = rows + rowsBetweenLoads;
            return m_schema.loadPrices();
        }
        if (m_opening < opening.size())
            return opening[m_opening++](m_world);
        playAny();
    }

    void playAny()
    {
        auto left = m_world.random.below(totalWeight);
        for (const auto &[scene, weight] : scenes) {
            left -= weight;
            if (left < 0)
                return scene(m_world);
        }
    }

    DemoWorld m_world;
    SchemaScenes m_schema;
    std::size_t m_opening = 0;
    qint64 m_nextSchemaChange = 90;
    qint64 m_nextReport = 140;
    qint64 m_nextLoad = 4'500;
};

DemoFeed::DemoFeed(quint64 seed, Flavour flavour)
    : d(std::make_unique<Private>(seed, flavour))
{ }

DemoFeed::~DemoFeed() = default;

DemoTransaction DemoFeed::nextTransaction() { return d->next(); }

} // namespace canal::server
