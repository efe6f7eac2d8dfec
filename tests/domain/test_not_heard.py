"""Who has not been heard: groups, never a person, and nobody who spoke."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.not_heard import ENOUGH, FEWEST, Spoke, not_heard
from coprod_desktop.domain.words import ANONYMOUS, AWAY, Attending
from tests.domain.making import person

HERE = Attending.HERE


def at(who: str, seat: str | None, role: str = "carer", attendance: Attending | None = HERE):
    return person(who, who.title(), role=role, seat=seat, attendance=attendance)


ROOM = (
    at("a", "Table 1", "draws on care"),
    at("b", "Table 1", "draws on care"),
    at("c", "online"),
    at("d", "Online"),
    at("e", "Table 3", "draws on care"),
)


def test_those_online_who_said_nothing_are_named_by_where_they_are():
    assert not_heard(ROOM, [Spoke("a")]) == ("online", "carers")


def test_one_person_alone_is_no_group_and_who_spoke_is_in_none():
    assert "Table 3" not in not_heard(ROOM, [Spoke("a")])
    assert not_heard(ROOM, [Spoke("a"), Spoke("c")]) == ()


def test_words_said_for_somebody_and_a_role_alone_count_as_heard():
    assert not_heard(ROOM, [Spoke(None, said_for="c"), Spoke("a")]) == ()
    assert not_heard(ROOM, [Spoke(None, "carer"), Spoke("a")]) == ()


def test_nothing_is_told_while_most_lines_do_not_say_who_spoke():
    assert not_heard(ROOM, []) == ()
    assert not_heard(ROOM, [Spoke("a"), Spoke(None), Spoke(ANONYMOUS)]) == ()


def test_who_is_away_and_who_runs_it_are_in_no_group():
    room = (
        *ROOM,
        at("f", "Table 9", "facilitator"),
        at("g", "Table 9", attendance=Attending.APOLOGIES),
        at("h", "Table 9"),
    )
    assert "Table 9" not in not_heard(room, [Spoke("a")])


def test_once_somebody_is_ticked_off_only_those_who_are_count_as_here():
    expected = [at(p, "Table  3", attendance=None) for p in "fg"]
    assert not_heard([*ROOM, *expected], [Spoke("a")]) == ("online", "carers")
    assert not_heard(expected, [Spoke("a")]) == ("Table 3", "carers")


def test_it_is_told_from_half_of_the_lines_on_and_in_the_order_of_the_alphabet():
    room = [at("h", "Table 9", "draws on care"), at("i", "Table 9", "draws on care"), *ROOM]
    assert not_heard(room, [Spoke("a"), Spoke(None)]) == ("online", "Table 9", "carers")
    assert not_heard(room, [Spoke("a"), Spoke(None), Spoke(None)]) == ()


SEATS = st.sampled_from([None, "online", "Online ", "table 3", "Table  3", "table 4"])
ROLES = st.sampled_from(["carer", "draws on care", "social worker", "facilitator", "parent carer"])
ATTENDING = st.sampled_from([None, *Attending])
IDS = [f"p{n}" for n in range(8)]
ROOMS = st.lists(st.tuples(SEATS, ROLES, ATTENDING), max_size=8).map(
    lambda rows: [at(who, *row) for who, row in zip(IDS, rows, strict=False)]
)
LINES = st.lists(
    st.builds(
        Spoke,
        st.sampled_from([None, ANONYMOUS, *IDS]),
        st.sampled_from([None, None, "carer"]),
        st.sampled_from([None, None, *IDS]),
    ),
    max_size=12,
)


@given(ROOMS, LINES)
def test_no_group_is_one_person_and_nobody_heard_is_in_one(room, lines):
    heard = {who for line in lines for who in (line.speaker, line.said_for)}
    listed = [p for p in room if p.attendance not in AWAY and "facilitat" not in p.role]
    here = [p for p in listed if p.attendance is HERE] or listed
    for group in not_heard(room, lines):
        present = [p for p in here if group.casefold() == " ".join((p.seat or "").split()).casefold()]
        if present:
            assert len(present) >= FEWEST
            assert not [p for p in present if p.id in heard]


@given(ROOMS, LINES, st.sampled_from(IDS))
def test_one_more_who_speaks_leaves_no_more_groups_unheard(room, lines, who):
    known = sum(bool(line.role or line.said_for or line.speaker not in {None, ANONYMOUS}) for line in lines)
    before = not_heard(room, lines)
    if known >= ENOUGH * len(lines) and known:
        assert set(not_heard(room, [*lines, Spoke(who)])) <= set(before)
