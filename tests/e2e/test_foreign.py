# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""The other way round: foreign clients consume from the embedded server and must see what our own client sees.

Nobody on this side wrote the official Java client or canal-python: they are the referee.
"""
import hashlib
import unittest

from compare import FIELDS, differences, java_lines
from entries import Entry
from lab import HERE, DemoServer, Inspector, Served, java_client, python_client
from wire import packet, split_frames

CAPTURES = HERE.parent / 'data'
COMPARED = [name for name in FIELDS if name != 'key'] + ['log_file', 'log_offset', 'row']  # they do not say which columns are keys


class Foreign(unittest.TestCase):
    def same(self, expected, got, who):
        found = differences(expected, got, COMPARED)
        self.assertFalse(found, f'{who}:\n' + '\n'.join(found[:20]))

    def ours(self, port, *arguments):
        with Inspector(port, '--values', 'raw', *arguments) as inspector:
            self.assertEqual(inspector.end(), 0, inspector.stderr())
            return inspector.rows()


class OnRecordedFrames(Foreign):
    def check(self, name):
        file = CAPTURES / f'{name}.frames'
        recorded = [line for frame in split_frames(file.read_bytes()) for data in packet(frame).entries
                    for line in Entry.read(data).lines(0, 'raw')]
        with Served(file) as served:
            shown = self.ours(served.port, '--idle', '1')
            self.same(recorded, shown, 'our client')
            self.same(shown, java_lines(java_client(served.port, idle=1)), 'the Java client')
            self.same(shown, java_lines(python_client(served.port, idle=1)), 'canal-python')

    def test_every_type_from_mariadb(self):
        self.check('mariadb10.11-canal1.1.7-shop')

    def test_every_type_from_mysql(self):
        self.check('mysql9.7-canal1.1.8-shop')

    def test_an_old_server(self):
        self.check('mysql5.6-canal1.1.4-shop')

    def test_data_definition(self):
        self.check('mariadb10.11-canal1.1.8-ddl')

    def test_row_images(self):
        self.check('mysql5.6-canal1.1.8-minimal')

    def test_a_transaction_over_many_batches(self):
        self.check('mariadb10.11-canal1.1.8-bulk')

    def test_java_client_acks(self):
        with Served(CAPTURES / 'mariadb10.11-canal1.1.7-shop.frames') as served:
            self.assertTrue(java_client(served.port, idle=1, settle='ack'))
            self.assertEqual(java_client(served.port, idle=1), [])

    def test_java_client_logs_in(self):
        stored = hashlib.sha1(hashlib.sha1(b'secret').digest()).hexdigest()
        with Served(CAPTURES / 'mariadb10.11-canal1.1.8-ddl.frames', '--user', 'reader', '--passwd-hex', stored) as served:
            self.assertTrue(java_client(served.port, idle=1, user='reader', password='secret'))
            with self.assertRaisesRegex(AssertionError, 'auth failed for user:reader'):
                java_client(served.port, idle=1, user='reader', password='wrong')


class OnTheDemo(Foreign):
    ENOUGH = 500

    def check(self, flavour):
        with DemoServer('--destination', 'example', '--seed', '7', '--rate', '400', '--flavour', flavour) as demo:
            shown = self.ours(demo.port, '--max-rows', str(self.ENOUGH), '--for', '60')
            for who, printed in (('the Java client', java_client(demo.port, lines=self.ENOUGH)),
                                 ('canal-python', python_client(demo.port, lines=self.ENOUGH))):
                lines = java_lines(printed)
                most = min(len(shown), len(lines))  # each stops where it likes
                self.assertGreaterEqual(most, self.ENOUGH // 2, who)
                self.same(shown[:most], lines[:most], who)

    def test_mysql(self):
        self.check('mysql')

    def test_mariadb(self):
        self.check('mariadb')


if __name__ == '__main__':
    unittest.main(verbosity=2)
