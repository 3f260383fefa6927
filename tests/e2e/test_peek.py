# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""What the program says on the wire: Peek takes nothing from anybody; Auto consumes, and loses nothing."""
import signal
import unittest

from entries import Entry
from lab import Inspector, Lab, read_all, read_csv, until
from proxy import Proxy
from wire import CLIENTACK, CLIENTROLLBACK, GET, MESSAGES, SUBSCRIPTION, UNSUBSCRIPTION, fields, first


def insert(lab, table, ids, each=100):
    """Rows with these ids, in transactions of so many."""
    ids = list(ids)
    lab.sql(f'use shop; create table if not exists {table} (id int primary key, note varchar(100));' + ''.join(
        f"insert into {table} values {', '.join(f'({n}, repeat(char(97 + {n} % 26), 60))' for n in ids[at:at + each])};"
        for at in range(0, len(ids), each)))


def ids_of(lines, table):
    return [int(line['after']['id']) for line in lines if line['table'] == table and line['event'] == 'INSERT' and line['row'] is not None]


class OnTheWire(unittest.TestCase):
    """Each test has a destination and a table of its own; what others wrote it sees and leaves alone."""

    DESTINATIONS = iter('abcdefgh')

    @classmethod
    def setUpClass(cls):
        cls.lab = Lab('mariadb', '1.1.7', 'destinations=a,b,c,d,e,f,g,h')
        cls.addClassCleanup(cls.lab.close)

    def setUp(self):
        self.destination = next(self.DESTINATIONS)
        self.table = f'for_{self.destination}'
        self.proxy = self.enterContext(Proxy(self.lab.port))

    def start(self, *arguments, query=''):
        inspector = self.enterContext(Inspector(self.proxy.port, *arguments, destination=self.destination, query=query))
        self.attached(1)
        return inspector

    def attached(self, count):
        """So many connections have got an answer to a GET."""
        until(lambda: sum(any(answer.type == MESSAGES for answer in c.answers()) for c in self.proxy.connections) >= count,
              f'{count} connections that fetch')

    def seen(self, inspector, ids):
        wanted = set(ids)
        until(lambda: wanted <= set(ids_of(inspector.rows(), self.table)), f'{len(wanted)} rows of {self.table}')

    def sent(self, kind, connections=None):
        return [r for c in connections or self.proxy.connections for r in c.requests() if r.type == kind]

    def left_for_others(self, ids):
        """A consumer with an id of its own gets each of these rows, once."""
        found = []
        with self.lab.connect(31000, self.destination) as other:
            while len(found) < len(ids):
                for answer in read_all(other, 1):
                    found += ids_of([line for data in answer.entries for line in Entry.read(data).lines(0, 'raw')], self.table)
            other.send_rollback()
            other.unsubscribe()
        self.assertEqual(found, list(ids))

    def nothing_is_left(self):
        with self.lab.connect(31000, self.destination) as other:
            self.assertEqual(other.get().batch, -1)
            other.unsubscribe()

    def test_peek_is_harmless(self):
        inspector = self.start()
        insert(self.lab, self.table, range(1, 1001))
        self.seen(inspector, range(1, 1001))
        attached, = self.proxy.connections
        self.assertEqual(self.sent(CLIENTROLLBACK), [], 'no rollback on the first attach of a fresh id')

        self.proxy.cut()
        self.attached(2)
        insert(self.lab, self.table, range(1001, 1101))
        self.seen(inspector, range(1, 1101))
        self.assertEqual(inspector.end(signal.SIGTERM), 0)

        self.assertEqual(self.sent(CLIENTACK), [])
        self.assertEqual({first(fields(r.body), 7, b'') for r in self.sent(SUBSCRIPTION)}, {b''})
        self.assertEqual({first(fields(r.body), 4, None) for r in self.sent(GET)}, {-1})
        self.assertEqual(self.sent(CLIENTROLLBACK, [attached]), [])
        self.assertEqual({r.get(3) for r in self.sent(CLIENTROLLBACK)}, {0})
        last = [r.type for r in self.proxy.connections[-1].requests()]
        self.assertEqual(last[-2:], [CLIENTROLLBACK, UNSUBSCRIPTION])
        self.left_for_others(range(1, 1101))

    def test_peek_gives_back_however_it_ends(self):
        insert(self.lab, self.table, range(1, 301))
        for ending in (['--max-rows', '50'], ['--idle', '1'], ['--for', '2']):
            with self.subTest(ending):
                inspector = self.start(*ending, query='?batch-kb=4')
                self.assertEqual(inspector.end(), 0)
                self.assertTrue(inspector.rows())
                self.assertEqual(self.sent(CLIENTACK), [])
                self.left_for_others(range(1, 301))

    def test_max_rows_is_not_exceeded(self):
        insert(self.lab, self.table, range(1, 301))
        inspector = self.start('--max-rows', '50')
        self.assertEqual(inspector.end(), 0)
        self.assertIn(sum(line['row'] is not None for line in inspector.rows()), range(1, 51))

    def test_an_id_of_the_users_is_never_unsubscribed(self):
        insert(self.lab, self.table, range(1, 11))
        inspector = self.start('--idle', '1', query='?client-id=1001')
        self.assertEqual(inspector.end(), 0)
        self.assertEqual(self.sent(UNSUBSCRIPTION), [])
        # The second SUBSCRIBE changes nothing; its answer shows that the roll-back before it was done.
        self.assertEqual([(r.get(2), r.get(7, b'')) for r in self.sent(SUBSCRIPTION)], [(b'1001', b'')] * 2)
        self.assertEqual(self.proxy.connections[-1].requests()[-2].type, CLIENTROLLBACK)
        types = [r.type for r in self.proxy.connections[0].requests()]
        self.assertLess(types.index(SUBSCRIPTION), types.index(CLIENTROLLBACK))
        self.assertLess(types.index(CLIENTROLLBACK), types.index(GET), 'it may have un-acked batches')

    def test_only_a_filter_that_was_asked_for_is_sent(self):
        inspector = self.start('--idle', '1', query=r'?filter=shop\.for_.*')
        self.assertEqual(inspector.end(), 0)
        self.assertEqual([r.get(7, b'') for r in self.sent(SUBSCRIPTION)], [rb'shop\.for_.*'])

    def test_auto_consumes(self):
        insert(self.lab, self.table, range(1, 301))
        inspector = self.start('--mode', 'auto', '--idle', '2', query='?batch-kb=4')
        self.assertEqual(inspector.end(), 0)
        self.assertEqual(ids_of(inspector.rows(), self.table), list(range(1, 301)))
        batches = [a.batch for a in self.proxy.connections[0].answers() if a.type == MESSAGES and a.batch != -1]
        self.assertEqual([r.get(3) for r in self.sent(CLIENTACK)], batches)
        self.assertEqual(self.sent(CLIENTROLLBACK), [])
        self.nothing_is_left()

    def test_auto_killed_in_the_middle_loses_nothing(self):
        insert(self.lab, self.table, range(1, 2001), each=10)
        inspector = self.start('--mode', 'auto', query='?batch-kb=4&client-id=22000')
        until(lambda: len(ids_of(inspector.rows(), self.table)) >= 100, '100 rows')
        inspector.end(signal.SIGKILL)
        text = inspector.csv.read_bytes()
        written = ids_of(read_csv(text[:text.rindex(b'\n') + 1]), self.table)  # the last line may be cut off
        with self.lab.connect(22000, self.destination) as again:
            again.send_rollback()
            came = []
            while not came or came[-1] < 2000:
                for answer in read_all(again, 1):
                    came += ids_of([line for data in answer.entries for line in Entry.read(data).lines(0, 'raw')], self.table)
                    again.send_ack(answer.batch)
        self.assertLess(written[0], came[0], 'something was acked')
        self.assertEqual(set(range(1, 2001)) - set(written) - set(came), set())


class AcrossARestart(unittest.TestCase):
    def test_the_program_goes_on_when_the_server_comes_back(self):
        lab = Lab('mariadb', '1.1.7')
        self.addCleanup(lab.close)
        insert(lab, 'kept', range(1, 101))
        with Inspector(lab.port, '--mode', 'auto', query='?client-id=23000') as inspector:
            until(lambda: set(range(1, 101)) <= set(ids_of(inspector.rows(), 'kept')), '100 rows')
            until(lambda: lab.cursor(23000), 'a cursor; without one the server starts at the end of the log')
            lab.kill_canal()
            insert(lab, 'kept', range(101, 201))
            lab.start_canal()
            until(lambda: set(range(1, 201)) <= set(ids_of(inspector.rows(), 'kept')), '100 more rows')
            self.assertEqual(inspector.end(signal.SIGTERM), 0)


if __name__ == '__main__':
    unittest.main(verbosity=2)
