// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filterlibrary.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace canal {

class Interaction;

// A button for every filter with a name, and one for a group of them; those for which there is no
// room are behind the last.
class SavedFilters : public QWidget
{
    Q_OBJECT

public:
    SavedFilters(FilterLibrary &library, Interaction &interaction, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    void save(const QString &text); // asks for a name

signals:
    void chosen(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using Filters = QList<SavedFilter>;

    void rebuild();
    void place();
    void addButton(const QString &words, const Filters &filters);
    void choose(const Filters &filters, const QPoint &globalPosition);
    void showMenu(const Filters &filters, const QPoint &globalPosition);
    void fillMenu(QMenu &menu, const SavedFilter &filter);
    void rename(const SavedFilter &filter);
    void remove(const SavedFilter &filter);
    QMenu *makeMenu();
    void tint();

    FilterLibrary &m_library;
    Interaction &m_interaction;
    QList<QToolButton *> m_buttons;
    QList<Filters> m_filters; // of the buttons
    Filters m_shown;
    QToolButton *m_more;
};

} // namespace canal
