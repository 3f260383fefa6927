// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace canal::server {

// An exception of the Java server as a value: what its clients see of it is the class name and the
// message in an error ACK. The texts are those of Canal 1.1.7 on OpenJDK 17. Any thread.
struct JavaException
{
    QByteArray type; // with its package
    QByteArray message;
    QByteArray cause; // "type: message" of the wrapped one; empty without

    // The stack trace as the error ACK carries it. Canal's own exceptions have no frames.
    QByteArray stackTrace() const;
};

JavaException serverException(const QByteArray &message);
JavaException metaManagerException(const QByteArray &message);
JavaException storeException(const QByteArray &message);
JavaException indexOutOfBounds();
JavaException numberFormat(const QByteArray &message);
JavaException nullPointer(const QByteArray &call, const QByteArray &variable);
JavaException invalidProtocolBuffer(const QByteArray &message);
// Asking the server's map of instances for a destination that nobody configured.
JavaException noSuchInstance(const QByteArray &destination);

// What getEvents() makes of an exception in a GET that names a timeout.
JavaException wrapped(const JavaException &cause);

} // namespace canal::server
