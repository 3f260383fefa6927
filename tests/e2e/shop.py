# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""The workload: every column type, every kind of statement, with what must come of it beside it."""
from workload import (NULL, Work, big_blob, bit, blob, choice, ddl, json, lost, many, number, points, shape, text, wide, wkb)

ALL_BYTES = bytes(range(256))
UNICODE = 'Größe 日本語 😀 \U0010ffff e\u0301 \u202eRTL\u202c \ufeff\u2028'
CONTROLS = ''.join(map(chr, range(32))) + '\x7f'
LINES = 'line 1\nline 2\ttab\r\nline 3, "quoted", \'single\' ; \\ end\r'

# Row n of the table gets value n of each column, from the start again when they run out.
NUMBERS = {
    'c_tinyint': ('tinyint', [-128, 127, 0, -1]),
    'c_tinyint_u': ('tinyint unsigned', [255, 128, 127, 0]),  # the high bit widens sqlType (S12), not the text
    'c_boolean': ('boolean', [1, 0]),
    'c_smallint': ('smallint', [-32768, 32767, 0]),
    'c_smallint_u': ('smallint unsigned', [65535, 32768, 32767, 0]),
    'c_mediumint': ('mediumint', [-8388608, 8388607, 0]),
    'c_mediumint_u': ('mediumint unsigned', [16777215, 8388608, 8388607, 0]),
    'c_int': ('int', [-2147483648, 2147483647, 0]),
    'c_int_u': ('int unsigned', [4294967295, 2147483648, 2147483647, 0]),
    'c_int_z': ('int(7) zerofill', [number('42'), number('0')]),  # the zeros are the database's doing
    'c_bigint': ('bigint', [-9223372036854775808, 9223372036854775807, 0]),
    'c_bigint_u': ('bigint unsigned', [18446744073709551615, 9223372036854775808, 9223372036854775807, 0]),
    'c_float': ('float', [number('3.4e38', '3.4E38'), number('-1.5'), number('0.1'), number('16777216', '1.6777216E7'),
                          number('1e-45', '1.4E-45'), number('-0.0', '0.0'), number('123456.79')]),  # S16
    'c_double': ('double', [number('1.7976931348623157e308', '1.7976931348623157E308'), number('1e-300', '1.0E-300'),
                            number('2.718281828459045'), number('-0.0', '0.0'), number('0.1'), number('100', '100.0')]),  # S16
    'c_decimal': ('decimal(30,10)', [wide('-12345678901234567890.0123456789'), wide('99999999999999999999.9999999999'),
                                     number('0', '0.000000000'), number('1.1234567890', '1.123456789')]),  # S14
    'c_decimal2': ('decimal(10,2)', [number('7.00', '7.0'), wide('0.10'), wide('-0.01'), number('0', '0.0')]),  # S14
    'c_decimal0': ('decimal(65,0)', [wide('9' * 65), wide('-' + '9' * 65), wide('0')]),
    'c_decimal9': ('decimal(20,9)', [wide('7.000000000'), wide('-7.000000001')]),  # S14 spares whole groups of nine
    'c_bit1': ('bit(1)', [bit(1), bit(0)]),
    'c_bit9': ('bit(9)', [bit(0b101010101), bit(0), bit(511)]),
    'c_bit64': ('bit(64)', [bit(2**64 - 1), bit(2**63), bit(1)]),
}
TIMES = {
    'c_date': ('date', ['2026-11-22', '0000-00-00', '9999-12-31', '1000-01-01']),
    'c_time': ('time', ['-838:59:59', '838:59:59', '00:00:00', '12:34:56']),
    'c_time3': ('time(3)', ['12:34:56.789', '-00:00:00.001', '00:00:00.000']),
    'c_datetime': ('datetime', ['2026-11-22 01:02:03', '0000-00-00 00:00:00', '9999-12-31 23:59:59']),
    'c_datetime6': ('datetime(6)', ['2026-11-22 01:02:03.123456', '2026-11-22 01:02:03.000000', '0000-00-00 00:00:00.000000']),
    'c_timestamp': ('timestamp null', ['2026-07-01 00:00:00', '0000-00-00 00:00:00', '1970-01-01 00:00:01', '2038-01-19 03:14:07']),
    'c_timestamp6': ('timestamp(6) null', ['2026-11-22 01:02:03.000001', '2038-01-19 03:14:07.999999', '0000-00-00 00:00:00.000000']),
    'c_year': ('year', [2026, 1901, 2155, wide('0000')]),
}
TEXTS = {
    'c_char': ('char(12)', ['char', '', ' x', '日本語 😀', 'NULL']),
    'c_varchar': ('varchar(255)', [UNICODE, '', 'NULL', 'null', LINES, '0', '  ', CONTROLS]),
    'c_tinytext': ('tinytext', ['tiny', '', UNICODE]),
    'c_text': ('text', [LINES, '', 'null', CONTROLS, UNICODE, '😀' * 1000]),
    'c_mediumtext': ('mediumtext', ['medium', '', '日' * 30000]),
    'c_longtext': ('longtext', ['long', '', UNICODE + LINES]),
    'c_enum': ('enum(%s)', [choice('red', 1), choice("it's, blue", 3), choice('', 0), choice('green', 2)]),
    'c_set': ('set(%s)', [choice('a,c', 5), choice('', 0), choice('a,b,c', 7), choice('b', 2)]),
}
BYTES = {
    'c_binary': ('binary(8)', [blob(b'\0\1\xff\0\0\0\0\0', 8), blob(b'\xff' * 8, 8), blob(bytes(8), 8), blob(b'\xc3\xa9', 8)]),  # S15
    'c_varbinary': ('varbinary(300)', [blob(ALL_BYTES), blob(b''), blob(b'\xc3\xa9\0\0'), blob(b'\0')]),
    'c_tinyblob': ('tinyblob', [blob(ALL_BYTES[1:]), blob(b''), blob(b'\0\xff')]),
    'c_blob': ('blob', [blob(ALL_BYTES), blob(b''), blob(b'NULL'), blob(b'\x89PNG\r\n\x1a\n')]),
    'c_mediumblob': ('mediumblob', [blob(ALL_BYTES), blob(b''), big_blob(b'\0\xff\x80', 100000)]),
    'c_longblob': ('longblob', [blob(ALL_BYTES * 2), blob(b''), blob(b'\xc3\xa9')]),
}
RING = points(0, 0, 0, 1, 1, 1, 0, 0)
SHAPES = {
    'c_geometry': ('geometry', [shape('POINT(1 -2.5)', wkb(1, 1, -2.5), 4326), shape('LINESTRING(0 0,1 1)', wkb(2, points(0, 0, 1, 1)))]),
    'c_point': ('point', [shape('POINT(3 4)', wkb(1, 3, 4))]),
    'c_linestring': ('linestring', [shape('LINESTRING(0 0,1 1,2 2)', wkb(2, points(0, 0, 1, 1, 2, 2)))]),
    'c_polygon': ('polygon', [shape('POLYGON((0 0,0 1,1 1,0 0))', wkb(3, many(RING)))]),
    'c_multipoint': ('multipoint', [shape('MULTIPOINT(0 0,1 1)', wkb(4, many(wkb(1, 0, 0), wkb(1, 1, 1))))]),
    'c_multilinestring': ('multilinestring', [shape('MULTILINESTRING((0 0,1 1))', wkb(5, many(wkb(2, points(0, 0, 1, 1)))))]),
    'c_multipolygon': ('multipolygon', [shape('MULTIPOLYGON(((0 0,0 1,1 1,0 0)))', wkb(6, many(wkb(3, many(RING)))))]),
    'c_collection': ('geometrycollection', [shape('GEOMETRYCOLLECTION(POINT(1 1))', wkb(7, many(wkb(1, 1, 1))))]),
}
JSON = {'c_json': ('json', [json('{"a": "é😀", "n": null, "s": "\\"q\\""}'), json('[]'), json('"x"'), json('null')])}


