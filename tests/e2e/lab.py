# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""What the tests run: a lab (lab.sh), the program, its helpers and the foreign clients, each ended with its test."""
import csv
import datetime
import io
import json
import os
import re
import select
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from entries import TRANSACTIONEND, Entry
from wire import Canal

csv.field_size_limit(1 << 30)  # a BLOB in one field
HERE = Path(__file__).resolve().parent
HINT = 'packaging/test-e2e.sh installs and builds what the e2e tests need'


def until(condition, what, seconds=60):
    """Polls until condition() is true and returns its value."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f'gave up after {seconds} s: {what}')
        time.sleep(0.05)


def lab_script(*arguments, **options):
    result = subprocess.run([HERE / 'lab.sh', *map(str, arguments)], text=True, capture_output=True, **options)
    if result.returncode:
        raise AssertionError(f'lab.sh {" ".join(map(str, arguments))}: {result.stderr.strip()}\n({HINT})')
    return result.stdout


def binary(variable):
    path = os.environ.get(variable)
    if not path or not os.access(path, os.X_OK):
        raise AssertionError(f'${variable} names no program ({path!r}): {HINT}')
    return path


class Lab:
    """A database and a Canal server in a directory of their own."""

    def __init__(self, database='mariadb', canal='1.1.7', *options):
        self.database, self.canal_version = database, canal
        self.dir = Path(tempfile.mkdtemp(prefix='canal-lab-'))
        try:
            lab_script('up', self.dir, database, canal, *options, env=dict(os.environ, LAB_OWNER=str(os.getpid())))
        except BaseException:
            self.close()
            raise
        self.port = int((self.dir / 'canal.port').read_text())

    def close(self):
        subprocess.run([HERE / 'lab.sh', 'down', self.dir], capture_output=True)
        shutil.rmtree(self.dir, ignore_errors=True)

    def sql(self, text, *arguments):
        """Runs statements, gives what they printed."""
        return lab_script('sql', self.dir, *arguments, input=text)

    def connect(self, client_id, destination='example', user='', password=''):
        return Canal(self.port, destination, client_id).attach(user, password)

    def kill_canal(self):
        lab_script('kill', self.dir)

    def start_canal(self):
        lab_script('canal', self.dir)

    def cursor(self, client_id, destination='example'):
        """(file, offset) that the server has written down for a client, or None."""
        try:
            meta = json.loads((self.dir / 'canal' / destination / 'meta.dat').read_text())
        except (FileNotFoundError, ValueError):
            return None  # not written yet, or being written
        for client in meta['clientDatas']:
            if client['clientIdentity']['clientId'] == client_id and client.get('cursor'):
                at = client['cursor']['postion']
                return at['journalName'], at['position']
        return None


def read_all(canal, lines, kb=1000, seconds=60):
    """GETs until that many lines (rows, and entries without rows) have come; gives the answers that held something."""
    answers, deadline = [], time.monotonic() + seconds
    while lines > 0:
        answer = canal.get(kb)
        if answer.code:
            raise AssertionError(answer.line)
        if answer.batch == -1:
            if time.monotonic() > deadline:
                raise AssertionError(f'{lines} lines are missing after {seconds} s')
            time.sleep(0.02)
            continue
        answers.append(answer)
        lines -= sum(len(list(Entry.read(data).lines(answer.batch, 'raw'))) for data in answer.entries)
    return answers


# ---- programs

class Process:
    """A child whose output is read line by line with a deadline."""

    def __init__(self, *command, env=None):
        self.errors = tempfile.TemporaryFile('w+')
        # Not even a killed test leaves it behind.
        self.child = subprocess.Popen(['setpriv', '--pdeathsig', 'KILL', *map(str, command)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                      stderr=self.errors, env=dict(os.environ, **(env or {})))
        self.buffer = b''

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.child.poll() is None:
            self.child.kill()
        self.child.wait()
        self.child.stdin.close()
        self.child.stdout.close()
        self.errors.close()

    def stderr(self):
        self.errors.seek(0)
        return self.errors.read()

    def line(self, seconds=30):
        deadline = time.monotonic() + seconds
        while b'\n' not in self.buffer:
            ready, _, _ = select.select([self.child.stdout], [], [], max(0, deadline - time.monotonic()))
            part = os.read(self.child.stdout.fileno(), 65536) if ready else b''
            if not part:
                raise AssertionError(f'{"ended" if ready else "silent"} instead of a line: {self.buffer!r} {self.stderr()}')
            self.buffer += part
        line, self.buffer = self.buffer.split(b'\n', 1)
        return line.decode()

    def say(self, text):
        self.child.stdin.write(text.encode() + b'\n')
        self.child.stdin.flush()

    def end(self, signal=None, seconds=30):
        """Exit code; with a signal it is sent first."""
        if signal is not None:
            self.child.send_signal(signal)
        try:
            return self.child.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f'still running after {seconds} s: {self.stderr()}') from None


class Inspector(Process):
    """canal-inspector --headless, its CSV in a file."""

    def __init__(self, port, *arguments, destination='example', query='', user='', password='', csv_file=None):
        self.csv = Path(csv_file) if csv_file else Path(tempfile.mkdtemp(prefix='canal-csv-')) / 'rows.csv'
        self.own_folder = None if csv_file else self.csv.parent
        url = f'canal://{user + "@" if user else ""}127.0.0.1:{port}/{destination}{query}'
        super().__init__(binary('CANAL_INSPECTOR'), '--headless', '--connect', url, '--csv', self.csv, *arguments,
                         env={'CANAL_PASSWORD': password} if password else None)

    def __exit__(self, *_):
        super().__exit__()
        if self.own_folder:
            shutil.rmtree(self.own_folder, ignore_errors=True)

    def rows(self):
        """What is in the file so far."""
        try:
            return read_csv(self.csv.read_bytes())
        except FileNotFoundError:
            return []
        except (csv.Error, UnicodeDecodeError):
            if self.child.poll() is None:
                return []  # cut off inside a quoted field: ask again
            raise


HEADER = 'batch,log_file,log_offset,execute_time,gtid,schema,table,event,row,key,before,after,changed,sql'.split(',')


def read_csv(data):
    """The program's CSV as typed dicts; a line that is still being written is left out."""
    text = data.decode('utf-8')
    records = list(csv.reader(io.StringIO(text, newline=''), strict=True))
    if records and not text.endswith('\n'):
        records.pop()
    if records and records[0] != HEADER:
        raise AssertionError(f'the header is {records[0]}')
    if text.split('\n')[0].endswith('\r'):
        raise AssertionError('the lines end in CR LF')
    return [read_record(record) for record in records[1:]]


