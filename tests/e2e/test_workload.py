# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""One database, one Canal version: what the program shows against what the SQL did and what the Java client prints.

    test_workload.py [mariadb|mysql56 CANAL_VERSION]
"""
import copy
import subprocess
import sys
import unittest

from compare import FIELDS, differences, java_lines, row_numbers
from entries import Entry
from lab import Inspector, Lab, binary, java_client, read_all
from shop import shop

DATABASE, CANAL = 'mariadb', '1.1.7'


class WhatTheProgramShows(unittest.TestCase):
    """Everything is collected once; the tests only compare."""

    @classmethod
    def setUpClass(cls):
        cls.work = shop(DATABASE, CANAL)
        cls.lab = Lab(DATABASE, CANAL)
        cls.addClassCleanup(cls.lab.close)
        cls.cells = cls.work.verify(cls.lab.sql(cls.work.sql(), '-N', '-B'))
        with cls.lab.connect(31000) as canal:
            cls.answers = read_all(canal, len(cls.work.lines))
            canal.send_rollback()
            canal.unsubscribe()
        cls.decoded = cls.program('decoded')
        cls.raw = cls.program('raw')
        cls.java = java_lines(java_client(cls.lab.port, version=CANAL))

    @classmethod
    def program(cls, values):
        with Inspector(cls.lab.port, '--values', values, '--idle', '2', query='?batch-kb=64') as inspector:
            code = inspector.end(seconds=60)
            if code:
                raise AssertionError(f'exit code {code}: {inspector.stderr()}')
            return inspector.rows()

    def same(self, expected, got, fields=FIELDS):
        found = differences(expected, got, fields)
        self.assertFalse(found, '\n' + '\n'.join(found[:20]))

    def test_program_shows_what_the_sql_did(self):
        self.same(self.work.expected('decoded'), self.decoded, FIELDS + ('execute_time',))

    def test_program_shows_raw_values_as_sent(self):
        self.same(self.work.expected('raw'), self.raw, FIELDS + ('execute_time',))

    def test_java_client_prints_what_the_sql_did(self):
        self.same(self.work.expected('raw'), self.java, [name for name in FIELDS if name != 'key'])

    def test_program_agrees_with_the_java_client(self):
        names = [name for name in FIELDS if name != 'key'] + ['log_file', 'log_offset', 'row']
        self.same(self.java, self.raw, names)

    def test_program_agrees_with_our_own_reading_of_the_bytes(self):
        for values, shown in (('raw', self.raw), ('decoded', self.decoded)):
            read = [line for answer in self.answers for data in answer.entries for line in Entry.read(data).lines(answer.batch, values)]
            self.same(read, shown, FIELDS + ('log_file', 'log_offset', 'row', 'execute_time', 'gtid'))

    def test_scanner_and_store_agree_with_libprotobuf(self):
        entries = [data for answer in self.answers for data in answer.entries]
        stream = b''.join(len(data).to_bytes(4, 'big') + data for data in entries)
        check = subprocess.run([binary('CANAL_SCANCHECK')], input=stream, capture_output=True, timeout=60)
        self.assertEqual(check.returncode, 0, check.stderr.decode())
        self.assertEqual(check.stdout.decode(), f'{len(entries)} entries\n')

    def test_rows_are_numbered_in_their_entry(self):
        self.assertEqual(row_numbers(self.raw), [])

    def test_batches_come_in_order(self):
        batches = [line['batch'] for line in self.raw]
        self.assertEqual(batches, sorted(batches))
        self.assertGreater(len(set(batches)), 3)

    def test_places_are_those_of_the_binary_log(self):
        logged = set()
        for name in {line['log_file'] for line in self.raw}:
            events = self.lab.sql(f"show binlog events in '{name}'", '-N', '-B')
            logged |= {(name, int(line.split('\t')[1])) for line in events.splitlines() if line.startswith(name)}
        self.assertEqual({(line['log_file'], line['log_offset']) for line in self.raw} - logged, set())

    def test_an_altered_expectation_is_noticed(self):
        for event, side in (('INSERT', 'after'), ('UPDATE', 'before'), ('DELETE', 'before')):
            altered = copy.deepcopy(self.work.expected('decoded'))
            row = next(line for line in altered if line['event'] == event and line['row'] is not None)[side]
            name = next(name for name, value in row.items() if value is not None)
            row[name] += '0'
            with self.subTest(event):
                self.assertEqual(len(differences(altered, self.decoded)), 1)
        nothing = copy.deepcopy(self.work.expected('decoded'))
        row = next(line for line in nothing if line['after'] and '' in line['after'].values())['after']
        row[next(name for name, value in row.items() if value == '')] = None
        self.assertEqual(len(differences(nothing, self.decoded)), 1, "'' is not NULL")

    def test_enough_was_compared(self):
        rows = sum(line['row'] is not None for line in self.decoded)
        batches, types = len({line['batch'] for line in self.decoded}), len(self.work.types)
        print(f'\ncompared {rows} rows in {batches} batches, {types} column types, canal {CANAL}, database {DATABASE}', flush=True)
        print(f'{self.work.statements} statements; {self.cells} cells were also SELECTed from the database; '
              f'left out: {"; ".join(self.work.left_out) or "nothing"}', flush=True)
        self.assertGreaterEqual(rows, 200)
        self.assertGreaterEqual(self.work.statements, 40)
        self.assertGreaterEqual(types, 40)


if __name__ == '__main__':
    if len(sys.argv) == 3:
        DATABASE, CANAL = sys.argv[1:]
    unittest.main(argv=sys.argv[:1], verbosity=2)
