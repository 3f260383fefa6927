// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/commands.h"

#include "ui/commandpalette.h"
#include "ui/eventtableview.h"
#include "ui/exportdialog.h"
#include "ui/interaction.h"
#include "ui/questions.h"
#include "ui/shortcutsheet.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QTableView>

namespace canal {

using questions::Decision;

Commands::Commands(Interaction &interaction, SessionModels &models, QWidget &window)
    : QObject(&window)
    , m_interaction(interaction)
    , m_models(models)
    , m_window(window)
{ }

void Commands::setSession(const std::optional<SessionView> &view)
{
    if (m_export != nullptr)
        m_export->drop();
    m_view = view;
}

// Peek gives everything back and Auto-ack holds nothing: only in Manual mode there is a choice.
std::optional<Leave> Commands::howToLeave()
{
    if (!m_view || m_view->profile.mode != AccessMode::Manual
        || m_view->ledger->unackedCount() == 0)
        return Leave::GiveBack;
    return questions::leave(m_interaction, &m_window, *m_view->ledger, m_view->profile);
}

void Commands::stop()
{
    if (const auto how = howToLeave())
        emit stopRequested(*how);
}

void Commands::ack(quint32 upToBatchIndex)
{
    if (!m_view)
        return;
    const auto from = m_view->ledger->oldestUnacked().value_or(upToBatchIndex);
    if (!m_view->profile.isProduction
        || questions::ack(m_interaction, &m_window, upToBatchIndex - from + 1, m_view->profile)
            == Decision::Go)
        emit ackRequested(upToBatchIndex);
}

void Commands::rollBack()
{
    if (!m_view)
        return;
    const auto view = *m_view;
    if (questions::rollBack(m_interaction, &m_window, *view.ledger, view.profile) == Decision::Go)
        emit rollbackRequested();
}

void Commands::clear()
{
    const auto rows = m_models.unfilteredCount();
    if (!m_view || questions::clear(m_interaction, &m_window, rows) == Decision::Cancel || !m_view)
        return;
    emit clearRequested(m_models.clear());
}

void Commands::exportRows(std::vector<RowId> selected)
{
    if (!m_view)
        return;
    ExportDialog dialog(m_models, std::move(selected), m_interaction, &m_window);
    m_export = &dialog;
    if (m_interaction.run(dialog) == Interaction::Ending::Accepted)
        emit exported(dialog.resultText());
}

void Commands::copy(const QTableView &fallback)
{
    const auto *focused = qobject_cast<const QTableView *>(m_window.focusWidget());
    take(copiedText(focused != nullptr ? *focused : fallback));
}

void Commands::copyText(const QString &text) { QGuiApplication::clipboard()->setText(text); }

void Commands::copyAs(CopyStyle style, const EventTableView &table)
{
    if (style != CopyStyle::Csv)
        take(copiedText(table, style));
    else if (m_models.store() != nullptr)
        take(copiedCsv(m_models.store()->snapshot(), table.selectedRows()));
}

void Commands::showPalette(const QMenuBar &menus)
{
    CommandPalette palette(menus, &m_window);
    if (m_interaction.run(palette) == Interaction::Ending::Accepted)
        palette.chosen()->trigger();
}

void Commands::showKeys(const Actions &actions)
{
    ShortcutSheet sheet(actions.keys(), &m_window);
    m_interaction.run(sheet);
}

void Commands::take(const CopiedText &copied)
{
    if (copied.rows == 0)
        return;
    QGuiApplication::clipboard()->setText(copied.text);
    if (copied.rows < copied.selected)
        emit copiedInPart(tr("Copied the first %1 of %2 rows. Export writes all of them.")
                              .arg(grouped(copied.rows), grouped(copied.selected)));
}

} // namespace canal
