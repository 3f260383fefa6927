// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/exportjob.h"

#include "model/csvwriter.h"
#include "model/safefile.h"

#include <atomic>
#include <thread>

namespace canal {

struct ExportJob::Shared
{
    std::atomic<int> percent { 0 };
    std::atomic<bool> done { true };
    Outcome outcome; // belongs to the thread until done
    std::jthread thread;
};

namespace {

using Outcome = ExportJob::Outcome;

class Writer
{
public:
    Writer(EventSnapshot rows, ValueStyle style, const QString &path)
        : m_rows(rows)
        , m_csv(style)
        , m_file(path)
    { }

    template <typename RowAt>
    Outcome run(std::size_t count, RowAt rowAt, const std::stop_token &stop,
                std::atomic<int> &percent)
    {
        if (const auto opened = m_file.open(); !opened)
            return failed(opened.error());
        m_text = CsvWriter::header();
        for (std::size_t i = 0; i < count; ++i) {
            if (stop.stop_requested())
                return { Outcome::Kind::Cancelled, {}, m_lines, m_file.bytesWritten() };
            if (m_csv.appendLine(m_rows, rowAt(i), m_text))
                ++m_lines;
            constexpr std::size_t chunkBytes = std::size_t(1) << 20;
            if (m_text.size() < chunkBytes)
                continue;
            if (const auto written = flush(); !written)
                return failed(written.error());
            percent = static_cast<int>(i * 100 / count);
        }
        if (const auto written = flush(); !written)
            return failed(written.error());
        if (const auto committed = m_file.commit(); !committed)
            return failed(committed.error());
        return { Outcome::Kind::Done, {}, m_lines, m_file.bytesWritten() };
    }

private:
    Result<Ok, QString> flush()
    {
        auto written = m_file.write({ m_text.data(), static_cast<qsizetype>(m_text.size()) });
        m_text.clear();
        return written;
    }
    Outcome failed(const QString &error) const
    {
        return { Outcome::Kind::Failed, error, m_lines, m_file.bytesWritten() };
    }

    EventSnapshot m_rows;
    CsvWriter m_csv;
    SafeFile m_file;
    std::string m_text;
    qint64 m_lines = 0;
};

} // namespace

ExportJob::ExportJob(QObject *parent)
    : QObject(parent)
    , m_shared(std::make_unique<Shared>())
{
    constexpr int pollMs = 100;
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &ExportJob::poll);
}

ExportJob::~ExportJob() { cancel(); }

bool ExportJob::isRunning() const { return m_poll.isActive(); }

void ExportJob::start(const EventSnapshot &rows, Rows which, ValueStyle style, const QString &path)
{
    m_shared->percent = 0;
    m_shared->done = false;
    m_shared->thread = std::jthread([shared = m_shared.get(), rows, which = std::move(which), style,
                                     path](const std::stop_token &stop) {
        Writer writer(rows, style, path);
        if (const auto *some = std::get_if<std::vector<RowId>>(&which)) {
            shared->outcome = writer.run(
                some->size(), [some](std::size_t i) { return (*some)[i]; }, stop, shared->percent);
        } else {
            const auto from = std::get<AllRows>(which).from;
            const auto at
                = [from](std::size_t i) { return RowId { from + static_cast<std::uint32_t>(i) }; };
            shared->outcome
                = writer.run(rows.size() - std::min(from, rows.size()), at, stop, shared->percent);
        }
        shared->done = true;
    });
    m_poll.start();
    emit progress(0);
}

void ExportJob::cancel() { m_shared->thread.request_stop(); }

void ExportJob::poll()
{
    if (!m_shared->done)
        return emit progress(m_shared->percent);
    m_poll.stop();
    m_shared->thread.join();
    emit finished(m_shared->outcome);
}

} // namespace canal
