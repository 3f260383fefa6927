// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/codepart.h"
#include "model/sentvalue.h"
#include "ui/sqlview.h"

#include <vector>

namespace canal {

// Text in the colours of its parts, with line numbers. What changed has the tint of its side. Very
// long lines are broken, without a number of their own: laying out one of 64 KiB takes a second.
class CodeView : public SqlView
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent = nullptr);

    void showParts(const CodeParts &parts, SentValue::Side side);
    QString text() const; // without those breaks

protected:
    QMimeData *createMimeDataFromSelection() const override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Numbers;
    class Highlighter;

    void append(const QString &text);
    QString withoutBreaks(int from, int to) const;
    int numbersWidth() const;
    void placeNumbers();
    void paintNumbers(QPainter &painter) const;

    QString m_text; // while it is made
    qsizetype m_lineStart = 0; // in m_text
    std::vector<qsizetype> m_breaks; // where they stand in the document
    Highlighter *m_highlighter;
    Numbers *m_numbers;
};

} // namespace canal
