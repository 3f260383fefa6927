# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""Connecting: a server with user and password, one without, an unknown destination, a wrong port."""
import socket
import unittest

from lab import Inspector, Lab
from proxy import Proxy
from wire import ACK, CLIENTAUTHENTICATION, Canal

REJECTED, NETWORK, PROTOCOL = 3, 2, 4
PASSWORD = 'pass 密 word'
STORED = '83562BD45908E0944B710375275E74D243C25A87'  # select substr(password('pass 密 word'), 2)


class Locked:
    """Tests for a server that wants a user and a password; DATABASE and CANAL say which."""

    @classmethod
    def setUpClass(cls):
        cls.lab = Lab(cls.DATABASE, cls.CANAL, 'user=reader', f'passwd={STORED}')
        cls.addClassCleanup(cls.lab.close)
        cls.lab.sql('use shop; create table seen (id int primary key); insert into seen values (1)')

    def run_with(self, user, password):
        with Proxy(self.lab.port) as proxy:
            with Inspector(proxy.port, '--max-rows', '1', '--for', '20', user=user, password=password) as inspector:
                code = inspector.end()
                return code, inspector.rows(), proxy.connections

    def test_right_password(self):
        code, rows, connections = self.run_with('reader', PASSWORD)
        self.assertEqual(code, 0)
        self.assertTrue(rows)
        self.assertNotIn(PASSWORD.encode(), connections[0].from_client)

    def test_rejected_login_is_not_used(self):
        for user, password in (('reader', 'wrong'), ('stranger', PASSWORD), ('reader', '')):
            with self.subTest(user=user, password=password):
                code, rows, connections = self.run_with(user, password)
                self.assertEqual((code, rows), (REJECTED, []))
                self.assertEqual(len(connections), 1, 'no second try')
                self.assertEqual([request.type for request in connections[0].requests()], [CLIENTAUTHENTICATION])

    def test_the_server_would_have_let_it_in(self):
        # What makes the test above worth having (S1).
        with Canal(self.lab.port, client_id=31000) as canal:
            self.assertEqual(canal.login('reader', 'wrong').code, 400)
            answer = canal.read()
            self.assertEqual((answer.type, answer.code), (ACK, 0))
            self.assertEqual(canal.subscribe().code, 0)
            canal.unsubscribe()


class Locked117(Locked, unittest.TestCase):
    DATABASE, CANAL = 'mariadb', '1.1.7'

    def test_unknown_destination(self):
        with Inspector(self.lab.port, destination='nowhere', user='reader', password=PASSWORD) as inspector:
            self.assertEqual(inspector.end(), REJECTED)

    def test_wrong_port(self):
        with socket.create_server(('127.0.0.1', 0)) as taken:
            port = taken.getsockname()[1]
        with Inspector(port) as inspector:
            self.assertEqual(inspector.end(), NETWORK)

    def test_the_databases_port(self):
        with Inspector((self.lab.dir / 'db.port').read_text().strip()) as inspector:
            self.assertIn(inspector.end(), (NETWORK, PROTOCOL))


class Locked114(Locked, unittest.TestCase):
    DATABASE, CANAL = 'mysql56', '1.1.4'


if __name__ == '__main__':
    unittest.main(verbosity=2)
