# Two commands do all the set-up: `make run` opens the dashboard, `make test` passes the tests.
# README.md gives the same steps without make.

SHELL := /bin/sh
# The first Python from 3.11 to 3.13 that really starts (a shim of a version manager may be there and refuse).
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
  "$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1 && echo "$$p" && break; done)
VENV ?= .venv
BIN := $(VENV)/bin

CORPUS ?=
STORE ?=
PORT ?= 8501
ADDRESS ?= 127.0.0.1

.DEFAULT_GOAL := help
.PHONY: help run install test check lint format bench soak lock tables shots clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST)

run: $(VENV)/.run ## open the dashboard (CORPUS=path, STORE=url, PORT=n, ADDRESS=ip)
	@exec $(BIN)/python -m dashboard serve --port $(PORT) --address $(ADDRESS) \
	  $(if $(CORPUS),--corpus "$(CORPUS)") $(if $(STORE),--store "$(STORE)")

install: $(VENV)/.dev ## everything that running and testing needs

test: $(VENV)/.dev ## set up, then lint, types and all tests
	$(BIN)/python tools/test_needs.py
	$(MAKE) --no-print-directory check

check: $(VENV)/.dev lint ## lint, types and tests, without looking for a browser first
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## lint, format check, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev ## format and fix what can be fixed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev ## measure speed and memory, and accuracy where the benchmark folder is
	$(BIN)/python -m benchmarks speed
	$(BIN)/python -m benchmarks accuracy

soak: $(VENV)/.dev ## the long tests: many articles, many visitors, many crashes
	$(BIN)/python -m pytest -m soak --timeout=3600

tables: $(VENV)/.dev ## derive data/tables/*.csv from data/corpus again
	$(BIN)/python tools/derive_tables.py

shots: $(VENV)/.dev ## take the screenshots of docs/pictures again
	$(BIN)/python tools/test_needs.py
	$(BIN)/python tools/shots.py

lock: $(VENV)/.dev ## compile requirements*.in into pinned, hashed requirements*.txt
	for list in requirements requirements-dev; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header $$list.in -o $$list.txt; done

clean: ## remove the environment, caches and the stores in data/
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis data/*.db data/*.db-wal data/*.db-shm

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Chancery needs Python 3.11, 3.12 or 3.13; none was found. Install one, or say make PYTHON=/path/to/python." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
