# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""A proxy before a Canal server that writes down every byte, and can cut the line."""
import socket
import threading

from wire import packet, split_frames


class Connection:
    def __init__(self, client, server):
        self.client, self.server = client, server
        self.from_client, self.from_server = bytearray(), bytearray()

    def pump(self, source, target, record):
        try:
            while data := source.recv(1 << 16):
                record += data  # before it goes on: what the peer has seen is written down
                target.sendall(data)
        except OSError:
            pass  # cut, or the peer went away
        self.cut()

    def cut(self):
        for end in (self.client, self.server):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # the other direction was first

    def requests(self):
        return [packet(frame) for frame in split_frames(bytes(self.from_client))]

    def answers(self):
        return [packet(frame) for frame in split_frames(bytes(self.from_server))]


class Proxy:
    def __init__(self, target_port):
        self.target_port, self.connections = target_port, []
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.listener.close()
        self.cut()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return  # closed
            try:
                server = socket.create_connection(('127.0.0.1', self.target_port))
            except OSError:
                client.close()  # the server is down
                continue
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection = Connection(client, server)
            self.connections.append(connection)
            for pipe in ((client, server, connection.from_client), (server, client, connection.from_server)):
                threading.Thread(target=connection.pump, args=pipe, daemon=True).start()

    def cut(self):
        for connection in self.connections:
            connection.cut()
