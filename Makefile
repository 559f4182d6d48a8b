# make help lists what there is.
.PHONY: help run test lint check bench fuzz hostile faults monkey mutants translations lock package \
	package-test reproduce clean
.DEFAULT_GOAL := help
.NOTPARALLEL:

PYTHON_HERE := .venv/bin/python
ON_OWN_SCREEN := sh packaging/on_own_screen.sh $(PYTHON_HERE)
# A whole run is shared by one node more than there are processors, each on a screen of its own:
# tests often wait for sound. The files come by name, so that slow ones do not come last.
NODES := $(shell echo $$(($$(nproc 2>/dev/null || echo 1) + 1)))
SHARED := --dist loadfile --no-loadscope-reorder --tx "$(NODES)*popen//python=$(ON_OWN_SCREEN)"
MINUTES := 20
SAMPLE := resources/sample/earmark-tour.vtt
# FILE reaches the shell as it was typed, whatever its name contains.
export FILE
# Each process that a test starts would compile all of Earmark again: a second, a hundred times.
unexport PYTHONDONTWRITEBYTECODE

help:
	@echo "make run             open Earmark with its sample episode; FILE=... opens another"
	@echo "make test            all tests, on a screen of their own; T=... chooses, as for pytest"
	@echo "make check           all checks: ruff, mypy, tests"
	@echo "make bench           measure, and print each figure beside its aim"
	@echo "make fuzz            hostile transcripts and a page under random hands, some minutes"
	@echo "make hostile         files that mean harm, given to every reader, and what other programs send; SHARE=1/8, MINUTES=40"
	@echo "make faults          kill processes and windows that keep notes, spoil libraries; none may be lost"
	@echo "make monkey          random hands on the whole window; MINUTES=20"
	@echo "make mutants         small mistakes made in a copy, one at a time: which of them no test notices; M=... chooses modules"
	@echo "make translations    take new texts into resources/translations, and compile them"
	@echo "make lock            renew packaging/locks from pyproject.toml"
	@echo "make package         build .deb, portable archive, checksums and the list of parts: dist/"
	@echo "make package-test    install them into fresh systems and try them there; as root"
	@echo "make reproduce       build them twice, and show that nothing differs"
	@echo "make clean           remove .venv and what was made"

run:
	@sh packaging/bootstrap.sh run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then play=; else play=play; fi; \
	exec .venv/bin/earmark $$play "$${FILE:-$(SAMPLE)}"

test:
	@sh packaging/bootstrap.sh test
	@exec $(if $(T),$(ON_OWN_SCREEN) -m pytest -q $(T),$(PYTHON_HERE) -m pytest -q $(SHARED))

lint:
	@sh packaging/bootstrap.sh test
	$(PYTHON_HERE) -m ruff check .
	$(PYTHON_HERE) -m ruff format --check .
	$(PYTHON_HERE) -m mypy

check: lint test

bench:
	@sh packaging/bootstrap.sh test
	@exec $(ON_OWN_SCREEN) -m tests.benchmarks

fuzz:
	@sh packaging/bootstrap.sh test
	$(PYTHON_HERE) -m tests.benchmarks.fuzz_formats
	$(PYTHON_HERE) -m tests.benchmarks.fuzz_pane $$(date +%s) 120

hostile:
	@sh packaging/bootstrap.sh test
	$(ON_OWN_SCREEN) -m tests.benchmarks.hostile_neighbours
	$(PYTHON_HERE) -m tests.benchmarks.hostile $(if $(SHARE),--share $(SHARE)) $(if $(filter command line,$(origin MINUTES)),--minutes $(MINUTES))

faults:
	@sh packaging/bootstrap.sh test
	@exec $(ON_OWN_SCREEN) -m tests.benchmarks.faults

monkey:
	@sh packaging/bootstrap.sh test
	@exec $(ON_OWN_SCREEN) -m tests.benchmarks.monkey --minutes $(MINUTES)

mutants:
	@sh packaging/bootstrap.sh test
	@exec nice $(ON_OWN_SCREEN) -m tests.benchmarks.mutants $(M)

translations:
	@sh packaging/bootstrap.sh test
	$(PYTHON_HERE) resources/translations/make_translations.py

lock:
	@sh packaging/bootstrap.sh test
	@sh packaging/lock.sh

package:
	@sh packaging/bootstrap.sh run
	@sh packaging/package.sh

package-test:
	@bash packaging/package_test.sh $(SYSTEMS)

reproduce:
	@sh packaging/bootstrap.sh run
	@bash packaging/reproduce.sh

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
