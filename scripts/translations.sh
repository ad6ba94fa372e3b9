#!/bin/sh
# Bring the translations up to date with the sources, then compile them.
# Untranslated strings stay marked as unfinished in the .ts file; a test fails as long as there are any.
set -eu
cd "$(dirname "$0")/.."
bin="${PYTHON_BIN:-.venv/bin}"
sources=$({ find kzg_desktop/ui kzg_desktop/widgets kzg_desktop/models -name '*.py'; echo kzg_desktop/studio_link.py; } | LC_ALL=C sort)
ts=resources/i18n/kzg_zh_CN.ts
# shellcheck disable=SC2086 # one argument for each file
"$bin/pyside6-lupdate" -silent -no-obsolete -locations none -source-language en -target-language zh_CN $sources -ts "$ts"
"$bin/pyside6-lrelease" -silent "$ts" -qm "${ts%.ts}.qm"