def shop(database, canal):
    work = Work(database)
    mariadb = database == 'mariadb'
    every_type(work, mariadb, canal)
    names_and_keys(work, canal)
    character_sets(work)
    transactions(work)
    other_statements(work)
    if mariadb:
        generated_columns(work)
    else:
        work.without('JSON', 'MySQL 5.6 has no such type')
        work.without('generated columns', 'MySQL 5.6 has none')
        statement_texts(work)
    row_images(work)
    statement_format(work)
    distributed(work, mariadb)
    data_definition(work)
    many_rows(work)
    return work


def every_type(work, mariadb, canal):
    columns = NUMBERS | TIMES | TEXTS | BYTES | SHAPES | (JSON if mariadb else {})
    types = {'c_enum': "enum('red', 'green', 'it''s, blue')", 'c_set': "set('a', 'b', 'c')"}
    if canal == '1.1.4':
        work.without('TIME between -1 s and 0', 'Canal 1.1.4 loses the sign')
        kind, values = columns['c_time3']
        columns['c_time3'] = kind, [value.replace('-00:00:00', '-00:00:01') for value in values]
    table = work.create('types', {'id': 'bigint unsigned'} | {n: types.get(n, t) for n, (t, _) in columns.items()}, 'id')
    row = lambda n, i: [i] + [values[n % len(values)] for _, values in columns.values()]
    work.fill(table, [row(n, n + 1) for n in range(8)])
    work.fill(table, [[100] + [None] * len(columns), [18446744073709551615] + [None] * len(columns)])
    work.check(table)

    # Each type from a value to another, from a value to NULL and from NULL to a value.
    def change(row_id, cells):
        old = table._find(row_id)
        cells = {n: v for n, v in cells.items() if v.sent != old[n].sent}
        assign = ', '.join(f'{n} = {v.sql}' for n, v in cells.items())
        work.do(f'update types set {assign} where id = {row_id}', table.updated({row_id: cells}))

    change(1, table._row(row(1, 1)))
    change(2, {n: NULL for n in columns})
    change(100, table._row(row(0, 100)))
    work.do("update types set c_varchar = null, c_text = '' where id = 3", table.updated({3: {'c_varchar': None, 'c_text': ''}}))
    work.do("update types set c_varchar = '', c_text = null where id = 3", table.updated({3: {'c_varchar': '', 'c_text': None}}))
    work.do('update types set id = 200 where id = 4', table.updated({4: {'id': 200}}))
    work.do('update types set c_int = c_int where id = 5')  # changes nothing: no event
    work.check(table)
    work.do('delete from types where id in (1, 2, 100)', table.deleted(1, 2, 100))
    work.check(table)


