// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

#include <optional>

namespace canal {

// The client id: one of our own that nobody else uses, or any other that the user gives.
class ClientIdBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ClientIdBox(QWidget *parent = nullptr);

    // `ownId` is what is offered as ours; 0: draw one.
    void setId(qint16 id, qint16 ownId);
    std::optional<qint16> id() const; // none: not a number that Canal takes
    bool isOwn() const;
    QString explanation() const;

    static qint16 drawOwnId();

private:
    qint16 m_ownId = 0;
};

} // namespace canal
