# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""Figures with their goals: as a table for people and as JSON for comparing machines."""
import json
import os
import platform
import statistics
import subprocess
import time
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Goal:
    sense: str  # '>=' or '<='
    limit: float

    def is_reached(self, value):
        return value >= self.limit if self.sense == '>=' else value <= self.limit

    def within(self, part):
        """The same goal, less strict by so much: 0.15."""
        return Goal(self.sense, self.limit * (1 - part if self.sense == '>=' else 1 + part))


def at_least(limit):
    return Goal('>=', limit)


def at_most(limit):
    return Goal('<=', limit)


@dataclass
class Figure:
    name: str
    unit: str  # 'x', 'ms', ...
    samples: list = field(default_factory=list)  # none: it could not be had
    goal: Goal | None = None
    note: str = ''
    suspect: bool = False  # the reference is far slower than it should be

    @property
    def value(self):
        return statistics.median(self.samples)

    @property
    def is_measured(self):
        return bool(self.samples)

    @property
    def is_met(self):
        return self.is_measured and self.goal is not None and self.goal.is_reached(self.value) and not self.suspect


def number(value):
    return f'{value:.3g}' if abs(value) < 100 else f'{value:,.0f}'


class Report:
    """Prints a line as soon as a figure is there; knows what came before it."""

    def __init__(self, quick):
        self.quick, self.figures, self.facts = quick, [], {}
        self.started = time.time()

    def heading(self, text):
        print(f'\n{text}', flush=True)

    def add(self, name, unit, samples, goal=None, note='', suspect=False):
        figure = Figure(name, unit, [float(sample) for sample in samples], goal, note, suspect)
        self.figures.append(figure)
        print(self.line(figure), flush=True)
        return figure

    def unavailable(self, name, unit, why, goal=None):
        self.figures.append(Figure(name, unit, [], goal, why))
        print(self.line(self.figures[-1]), flush=True)

    @staticmethod
    def line(figure):
        goal = f'{figure.goal.sense} {number(figure.goal.limit)} {figure.unit}' if figure.goal else ''
        if not figure.is_measured:
            return f'  {figure.name:<58} {"":>11} {"":<19} {goal:<12} {figure.note}: not measured'
        low, high = min(figure.samples), max(figure.samples)
        spread = f'({number(low)} to {number(high)})' if len(figure.samples) > 1 else ''
        note = '; '.join(filter(None, [figure.note, 'reference suspect' if figure.suspect else '']))
        verdict = ('met' if figure.is_met else 'MISSED') if figure.goal else ''
        return f'  {figure.name:<58} {number(figure.value) + " " + figure.unit:>11} {spread:<19} {goal:<12} {note + " " if note else ""}{verdict}'.rstrip()

    def summary(self):
        goals = [figure for figure in self.figures if figure.goal]
        print(f'\n{sum(figure.is_met for figure in goals)} of {len(goals)} goals are met'
              f'{" (quick: few rounds on small sets)" if self.quick else ""}; '
              f'it took {(time.time() - self.started) / 60:.0f} minutes', flush=True)

    def write(self, path):
        rows = []
        for figure in self.figures:
            row = asdict(figure)
            row['median'] = figure.value if figure.is_measured else None
            row['verdict'] = ('met' if figure.is_met else 'MISSED' if figure.is_measured else 'not measured') if figure.goal else None
            rows.append(row)
        with open(path, 'w') as file:
            json.dump({'machine': machine(), 'quick': self.quick, 'facts': self.facts, 'figures': rows}, file, indent=1)
            file.write('\n')


def machine():
    def text(path):
        try:
            with open(path) as file:
                return file.read()
        except OSError:
            return ''

    def first(command):
        try:
            result = subprocess.run(command, capture_output=True, text=True)
            return (result.stdout + result.stderr).strip().split('\n')[0]
        except OSError:
            return ''

    cpu = next((line.split(':')[1].strip() for line in text('/proc/cpuinfo').split('\n') if line.startswith('model name')), '')
    memory = next((int(line.split()[1]) * 1024 for line in text('/proc/meminfo').split('\n') if line.startswith('MemTotal')), 0)
    return {'cpu': cpu, 'cores': os.cpu_count(), 'memory_bytes': memory, 'system': platform.platform(), 'load_average': os.getloadavg(),
            'compiler': first(['c++', '--version']), 'java': first(['java', '-version']), 'commit': first(['git', 'rev-parse', 'HEAD']),
            'time': time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())}
