// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/filtercompleter.h"

#include "ui/choicelist.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace canal {

static QString iconOf(FilterCompletion::Kind kind)
{
    switch (kind) {
    case FilterCompletion::Kind::Term:
        break;
    case FilterCompletion::Kind::Schema:
        return u"schema"_s;
    case FilterCompletion::Kind::Table:
    case FilterCompletion::Kind::Column:
        return u"table"_s;
    }
    return u"filter"_s;
}

FilterCompleter::FilterCompleter(QLineEdit &box, QObject *parent)
    : QObject(parent)
    , m_box(box)
    , m_list(new ChoiceList(box, ChoiceList::Keys::Complete))
{
    m_list->setObjectName(u"filterCompletions"_s);
    connect(&box, &QLineEdit::textEdited, this, [this] { m_edited = true; });
    connect(&box, &QLineEdit::textChanged, this, [this] { // behind textEdited
        if (std::exchange(m_edited, false))
            complete();
        else
            m_list->hide();
    });
    connect(&box, &QLineEdit::returnPressed, m_list, &QWidget::hide);
    connect(m_list, &ChoiceList::taken, this, &FilterCompleter::take);
}

void FilterCompleter::setStore(const EventStore *store)
{
    m_store = store;
    m_names.clear();
    m_list->hide();
}

void FilterCompleter::complete()
{
    if (m_store != nullptr)
        m_names.update(m_store->snapshot());
    m_offered = filterCompletions(m_box.text(), m_box.cursorPosition(), m_names);
    const auto typed = m_box.text().sliced(m_offered.at, m_offered.length).remove(u'`');
    QList<Choice> choices;
    for (const auto &choice : m_offered.choices) {
        const bool isMarked
            = choice.text.indexOf(typed, choice.markedAt, Qt::CaseInsensitive) == choice.markedAt;
        choices.append({ iconOf(choice.kind),
                         {},
                         choice.text,
                         choice.markedAt,
                         isMarked ? typed.size() : 0,
                         choice.hint });
    }
    const auto before = m_box.fontMetrics().horizontalAdvance(
        m_box.text().sliced(m_offered.at, m_box.cursorPosition() - m_offered.at));
    constexpr int iconRoom = 34;
    constexpr int width = 520;
    const int left = m_box.inputMethodQuery(Qt::ImCursorRectangle).toRect().left() - before;
    m_list->popUp(choices, tr("↑ ↓ choose · Tab take · Esc close"),
                  QRect(left - iconRoom, 0, width, m_box.height()), ChoiceList::Side::Left);
}

// Behind a column or a field something has to follow.
void FilterCompleter::take(int place)
{
    const auto choice = m_offered.choices.value(place);
    auto text = choice.text;
    const bool isName = text.endsWith(u':') || text.endsWith(u'.');
    const auto word = m_box.text().first(m_offered.at);
    if (choice.kind == FilterCompletion::Kind::Column && !word.endsWith(u':')
        && !word.endsWith(u','))
        text += u' ';
    m_box.setSelection(static_cast<int>(m_offered.at), static_cast<int>(m_offered.length));
    m_box.insert(text);
    if (isName || text.endsWith(u' '))
        complete();
    else
        m_list->hide();
}

} // namespace canal
