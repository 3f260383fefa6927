// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/valuecontent.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QTabBar;
class QToolButton;

namespace canal {

class DiffView;
class DockTitle;
class ElidedLabel;
class Interaction;
class ValuePane;
class ValueSaver;

// The whole value of the diff's current cell, in the presentation that suits it or, once the user
// has chosen one, in that as long as it applies. Shows the beginning of a huge value.
class ValueView : public QWidget
{
    Q_OBJECT

public:
    // More than this in one text view would stop the window for a moment; a file takes all of it.
    static constexpr qsizetype mostShownBytes = 256LL << 10;

    ValueView(Interaction &interaction, DiffView &diff, QWidget *parent = nullptr);

    void setUpTitle(DockTitle &title); // its controls and subject live there
    // Of no column: there is nothing to show.
    void showValue(const SentValue &value, const SentValue &other);

    const ValueContent &content() const { return m_content; }
    Presentation presentation() const { return m_presentation; }
    bool isPinned() const { return m_pinned.has_value(); }

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpControls();
    void setUpFoot();
    void connectParts();
    void tint();

    void refresh(); // after another value
    void showPage();
    bool fillPane();
    void showFoot(bool isCut);
    void showSubject();
    void choose(int tab);
    void automaticAgain();
    void showMore();
    void save();

    SentValue m_value;
    SentValue m_other;
    ValueContent m_content;
    bool m_isStale = false; // not visible when the value came
    std::optional<Presentation> m_pinned;
    Presentation m_presentation = Presentation::Text;
    qsizetype m_mostBytes = ValueContent::firstBytes;

    QTabBar *m_tabs;
    QToolButton *m_auto;
    ElidedLabel *m_summary;
    ValuePane *m_pane;
    QWidget *m_foot;
    ElidedLabel *m_remark;
    QComboBox *m_encoding;
    QPushButton *m_more;
    QToolButton *m_wrap;
    QToolButton *m_copy;
    QToolButton *m_save;
    ValueSaver *m_saver;
    DockTitle *m_title = nullptr;
};

} // namespace canal
