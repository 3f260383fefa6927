// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timelineview.h"

#include "model/sqltext.h"
#include "ui/docktitle.h"
#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/sqlview.h"
#include "ui/timelinedelegate.h"
#include "ui/timelinelane.h"
#include "ui/toolbutton.h"

#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace canal {

static QTableView *makeTable(const QString &name, QAbstractItemModel &model, int rowHeight,
                             QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(name);
    table->setModel(&model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(1);
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    return table;
}

TimelineView::TimelineView(TimelineModel &versions, QWidget *parent)
    : QWidget(parent)
    , m_versions(versions)
    , m_matrix(versions)
    , m_tabs(new QTabBar(this))
    , m_copy(makeToolButton(u"timelineCopy"_s, tr("Copy the SQL"), this))
    , m_changedOnly(new QCheckBox(tr("Only changed"), this))
    , m_pages(new QStackedWidget(this))
    , m_hint(new PlainLabel(this))
    , m_lane(new TimelineLane(versions, this))
    , m_list(makeTable(u"timelineList"_s, versions, TimelineDelegate::rowHeight, this))
    , m_values(makeTable(u"timelineValues"_s, m_matrix, MatrixDelegate::rowHeight, this))
    , m_undo(new SqlView(this))
    , m_redo(new SqlView(this))
    , m_remark(new PlainLabel(this))
{
    setUpTabs();
    setUpList();
    setUpMatrix();
    m_undo->setObjectName(u"timelineUndo"_s);
    m_undo->setAccessibleName(tr("SQL that takes the change back"));
    m_redo->setObjectName(u"timelineRedo"_s);
    m_redo->setAccessibleName(tr("SQL that makes the change again"));
    m_hint->setObjectName(u"timelineHint"_s);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(12, 0, 12, 0);
    m_hint->setMinimumSize(1, 1);
    m_remark->setObjectName(u"timelineRemark"_s);
    m_remark->setFont(Theme::uiFont(11));
    m_remark->setWordWrap(true);
    m_remark->setContentsMargins(8, 3, 8, 3);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    for (auto *page : std::initializer_list<QWidget *> { m_hint, m_values, m_undo, m_redo })
        m_pages->addWidget(page);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_pages, 1);
    column->addWidget(m_remark);
    connect(&versions, &TimelineModel::changed, this, &TimelineView::refresh);
    tint();
    refresh();
}

void TimelineView::setUpTabs()
{
    m_tabs->setObjectName(u"timelineTabs"_s);
    m_tabs->setAccessibleName(tr("What to show of the row's history"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const auto &words : { tr("Versions"), tr("Columns"), tr("Undo SQL"), tr("Redo SQL") })
        m_tabs->addTab(words);
    m_changedOnly->setObjectName(u"timelineChangedOnly"_s);
    m_changedOnly->setChecked(true);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(4, 0, 4, 0);
    strip->addWidget(m_tabs);
    strip->addStretch(1);
    strip->addWidget(m_changedOnly);
    strip->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(strip);
    connect(m_tabs, &QTabBar::currentChanged, this, &TimelineView::showTab);
    connect(m_copy, &QToolButton::clicked, this, &TimelineView::copy);
    connect(m_changedOnly, &QCheckBox::toggled, &m_matrix, &TimelineMatrix::setChangedOnly);
}

void TimelineView::setUpList()
{
    m_list->setAccessibleName(tr("Versions of the row"));
    m_list->setItemDelegate(new TimelineDelegate(m_list));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->verticalHeader()->hide();
    auto &header = *m_list->horizontalHeader();
    header.hide();
    header.setSectionResizeMode(TimelineModel::ChangedColumn, QHeaderView::Stretch);
    header.resizeSection(TimelineModel::TimeColumn, 104);
    header.resizeSection(TimelineModel::NumberColumn, 72);
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_lane);
    column->addWidget(m_list, 1);
    m_pages->addWidget(page);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                m_lane->choose(current.row());
                if (current.isValid())
                    chooseVersion(current.row());
            });
    connect(m_lane, &TimelineLane::clicked, this,
            [this](int version) { m_list->selectRow(version); });
}

void TimelineView::setUpMatrix()
{
    constexpr int columnWidth = 120;
    m_values->setAccessibleName(tr("Values of every version"));
    m_values->setItemDelegate(new MatrixDelegate(m_values));
    m_values->setCornerButtonEnabled(false);
    auto &header = *m_values->horizontalHeader();
    header.setFixedHeight(22);
    header.setDefaultSectionSize(columnWidth);
    header.setHighlightSections(false);
    header.setSectionsClickable(false);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_values->verticalHeader()->setHighlightSections(false);
    m_values->verticalHeader()->setSectionsClickable(false);
    m_values->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_values, &QTableView::clicked, this,
            [this](const QModelIndex &index) { m_list->selectRow(index.column()); });
}

