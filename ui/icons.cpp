// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <memory>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

QByteArray svgText(const QString &name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray tinted(QByteArray svg, const QColor &colour)
{
    return svg.replace("currentColor", colour.name().toLatin1());
}

// Draws the vector at the size and scale that are asked for, so that it is sharp on every screen.
class TintedEngine : public QIconEngine
{
public:
    TintedEngine(const QByteArray &svg, const QColor &normal, const QColor &disabled)
        : m_normal(std::make_shared<QSvgRenderer>(tinted(svg, normal)))
        , m_disabled(std::make_shared<QSvgRenderer>(tinted(svg, disabled)))
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        (mode == QIcon::Disabled ? m_disabled : m_normal)->render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedEngine(*this); }

private:
    std::shared_ptr<QSvgRenderer> m_normal; // clones draw with the same
    std::shared_ptr<QSvgRenderer> m_disabled;
};

} // namespace

QIcon tintedIcon(const QString &name, Theme::Role role, const Theme &theme)
{
    return QIcon(new TintedEngine(svgText(name), theme(role), theme(Theme::Role::Disabled)));
}

void paintIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &colour)
{
    QSvgRenderer(tinted(svgText(name), colour)).render(&painter, rect);
}

QIcon programIcon()
{
    return QIcon(new TintedEngine(svgText(u"canal-inspector"_s), Qt::black, Qt::black));
}

} // namespace canal
