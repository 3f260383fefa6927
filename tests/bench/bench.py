# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""What the measurements run: our programs, the references, the files of frames."""
import json
import os
import subprocess
import sys
import time
from functools import cached_property
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CAPTURES = {'real bulk': 'mariadb10.11-canal1.1.8-bulk', 'real shop': 'mysql9.7-canal1.1.8-shop'}


class Failed(Exception):
    """Something that ought to work does not: no figure."""


class Missing(Exception):
    """A reference cannot be installed."""


class Bench:
    def __init__(self, build, folder, quick):
        self.build, self.folder, self.quick = build, folder, quick
        self.rows = 100_000 if quick else 1_000_000  # of a set
        self.times = 10  # the set is put into the store for the large measurements
        self.capture_bytes = 25_000_000 if quick else 250_000_000
        self.pairs = 2 if quick else 5
        self.rounds = 3 if quick else 5
        self.files = {}

    def program(self, name):
        return str(self.build / 'tests/bench' / f'bench_{name}')

    def run(self, name, *arguments, env=None):
        """The JSON objects that one of our programs prints."""
        return parsed(self.checked([self.program(name), *map(str, arguments)], env))

    @staticmethod
    def checked(command, env=None):
        result = subprocess.run([str(word) for word in command], capture_output=True, text=True, env=dict(os.environ, **(env or {})))
        if result.returncode:
            raise Failed(f'{Path(str(command[0])).name} ended with {result.returncode}: {result.stderr.strip()}')
        return result.stdout

    @classmethod
    def seconds(cls, command):
        """How long a process takes from its start to its end."""
        start = time.perf_counter()
        cls.checked(command)
        return time.perf_counter() - start

    # ---- input

    def file(self, name, rows=None, entries=1000):
        """The frames of a set (bulk, oltp, mixed) or of a recorded capture, made when first asked for."""
        key = (name, rows, entries)
        if key not in self.files:
            path = self.folder / f'{"-".join(str(part) for part in key if part)}.frames'.replace(' ', '-')
            if name in CAPTURES:
                facts = self.run('generate', 'repeat', ROOT / 'tests/data' / f'{CAPTURES[name]}.frames', self.capture_bytes, path)
            else:
                facts = self.run('generate', name, rows or self.rows, entries, path)
            self.files[key] = path, facts[0]
        return self.files[key][0]

    def facts(self, name):
        self.file(name)
        return self.files[(name, None, 1000)][1]

    # ---- references

    @staticmethod
    def reference(what):
        result = subprocess.run([HERE / 'references.sh', what], capture_output=True, text=True)
        if result.returncode:
            print(result.stderr.strip()[-2000:], file=sys.stderr)
            raise Missing(f'{what} reference could not be installed')
        return result.stdout.strip()

    @cached_property
    def classpath(self):
        return self.reference('java')

    @cached_property
    def python(self):
        return self.reference('python')

    def java(self, *arguments):
        return ['java', '-Xmx3g', '-cp', self.classpath, *map(str, arguments)]


def parsed(lines):
    return [json.loads(line) for line in lines.split('\n') if line]
