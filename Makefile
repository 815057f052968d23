# Two commands: `make serve` runs the catalogue, `make test` proves it. Both set themselves up.
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
RUN := $(BIN)/python -m scripts

.PHONY: serve test check lint check-records

serve: .venv/serve
	@$(RUN) serve --port $(PORT)

test: .venv/test
	@$(BIN)/python -m pytest

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check-records: .venv/serve
	@$(RUN) check-records

.venv/bin/python:
	$(PYTHON) -m venv .venv || (echo "Python 3.11+ with venv is needed (Debian: apt install python3-venv)" >&2; exit 1)

.venv/serve: requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

.venv/test: requirements-dev.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@ .venv/serve
