#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
#
# What the program's speed is held against and is not ours. Downloads stay in
# ${CANAL_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/canal-bench}, those of the official Java client where
# tests/e2e/lab.sh keeps them.
#   references.sh java      fetches and compiles, prints the class path of the Java client and our two programs
#   references.sh python    makes the environment of canal-python, prints its python
# What they need is installed by packaging/bench.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${CANAL_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/canal-bench}
mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9

java_classes() {
    local jars classes
    jars=$("$here/../e2e/lab.sh" classpath 1.1.7)
    classes=$cache/classes-$(cat "$here"/*.java | sha256sum | cut -c1-16)
    if [ ! -d "$classes" ]; then
        rm -rf "$cache"/classes-*
        javac -nowarn -cp "$jars" -d "$classes.part" "$here"/*.java >&2
        mv "$classes.part" "$classes"
    fi
    echo "$classes:$jars"
}

# canal-python's generated classes work with protobuf before 4 only, whose wheels for new Pythons are without the
# C++ core that makes it quick: it is built here. Its one check that no longer compiles (of CPython's frames) is the
# one that it leaves out itself for PyPy.
python_environment() {
    local env=$cache/canal-python-0.4
    if [ ! -x "$env/bin/python" ]; then
        rm -rf "$env"
        python3 -m venv "$env.part" >&2
        "$env.part/bin/python" -m pip install -q canal-python==0.4 'setuptools<70' wheel >&2
        CFLAGS=-DPYPY_VERSION "$env.part/bin/python" -m pip install -q --no-binary=protobuf --no-build-isolation \
            --global-option=--cpp_implementation protobuf==3.20.3 >"$cache/protobuf.log" 2>&1 ||
            { cat "$cache/protobuf.log" >&2; return 1; }
        mv "$env.part" "$env" # only bin/python is used, which finds its home by its own place
    fi
    echo "$env/bin/python"
}

case ${1:-} in
java) java_classes ;;
python) python_environment ;;
*) sed -n '5,10p' "$0" >&2; exit 2 ;;
esac
