// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/choicelist.h"

namespace canal {

class FilterLibrary;

// The list under the filter box of the filters that were used, and of those with a name.
class RecentFilters : public QObject
{
    Q_OBJECT

public:
    RecentFilters(QLineEdit &box, FilterLibrary &library, QObject *parent);

    void show(); // nothing happens when there is none

signals:
    void applyWanted(const QString &text);
    void putWanted(const QString &text);

private:
    QString textAt(int place) const; // empty: the entry that clears
    void take(int place);
    void remove(int place);

    QLineEdit &m_box;
    FilterLibrary &m_library;
    ChoiceList *m_list;
};

} // namespace canal
