// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace canal::bench {

// A file of frames as they come on a socket, in memory as a whole. The views stay valid as long as
// this lives; none of it counts as anonymous memory of the process unless it was copied.
class FrameFile
{
public:
    enum class Where {
        Mapped, // the page cache's own pages
        Copied, // memory of ours, every page touched
    };

    // Ends the program with a word when the file cannot be read.
    FrameFile(const QString &path, Where where);

    std::string_view bytes() const { return m_bytes; }
    const std::vector<std::string_view> &frames() const { return m_frames; } // bodies
    // Of every MESSAGES frame, in order, each an Entry.
    std::vector<std::string_view> entries() const;

private:
    QFile m_file;
    std::string m_copy;
    std::string_view m_bytes;
    std::vector<std::string_view> m_frames;
};

// The entries of one frame; `entries` is emptied first and keeps its memory.
void entriesOf(std::string_view frame, std::vector<std::string_view> &entries);

} // namespace canal::bench
