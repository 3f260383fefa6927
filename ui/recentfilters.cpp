// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/recentfilters.h"

#include "model/filterlibrary.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace canal {

static QString usedAt(const QDateTime &time)
{
    const auto now = QDateTime::currentDateTime();
    const auto seconds = time.secsTo(now);
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    if (!time.isValid() || seconds < 0)
        return {};
    if (seconds < minute)
        return RecentFilters::tr("now");
    if (seconds < hour)
        return RecentFilters::tr("%n min ago", nullptr, static_cast<int>(seconds / minute));
    const auto local = time.toLocalTime();
    return local.toString(local.date() == now.date() ? u"HH:mm"_s : u"yyyy-MM-dd"_s);
}

RecentFilters::RecentFilters(QLineEdit &box, FilterLibrary &library, QObject *parent)
    : QObject(parent)
    , m_box(box)
    , m_library(library)
    , m_list(new ChoiceList(box, ChoiceList::Keys::Pick))
{
    m_list->setObjectName(u"filterRecentList"_s);
    connect(m_list, &ChoiceList::taken, this, &RecentFilters::take);
    connect(m_list, &ChoiceList::removeWanted, this, &RecentFilters::remove);
    connect(m_list, &ChoiceList::putWanted, this, [this](int place) {
        if (const auto text = textAt(place); !text.isEmpty())
            emit putWanted(text);
    });
}

void RecentFilters::show()
{
    QList<Choice> choices;
    for (const auto &filter : m_library.recent())
        choices.append({ u"history"_s, {}, filter.text, 0, 0, usedAt(filter.usedAt) });
    for (const auto &filter : m_library.saved())
        choices.append({ u"bookmark"_s, filter.name, filter.text, 0, 0, tr("saved") });
    if (!m_library.recent().isEmpty())
        choices.append({ u"clear"_s, tr("Clear recent filters"), {}, 0, 0, {} });
    constexpr int width = 560;
    const QRect place(m_box.width() - width, 0, width, m_box.height());
    m_list->popUp(choices,
                  tr("Enter apply · Ctrl+Enter put into the box · Del remove from the list"), place,
                  ChoiceList::Side::Left);
}

QString RecentFilters::textAt(int place) const
{
    const auto recent = m_library.recent().size();
    if (place < recent)
        return m_library.recent().value(place).text;
    return m_library.saved().value(place - recent).text;
}

void RecentFilters::take(int place)
{
    if (const auto text = textAt(place); !text.isEmpty())
        emit applyWanted(text);
    else
        m_library.clearRecent();
}

// What has a name is removed by its button, where that is said.
void RecentFilters::remove(int place)
{
    if (place >= m_library.recent().size())
        return;
    m_library.forget(textAt(place));
    if (m_library.recent().isEmpty() && m_library.saved().isEmpty())
        m_list->hide();
    else
        show();
}

} // namespace canal
