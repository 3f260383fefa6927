// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace canal {

// How much of the server's buffer our un-acked batches hold, as a bar with marks where Peek pauses
// and where it gets dangerous.
class StoreGauge : public QWidget
{
    Q_OBJECT

public:
    static constexpr int pauseMark = 50; // percent
    static constexpr int warnMark = 80;

    StoreGauge(int width, int thickness, QWidget *parent = nullptr);

    void setBytes(qint64 held);
    static int percentOf(qint64 held); // of serverStoreBytes, at most 100

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const int m_width;
    const int m_thickness;
    qint64 m_held = 0;
};

} // namespace canal
