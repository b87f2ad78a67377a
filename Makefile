# Every target does its own set-up in .venv; nothing has to be activated.
PY := .venv/bin/python
COMPILE := $(PY) -m uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links

TESTS = $(PY) -m scripts.get_chromium && KOPILKA_COVERAGE=1 \
	$(PY) -m pytest --numprocesses=3 --dist=worksteal

.DEFAULT_GOAL := help
.PHONY: help demo test test-all soak lint format migration pictures bench lock runtime dev

help: ## List what one can do here
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s%s\n", $$1, $$2 }'

demo: runtime ## Play member, cashier and owner in a browser, without Telegram
	$(PY) bot.py demo

test: lint ## Check style and run every test: screens on SQLite, the rest on PostgreSQL, too
	$(TESTS)

test-all: lint ## The same, with every test that has a database on both
	$(TESTS) --all-databases

soak: dev ## Live random lives of a shop beside a model of its points, for SOAK_MINUTES (30)
	@$(PY) -m tests.machine.soak

lint: dev ## Check style, types and the direction of imports
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) .venv/bin/lint-imports

format: dev ## Put the code into the house style
	$(PY) -m ruff check --fix-only
	$(PY) -m ruff format

migration: dev ## Write a draft of the migration that the models need: title="partners of the shop"
	@$(PY) -m scripts.new_migration "$(title)"

pictures: dev ## Take the pictures of the README anew, in every language
	@$(PY) -m scripts.get_chromium
	@$(PY) -m scripts.take_pictures

bench: dev ## Measure; one JSON object a line on standard output, progress on standard error
	@$(PY) -m bench

lock: dev ## Pin anew, as late as pyproject.toml allows, what gets installed
	$(PY) -m pip install --quiet uv
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --output-file requirements-dev.lock --extra dev

runtime: ## Set up .venv with what the bot itself needs
	@scripts/install.sh requirements.lock

dev:
	@scripts/install.sh requirements-dev.lock
