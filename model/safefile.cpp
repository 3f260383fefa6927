// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/safefile.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStorageInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace canal {

static QString resolved(const QString &path)
{
    const QFileInfo info(path);
    const auto target = info.canonicalFilePath(); // empty when it does not exist yet
    return target.isEmpty() ? info.absoluteFilePath() : target;
}

SafeFile::SafeFile(const QString &path)
    : m_path(resolved(path))
{ }

SafeFile::~SafeFile() { cancel(); }

QString SafeFile::failure(const char *doing, int error)
{
    auto text = u"cannot %1 %2: %3"_s.arg(
        QLatin1StringView(doing), m_path,
        QString::fromLocal8Bit(std::strerror(error))); // NOLINT(concurrency-mt-unsafe)
    if (error == ENOSPC || error == EDQUOT) {
        const auto free = QStorageInfo(QFileInfo(m_path).path()).bytesAvailable();
        text += u" (%1 bytes were written, %2 are free)"_s.arg(m_written).arg(free);
    }
    cancel();
    return text;
}

Result<Ok, QString> SafeFile::open()
{
    const QFileInfo target(m_path);
    if (target.isDir())
        return Failure { failure("write", EISDIR) };
    m_isDirect = target.exists() && !target.isFile();
    int flags = O_WRONLY | O_CLOEXEC;
    m_part = m_path;
    if (!m_isDirect) {
        flags |= O_CREAT | O_EXCL;
        m_part
            += u".%1.part"_s.arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'));
    }
    const auto mode = m_private ? 0600U : 0666U;
    m_fd = ::open(QFile::encodeName(m_part).constData(), flags, mode);
    if (m_fd < 0)
        return Failure { failure("create", errno) };
    struct stat old
    {
    };
    if (!m_isDirect && !m_private && ::stat(QFile::encodeName(m_path).constData(), &old) == 0)
        (void)::fchmod(m_fd, old.st_mode & 07777U); // as readable as the one it replaces
    return Ok {};
}

Result<Ok, QString> SafeFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto wrote = ::write(m_fd, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return Failure { failure("write", wrote < 0 ? errno : ENOSPC) };
        m_written += wrote;
        bytes = bytes.sliced(wrote);
    }
    return Ok {};
}

Result<Ok, QString> SafeFile::commit()
{
    if (m_isDirect) {
        close();
        return Ok {};
    }
    if (::fsync(m_fd) != 0)
        return Failure { failure("sync", errno) };
    if (::rename(QFile::encodeName(m_part).constData(), QFile::encodeName(m_path).constData()) != 0)
        return Failure { failure("replace", errno) };
    close();
    const int directory = ::open(QFile::encodeName(QFileInfo(m_path).path()).constData(),
                                 O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory >= 0) {
        (void)::fsync(directory); // the file itself is safe; only its name could get lost
        ::close(directory);
    }
    return Ok {};
}

void SafeFile::cancel()
{
    if (m_fd < 0)
        return;
    close();
    if (!m_isDirect)
        QFile::remove(m_part);
}

void SafeFile::close() { ::close(std::exchange(m_fd, -1)); }

} // namespace canal
