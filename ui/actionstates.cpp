// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/actionstates.h"

#include "ui/ackcontrols.h"
#include "ui/plaintext.h"

namespace canal {

ActionStates::ActionStates(Actions &actions, const AckControls &acks, const SessionModels &models,
                           QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_acks(acks)
    , m_models(models)
{
    connect(&acks, &AckControls::changed, this, &ActionStates::refreshAcks);
    connect(&models, &SessionModels::countsChanged, this, &ActionStates::refreshCounts);
    refreshAcks();
    refreshCounts();
}

void ActionStates::showState(Session session, ClientState state)
{
    const bool isShown = session == Session::Shown;
    const bool running = isShown && state != ClientState::Idle && state != ClientState::Failed;
    const auto noSession = isShown ? QString() : tr("There is no connection yet.");
    allow(Act::Start, running ? tr("It is running.") : QString());
    allow(Act::Stop,
          !running                            ? tr("Nothing is running.")
              : state == ClientState::Leaving ? tr("It is stopping.")
                                              : QString());
    allow(Act::Pause,
          isShown && state == ClientState::Streaming ? QString() : tr("Nothing is fetched now."));
    for (const auto act :
         { Act::Freeze,  Act::Follow,     Act::Find,          Act::FindNext,     Act::FindPrevious,
           Act::Filter,  Act::Copy,       Act::GoTo,          Act::GoEnd,        Act::GoFirst,
           Act::GoNext,  Act::GoPrevious, Act::TimeReference, Act::Transactions, Act::ToggleValue,
           Act::MiniMap, Act::DocksBelow, Act::DocksRight,    Act::ResetLayout,  Act::ZoomIn,
           Act::ZoomOut, Act::ZoomReset })
        allow(act, noSession);
}

void ActionStates::allow(Act act, const QString &reasonAgainst)
{
    m_actions[act].setEnabled(reasonAgainst.isEmpty());
    setSafeTip(m_actions[act], reasonAgainst);
}

void ActionStates::refreshCounts()
{
    const auto noRows = tr("There are no rows yet.");
    allow(Act::Export, m_models.eventCount() > 0 ? QString() : noRows);
    allow(Act::Clear, m_models.unfilteredCount() > 0 ? QString() : noRows);
    allow(Act::ClearFilter, m_models.isFiltered() ? QString() : tr("No filter is set."));
}

void ActionStates::refreshAcks()
{
    using Step = AckControls::Step;
    for (const auto &[act, step] :
         { std::pair { Act::AckNext, Step::Next }, std::pair { Act::AckUpToHere, Step::UpToHere },
           std::pair { Act::AckAll, Step::All }, std::pair { Act::RollBack, Step::RollBack } }) {
        const auto option = m_acks.option(step);
        m_actions[act].setEnabled(option.enabled);
        setSafeTip(m_actions[act], option.tip);
    }
}

} // namespace canal
