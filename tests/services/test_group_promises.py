"""Histories of what a group promised: whatever is done and taken back, no open promise is forgotten, and none is told twice."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.words import UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.services import bin as bins
from coprod_desktop.services import group_members, groups, leaving, log, promises, sessions, workspace
from coprod_desktop.services.rights import erasure
from coprod_desktop.services.seen import group as seen
from coprod_desktop.services.seen import home

DAY = datetime.timedelta(1)
WHO = ("Mo Bell", "Ida Ackroyd")
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["pledge", "pledge", "undo", "redo", "done", "late", "tell", "leave", "erase", "out", "group away", "bin back",
             "bin empty", "session away", "line back", "handed over"]
        ),
        st.integers(0, 1),
    ),
    min_size=3,
    max_size=14,
)  # fmt: skip


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
@example([("line back", 0)])
@example([("done", 0), ("group away", 0), ("late", 0), ("bin empty", 0)])
def test_none_is_forgotten_and_none_told_twice(empty_workspace, acts):
    with tempfile.TemporaryDirectory() as place:
        desk = workspace.unlock(Path(shutil.copytree(empty_workspace, Path(place) / "w")), None)
        try:
            _live(desk, [("pledge", 0), *acts])
        finally:
            workspace.close(desk)


def _live(desk, acts):
    group, _ = groups.add(desk, "Night bus forum", "forum")
    session, _ = sessions.new(desk, title="Third", date=desk.today(), group_id=group)
    for name in WHO:
        group_members.add(desk, group, name)
    for n, (act, which) in enumerate(acts):
        before = _kept(desk)
        try:
            _do(desk, group, session, act, which, n)
        except UserError:
            assert _kept(desk) == before, act
            continue
        kept = _kept(desk)
        if act not in {"undo", "redo"}:
            assert before.keys() <= kept.keys(), act
        told = Counter(line.id for line in promises.due(desk).lines)  # as Home tells them, without the rest of Home
        assert set(told) == {one for one, is_open in kept.items() if is_open}, act
        assert all(many == 1 for many in told.values())
        words = Counter(row.words for row in seen.read(desk, group).rows) if _is_there(desk, group) else Counter()
        assert all(words[f"Ask for bus {at}"] <= 1 for at in range(len(acts))), act
    assert home.read(desk).promises.lines == promises.due(desk).lines


def _do(desk, group, session, act, which, n):
    open_ = promises.due(desk).lines
    one = open_[which % len(open_)].id if open_ else None
    mine = {row.name: row.member for row in group_members.of(desk, group)}.get(WHO[which])
    if act == "pledge":
        line, _ = log.add(
            desk, f"Ask for bus {n}", group=group, kind="pledge", who=WHO[which], by=desk.today() - which * DAY
        )
        log.confirm(desk, line)
    elif act == "undo":
        workspace.undo(desk)
    elif act == "redo":
        workspace.redo(desk)
    elif act in {"done", "late"}:
        every = promises.lines(desk)
        if every:
            state = UpdateState.DONE if act == "done" else UpdateState.LATE
            promises.add_update(desk, every[which % len(every)].id, desk.today(), state)
    elif act == "tell" and one and sessions.is_there(desk, session):
        promises.tell(desk, session, [one])
    elif act == "leave" and mine:
        leaving.leave(desk, mine.id, desk.today(), heir=WHO[1 - which])
    elif act == "erase" and mine and mine.person_id:
        erasure.erase(desk, mine.person_id)
    elif act == "out" and mine:
        group_members.remove(desk, mine.id)
    elif act == "group away":
        groups.remove(desk, group)
    elif act == "session away" and sessions.is_there(desk, session):
        sessions.remove(desk, session)
    elif act == "handed over":
        groups.change(desk, group, handed_over_on=desk.today())
    elif act in {"bin back", "line back"}:
        for thing in bins.things(desk):
            if (thing.noun == "log_line") == (act == "line back"):
                bins.put_back(desk, thing.noun, thing.row)
    elif act == "bin empty":
        for thing in bins.things(desk):
            if not thing.stays:
                bins.empty(desk, [(thing.noun, thing.row)])


def _kept(desk):
    """Return every promise there is, and whether it is open, straight from the table."""
    with desk.store.read() as connection:
        rows = connection.exec_driver_sql("select id, open from point where deleted_at is null").all()
    return {row[0]: bool(row[1]) for row in rows}


def _is_there(desk, group):
    return any(line.id == group for line in groups.every(desk))
