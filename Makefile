# Two commands: `make serve` runs the catalogue, `make test` proves it. Both set themselves up.
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
RUN := $(BIN)/python -m scripts
# Where this is set, every start compiles three hundred files anew: an eighth of its time.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: serve serve-mcp test lint check-records api-check benchmark sbom

serve: .venv/serve
	@$(RUN) serve --port $(PORT)

# The catalogue for assistants too, at /mcp.
serve-mcp: .venv/mcp
	@CATALOGUE_MCP=1 $(RUN) serve --port $(PORT)

# One process more than cores, since a test that starts a service or a browser often waits; who is done
# first takes over half of what another has left.
WORKERS := $(shell $(PYTHON) -c 'import os; print(min(8, 1 + (os.cpu_count() or 1)))')
test: .venv/test
	@$(BIN)/python -m pytest --numprocesses=$(WORKERS) --dist=worksteal

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The whole search beside SQLite FTS5, and tantivy where `pip install tantivy` put it; an hour or two.
benchmark: .venv/test
	$(BIN)/python -m scripts.develop benchmark --docs docs

check-records: .venv/serve
	@$(RUN) check-records

# What the service is made of, as CycloneDX.
sbom: .venv/test
	@$(BIN)/python -m scripts.develop list-parts

# Other people's tools, for longer than fits in `make test`: Schemathesis, and a generated client.
api-check: .venv/test .venv-client/ready
	API_CHECK_CASES=1000 API_CHECK_PHASES=examples,coverage,fuzzing,stateful \
	CLIENT_GENERATOR=.venv-client/bin/openapi-python-client \
	$(BIN)/python -m pytest tests/app/api/test_other_tools.py tests/app/api/check_generated_client.py

# What is half made would be taken for made the next time.
make_venv = $(PYTHON) -m venv $(1) || \
	(rm -rf $(1); echo "Python 3.11+ with venv is needed (Debian: apt install python3-venv)" >&2; exit 1)

.venv/bin/python:
	$(call make_venv,.venv)

.venv/serve: requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

.venv/mcp: requirements-mcp.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-mcp.txt
	@touch $@ .venv/serve

.venv/test: requirements-dev.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@ .venv/serve

.venv-client/ready: requirements-client.txt
	$(call make_venv,.venv-client)
	.venv-client/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-client.txt
	@touch $@
