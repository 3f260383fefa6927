// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/diffmodel.h"

#include "model/csvwriter.h"
#include "model/rowsummary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

// A value of megabytes is shown by its beginning; all of it is in the export.
static constexpr qsizetype mostChars = 4096;

DiffModel::DiffModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void DiffModel::setRow(const EventSnapshot &rows, RowId row)
{
    const auto event = rows.eventType(row);
    beginResetModel();
    forget();
    rows.read(row, m_image);
    const auto &image = m_image;
    // In the table's order: an after column takes its place by index among those before.
    std::vector<std::pair<const ColumnView *, const ColumnView *>> pairs;
    for (std::size_t i = 0; i < image.before().size(); ++i) {
        const auto &before = image.before()[i];
        pairs.emplace_back(&before, columnNamed(before.name, image.after(), i));
    }
    for (std::size_t i = 0; i < image.after().size(); ++i) {
        const auto &after = image.after()[i];
        if (columnNamed(after.name, image.before(), i) == nullptr)
            pairs.emplace_back(nullptr, &after);
    }
    std::ranges::stable_sort(pairs, {}, [](const auto &pair) {
        return pair.first != nullptr ? pair.first->index : pair.second->index;
    });
    m_lines.reserve(pairs.size());
    for (const auto &[before, after] : pairs)
        m_lines.push_back(makeLine(before, after, event));
    rebuildShown();
    endResetModel();
}

// What the images hold may be another store's.
void DiffModel::forget()
{
    m_lines.clear();
    m_shown.clear();
    m_image = {};
    m_compared.reset();
}

void DiffModel::clear()
{
    beginResetModel();
    forget();
    endResetModel();
}

void DiffModel::setChangedOnly(bool changedOnly)
{
    if (m_changedOnly == changedOnly)
        return;
    beginResetModel();
    m_changedOnly = changedOnly;
    rebuildShown();
    endResetModel();
}

void DiffModel::rebuildShown()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (!m_changedOnly || m_lines[i].state != State::Same)
            m_shown.push_back(i);
}

int DiffModel::changedCount() const
{
    const auto isChanged = [](const Line &line) {
        return line.state != State::Same && line.state != State::NotKnown;
    };
    return static_cast<int>(std::ranges::count_if(m_lines, isChanged));
}

int DiffModel::unknownCount() const
{
    return static_cast<int>(std::ranges::count(m_lines, State::NotKnown, &Line::state));
}

DiffModel::Side DiffModel::makeSide(const ColumnView *column, Content ifAbsent)
{
    Side side;
    side.content = ifAbsent;
    if (column == nullptr)
        return side;
    side.sent = column;
    side.bytes = static_cast<qint64>(column->value.size());
    side.content = column->isNull ? Content::Null
        : column->value.empty()   ? Content::Empty
                                  : Content::Value;
    if (side.content != Content::Value)
        return side;
    const auto head = headOf(*column, m_decoder, mostChars);
    std::string decoded;
    m_decoder.append(head, ValueStyle::Display, decoded);
    side.text = shown(decoded, mostChars);
    side.isShortened = head.value.size() < column->value.size()
        || decoded.size() > static_cast<std::size_t>(mostChars);
    if (head.value.size() < column->value.size() && !side.text.endsWith(u'…'))
        side.text += u'…';
    const auto family = m_decoder.typeOf(column->mysqlType).family;
    const bool isNumber = family == ColumnType::Family::Enum || family == ColumnType::Family::Set
        || family == ColumnType::Family::Bit;
    if (isNumber && decoded != column->value)
        side.raw = shown(column->value, mostChars);
    if (side.text.isEmpty()) // ENUM 0 and an empty SET
        side.content = Content::Empty;
    return side;
}

DiffModel::Line DiffModel::makeLine(const ColumnView *before, const ColumnView *after,
                                    EventType event)
{
    const auto &either = before != nullptr ? *before : *after;
    Line line;
    line.name = shown(either.name);
    line.type = shown(either.mysqlType, mostChars);
    line.isKey = either.isKey;
    line.before
        = makeSide(before, event == EventType::Insert ? Content::NoRow : Content::NotInImage);
    line.after = makeSide(after, event == EventType::Delete ? Content::NoRow : Content::NotInImage);
    if (before == nullptr)
        line.state = State::OnlyAfter;
    else if (after == nullptr)
        // An UPDATE with a MINIMAL row image names the key before and only what changed after.
        line.state = event == EventType::Update ? State::Same : State::OnlyBefore;
    else
        line.state = before->isNull == after->isNull && before->value == after->value
            ? State::Same
            : State::Changed;
    return line;
}

int DiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int DiffModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case NameColumn:
        return tr("column");
    case TypeColumn:
        return tr("type");
    case BeforeColumn:
    case AfterColumn:
        if (const auto *row = comparedRow(section))
            return row->row + u' ' + row->table;
        return section == BeforeColumn ? tr("before") : tr("after");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant DiffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &line = m_lines[m_shown[static_cast<std::size_t>(index.row())]];
    const auto column = static_cast<Column>(index.column());
    const auto *side = column == BeforeColumn ? &line.before
        : column == AfterColumn               ? &line.after
                                              : nullptr;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(line, column);
    case StateRole:
        return static_cast<int>(line.state);
    case KeyRole:
        return line.isKey;
    case ContentRole:
        return side != nullptr ? QVariant(static_cast<int>(side->content)) : QVariant();
    case RawRole:
        return side != nullptr && !side->raw.isEmpty() ? QVariant(side->raw) : QVariant();
    case BytesRole:
        return side != nullptr ? QVariant(side->bytes) : QVariant();
    case ShortenedRole:
        return side != nullptr && side->isShortened;
    case ChangedPartsRole:
        return side != nullptr ? changedParts(line, *side) : QVariant();
    case ChangedLaterRole:
        return side != nullptr && isChangedLater(line);
    case ImageRole:
        if (const auto *row = side != nullptr ? comparedRow(column) : nullptr)
            return row->isDeleted ? BeforeColumn : AfterColumn;
        return side != nullptr ? QVariant(static_cast<int>(column)) : QVariant();
    default:
        return {};
    }
}

// ---- values

bool DiffModel::isChangedLater(const Line &line)
{
    return line.state == State::Changed && line.before.content == line.after.content
        && line.before.text == line.after.text && line.before.raw == line.after.raw;
}

QVariant DiffModel::changedParts(const Line &line, const Side &side)
{
    if (line.state != State::Changed || line.before.content != Content::Value
        || line.after.content != Content::Value)
        return {};
    if (!line.change)
        line.change = changeBetween(line.before.text, line.after.text);
    if (!isPartial(*line.change, line.before.text, line.after.text))
        return {};
    return QVariant::fromValue(&side == &line.before ? line.change->before : line.change->after);
}

SentValue DiffModel::sentValue(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &line = m_lines[m_shown[static_cast<std::size_t>(index.row())]];
    const bool isBefore = index.column() == BeforeColumn
        || (index.column() != AfterColumn && line.after.sent == nullptr);
    const auto &side = isBefore ? line.before : line.after;
    SentValue value;
    value.side = isBefore ? SentValue::Side::Before : SentValue::Side::After;
    value.column = line.name;
    if (const auto *row = comparedRow(isBefore ? BeforeColumn : AfterColumn))
        value.row = row->row;
    value.presence = side.content == Content::NoRow ? SentValue::Presence::NoRow
        : side.content == Content::NoColumn         ? SentValue::Presence::NoColumn
        : side.sent == nullptr                      ? SentValue::Presence::NotInImage
        : side.sent->isNull                         ? SentValue::Presence::Null
                                                    : SentValue::Presence::Value;
    const auto *column = side.sent != nullptr ? side.sent
        : isBefore                            ? line.after.sent
                                              : line.before.sent;
    const auto copied = [](std::string_view text) {
        return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    };
    if (column != nullptr) {
        value.mysqlType = copied(column->mysqlType);
        value.sqlType = column->sqlType;
    }
    if (side.sent != nullptr)
        value.text = copied(side.sent->value);
    return value;
}

QModelIndex DiffModel::indexOf(const QString &name, Column column) const
{
    const auto found = std::ranges::find_if(
        m_shown, [&](std::size_t place) { return m_lines[place].name == name; });
    return found == m_shown.end() ? QModelIndex()
                                  : index(static_cast<int>(found - m_shown.begin()), column);
}

QModelIndex DiffModel::firstChanged() const
{
    if (m_shown.empty())
        return {};
    const auto rank = [this](std::size_t place) {
        const auto &line = m_lines[place];
        const int known = line.state == State::Same ? 4 : line.state == State::NotKnown ? 2 : 0;
        return known + (line.isKey ? 1 : 0);
    };
    const auto best = std::ranges::min_element(m_shown, {}, rank);
    return index(static_cast<int>(best - m_shown.begin()),
                 m_lines[*best].after.sent != nullptr ? AfterColumn : BeforeColumn);
}

QString DiffModel::sideText(const Side &side, Column column) const
{
    switch (side.content) {
    case Content::Value:
        return side.text;
    case Content::Null:
        return u"NULL"_s;
    case Content::Empty:
        return u"''"_s;
    case Content::NotInImage:
        return tr("not in row image");
    case Content::NoColumn:
        return missingText(column);
    case Content::NoRow:
        break;
    }
    return {};
}

QVariant DiffModel::textOf(const Line &line, Column column) const
{
    switch (column) {
    case NameColumn:
        return line.name;
    case TypeColumn:
        return line.type;
    case BeforeColumn:
        return sideText(line.before, column);
    case AfterColumn:
        return sideText(line.after, column);
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace canal
