# The two that matter: `make run` serves the figure, `make test` tests everything.
# Both need nothing but Python 3.11 or newer; README.md says the same without make.

HOST = 127.0.0.1
PORT = 8050
# Which Python makes .venv; by itself the first of python3, python3.14, ... python3.11 that will do.
PYTHON ?=
export PYTHON
# Modules compiled once are not compiled anew by every process: a third of the time of the tests.
unexport PYTHONDONTWRITEBYTECODE

VENV = .venv
IN = $(VENV)/bin/python -m
# Compiling all that is installed, most of it never imported, would take a third of the time.
PIP = $(IN) pip install -qq --disable-pip-version-check --no-compile
# Stamps: they say that the environment is there, and holds what the files beside them ask for.
MADE = $(VENV)/.made
RUN = $(VENV)/.run
TEST = $(VENV)/.test
# An environment of its own for the newest versions.
FRESH = build/fresh
# What the browser tests take from npm, in the versions that its package.json names.
NODE = tests/node/node_modules/.installed
# What targets say that run beside each other stays together, where make can do that.
WHOLE = $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
# Runs a program from there.
JS = node="$$($(IN) tools.programs node)" && "$$node" tests/node/node_modules/
SCRIPTS = assets/js tests/js tools
# What the linters found of files that did not change.
CACHE = tests/node/node_modules/.cache
JS_TESTS = $(wildcard tests/js/*.test.js tests/js/*/*.test.js)

.PHONY: help run check test programs installed beside lint unit quick js browser fuzz bench fresh format schema docs press clean
ifndef BESIDE
.NOTPARALLEL:
endif
.DEFAULT_GOAL = help

help:
	@echo 'make run      serve the figure at http://$(HOST):$(PORT) (PORT=8051 for another port)'
	@echo 'make check    lint, unit tests but slow ones, tests of the scripts: a minute, while working'
	@echo 'make test     lint, then all tests; single parts: make lint, unit, js, browser'
	@echo 'make format   format Python and scripts, and mend what ruff can mend'
	@echo 'make schema   write pathways/pathway.schema.json anew'
	@echo 'make docs     write the generated parts of README.md and docs/ anew'
	@echo 'make press    write assets/pressed anew, after a change in assets/js or assets/css'
	@echo 'make fuzz     try more hostile inputs than make test does: FUZZ=20 times as many, SEED=1'
	@echo 'make bench    measure'
	@echo 'make fresh    try the newest versions that pyproject.toml allows: install anew, unit tests'
	@echo 'make clean    remove .venv and what tests and builds left'

run: $(RUN)
	@$(IN) cascade serve --host $(HOST) --port $(PORT)

# While working; the browsers and what takes seconds come with `make test`.
check: installed lint quick js

test: programs beside unit browser

# First, so that a missing browser is told at once and not after the unit tests.
programs: $(MADE)
	@$(IN) tools.programs chromium headless firefox node npm

# pip and npm wait for the network and the disk; one beside the other they take half as long.
installed:
	@$(MAKE) --no-print-directory -j 2 BESIDE=1 $(TEST) $(NODE)

# Waiting for pip and each of the linters take one processor or none: the tests of the scripts go on
# beside them.
beside:
	@$(MAKE) --no-print-directory -j 2 BESIDE=1 $(WHOLE) $(TEST) js lint

lint: $(TEST) $(NODE)
	$(IN) ruff check .
	$(IN) ruff format --check .
	@$(JS)eslint/bin/eslint.js --cache --cache-location $(CACHE)/eslint -c tools/eslint.config.mjs $(SCRIPTS)
	@$(JS)typescript/bin/tsc -p tools/tsconfig.json
	@$(JS)prettier/bin/prettier.cjs --check --cache --cache-location $(CACHE)/prettier --log-level warn $(SCRIPTS)

unit: $(TEST) $(NODE)
	$(IN) pytest -q -n 2 --dist worksteal tests/unit

# Without tests marked as slow, and with a tenth of the hostile inputs.
quick: $(TEST) $(NODE)
	FUZZ=0.1 $(IN) pytest -q -n 2 --dist worksteal -m 'not slow' tests/unit

js: $(NODE)
	@test -n '$(JS_TESTS)' || { echo 'tests/js holds no test' >&2; exit 1; }
	node="$$($(IN) tools.programs node)" && "$$node" --test --test-concurrency=2 $(JS_TESTS)

browser: $(TEST) $(NODE)
	@$(IN) tools.programs chromium headless firefox
	$(IN) pytest -q -n 2 --dist worksteal tests/browser

# By hand or at night; a failure tells its input, and SEED and FUZZ bring it back.
fuzz: FUZZ = 20
fuzz: SEED = 1
fuzz: $(TEST) $(NODE)
	FUZZ=$(FUZZ) SEED=$(SEED) $(IN) pytest -q -n 2 tests/unit/fuzz
	node="$$($(IN) tools.programs node)" && FUZZ=$(FUZZ) SEED=$(SEED) "$$node" --test tests/js/fuzz/*.test.js

bench: $(TEST)
	$(VENV)/bin/python bench/run.py

# By hand, when a range in pyproject.toml changes or time has passed: nothing here is pinned.
fresh: $(NODE)
	rm -rf $(FRESH)
	$(VENV)/bin/python -m venv $(FRESH)
	$(FRESH)/bin/python -m pip install -q --disable-pip-version-check '.[serve,formats,dev]' hatchling
	$(FRESH)/bin/python -m pip freeze --disable-pip-version-check
	$(FRESH)/bin/python -m pytest -q -n 2 tests/unit

format: $(TEST) $(NODE)
	$(IN) ruff check --fix .
	$(IN) ruff format .
	@$(JS)prettier/bin/prettier.cjs --write --log-level warn $(SCRIPTS)

schema: $(RUN)
	$(IN) cascade schema > $(VENV)/schema.json
	mv $(VENV)/schema.json pathways/pathway.schema.json

docs: $(RUN)
	$(IN) tools.docs

press: $(RUN) $(NODE)
	$(IN) tools.constants
	$(IN) tools.contract
	node="$$($(IN) tools.programs node)" && "$$node" tools/press.mjs

clean:
	rm -rf tests/node/node_modules $(VENV) build dist test-results .pytest_cache .ruff_cache
	find cascade tests tools bench -name __pycache__ -prune -exec rm -rf {} +

# An environment that is not there, or whose Python is gone, is made anew.
ifneq ($(shell $(VENV)/bin/python -c 'print("works")' 2>/dev/null),works)
.PHONY: $(MADE)
endif

$(MADE):
	@$(VENV)/bin/python -c '' 2>/dev/null || sh tools/venv.sh $(VENV)
	@touch $@

$(RUN): requirements/run.txt pyproject.toml $(MADE)
	@echo 'Installing what the figure needs into $(VENV) ...'
	@$(PIP) -r requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST): requirements/test.txt requirements/formats.txt $(RUN)
	@echo 'Installing what the tests need into $(VENV) ...'
	@$(PIP) -r requirements/test.txt
	@touch $@

$(NODE): tests/node/package.json $(MADE)
	@echo 'Installing what the browser tests take from npm ...'
	@npm="$$($(IN) tools.programs npm)" && "$$npm" install --silent --no-package-lock --no-audit --no-fund --prefix tests/node
	@touch $@
