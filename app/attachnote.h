// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/connectionprofile.h"
#include "protocol/clientconfig.h"
#include "protocol/destination.h"
#include "protocol/result.h"

#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>

namespace canal {

// Which client ids this user's programs hold on which server: a lock against two of them with the
// same id, and a note that survives a crash, because a batch that was read and not given back stays
// taken until the same id rolls it back (R3). Files of 0600 under the state directory; when they
// cannot be written everything works, only without this protection.
class Attachment
{
public:
    enum class Refusal { InUse }; // another window or run holds this very id

    // For an id that the user gave.
    static Result<std::unique_ptr<Attachment>, Refusal> take(const QString &host, quint16 port,
                                                             const Destination &destination);

    // Chooses one of our own ids: a noted one that an unclean end left behind, else `preferred`
    // (the profile's; 0: none), else a random one.
    static std::unique_ptr<Attachment> takeOwn(const QString &host, quint16 port,
                                               const QString &destination, qint16 preferred = 0);

    // For the profile's id, or one of our own when it asks for that.
    static Result<std::unique_ptr<Attachment>, Refusal> takeFor(const ConnectionProfile &profile);

    // The profile's, with the id that is held here.
    ClientConfig configFor(const ConnectionProfile &profile, Secret password) const;

    const Destination &destination() const { return m_destination; }
    // An unclean end of this id is noted: roll back on attach.
    bool endedUncleanly() const { return m_endedUncleanly; }

    void noteAttached(); // from now on a crash leaves something behind
    void noteDetached(); // everything was given back

private:
    Attachment(QString path, Destination destination);

    bool lock();

    QString m_path; // without suffix; empty: no directory to write to
    Destination m_destination;
    std::unique_ptr<QLockFile> m_lock;
    bool m_endedUncleanly = false;
};

} // namespace canal
