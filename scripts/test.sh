#!/usr/bin/env bash
# Installs what tests need and runs everything; the last line is the count.
source "$(dirname "$0")/lib.sh"
source scripts/stages.sh

go_format() {
  local wrong
  wrong=$(git ls-files -z '*.go' | xargs -0 gofmt -l)
  [[ -z $wrong ]] || { echo "not formatted: $wrong"; return 1; }
}

go_tests() {
  go test -json "$@" | node scripts/tally.mjs "$work/count"
}

# The interface's types are generated: what is checked in must be what the
# backend describes now.
api_types() {
  cp -r frontend/src/api "$work/api"
  bash scripts/api.sh
  diff -rq "$work/api" frontend/src/api || { echo "please run: make api"; return 1; }
}

unit_tests() {
  local ok=0
  (cd frontend && npm run --silent test -- --reporter=default --reporter=json --outputFile="$work/vitest.json") || ok=1
  # shellcheck disable=SC2016
  node -p 'const r = require(process.argv[1]); `${r.numPassedTests} ${r.numFailedTests}`' "$work/vitest.json" >"$work/count" || ok=1
  return $ok
}

# The window itself, on a display of its own with a session bus.
smoke() {
  # Accessibility services would only be noise here.
  NO_AT_BRIDGE=1 LIBGL_ALWAYS_SOFTWARE=1 timeout 120 xvfb-run -a -s '-screen 0 1366x768x24' \
    dbus-run-session -- "$DESKTOP" --smoke 2> >(grep -v -e '^dbus-daemon' -e '^Overriding existing handler' >&2)
}

e2e() {
  (cd frontend && npm run --silent e2e) | count_node_tests
}

workbooks() {
  (cd tools/ooxml && npm run --silent test) | count_node_tests
}

# Node's own test runner closes with "pass N" and "fail N".
count_node_tests() {
  tee "$work/out"
  awk '$2 == "pass" { good = $3 } $2 == "fail" { bad = $3 } END { if (good + bad) print good, bad + 0 }' "$work/out" >"$work/found"
  [[ ! -s $work/found ]] || mv "$work/found" "$work/count"
}

# Only CI starts from a clean tree; elsewhere somebody may be at work.
clean_tree() {
  local left
  left=$(git status --porcelain)
  [[ -z $left ]] && return
  printf 'the tree is not clean:\n%s\n' "$left"
  [[ -z ${CI:-} ]]
}

need_tools
need_packages chromium xvfb xauth dbus libwebkit2gtk-4.1-dev libgtk-3-dev pkg-config \
  fonts-noto-cjk libreoffice-calc poppler-utils shellcheck
for lock in $(git ls-files '*package-lock.json'); do
  need_npm "$(dirname "$lock")"
done

stage "scripts" shellcheck -x -P scripts scripts/*.sh .ci/run
stage "format of Go" go_format
stage "go vet" go vet ./...
CGO_ENABLED=0 stage "backend tests" go_tests ./backend/... ./frontend/...
CGO_ENABLED=0 stage "shell tests" go_tests ./app/...
stage "API types are up to date" api_types
stage "interface: lint" npm --prefix frontend run --silent lint
stage "interface: types" npm --prefix frontend run --silent typecheck
stage "interface: tests" unit_tests
stage "interface: build" build_frontend
stage "headless program" build_headless
stage "desktop program" build_desktop
stage "the real window" smoke
stage "filled workbooks" workbooks
stage "end to end in Chromium" e2e
stage "tree is clean" clean_tree
finish
