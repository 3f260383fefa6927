// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/serverfilter.h"

#include <QWidget>

class QLineEdit;
class QRadioButton;

namespace canal {

class NoticeBox;

QString sentenceFor(const FilterProblem &problem);
QString sentenceFor(FilterWarning warning);

// The subscription filter: left as it is on the server, or replaced for everybody, with a check
// while it is typed. A filter that could stop the server is never handed out.
class ServerFilterBox : public QWidget
{
    Q_OBJECT

public:
    explicit ServerFilterBox(QWidget *parent = nullptr);

    void setFilter(const QString &filter); // empty: leave as it is
    QString filter() const;
    bool isAcceptable() const;
    void setDestination(const QString &destination);

signals:
    void changed();

private:
    void refresh();

    QRadioButton *m_leave;
    QRadioButton *m_replace;
    QLineEdit *m_text;
    NoticeBox *m_effect;
    NoticeBox *m_verdict;
    QString m_destination;
};

} // namespace canal
