// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <stop_token>
#include <thread>

namespace canal {

// One piece of work at a time in a thread of its own; its result comes back to the thread that
// owns this.
class BackgroundCall
{
public:
    BackgroundCall() = default;
    ~BackgroundCall() { cancel(); }
    BackgroundCall(const BackgroundCall &) = delete;
    BackgroundCall &operator=(const BackgroundCall &) = delete;

    bool isRunning() const { return m_running; }

    // `work(stop)` runs over there and reads only what it holds; `done(result)` is called here
    // afterwards, unless the work was cancelled.
    template <typename Work, typename Done>
    void start(Work work, Done done)
    {
        cancel();
        m_running = true;
        m_thread = std::jthread([this, work = std::move(work), done = std::move(done),
                                 number = m_number](const std::stop_token &stop) {
            const auto finish = [this, number, done, result = work(stop)] {
                if (number != m_number)
                    return;
                m_running = false;
                done(result);
            };
            QMetaObject::invokeMethod(&m_home, finish, Qt::QueuedConnection);
        });
    }

    void cancel() // waits for the thread
    {
        ++m_number;
        m_running = false;
        m_thread = {};
    }

private:
    QObject m_home; // its thread is where results go
    std::jthread m_thread;
    unsigned m_number = 0; // of the work under way
    bool m_running = false;
};

} // namespace canal
