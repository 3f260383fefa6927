// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filtercompletion.h"

#include <QObject>

class QLineEdit;

namespace canal {

class ChoiceList;

// Offers terms and the names seen so far while a filter is typed.
class FilterCompleter : public QObject
{
    Q_OBJECT

public:
    FilterCompleter(QLineEdit &box, QObject *parent);

    void setStore(const EventStore *store); // null: only the language's own words

private:
    void complete();
    void take(int place);

    QLineEdit &m_box;
    ChoiceList *m_list;
    const EventStore *m_store = nullptr;
    SeenNames m_names;
    FilterCompletions m_offered;
    bool m_edited = false; // by the user, who is told a moment later
};

} // namespace canal
