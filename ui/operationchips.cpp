// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/operationchips.h"

#include "model/tabletreemodel.h"
#include "ui/operationchip.h"
#include "ui/plaintext.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace canal {

static constexpr auto allGroups
    = { OperationGroup::Insert, OperationGroup::Update, OperationGroup::Delete, OperationGroup::Ddl,
        OperationGroup::Transaction };

OperationChips::OperationChips(QWidget *parent)
    : QWidget(parent)
    , m_all(new OperationChip({}, tr("All"), this))
    , m_insert(new OperationChip(Operation::Insert, tr("Insert"), this))
    , m_update(new OperationChip(Operation::Update, tr("Update"), this))
    , m_delete(new OperationChip(Operation::Delete, tr("Delete"), this))
    , m_ddl(new OperationChip(Operation::Ddl, tr("DDL"), this))
    , m_transaction(new OperationChip(Operation::Commit, tr("TX"), this))
{
    setObjectName(u"operationChips"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_all->setObjectName(u"chipAll"_s);
    m_insert->setObjectName(u"chipInsert"_s);
    m_update->setObjectName(u"chipUpdate"_s);
    m_delete->setObjectName(u"chipDelete"_s);
    m_ddl->setObjectName(u"chipDdl"_s);
    m_transaction->setObjectName(u"chipTransaction"_s);
    for (auto *chip : { m_all, m_insert, m_update, m_delete, m_ddl, m_transaction })
        row->addWidget(chip);
    setSafeTip(*m_all, tr("Rows of every operation"));
    setSafeTip(*m_transaction,
               tr("BEGIN and COMMIT of transactions; hidden unless they are asked for. Ctrl+click "
                  "shows them with the rest."));
    for (auto *chip : { m_insert, m_update, m_delete, m_ddl })
        setSafeTip(*chip, tr("Only these rows; Ctrl+click: these too"));
    connect(m_all, &OperationChip::chosen, this, [this] { emit chosen({}); });
    for (const auto group : allGroups)
        connect(chipOf(group), &OperationChip::chosen, this,
                [this, group](Qt::KeyboardModifiers with) { choose(group, with); });
    showFilter({});
}

OperationChip *OperationChips::chipOf(OperationGroup group) const
{
    switch (group) {
    case OperationGroup::Insert:
        return m_insert;
    case OperationGroup::Update:
        return m_update;
    case OperationGroup::Delete:
        return m_delete;
    case OperationGroup::Ddl:
        return m_ddl;
    case OperationGroup::Transaction:
        break;
    }
    return m_transaction;
}

void OperationChips::choose(OperationGroup group, Qt::KeyboardModifiers with)
{
    OperationChoice choice { false, group };
    if (with.testFlag(Qt::ControlModifier)) {
        choice.groups = m_choice.groups ^ group;
        choice.everything = m_choice.everything && group == OperationGroup::Transaction;
    } else if (m_choice == choice) {
        choice.groups = {}; // the only one once more
    }
    if (!choice.groups)
        choice.everything = true;
    emit chosen(choice);
}

void OperationChips::showFilter(const FilterSpec &filter)
{
    m_choice = operationChoice(filter);
    m_all->setChecked(m_choice.everything);
    for (const auto group : allGroups)
        chipOf(group)->setChecked(m_choice.groups.testFlag(group));
}

void OperationChips::showCounts(const TableTreeModel &tables)
{
    m_insert->setCount(tables.countOf(Operation::Insert));
    m_update->setCount(tables.countOf(Operation::Update));
    m_delete->setCount(tables.countOf(Operation::Delete));
    m_ddl->setCount(tables.countOf(Operation::Ddl));
    m_transaction->setCount(tables.countOf(Operation::Begin) + tables.countOf(Operation::Commit));
}

} // namespace canal
