#!/usr/bin/env bash
# Draws the icons of all systems from build/appicon.svg.
source "$(dirname "$0")/lib.sh"

need_packages chromium imagemagick
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

printf '<body style="margin:0"><img src="%s" width="1024" height="1024" style="display:block">' \
  "file://$PWD/build/appicon.svg" >"$work/icon.html"
chromium --headless --no-sandbox --disable-gpu --disable-background-networking --user-data-dir="$work/profile" \
  --default-background-color=00000000 --window-size=1024,1024 --screenshot="$work/icon.png" \
  "file://$work/icon.html" >/dev/null 2>&1
convert "$work/icon.png" -strip build/appicon.png
convert "$work/icon.png" -filter Lanczos -resize 256x256 -strip app/icon.png
convert "$work/icon.png" -filter Lanczos -strip -define icon:auto-resize=256,128,64,48,32,24,16 build/windows/icon.ico
say "icons drawn"