def names_and_keys(work, canal):
    odd = work.create('odd', {
        'id': 'int', 'e': r"enum('it''s','a,b','back\\slash','日本 😀','" + '"dq"' + r"','(p)','x)y','a'',''b','tab	x')",
        's': r"set('it''s','back\\slash','日本','" + '"dq"' + r"','o)')"}, 'id')
    names = ["it's", 'a,b', 'back\\slash', '日本 😀', '"dq"', '(p)', 'x)y', "a','b", 'tab\tx']
    sets = [choice("it's,back\\slash", 3), choice('日本,"dq"', 12), choice('o)', 16), choice('', 0), NULL]
    work.fill(odd, [[n + 1, choice(name, n + 1), sets[n % 5]] for n, name in enumerate(names)])
    work.check(odd)
    work.do('alter table odd add column z int', ddl('ALTER', 'shop', 'odd', 'alter table odd add column z int'))
    work.do('drop table odd', ddl('ERASE', 'shop', 'odd', 'DROP TABLE `odd` /* generated by server */'))

    pair = work.create('pair', {'a': 'int', 'b': 'varchar(10)', 'v': 'int'}, ['a', 'b'])
    work.fill(pair, [[1, 'x', 1], [1, 'y', 2], [2, 'x', 3]])
    work.do('update pair set v = v + 10', pair.updated({(1, 'x'): {'v': 11}, (1, 'y'): {'v': 12}, (2, 'x'): {'v': 13}}))
    work.do("update pair set b = 'z' where a = 2", pair.updated({(2, 'x'): {'b': 'z'}}))
    work.do('delete from pair where a = 1', pair.deleted((1, 'x'), (1, 'y')))
    work.check(pair)

    key = work.create('bytekey', {'k': 'varbinary(4)', 'e': "enum('a','b')", 'v': 'int'}, ['k', 'e'])
    work.fill(key, [[blob(b'\0\xff'), choice('b', 2), 1]])
    work.do("update bytekey set v = 2", key.updated({('0x00ff', 'b'): {'v': 2}}))

    name = 'Mixed Case 表'
    if canal == '1.1.4':
        work.without('a table name beyond ASCII', 'the rows stop a destination of Canal 1.1.4 for good')
        name = 'Mixed Case'
    strange = work.create(name, {'id': 'int', 'a b': 'int', 'select': 'int', 'ü': 'int'}, 'id')
    work.fill(strange, [[1, 2, 3, 4]])
    work.check(strange)
    work.do(f'drop table `{name}`', ddl('ERASE', 'shop', name, f'DROP TABLE `{name}` /* generated by server */'))

    bare = work.create('nokey', {'a': 'int', 't': 'text', 'u': 'varchar(5)'})
    work.fill(bare, [[1, 'x', 'u1'], [2, None, ''], [3, '', None]])
    work.do('update nokey set a = 4 where a = 2', bare.updated({2: {'a': 4}}))
    work.do('delete from nokey where a = 3', bare.deleted(3))
    work.check(bare)


