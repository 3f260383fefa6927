// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/noticekind.h"

#include <QWidget>

namespace canal {

class PlainLabel;

// A tinted box with an icon, a bold first line and a text, inside a dialog.
class NoticeBox : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBox(NoticeKind kind, QWidget *parent = nullptr);

    void setKind(NoticeKind kind);
    void setText(const QString &lead, const QString &text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    NoticeKind m_kind;
    PlainLabel *m_lead;
    PlainLabel *m_text;
};

} // namespace canal
