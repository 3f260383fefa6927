// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QBoxLayout;

namespace canal {

class FilterBar;
class FilterLibrary;
class Interaction;
class OperationChips;
class SavedFilters;

// The filter box with its chips and the saved filters: beside it in a wide window, below it in a
// narrow one.
class FilterRow : public QWidget
{
    Q_OBJECT

public:
    explicit FilterRow(Interaction &interaction, QWidget *parent = nullptr);

    FilterBar &bar() { return *m_bar; }
    OperationChips &chips() { return *m_chips; }
    FilterLibrary &library() { return *m_library; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();

    FilterLibrary *m_library;
    FilterBar *m_bar;
    OperationChips *m_chips;
    SavedFilters *m_saved;
    QWidget *m_buttons; // the chips and what stands behind them
    QBoxLayout *m_layout;
};

} // namespace canal
