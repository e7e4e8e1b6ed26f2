# `make demo` shows smartplan on a real plan; `make test` is the only meaning of green.
# Needs Python 3.11 or later, git and make.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PLANS := tests/plans/minimal examples/buleleng examples/bangli
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: demo test check fix docs golden bench clean

demo: $(VENV)/.run
	$(BIN)/smartplan validate examples/buleleng --output-format concise
	$(BIN)/smartplan render examples/buleleng --to markdown,html --out build/buleleng
	@echo
	@echo "Buka di peramban / open in a browser: build/buleleng/html/index.html"

test: $(VENV)/.dev check

check:
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-cache | tail -n 3
	$(BIN)/pylint --disable=all --enable=duplicate-code --min-similarity-lines=8 \
	  --ignore-docstrings=yes --ignore-imports=yes --ignore-signatures=yes --score=n src/smartplan
	$(BIN)/python tools/docs.py --check
	$(BIN)/python -m pytest -n auto --cov --cov-report=term:skip-covered --cov-fail-under=90
	$(BIN)/smartplan validate $(PLANS) --output-format concise --fail-on error --quiet > /dev/null
	$(BIN)/smartplan render examples/buleleng --to markdown,html --out build/check/buleleng
	$(BIN)/smartplan render examples/bangli --to markdown,html --out build/check/bangli

fix: $(VENV)/.dev
	$(BIN)/ruff format --quiet .
	$(BIN)/ruff check --quiet --fix .

docs: $(VENV)/.dev
	$(BIN)/python tools/docs.py

golden: $(VENV)/.dev
	$(BIN)/python -m pytest -q tests --golden
	git diff --stat -- tests

bench: $(VENV)/.bench
	$(BIN)/python bench/run.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "smartplan memerlukan Python 3.11 atau lebih baru / needs Python 3.11 or later"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.run

$(VENV)/.bench: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) --editable '.[dev,bench]'
	@touch $@ $(VENV)/.dev $(VENV)/.run

clean:
	rm -rf build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