void TimelineView::setUpTitle(DockTitle &title)
{
    m_title = &title;
    title.addControl(m_changedOnly);
    title.addControl(m_copy);
}

void TimelineView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit shown();
}

void TimelineView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void TimelineView::tint()
{
    m_copy->setIcon(tintedIcon(u"duplicate"_s, Theme::Role::Text2, Theme::of(palette())));
}

// ---- showing

TimelineView::Tab TimelineView::tab() const { return static_cast<Tab>(m_tabs->currentIndex()); }

int TimelineView::chosen() const { return m_list->currentIndex().row(); }

void TimelineView::choose(std::optional<RowId> row)
{
    m_row = row;
    refresh();
}

void TimelineView::refresh()
{
    const auto version = m_row ? m_versions.indexOf(*m_row) : std::nullopt;
    if (version && *version != chosen()) {
        const QScopedValueRollback guard(m_choosing, true);
        m_list->selectRow(*version);
    }
    m_lane->choose(chosen());
    if (m_title != nullptr)
        m_title->setSubject((m_versions.tableName() + u' ' + m_versions.keyText()).trimmed());
    const auto words = remark();
    m_remark->setText(words);
    m_remark->setVisible(!words.isEmpty());
    showTab();
}

QString TimelineView::hint() const
{
    switch (m_versions.state()) {
    case TimelineModel::State::NoRow:
        return tr("Select a row to see its history.");
    case TimelineModel::State::NoKey:
        return tr("This row has no primary key by which it could be followed.");
    case TimelineModel::State::Searching:
        return m_versions.rowCount() == 0 ? tr("Searching…") : QString();
    case TimelineModel::State::Complete:
        if (m_versions.rowCount() == 0)
            return tr("No change of this row is among the captured ones.");
        break;
    case TimelineModel::State::Full:
        break;
    }
    return {};
}

QString TimelineView::remark() const
{
    QStringList sentences;
    if (m_versions.state() == TimelineModel::State::Full)
        sentences.append(tr("The list ends after %n versions: later ones are not in it.", nullptr,
                            TimelineModel::mostVersions));
    if (m_versions.rowCount() > 0 && m_versions.version(0).event != EventType::Insert)
        sentences.append(tr("Changes before the capture began are not known."));
    if (m_versions.repeated() > 0)
        sentences.append(tr("%n changes came again after a rollback and are counted once.", nullptr,
                            m_versions.repeated()));
    return sentences.join(u' ');
}

void TimelineView::showTab()
{
    const auto words = hint();
    m_hint->setText(words);
    m_sql.clear();
    m_changedOnly->setVisible(tab() == Tab::Columns);
    const bool isSql = tab() == Tab::Undo || tab() == Tab::Redo;
    m_copy->setVisible(isSql);
    if (!words.isEmpty()) {
        m_pages->setCurrentWidget(m_hint);
    } else {
        switch (tab()) {
        case Tab::Versions:
            m_pages->setCurrentWidget(m_list->parentWidget());
            break;
        case Tab::Columns:
            m_pages->setCurrentWidget(m_values);
            break;
        case Tab::Undo:
            showSql(SqlForm::Undo, *m_undo);
            break;
        case Tab::Redo:
            showSql(SqlForm::Redo, *m_redo);
            break;
        }
    }
    m_copy->setEnabled(!m_sql.isEmpty());
}

// The chosen change and all later ones: one in the middle alone would not fit the row that is
// there.
void TimelineView::showSql(SqlForm form, SqlView &view)
{
    constexpr std::size_t mostChanges = 1000;
    const auto changes = chosen() < 0 ? std::vector<RowId>() : m_versions.changesSince(chosen());
    m_pages->setCurrentWidget(m_hint);
    if (changes.empty())
        return m_hint->setText(chosen() < 0 ? tr("Choose a version first.")
                                            : tr("No change of this row came after it."));
    if (changes.size() > mostChanges || m_versions.state() == TimelineModel::State::Full)
        return m_hint->setText(tr("These are too many changes for SQL that is read by people."));
    const auto rows = m_versions.store()->snapshot();
    const auto script = scriptOf(rows, form, changes);
    if (!script)
        return m_hint->setText(tr("No SQL, because of row #%1: %2")
                                   .arg(rows.number(script.error().row))
                                   .arg(refusalText(script.error().why)));
    m_sql = scriptText(*script);
    view.showText(m_sql);
    m_pages->setCurrentWidget(&view);
}

void TimelineView::chooseVersion(int version)
{
    showTab();
    if (m_choosing)
        return;
    m_row = m_versions.version(version).row;
    emit rowWanted(*m_row);
}

void TimelineView::copy()
{
    if (!m_sql.isEmpty())
        emit textCopied(m_sql);
}

} // namespace canal
