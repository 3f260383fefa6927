// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/followtail.h"

namespace canal {

void FollowTail::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    m_newRows = 0;
    emit changed();
}

void FollowTail::reset()
{
    forgetNewRows();
    setFollowing(true);
}

void FollowTail::lookBack() { setFollowing(false); }

void FollowTail::scrollTo(int position, int maximum)
{
    if (position >= maximum)
        setFollowing(true);
}

void FollowTail::goToEnd() { setFollowing(true); }

void FollowTail::toggle() { setFollowing(!m_following); }

void FollowTail::addRows(qint64 count)
{
    if (m_following || count <= 0)
        return;
    m_newRows += count;
    emit changed();
}

void FollowTail::forgetNewRows()
{
    if (m_newRows == 0)
        return;
    m_newRows = 0;
    emit changed();
}

} // namespace canal
