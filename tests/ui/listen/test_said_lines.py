"""What is known of the lines on the screen, and which of them says "Saving…" or "saved"."""

import pytest

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.words import EntryKind, Publish
from coprod_desktop.services import capture, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.ui.listen import said_lines
from coprod_desktop.ui.listen.said_lines import SAVED, SAVING, SaveStates, on_its_way
from coprod_desktop.ui.listen.typed_line import LineBeingTyped
from coprod_desktop.ui.listen.voices import Voice


@pytest.fixture
def lines(desk):
    session, _ = sessions.start_now(desk)
    for words, theme in (("one", "Buses"), ("two", "Steps"), ("three", "Steps")):
        capture.add(desk, session, NewLine(text=words, theme=theme))
    capture.add(desk, session, NewLine(text="a note of ours", kind=EntryKind.NOTE))
    return capture.lines(desk, session)


def test_only_the_line_saved_last_says_so(lines):
    one, two, *_ = (line.id for line in lines)
    states = SaveStates({one: SAVING, two: SAVING})
    assert states.saved(one) == {one}
    assert states == {one: SAVED, two: SAVING}
    assert states.saved(two) == {one, two}
    assert states == {two: SAVED}


def test_a_line_on_its_way_stays_when_the_lines_are_read_again(lines):
    new = on_its_way(LineBeingTyped("new"), "new", lines)
    states = SaveStates({"new": SAVING, lines[0].id: SAVED})
    assert states.with_saving(lines, [lines[0], new]) == [*lines, new]
    assert states.with_saving([*lines, new], [*lines, new]) == [*lines, new]
    assert states.with_saving(lines[1:], lines) == list(lines[1:])


def test_a_line_on_its_way_shows_what_was_chosen(lines):
    said = LineBeingTyped("x", voice=Voice("Bo", speaker="b"), theme="Buses", quote=True, at="10:40")
    line = on_its_way(said, "new", lines)
    assert (line.n, line.name, line.speaker, line.at, line.quote_ok) == (lines[-1].n + 1, "Bo", "b", "10:40", 1)
    assert (line.publish, line.theme) == (Publish.YES, "Buses")
    came = on_its_way(LineBeingTyped("x", quote=True, circle=Circle.CAME), "new", lines)
    assert (came.quote_ok, came.came, came.may_quote) == (0, 1, True)
    first = on_its_way(LineBeingTyped("x", kind=EntryKind.NOTE, voice=Voice("Carer", role="carer")), "new", [])
    assert (first.n, first.name, first.role, first.quote_ok) == (1, None, "carer", None)
    assert (first.publish, first.theme) == (Publish.NO, None)


def test_a_line_goes_where_it_was_said(lines):
    for at, line in enumerate(lines):
        assert said_lines.place_of(line, [other for other in lines if other is not line]) == at


def test_notes_are_not_what_people_said(lines):
    assert (said_lines.how_many_said(lines), said_lines.how_many_said([])) == (3, 0)


def test_themes_used_most_come_first(lines):
    assert said_lines.themes(lines) == ["Steps", "Buses"]


def test_a_yes_to_quoting_is_asked_about_first():
    assert said_lines.without_yes({"text": "x", "quote_ok": True}) == ({"text": "x"}, True)
    assert said_lines.without_yes({"quote_ok": True}) == ({}, True)
    assert said_lines.without_yes({"quote_ok": True, "circle": Circle.CAME}) == ({}, True)
    assert said_lines.without_yes({"text": "x", "quote_ok": False}) == ({"text": "x", "quote_ok": False}, False)
    assert said_lines.without_yes({"quote_ok": None}) == ({"quote_ok": None}, False)
