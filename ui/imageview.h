// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/sentvalue.h"

#include <QFutureWatcher>
#include <QImage>
#include <QWidget>

namespace canal {

// A picture from a value's bytes. It is decoded in another thread, within limits: a few bytes may
// claim to be any number of pixels.
class ImageView : public QWidget
{
    Q_OBJECT

public:
    explicit ImageView(QWidget *parent = nullptr);

    void showImage(const SentValue &value, const QByteArray &format); // as QImageReader calls it
    void clear();

    const QImage &image() const { return m_decoded.image; } // null until it is there
    QString message() const { return m_decoded.message; } // the size, or why there is no image

signals:
    void finished();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Decoded
    {
        QImage image;
        QString message;
    };

    static Decoded decode(const SentValue &value, const QByteArray &format);

    Decoded m_decoded;
    QFutureWatcher<Decoded> m_watcher;
};

} // namespace canal
