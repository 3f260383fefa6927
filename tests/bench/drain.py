# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""canal-python draining a backlog, as BenchDrain.java does.

    drain.py PORT DESTINATION CLIENT_ID BATCH_KB IDLE_SECONDS
"""
import contextlib
import json
import sys
import time

from canal.client import Client
from canal.protocol import EntryProtocol_pb2 as proto

port, destination, client_id, kilobytes, idle = sys.argv[1:]
client = Client()
with contextlib.redirect_stdout(sys.stderr):  # it greets
    client.connect('127.0.0.1', int(port))
    client.check_valid()
    client.subscribe(client_id.encode(), destination.encode(), b'')
first, last, rows, batches = None, time.monotonic(), 0, 0
while time.monotonic() - last < float(idle):
    message = client.get_without_ack(int(kilobytes))
    if not message['entries']:
        time.sleep(0.01)
        continue
    first = first or time.monotonic()
    for entry in message['entries']:
        if entry.entryType == proto.EntryType.ROWDATA:
            change = proto.RowChange()
            change.MergeFromString(entry.storeValue)
            rows += len(change.rowDatas)
    client.ack(message['id'])
    batches += 1
    last = time.monotonic()
client.disconnect()
print(json.dumps({'rows': rows, 'batches': batches, 'seconds': last - (first or last)}))
