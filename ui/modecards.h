// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clientconfig.h"

#include <QWidget>

class QButtonGroup;

namespace canal {

// The name of a mode, as everywhere in the window.
QString modeName(AccessMode mode);

// The choice of what a connection does on the server, each with what it means.
class ModeCards : public QWidget
{
    Q_OBJECT

public:
    explicit ModeCards(QWidget *parent = nullptr);

    AccessMode mode() const;
    void setMode(AccessMode mode);

private:
    QButtonGroup *m_group;
};

} // namespace canal
