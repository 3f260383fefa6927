# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""The loop of canal-python's README over a file of frames: a dict per row, not printed.

    decode.py FILE
"""
import json
import struct
import sys

from canal.protocol import CanalProtocol_pb2
from canal.protocol import EntryProtocol_pb2
from google.protobuf.internal import api_implementation


def frames(path):
    with open(path, 'rb') as file:
        while prefix := file.read(4):
            yield file.read(struct.unpack('>i', prefix)[0])


def entries(frame):
    packet = CanalProtocol_pb2.Packet()
    packet.MergeFromString(frame)
    messages = CanalProtocol_pb2.Messages()
    messages.MergeFromString(packet.body)
    for item in messages.messages:
        entry = EntryProtocol_pb2.Entry()
        entry.MergeFromString(item)
        yield entry


def rows(entry):
    if entry.entryType in [EntryProtocol_pb2.EntryType.TRANSACTIONBEGIN, EntryProtocol_pb2.EntryType.TRANSACTIONEND]:
        return
    row_change = EntryProtocol_pb2.RowChange()
    row_change.MergeFromString(entry.storeValue)
    header = entry.header
    event_type = header.eventType
    for row in row_change.rowDatas:
        values = {}
        if event_type == EntryProtocol_pb2.EventType.DELETE:
            for column in row.beforeColumns:
                values[column.name] = column.value
        elif event_type == EntryProtocol_pb2.EventType.INSERT:
            for column in row.afterColumns:
                values[column.name] = column.value
        else:
            values['before'], values['after'] = {}, {}
            for column in row.beforeColumns:
                values['before'][column.name] = column.value
            for column in row.afterColumns:
                values['after'][column.name] = column.value
        yield dict(db=header.schemaName, table=header.tableName, event_type=event_type, data=values)


count = sum(1 for frame in frames(sys.argv[1]) for entry in entries(frame) for row in rows(entry))
print(json.dumps({'rows': count, 'protobuf': api_implementation.Type()}))
