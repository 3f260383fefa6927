# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""canal-python as a consumer that gives everything back; prints the same lines as LabClient.java.

    pythonclient.py PORT DESTINATION CLIENT_ID IDLE_SECONDS LINES
"""
import contextlib
import sys
import time

from canal.client import Client
from canal.protocol import EntryProtocol_pb2 as proto


def escaped(text):
    return text.replace('\\', '\\\\').replace('\n', '\\n').replace('\r', '\\r').replace('\t', '\\t')


def columns(side, cells):
    return [side] + [f'{c.index} {c.name}{"*" if c.updated else ""}=' + ('NULL' if c.isNull else f'"{escaped(c.value)}"') for c in cells]


def lines(entry):
    change = proto.RowChange()
    change.MergeFromString(entry.storeValue)
    h = entry.header
    at = [f'{h.logfileName}:{h.logfileOffset}', h.schemaName, h.tableName, proto.EventType.Name(change.eventType)]
    if not change.rowDatas:
        yield at + ['sql', escaped(change.sql)]
    for number, row in enumerate(change.rowDatas):
        yield at + [str(number)] + columns('before', row.beforeColumns) + columns('after', row.afterColumns)


port, destination, client_id, idle, most = sys.argv[1:]
client = Client()
with contextlib.redirect_stdout(sys.stderr):  # it greets
    client.connect('127.0.0.1', int(port))
    client.check_valid()
    client.subscribe(client_id.encode(), destination.encode(), b'')
last, count = time.monotonic(), 0
while time.monotonic() - last < float(idle) and count < int(most):
    message = client.get_without_ack(1000)
    if not message['entries']:
        time.sleep(0.02)
        continue
    last = time.monotonic()
    for entry in message['entries']:
        if entry.entryType == proto.EntryType.ROWDATA:
            for line in lines(entry):
                sys.stdout.buffer.write('\t'.join(line).encode() + b'\n')
                count += 1
client.rollback(0)
client.disconnect()
