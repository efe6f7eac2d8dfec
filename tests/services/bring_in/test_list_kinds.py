"""What columns were said to mean is known again the next time a list of the kind comes."""

from __future__ import annotations

from dataclasses import replace

from coprod_desktop.services import sessions, workspace
from coprod_desktop.services.bring_in import list_kinds, people
from coprod_desktop.store import schema

FIRST = b"Name,Capacity,Zebra column\nJo Bell,carer,by the blue door\n"
LATER = b"NAME, capacity ,Zebra Column\nAl Dunn,resident,by the red door\n"


def said(columns, heading, meaning):
    return [replace(c, meaning=meaning) if c.heading.strip().casefold() == heading else c for c in columns]


def meaning_of(found, heading):
    return next(c.meaning for c in found.columns if c.heading.strip().casefold() == heading)


def test_a_list_of_the_same_kind_is_read_as_was_said_the_last_time(desk):
    found = list_kinds.look(desk, FIRST)
    assert meaning_of(found, "zebra column") != "needs"
    list_kinds.remember(desk, said(found.columns, "zebra column", "needs"))
    again = list_kinds.look(desk, LATER)
    assert meaning_of(again, "zebra column") == "needs"
    assert [words for words, _ in again.rows[0].needs] == ["by the red door"]


def test_what_is_said_now_counts_more_and_the_last_word_is_remembered(desk):
    found = list_kinds.look(desk, FIRST)
    list_kinds.remember(desk, said(found.columns, "zebra column", "needs"))
    now = {c.place: ("" if c.heading == "Zebra column" else c.meaning) for c in found.columns}
    assert meaning_of(list_kinds.look(desk, FIRST, meanings=now), "zebra column") == ""
    list_kinds.remember(desk, said(found.columns, "zebra column", "notes"))
    assert meaning_of(list_kinds.look(desk, FIRST), "zebra column") == "notes"


def test_another_kind_of_list_is_read_by_itself(desk):
    found = list_kinds.look(desk, FIRST)
    list_kinds.remember(desk, said(found.columns, "zebra column", "needs"))
    assert (
        meaning_of(list_kinds.look(desk, b"Name,Zebra column\nJo Bell,by the blue door\n"), "zebra column") != "needs"
    )


def test_no_word_of_the_headings_is_kept_and_undo_is_left_alone(desk):
    session, _ = sessions.start_now(desk)
    found = list_kinds.look(desk, FIRST)
    people.bring_in(desk, session, [people.Chosen(row) for row in found.rows])
    list_kinds.remember(desk, found.columns)
    with desk.store.read() as connection:
        (row,) = connection.execute(schema.list_columns.select()).mappings()
    assert "zebra" not in str(dict(row)).casefold()
    workspace.undo(desk)
    assert people.people.on_list(desk, session) == ()
    assert list_kinds.recall(desk, found.columns) is not None


def test_a_list_without_headings_is_no_kind(desk):
    found = list_kinds.look(desk, b"Jo Bell\nAl Dunn\n")
    assert not list_kinds.remember(desk, [replace(c, heading="") for c in found.columns]).added
