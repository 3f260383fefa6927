// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QByteArrayView>
#include <QString>

namespace canal {

// The only way this program replaces a file: writes beside it, checks every count, flushes, syncs,
// then renames. Until commit() the old file stays as it is; after any error it stays for good and
// what was written beside it is removed. (QSaveFile 6.4 replaces good files by truncated ones on a
// full disk.) A target that is no regular file (a device, a FIFO) is written to directly. Errors
// are sentences with the path and the system's reason. Any one thread.
class SafeFile
{
public:
    explicit SafeFile(const QString &path);
    ~SafeFile(); // without commit(): nothing has happened
    SafeFile(const SafeFile &) = delete;
    SafeFile &operator=(const SafeFile &) = delete;

    // Only its owner may read it: settings.
    void setPrivate() { m_private = true; }

    Result<Ok, QString> open();
    Result<Ok, QString> write(QByteArrayView bytes);
    Result<Ok, QString> commit();
    void cancel();

    qint64 bytesWritten() const { return m_written; }

private:
    QString failure(const char *doing, int error);
    void close();

    QString m_path; // symbolic links resolved
    QString m_part; // what is written until commit(); m_path itself for a device
    int m_fd = -1;
    bool m_private = false;
    bool m_isDirect = false;
    qint64 m_written = 0;
};

} // namespace canal
