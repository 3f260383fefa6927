// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/sentvalue.h"

#include <QFutureWatcher>
#include <QObject>

namespace canal {

class Interaction;

// Asks for a file and writes a value's bytes into it, in another thread.
class ValueSaver : public QObject
{
    Q_OBJECT

public:
    ValueSaver(Interaction &interaction, QWidget &parent);

    bool isRunning() const { return m_watcher.isRunning(); }
    void save(const SentValue &value, const QString &extension); // without dot; may be empty

signals:
    void finished(const QString &result); // a sentence, also for a failure

private:
    Interaction &m_interaction;
    QWidget &m_parent;
    QFutureWatcher<QString> m_watcher;
};

} // namespace canal
