# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""Statements and, beside each, what Canal must send for it.

What is expected is written down here, and what the database then holds is compared with the same
values (check()). Where Canal is known to change a text the value says so with the number of
protocol.md (S10 ...). Nothing here looks at what a client decoded.
"""
import struct
from dataclasses import dataclass, field

START = 1_700_000_000  # the first statement's time; each next one is a second younger


# ---- values

@dataclass(frozen=True)
class Value:
    sql: str
    shown: str | None  # --values decoded
    sent: str | None  # --values raw, and what the Java client prints
    stored: object = None  # what the database says: text, bytes, or a number to compare as such


def text(value):
    literal = value.replace('\\', '\\\\').replace("'", "''").replace('\0', '\\0').replace('\n', '\\n').replace('\r', '\\r')
    return Value(f"'{literal}'", value, value, value)


def number(value, canal=None):
    """canal: Canal writes it differently (S14, S16)."""
    return Value(str(value), canal or str(value), canal or str(value), float(value))


def wide(value, canal=None):
    """A number that a float cannot hold."""
    return Value(str(value), canal or str(value), canal or str(value), str(value))


def blob(value, size=None):
    """size: of a BINARY(n), whose trailing zeros Canal cuts (S15)."""
    sent = value if size is None else value.rstrip(b'\0')
    return Value(f"x'{value.hex()}'", '0x' + sent.hex(), sent.decode('latin-1'), value.ljust(size or 0, b'\0'))


def big_blob(unit, count):
    return Value(f"repeat(x'{unit.hex()}', {count})", '0x' + (unit * count).hex(), (unit * count).decode('latin-1'), unit * count)


def bit(value):
    return Value(f"b'{value:b}'", str(value), str(value), str(value))


def choice(name, index):
    """ENUM by its 1-based index, SET by its mask."""
    return Value(text(name).sql, name, str(index), name)


def json(value):
    """MariaDB's JSON: UTF-8 bytes as ISO-8859-1 (S10)."""
    return Value(text(value).sql, value, value.encode().decode('latin-1'), value)


def lost(value, canal):
    """A column of a character set that the server cannot decode (S17)."""
    return Value(text(value).sql, canal, canal, value)


def shape(wkt, wkb, srid=0):
    value = struct.pack('<I', srid) + wkb
    return Value(f"ST_GeomFromText('{wkt}', {srid})", '0x' + value.hex(), value.decode('latin-1'), value)


def wkb(kind, *parts):
    """kind 1 and 2 hold numbers; the others a count and what they consist of."""
    body = b''.join(struct.pack('<d', part) if isinstance(part, (int, float)) else part for part in parts)
    return struct.pack('<BI', 1, kind) + body


def many(*parts):
    return struct.pack('<I', len(parts)) + b''.join(parts)


