#!/usr/bin/env bash
# Removes what was built and installed below this folder; records are elsewhere.
source "$(dirname "$0")/lib.sh"

rm -rf build/bin test-results .cache
find frontend tools -name node_modules -type d -prune -exec rm -rf {} +
find frontend/dist -mindepth 1 -not -name .gitkeep -delete
say "clean"
