// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/connectionprofile.h"
#include "ui/theme.h"

#include <QComboBox>

#include <optional>

namespace canal {

std::optional<Theme::Role> roleOf(ConnectionProfile::Label label); // none: no colour

// Chooses a connection's colour.
class LabelBox : public QComboBox
{
    Q_OBJECT

public:
    explicit LabelBox(QWidget *parent = nullptr);

    ConnectionProfile::Label label() const;
    void setLabel(ConnectionProfile::Label label);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();
};

} // namespace canal
