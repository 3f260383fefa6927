// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

namespace canal {

// A table's header whose titles may be names from a server.
class PlainHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit PlainHeader(QWidget *parent = nullptr);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;
};

} // namespace canal
