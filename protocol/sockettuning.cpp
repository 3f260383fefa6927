// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/sockettuning.h"

#include <QNetworkProxy>
#include <QTcpSocket>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace canal {

void tuneBeforeConnect(QTcpSocket &socket, long long readBufferBytes)
{
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setReadBufferSize(readBufferBytes);
}

void tuneConnected(QTcpSocket &socket)
{
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
#ifdef Q_OS_LINUX
    const auto set = [fd = static_cast<int>(socket.socketDescriptor())](int option, int value) {
        ::setsockopt(fd, IPPROTO_TCP, option, &value, sizeof value);
    };
    set(TCP_KEEPIDLE, 20);
    set(TCP_KEEPINTVL, 5);
    set(TCP_KEEPCNT, 3);
    set(TCP_USER_TIMEOUT, 20'000);
#endif
}

} // namespace canal
