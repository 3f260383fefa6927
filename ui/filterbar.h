// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace canal {

class PlainLabel;

// The box that hides rows, here only: it never touches what the server sends.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    QString text() const;
    enum class Progress { Done, Working };
    void showResult(qint64 shown, qint64 all, Progress progress);

public slots:
    void enter(); // focus, all selected
    void clear();

signals:
    void applied(const QString &text);
    void left(); // Esc in the empty box

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Look { Empty, Matches, Nothing };

    void apply();
    void tint();
    QRect frame() const;

    QLineEdit *m_box;
    PlainLabel *m_result;
    QToolButton *m_clear;
    QTimer m_debounce;
    QString m_applied;
    Look m_look = Look::Empty;
};

} // namespace canal
