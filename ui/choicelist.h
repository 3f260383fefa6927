// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QList>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace canal {

class ElidedLabel;

struct Choice
{
    QString icon; // of resources/icons
    QString title; // in the UI's face, in front; may be empty
    QString text; // in the cells' face
    qsizetype markedAt = 0; // the part of the text that was typed
    qsizetype marked = 0;
    QString remark; // at the right
};

// What can be chosen for a line edit, in a list under it. The keyboard stays with the edit, whose
// arrows move in the list while it is shown. It goes with Esc, or when something else is clicked.
class ChoiceList : public QFrame
{
    Q_OBJECT

public:
    enum class Keys {
        Complete, // Tab takes; Enter and Del are the edit's
        Pick, // Enter takes, Ctrl+Enter or Tab puts it into the edit only, Del removes
    };

    // A child of the edit's window as soon as it is shown.
    ChoiceList(QLineEdit &edit, Keys keys);

    enum class Side { Left, Right }; // of `place` that it keeps to
    // `place`: of the edit, that the list is shown below. Without choices it goes.
    void popUp(const QList<Choice> &choices, const QString &hint, const QRect &place, Side side);
    int count() const;

signals:
    void taken(int place);
    void putWanted(int place);
    void removeWanted(int place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isMine(int key, Qt::KeyboardModifiers with) const;
    bool press(int key, Qt::KeyboardModifiers with); // false: the edit's
    void move(int by);

    QLineEdit &m_edit;
    const Keys m_keys;
    QStandardItemModel *m_choices;
    QListView *m_list;
    ElidedLabel *m_hint;
};

} // namespace canal
