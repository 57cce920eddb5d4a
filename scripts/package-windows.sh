#!/usr/bin/env bash
# Builds the installer for Windows (64-bit) on Linux, macOS or Windows: both
# programs without C, the icon, manifest and version information, and NSIS.
# The installer carries WebView2's small bootstrapper, which needs the internet;
# offline machines need Microsoft's standalone WebView2 installer first.
source "$(dirname "$0")/lib.sh"

readonly WAILS=v2.14.0

need_tools
need_packages nsis
build_frontend

cli=.cache/wails-$WAILS/wails
if [[ ! -x $cli ]]; then
  say "building the Wails command $WAILS"
  GOBIN="$PWD/$(dirname "$cli")" go install "github.com/wailsapp/wails/v2/cmd/wails@$WAILS"
fi

say "building build/bin/yayuan-windows-amd64.exe"
GOOS=windows GOARCH=amd64 CGO_ENABLED=0 \
  go build -trimpath -ldflags "$(ldflags)" -o build/bin/yayuan-windows-amd64.exe ./backend/cmd/yayuan

say "building the window and its installer"
CGO_ENABLED=0 "$cli" build -platform windows/amd64 -nsis -installscope user -webview2 embed \
  -s -m -nosyncgomod -skipbindings -trimpath -nocolour -ldflags "$(ldflags)"
ls -l build/bin/*.exe