def read_record(record):
    if len(record) != len(HEADER):
        raise AssertionError(f'{len(record)} fields: {record}')
    row = dict(zip(HEADER, record))
    row['batch'], row['log_offset'] = int(row['batch']), int(row['log_offset'])
    row['row'] = int(row['row']) if row['row'] else None
    for name in ('key', 'before', 'after', 'changed'):
        row[name] = json.loads(row[name]) if row[name] else None
    time = re.fullmatch(r'(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.0+)?(?:Z|\+00:00)', row['execute_time'])
    if not time:
        raise AssertionError(f'{row["execute_time"]!r} is no UTC time of whole seconds')
    row['execute_time'] = int(datetime.datetime.fromisoformat(time[1] + '+00:00').timestamp())
    return row


def java_client(port, destination='example', client_id=1001, idle=2, settle='noack', lines=10**9, version='1.1.7', user='', password=''):
    """What the official Java client prints, one list of fields per line."""
    return printed_by('java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Duser.timezone=UTC', '-cp',
                      lab_script('classpath', version).strip(), 'LabClient', port, destination, client_id, user, password, idle, settle, lines)


def python_client(port, destination='example', client_id=1001, idle=2, lines=10**9):
    """The same of canal-python."""
    return printed_by(lab_script('python').strip(), HERE / 'pythonclient.py', port, destination, client_id, idle, lines)


def printed_by(*command):
    result = subprocess.run([str(word) for word in command], capture_output=True, timeout=120)
    if result.returncode:
        raise AssertionError(f'{command[0]} ended with {result.returncode}: {result.stderr.decode()}')
    return [line.split('\t') for line in result.stdout.decode().split('\n')[:-1]]


class Driver(Process):
    """Our client by hand (clientdriver.cpp)."""

    def __init__(self, port, destination='example', client_id=21000, kb=1000):
        super().__init__(binary('CANAL_CLIENTDRIVER'), port, destination, client_id, kb)
        self.passed = []  # batches that came while something else was waited for

    def until(self, what, **values):
        """Reads on to the first line of that kind; gives it."""
        while True:
            line = json.loads(self.line())
            if line['what'] == what and all(line.get(name) == value for name, value in values.items()):
                return line
            if line['what'] == 'batch':
                self.passed.append(line)

    def batches(self, rows):
        """The batches up to the end of the transaction that completes so many rows."""
        out = []
        while rows > 0 or out[-1]['entries'][-1]['type'] != TRANSACTIONEND:
            out.append(self.passed.pop(0) if self.passed else self.until('batch'))
            rows -= sum(entry.get('rows', 0) for entry in out[-1]['entries'])
        return out


class Server(Process):
    """A server of ours; it says `listening on HOST:PORT` when it does."""

    def __init__(self, *command):
        super().__init__(*command, '--listen', '127.0.0.1:0')
        try:
            said = self.line()
            found = re.search(r'listening on \S*?:(\d+)', said)
            if not found:
                raise AssertionError(f'said {said!r} instead of where it listens')
        except BaseException:
            self.__exit__()
            raise
        self.port = int(found[1])


class Served(Server):
    """The embedded server on recorded frames (tests/support/servecapture.cpp)."""

    def __init__(self, frames, *arguments):
        super().__init__(binary('CANAL_SERVECAPTURE'), '--frames', frames, *arguments)


class DemoServer(Server):
    """canal-inspector --serve demo."""

    def __init__(self, *arguments):
        super().__init__(binary('CANAL_INSPECTOR'), '--serve', 'demo', *arguments)
