# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""What is measured on a real Canal server with a real database: the lab of tests/e2e."""
import contextlib
import shutil
import sys

from bench import HERE, ROOT, Failed, Missing, parsed
from results import at_least

sys.path.insert(0, str(ROOT / 'tests/e2e'))
import lab as e2e  # noqa: E402
from wire import Canal, fields, first  # noqa: E402

TABLE = '''create table pace (id int primary key auto_increment, a int, b varchar(50), c datetime, d decimal(10,2), e text)
  default charset=utf8mb4'''
ROWS = '''insert into pace (a, b, c, d, e) select seq * 37 % 1000, concat('name ', seq),
  '2026-11-22 10:00:00' + interval seq second, seq / 7, repeat('a text of some length, ', 1 + seq % 3) from seq_1_to_'''
CLIENT_ID = 1001
DRAIN_KB = 256


@contextlib.contextmanager
def laboratory(*options):
    for tool in ('mariadbd', 'mvn', 'java'):
        if not (shutil.which(tool) or shutil.which(f'/usr/sbin/{tool}')):
            raise Missing(f'{tool} could not be installed')
    try:
        lab = e2e.Lab('mariadb', '1.1.7', *options)
    except AssertionError as error:
        print(error, file=sys.stderr)
        raise Missing('the real server could not be set up') from error
    with contextlib.closing(lab):
        lab.sql(f'use shop; {TABLE}')
        yield lab


def inspector(bench, lab, destination, kilobytes, idle):
    return [bench.build / 'canal-inspector', '--headless', '--connect',
            f'canal://127.0.0.1:{lab.port}/{destination}?client-id={CLIENT_ID}&batch-kb={kilobytes}',
            '--mode', 'auto', '--csv', '/dev/null', '--idle', idle, '--report', '-']


# ---- a backlog

def rows_of(answer):
    """From the headers alone."""
    count = 0
    for entry in answer.entries:
        for number, pair in fields(first(fields(entry), 1, b'')):
            if number == 12 and first(fields(pair), 1, b'') == b'rowsCount':
                count += int(first(fields(pair), 2, b'0'))
    return count


def wait_for_backlog(lab, destination, rows):
    """Until the server has it all in memory; looks with another client's id and gives everything back."""
    with Canal(lab.port, destination, CLIENT_ID + 1).attach() as canal:
        seen = 0

        def all_there():
            nonlocal seen
            seen += rows_of(canal.get(1 << 20))
            return seen >= rows
        e2e.until(all_there, f'{rows} rows in the store of {destination}')
        canal.send_rollback()
        canal.unsubscribe()


def drain(bench, report):
    rows, turns = (20_000, 1) if bench.quick else (60_000, 3)
    report.heading(f'Draining a backlog of {rows:,} rows from a real Canal server, batches of {DRAIN_KB} KB, each acknowledged')
    titles = {'java': 'ours vs the official Java client', 'python': 'ours vs canal-python'}
    commands, missing = {'ours': lambda lab, name: inspector(bench, lab, name, DRAIN_KB, 2)}, {}
    for kind, make in (('java', lambda lab, name: bench.java('BenchDrain', lab.port, name, CLIENT_ID, DRAIN_KB, 2)),
                       ('python', lambda lab, name: [bench.python, HERE / 'drain.py', lab.port, name, CLIENT_ID, DRAIN_KB, 2])):
        try:
            bench.reference(kind)
            commands[kind] = make
        except Missing as why:
            missing[kind] = str(why)
    names = {(kind, turn): f'{kind}{turn}' for turn in range(turns) for kind in commands}
    seconds = {kind: [] for kind in commands}
    try:
        with laboratory(f'destinations={",".join(["warm", *names.values()])}', 'events=65536') as lab:
            lab.sql(f'use shop; {ROWS}{rows}')
            for name in ('warm', *names.values()):
                wait_for_backlog(lab, name, rows)
            bench.checked(commands['ours'](lab, 'warm'))  # the server's JVM is quicker afterwards
            for (kind, _), name in names.items():
                result = parsed(bench.checked(commands[kind](lab, name)))[0]
                if result['rows'] < rows:
                    raise Failed(f'{kind} got {result["rows"]} of {rows} rows')
                seconds[kind].append(result['seconds'])
    except Missing as why:
        missing = dict.fromkeys(titles, str(why))
    if seconds['ours']:
        report.add('ours', 's', seconds['ours'])
    for kind, title in titles.items():
        if kind in missing:
            report.unavailable(title, 'x', missing[kind], at_least(10))
        else:
            report.add(title, 'x', [theirs / ours for theirs, ours in zip(seconds[kind], seconds['ours'])], at_least(10),
                       f'{min(seconds[kind]):.2g} s and more')


# ---- one large transaction, live

class Transaction:
    """Rows that are written but not yet committed; Canal sees nothing of them before."""

    def __init__(self, lab, rows):
        self.client = e2e.Process(e2e.HERE / 'lab.sh', 'sql', lab.dir, '--batch', '--unbuffered')
        self.client.say(f"use shop; begin; {ROWS}{rows}; select 'written';")

    def __enter__(self):
        while self.client.line(120) != 'written':
            pass
        return self

    def commit(self):
        self.client.say('commit;')

    def __exit__(self, *_):
        self.client.__exit__()


def run_live(lab, rows, command, has_attached):
    with Transaction(lab, rows) as transaction, e2e.Process(*command) as client:
        e2e.until(lambda: has_attached(client), 'the client is there')
        transaction.commit()
        result = parsed(client.line(120))[0]
        client.end()
        return result


def attached_inspector(client):
    return 'reading' in client.stderr()


def attached_discard(client):
    return parsed(client.line())[0]['attached']


def live(bench, report):
    rows, pairs, kilobytes = 300_000, 2 if bench.quick else 5, 1000
    report.heading(f'{rows:,} rows in one transaction, live from a real Canal server to CSV')
    title = 'ours vs a client that throws the bytes away'
    ratios, ours = [], []
    try:
        with laboratory() as lab:
            discard = [bench.program('discard'), lab.port, 'example', CLIENT_ID, kilobytes, 4]
            run_live(lab, rows, discard, attached_discard)  # the server's JVM is quicker afterwards
            for _ in range(pairs):
                ours.append(run_live(lab, rows, inspector(bench, lab, 'example', kilobytes, 4), attached_inspector))
                if ours[-1]['rows'] < rows:
                    raise Failed(f'{ours[-1]["rows"]} of {rows} rows came')
                thrown = run_live(lab, rows, discard, attached_discard)
                if thrown['wire_bytes'] < ours[-1]['wire_bytes'] * 0.99:
                    raise Failed(f'the client that throws bytes away got {thrown["wire_bytes"]} of {ours[-1]["wire_bytes"]} bytes')
                ratios.append(thrown['seconds'] / ours[-1]['seconds'])
    except Missing as why:
        return report.unavailable(title, 'x', str(why), at_least(0.95))
    report.add('ours', 'rows/s', [result['rows_per_second'] for result in ours],
               note=f'{ours[0]["wire_bytes"] / 1e6:.0f} MB, at most {max(r["peak_rss_bytes"] for r in ours) / 2**20:.0f} MiB of memory')
    return report.add(title, 'x', ratios, at_least(0.95))
