# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""What is measured without a real server. Every ratio is taken within one run, ours and the reference in turn."""
import os
import shutil
import statistics
import subprocess

from bench import CAPTURES, Failed, Missing, parsed
from results import at_least, at_most

# A reference that needs more than twice so many times of memcpy's time as here is not what it should be: the machine is
# too busy, or it was built or installed in another way. Measured when the goals were set (2 cores, Zen 4, OpenJDK 17,
# protobuf 3.21.12, canal-python with protobuf's C++ core).
JAVA_IN_PROCESS = {'bulk': 30, 'mixed': 30, 'oltp': 24, 'real bulk': 42, 'real shop': 42}
JAVA_PROCESS = {'bulk': 39, 'mixed': 39, 'oltp': 30, 'real bulk': 42, 'real shop': 42}
PROTOBUF = {'bulk': 30, 'mixed': 30, 'oltp': 23, 'real bulk': 30, 'real shop': 30}
PYTHON = 265
MIXED_MAY_BE_WORSE_BY = 0.15

median = statistics.median


def goal_for(name, goal):
    """The goals hold on bulk; on mixed almost; oltp is only looked at."""
    return {'bulk': goal, 'mixed': goal.within(MIXED_MAY_BE_WORSE_BY)}.get(name)


def ratios(upper, lower):
    return [a / b for a, b in zip(upper, lower)]


def is_suspect(seconds, memcpy, usual):
    return seconds / memcpy > 2 * usual


def sets(bench, report):
    report.heading('Input')
    for name in ('bulk', 'oltp', 'mixed'):
        facts = bench.facts(name)
        report.facts[name] = facts
        report.add(f'{name}: {facts["rows"]:,} rows, wire bytes a row', 'B', [facts['bytes_per_row']])


# ---- decoding

def decode(bench, report):
    report.heading('Decode and store, in one process each')
    for name in ('bulk', 'mixed', 'oltp', *CAPTURES):
        decode_one(bench, report, name)


