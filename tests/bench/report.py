# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
"""Runs all benchmarks, prints the table and writes the JSON file (README.md).

    report.py BUILD_DIRECTORY JSON_FILE [--quick] [--only PART[,PART ...]]
"""
import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import inprocess
import realserver
from bench import Bench, Failed
from results import Report

PARTS = {'sets': inprocess.sets, 'decode': inprocess.decode, 'process': inprocess.whole_process, 'memory': inprocess.memory,
         'search': inprocess.search, 'csv': inprocess.csv, 'loop': inprocess.loop, 'view': inprocess.view,
         'drain': realserver.drain, 'live': realserver.live}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('build', type=Path)
    parser.add_argument('json', type=Path)
    parser.add_argument('--quick', action='store_true')
    parser.add_argument('--only', default='')
    arguments = parser.parse_args()
    parts = arguments.only.split(',') if arguments.only else list(PARTS)
    if unknown := set(parts) - set(PARTS):
        parser.error(f'there is no part {", ".join(unknown)}; there are {", ".join(PARTS)}')
    report = Report(arguments.quick)
    failed = False
    folder = Path(tempfile.mkdtemp(prefix='bench-', dir=arguments.build))
    try:
        bench = Bench(arguments.build.resolve(), folder, arguments.quick)
        for part in parts:
            try:
                PARTS[part](bench, report)
            except Failed as error:  # the other parts are worth having all the same
                print(f'{part}: {error}', file=sys.stderr)
                failed = True
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    report.summary()
    report.write(arguments.json)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
