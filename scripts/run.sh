#!/usr/bin/env bash
# Builds what is missing and starts 芽园: the window where there is a display,
# else the same interface on loopback. Arguments go to the program.
source "$(dirname "$0")/lib.sh"

need_tools
build_frontend
if [[ $(uname -s) != Linux || -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
  need_packages fonts-noto-cjk xdg-utils
  build_desktop
  say "opening the window"
  exec "$DESKTOP" "$@"
fi
build_headless
# The same folder that the window would use.
[[ " $* " == *" --data"* ]] || set -- --data "${XDG_DATA_HOME:-$HOME/.local/share}/yayuan" "$@"
say "no display here: serving on loopback, stop with Ctrl-C"
exec "$HEADLESS" serve "$@"
