#!/usr/bin/env bash
# Runs the window's tests once more, on an X server (Xvfb) with a window manager (openbox) instead of
# Qt's offscreen platform. Builds what packaging/test.sh builds.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh

install_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}" "${window_packages[@]}"
say "Building the window's tests"
cmake --preset release >&2
cmake --build --preset release >&2

work=$(mktemp -d)
mkfifo "$work/ready"
Xvfb -displayfd 9 -screen 0 1920x1200x24 -nolisten tcp 9>"$work/ready" &>"$work/xvfb" &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
read -r -t 30 number <"$work/ready" || { echo "Xvfb did not start:"; cat "$work/xvfb"; exit 1; }
export DISPLAY=:$number QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
openbox &>"$work/openbox" &

say "Running the window's tests on display $DISPLAY"
failed=0
for test in build/release/tests/ui/tst_* build/release/tests/app/tst_guirunner; do
    [ -f "$test" ] && [ -x "$test" ] || continue
    if timeout 300 "$test" &>"$work/log"; then
        echo "passed  $(basename "$test")"
    else
        echo "FAILED  $(basename "$test")"
        grep -v '^PASS' "$work/log" || true
        failed=1
    fi
done
exit $failed