def points(*numbers):
    return struct.pack('<I', len(numbers) // 2) + struct.pack(f'<{len(numbers)}d', *numbers)


NULL = Value('NULL', None, None)


def value_of(given):
    if isinstance(given, Value):
        return given
    if given is None:
        return NULL
    return wide(given) if isinstance(given, int) else text(given)


# ---- tables and what happens to them

@dataclass
class Column:
    name: str
    type: str

    @property
    def kind(self):
        """The type without its numbers and names: what is counted as a column type."""
        plain = self.type.split(' generated')[0].split(' character')[0].split('(')
        return plain[0].split(' ')[0] + (' unsigned' if 'unsigned' in self.type else '')

    @property
    def is_blob(self):
        """What NOBLOB leaves out."""
        return any(word in self.kind for word in ('blob', 'text', 'json', 'geometry', 'point', 'polygon', 'linestring'))

    @property
    def is_bytes(self):
        return 'binary' in self.kind or self.is_blob and 'text' not in self.kind and self.kind != 'json'

    def question(self):
        name = quoted(self.name)
        if self.is_bytes:
            return f'hex({name})'
        if self.kind == 'bit' or self.kind.startswith(('float', 'double')):
            name = f'{name} + 0'
        return f'hex(convert(cast({name} as char) using utf8mb4))'

    def holds(self, value, answer):
        """Does the database's answer (hex digits or NULL) say what was written down?"""
        if value.shown is None or answer == 'NULL':
            return value.shown is None and answer == 'NULL'
        answer = bytes.fromhex(answer)
        if isinstance(value.stored, bytes):
            return answer == value.stored
        if isinstance(value.stored, float):
            stored = value.stored
            if self.kind.startswith('float'):
                stored = struct.unpack('f', struct.pack('f', stored))[0]
                return float(answer) == stored == struct.unpack('f', struct.pack('f', float(value.sent)))[0]
            return float(answer) == stored == float(value.sent)
        return answer.decode() == value.stored


def quoted(name):
    return '`' + name.replace('`', '``') + '`'


class Table:
    """What the database holds, by what was written down; makes the lines that a change must show."""

    def __init__(self, work, name, columns, key, schema='shop'):
        self.work, self.name, self.schema = work, name, schema
        self.columns = columns
        self.key = key
        self.rows = []

    def _row(self, given):
        values = given if isinstance(given, dict) else dict(zip((c.name for c in self.columns), given))
        return {c.name: value_of(values.get(c.name)) for c in self.columns}

    def _find(self, row_key):
        wanted = row_key if isinstance(row_key, tuple) else (row_key,)
        found = [row for row in self.rows
                 if tuple(row[name].shown for name in self._identity) == tuple(None if k is None else str(k) for k in wanted)]
        assert len(found) == 1, f'{self.name}: {len(found)} rows for {row_key}'
        return found[0]

    @property
    def _identity(self):
        return self.key or [self.columns[0].name]

    def _image(self, row, side, changed=(), given=None):
        """The columns of one side of a row image."""
        image = self.work.row_image
        # Without a primary key the before image is whole; MariaDB then also sends the whole after image.
        if not self.key and (side == 'before' or self.work.database == 'mariadb'):
            image = 'FULL'
        touched = changed if given is None else given
        names = [c.name for c in self.columns if not (image == 'NOBLOB' and c.is_blob and c.name not in touched)]
        if image == 'MINIMAL':
            generated = [c.name for c in self.columns if ' stored' in c.type]
            keep = set(given) | set(generated) if given is not None else set(self.key if side == 'before' else changed)
            names = [name for name in names if name in keep]
        return {name: row[name] for name in names}

    def _lines(self, event, images):
        for number, (before, after) in enumerate(images):
            changed = None
            if event == 'UPDATE':
                changed = [n for n, v in after.items() if n not in before or before[n].sent != v.sent]
            self.work.count_types(self, before, after)
            yield dict(schema=self.schema, table=self.name, event=event, row=number, sql='',
                       key={n: v for n, v in (before or after).items() if n in self.key},
                       before=before, after=after, changed=changed)

    def inserted(self, *rows, given=None):
        """given: the columns that the statement names (what MINIMAL sends)."""
        new = [self._row(row) for row in rows]
        self.rows += new
        return list(self._lines('INSERT', [({}, self._image(row, 'after', given=given or [c.name for c in self.columns])) for row in new]))

    def updated(self, changes):
        """{key: {column: new value}} in the order the database changes them."""
        images = []
        for row_key, change in changes.items():
            row = self._find(row_key)
            old = dict(row)
            row.update({name: value_of(value) for name, value in change.items()})
            images.append((self._image(old, 'before'), self._image(row, 'after', changed=change)))
        return list(self._lines('UPDATE', images))

    def deleted(self, *keys):
        images = []
        for row_key in keys:
            row = self._find(row_key)
            self.rows = [other for other in self.rows if other is not row]
            images.append((self._image(row, 'before'), {}))
        return list(self._lines('DELETE', images))

    def order(self, row):
        return [int(row[n].shown) if row[n].shown and row[n].shown.lstrip('-').isdigit() else row[n].shown or '' for n in self._identity]


@dataclass
class Work:
    database: str
    row_image: str = 'FULL'
    script: list = field(default_factory=list)
    lines: list = field(default_factory=list)
    statements: int = 0
    types: set = field(default_factory=set)
    left_out: list = field(default_factory=list)
    checks: dict = field(default_factory=dict)
    annotate: bool = False  # the database sends each statement's text before its rows

    def __post_init__(self):
        self.annotate = self.database == 'mariadb'
        self.script += ['use shop', "set sql_mode = ''"]

    # ---- statements

    def do(self, sql, *events):
        """A statement and the events it causes (what inserted(), updated(), deleted() and ddl() return)."""
        self.statements += 1
        time = START + self.statements
        self.script += [f'set timestamp = {time}', sql]
        announced = not self.annotate
        for lines in events:
            if not announced and lines[0]['row'] is not None:
                self._expect(time, note(sql, '' if self.database == 'mariadb' else lines[0]['table']))
                announced = True
            self._expect(time, lines)

    def _expect(self, time, lines):
        self.lines += [dict(line, execute_time=time) for line in lines]

    def setting(self, sql):
        self.script.append(sql)

    def image(self, name):
        self.row_image = name
        self.setting(f'set session binlog_row_image = {name}')

    def create(self, name, columns, key=(), extra='', schema='shop'):
        """columns: {name: type}; the DDL's own line is expected too."""
        columns = [Column(*pair) for pair in columns.items()]
        key = [key] if isinstance(key, str) else list(key)
        parts = [f'{quoted(c.name)} {c.type}' for c in columns]
        if key:
            parts.append(f'primary key ({", ".join(map(quoted, key))})')
        sql = f'create table {quoted(name)} ({", ".join(parts)}){extra}'
        self.do(sql, ddl('CREATE', schema, name, sql))
        return Table(self, name, columns, key, schema)

    def fill(self, table, rows):
        """INSERT of whole rows in one statement."""
        values = ', '.join('(' + ', '.join(value_of(v).sql for v in row) + ')' for row in rows)
        self.do(f'insert into {quoted(table.name)} values {values}', table.inserted(*rows))

    def check(self, table):
        """The database must hold what was written down."""
        mark = f'@{len(self.checks)}'
        columns = ', '.join(c.question() for c in table.columns)
        order = ', '.join(map(quoted, table._identity))
        self.script.append(f"select '{mark}', {columns} from {quoted(table.name)} order by {order}")
        self.checks[mark] = (table.name, list(table.columns), sorted((dict(row) for row in table.rows), key=table.order))

    def without(self, what, why):
        self.left_out.append(f'{what} ({why})')

    def count_types(self, table, *sides):
        for side in sides:
            self.types |= {c.kind for c in table.columns if c.name in side and side[c.name].shown is not None}

    # ---- results

    def sql(self):
        return ';\n'.join(self.script) + ';\n'

    def verify(self, output):
        """Compares what the checks SELECTed; returns how many cells that were."""
        answers, cells = {}, 0
        for line in output.splitlines():
            mark, *fields = line.split('\t')
            answers.setdefault(mark, []).append(fields)
        for mark, (name, columns, rows) in self.checks.items():
            got = answers.get(mark, [])
            if len(got) != len(rows):
                raise AssertionError(f'{name} holds {len(got)} rows instead of {len(rows)}')
            for fields, row in zip(got, rows):
                for column, answer in zip(columns, fields, strict=True):
                    cells += 1
                    if not column.holds(row[column.name], answer):
                        raise AssertionError(f'{name}.{column.name} holds {answer}, written down is {row[column.name]}')
        return cells

    def expected(self, values):
        """The lines with plain texts; values: 'raw' or 'decoded'."""
        def plain(side):
            return {n: v.sent if values == 'raw' else v.shown for n, v in side.items()} if side else None
        return [dict(line, key=plain(line['key']), before=plain(line['before']), after=plain(line['after'])) for line in self.lines]


def ddl(event, schema, table, sql):
    return [dict(schema=schema, table=table, event=event, row=None, sql=sql, key=None, before=None, after=None, changed=None)]


def note(sql, table=''):
    """The statement's text that comes before its rows (S8, S9)."""
    return ddl('QUERY', '', table, sql)
