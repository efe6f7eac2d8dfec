# What one does with a checkout. `make` alone lists it. Everything runs in .venv, with the versions in constraints.txt.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.PHONY: help setup made run test quick lint bench torture screenshots readme handbook check-papers mutate package record

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
PY := .venv/bin/python
READY := .venv/ready
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# where memory holds files, has room and lets what stands in it run, the tests' workspaces do not wait for the disk
IN_MEMORY := $(shell [ "$$(df -Pk /dev/shm 2>/dev/null | awk 'NR==2 {print ($$4 > 4000000)}')" = 1 ] && \
	! grep -q ' /dev/shm .*noexec' /proc/mounts && echo PYTEST_DEBUG_TEMPROOT=/dev/shm)
FROZEN_PY := .venv-package/bin/python
FROZEN := dist/coprod-desktop/coprod-desktop
WALK := .ci/with-screen $(PY) -m pytest -q -m window
# two screens at once: the three longest files on one, all others on the other
LONG_WALKS := $(addprefix tests/e2e/,test_traces.py test_walk.py test_first_paper.py)
SHORT_WALKS := tests/e2e $(LONG_WALKS:%=--ignore=%)
# what failed is remembered for each screen by itself
define WALKED
$(WALK) -o cache_dir=build/walks/$(1) $(2) || { code=$$?; [ $$code != 77 ] || exit 0; \
		echo "A walk failed. Once more on a new screen: what fails twice is ours, not the screen's."; \
		$(WALK) -o cache_dir=build/walks/$(1) --last-failed $(2); }
endef

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /make \1\t/' | expand -t 22

setup: $(READY) ## make .venv and install what is missing (done once; quick afterwards)
	@echo "Ready: make run, make test."

$(READY): pyproject.toml constraints.txt .ci/system-packages
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed, and was not found. On Debian 12: apt-get install python3"; exit 1; }
	@.ci/system-packages $(PYTHON)
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@echo "Installing the Python packages of constraints.txt into .venv (a few minutes the first time)"
	@$(PY) -m pip install --quiet --disable-pip-version-check -r constraints.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@$(PY) -m pip check --quiet
	@touch $(READY)

made: $(READY)
	@$(PY) hatch_build.py
	@$(PY) -m compileall -q coprod_desktop

run: made ## start the program (with no screen: make the sample session's papers in exports/)
	@if [ "$$(uname -s)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		$(PY) -m coprod_desktop.showcase exports; \
	else $(PY) -m coprod_desktop; fi

test: made ## short forms of check-papers and bench, the whole suite, then the walks in real windows
	@$(OFFSCREEN) $(PY) -m tests.check_papers --short
	@$(OFFSCREEN) $(PY) -m tests.benchmarks --short
	@$(IN_MEMORY) $(OFFSCREEN) $(PY) -m pytest -q -n auto --dist worksteal -m "not window"
	@( $(call WALKED,long,$(LONG_WALKS)) ) & long=$$!; code=0; \
		( $(call WALKED,short,$(SHORT_WALKS)) ) || code=$$?; \
		wait $$long && exit $$code

quick: made ## the suite without what takes more than a few seconds
	@$(OFFSCREEN) $(PY) -m pytest -q -n auto -m "not window and not slow"

lint: made ## style and types
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy

bench: made ## speed and size against the floors of the same run, as a table and exports/bench.json
	@$(OFFSCREEN) $(PY) -m tests.benchmarks

torture: made ## kills, full disks, flipped bits, cut-off logs, damaged files, in their long form; exports/torture.json
	@$(OFFSCREEN) $(PY) -m tests.torture

screenshots: made ## pictures of every page into docs/pictures
	@$(OFFSCREEN) $(PY) -m tests.screenshots

readme: made ## the table of formats in README.md, from the one the program reads
	@$(PY) -m tests.readme

handbook: made ## docs/handbook and its small pictures, from resources/handbook and docs/pictures
	@$(PY) -m tests.handbook

mutate: made ## changes the rules at random: do their tests notice? And which branches does no test run?
	@$(OFFSCREEN) $(PY) -m tests.mutate

check-papers: made ## every kind of paper in every format against every validator, as a table
	@$(OFFSCREEN) $(PY) -m tests.check_papers

package: made ## the program in one folder that needs no Python, an archive and a .deb of it in dist/, tried when made
	@test -x $(FROZEN_PY) || $(PYTHON) -m venv .venv-package
	@$(FROZEN_PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -c .ci/package/constraints.txt ".[package]"
	@$(FROZEN_PY) .ci/package/build.py
	@$(PY) tests/package/smoke.py $(FROZEN)
	@$(PY) -m tests.package.start_time $(FROZEN)
	@COPROD_PROGRAM=$(abspath $(FROZEN)) $(WALK) tests/e2e/test_walk.py tests/e2e/test_lock.py || [ $$? = 77 ]

record: made ## run the tests that the assurance pack names, and write down for it what came of them
	@named=$$($(PY) -m tests.recording); \
		$(OFFSCREEN) $(PY) -m pytest -q -n auto -m "not window" $$named; \
		.ci/with-screen $(PY) -m pytest -q -m window $$named || test $$? = 77
