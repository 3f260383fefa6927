// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QAbstractScrollArea>
#include <QWidget>

class QHBoxLayout;

namespace canal {

class PlainLabel;

// Lies over an empty table and says why it is empty and what to do about it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    enum class Action { ClearFilter, ShowHidden, Retry, EditConnection };
    struct Content
    {
        QString icon;
        Theme::Role iconRole = Theme::Role::Text2;
        QString headline;
        QString text;
        QList<Action> actions; // the first is the one to take

        bool operator==(const Content &) const = default;
    };

    explicit EmptyState(QAbstractScrollArea &table);

    void showContent(const Content &content);
    const Content &content() const { return m_content; }

signals:
    void actionTriggered(canal::EmptyState::Action action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeButtons();
    void tint();

    QAbstractScrollArea &m_table;
    Content m_content;
    PlainLabel *m_picture;
    PlainLabel *m_headline;
    PlainLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace canal
