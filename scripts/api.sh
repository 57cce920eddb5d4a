#!/usr/bin/env bash
# Writes the interface's types from the door's own description.
source "$(dirname "$0")/lib.sh"

need_tools
need_npm frontend/tools
CGO_ENABLED=0 go run ./backend/cmd/yayuan openapi >frontend/src/api/openapi.json
(cd frontend && npm run --silent gen:api)
