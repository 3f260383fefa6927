// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/imageview.h"

#include "model/batchmodel.h"
#include "model/valuecontent.h"
#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QPromise>
#include <QThreadPool>

#include <memory>

using namespace Qt::StringLiterals;

namespace canal {

ImageView::ImageView(QWidget *parent)
    : QWidget(parent)
{
    setMinimumSize(20, 20);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_watcher.isCanceled())
            return;
        m_decoded = m_watcher.result();
        update();
        emit finished();
    });
}

ImageView::Decoded ImageView::decode(const SentValue &value, const QByteArray &format)
{
    if (value.text.size() > ValueContent::mostImageBytes)
        return { {},
                 tr("Images of more than %1 are not shown. The value can be saved to a file.")
                     .arg(sizeText(ValueContent::mostImageBytes)) };
    auto bytes = storedBytes(value);
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    const auto size = reader.size();
    constexpr qint64 mostPixels = 32LL << 20;
    if (qint64(size.width()) * size.height() > mostPixels)
        return { {},
                 tr("An image of %1 × %2 pixels is too large to be shown here.")
                     .arg(size.width())
                     .arg(size.height()) };
    const auto image = reader.read();
    if (image.isNull())
        return { {}, tr("The bytes begin as an image, but cannot be read as one.") };
    return { image, u"%1 × %2"_s.arg(image.width()).arg(image.height()) };
}

void ImageView::showImage(const SentValue &value, const QByteArray &format)
{
    m_decoded = {};
    update();
    const auto promise = std::make_shared<QPromise<Decoded>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, value, format] {
        promise->addResult(decode(value, format));
        promise->finish();
    });
}

void ImageView::clear()
{
    m_watcher.setFuture({});
    m_decoded = {};
    update();
}

void ImageView::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme(Theme::Role::Base));
    constexpr int margin = 8;
    const auto inside = rect().adjusted(margin, margin, -margin, -margin);
    if (m_decoded.image.isNull()) {
        painter.setPen(theme(Theme::Role::Text2));
        painter.drawText(inside, Qt::AlignCenter | Qt::TextWordWrap, m_decoded.message);
        return;
    }
    auto size = m_decoded.image.size();
    if (size.width() > inside.width() || size.height() > inside.height())
        size.scale(inside.size(), Qt::KeepAspectRatio);
    QRect place({}, size);
    place.moveCenter(inside.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_decoded.image);
}

} // namespace canal
