// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace canal {

// Whether the table keeps showing its last row. Going up or to a certain row stops that; coming to
// the end by the user's own hand starts it again. Knows no widget.
class FollowTail : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool isFollowing() const { return m_following; }
    qint64 newRows() const { return m_newRows; } // since following stopped

    void reset(); // another session: follows

    // What the user does.
    void lookBack(); // wheel up, Page Up, Up, Home, dragged up, clicked or went to a row
    void scrollTo(int position, int maximum); // by wheel, key or scroll bar
    void goToEnd(); // End, the pill
    void toggle(); // F, the button

    // What the table does.
    void addRows(qint64 count);
    void forgetNewRows(); // the table shows others now

signals:
    void changed(); // isFollowing() or newRows()

private:
    void setFollowing(bool following);

    bool m_following = true;
    qint64 m_newRows = 0;
};

} // namespace canal
