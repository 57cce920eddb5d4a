# shellcheck shell=bash
# Shared by the scripts beside it: say, tools, system packages, npm, builds.
# Sourced, never run.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What the desktop program is built with; a plain `go build` of it shows no window.
readonly TAGS="desktop,production,webkit2_41"
readonly DESKTOP=build/bin/yayuan-desktop
readonly HEADLESS=build/bin/yayuan

say() { printf '==> %s\n' "$*"; }
die() {
  printf 'yayuan: %s\n' "$*" >&2
  exit 1
}

# The name of this build, for both programs.
version() { git describe --tags --always --dirty 2>/dev/null || echo dev; }
ldflags() { printf -- '-s -w -X yayuan/backend/version.Text=%s' "$(version)"; }

# need_tools stops with one line that names what is missing or too old.
need_tools() {
  local missing=()
  command -v gcc >/dev/null || missing+=("gcc")
  command -v go >/dev/null || missing+=("Go 1.26")
  command -v node >/dev/null && command -v npm >/dev/null || missing+=("Node 20")
  ((${#missing[@]} == 0)) || die "please install first: $(join "${missing[@]}")"
  local node
  node=$(node -p 'process.versions.node.split(".")[0]')
  ((node >= 20)) || die "Node $node is too old, please install Node 20"
}

join() {
  local out=$1
  shift
  for each; do out+=", $each"; done
  printf '%s' "$out"
}

# need_packages installs the Debian packages that are missing, as root or with
# sudo; elsewhere it stops with the one line to run.
need_packages() {
  [[ $(uname -s) == Linux ]] || return 0
  command -v dpkg-query >/dev/null || {
    say "not a Debian system: please see that these are installed: $*"
    return 0
  }
  local missing=() each
  for each; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$each" 2>/dev/null) == installed ]] || missing+=("$each")
  done
  ((${#missing[@]})) || return 0
  local as=()
  if [[ $(id -u) != 0 ]]; then
    # Without a terminal sudo could only hang or fail asking for a password.
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
      as=(sudo)
    else
      die "please run as root: apt-get install -y --no-install-recommends ${missing[*]}"
    fi
  fi
  say "installing ${missing[*]}"
  local log
  log=$(mktemp)
  { "${as[@]}" apt-get update -qq && "${as[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    die "apt could not install these"
  }
  rm -f "$log"
}

# need_npm installs the packages of one folder from its lock file, again only
# when the lock file has changed.
need_npm() {
  local dir=$1 sum
  sum=$(cksum <"$dir/package-lock.json")
  [[ -f $dir/node_modules/.lock && $(<"$dir/node_modules/.lock") == "$sum" ]] && return 0
  say "npm packages of $dir"
  (cd "$dir" && npm ci --no-audit --no-fund --loglevel=error)
  printf '%s\n' "$sum" >"$dir/node_modules/.lock"
}

# build_frontend makes frontend/dist when a source is newer than it.
build_frontend() {
  need_npm frontend
  local built=frontend/dist/index.html
  if [[ -f $built && -z $(find frontend backend/fault/sentences -newer "$built" -type f \
    -not -path '*/node_modules/*' -not -path 'frontend/dist/*' -print -quit) ]]; then
    return 0
  fi
  say "building the interface"
  (cd frontend && npm run --silent build)
}

build_headless() {
  say "building $HEADLESS"
  CGO_ENABLED=0 go build -trimpath -ldflags "$(ldflags)" -o "$HEADLESS" ./backend/cmd/yayuan
}

build_desktop() {
  need_packages libwebkit2gtk-4.1-dev libgtk-3-dev pkg-config
  say "building $DESKTOP"
  # Wails' file dialogs on macOS need a framework that plain `go build` does not link.
  [[ $(uname -s) != Darwin ]] || export CGO_LDFLAGS="-framework UniformTypeIdentifiers"
  CGO_ENABLED=1 go build -trimpath -tags "$TAGS" -ldflags "$(ldflags)" -o "$DESKTOP" .
}