def decode_one(bench, report, name):
    file = bench.file(name)
    captured = name in CAPTURES
    ours, protobuf, memcpy, read, sealing, java, pairs, rows = [], [], [], [], [], [], [], 0
    java_missing = ''
    for _ in range(max(2, bench.pairs // 2 + 1)):
        result = bench.run('decode', file, bench.rounds)[0]
        seconds, rows = result['seconds'], result['rows']
        ours += seconds['ours']
        sealing += seconds.get('ours, sealing', [])
        protobuf += seconds['protobuf']
        memcpy += seconds['memcpy']
        read += seconds['read']
        try:
            samples = parsed(bench.checked(bench.java('BenchDecode', file, 8)))[0]['seconds']
            java.append(median(samples[len(samples) // 2:]))  # the first ones are compiled meanwhile
            pairs.append(java[-1] / median(seconds['ours']))
        except Missing as missing:
            java_missing = str(missing)
    report.add(f'{name}: ours', 'Mrow/s', [rows / s / 1e6 for s in ours], note='1,000 rows compared after each run')
    if sealing:
        report.add(f'{name}: ours, the older rows sealed as well', 'Mrow/s', [rows / s / 1e6 for s in sealing])
    six = at_least(6) if captured else goal_for(name, at_least(6))
    if java_missing:
        report.unavailable(f'{name}: ours vs Java full parse', 'x', java_missing, six)
    else:
        report.add(f'{name}: ours vs Java full parse', 'x', pairs, six,
                   suspect=is_suspect(median(java), median(memcpy), JAVA_IN_PROCESS[name]))
        report.add(f'{name}: Java full parse in times of memcpy', 'x', [j / median(memcpy) for j in java])
    report.add(f'{name}: ours vs libprotobuf, reused messages', 'x', ratios(protobuf, ours), goal_for(name, at_least(5)),
               suspect=is_suspect(median(protobuf), median(memcpy), PROTOBUF[name]))
    report.add(f'{name}: libprotobuf in times of memcpy', 'x', ratios(protobuf, memcpy))
    report.add(f'{name}: ours in times of memcpy', 'x', ratios(ours, memcpy), goal_for(name, at_most(5)))
    report.add(f'{name}: ours in times of a read scan', 'x', ratios(ours, read))


def whole_process(bench, report):
    report.heading('Decode and store, whole process: read the file, decode, store, end')
    for name in ('bulk', 'mixed', 'oltp', *CAPTURES):
        file = bench.file(name)
        goal = at_least(5) if name in CAPTURES else goal_for(name, at_least(5))
        # A JVM that starts is most of a short run: on small sets the figure says nothing of decoding.
        goal, usual = (None, None) if bench.quick else (goal, JAVA_PROCESS[name])
        against(bench, report, f'{name}: ours vs Java full parse', file, goal, usual,
                lambda file=file: bench.java('BenchDecode', file, 'once'))
        against(bench, report, f'{name}: ours vs libprotobuf, reused messages', file, None, PROTOBUF[name],
                lambda file=file: [bench.program('decode'), file, 'protobuf'])
    for name in ('bulk', 'mixed', 'oltp'):
        file = bench.file(name, rows=bench.rows // 5)
        against(bench, report, f'{name}: ours vs the Python loop', file, goal_for(name, at_least(15)), PYTHON,
                lambda file=file: [bench.python, os.path.join(os.path.dirname(__file__), 'decode.py'), file])


def against(bench, report, title, file, goal, usual, command):
    """Pairs of processes in turn; the reference's command is asked for late because it may have to be installed."""
    try:
        reference = command()
    except Missing as missing:
        return report.unavailable(title, 'x', str(missing), goal)
    pairs, theirs, memcpy = [], [], []
    for _ in range(bench.pairs):
        memcpy += bench.run('decode', file, 'memcpy')[0]['seconds']['memcpy']
        ours = bench.seconds([bench.program('decode'), file, 'ours'])
        theirs.append(bench.seconds(reference))
        pairs.append(theirs[-1] / ours)
    return report.add(title, 'x', pairs, goal, suspect=usual is not None and is_suspect(median(theirs), median(memcpy), usual))


# ---- the store

def memory(bench, report):
    report.heading('Memory, and what it takes to show rows')
    for name in ('bulk', 'mixed', 'oltp'):
        for tier, most, page_ms in (('hot', 0.35, 0.1), ('sealed', 0.15, 0.3)):
            results = [bench.run('store', bench.file(name), tier)[0] for _ in range(1 if bench.quick else 3)]
            share, page = goal_for(name, at_most(most)), goal_for(name, at_most(page_ms))
            if 'unavailable' in results[0]:
                for title, unit, goal in ((f'{name}: memory / wire bytes, {tier}', 'x', share),
                                          (f'{name}: 50 visible rows decoded, {tier}', 'ms', page)):
                    report.unavailable(title, unit, 'this store does not seal rows', goal)
                continue
            report.add(f'{name}: memory / wire bytes, {tier}', 'x', [r['memory_bytes'] / r['wire_bytes'] for r in results], share)
            report.add(f'{name}: memory a row, {tier}', 'B', [r['memory_bytes'] / r['rows'] for r in results])
            report.add(f'{name}: 50 visible rows decoded, {tier}', 'ms', [r['page_seconds_median'] * 1e3 for r in results], page,
                       f'p99 {max(r["page_seconds_p99"] for r in results) * 1e3:.2g} ms')


def search(bench, report):
    report.heading('Filters and text search')
    for name in ('bulk', 'mixed'):
        found = {result['what']: result for result in bench.run('search', bench.file(name), bench.times, bench.rounds, 'hot')}
        filters(bench, report, name, found['filter'], found['proxy'])
        texts(report, name, 'hot', found['search'])
    sealed = bench.run('search', bench.file('bulk'), bench.times, bench.rounds, 'sealed')
    if 'unavailable' not in sealed[0]:
        texts(report, 'bulk', 'sealed', sealed[0])


def millions(rows):
    return f'{rows / 1e6:.1f}M rows'


def in_full(rows, limit):
    """A limit for 10M rows, for as many as there are."""
    return limit * min(1, rows / 10e6)


def filters(bench, report, name, found, proxy):
    seconds = found['seconds']
    many = millions(found['rows'])
    for kind in ('table', 'type'):
        title = f'{name}: {kind} filter, {many}'
        if kind not in seconds:
            report.unavailable(title, 'ms', 'this filter has no such term')
            continue
        report.add(title, 'ms', [s * 1e3 for s in seconds[kind]], goal_for(name, at_most(in_full(found['rows'], 20))))
        report.add(f'{name}: {kind} filter vs a scan of the column', 'x', ratios(seconds[kind], seconds['scan']), goal_for(name, at_most(8)))
    report.add(f'{name}: table filter vs QSortFilterProxyModel, {millions(proxy["rows"])}', 'x',
               ratios(proxy['seconds']['proxy'], proxy['seconds']['ours']), goal_for(name, at_least(100)))


def texts(report, name, tier, found):
    seconds = found['seconds']
    goal = (lambda wanted: goal_for(name, wanted)) if tier == 'hot' else (lambda wanted: None)
    title = f'{name}: text search, caseless, {millions(found["rows"])}, {tier}'
    report.add(title, 's', seconds['search'], goal(at_most(in_full(found['rows'], 1))), f'{found["hits"]:,} hits')
    report.add(f'{name}: text search vs a read scan of the arena, {tier}', 'x', ratios(seconds['search'], seconds['read']), goal(at_most(3.5)))
    report.add(f'{name}: first hit of a search in the background, {tier}', 'ms', [found['first_hit_seconds'] * 1e3], goal(at_most(50)))


def csv(bench, report):
    report.heading('CSV')
    result = bench.run('csv', bench.file('bulk'), bench.folder, bench.rounds)[0]
    seconds = result['seconds']
    report.add(f'bulk: {result["bytes"] / 1e6:.0f} MB, two threads', 'MB/s', [result['bytes'] / s / 1e6 for s in seconds['two threads']])
    report.add('bulk: two threads vs cp of the same bytes', 'x', ratios(seconds['two threads'], seconds['cp']), at_most(2))
    report.add('bulk: one thread vs cp of the same bytes', 'x', ratios(seconds['one thread'], seconds['cp']))
    report.add('bulk: two threads vs QTextStream', 'x', ratios(seconds['text stream'], seconds['two threads']), at_least(7))
    report.add('bulk: one thread vs QTextStream', 'x', ratios(seconds['text stream'], seconds['one thread']))


def loop(bench, report):
    report.heading('get and ack over loopback')
    for name, entries in (('bulk', 100), ('bulk', 1000), ('mixed', 100), ('mixed', 1000), ('oltp', 1000)):
        file = bench.file(name, entries=entries)
        result = bench.run('loop', file, bench.rounds)[0]
        seconds = result['seconds']
        title = f'{name}, batches of {result["bytes"] / result["batches"] / 1e6:.2g} MB'
        report.add(f'{title}: decode+store', 'MB/s', [result['bytes'] / s / 1e6 for s in seconds['store, depth 2']])
        report.add(f'{title}: decode+store vs discarding', 'x', ratios(seconds['discard, depth 2'], seconds['store, depth 2']),
                   goal_for(name, at_least(0.35)))
        report.add(f'{title}: depth 2 vs lock-step', 'x', ratios(seconds['store, lock-step'], seconds['store, depth 2']),
                   goal_for(name, at_least(1.15)))


# ---- the window

def view(bench, report):
    report.heading('The window: 200,000 rows/s are decoded meanwhile, the table follows its end')
    times, duration = bench.times, 4 if bench.quick else 15
    with Display() as display:
        runs = [bench.run('view', bench.file('bulk'), times, 200_000, duration, 'events', env=display.environment)[0]
                for _ in range(1 if bench.quick else 3)]
        many = millions(runs[0]['rows_before'])
        note = f'{runs[0]["platform"]}, {min(r["rows_per_second"] for r in runs):,.0f} rows/s came'
        report.add(f'latency of a posted event, p99, {many}', 'ms', [r['latency_p99'] * 1e3 for r in runs], at_most(16), note)
        report.add('latency of a posted event, maximum', 'ms', [r['latency_max'] * 1e3 for r in runs], note='33 is hoped for')
        report.add('the event table: flush, median', 'ms', [r['flush_median'] * 1e3 for r in runs], note=f'{runs[0]["flushes"]} flushes')
        report.add('the event table: paint, median', 'ms', [r['paint_median'] * 1e3 for r in runs])
        table = bench.run('view', bench.file('bulk'), times, 200_000, duration, 'table', env=display.environment)[0]
        report.add(f'QTableView: flush, median, {many}', 'ms', [table['flush_median'] * 1e3], at_most(8), f'p99 {table["flush_p99"] * 1e3:.2g} ms')
        report.add('QTableView: paint, median', 'ms', [table['paint_median'] * 1e3])
        tree = bench.run('view', bench.file('bulk'), 1, 200_000, min(duration, 5), 'tree', env=display.environment)[0]
        report.add(f'QTreeView: flush, median, {millions(tree["rows_before"])}', 'ms', [tree['flush_median'] * 1e3])


class Display:
    """An X server without a screen."""

    def __enter__(self):
        if not shutil.which('Xvfb'):
            raise Failed('Xvfb is missing: run packaging/bench.sh')
        reader, writer = os.pipe()
        self.child = subprocess.Popen(['Xvfb', '-displayfd', str(writer), '-screen', '0', '1680x1050x24', '-nolisten', 'tcp'], pass_fds=[writer],
                                      stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as said:
            number = said.readline().strip()
        self.environment = {'DISPLAY': f':{number}', 'QT_QPA_PLATFORM': 'xcb'}
        return self

    def __exit__(self, *_):
        self.child.terminate()
        self.child.wait()
