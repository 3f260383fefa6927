// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/headlessrunner.h"

#include "app/say.h"
#include "app/signalwatcher.h"
#include "model/errortext.h"

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int reconnectMs = 60'000;
static constexpr int leaveMs = 5'000; // more than the client itself waits for its last answers
static constexpr std::size_t writeBytes = std::size_t(1) << 20;

static SessionOptions sessionOptions(const Options &given)
{
    SessionOptions options;
    options.autoAck = SessionOptions::AutoAck::ByCaller;
    options.memoryCap = given.memoryCap.value_or(options.memoryCap);
    return options;
}

static ClientConfig boundedConfig(ClientConfig config)
{
    if (config.mode == AccessMode::Auto)
        config.maxUnackedBatches = 4; // how far fetching may be ahead of writing
    return config;
}

HeadlessRunner::HeadlessRunner(Options options, ClientConfig config,
                               std::unique_ptr<Attachment> attachment, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_attachment(std::move(attachment))
    , m_session(boundedConfig(std::move(config)), sessionOptions(m_options))
    , m_output(m_options.csv.isEmpty() ? u"/dev/null"_s : m_options.csv)
    , m_writer(m_options.values)
{
    for (auto *timer : { &m_for, &m_idle, &m_reconnect, &m_leaving })
        timer->setSingleShot(true);
    connect(&m_for, &QTimer::timeout, this, &HeadlessRunner::stop);
    connect(&m_idle, &QTimer::timeout, this, &HeadlessRunner::stop);
    connect(&m_reconnect, &QTimer::timeout, this, [this] {
        fail(u"%1 could not be reached again for %2 seconds."_s.arg(peer()).arg(reconnectMs / 1000),
             ExitCode::Network);
    });
    connect(&m_openOutput, &QTimer::timeout, this, &HeadlessRunner::openOutput);
    connect(&m_leaving, &QTimer::timeout, this, [this] { onLeft(Departure::MayHoldBatches); });
    connect(&m_session, &Session::stateChanged, this, &HeadlessRunner::onStateChanged);
    connect(&m_session, &Session::batchArrived, this,
            [this](const BatchArrival &arrival) { m_arrivals.push_back(arrival); });
    connect(&m_session, &Session::batchStored, this, &HeadlessRunner::onBatchStored);
    connect(&m_session, &Session::ackSent, this,
            [this](RunReport::Clock::time_point at) { m_report.ackSent(at); });
    connect(&m_session, &Session::polled, this, &HeadlessRunner::onPolled);
    connect(&m_session, &Session::failed, this, &HeadlessRunner::onFailed);
    connect(&m_session, &Session::holdsChanged, this, &HeadlessRunner::onHoldsChanged);
    connect(&m_session, &Session::left, this, &HeadlessRunner::onLeft);
}

HeadlessRunner::~HeadlessRunner() = default;

QString HeadlessRunner::peer() const
{
    return u"%1:%2"_s.arg(m_session.config().host, QString::number(m_session.config().port));
}

void HeadlessRunner::start()
{
    if (const auto checked = checkOutputs(); !checked) {
        say(checked.error());
        emit finished(ExitCode::File);
        return;
    }
    if (m_options.forMs)
        m_for.start(*m_options.forMs);
    m_session.open();
}

Result<Ok, QString> HeadlessRunner::checkOutputs() const
{
    if (auto checked = m_output.check(); !checked || m_options.report.isEmpty())
        return checked;
    return CsvOutput(m_options.report).check();
}

void HeadlessRunner::stop() { finish(ExitCode::Ok); }

void HeadlessRunner::fail(const QString &text, ExitCode code)
{
    if (m_finishing)
        return;
    say(text);
    finish(code);
}

void HeadlessRunner::finish(ExitCode code)
{
    if (m_finishing)
        return;
    m_finishing = true;
    m_code = code;
    for (auto *timer : { &m_for, &m_idle, &m_reconnect, &m_openOutput })
        timer->stop();
    m_leaving.start(leaveMs);
    m_session.leave(Leave::GiveBack);
}

void HeadlessRunner::onLeft(Departure how)
{
    if (!m_finishing)
        return;
    m_leaving.stop();
    disconnect(&m_session, nullptr, this, nullptr);
    if (m_attachment && how == Departure::Clean)
        m_attachment->noteDetached();
    if (m_subscribed)
        say(u"%1 lines from %2 batches"_s.arg(m_rows).arg(m_batches));
    if (const auto written = writeReport(); !written) {
        say(written.error());
        if (m_code == ExitCode::Ok)
            m_code = ExitCode::File;
    }
    emit finished(m_code);
}

// ---- session

void HeadlessRunner::onStateChanged(ClientState state)
{
    if (state != ClientState::Streaming || m_finishing)
        return;
    m_reconnect.stop();
    const auto &config = m_session.config();
    say(u"reading %1 from %2 as client %3"_s.arg(config.destination.name, peer())
            .arg(config.destination.clientId));
    if (m_subscribed)
        return;
    m_subscribed = true;
    if (m_attachment)
        m_attachment->noteAttached();
    openOutput();
}

void HeadlessRunner::openOutput()
{
    const auto opened = m_output.open();
    if (!opened)
        return fail(opened.error(), ExitCode::File);
    if (*opened == CsvOutput::Opened::NotYet) {
        constexpr int againMs = 50;
        m_openOutput.start(againMs);
        return;
    }
    m_openOutput.stop();
    if (const auto written = m_output.write(CsvWriter::header()); !written)
        return fail(written.error(), ExitCode::File);
    writeWaitingBatches();
}

void HeadlessRunner::onPolled()
{
    if (m_options.idleMs && !m_idle.isActive())
        startIdleTimer();
}

void HeadlessRunner::startIdleTimer()
{
    if (m_options.idleMs && !m_finishing)
        m_idle.start(*m_options.idleMs);
}

void HeadlessRunner::onBatchStored(quint32)
{
    startIdleTimer();
    writeWaitingBatches();
}

void HeadlessRunner::onHoldsChanged(FetchHolds holds)
{
    if (holds.testFlag(FetchHold::PeekLimit))
        say(u"paused: half of what the server can buffer (%1 MiB) is un-acknowledged, and Peek "
            u"never acknowledges; a server whose buffer is full stops for everybody"_s.arg(
                serverStoreBytes / 2 / 1024 / 1024));
    if (holds.testFlag(FetchHold::StoreFull))
        say(u"paused: the memory limit is reached"_s);
}

void HeadlessRunner::onFailed(const ClientError &error)
{
    const auto text = describe(error, peer());
    if (m_finishing) {
        say(text.summary);
        if (m_code == ExitCode::Ok)
            m_code = exitCodeFor(error.kind);
        return;
    }
    say(text.summary);
    if (!text.advice.isEmpty())
        say(text.advice);
    if (!text.details.isEmpty())
        say(text.details.section(u'\n', 0, 0));
    if (!m_subscribed || !error.isTransient())
        return finish(exitCodeFor(error.kind));
    if (!m_reconnect.isActive())
        m_reconnect.start(reconnectMs);
}

// ---- writing

void HeadlessRunner::writeWaitingBatches()
{
    while (m_output.isOpen() && !m_openOutput.isActive() && !m_finishing
           && m_nextBatch < m_session.ledger().size())
        writeBatch(m_nextBatch++);
}

void HeadlessRunner::writeBatch(quint32 index)
{
    const auto batch = m_session.ledger().at(index);
    const auto arrival = m_arrivals.front();
    m_arrivals.pop_front();
    if (batch.unreadable > 0)
        return; // the session fails next
    m_report.batchTaken(arrival, batch.entries);
    const bool whole = writeRows(batch);
    m_report.rowsWritten(m_rows, RunReport::Clock::now());
    if (m_finishing)
        return;
    if (whole) {
        if (const auto synced = m_output.sync(); !synced)
            return fail(synced.error(), ExitCode::File);
        ++m_batches;
        if (m_session.config().mode == AccessMode::Auto)
            m_session.ackUpTo(index);
        m_session.releaseRows(RowId { raw(batch.firstRow) + batch.rows });
    }
    if (m_options.maxRows && m_rows >= *m_options.maxRows)
        finish(ExitCode::Ok);
}

// False when --max-rows cut the batch.
bool HeadlessRunner::writeRows(const BatchEntry &batch)
{
    const auto rows = m_session.store().snapshot();
    const auto flush = [this] {
        const auto written = m_output.write(m_lines, &SignalWatcher::stopWasRequested);
        m_lines.clear();
        if (!written && SignalWatcher::stopWasRequested())
            finish(ExitCode::Ok);
        else if (!written)
            fail(written.error(), ExitCode::File);
        return bool(written);
    };
    m_lines.clear();
    for (quint32 i = 0; i < batch.rows; ++i) {
        const RowId row { raw(batch.firstRow) + i };
        if (!isEvent(rows.kind(row)) || !isWanted(rows, row))
            continue;
        if (m_options.maxRows && m_rows >= *m_options.maxRows) {
            flush();
            return false;
        }
        m_writer.appendLine(rows, row, m_lines);
        if (!m_writer.allReadable()) {
            fail(u"rows that lie in the cache file cannot be read back; check the disk"_s,
                 ExitCode::File);
            return false;
        }
        ++m_rows;
        if (m_lines.size() >= writeBytes && !flush())
            return false;
    }
    return flush();
}

Result<Ok, QString> HeadlessRunner::writeReport() const
{
    if (m_options.report.isEmpty())
        return Ok {};
    CsvOutput output(m_options.report);
    const auto opened = output.open();
    if (!opened)
        return Failure { opened.error() };
    if (*opened == CsvOutput::Opened::NotYet)
        return Failure { u"cannot write %1: nobody reads it"_s.arg(m_options.report) };
    if (auto written = output.write(m_report.toJson().toStdString()); !written)
        return written;
    return output.sync();
}

bool HeadlessRunner::isWanted(const EventSnapshot &rows, RowId row)
{
    if (m_options.tables.pattern().isEmpty())
        return true;
    const auto table = rows.table(row);
    const auto &name = rows.tableName(table);
    if (name.table.empty())
        return true;
    const auto [known, isNew] = m_wantedTables.try_emplace(raw(table), false);
    if (isNew)
        known->second
            = m_options.tables.match(QString::fromStdString(name.schema + '.' + name.table))
                  .hasMatch();
    return known->second;
}

} // namespace canal
