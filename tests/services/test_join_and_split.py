"""Two lines become one, or one becomes two: no word, no answer and no place in a point is lost, and strike takes all."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.words import EntryKind
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, capture, people, sessions, workspace
from coprod_desktop.services import join_and_split as lines
from coprod_desktop.services.bring_in import merge, session_file
from coprod_desktop.services.capture import NewLine
from coprod_desktop.store import reading
from tests.desks import every_value

TAXI, RUDE = "The taxi never came", "and the driver was rude to Precious"


@pytest.fixture
def session(desk):
    made, _ = sessions.start_now(desk)
    return made


def add(desk, session, text, **fields):
    return capture.add(desk, session, NewLine(text=text, **fields)).added[0].id


def texts(desk, session):
    return [line.text for line in capture.lines(desk, session)]


def record(desk, session):
    with desk.store.read() as connection:
        return reading.session_record(connection, session)


def test_a_line_goes_to_the_end_of_the_one_before_and_undo_makes_them_two_again(desk, session):
    for words in ("Before", TAXI, RUDE, "After"):
        last = add(desk, session, words)
    lines.join(desk, capture.lines(desk, session)[2].id)
    assert texts(desk, session) == ["Before", f"{TAXI} {RUDE}", "After"]
    workspace.undo(desk)
    assert texts(desk, session) == ["Before", TAXI, RUDE, "After"]
    assert capture.one(desk, last).duplicate_of is None


def test_a_line_becomes_two_at_the_cursor_in_their_order_and_undo_makes_them_one_again(desk, session):
    person, _ = people.add(desk, session, "Amina Raza", "carer")
    whole = add(desk, session, f"{TAXI} {RUDE}", speaker=person, theme="Transport", at="10:44", quote_ok=True)
    add(desk, session, "After")
    lines.split(desk, whole, TAXI, RUDE)

    assert texts(desk, session) == [TAXI, RUDE, "After"]
    first, second, _ = capture.lines(desk, session)
    assert first[2:7] == second[2:7]
    assert (second.theme, second.quote_ok) == ("Transport", 1)
    workspace.undo(desk)
    assert texts(desk, session) == [f"{TAXI} {RUDE}", "After"]


@pytest.mark.parametrize("answer", [None, True, False])
@pytest.mark.parametrize("circle", list(Circle))
def test_each_half_may_be_quoted_exactly_where_the_whole_might_be(desk, session, answer, circle):
    whole = add(desk, session, f"{TAXI} {RUDE}", quote_ok=answer, circle=circle)
    before = {e.id: e for e in record(desk, session).entries}[whole]
    permissions = record(desk, session).permissions
    stood = [permissions.may_quote(before.voices, c) for c in Circle]
    lines.split(desk, whole, TAXI, RUDE)
    after = record(desk, session)

    for entry in after.entries:
        assert [after.permissions.may_quote(entry.voices, c) for c in Circle] == stood


def test_half_of_what_was_taken_back_is_taken_back(desk, session):
    whole = add(desk, session, f"{TAXI} {RUDE}", quote_ok=True)
    capture.change(desk, whole, withdrawn=True)
    lines.split(desk, whole, TAXI, RUDE)

    assert [line.withdrawn for line in capture.lines(desk, session)] == [1, 1]


def test_both_halves_stay_under_the_point_that_was_written_from_the_whole(desk, session):
    whole = add(desk, session, f"{TAXI} {RUDE}")
    point = answers.add_point(desk, session, "Taxis", [whole])[0]
    lines.split(desk, whole, TAXI, RUDE)
    halves = tuple(line.id for line in capture.lines(desk, session))
    assert [p.from_entries for p in record(desk, session).points] == [halves]
    lines.join(desk, halves[1])
    assert [(p.id, p.from_entries) for p in record(desk, session).points] == [(point, (whole,))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"speaker": "anonymous"}, {}),
        ({"speaker_role": "carer"}, {"speaker_role": "advocate"}),
        ({"kind": EntryKind.NOTE}, {}),
        ({"quote_ok": True}, {}),
        ({"quote_ok": True}, {"quote_ok": False}),
    ],
)
def test_what_is_not_alike_stays_two_lines_and_a_sentence_says_why(desk, session, first, second):
    add(desk, session, TAXI, **first)
    later = add(desk, session, RUDE, **second)
    with pytest.raises(UserError, match="Nothing was changed"):
        lines.join(desk, later)
    assert texts(desk, session) == [TAXI, RUDE]


def test_the_first_line_has_none_before_it_and_half_of_nothing_is_no_line(desk, session):
    only = add(desk, session, TAXI)
    for act in (lambda: lines.join(desk, only), lambda: lines.split(desk, only, "", TAXI)):
        with pytest.raises(UserError):
            act()
    assert texts(desk, session) == [TAXI]


def test_a_half_that_is_struck_is_nowhere_any_more(desk, session):
    whole = add(desk, session, f"{TAXI} {RUDE}")
    lines.split(desk, whole, TAXI, RUDE)
    capture.strike(desk, capture.lines(desk, session)[1].id)

    assert texts(desk, session) == [TAXI]
    assert not [place for place in every_value(desk) if "driver was rude" in place[1]]


def test_a_joined_line_that_is_struck_takes_with_it_what_was_joined(desk, session):
    first, second = add(desk, session, TAXI), add(desk, session, RUDE)
    lines.join(desk, second)
    capture.strike(desk, first)

    assert not [place for place in every_value(desk) if "driver was rude" in place[1] or "taxi never" in place[1]]


def test_a_split_line_goes_out_and_comes_in_again_as_it_is(desk, session):
    whole = add(desk, session, f"{TAXI} {RUDE}")
    add(desk, session, "After")
    lines.split(desk, whole, TAXI, RUDE)
    merge.import_file(desk, session_file.write(record(desk, session)))
    assert texts(desk, session) == [TAXI, RUDE, "After"]


WORDS = st.text(alphabet="abc é\n.", min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(first=WORDS, second=WORDS)
def test_split_and_join_give_back_every_word(desk, first, second):
    session, _ = sessions.start_now(desk)
    whole = add(desk, session, f"{first} {second}")
    lines.split(desk, whole, first, second)
    lines.join(desk, capture.lines(desk, session)[1].id)

    assert " ".join(texts(desk, session)).split() == f"{first} {second}".split()
