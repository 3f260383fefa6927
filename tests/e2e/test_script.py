# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""One script, two servers: Canal 1.1.7 and the embedded server must give the same answers.

    test_script.py --show    what the real server answers, for people
"""
import sys
import tempfile
import unittest
from pathlib import Path

from lab import Lab, Served, read_all
from script import SCENARIOS, TRANSACTIONS, Actor

ENTRIES = 1 + 3 * TRANSACTIONS  # CREATE; of each transaction the statement's text, its row and its END


def read_everything(lab, destination):
    """The answers that hold all there is; leaves the destination as nobody had read it."""
    answers = []
    with lab.connect(31000, destination) as reader:
        while sum(len(answer.entries) for answer in answers) < ENTRIES:
            answers += read_all(reader, 1)
        reader.send_rollback()
        reader.unsubscribe()
    return answers


def perform(scenario, port, destination):
    actor = Actor(port, destination)
    try:
        scenario(actor)
    finally:
        actor.close()
    return [str(step) for step in actor.steps]


def real_server():
    """A lab with a destination for each scenario, and the bytes it sends."""
    names = [scenario.__name__ for scenario in SCENARIOS]
    lab = Lab('mariadb', '1.1.7', f'destinations={",".join(names)}')
    try:
        lab.sql('use shop; create table t (id int primary key, note varchar(2000));'
                + ''.join(f"insert into t values ({n}, repeat('x', 1500));" for n in range(TRANSACTIONS)))
        return lab, [read_everything(lab, name) for name in names][0]
    except BaseException:
        lab.close()
        raise


class BothServers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lab, answers = real_server()
        cls.addClassCleanup(cls.lab.close)
        folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.frames = Path(folder) / 'recorded.frames'
        cls.frames.write_bytes(b''.join(answer.frame for answer in answers))


def same_answers(scenario):
    def test(self):
        real = perform(scenario, self.lab.port, scenario.__name__)
        with Served(self.frames, '--destination', scenario.__name__) as served:
            embedded = perform(scenario, served.port, scenario.__name__)
        self.maxDiff = None
        self.assertEqual('\n'.join(real), '\n'.join(embedded))
    return test


for each in SCENARIOS:
    setattr(BothServers, f'test_{each.__name__}', same_answers(each))


def show():
    lab, _ = real_server()
    try:
        for scenario in SCENARIOS:
            print(scenario.__name__.replace('_', ' '))
            for step in perform(scenario, lab.port, scenario.__name__):
                print('   ', step)
    finally:
        lab.close()


if __name__ == '__main__':
    if sys.argv[1:] == ['--show']:
        show()
    else:
        unittest.main(verbosity=2)
