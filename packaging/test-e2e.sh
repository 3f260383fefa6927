#!/usr/bin/env bash
# The tests against real Canal servers with real databases, and of the embedded server against foreign
# clients (tests/e2e/README.md). On a fresh Debian 12 it installs what they need first; a second time it
# is quick. Nothing is skipped: what cannot be had is a failure.
#   packaging/test-e2e.sh [pattern of test names, as ctest -R takes it]
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh

# The machine's own npm, where there is one, may come with a node that Debian's would fight with.
command -v npm >/dev/null || lab_packages+=(npm)
install_packages "${build_packages[@]}" "${lab_packages[@]}"
say "Building program and tests"
cmake --preset release >&2
cmake --build --preset release >&2
say "Fetching Canal, MySQL 5.6 and canal-python, unless they are there"
tests/e2e/lab.sh fetch
say "Running the tests against real servers"
ctest --test-dir build/release -L e2e -R "${1:-.}" --output-on-failure --no-tests=error
say "What was compared"
grep -h '^compared ' build/release/Testing/Temporary/LastTest.log || say "nothing in these tests"
