// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/emptycontent.h"

#include "model/errortext.h"
#include "model/rowsummary.h"

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Role = Theme::Role;
using Action = EmptyState::Action;
using Content = EmptyState::Content;

Content filteredToNothing(const EmptySituation &situation)
{
    if (situation.hiddenRows > 0)
        return { u"filter"_s,
                 Role::WarnIcon,
                 EmptyState::tr("0 of %1 events match").arg(grouped(situation.unfilteredRows)),
                 EmptyState::tr("%1 of them were hidden one by one, the rest by the filter or the "
                                "ticks in the source tree; here only, nothing changed on the "
                                "server.")
                     .arg(grouped(situation.hiddenRows)),
                 { Action::ShowHidden, Action::ClearFilter } };
    return { u"filter"_s,
             Role::WarnIcon,
             EmptyState::tr("0 of %1 events match").arg(grouped(situation.unfilteredRows)),
             EmptyState::tr("The filter or the ticks in the source tree hide all of them, here "
                            "only; nothing changed on the server."),
             { Action::ClearFilter } };
}

Content disconnected(const EmptySituation &situation)
{
    QString cause;
    if (situation.error) {
        const auto text = describe(*situation.error, situation.peer);
        cause = text.summary + (text.advice.isEmpty() ? u""_s : u"\n"_s) + text.advice;
    }
    return { u"disconnected"_s,
             Role::ErrorIcon,
             EmptyState::tr("Disconnected from %1").arg(situation.peer),
             cause,
             { Action::Retry, Action::EditConnection } };
}

Content waiting(const EmptySituation &situation)
{
    const auto normal = EmptyState::tr("This is normal when nobody writes to the tables.");
    const auto text = situation.lastPoll.isEmpty()
        ? EmptyState::tr("No fetch was answered yet.")
        : EmptyState::tr("Last poll %1, 0 events.").arg(situation.lastPoll) + u' ' + normal;
    return { u"wait"_s,
             Role::InfoIcon,
             EmptyState::tr("Connected, waiting for changes"),
             EmptyState::tr("Nothing has come from %1 yet.").arg(situation.destination) + u'\n'
                 + text,
             {} };
}

} // namespace

Content emptyContent(const EmptySituation &situation)
{
    if (situation.unfilteredRows > 0)
        return filteredToNothing(situation);
    switch (situation.state) {
    case ClientState::Idle:
        return { u"stop"_s,
                 Role::Text2,
                 EmptyState::tr("Stopped"),
                 EmptyState::tr("Nothing was captured."),
                 { Action::Retry } };
    case ClientState::Connecting:
    case ClientState::AwaitingHandshake:
    case ClientState::Authenticating:
    case ClientState::Subscribing:
        return { u"connect"_s,
                 Role::InfoIcon,
                 EmptyState::tr("Connecting to %1 …").arg(situation.peer),
                 {},
                 {} };
    case ClientState::Streaming:
        if (situation.holds)
            return { u"pause"_s,
                     Role::WarnIcon,
                     EmptyState::tr("Paused"),
                     EmptyState::tr("Connected, but nothing is fetched."),
                     {} };
        return waiting(situation);
    case ClientState::Leaving:
        return { u"connect"_s, Role::Text2, EmptyState::tr("Leaving …"), {}, {} };
    case ClientState::Waiting:
    case ClientState::Failed:
        break;
    }
    return disconnected(situation);
}

} // namespace canal
