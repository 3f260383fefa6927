// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/actionstates.h"

#include "ui/ackcontrols.h"
#include "ui/actions.h"
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
    m_actions[Act::Start].setEnabled(!running);
    m_actions[Act::Stop].setEnabled(running && state != ClientState::Leaving);
    m_actions[Act::Pause].setEnabled(isShown && state == ClientState::Streaming);
    for (const auto act :
         { Act::Freeze, Act::Follow, Act::Find, Act::FindNext, Act::FindPrevious, Act::Filter,
           Act::Copy, Act::GoTo, Act::GoEnd, Act::GoFirst, Act::GoNext, Act::GoPrevious,
           Act::ResetLayout, Act::ZoomIn, Act::ZoomOut, Act::ZoomReset })
        m_actions[act].setEnabled(isShown);
}

void ActionStates::refreshCounts()
{
    m_actions[Act::Export].setEnabled(m_models.eventCount() > 0);
    m_actions[Act::Clear].setEnabled(m_models.unfilteredCount() > 0);
    m_actions[Act::ClearFilter].setEnabled(m_models.isFiltered());
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
