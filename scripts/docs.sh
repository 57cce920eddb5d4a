#!/usr/bin/env bash
# Renews the screenshots and tables of the documentation from the real program.
source "$(dirname "$0")/lib.sh"

need_tools
need_packages chromium fonts-noto-cjk
build_frontend
build_headless
(cd frontend && npm run --silent shots)
