#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
#
# Measures how fast and how small Canal Inspector is against references on the same bytes, prints a table on standard
# output and writes bench.json (tests/bench/README.md). On a fresh Debian 12 it installs what it needs first. Takes
# about half an hour, 8 GB of memory and 10 GB of disk; --quick a few minutes, for a look.
#   packaging/bench.sh [--quick] [--only PART[,PART ...]]
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh

install_packages "${build_packages[@]}" "${run_packages[@]}" "${lab_packages[@]}" "${bench_packages[@]}"
say "Building program and benchmarks"
cmake --preset release >&2
cmake --build --preset release --target canal_benchmarks >&2
exec python3 -B tests/bench/report.py build/release bench.json "$@"
