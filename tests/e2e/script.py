# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""One script for two servers: what is asked, and what each answer was.

A scenario gets an Actor, whose destination holds TRANSACTIONS transactions of one row of more than
a kilobyte each, and which nobody has read.
"""
import hashlib
import time
from dataclasses import dataclass

from wire import ACK, CLIENTACK, CLIENTROLLBACK, GET, MESSAGES, SUBSCRIPTION, TYPE_NAMES, UNSUBSCRIPTION, Canal, Closed

TRANSACTIONS = 8
ALL = 1000  # KB: more than there is


@dataclass(frozen=True)
class Step:
    label: str
    type: str
    code: int = 0
    line: str = ''
    batch: int | None = None
    entries: int = 0
    digest: str = ''

    def __str__(self):
        if self.type == 'MESSAGES':
            return f'{self.label}: MESSAGES batch {self.batch}, {self.entries} entries {self.digest}'
        return f'{self.label}: {self.type} {self.code} {self.line}'.rstrip() if self.type == 'ACK' else f'{self.label}: {self.type}'


class Actor:
    def __init__(self, port, destination):
        self.port, self.destination = port, destination
        self.steps, self.open = [], []

    def close(self):
        for canal in self.open:
            canal.close()

    def bare(self, client_id=1001, destination=None):
        """A connection that has only been greeted."""
        canal = Canal(self.port, self.destination if destination is None else destination, client_id)
        self.open.append(canal)
        return canal

    def client(self, client_id=1001, destination=None):
        """A connection that is logged in and subscribed."""
        return self.bare(client_id, destination).attach()

    def note(self, label, answer):
        digest = hashlib.sha1(b''.join(answer.entries)).hexdigest()[:8] if answer.entries else ''
        step = Step(label, TYPE_NAMES.get(answer.type, str(answer.type)), answer.code, answer.line, answer.batch,
                    len(answer.entries), digest)
        self.steps.append(step)
        return answer

    def answer(self, label, canal):
        try:
            return self.note(label, canal.read())
        except Closed:
            self.steps.append(Step(label, 'closed'))
        except TimeoutError:
            self.steps.append(Step(label, 'silence'))

    def get(self, label, canal, kb=1, timeout=-1, unit=2):
        canal.send_get(kb, timeout, unit)
        return self.answer(label, canal)

    def quiet(self, label, canal, send, *arguments):
        """A request that is answered only when it fails: a repeated SUBSCRIBE after it tells which."""
        send(*arguments)
        canal.send(SUBSCRIPTION, (1, canal.destination), (2, canal.client_id))
        answer = canal.read()
        if answer.type == ACK and answer.code == 0:
            self.steps.append(Step(label, 'no answer'))
        else:
            self.note(label, answer)
            canal.read()

    def ack(self, canal, batch, label=''):
        self.quiet(f'{label}ack {batch}', canal, canal.send_ack, batch)

    def rollback(self, canal, batch, label=''):
        self.quiet(f'{label}rollback {batch}', canal, canal.send_rollback, batch)


def ack_out_of_order(act):
    c = act.client()
    for n in (1, 2, 3):
        act.get(f'get {n}', c)
    for batch in (2, 3, 1, 3, 2, 3):
        act.ack(c, batch)
    act.get('get the rest', c, ALL)
    act.get('get when empty', c)


def ack_twice(act):
    c = act.client()
    act.get('get 1', c)
    act.get('get 2', c)
    for batch in (1, 1, 2, 2, 99):
        act.ack(c, batch)


def ack_0_and_minus_1(act):
    c = act.client()
    act.get('get 1', c)
    for batch in (0, -1, -2, 1):
        act.ack(c, batch)
    act.get('get 2', c)


def rollback_0(act):
    c = act.client()
    act.rollback(c, 0, 'nothing outstanding: ')
    act.get('get 1', c)
    act.get('get 2', c)
    act.rollback(c, 0)
    act.get('get again', c)
    for batch in (1, 2, 3):
        act.ack(c, batch)
    act.get('get the rest', c, ALL)


def rollback_first(act):
    c = act.client()
    for n in (1, 2, 3):
        act.get(f'get {n}', c)
    act.rollback(c, 1)
    act.get('get again', c)
    for batch in (1, 4, 2, 3, 4):
        act.ack(c, batch)
    act.get('get more', c)
    act.rollback(c, 0)
    act.get('get after rollback 0', c)


def rollback_second(act):
    c = act.client()
    for n in (1, 2, 3):
        act.get(f'get {n}', c)
    act.rollback(c, 2)
    act.rollback(c, 99)
    act.rollback(c, -1)
    act.get('get 4', c)
    act.ack(c, 1)


def two_ids(act):
    a, b = act.client(1001), act.client(1002)
    act.get('a: get', a)
    act.get('b: get', b)
    act.get('a: get again', a)
    act.ack(b, 1, 'b: ')
    act.ack(a, 1, 'a: ')
    act.rollback(b, 0, 'b: ')
    act.get("b: get what was a's", b)
    act.get('a: get', a)


def two_connections(act):
    one, two = act.client(), act.client()
    act.get('one: get', one)
    act.get('two: get', two)
    act.ack(two, 2, 'two: ')
    act.ack(one, 1, 'one: ')
    act.ack(two, 2, 'two: ')
    one.close()
    act.get('two: get after one has gone', two)


def get_after_unsubscribe(act):
    c = act.client()
    act.get('get 1', c)
    act.note('unsubscribe', c.unsubscribe())
    act.get('get', c)
    c.send_ack(1)
    act.answer('ack 1', c)
    c.send_rollback(0)
    act.note('unsubscribe twice (rollback 0 before it is not answered)', c.unsubscribe())
    act.note('subscribe', c.subscribe())
    act.get('get after subscribe', c)


def before_subscribe(act):
    c = act.bare()
    act.note('login', c.login())
    act.get('get', c)
    c.send_ack(1)
    act.answer('ack 1', c)
    c.send_rollback(0)
    act.note('subscribe (rollback 0 before it is not answered)', c.subscribe())
    act.get('get after subscribe', c)


def fetch_sizes(act):
    c = act.client()
    for kb in (-5, -1, 0, 3_000_000, 2_097_151, 2, 1):
        act.get(f'get {kb}', c, kb)
        act.rollback(c, 0, f'after get {kb}: ')


def timed_get(act):
    c = act.client()
    for label, kb, timeout, unit, seconds in (
            ('500 ms for more than there is', ALL, 500, 2, 0.5), ('2 s for what is there', 1, 2000, 2, 2),
            ('500 ms when empty', ALL, 500, 2, 0.5), ('300000 us when empty', ALL, 300_000, 1, 0.3),
            ('1 s when empty', ALL, 1, 3, 1)):
        started = time.monotonic()
        answer = act.get(label, c, kb, timeout, unit)
        waited = time.monotonic() - started >= 0.9 * seconds
        act.steps.append(Step(label, 'waited for that long' if waited else 'at once'))
        if kb == 1:
            act.get('then the rest', c, ALL)
        elif answer.entries:
            act.rollback(c, 0)


def no_timeout(act):
    c = act.client()
    act.get('get 1 KB, timeout 0', c, 1, 0)
    c.send(GET, (1, c.destination), (2, c.client_id), (3, 1))
    act.answer('get 1 KB, timeout and unit left out', c)


def two_gets_in_flight(act):
    c = act.client()
    c.send_get(1)
    c.send_ack(99)
    c.send_get(1)
    c.send_ack(1)
    c.send_get(1)
    for label in ('get 1', 'ack 99', 'get 2', 'get 3 (ack 1 before it is not answered)'):
        act.answer(label, c)


def unknown_destination(act):
    c = act.bare(destination='nowhere')
    act.note('login', c.login())
    act.note('subscribe', c.subscribe())
    act.get('get', c)
    c.send_ack(1)
    act.answer('ack 1', c)
    c.send_rollback(0)
    act.answer('rollback 0', c)
    act.note('unsubscribe', c.unsubscribe())


def wrong_client_id(act):
    for client_id in ('abc', '40000', '-40000', '1001 ', '-5'):
        c = act.bare(client_id)
        c.login()
        act.note(f'{client_id!r}: subscribe', c.subscribe())
        act.get(f'{client_id!r}: get', c)
    for label, client_id, destination in (('no client id', '', None), ('no destination', '1001', '')):
        c = act.bare(client_id, destination)
        c.login()
        act.note(f'{label}: subscribe', c.subscribe())
        act.get(f'{label}: get', c)
        for kind, name in ((CLIENTACK, 'ack'), (CLIENTROLLBACK, 'rollback'), (UNSUBSCRIPTION, 'unsubscribe')):
            c.send(kind, (1, c.destination), (2, c.client_id), (3, 1) if kind != UNSUBSCRIPTION else (7, ''))
            act.answer(f'{label}: {name}', c)


def unsupported_packets(act):
    c = act.client()
    for kind in (1, 3, 7, 9, 10, 11, 0, 77):
        c.send(kind)
        act.answer(f'packet type {kind}', c)
    c.socket.sendall(bytes(4))
    act.answer('a frame of length 0', c)
    act.get('get', c)
    c = act.bare()
    c.send_get()
    act.answer('a GET instead of the login', c)
    c = act.bare()
    c.socket.sendall(bytes(4))
    act.answer('a frame of length 0 instead of the login', c)


SCENARIOS = [ack_out_of_order, ack_twice, ack_0_and_minus_1, rollback_0, rollback_first, rollback_second, two_ids, two_connections,
             get_after_unsubscribe, before_subscribe, fetch_sizes, timed_get, no_timeout, two_gets_in_flight, unknown_destination,
             wrong_client_id, unsupported_packets]
