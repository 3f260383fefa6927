// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/valuecontent.h"

#include <QStackedWidget>

class QSplitter;

namespace canal {

class AbsenceView;
class CodeView;
class ImageView;

// The page of a value: text in colours, two documents side by side, an image, or why there is none.
class ValuePane : public QStackedWidget
{
    Q_OBJECT

public:
    enum class Wrap { On, Off };

    explicit ValuePane(QWidget *parent = nullptr);

    void showText(const ValuePage &page, SentValue::Side side);
    void showPages(const ValuePages &pages);
    void showImage(const SentValue &value, const QByteArray &format);
    void showAbsence(const SentValue &value);
    void showHint(const QString &hint);
    void setWrap(Wrap wrap);

    QString shownText() const; // without marks for what cannot be seen
    const ImageView &image() const { return *m_image; }

signals:
    void imageFinished();

private:
    QString m_shown;
    CodeView *m_code;
    QSplitter *m_compare;
    CodeView *m_before;
    CodeView *m_after;
    ImageView *m_image;
    AbsenceView *m_absence;
};

} // namespace canal
