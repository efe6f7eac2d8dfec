"""Two laptops and one group: what is of a group stays as it is on each, whatever is done with its sessions on the other."""

from __future__ import annotations

import datetime
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.ids import new_id
from coprod_desktop.services import group_members, group_sessions, groups, log, sessions, workspace
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.making import papers

ACTS = {
    "title": lambda desk, session, _group: sessions.change(desk, session, title="Another title"),
    "place": lambda desk, session, _group: sessions.change(desk, session, place="Corner Hall"),
    "out of it": lambda desk, session, _group: group_sessions.put_into(desk, session, None),
    "into another": lambda desk, session, _group: group_sessions.put_into(desk, session, groups.add(desk, f"Other {new_id()}", "forum")[0]),
    "another name": lambda desk, _session, group: groups.change(desk, group, name="Forum of the north"),
    "group away": lambda desk, _session, group: groups.remove(desk, group),
    "a line": lambda desk, session, group: log.add(desk, "Buses come later", group=group, session=session, kind="learning"),
}  # fmt: skip


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A workspace with a group whose second session was held, and the ids of both."""
    folder = tmp_path_factory.mktemp("laptops") / "w"
    workspace.create(folder, None)
    desk = workspace.unlock(folder, None)
    group, _ = groups.add(desk, "Forum", "forum")
    group_members.add(desk, group, "Ida Ackroyd")
    for days in (40, 3):
        session, _ = group_sessions.plan_next(desk, group, desk.today() - datetime.timedelta(days))
    log.add(desk, "The hall is booked", group=group, kind="decision")
    workspace.close(desk)
    return folder, group, session


def of_the_group(desk, group, session):
    """What one laptop knows of the group itself, and where the session stands in it."""
    now = sessions.one(desk, session)
    members = [one.name for one in group_members.of(desk, group)]
    return now.group_id, now.series, now.series_n, members, sorted(line.words for line in log.lines(desk, group=group))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from([*ACTS]), st.booleans()), min_size=1, max_size=4))
def test_a_session_that_comes_back_takes_nothing_of_the_group_that_it_is_of_here(begun, tmp_path_factory, acts):
    folder, group, session = begun
    place = tmp_path_factory.mktemp("pair")
    desks = [workspace.unlock(shutil.copytree(folder, place / name), None) for name in "ab"]
    try:
        for name, here in acts:
            if name not in {"group away", "another name", "a line"} or any(
                g.id == group for g in groups.every(desks[here])
            ):
                ACTS[name](desks[here], session, group)
            before = [of_the_group(desk, group, session) for desk in desks]
            for one, other in (desks, desks[::-1]):
                record = sessions.record(one, session)
                merge.import_file(other, session_file.write(record, between_laptops.of(one, record)))
            for was, desk in zip(before, desks, strict=True):
                now = of_the_group(desk, group, session)
                assert now == was if was[0] else (now[0], *now[3:]) == (was[0], *was[3:])
    finally:
        for desk in desks:
            workspace.close(desk)


def test_a_file_says_on_both_laptops_that_its_group_stays_and_the_session_keeps_its_number(tmp_path, begun):
    folder, _group, session = begun
    desk = workspace.unlock(shutil.copytree(folder, tmp_path / "ours"), None)
    workspace.create(tmp_path / "theirs", None)
    other = workspace.unlock(tmp_path / "theirs", None)
    try:
        made = papers.make(desk, session, ["json"], tmp_path / "papers")
        assert [one for one in made.warnings if "group stays here" in one]
        came = merge.import_file(other, made.paths[0].read_bytes())
        assert [one for one in came.doubts if "one of “Forum”" in one and "Who can take part…" in one]
        now = sessions.one(other, session)
        assert (now.project, now.series, now.series_n, now.group_id) == ("Forum", "Forum", 2, None)
        theirs, _ = groups.add(other, "Forum", "forum")
        group_sessions.put_into(other, session, theirs)
        assert sessions.one(other, session).series_n == 2
        again = merge.import_file(other, made.paths[0].read_bytes())
        assert not again.doubts  # it is told once
    finally:
        for one in (desk, other):
            workspace.close(one)
