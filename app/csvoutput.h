// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QString>

#include <string_view>

namespace canal {

// Where a headless run writes its CSV: a live log. A regular file is emptied when it is opened,
// written in place and synced; anything else (standard output, a FIFO, /dev/null) is written to,
// nothing more. Never renames anything. Errors are sentences with the file's name and the system's
// reason.
class CsvOutput
{
public:
    explicit CsvOutput(QString path); // "-": standard output
    ~CsvOutput();
    CsvOutput(const CsvOutput &) = delete;
    CsvOutput &operator=(const CsvOutput &) = delete;

    // Looks without touching: would open() fail for a reason that is there already?
    Result<Ok, QString> check() const;

    enum class Opened { Yes, NotYet }; // a FIFO that nobody reads yet: try again
    Result<Opened, QString> open();
    bool isOpen() const { return m_fd >= 0; }

    // Blocks while the reader is slow; a signal ends the wait when `interrupted` says so.
    Result<Ok, QString> write(std::string_view text, bool (*interrupted)() = nullptr);
    Result<Ok, QString> sync();

private:
    QString failure(const char *doing, int error) const;

    const QString m_path;
    int m_fd = -1;
    bool m_isRegular = false;
    qint64 m_written = 0;
};

} // namespace canal
