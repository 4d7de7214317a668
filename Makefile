# make demo, make test: everything on a fresh machine with Python, make and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help demo test scores bench clean
help:  ## what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ -/'

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[archive,quantity,spark,dev]'
	@touch $@ $(VENV)/.runtime

demo: $(VENV)/.runtime  ## install, read the reports in examples/, print their records
	@for file in examples/*.txt; do \
		printf '\n=== %s\n' "$$file"; \
		$(BIN)/vnreport parse "$$file" --format table || exit 1; \
	done

test: $(VENV)/.dev  ## install what tests need, then lint, types, tests with coverage
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@command -v java > /dev/null || echo 'No Java here: the Spark tests will be skipped (Debian: apt-get install openjdk-17-jre-headless).'
	$(BIN)/python -m pytest --cov --cov-report=term

clean:  ## remove the virtual environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
