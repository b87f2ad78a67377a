# Every target does its own set-up in .venv; nothing has to be activated.
BIN := .venv/bin
UV_COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench lock runtime dev

help: ## List what one can do here
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

demo: runtime ## Play member, cashier and owner in a browser, without Telegram
	$(BIN)/python bot.py demo

test: lint ## Check everything: style, types, architecture, then all tests on both databases
	$(BIN)/python -m scripts.get_chromium
	$(BIN)/pytest --numprocesses=2 --cov

lint: dev ## Check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: dev ## Put the code into the house style
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

bench: dev ## Measure; one JSON object a line on standard output, progress on standard error
	@$(BIN)/python -m bench

lock: dev ## Pin anew, as late as pyproject.toml allows, what gets installed
	$(BIN)/python -m pip install --quiet uv
	$(UV_COMPILE) --upgrade --output-file requirements.lock
	$(UV_COMPILE) --upgrade --extra dev --output-file requirements-dev.lock

runtime:
	@scripts/install.sh requirements.lock

dev:
	@scripts/install.sh requirements-dev.lock
