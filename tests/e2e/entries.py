# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""Canal's entries decoded by the rules of the program's CSV, a third opinion next to the official Java client."""
from dataclasses import dataclass, field

from wire import fields, first

TRANSACTIONBEGIN, ROWDATA, TRANSACTIONEND = 1, 2, 3
EVENTS = ('', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'ALTER', 'ERASE', 'QUERY', 'TRUNCATE', 'RENAME', 'CINDEX',
          'DINDEX', 'GTID', 'XACOMMIT', 'XAROLLBACK', 'MHEARTBEAT')
BINARY = {'binary', 'varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob', 'geometry', 'point', 'linestring',
          'polygon', 'multipoint', 'multilinestring', 'multipolygon', 'geometrycollection', 'geomcollection'}


@dataclass
class Column:
    index: int
    name: str
    value: str | None
    key: bool
    updated: bool
    sql_type: int
    mysql_type: str

    @classmethod
    def read(cls, data):
        pairs = fields(data)
        text = first(pairs, 8, b'').decode()
        return cls(first(pairs, 1, 0), first(pairs, 3, b'').decode(), None if first(pairs, 6, 0) else text,
                   bool(first(pairs, 4, 0)), bool(first(pairs, 5, 0)), first(pairs, 2, 0), first(pairs, 10, b'').decode())

    def decoded(self):
        kind = self.mysql_type.split('(')[0].split(' ')[0].lower()
        if self.value is None:
            return None
        if kind in BINARY:
            return '0x' + self.value.encode('latin-1').hex()
        if kind == 'json' and self.sql_type == 2004:
            return self.value.encode('latin-1').decode()
        if kind == 'enum':
            return ([''] + members(self.mysql_type))[int(self.value)]
        if kind == 'set':
            return ','.join(name for bit, name in enumerate(members(self.mysql_type)) if int(self.value) >> bit & 1)
        return self.value


def members(mysql_type):
    """enum('a','it''s') to its names, by MySQL's rules of quoting."""
    names, at = [], mysql_type.index('(') + 1
    while mysql_type[at] == "'":
        at, name = at + 1, ''
        while mysql_type[at] != "'" or mysql_type[at + 1] == "'":
            at += mysql_type[at] == "'"
            name += mysql_type[at]
            at += 1
        names.append(name)
        at += 1 + (mysql_type[at + 1] == ',')
    return names


@dataclass
class Entry:
    type: int
    file: str
    offset: int
    time: int
    gtid: str
    schema: str
    table: str
    event: str = ''
    ddl: bool = False
    sql: str = ''
    props: dict = field(default_factory=dict)
    rows: list = field(default_factory=list)  # (before, after) lists of Column

    @classmethod
    def read(cls, data):
        pairs = fields(data)
        header, store = fields(first(pairs, 1, b'')), fields(first(pairs, 3, b''))
        entry = cls(first(pairs, 2, ROWDATA), first(header, 2, b'').decode(), first(header, 3, 0), first(header, 6, 0),
                    first(header, 13, b'').decode(), first(header, 8, b'').decode(), first(header, 9, b'').decode())
        if entry.type == ROWDATA:
            entry.event = EVENTS[first(store, 2, 2)]
            entry.ddl, entry.sql = bool(first(store, 10, 0)), first(store, 11, b'').decode()
            for row in (fields(value) for number, value in store if number == 12):
                entry.rows.append(tuple([Column.read(value) for number, value in row if number == side] for side in (1, 2)))
            prop_field = 13
        else:
            prop_field = 3
        for pair in (fields(value) for number, value in store if number == prop_field):
            entry.props[first(pair, 1, b'').decode()] = first(pair, 2, b'').decode()
        return entry

    def lines(self, batch, values):
        """The program's CSV lines for this entry, as dicts."""
        if self.type != ROWDATA:
            return
        common = dict(batch=batch, log_file=self.file, log_offset=self.offset, execute_time=self.time // 1000, gtid=self.gtid,
                      schema=self.schema, table=self.table, event=self.event, sql=self.sql)
        if not self.rows:
            yield dict(common, row=None, key=None, before=None, after=None, changed=None)
        for number, (before, after) in enumerate(self.rows):
            text = (lambda c: c.value) if values == 'raw' else Column.decoded
            old = {c.name: c.value for c in before}
            changed = [c.name for c in after if c.name not in old or old[c.name] != c.value] if self.event == 'UPDATE' else []
            yield dict(common, row=number, key={c.name: text(c) for c in (before or after) if c.key},
                       before={c.name: text(c) for c in before}, after={c.name: text(c) for c in after}, changed=changed)
