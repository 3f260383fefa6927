// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sqlview.h"

#include "ui/plaintext.h"
#include "ui/theme.h"

namespace canal {

SqlView::SqlView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(NoFrame);
    setFont(Theme::cellFont());
    setTabChangesFocus(true);
    constexpr double margin = 6;
    document()->setDocumentMargin(margin);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void SqlView::showText(const QString &text)
{
    constexpr qsizetype mostChars = 64LL * 1024;
    const auto shown = visibleText(clipped(text, mostChars), LineBreaks::Kept);
    if (shown != toPlainText())
        setPlainText(shown);
}

void SqlView::fitHeight(int lines)
{
    const auto frame = static_cast<int>(2 * document()->documentMargin()) + 2;
    const int wanted = std::clamp(static_cast<int>(document()->size().height()), 1, lines);
    setFixedHeight(wanted * fontMetrics().lineSpacing() + frame);
}

} // namespace canal
