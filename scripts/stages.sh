# shellcheck shell=bash
# Runs named stages one after the other, goes on after a failure, and adds up
# what they counted. Sourced by test.sh.

passed=0
failed=0
report=()
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# stage NAME COMMAND… counts as one check, or as many as the command wrote to
# $work/count as "passed failed".
stage() {
  local name=$1 begun=$SECONDS ok=1 status good bad
  shift
  say "$name"
  rm -f "$work/count"
  # Not as a condition: errexit would be off inside the command.
  set +e
  (set -e; "$@") </dev/null
  status=$?
  set -e
  ((status == 0)) || ok=0
  good=$ok bad=$((1 - ok))
  if [[ -f $work/count && $(<"$work/count") =~ ^([0-9]+)\ ([0-9]+)$ ]]; then
    good=${BASH_REMATCH[1]} bad=${BASH_REMATCH[2]}
  fi
  ((ok || bad)) || bad=1
  ((ok == 0 || good)) || { echo "$name: no test was run"; bad=1; }
  passed=$((passed + good)) failed=$((failed + bad))
  report+=("$(printf '%4d s  %5d passed %4d failed  %s' $((SECONDS - begun)) "$good" "$bad" "$name")")
}

# finish prints the table and, last, the plain line that says it all.
finish() {
  say "stages"
  printf '%s\n' "${report[@]}"
  printf 'total: %d s\n' "$SECONDS"
  printf '%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0))
}
