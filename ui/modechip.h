// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/noticekind.h"
#include "ui/sessionview.h"

#include <QWidget>

namespace canal {

// At the end of the toolbar: what this connection does on the server, in two words.
class ModeChip : public QWidget
{
    Q_OBJECT

public:
    explicit ModeChip(QWidget *parent = nullptr);

    void showSession(const SessionView &view);
    void dropSession();
    QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void set(const QString &icon, const QString &text, NoticeKind kind);

    QString m_icon;
    QString m_text;
    NoticeKind m_kind = NoticeKind::Info;
    bool m_connected = false;
};

} // namespace canal
