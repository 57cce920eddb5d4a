#!/usr/bin/env bash
# Builds the interface and both programs into build/bin.
source "$(dirname "$0")/lib.sh"

need_tools
build_frontend
build_headless
build_desktop
