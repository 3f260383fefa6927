// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/batchpanel.h"

#include "model/rowsummary.h"
#include "ui/batchdelegate.h"
#include "ui/docktitle.h"
#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/storegauge.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace canal {

using Role = Theme::Role;
using Step = AckControls::Step;

BatchPanel::BatchPanel(SessionModels &models, AckControls &acks, QWidget *parent)
    : QWidget(parent)
    , m_models(models)
    , m_acks(acks)
    , m_table(new QTableView(this))
    , m_delegate(new BatchDelegate(this))
    , m_gauge(new StoreGauge(180, 8, this))
    , m_share(new PlainLabel(this))
    , m_remark(new PlainLabel(this))
    , m_storeLine(new QWidget(this))
    , m_buttons(new QWidget(this))
{
    setUpTable();
    setUpStoreLine();
    setUpButtons();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_storeLine);
    column->addWidget(m_buttons);
    column->addWidget(m_table, 1);

    connect(&acks, &AckControls::changed, this, &BatchPanel::refresh);
    connect(&models.batches(), &QAbstractItemModel::rowsInserted, this, [this] {
        const auto &bar = *m_table->verticalScrollBar();
        if (bar.value() == bar.maximum())
            m_table->scrollToBottom();
    });
    tint();
    refresh();
}

void BatchPanel::setUpTable()
{
    m_table->setObjectName(u"batchTable"_s);
    m_table->setAccessibleName(tr("Batches"));
    m_table->setModel(&m_models.batches());
    m_table->setItemDelegate(m_delegate);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(BatchDelegate::rowHeight);
    auto &header = *m_table->horizontalHeader();
    header.setFixedHeight(22);
    header.setHighlightSections(false);
    header.setSectionsClickable(false);
    header.setMinimumSectionSize(30);
    header.setAccessibleName(tr("Columns of the batch table"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                m_acks.setHere(current.isValid()
                                   ? std::optional(static_cast<quint32>(current.row()))
                                   : std::nullopt);
            });
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        emit batchActivated(static_cast<quint32>(index.row()));
    });
}

void BatchPanel::setUpStoreLine()
{
    auto *line = m_storeLine;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(10);
    auto *name = new PlainLabel(tr("Server store"), line);
    auto bold = Theme::uiFont();
    bold.setBold(true);
    name->setFont(bold);
    row->addWidget(name);
    row->addWidget(m_share);
    row->addWidget(m_gauge);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    m_remark->setMinimumWidth(1);
    row->addWidget(m_remark, 1);
}

void BatchPanel::setUpButtons()
{
    auto *line = m_buttons;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(8, 0, 8, 6);
    row->setSpacing(6);
    const auto add = [&](const QString &name, void (AckControls::*step)()) {
        auto *button = new QPushButton(line);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, &m_acks, step);
        row->addWidget(button);
        return button;
    };
    m_next = add(u"ackNext"_s, &AckControls::ackNext);
    m_upTo = add(u"ackUpToHere"_s, &AckControls::ackUpToHere);
    m_all = add(u"ackAll"_s, &AckControls::ackAll);
    row->addSpacing(12);
    m_rollBack = add(u"rollBack"_s, &AckControls::rollBack);
    row->addStretch(1);
}

void BatchPanel::setUpTitle(DockTitle &title) { m_title = &title; }

void BatchPanel::setSession(const SessionView &view)
{
    m_mode = view.profile.mode;
    m_clientId = view.profile.clientId;
    const bool manual = m_mode == AccessMode::Manual;
    m_buttons->setVisible(manual);
    m_storeLine->setVisible(manual);
    chooseColumns();
    refresh();
}

void BatchPanel::selectBatch(std::optional<quint32> batch)
{
    if (!batch)
        return;
    const auto index = m_models.batches().index(static_cast<int>(*batch), 0);
    if (index.isValid() && m_table->currentIndex().row() != index.row())
        m_table->setCurrentIndex(index);
}

