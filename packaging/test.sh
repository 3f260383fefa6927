#!/usr/bin/env bash
# Builds Canal Inspector and runs its tests: all but the labels e2e, bench and fuzz. On a fresh Debian 12
# it installs what it needs first; a second time it is quick. Needs no display and no server.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh

install_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
say "Building program and tests"
cmake --preset release >&2
cmake --build --preset release >&2
say "Running the tests"
ctest --preset release
say "Left out: the labels e2e (real Canal servers with real databases), bench and fuzz.
   packaging/test-e2e.sh runs the tests against real servers."
