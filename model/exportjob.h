// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"
#include "model/typedvalue.h"
#include "protocol/result.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <variant>
#include <vector>

namespace canal {

// Writes rows of a snapshot as CSV into a file, in a thread of its own. The file appears (or
// replaces the old one) only when all of it was written. GUI thread; the store must not release
// rows meanwhile.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    struct AllRows
    {
        std::uint32_t from = 0; // to the snapshot's end
    };
    using Rows = std::variant<AllRows, std::vector<RowId>>;

    struct Outcome
    {
        enum class Kind { Done, Cancelled, Failed };

        Kind kind = Kind::Done;
        QString error; // Failed
        qint64 lines = 0;
        qint64 bytes = 0;
    };

    explicit ExportJob(QObject *parent = nullptr);
    ~ExportJob() override; // cancels and waits

    bool isRunning() const;

public slots:
    // Only while !isRunning().
    void start(const canal::EventSnapshot &rows, canal::ExportJob::Rows which,
               canal::ValueStyle style, const QString &path);
    void cancel();

signals:
    void progress(int percent);
    void finished(const canal::ExportJob::Outcome &outcome);

private:
    void poll();

    struct Shared;
    std::unique_ptr<Shared> m_shared;
    QTimer m_poll;
};

} // namespace canal
