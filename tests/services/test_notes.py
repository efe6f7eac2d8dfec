"""Notes are looked at and taken in: one step, one undo, nothing struck comes back, nobody is quoted unasked."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.notes import preview
from coprod_desktop.domain.permission import Circle, Purpose, Standing
from coprod_desktop.domain.words import ANONYMOUS, AnswerKind, EntryKind, Publish, WhoseWords
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, holds, notes, people, safeguarding, sessions, workspace
from tests.desks import every_value

NOTES = """Present: Len Obi, Joy Tan
10:01 Len: the ramp is too steep
10:03 Joy: Q who do we ring
10:05 anon: too many forms
10:06 nb tea break
Action: Sam to ring the council by 31/3/26
"""
VTT = "WEBVTT\n\n1\n00:00:03.000 --> 00:00:05.000\n<v Len Obi>The ramp is too steep.</v>\n\n2\n00:01:03.000 --> 00:01:05.000\n<v Zed Marsh>Yes it is.</v>\n"


@pytest.fixture
def session(desk):
    made, _ = sessions.start_now(desk)
    people.add(desk, made, "Len Obi", "resident")
    people.add(desk, made, "Joy Tan", "carer")
    return made


def record(desk, session):
    return sessions.record(desk, session)


def names(desk, session):
    return {p.id: p.name for p in record(desk, session).people}


def take(desk, session, text, change=lambda rows: rows, **more):
    seen = notes.look(desk, session, text, **more)
    return notes.take(desk, session, change(seen.rows))


def test_notes_come_in_as_lines_of_people_on_the_list(desk, session):
    done, changes = take(desk, session, NOTES)
    called = names(desk, session) | {ANONYMOUS: ANONYMOUS, None: None}
    assert [(e.at, called[e.speaker], e.kind, e.text, e.publish) for e in record(desk, session).entries] == [
        ("10:01", "Len Obi", EntryKind.CONTRIBUTION, "the ramp is too steep", Publish.YES),
        ("10:03", "Joy Tan", EntryKind.QUESTION, "who do we ring", Publish.YES),
        ("10:05", ANONYMOUS, EntryKind.CONTRIBUTION, "too many forms", Publish.YES),
        ("10:06", None, EntryKind.NOTE, "tea break", Publish.NO),
    ]
    assert (done.lines, done.answers, done.people, done.left_out) == (4, 1, 0, 0)
    assert len([ref for ref in changes.added if ref.noun == "entry"]) == 4


def test_an_action_comes_in_as_an_answer_whose_owner_has_not_agreed(desk, session):
    take(desk, session, NOTES)
    (point,) = record(desk, session).points
    assert (point.answer, point.text, point.owner, point.due.isoformat()) == (
        AnswerKind.WILL, "ring the council", "Sam", "2026-03-31",
    )  # fmt: skip
    assert point.owner_agreed is None
    assert "owner_agreed" in point.given
    assert point.from_entries == ()


def test_a_day_that_is_none_stays_in_the_words_of_the_answer(desk, session):
    take(desk, session, "10:01 Len: hello\n10:02 Joy: yes\nAction: Sam to ring them (April meeting)\n")
    take(desk, session, "10:01 Len: hi again\n10:02 Joy: yes so\nAction: Sam to ring them by the April meeting\n")
    assert all(point.due is None and "pril meeting" in point.text for point in record(desk, session).points)


def test_one_undo_takes_all_of_it_back(desk, session):
    take(desk, session, NOTES + "10:09 Zed Marsh: I came late\n")
    assert len(record(desk, session).people) == 3
    workspace.undo(desk)
    now = record(desk, session)
    assert (now.entries, now.points, len(now.people)) == ((), (), 2)


def test_somebody_on_no_list_is_put_on_it_once(desk, session):
    take(desk, session, "10:01 Zed Marsh: one\n10:02 Zed Marsh: two\n10:03 Len: three\n")
    assert sorted(names(desk, session).values()) == ["Joy Tan", "Len Obi", "Zed Marsh"]


def test_two_of_one_name_are_asked_about_line_by_line(desk, session):
    other, _ = people.add(desk, session, "Len Marsh", "staff")
    seen = notes.look(desk, session, "10:01 Len: one\n10:02 Len: two\n10:03 Joy: three\n")
    first, second, _third = seen.rows
    assert first.who == second.who == preview.ASK
    with pytest.raises(UserError, match="open"):
        notes.take(desk, session, seen.rows)
    rows = preview.with_who(seen.rows, first.id, other)
    assert [row.who for row in rows[:2]] == [other, preview.ASK]
    rows = preview.with_who(rows, second.id, next(i for i, n in names(desk, session).items() if n == "Len Obi"))
    notes.take(desk, session, rows)
    assert [names(desk, session)[e.speaker] for e in record(desk, session).entries] == [
        "Len Marsh",
        "Len Obi",
        "Joy Tan",
    ]


def test_an_interpreters_line_asks_for_whom(desk, session):
    seen = notes.look(desk, session, "10:01 Len: hello\n10:02 Interpreter: she wants a lady\n10:03 Joy: yes\n")
    assert seen.rows[1].for_whom == preview.ASK
    with pytest.raises(UserError, match="for whom"):
        notes.take(desk, session, seen.rows)
    joy = next(i for i, n in names(desk, session).items() if n == "Joy Tan")
    notes.take(desk, session, preview.with_whom(seen.rows, seen.rows[1].id, joy))
    line = record(desk, session).entries[1]
    assert (line.said_for, line.speaker, line.whose) == (joy, None, WhoseWords.SUPPORTER)


def test_no_permission_is_written_and_a_no_stands(desk, session):
    len_ = next(i for i, n in names(desk, session).items() if n == "Len Obi")
    people.agree(desk, session, len_, "quote", desk.today().isoformat())
    take(desk, session, NOTES)
    now = record(desk, session)
    assert all(e.quote_ok is None for e in now.entries)
    line = now.entries[0]
    assert now.permissions.of_line(line.voices, Purpose.QUOTE, Circle.ANYONE) is Standing.NOT_ASKED


def test_what_a_machine_wrote_is_quoted_by_no_yes_until_somebody_confirms_it(desk, session):
    take(desk, session, VTT)
    first = record(desk, session).entries[0]
    assert first.unconfirmed
    assert [e.id for e in notes.unconfirmed(desk, session)] == [e.id for e in record(desk, session).entries]
    capture.change(desk, first.id, quote_ok=True, circle=Circle.ANYONE)
    now = record(desk, session)
    assert now.permissions.of_line(now.entries[0].voices, Purpose.QUOTE, Circle.ANYONE) is not Standing.YES
    notes.confirm(desk, [first.id])
    now = record(desk, session)
    assert now.permissions.of_line(now.entries[0].voices, Purpose.QUOTE, Circle.ANYONE) is Standing.YES
    assert len(notes.unconfirmed(desk, session)) == 1
    workspace.undo(desk)
    assert record(desk, session).entries[0].unconfirmed


def test_struck_words_never_come_back_by_pasting_the_notes_again(desk, session):
    take(desk, session, NOTES)
    capture.strike(desk, record(desk, session).entries[0].id)
    seen = notes.look(desk, session, NOTES)
    assert seen.left_out == 1
    assert not any("ramp" in row.cut.text for row in seen.rows)
    take(desk, session, NOTES.replace("the ramp is too steep", "Sorry. THE RAMP  is too steep"))
    assert not [value for _table, value in every_value(desk) if "too steep" in value.casefold()]


def test_a_line_struck_while_the_preview_is_open_stays_out(desk, session):
    take(desk, session, "10:01 Len: the ramp is too steep\n10:02 Joy: yes\n")
    seen = notes.look(desk, session, "10:01 Len: the ramp is too steep\n10:02 Joy: yes\n")
    rows = tuple(replace(row, taken=True) for row in seen.rows)
    capture.strike(desk, record(desk, session).entries[0].id)
    done, _ = notes.take(desk, session, rows)
    assert (done.lines, done.left_out) == (1, 1)


def test_sealed_words_do_not_come_back_either(desk, session):
    take(desk, session, NOTES)
    safeguarding.seal(desk, record(desk, session).entries[0].id)
    seen = notes.look(desk, session, NOTES)
    assert not any("ramp" in row.cut.text for row in seen.rows)


def test_lines_struck_under_a_hold_do_not_come_back_either(desk, session):
    take(desk, session, NOTES)
    holds.place(desk, holds.Scope.WORKSPACE, None, "An inquiry", "Sam")
    capture.strike(desk, record(desk, session).entries[0].id)
    assert not any("ramp" in row.cut.text for row in notes.look(desk, session, NOTES).rows)


def test_notes_pasted_twice_are_not_ticked_twice(desk, session):
    take(desk, session, NOTES)
    seen = notes.look(desk, session, NOTES)
    assert seen.here_already == 4
    assert [row.cut.text for row in seen.rows if row.taken and row.cut.action is None] == []


def test_nothing_ticked_is_told(desk, session):
    seen = notes.look(desk, session, NOTES)
    with pytest.raises(UserError, match="ticked"):
        notes.take(desk, session, [replace(row, taken=False) for row in seen.rows])


def test_told_of_somebody_is_our_description_and_not_their_words(desk, session):
    take(
        desk, session, "Minutes, 4 May 2026\nPresent: Len Obi, Joy Tan\n\n1. Ramps\nLen said that the ramp is steep.\n"
    )
    (line,) = record(desk, session).entries
    assert (line.whose_words, names(desk, session)[line.speaker]) == (WhoseWords.DESCRIPTION, "Len Obi")


def test_words_from_right_to_left_stand_so(desk, session):
    take(desk, session, "10:01 Joy: اتصل بي على 07700 900481\n10:02 Len: yes\n")
    assert [e.dir for e in record(desk, session).entries] == ["rtl", "ltr"]


def test_a_line_that_was_there_before_goes_with_nothing_of_direct_messages(desk, session):
    chat = "10:01:00 From Len Obi to Everyone:\n\thello\n10:02:00 From Joy Tan to Len Obi (Direct Message):\n\tI can't stand him\n"
    take(desk, session, chat)
    assert not [value for _table, value in every_value(desk) if "stand him" in value]


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_joined_parted_and_ticked_lines_keep_every_word(data):
    from coprod_desktop.domain.notes.values import Cut, NotesRead, Source

    words = data.draw(st.lists(st.from_regex(r"[a-z]{2,6}( [a-z]{2,6}){0,4}", fullmatch=True), min_size=1, max_size=6))
    rows = preview.coming(NotesRead(source=Source.TYPED, cuts=tuple(Cut(text=text) for text in words)), ())
    for _ in range(data.draw(st.integers(0, 6))):
        row = data.draw(st.sampled_from(rows))
        rows = (
            preview.joined(rows, row.id)
            if data.draw(st.booleans())
            else preview.parted(rows, row.id, data.draw(st.integers(0, len(row.cut.text))))
        )
        assert len({r.id for r in rows}) == len(rows)
    assert "".join("".join(r.cut.text.split()) for r in rows) == "".join("".join(text.split()) for text in words)
