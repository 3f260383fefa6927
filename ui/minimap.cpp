// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/minimap.h"

#include "ui/cellpainter.h"
#include "ui/eventtableview.h"
#include "ui/marksign.h"
#include "ui/plaintext.h"
#include "ui/sessionmodels.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygon>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace canal {

using Role = Theme::Role;

static constexpr int mapWidth = 16;
static constexpr int stripeLeft = 3;
static constexpr int stripeWidth = 10;

MiniMap::MiniMap(const SessionModels &models, EventTableView &table)
    : QWidget(&table)
    , m_models(models)
    , m_table(table)
{
    constexpr int laterMs = 100;
    setObjectName(u"miniMap"_s);
    setAccessibleName(tr("Mini-map of the events"));
    setFocusPolicy(Qt::NoFocus);
    setFixedWidth(mapWidth);
    setAttribute(Qt::WA_OpaquePaintEvent);
    hide();
    m_later.setSingleShot(true);
    m_later.setInterval(laterMs);
    connect(&m_later, &QTimer::timeout, this, &MiniMap::look);
    const auto &rows = models.rows();
    connect(&rows, &QAbstractItemModel::rowsInserted, this, &MiniMap::onRows);
    connect(&rows, &QAbstractItemModel::rowsRemoved, this, &MiniMap::onRows);
    connect(&rows, &QAbstractItemModel::modelReset, this, &MiniMap::onRows);
    connect(&models.marks(), &RowMarks::changed, this, &MiniMap::onMarks);
    connect(&table, &EventTableView::currentRowChanged, this, qOverload<>(&QWidget::update));
    const auto &bar = *table.verticalScrollBar();
    connect(&bar, &QAbstractSlider::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&bar, &QAbstractSlider::rangeChanged, this, qOverload<>(&QWidget::update));
    showOrHide();
}

void MiniMap::setWanted(bool wanted)
{
    m_isWanted = wanted;
    showOrHide();
}

void MiniMap::showOrHide()
{
    m_table.showBeside(m_isWanted && m_models.rows().rowCount() > 0 ? this : nullptr);
}

void MiniMap::onRows()
{
    showOrHide();
    if (!m_later.isActive())
        m_later.start();
}

void MiniMap::onMarks()
{
    m_isStale = true;
    update();
}

void MiniMap::look()
{
    m_isStale = true;
    update();
}

int MiniMap::top() const { return m_table.horizontalHeader()->height(); }

OverviewScale MiniMap::scale() const { return { m_models.rows().rowCount(), height() - top() }; }

// ---- by mouse

// Like going to a row: rows that come do not take the place away.
void MiniMap::goTo(int y)
{
    const auto row = scale().rowAt(y - top());
    if (row < 0)
        return;
    auto &bar = *m_table.verticalScrollBar();
    m_table.follow().lookBack();
    bar.setValue(static_cast<int>(row) - bar.pageStep() / 2);
}

void MiniMap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        goTo(event->position().toPoint().y());
}

void MiniMap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        goTo(event->position().toPoint().y());
}

void MiniMap::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_table.viewport(), event);
    event->accept();
}

bool MiniMap::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip)
        setSafeTip(*this, tipAt(static_cast<const QHelpEvent *>(event)->pos().y()));
    return QWidget::event(event);
}

QString MiniMap::tipAt(int y) const
{
    const auto map = scale();
    const int line = y - top();
    if (line < 0 || line >= map.linesUsed())
        return {};
    const auto &rows = m_models.rows();
    const auto at
        = [&](int column) { return rows.index(static_cast<int>(map.rowAt(line)), column); };
    QStringList lines;
    if (const auto number = at(RowEventModel::NumberColumn).data().toLongLong(); number > 0)
        lines.append(tr("Row #%1").arg(grouped(number)));
    lines.append(at(RowEventModel::TimeColumn).data(Qt::ToolTipRole).toString());
    const auto shared = map.rowAfter(line) - map.rowAt(line);
    if (shared > OverviewLine::mostLookedAt)
        lines.append(tr("A line here stands for %1 rows, and shows %2 of them.")
                         .arg(grouped(shared), grouped(OverviewLine::mostLookedAt)));
    return lines.join(u'\n');
}

// ---- painting

