# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""Holds lines against lines: what was written down, what the program wrote, what the Java client printed."""
import itertools
import re

FIELDS = ('schema', 'table', 'event', 'sql', 'key', 'before', 'after', 'changed')


def comparable(line, name):
    value = line[name]
    if not value:
        return None  # a line without rows may say {} or nothing
    return list(value.items()) if isinstance(value, dict) else value  # the order of columns counts


def differences(expected, got, fields=FIELDS):
    """What differs, in words; an empty list is what a test wants."""
    out = []
    for number, (want, have) in enumerate(itertools.zip_longest(expected, got)):
        if want is None or have is None:
            out.append(f'line {number}: {"too much" if want is None else "missing"}: {want or have}')
            continue
        for name in fields:
            a, b = comparable(want, name), comparable(have, name)
            if a != b:
                out.append(f'line {number} ({have["event"]} {have["schema"]}.{have["table"]}), {name}: {shortened(a, b)}')
    return out


def shortened(want, have):
    if isinstance(want, list) and isinstance(have, list):
        want, have = [x for x in want if x not in have] or want, [x for x in have if x not in want] or have
    return f'expected {str(want)[:300]}, got {str(have)[:300]}'


def row_numbers(lines, place=('log_file', 'log_offset')):
    """row counts from 0 in its entry, that is, as long as the place in the log stays the same."""
    out, before, number = [], None, 0
    for index, line in enumerate(lines):
        here = [line[name] for name in place]
        number = number + 1 if here == before else 0
        before = here
        if line['row'] is None:
            before = None
        elif line['row'] != number:
            out.append(f'line {index}: row is {line["row"]} instead of {number}')
    return out


def java_lines(printed):
    """LabClient's lines in the shape of the program's."""
    out = []
    for at, schema, table, event, number, *rest in printed:
        file, offset = at.rsplit(':', 1)
        line = dict(log_file=file, log_offset=int(offset), schema=schema, table=table, event=event, sql='',
                    row=None, key=None, before=None, after=None, changed=None)
        out.append(line)
        if number == 'sql':
            line['sql'] = unescaped(rest[0])
            continue
        split = rest.index('after')
        line['row'] = int(number)
        line['before'], _ = java_columns(rest[1:split])
        line['after'], updated = java_columns(rest[split + 1:])
        line['changed'] = updated if event == 'UPDATE' else None
    return out


def java_columns(cells):
    values, updated = {}, []
    for cell in cells:
        name, value = cell.split(' ', 1)[1].split('=', 1)
        if name.endswith('*'):
            name = name[:-1]
            updated.append(name)
        values[name] = None if value == 'NULL' else unescaped(value[1:-1])
    return values, updated


def unescaped(text):
    return re.sub(r'\\(.)', lambda m: {'n': '\n', 'r': '\r', 't': '\t'}.get(m[1], m[1]), text)
