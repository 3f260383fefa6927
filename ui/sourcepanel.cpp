// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sourcepanel.h"

#include "ui/cellpainter.h"
#include "ui/icons.h"
#include "ui/plaintext.h"

#include <QHeaderView>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Role = Theme::Role;

class SourceDelegate : public PlainDelegate
{
public:
    using PlainDelegate::PlainDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        if (index.column() == TableTreeModel::NameColumn)
            return PlainDelegate::paint(painter, option, index);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        CellPainter(*painter, option.rect, m_fonts)
            .textAtRight(index.data().toString(), Theme::of(option.palette)(Role::Text2),
                         CellFonts::Face::Small);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int rowHeight = 22;
        return { PlainDelegate::sizeHint(option, index).width(), rowHeight };
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        PlainDelegate::initStyleOption(option, index);
        if (index.column() != TableTreeModel::NameColumn)
            return;
        const auto &theme = Theme::of(option->palette);
        const bool isSchema = !index.parent().isValid();
        const bool hidden = index.data(Qt::CheckStateRole).toInt() == Qt::Unchecked;
        option->font.setBold(isSchema);
        option->palette.setColor(QPalette::Text, theme(hidden ? Role::Text3 : Role::Text));
        option->palette.setColor(QPalette::HighlightedText,
                                 theme(hidden ? Role::Text2 : Role::Text));
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = { 16, 16 };
        if (m_iconsOf != &theme) {
            m_schema = tintedIcon(u"schema"_s, Role::Text2, theme);
            m_table = tintedIcon(u"table"_s, Role::Text2, theme);
            m_iconsOf = &theme;
        }
        option->icon = isSchema ? m_schema : m_table;
    }

private:
    CellFonts m_fonts;
    mutable const Theme *m_iconsOf = nullptr;
    mutable QIcon m_schema;
    mutable QIcon m_table;
};

} // namespace

SourcePanel::SourcePanel(TableTreeModel &tables, QWidget *parent)
    : QWidget(parent)
    , m_tables(tables)
    , m_tree(new QTreeView(this))
{
    m_tree->setObjectName(u"sourceTree"_s);
    m_tree->setAccessibleName(tr("Tables seen so far"));
    m_tree->setModel(&tables);
    m_tree->setItemDelegate(new SourceDelegate(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(16);
    m_tree->setHeaderHidden(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    auto &header = *m_tree->header();
    header.setStretchLastSection(false);
    header.setMinimumSectionSize(30);
    header.setSectionResizeMode(TableTreeModel::NameColumn, QHeaderView::Stretch);
    header.setSectionResizeMode(TableTreeModel::CountColumn, QHeaderView::Fixed);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &SourcePanel::showMenu);
    connect(&tables, &QAbstractItemModel::rowsInserted, this, &SourcePanel::expandNew);
    connect(&tables, &QAbstractItemModel::dataChanged, this, &SourcePanel::fitCounts);
    fitCounts();
}

// A schema's sum is the widest number there is.
void SourcePanel::fitCounts()
{
    qsizetype digits = 3;
    for (int row = 0; row < m_tables.rowCount(); ++row)
        digits = std::max(
            digits, m_tables.index(row, TableTreeModel::CountColumn).data().toString().size());
    const QFontMetrics metrics(Theme::cellFont(11));
    m_tree->header()->resizeSection(TableTreeModel::CountColumn,
                                    metrics.horizontalAdvance(QString(digits, u'0')) + 14);
}

// A schema is opened when its first table shows up; closing it later is the user's.
void SourcePanel::expandNew(const QModelIndex &parent)
{
    if (parent.isValid() && m_tables.rowCount(parent) == 1)
        m_tree->expand(parent);
}

void SourcePanel::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(m_tree);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"sourceMenu"_s);
    const auto table = m_tables.tableIdAt(m_tree->indexAt(at));
    auto *only = menu->addAction(tr("Only this table"));
    only->setEnabled(table.has_value());
    connect(only, &QAction::triggered, this, [this, table] {
        if (table)
            m_tables.tickOnly(*table);
    });
    connect(menu->addAction(tr("Tick all")), &QAction::triggered, this,
            [this] { m_tables.setAllTicked(true); });
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

} // namespace canal
