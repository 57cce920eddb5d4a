#!/usr/bin/env bash
# Writes the interface's types from the door's own description.
source "$(dirname "$0")/lib.sh"

need_tools
need_npm frontend/tools
# Beside and moved: a build that fails leaves the document as it was.
document=$(mktemp)
trap 'rm -f "$document"' EXIT
CGO_ENABLED=0 go run ./backend/cmd/yayuan openapi >"$document"
cp "$document" frontend/src/api/openapi.json
(cd frontend && npm run --silent gen:api)
