# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""Canal's client protocol on a bare socket: its own protobuf reader and writer, its own scrambling.

Shares nothing with the program under test, so that the two can be held against each other.
"""
import hashlib
import re
import socket
import struct
from dataclasses import dataclass, field

HANDSHAKE, CLIENTAUTHENTICATION, ACK, SUBSCRIPTION, UNSUBSCRIPTION, GET, MESSAGES, CLIENTACK = range(1, 9)
SHUTDOWN, DUMP, HEARTBEAT, CLIENTROLLBACK = range(9, 13)
TYPE_NAMES = {HANDSHAKE: 'HANDSHAKE', CLIENTAUTHENTICATION: 'CLIENTAUTHENTICATION', ACK: 'ACK',
              SUBSCRIPTION: 'SUBSCRIPTION', UNSUBSCRIPTION: 'UNSUBSCRIPTION', GET: 'GET',
              MESSAGES: 'MESSAGES', CLIENTACK: 'CLIENTACK', HEARTBEAT: 'HEARTBEAT', CLIENTROLLBACK: 'CLIENTROLLBACK'}


# ---- protobuf

def varint(number):
    number &= (1 << 64) - 1
    out = bytearray()
    while number > 0x7f:
        out.append(number & 0x7f | 0x80)
        number >>= 7
    return bytes(out) + bytes([number])


def message(*fields):
    """(number, int | str | bytes) pairs to bytes; None leaves a field out."""
    out = b''
    for number, value in fields:
        if value is None:
            continue
        if isinstance(value, int):
            out += varint(number << 3) + varint(value)
        else:
            value = value.encode() if isinstance(value, str) else value
            out += varint(number << 3 | 2) + varint(len(value)) + value
    return out


def fields(data):
    """Bytes to (number, int | bytes) pairs in wire order; integers come signed."""
    out, at = [], 0

    def number():
        nonlocal at
        result = shift = 0
        while True:
            byte = data[at]
            at += 1
            result |= (byte & 0x7f) << shift
            shift += 7
            if byte < 0x80:
                return result

    while at < len(data):
        tag = number()
        if tag & 7 == 0:
            value = number()
            out.append((tag >> 3, value - (1 << 64) if value >> 63 else value))
        elif tag & 7 == 2:
            size = number()
            if at + size > len(data):
                raise ValueError('a field reaches beyond its message')
            out.append((tag >> 3, bytes(data[at:at + size])))
            at += size
        else:
            raise ValueError(f'wire type {tag & 7} is not used by Canal')
    return out


def first(pairs, number, default):
    return next((value for key, value in pairs if key == number), default)


# ---- packets

@dataclass
class Packet:
    """One frame, either way. What does not belong to its type keeps the default."""
    type: int
    body: bytes
    frame: bytes = field(repr=False, default=b'')

    def get(self, number, default=0):
        return first(fields(self.body), number, default)

    @property
    def code(self):
        return self.get(1) if self.type == ACK else 0

    @property
    def text(self):
        return self.get(2, b'').decode('utf-8', 'replace') if self.type == ACK else ''

    @property
    def line(self):
        """The error's own line without addresses and without the stack trace."""
        line = self.text.split('\n')[0].strip()
        return re.sub(r'sourceAddress=[^,\]]*', 'sourceAddress=', re.sub(r'\[id: [^\]]*\]', '[]', line))

    @property
    def batch(self):
        return self.get(1) if self.type == MESSAGES else None

    @property
    def entries(self):
        return [value for number, value in fields(self.body) if number == 2] if self.type == MESSAGES else []


def packet(frame):
    pairs = fields(frame[4:])
    return Packet(first(pairs, 3, 0), first(pairs, 5, b''), frame)


def split_frames(data):
    """Recorded bytes to whole frames; what is left over at the end was cut off and is dropped."""
    out, at = [], 0
    while at + 4 <= len(data):
        size = struct.unpack_from('>i', data, at)[0]
        if size < 0 or at + 4 + size > len(data):
            break
        out.append(data[at:at + 4 + size])
        at += 4 + size
    return out


def scramble(password, seed):
    """scramble411, as Canal's SecurityUtil does it; hex digits."""
    if not password:
        return ''
    once = hashlib.sha1(password.encode()).digest()
    mask = hashlib.sha1(seed + hashlib.sha1(once).digest()).digest()
    return bytes(a ^ b for a, b in zip(once, mask)).hex()


class Closed(Exception):
    """The server closed the connection."""


class Canal:
    """One connection. send_* do not wait, the others wait for the answer."""

    def __init__(self, port, destination='example', client_id=1001, timeout=20):
        self.destination, self.client_id = destination, str(client_id)
        self.socket = socket.create_connection(('127.0.0.1', port), timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.seed = self.read().get(2, b'')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    def read(self, timeout=None):
        if timeout is not None:
            self.socket.settimeout(timeout)
        head = self._read(4)
        return packet(head + self._read(struct.unpack('>i', head)[0]))

    def _read(self, size):
        out = b''
        while len(out) < size:
            try:
                part = self.socket.recv(size - len(out))
            except ConnectionError as error:
                raise Closed from error
            if not part:
                raise Closed
            out += part
        return out

    def send(self, kind, *body):
        data = message((1, 17), (2, 1), (3, kind), (5, message(*body)))
        self.socket.sendall(struct.pack('>i', len(data)) + data)

    def _who(self):
        return (1, self.destination), (2, self.client_id)

    def send_get(self, kb=1000, timeout=-1, unit=2):
        self.send(GET, *self._who(), (3, kb), (4, timeout), (5, unit), (6, 0))

    def send_ack(self, batch):
        self.send(CLIENTACK, *self._who(), (3, batch))

    def send_rollback(self, batch=0):
        self.send(CLIENTROLLBACK, *self._who(), (3, batch))

    def login(self, user='', password=''):
        self.send(CLIENTAUTHENTICATION, (1, user), (2, scramble(password, self.seed)), (3, 86400000), (4, 86400000))
        return self.read()

    def subscribe(self, regex=''):
        self.send(SUBSCRIPTION, *self._who(), (7, regex))
        return self.read()

    def unsubscribe(self):
        self.send(UNSUBSCRIPTION, *self._who())
        return self.read()

    def get(self, kb=1000, timeout=-1, unit=2):
        self.send_get(kb, timeout, unit)
        return self.read()

    def attach(self, user='', password=''):
        """Login and SUBSCRIBE; the caller says what it expects by not calling this otherwise."""
        for answer in (self.login(user, password), self.subscribe()):
            if answer.type != ACK or answer.code:
                raise RuntimeError(answer.line)
        return self
