# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""Our client's acks, rollbacks and reconnects against a real server."""
import unittest

from entries import Entry
from lab import Driver, Lab, read_all, until
from proxy import Proxy
from wire import CLIENTACK, CLIENTROLLBACK, UNSUBSCRIPTION

TRANSACTIONS = 6


def places(batches):
    return [(entry['file'], entry['offset']) for batch in batches for entry in batch['entries']]


def fill(lab, table, count):
    """So many transactions of one row, each more than the kilobyte that a driver asks for."""
    lab.sql(f'use shop; create table {table} (id int primary key, note varchar(2000));'
            + ''.join(f"insert into {table} values ({n}, repeat('x', 1500));" for n in range(count)))


class AgainstARunningServer(unittest.TestCase):
    """Each test has a destination of its own; all have seen the same transactions."""

    DESTINATIONS = iter('abcdef')

    @classmethod
    def setUpClass(cls):
        cls.lab = Lab('mariadb', '1.1.7', 'destinations=a,b,c,d,e,f')
        cls.addClassCleanup(cls.lab.close)
        fill(cls.lab, 'filled', TRANSACTIONS)

    def setUp(self):
        self.destination = next(self.DESTINATIONS)
        self.proxy = self.enterContext(Proxy(self.lab.port))
        self.driver = self.enterContext(Driver(self.proxy.port, self.destination, kb=1))
        self.driver.until('started', epoch=1)
        self.batches = self.driver.batches(TRANSACTIONS)

    def sent(self, kind, connection=0):
        return [request.get(3) for request in self.proxy.connections[connection].requests() if request.type == kind]

    def test_acks_in_order_are_confirmed_and_kept(self):
        for batch in self.batches[:2]:
            self.driver.say(f'ack {batch["batch"]}')
            self.driver.until('ackConfirmed', batch=batch['batch'])
        self.driver.say('leave')
        self.driver.until('left')
        self.assertEqual(self.first_place_left(), places(self.batches[2:])[0])

    def test_ack_out_of_order_is_refused_and_not_sent(self):
        self.driver.say(f'ack {self.batches[1]["batch"]}')
        self.driver.until('warning')
        for batch in self.batches[:2]:
            self.driver.say(f'ack {batch["batch"]}')
            self.driver.until('ackConfirmed', batch=batch['batch'])
        self.assertEqual(self.sent(CLIENTACK), [1, 2])

    def test_rollback_delivers_again_under_new_ids(self):
        self.driver.say('ack 1')
        self.driver.until('ackConfirmed', batch=1)
        self.driver.say('rollback')
        self.driver.until('rolledBack')
        again = self.driver.batches(TRANSACTIONS - 1)
        self.assertEqual(self.sent(CLIENTROLLBACK), [0], 'rollback(0), and none on attaching')
        self.assertGreater(again[0]['batch'], self.batches[-1]['batch'])
        self.assertEqual(places(again), places(self.batches[1:]))

    def test_leaving_gives_back_and_unsubscribes(self):
        self.driver.say('leave')
        self.driver.until('left')
        self.assertEqual(len(self.sent(CLIENTROLLBACK)), 1)
        self.assertEqual(len(self.sent(UNSUBSCRIPTION)), 1)
        self.assertEqual(self.sent(CLIENTACK), [])
        self.assertEqual(self.first_place_left(), places(self.batches)[0])

    def test_a_cut_line_is_mended_and_everything_comes_again(self):
        self.proxy.cut()
        self.driver.until('ended', epoch=1)
        self.driver.until('started', epoch=2)
        again = self.driver.batches(TRANSACTIONS)
        self.assertEqual(places(again), places(self.batches))
        self.assertEqual(len(self.sent(CLIENTROLLBACK, connection=-1)), 1, 'this time the server may hold batches of ours')
        self.driver.say(f'ack {again[0]["batch"]}')
        self.driver.until('ackConfirmed', epoch=2, batch=again[0]['batch'])

    def test_an_ack_the_server_refuses_is_reported_and_everything_comes_again(self):
        with self.lab.connect(21000, self.destination) as twin:  # the same id: acks behind the driver's back
            twin.send_ack(1)
            self.assertEqual(twin.subscribe().code, 0)  # answered, so the ack has been done
            self.driver.say('ack 1')
            self.driver.until('ackFailed', batch=1)
            self.driver.until('failed')
            self.driver.until('started', epoch=2)
            self.assertEqual(places(self.driver.batches(TRANSACTIONS - 1)), places(self.batches[1:]))

    def first_place_left(self):
        """The first entry that a consumer with an id of its own gets now."""
        with self.lab.connect(31000, self.destination) as other:
            entry = Entry.read(read_all(other, 1)[0].entries[0])
            other.send_rollback()
            other.unsubscribe()
        return entry.file, entry.offset


class AcrossARestart(unittest.TestCase):
    def test_batch_ids_start_again_and_the_last_end_is_repeated(self):
        lab = Lab('mariadb', '1.1.7')
        self.addCleanup(lab.close)
        driver = self.enterContext(Driver(lab.port))
        driver.until('started', epoch=1)
        fill(lab, 'acked', 3)
        acked = driver.batches(3)
        for batch in acked:
            driver.say(f'ack {batch["batch"]}')
            driver.until('ackConfirmed', batch=batch['batch'])
        end = places(acked)[-1]
        until(lambda: lab.cursor(21000) == end, f'the cursor at {end}')
        fill(lab, 'open', 3)
        held = driver.batches(3)

        lab.kill_canal()
        driver.until('ended', epoch=1)
        driver.until('failed', transient=True)
        lab.start_canal()
        epoch = driver.until('started')['epoch']
        again = driver.batches(3)

        self.assertEqual(again[0]['batch'], 1)
        self.assertEqual(places(again)[0], end)
        self.assertEqual(places(again)[1:], places(held))
        driver.say('ack 1 1')  # meant for the batch 1 of before
        driver.until('warning')
        driver.say('ack 1')
        driver.until('ackConfirmed', epoch=epoch, batch=1)
        driver.say('leave')
        driver.until('left')
        self.assertEqual(driver.end(), 0)


if __name__ == '__main__':
    unittest.main(verbosity=2)
