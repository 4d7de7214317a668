# make demo, make test: everything on a fresh machine with Python, make and nothing else.
PYTHON ?= python3
# An older one for `make lowest`: 3.10 or 3.11.
OLDEST ?= python3.10
VENV := .venv
BIN := $(VENV)/bin
# The articles that `make scores` measures: the development articles where they lie beside the project, else its own.
GOLD ?= $(firstword $(wildcard ../shared/gold/dev) tests/gold)
# An archive for `make bench` (.jsonl or .jsonl.gz); without one, the examples.
ARCHIVE ?=

.PHONY: help demo test lowest dist docs reference scores readme floors bench speed clean
help:  ## what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ -/'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { \
		echo 'vnreport needs Python 3.10 or later; name one: make $(MAKECMDGOALS) PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'This Python cannot make virtual environments; on Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[archive,dashboard,docs,quantity,render,spark,dev]'
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
	@command -v chromium > /dev/null || echo 'No Chromium here: the tests in a browser will be skipped (Debian: apt-get install chromium).'
	$(BIN)/python -m pytest --cov --cov-report=term

# The oldest Python there is: what is oldest belongs together, and Python 3.12 and later have no wheels of libraries
# that old. Left out is what would prove the same again: tests marked `once`, and most of the examples that hypothesis
# makes. Old libraries warn of what newer ones mended, so that warnings are no errors here.
lowest:  ## run the tests with every dependency at its lower bound (OLDEST=python3.10), in an environment of its own
	@$(OLDEST) -c 'import sys; sys.exit(not (3, 10) <= sys.version_info < (3, 12))' || { \
		echo 'The lower bounds go with Python 3.10 or 3.11; name one: make lowest OLDEST=python3.11' >&2; exit 1; }
	rm -rf $(VENV)-lowest
	$(OLDEST) -m venv $(VENV)-lowest
	$(VENV)-lowest/bin/python -m pip install --quiet tomli
	$(VENV)-lowest/bin/python quality/lowest.py > $(VENV)-lowest/lowest.txt
	$(VENV)-lowest/bin/python -m pip install --quiet --constraint $(VENV)-lowest/lowest.txt \
		--editable '.[archive,dashboard,quantity,render]' pytest hypothesis psutil duckdb
	$(VENV)-lowest/bin/python -m pytest -W default -p no:cacheprovider -m 'not once' --hypothesis-profile few

dist: $(VENV)/.dev  ## build sdist and wheel into dist/, check both, try both without the checkout
	rm -rf dist
	$(BIN)/python -m build --outdir dist
	$(BIN)/twine check --strict dist/*
	$(BIN)/python quality/packaged.py dist

docs: $(VENV)/.dev  ## build the documentation into site/
	@$(BIN)/python -c 'import mkdocs, material, mkdocstrings' 2> /dev/null || { \
		echo "MkDocs is not installed here: $(BIN)/python -m pip install --editable '.[docs]'" >&2; exit 1; }
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo 'site/index.html; with its search: $(BIN)/python -m http.server --directory site'

reference: $(VENV)/.dev  ## make the generated pages of docs/ anew: the record, the commands, what code blocks print
	$(BIN)/python quality/reference.py
	$(BIN)/python quality/pages.py docs/tutorial.md docs/grammar.md

# Each language's table is measured and made before its file is touched.
scores: $(VENV)/.runtime  ## measure quality on annotated articles (GOLD=…) and put the table into the READMEs
	@set -e; for readme in en:README.md vi:README.vi.md; do \
		table=$$($(BIN)/python quality/table.py $(GOLD) --language $${readme%%:*}); printf '%s\n' "$$table"; \
		printf '%s\n' "$$table" | $(BIN)/python quality/readme.py quality $${readme#*:}; done

readme: scores  ## the same, and the READMEs' picture anew
	@set -e; picture=$$($(BIN)/python quality/picture.py); \
		for readme in README.md README.vi.md; do \
		printf '%s\n' "$$picture" | $(BIN)/python quality/readme.py picture $$readme; done

floors: $(VENV)/.runtime  ## raise the floors of quality/floors.toml to what is measured now
	$(BIN)/python quality/floors.py --raise $(GOLD)

bench: $(VENV)/.dev  ## measure speed, on the examples or on ARCHIVE=…
	$(BIN)/python benchmarks/pipeline.py $(ARCHIVE)

speed: $(VENV)/.dev  ## the same, put into the READMEs
	@set -e; $(BIN)/python benchmarks/pipeline.py --json quality/speed.json $(ARCHIVE); \
		for readme in en:README.md vi:README.vi.md; do \
		table=$$($(BIN)/python quality/speed.py --language $${readme%%:*}); \
		printf '%s\n' "$$table" | $(BIN)/python quality/readme.py speed $${readme#*:}; done

clean:  ## remove the virtual environment and caches
	rm -rf $(VENV) $(VENV)-lowest dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