def character_sets(work):
    # What Canal cannot decode arrives as U+FFFD, one for each byte (S17).
    table = work.create('charsets', {
        'id': 'int', 'l': 'varchar(10) character set latin1', 'g': 'varchar(10) character set gbk',
        'u': 'varchar(10) character set utf8', 'b': 'varchar(10) collate utf8mb4_bin', 'a': 'char(3) character set ascii'}, 'id')
    work.fill(table, [[1, lost('é', '\ufffd'), lost('中', '\ufffd\ufffd'), '中é', 'É', 'abc'], [2, 'ascii', '', None, '', '']])
    work.check(table)


def transactions(work):
    stock = work.create('stock', {'sku': 'varchar(20)', 'qty': 'int not null'}, 'sku')
    orders = work.create('orders', {'id': 'int auto_increment', 'customer': 'varchar(40)', 'status': "enum('NEW','PAID','SENT')",
                                    'amount': 'decimal(10,2)'}, 'id')
    new, paid = choice('NEW', 1), choice('PAID', 2)
    work.fill(stock, [['apple', 10], ['pear', 5], ['plum', 0]])
    work.do('begin')
    work.do("insert into orders (customer, status, amount) values ('Ann', 'NEW', 12.50), ('李雷', 'NEW', 7.00)",
            orders.inserted([1, 'Ann', new, wide('12.50')], [2, '李雷', new, number('7.00', '7.0')]))  # S14
    work.do("update stock set qty = qty - 1 where sku in ('apple', 'pear')", stock.updated({'apple': {'qty': 9}, 'pear': {'qty': 4}}))
    work.do("update orders set status = 'PAID' where customer = 'Ann'", orders.updated({1: {'status': paid}}))
    work.do('commit')
    work.do('begin')
    work.do("insert into orders (customer) values ('never')")
    work.do('rollback')
    work.do('begin')
    work.do("insert into orders (id, customer, status, amount) values (10, 'kept', 'NEW', 1.10)",
            orders.inserted([10, 'kept', new, wide('1.10')]))
    work.do('savepoint s')
    work.do("insert into orders (customer) values ('not kept')")
    work.do('rollback to savepoint s')
    work.do('commit')
    work.do("insert into orders values (11, 'dup', 'NEW', 1.10) on duplicate key update amount = 2.20",
            orders.inserted([11, 'dup', new, wide('1.10')]))
    work.do("insert into orders values (11, 'dup', 'NEW', 1.10) on duplicate key update amount = 2.20",
            orders.updated({11: {'amount': wide('2.20')}}))
    work.do("replace into stock values ('plum', 3)", stock.updated({'plum': {'qty': 3}}))
    work.do('insert into stock select concat(sku, 2), qty from stock where qty > 8', stock.inserted(['apple2', 9]))
    work.check(orders)
    work.check(stock)
    work.do("delete orders, stock from orders join stock on stock.sku = 'plum' where orders.id = 11",
            *[table.deleted(key) for table, key in ((orders, 11), (stock, 'plum'))])
    work.check(orders)
    work.check(stock)


def other_statements(work):
    # Not delivered: what changes no rows that Canal looks at (S19).
    for sql in ('create view plain as select 1', 'drop view plain', 'create procedure nothing() select 1', 'drop procedure nothing',
                "create user 'visitor'@'%'", "grant select on shop.* to 'visitor'@'%'", "drop user 'visitor'@'%'", 'flush tables'):
        work.do(sql)
    # What a trigger does comes as rows; what a foreign key does is not in the log.
    parent = work.create('parent', {'id': 'int', 'log': 'int'}, 'id')
    child = work.create('child', {'id': 'int', 'p': 'int'}, 'id')
    # An ALTER that only adds a foreign key is not delivered either (Canal's DruidDdlParser makes no result of it).
    work.do('alter table child add foreign key (p) references parent (id) on delete cascade')
    work.do('create trigger count_it before insert on parent for each row set new.log = 7')
    work.do('insert into parent (id) values (1)', parent.inserted([1, 7]))
    work.do('drop trigger count_it')
    work.fill(child, [[1, 1]])
    work.check(parent)
    work.do('delete from parent', parent.deleted(1))
    child.rows = []
    work.check(child)


