// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/csvoutput.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace canal {

static QString systemText(int error)
{
    return QString::fromLocal8Bit(std::strerror(error)); // NOLINT(concurrency-mt-unsafe)
}

// /dev/stdout may lead to a regular file that somebody else opened: not ours to empty.
static bool isDevicePath(const QString &path)
{
    const auto absolute = QFileInfo(path).absoluteFilePath();
    return absolute.startsWith(u"/dev/"_s) || absolute.startsWith(u"/proc/"_s);
}

CsvOutput::CsvOutput(QString path)
    : m_path(std::move(path))
{ }

CsvOutput::~CsvOutput()
{
    if (m_fd > STDERR_FILENO)
        ::close(m_fd);
}

QString CsvOutput::failure(const char *doing, int error) const
{
    auto text = u"cannot %1 %2: %3"_s.arg(QLatin1StringView(doing),
                                          m_path == u"-" ? u"standard output"_s : m_path,
                                          systemText(error));
    if (m_written > 0)
        text += u" (%1 bytes were written)"_s.arg(m_written);
    if (error == ENOSPC || error == EDQUOT)
        text += u"; %1 bytes are free there"_s.arg(
            QStorageInfo(QFileInfo(m_path).path()).bytesAvailable());
    return text;
}

Result<Ok, QString> CsvOutput::check() const
{
    if (m_path == u"-")
        return Ok {};
    const QFileInfo file(m_path);
    if (file.isDir())
        return Failure { failure("write", EISDIR) };
    const auto place = file.exists() ? m_path : file.path();
    if (::access(QFile::encodeName(place).constData(), W_OK) != 0)
        return Failure { failure("write", errno) };
    return Ok {};
}

Result<CsvOutput::Opened, QString> CsvOutput::open()
{
    if (m_path == u"-") {
        m_fd = STDOUT_FILENO;
    } else {
        // O_NONBLOCK: a FIFO without a reader must not hang us; taken off again below.
        const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
            | (isDevicePath(m_path) ? O_APPEND : 0);
        m_fd = ::open(QFile::encodeName(m_path).constData(), flags, 0666);
        if (m_fd < 0 && errno == ENXIO)
            return Opened::NotYet;
        if (m_fd < 0)
            return Failure { failure("open", errno) };
        ::fcntl(m_fd, F_SETFL, ::fcntl(m_fd, F_GETFL) & ~O_NONBLOCK);
    }
    struct stat status
    {
    };
    if (::fstat(m_fd, &status) != 0)
        return Failure { failure("look at", errno) };
    m_isRegular = S_ISREG(status.st_mode);
    const bool isOurs = m_isRegular && m_path != u"-" && !isDevicePath(m_path);
    if (isOurs && ::ftruncate(m_fd, 0) != 0)
        return Failure { failure("empty", errno) };
    return Opened::Yes;
}

Result<Ok, QString> CsvOutput::write(std::string_view text, bool (*interrupted)())
{
    while (!text.empty()) {
        const auto wrote = ::write(m_fd, text.data(), text.size());
        if (wrote < 0) {
            if (errno == EINTR && (interrupted == nullptr || !interrupted()))
                continue;
            return Failure { failure("write", errno) };
        }
        m_written += wrote;
        text.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return Ok {};
}

Result<Ok, QString> CsvOutput::sync()
{
    if (m_isRegular && ::fdatasync(m_fd) != 0)
        return Failure { failure("sync", errno) };
    return Ok {};
}

} // namespace canal
