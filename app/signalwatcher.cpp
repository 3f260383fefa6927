// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/signalwatcher.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace canal {
namespace {

// What a signal handler may touch.
std::atomic<bool> stopped { false };
std::array<int, 2> wakeUp { -1, -1 };

constexpr std::array stopSignals { SIGINT, SIGTERM };

} // namespace

extern "C" void canalInspectorOnStopSignal(int)
{
    stopped.store(true);
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(wakeUp[1], &byte, 1);
}

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    stopped.store(false);
    if (::pipe2(wakeUp.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe for signals");
    m_notifier = new QSocketNotifier(wakeUp[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        emit stopRequested();
    });
    struct sigaction action
    {
    };
    action.sa_handler = canalInspectorOnStopSignal; // NOLINT(*-union-access): POSIX's macro
    action.sa_flags = static_cast<int>(SA_RESETHAND); // no SA_RESTART: a blocked write must end
    sigemptyset(&action.sa_mask);
    for (const int signal : stopSignals)
        ::sigaction(signal, &action, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
}

SignalWatcher::~SignalWatcher()
{
    for (const int signal : stopSignals)
        ::signal(signal, SIG_DFL);
    for (int &end : wakeUp)
        ::close(std::exchange(end, -1));
}

bool SignalWatcher::stopWasRequested() { return stopped.load(); }

} // namespace canal
