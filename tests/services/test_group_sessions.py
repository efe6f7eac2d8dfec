"""Sessions of a group: numbered once and for all, whatever becomes of them; the next takes what the last one knows."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.words import Attending, SessionState
from coprod_desktop.errors import UserError
from coprod_desktop.services import bin, group_members, group_sessions, groups, people, sessions, workspace
from coprod_desktop.services.seen import group as seen

DAY = datetime.timedelta(1)


@pytest.fixture
def group(desk):
    return groups.add(desk, "Night bus forum", "forum", locality="Riverside")[0]


def numbered(desk):
    return {line.id: sessions.one(desk, line.id).series_n for line in sessions.every(desk)}


def test_the_next_session_takes_what_the_group_and_the_last_one_know(desk, group):
    """Rows of the sources: "Workshop 1" (numbered in a series), "regular listening spaces" (repeat schedule)."""
    group_members.add(desk, group, "Ida Ackroyd", "carer")
    gone, _ = group_members.add(desk, group, "Mo Bell")
    group_members.remove(desk, gone)
    first, _ = group_sessions.plan_next(desk, group, desk.today())
    sessions.change(
        desk,
        first,
        title="Workshop 1",
        place="Library",
        start="10:00",
        repeats="every 6 weeks",
        senior_listener="Director",
    )
    second, _ = group_sessions.plan_next(desk, group)
    made = sessions.one(desk, second)
    assert (made.title, made.place, made.start, made.senior_listener) == ("Workshop", "Library", "10:00", "Director")
    assert (made.series_n, made.follows, made.project, made.type) == (2, first, "Night bus forum", "forum")
    assert (made.locality, made.date) == ("Riverside", desk.today() + 42 * DAY)
    assert [(p.name, p.role, p.attendance) for p in people.on_list(desk, second)] == [
        ("Ida Ackroyd", "carer", Attending.INVITED)
    ]
    assert [row.words for row in seen.read(desk, group).rows] == ["1. Workshop 1", "2. Workshop"]
    workspace.undo(desk)
    assert not sessions.is_there(desk, second)


def test_moved_and_cancelled_sessions_stay_on_the_timeline_with_the_reason(desk, group):
    """Row of the sources: "An event on co-production originally planned for April 2020"."""
    one, _ = group_sessions.plan_next(desk, group, desk.today() + 5 * DAY)
    two, _ = group_sessions.plan_next(desk, group, desk.today() + 9 * DAY)
    sessions.move(desk, one, desk.today() + 7 * DAY, "Snow.")
    sessions.cancel(desk, two, "The hall burnt down")
    told = {row.opens.id: row for row in seen.read(desk, group).rows}
    assert told[one].detail.startswith("Moved from ")
    assert "Snow" in told[one].detail
    assert told[two].detail.startswith("Cancelled: The hall burnt down")
    assert told[two].state_words == "Cancelled"
    assert group_sessions.plan_next(desk, group)[0] != two
    assert sorted(numbered(desk).values()) == [1, 2, 3]


def test_a_session_that_carries_on_from_another_never_makes_a_circle(desk, group):
    """Row of the sources: "a subsequent round table approach for a smaller group" (wide survey first, small group after)."""
    a, b, c = (sessions.new(desk, title=name)[0] for name in "abc")
    group_sessions.follow(desk, b, a)
    group_sessions.follow(desk, c, b)
    for session, before in ((a, c), (a, a), (a, b)):
        with pytest.raises(UserError, match="carry on from the other"):
            group_sessions.follow(desk, session, before)
    assert sessions.one(desk, a).follows is None


def test_a_number_is_another_sessions_only_once(desk, group):
    one, _ = group_sessions.plan_next(desk, group, desk.today())
    two, _ = group_sessions.plan_next(desk, group, desk.today() + DAY)
    with pytest.raises(UserError, match="is number 1"):
        group_sessions.renumber(desk, two, 1)
    with pytest.raises(UserError, match="from 1 up"):
        group_sessions.renumber(desk, two, 0)
    group_sessions.renumber(desk, two, 7)
    assert numbered(desk) == {one: 1, two: 7}


def test_a_session_put_into_a_group_brings_its_log_and_keeps_its_project(desk, group):
    from coprod_desktop.services import log

    session, _ = sessions.new(desk, title="Held before", project="Buses")
    log.add(desk, "We decided to ask for a later bus", session=session, kind="decision")
    group_sessions.put_into(desk, session, group)
    now = sessions.one(desk, session)
    assert (now.group_id, now.series_n, now.project) == (group, 1, "Buses")
    from coprod_desktop.services.seen import log as seen_log  # noqa: F401

    with desk.store.read() as connection:
        from coprod_desktop.store import log as rows

        assert [line.words for line in rows.of(connection, group=group)] == ["We decided to ask for a later bus"]
    group_sessions.put_into(desk, session, None)
    assert sessions.one(desk, session).group_id is None


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["next", "move", "cancel", "delete", "undo", "put back", "out", "in"]), st.integers(0, 5)
    ),
    max_size=14,
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_numbers_stay_with_what_they_were_given_to(empty_workspace, tmp_path_factory, acts):
    import shutil

    folder = shutil.copytree(empty_workspace, tmp_path_factory.mktemp("series") / "w")
    desk = workspace.unlock(folder, None)
    try:
        group, _ = groups.add(desk, "Forum", "forum")
        made: list[str] = []
        for act, which in acts:
            session = made[which % len(made)] if made else None
            before = {one: sessions.one(desk, one).series_n for one in made if sessions.is_there(desk, one)}
            try:
                if act == "next":
                    made.append(group_sessions.plan_next(desk, group, desk.today() + len(made) * DAY)[0])
                elif act == "undo":
                    workspace.undo(desk)
                elif session is None:
                    continue
                elif act == "move":
                    sessions.move(desk, session, desk.today() + (which + 40) * DAY, "Snow")
                elif act == "cancel":
                    sessions.cancel(desk, session, "Ill")
                elif act == "delete" and sessions.is_there(desk, session):
                    sessions.remove(desk, session)
                elif act == "put back":
                    bin.put_back(desk, "session", session)
                elif act == "out":
                    group_sessions.put_into(desk, session, None)
                elif act == "in":
                    group_sessions.put_into(desk, session, group)
            except UserError:
                continue
            here = {one: sessions.one(desk, one) for one in made if sessions.is_there(desk, one)}
            taken = [one.series_n for one in here.values() if one.group_id == group]
            assert len(taken) == len(set(taken))
            if act in {"move", "cancel", "delete", "put back", "next"}:
                assert all(here[one].series_n == n for one, n in before.items() if one in here)
        assert all(
            one.state in (None, SessionState.MOVED, SessionState.CANCELLED)
            for one in (sessions.one(desk, session) for session in made if sessions.is_there(desk, session))
        )
    finally:
        workspace.close(desk)
