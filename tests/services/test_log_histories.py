"""Undo over histories of the log: whatever is done and taken back, no line is read by more people than somebody chose,
and a line is what a person last said."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.log_record import LogLine, Publicity
from coprod_desktop.errors import UserError
from coprod_desktop.services import bin as the_bin
from coprod_desktop.services import learning, log, workspace
from coprod_desktop.store import reading
from tests.groups import made_group

KINDS = ("decision", "tender_question", "learning", "risk")
WIDE = list(Publicity)
WIDTH = st.tuples(st.just("publicity"), st.sampled_from(WIDE))
BACK = st.tuples(st.sampled_from(["undo", "undo", "redo"]), st.none())
ACT = st.one_of(
    WIDTH,
    BACK,
    st.tuples(st.just("kind"), st.sampled_from(KINDS)),
    st.tuples(st.just("words"), st.sampled_from(["One", "Two", "Three"])),
    st.tuples(st.sampled_from(["away", "back", "close", "again", "file", "add"]), st.sampled_from(KINDS)),
)
ACTS = st.lists(ACT, min_size=4, max_size=14).map(lambda acts: [("add", "decision"), *acts])


@pytest.fixture(scope="module")
def made(empty_workspace):
    return empty_workspace


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_nobody_reads_more_than_somebody_chose(made, acts):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(made, Path(place) / "workspace"))
        desk = workspace.unlock(folder, None)
        try:
            _live(desk, acts, Path(place))
        finally:
            workspace.close(desk)


def _live(desk, acts, place):
    group, lines, chosen = made_group(desk), [], {}
    for act, value in acts:
        before = _now(desk, lines)
        line = lines[-1] if lines else None
        try:
            _do(desk, group, lines, line, act, value, place)
        except UserError:
            assert _now(desk, lines) == before, act
            continue
        if act == "publicity" and line is not None:
            chosen[line] = value
        now = _now(desk, lines)
        for one, row in now.items():
            if one in before and act != "publicity":
                assert WIDE.index(row.publicity) <= WIDE.index(before[one].publicity), act
            if not desk.content.log.of(row.kind).publish:
                assert row.publicity is Publicity.PRIVATE, act
            assert WIDE.index(row.publicity) <= WIDE.index(chosen.get(one, Publicity.PRIVATE)), act


def _do(desk, group, lines, line, act, value, place):
    if act == "add":
        lines.append(log.add(desk, "A line", group=group, kind=value)[0])
    elif act == "undo":
        desk.store.undo_last()
    elif act == "redo":
        desk.store.redo_last()
    elif act == "file":
        learning.bring_in(desk, learning.give(desk, place / "learnt.json").path, group)
    elif line is None:
        return
    elif act in {"kind", "publicity", "words"}:
        log.change(desk, line, act, value)
    elif act == "away":
        log.take_away(desk, line)
    elif act == "back":
        the_bin.put_back(desk, "log_line", line)
    elif act == "close":
        log.close(desk, line)
    elif act == "again":
        log.change(desk, line, "follow_up", desk.today())


def _now(desk, lines):
    with desk.store.read() as connection:
        return {line: reading.one(connection, LogLine, line) for line in lines}