def generated_columns(work):
    table = work.create('computed', {'id': 'int', 'a': 'int', 's': 'int generated always as (a * 2) stored',
                                     'v': "varchar(20) generated always as (concat('v', a)) virtual", 'last': 'int'}, 'id')
    work.do('insert into computed (id, a, last) values (1, 5, 9), (2, null, 8)',
            table.inserted([1, 5, 10, 'v5', 9], [2, None, None, None, 8]))
    work.do('update computed set a = 6 where id = 1', table.updated({1: {'a': 6, 's': 12, 'v': 'v6'}}))
    work.check(table)


def statement_texts(work):
    # What MariaDB always sends, MySQL sends when told to, with the table's name (S9).
    table = work.create('told', {'id': 'int', 'a': 'int'}, 'id')
    work.setting('set session binlog_rows_query_log_events = ON')
    work.annotate = True
    work.fill(table, [[1, 1], [2, 2]])
    work.do('update told set a = 3 where id = 1', table.updated({1: {'a': 3}}))
    work.setting('set session binlog_rows_query_log_events = OFF')
    work.annotate = False


def row_images(work):
    columns = {'id': 'int', 'a': 'int', 't': 'text', 'b': 'blob', 'v': 'varchar(10)', 'j': 'mediumblob'}
    for image in ('FULL', 'NOBLOB', 'MINIMAL'):
        name = f'image_{image.lower()}'
        table = work.create(name, columns, 'id')
        bare = work.create(f'{name}_nokey', {'a': 'int', 't': 'text', 'u': 'varchar(5)'})
        work.image(image)
        work.fill(table, [[1, 1, 't1', blob(b'b1'), 'v1', blob(b'j1')], [2, None, None, None, '', None]])
        work.do(f'insert into {name} (id, a) values (3, 3)', table.inserted([3, 3], given=['id', 'a']))
        work.do(f"update {name} set v = 'v2' where id = 1", table.updated({1: {'v': 'v2'}}))
        work.do(f"update {name} set t = 't2' where id = 1", table.updated({1: {'t': 't2'}}))
        work.do(f"update {name} set id = 9, b = 'b2' where id = 2", table.updated({2: {'id': 9, 'b': blob(b'b2')}}))
        work.do(f'update {name} set a = null, v = null where id = 3', table.updated({3: {'a': None, 'v': None}}))
        work.do(f'delete from {name} where id in (1, 9)', table.deleted(1, 9))
        work.fill(bare, [[1, 'x', 'u1'], [2, 'x', 'u2'], [3, 'x', None]])
        work.do(f"update {bare.name} set a = 4 where u = 'u2'", bare.updated({2: {'a': 4}}))
        work.do(f"update {bare.name} set t = 'y' where u = 'u2'", bare.updated({4: {'t': 'y'}}))
        work.do(f"delete from {bare.name} where u = 'u1'", bare.deleted(1))
        work.check(table)
        work.check(bare)
    work.image('FULL')


def statement_format(work):
    # Statement format: the event's name and the SQL, no rows (S21).
    work.create('said', {'id': 'int', 'a': 'int'}, 'id')
    work.setting('set session binlog_format = STATEMENT')
    for event, sql in (('INSERT', 'insert into said values (50, 5)'), ('UPDATE', 'update said set a = 6 where id = 50'),
                       ('DELETE', 'delete from said where id = 50')):
        work.do(sql, ddl(event, 'shop', 'said', sql))
    work.setting('set session binlog_format = ROW')


