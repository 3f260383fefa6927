#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""seeds.py DIR: the entries of the recorded captures as single files, each kind once."""
import hashlib
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(root / 'e2e'))
import wire  # noqa: E402

target = pathlib.Path(sys.argv[1])
target.mkdir(parents=True, exist_ok=True)
for capture in sorted((root / 'data').glob('*.frames')):
    for frame in wire.split_frames(capture.read_bytes()):
        for entry in wire.packet(frame).entries:
            if len(entry) <= 4096:
                (target / hashlib.sha1(entry).hexdigest()).write_bytes(entry)
