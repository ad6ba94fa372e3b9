#!/bin/sh
# Everything that must hold before a change lands, the quickest first.
set -eu
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
bin=.venv/bin

echo "== style";     $bin/ruff check . && $bin/ruff format --check .
echo "== types";     $bin/mypy
echo "== contracts"; $bin/lint-imports
[ $# = 0 ] || { echo "== tests"; exec $bin/pytest -q "$@"; }
# Two at a time where nothing is timed; what runs real programs has the machine to itself.
echo "== unit and windows"; $bin/pytest -q -n 2 tests/unit tests/gui
echo "== end to end";       exec $bin/pytest -q tests/e2e
