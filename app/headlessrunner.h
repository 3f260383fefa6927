// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/attachnote.h"
#include "app/commandline.h"
#include "app/csvoutput.h"
#include "app/exitcode.h"
#include "app/runreport.h"
#include "app/session.h"
#include "model/csvwriter.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <unordered_map>

namespace canal {

// A run without a window: the same session, its rows as CSV lines. In AccessMode::Auto a batch is
// acked once all its lines are written (and synced); in Peek its rows are let go of then. Words go
// to standard error. Main thread.
class HeadlessRunner : public QObject
{
    Q_OBJECT

public:
    // `attachment` may be null (the demo's server is ours alone).
    HeadlessRunner(Options options, ClientConfig config, std::unique_ptr<Attachment> attachment,
                   QObject *parent = nullptr);
    ~HeadlessRunner() override;

public slots:
    void start();
    void stop(); // as --for does: exit code 0

signals:
    void finished(canal::ExitCode code);

private:
    void onStateChanged(canal::ClientState state);
    void onBatchStored(quint32 index);
    void onPolled();
    void onFailed(const canal::ClientError &error);
    void onHoldsChanged(canal::FetchHolds holds);
    void onLeft(canal::Departure how);

    Result<Ok, QString> checkOutputs() const;
    void openOutput();
    void writeWaitingBatches();
    void writeBatch(quint32 index);
    bool writeRows(const BatchEntry &batch);
    Result<Ok, QString> writeReport() const;
    bool isWanted(const EventSnapshot &rows, RowId row);
    void startIdleTimer();
    void finish(ExitCode code);
    void fail(const QString &text, ExitCode code);
    QString peer() const;

    const Options m_options;
    const std::unique_ptr<Attachment> m_attachment;
    Session m_session;
    CsvOutput m_output;
    CsvWriter m_writer;
    std::string m_lines;
    std::unordered_map<std::uint32_t, bool> m_wantedTables;
    quint32 m_nextBatch = 0; // of the ledger, to be written
    quint64 m_rows = 0; // CSV lines
    quint64 m_batches = 0;
    RunReport m_report;
    std::deque<BatchArrival> m_arrivals; // of the batches to be written
    bool m_subscribed = false; // at least once
    bool m_finishing = false;
    ExitCode m_code = ExitCode::Ok;
    QTimer m_for;
    QTimer m_idle;
    QTimer m_reconnect;
    QTimer m_openOutput;
    QTimer m_leaving;
};

} // namespace canal
