// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QTcpSocket;

namespace canal {

// What a connected socket of ours needs and Qt does not set by itself: no Nagle pause (S26), a dead
// peer noticed by keep-alive and by TCP_USER_TIMEOUT (quality.md 4.1: a vanished peer is otherwise
// never noticed), and no process-wide proxy in between.
void tuneBeforeConnect(QTcpSocket &socket, long long readBufferBytes);
void tuneConnected(QTcpSocket &socket);

} // namespace canal
