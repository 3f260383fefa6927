#!/usr/bin/env bash
# Builds Canal Inspector and starts it on its built-in demo. On a fresh Debian 12 it installs what it
# needs first; a second time it is quick. Without a display it shows that it works all the same: some
# seconds of the demo's rows as CSV, and a screenshot of the real window.
#   packaging/start.sh [arguments of canal-inspector, instead of --demo]
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh

install_packages "${build_packages[@]}" "${run_packages[@]}"
say "Building (the first time takes a few minutes)"
cmake --preset release >&2
cmake --build --preset release --target canal-inspector >&2
program=build/release/canal-inspector

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ $# -gt 0 ]; then
    say "Starting $program ${*:---demo}"
    exec "$program" "${@:---demo}"
fi
say "No display: four seconds of the demo's row changes as CSV"
"$program" --headless --demo --for 4
say "and a picture of its window"
"$program" --screenshot build/demo.png --demo --for 4
say "The picture is build/demo.png. With a display, $program --demo opens the window."
