# The two commands of the README are `make run` and `make test`; everything else is for daily work (CONTRIBUTING.md).
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test fast lint types contracts bench format translations pictures clean

run: .venv/.run                 ## set up and run the main job: desktop, embedded hub, sample campaign, simulated viewers
	$(BIN)/kzg-desktop demo $(ARGS)

test: .venv/.dev                ## set up and pass every check and test
	sh scripts/check.sh

fast: .venv/.dev                ## unit and window tests only
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest tests/unit tests/gui -q -n auto --dist worksteal

lint: .venv/.dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/.dev
	$(BIN)/mypy

contracts: .venv/.dev
	$(BIN)/lint-imports

format: .venv/.dev
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

bench: .venv/.dev               ## measure speed as ratios to the limits of this machine
	$(BIN)/python -m tests.bench $(ARGS)

translations: .venv/.dev        ## collect strings, compile translations
	sh scripts/translations.sh

pictures: .venv/.dev            ## take the pictures of the README and the user guide again
	TZ=Asia/Shanghai $(BIN)/kzg-desktop demo --headless --for 480 --rate 2.8 --pictures docs/pictures
	$(BIN)/python scripts/viewer_pictures.py docs/pictures

clean:
	rm -rf .venv out build dist

.venv/.run: pyproject.toml constraints.txt scripts/setup.sh
	sh scripts/setup.sh run "$(PYTHON)"
	touch $@

.venv/.dev: pyproject.toml constraints.txt scripts/setup.sh
	sh scripts/setup.sh dev "$(PYTHON)"
	touch $@ .venv/.run
