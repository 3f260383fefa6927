#!/usr/bin/env bash
# Debian packages by purpose, and their installation. Sourced by the other scripts; says what it does
# and asks for root only to install.

build_packages=(build-essential cmake ninja-build pkg-config qt6-base-dev qt6-svg-dev qt6-tools-dev
    qt6-l10n-tools qt6-tools-dev-tools qtkeychain-qt6-dev protobuf-compiler libprotobuf-dev liblz4-dev
    libzstd-dev libgl-dev)
# What only a running window needs: SVG icons, Qt's own texts in Chinese, letters in any script.
run_packages=(libqt6svg6 qt6-translations-l10n fonts-dejavu-core fonts-wqy-microhei)
test_packages=(dbus-daemon)
window_packages=(xvfb openbox)
check_packages=(clang-format-14 clang-tidy-14 git)
lab_packages=(mariadb-server openjdk-17-jdk-headless maven python3 python3-venv libaio1)
bench_packages=(python3-dev xvfb)

say() { printf '\n== %s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Neither root nor sudo: install these packages yourself and start again: ${*: -1}" >&2
        return 1
    fi
}

# Installs what is missing of the given packages; nothing at all when all are there.
install_packages() {
    local missing=() package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    say "Installing Debian packages: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}