void MiniMap::paintEvent(QPaintEvent *)
{
    if (const auto now = scale(); m_isStale || now.linesUsed() != m_seen.linesUsed()) {
        m_isStale = false;
        m_seen = now;
        m_lines = m_models.store() == nullptr
            ? std::vector<OverviewLine>()
            : overviewOf(m_models.rows(), m_models.store()->snapshot(), m_models.marks(), now);
    }
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme(Role::Base));
    painter.fillRect(0, 0, width(), top(), theme(Role::Header));
    painter.fillRect(0, top() - 1, width(), 1, theme(Role::Border));
    painter.fillRect(0, top(), 1, height(), theme(Role::Line));
    painter.translate(0, top());
    paintRows(painter, theme);
    paintView(painter, theme);
    paintMarks(painter, theme);
    paintCurrent(painter, theme);
}

// The share of each operation among the rows that were looked at; none of them is left out.
static void paintShares(QPainter &painter, const QRect &line, const OverviewLine &rows,
                        const Theme &theme)
{
    const int all = std::max(1, std::accumulate(rows.counts.begin(), rows.counts.end(), 0));
    int left = line.left();
    int seen = 0;
    for (std::size_t i = 0; i < rows.counts.size(); ++i) {
        if (rows.counts[i] == 0)
            continue;
        seen += rows.counts[i];
        const int right = std::max(left + 1, line.left() + seen * line.width() / all);
        painter.fillRect(QRect(left, line.top(), right - left, line.height()) & line,
                         theme(rolesOf(static_cast<Operation>(i)).text));
        left = right;
    }
}

void MiniMap::paintRows(QPainter &painter, const Theme &theme) const
{
    constexpr double paleness = 0.75; // frame, marks and current row stand out
    painter.setOpacity(paleness);
    const int lines = static_cast<int>(m_lines.size());
    const bool hasGaps = m_seen.rows() * OverviewScale::mostLinesPerRow <= lines;
    for (int i = 0; i < lines; ++i)
        if (!hasGaps || i % OverviewScale::mostLinesPerRow < OverviewScale::mostLinesPerRow - 1)
            paintShares(painter, { stripeLeft, i, stripeWidth, 1 },
                        m_lines[static_cast<std::size_t>(i)], theme);
    painter.setOpacity(1);
}

void MiniMap::paintMarks(QPainter &painter, const Theme &theme) const
{
    constexpr int thickness = 2;
    for (const bool isGround : { true, false }) {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const auto &mark = m_lines[i].mark;
            const bool goesOn = i > 0 && m_lines[i - 1].mark == mark
                && m_seen.rows() < m_seen.linesUsed(); // one row, several lines
            if (!mark || goesOn)
                continue;
            const QRect line(0, static_cast<int>(i), width(), thickness);
            painter.fillRect(isGround ? line.adjusted(0, -1, 0, 1) : line,
                             theme(isGround ? Role::Base : markRole(*mark)));
        }
    }
}

void MiniMap::paintView(QPainter &painter, const Theme &theme) const
{
    constexpr int leastHeight = 8;
    const auto map = scale();
    const auto &bar = *m_table.verticalScrollBar();
    const auto last = std::min<qint64>(qint64 { bar.value() } + bar.pageStep(), map.rows()) - 1;
    const int first = map.lineOf(bar.value());
    const int end = last + 1 < map.rows() ? map.lineOf(last + 1) : map.linesUsed();
    const int size = std::min(std::max(end - first, leastHeight), height() - top());
    const int from = std::min(first, height() - top() - size);
    auto ground = theme(Role::Text);
    ground.setAlphaF(0.08F);
    painter.setPen(theme(Role::Text2));
    painter.setBrush(ground);
    painter.drawRect(0, from, width() - 1, size - 1);
}

void MiniMap::paintCurrent(QPainter &painter, const Theme &theme) const
{
    const auto current = m_table.currentIndex();
    if (!current.isValid())
        return;
    constexpr int arrow = 4;
    const int y = scale().lineOf(current.row());
    const auto colour = theme(Role::Accent);
    painter.fillRect(0, y, width(), 1, colour);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const QPointF tip(arrow + 1, y + 0.5);
    painter.drawPolygon(QPolygonF { { 0, tip.y() - arrow }, tip, { 0, tip.y() + arrow } });
}

} // namespace canal
