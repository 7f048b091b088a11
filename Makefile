# One menu. Every target makes the isolated environment it needs from a lock with hashes.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: publish test check bench lock clean help

help: ## What there is to choose from
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

publish: .venv/.run ## Build every document of the newest edition into outputs/, as the Prefect flow
	$(BIN)/standpunt publish --engine prefect

test: .venv/.dev ## Run the tests
	$(BIN)/python -m pytest -n 2 --dist worksteal tests

check: .venv/.dev ## Style, types and the floors of the house
	$(BIN)/ruff format --check flows tests
	$(BIN)/ruff check flows tests
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.dev ## Measure speed as ratios against peers in the same run
	$(BIN)/python -m pytest tests/benchmarks --bench -p no:xdist -s

lock: ## Renew the locks from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-annotate --custom-compile-command "make lock" -q -o requirements.lock
	uv pip compile pyproject.toml --extra build --extra dev --extra dask --universal --python-version 3.11 \
		-c requirements.lock --generate-hashes --no-annotate --custom-compile-command "make lock" -q \
		-o requirements-dev.lock

clean: ## Throw away what was built, not what was written
	rm -rf .venv .standpunt .prefect outputs/.standpunt
	find outputs -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/.dev: .venv/bin/python requirements.lock requirements-dev.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@ .venv/.run
