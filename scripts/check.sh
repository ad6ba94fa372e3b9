#!/bin/sh
# Everything that must hold before a change lands, the quickest first.
set -eu
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
bin=.venv/bin

echo "== style";     $bin/ruff check . && $bin/ruff format --check .
echo "== types";     $bin/mypy
echo "== contracts"; $bin/lint-imports
echo "== tests";     exec $bin/pytest -q "$@"
