# Everything that people do with a checkout. `make help` lists it.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Tests of the app wait as long as they work: twice as many at once as there are processors.
ATONCE  = $(shell $(BIN)/python -c "import os; print(2 * (os.cpu_count() or 2))" 2>/dev/null || echo 4)
PO     := portfolio/locale/nl/LC_MESSAGES/leerreis.po
MO     := $(PO:.po=.mo)

.DEFAULT_GOAL := help
.PHONY: help demo test check slow long soak lint types layers messages bench picture clean ready ready-dev

help:            ## this list
	@sed -n 's/^\([a-z-]*\): *[a-z-]* *## /  make \1\t/p' Makefile | expand -t 18

demo: ready      ## open the example portfolio
	@$(BIN)/leerreis demo

test: ready-dev  ## run the tests (under three minutes)
	@$(BIN)/python -m pytest -q -n $(ATONCE) -m "not slow and not long"

check: lint types layers ## everything that must be green: format, lint, types, layers, all tests
	@$(BIN)/python -m pytest -q -n $(ATONCE) -m "not long"

slow: ready-dev  ## only the slow tests
	@$(BIN)/python -m pytest -q -n $(ATONCE) -m slow

long: ready-dev  ## walks of every action, drawn keys and lives, and a hundred closed terminals (an hour)
	@LEERREIS_GONE_WITHIN=3 $(BIN)/python -m pytest -q -m long -o faulthandler_timeout=0

soak: ready-dev  ## two real Syncthing computers, edited at random for five minutes (Linux, root)
	@$(BIN)/python -m tests.clients.soak --seconds 300

lint: ready-dev  ## format and lint
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: ready-dev ## strict types, package and tests
	@$(BIN)/python -m mypy

layers: ready-dev ## the import contracts
	@$(BIN)/lint-imports

messages: ready-dev ## bring the Dutch catalogue up to date with the code; new messages are left empty
	@$(BIN)/pybabel -q extract -F babel.cfg -k N_ -k words -k plural:1,2 -k context:1c,2 --no-location --sort-output -o $(VENV)/leerreis.pot portfolio
	@$(BIN)/pybabel -q update -i $(VENV)/leerreis.pot -o $(PO) -l nl --no-fuzzy-matching --ignore-obsolete --width 110
	@sed -i.bak -E '/^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By): /d' $(PO) && rm $(PO).bak

bench: ready-dev ## speed, as ratios against other programs measured in the same run
	@$(BIN)/python bench/run.py

picture: ready-dev ## draw the pictures and write the example output of README and docs again
	@$(BIN)/python docs/word_template.py
	@$(BIN)/python docs/example_form.py
	@$(BIN)/python docs/draw.py
	@$(BIN)/python docs/photograph.py

clean:           ## remove what these commands made
	@rm -rf $(VENV) .bench build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache $(MO)

# An environment that is half made, moved or broken is made anew; one that works is left alone.
ready:
	@$(BIN)/python -c "import portfolio, textual, tinydb, dateutil, tomlkit" 2>/dev/null || rm -f $(VENV)/ready
	@$(MAKE) --no-print-directory $(VENV)/ready $(MO)

ready-dev: ready
	@$(BIN)/python -c "import pytest, mypy, hypothesis, syrupy, pyte" 2>/dev/null || rm -f $(VENV)/ready-dev
	@$(MAKE) --no-print-directory $(VENV)/ready-dev

$(VENV)/ready: pyproject.toml hatch_build.py
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null || \
	  { echo "Leerreis needs Python 3.11 or newer; install it, or name it: make demo PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || \
	  { echo "Python's venv module is missing; on Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	@echo "Setting up Leerreis in $(VENV) (once, a minute) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready
	@echo "Setting up the tools for tests in $(VENV) (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

$(MO): $(PO) $(VENV)/ready
	@$(BIN)/python -c "import babel" 2>/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check babel
	@$(BIN)/pybabel -q compile -i $< -o $@
