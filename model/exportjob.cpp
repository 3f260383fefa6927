// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/exportjob.h"

#include "model/csvlines.h"
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

Outcome writeFile(const CsvLines &lines, const QString &path, const std::stop_token &stop,
                  std::atomic<int> &percent)
{
    SafeFile file(path);
    Outcome outcome;
    const auto keep = [&](const Result<Ok, QString> &result) {
        if (!result)
            outcome = { Outcome::Kind::Failed, result.error(), outcome.lines, file.bytesWritten() };
        return static_cast<bool>(result);
    };
    if (!keep(file.open()))
        return outcome;
    const auto header = CsvWriter::header();
    if (!keep(file.write({ header.data(), static_cast<qsizetype>(header.size()) })))
        return outcome;
    constexpr unsigned threads = 2;
    const bool all = lines.write(
        threads,
        [&](const CsvLines::Part &part) {
            if (!part.isReadable)
                return keep(
                    Failure { ExportJob::tr("Rows that lie in the cache file cannot be read "
                                            "back. %1 was not written; check the disk.")
                                  .arg(path) });
            outcome.lines += static_cast<qint64>(part.lines);
            percent = static_cast<int>(part.done * 100 / lines.count);
            return keep(file.write({ part.text.data(), static_cast<qsizetype>(part.text.size()) }));
        },
        stop);
    if (outcome.kind == Outcome::Kind::Failed)
        return outcome;
    outcome.bytes = file.bytesWritten();
    if (!all)
        outcome.kind = Outcome::Kind::Cancelled;
    else
        keep(file.commit());
    return outcome;
}

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
        CsvLines lines { rows, style, 0, {} };
        if (const auto *some = std::get_if<std::vector<RowId>>(&which)) {
            lines.count = some->size();
            lines.rowAt = [some](std::size_t i) { return (*some)[i]; };
        } else {
            const auto from = std::get<AllRows>(which).from;
            lines.count = rows.size() - std::min(from, rows.size());
            lines.rowAt
                = [from](std::size_t i) { return RowId { from + static_cast<std::uint32_t>(i) }; };
        }
        shared->outcome = writeFile(lines, path, stop, shared->percent);
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