// ---- state

void BatchPanel::refresh()
{
    refreshButtons();
    refreshStore();
    m_delegate->setAckRange(m_acks.rangeToHere());
    m_table->viewport()->update();
}

void BatchPanel::refreshButtons()
{
    const auto show = [this](QPushButton &button, Step step) {
        const auto option = m_acks.option(step);
        button.setText(option.text);
        button.setEnabled(option.enabled);
        setSafeTip(button, option.tip);
    };
    show(*m_next, Step::Next);
    show(*m_upTo, Step::UpToHere);
    show(*m_all, Step::All);
    show(*m_rollBack, Step::RollBack);
    const auto here = m_acks.option(Step::UpToHere);
    m_remark->setText(here.enabled
                          ? tr("Up to here %1").arg(here.tip)
                          : tr("un-acked by us · when it is full the server stops for everybody"));
}

void BatchPanel::refreshStore()
{
    const auto *ledger = m_models.ledger();
    const auto bytes = ledger != nullptr ? ledger->unackedBytes() : 0;
    const auto count = ledger != nullptr ? static_cast<int>(ledger->unackedCount()) : 0;
    m_gauge->setBytes(bytes);
    m_share->setText(
        tr("%1 of ~16 MB · %2 %").arg(sizeText(bytes)).arg(StoreGauge::percentOf(bytes)));
    if (m_title == nullptr)
        return;
    const auto unacked = tr("%n un-acked", nullptr, count);
    m_title->setSubject(ledger == nullptr ? QString()
                            : m_mode == AccessMode::Manual
                            ? tr("client %1 · %2").arg(m_clientId).arg(unacked)
                            : unacked);
}

// ---- look

// In a narrow dock the dot says the state and positions stay out.
void BatchPanel::chooseColumns()
{
    constexpr int wide = 460;
    constexpr int widest = 620;
    const bool isWide = width() >= wide;
    auto &header = *m_table->horizontalHeader();
    m_table->setColumnHidden(BatchModel::StateColumn, !isWide);
    constexpr int roomForTime = 240;
    m_table->setColumnHidden(BatchModel::ReceivedColumn, width() < roomForTime);
    m_table->setColumnHidden(BatchModel::FirstColumn, width() < widest);
    m_table->setColumnHidden(BatchModel::LastColumn, width() < widest);
    for (int column = 0; column < BatchModel::ColumnCount; ++column)
        header.setSectionResizeMode(column, QHeaderView::Interactive);
    header.setSectionResizeMode(isWide ? BatchModel::StateColumn : BatchModel::BatchColumn,
                                QHeaderView::Stretch);
    header.resizeSection(BatchModel::BatchColumn, 76);
    header.resizeSection(BatchModel::RowsColumn, isWide ? 56 : 46);
    header.resizeSection(BatchModel::SizeColumn, 58);
    header.resizeSection(BatchModel::ReceivedColumn, isWide ? 76 : 66);
    header.resizeSection(BatchModel::FirstColumn, 120);
    header.resizeSection(BatchModel::LastColumn, 120);
    m_remark->setVisible(width() >= widest);
}

void BatchPanel::tint()
{
    const auto &theme = Theme::of(palette());
    m_next->setIcon(tintedIcon(u"ack"_s, Role::Text2, theme));
    m_upTo->setIcon(tintedIcon(u"ackupto"_s, Role::Text2, theme));
    m_all->setIcon(tintedIcon(u"ackall"_s, Role::Text2, theme));
    m_rollBack->setIcon(tintedIcon(u"rollback"_s, Role::ErrorIcon, theme));
    auto red = m_rollBack->palette();
    red.setColor(QPalette::ButtonText, theme(Role::ErrorText));
    red.setColor(QPalette::Disabled, QPalette::ButtonText, theme(Role::Disabled));
    if (red != m_rollBack->palette())
        m_rollBack->setPalette(red);
}

void BatchPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    chooseColumns();
}

void BatchPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace canal