def distributed(work, mariadb):
    table = work.create('xa', {'id': 'int', 'a': 'int'}, 'id')
    for xid, end in (("'x1'", 'commit'), ("'x2','b',7", 'rollback')):
        row = [1, 1] if end == 'commit' else [2, 2]
        # MySQL 5.6 logs nothing before XA COMMIT, and then an ordinary transaction.
        events = [table.inserted(row)] if mariadb or end == 'commit' else []
        work.do(f'xa start {xid}')
        work.do(f'insert into xa values ({row[0]}, {row[1]})', *events)
        work.do(f'xa end {xid}')
        work.do(f'xa prepare {xid}')
        sql = {'commit': "XA COMMIT X'7831',X'',1", 'rollback': "XA ROLLBACK X'7832',X'62',7"}[end]  # S20
        work.do(f'xa {end} {xid}', *([ddl('XA' + end.upper(), '', '', sql)] if mariadb else []))
    if not mariadb:
        work.without('XACOMMIT, XAROLLBACK', 'MySQL 5.6 logs an XA transaction as an ordinary one')
    work.do("xa start 'x3'")
    work.do('insert into xa values (3, 3)', table.inserted([3, 3]))
    work.do("xa end 'x3'")
    work.do("xa commit 'x3' one phase")


def data_definition(work):
    def define(event, table, sql, schema='shop', shown=None):
        work.do(sql, ddl(event, schema, table, shown or sql))

    table = work.create('shape', {'id': 'int', 'a': 'varchar(10)'}, 'id')
    work.fill(table, [[1, 'one']])
    define('ALTER', 'shape', "alter table shape add column b int not null default 5 first, add column c text")
    table.columns = [type(table.columns[0])(*pair) for pair in (('b', 'int'), ('id', 'int'), ('a', 'varchar(10)'), ('c', 'text'))]
    table.rows = [table._row({'b': 5, 'id': 1, 'a': 'one', 'c': None})]
    work.fill(table, [[2, 2, 'two', 'c']])
    define('ALTER', 'shape', 'alter table shape modify a varchar(20), drop column c')
    table.columns = table.columns[:3]
    for row in table.rows:
        del row['c']
    work.do("update shape set a = 'three' where id = 2", table.updated({2: {'a': 'three'}}))
    define('CINDEX', 'shape', 'create index by_a on shape (a)')
    define('DINDEX', 'shape', 'drop index by_a on shape')
    define('CINDEX', 'shape', 'alter table shape add index by_b (b)')
    define('DINDEX', 'shape', 'alter table shape drop index by_b')
    work.check(table)
    other = work.create('other', {'id': 'int'}, 'id')
    define('RENAME', 'shape2', 'rename table shape to shape2, other to other2')  # the first pair's new name (S18)
    table.name, other.name = 'shape2', 'other2'
    work.fill(table, [[3, 3, 'x']])
    work.fill(other, [[1]])
    define('RENAME', 'shape3', 'alter table shape2 rename to shape3')
    table.name = 'shape3'
    work.fill(table, [[4, 4, 'y']])
    work.check(table)
    define('TRUNCATE', 'shape3', 'truncate table shape3')
    table.rows = []
    work.fill(table, [[5, 5, 'after']])
    work.check(table)
    define('CREATE', 'copy', 'create table copy like shape3')
    default = '' if work.database == 'mariadb' else " DEFAULT '0'"
    copied = f"CREATE TABLE `chosen` (\n  `id` int(11) NOT NULL{default},\n  `a` varchar(20) DEFAULT NULL\n)"
    chosen = type(table)(work, 'chosen', table.columns[1:3], [])
    work.do('create table chosen as select id, a from shape3', ddl('CREATE', 'shop', 'chosen', copied), chosen.inserted([5, 'after']))
    define('ERASE', 'copy', 'drop table copy, chosen', shown='DROP TABLE `copy`,`chosen` /* generated by server */')
    define('ERASE', 'absent', 'drop table if exists absent', shown='DROP TABLE IF EXISTS `absent` /* generated by server */')
    define('QUERY', '', 'create database `we ird-db`', '`we ird-db`')  # S18
    define('CREATE', 't', 'create table `we ird-db`.t (a int)', 'we ird-db')
    define('QUERY', '', 'drop database `we ird-db`', '`we ird-db`')
    define('QUERY', '', 'alter database shop default charset utf8mb4', '')


def many_rows(work):
    table = work.create('bulk', {'id': 'int', 'a': 'int', 'note': 'varchar(60)'}, 'id')
    work.fill(table, [[n, n % 7, f'row {n} ' + 'x' * (n % 40)] for n in range(1, 121)])
    work.do('update bulk set a = a + 1 where id % 2 = 0', table.updated({n: {'a': n % 7 + 1} for n in range(2, 121, 2)}))
    work.do('delete from bulk where id > 60', table.deleted(*range(61, 121)))
    work.check(table)
