#!/bin/sh
# Everything that must hold before a change lands, the quickest first.
set -eu
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
bin=.venv/bin

echo "== style";     $bin/ruff check . && $bin/ruff format --check .
echo "== types";     $bin/mypy
echo "== contracts"; $bin/lint-imports
[ $# = 0 ] || { echo "== tests"; exec $bin/pytest -q "$@"; }
# One more at a time than there are processors, since tests wait, too; what is timed has the machine to itself.
workers=$(($(getconf _NPROCESSORS_ONLN) + 1))
echo "== unit and windows"; $bin/pytest -q -n "$workers" --maxprocesses 8 --dist worksteal tests/unit tests/gui
echo "== end to end";       $bin/pytest -q -n 2 --dist worksteal -m "not timed" tests/e2e
echo "== timed";            exec $bin/pytest -q -m timed tests/e2e
