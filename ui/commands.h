// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/leave.h"
#include "ui/copytext.h"
#include "ui/sessionmodels.h"

#include <QPointer>

#include <optional>
#include <vector>

class QMenuBar;

namespace canal {

class Actions;
class EventTableView;
class ExportDialog;
class Interaction;

// The commands that ask before they do something. Emits what was decided.
class Commands : public QObject
{
    Q_OBJECT

public:
    Commands(Interaction &interaction, SessionModels &models, QWidget &window);

    void setSession(const std::optional<SessionView> &view); // none: an open dialog closes

    // How to leave now; asks when un-acked batches are the user's to decide on. None: stay.
    std::optional<Leave> howToLeave();

public slots:
    void stop();
    void ack(quint32 upToBatchIndex); // asks on production only
    void rollBack();
    void clear();
    void exportRows(std::vector<canal::RowId> selected);
    void copy(const QTableView &fallback); // of the table with the focus, else of this one
    void showPalette(const QMenuBar &menus); // and does what was chosen
    void showKeys(const canal::Actions &actions);
    void copyText(const QString &text);
    void copyAs(canal::CopyStyle style, const EventTableView &table);

signals:
    void stopRequested(canal::Leave how);
    void ackRequested(quint32 upToBatchIndex);
    void rollbackRequested();
    void clearRequested(quint32 beforeRow);
    void exported(const QString &result);
    void copiedInPart(const QString &text); // a cut list says that it was cut

private:
    void take(const CopiedText &copied);

    Interaction &m_interaction;
    SessionModels &m_models;
    QWidget &m_window;
    std::optional<SessionView> m_view;
    QPointer<ExportDialog> m_export;
};

} // namespace canal
