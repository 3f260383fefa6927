#!/usr/bin/env bash
# Renders the README's pictures: the window's states from made-up rows that are the same every time, in
# both themes and both languages. Needs no display and no server.
#   packaging/screenshots.sh [DIR]    (resources/screenshots)
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh

# What the gallery (tests/ui/gallery.cpp) calls it, and what it is called here. One more is one line.
pictures=(
    "main-peek peek"
    "manual manual"
    "main-every-kind diff"
    "value-json value"
    "timeline-undo timeline"
    "transactions transactions"
    "filter-recent filters"
    "filter-wrong filter-error"
    "banners error"
    "connect connect"
    "palette commands"
    "welcome welcome"
    "waiting empty-waiting"
    "filtered-to-nothing empty-filtered"
    "disconnected empty-disconnected"
)
size=1440x900

target=$(realpath -m "${1:-resources/screenshots}")
install_packages "${build_packages[@]}" "${run_packages[@]}"
say "Building the gallery"
cmake --preset release >&2
cmake --build --preset release --target gallery >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$target"
for theme in light dark; do
    for language in en zh_CN; do
        say "Rendering: $theme, $language"
        LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen build/release/tests/ui/gallery "$work" "$theme" "$language" "$size" 2>/dev/null
        ending=$theme
        [ "$language" = en ] || ending+=-$language
        for picture in "${pictures[@]}"; do
            read -r name called <<<"$picture"
            cp "$work/$name.png" "$target/$called-$ending.png"
        done
        rm "$work"/*.png
    done
done
say "$((4 * ${#pictures[@]})) pictures in $target"
