"""What the room said to its own themes: both kept, nobody outvoted, and on the paper in fixed words only."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.live_hour import Heard, ReadBack
from coprod_desktop.domain.record import Entry
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.services import capture, drafts, read_back, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import circles
from coprod_desktop.store import reading

THEME, SENTENCE = "Call times", "You said that calls come late."


@pytest.fixture
def session(desk):
    made, _ = sessions.start_now(desk)
    for words in ("They come late.", "Tuesday it was twenty to eleven."):
        capture.add(desk, made, NewLine(text=words, theme=THEME))
    return made


def rows(desk, session, kind=ReadBack):
    with desk.store.read() as connection:
        return reading.rows(connection, kind, session)


def printed(desk, session):
    public = circles.read(desk, session).public(desk.today())
    return repr(paper_kinds.paper(paper_kinds.YOU_SAID_WE_WILL, public).document)


def test_before_and_after_are_both_kept(desk, session):
    read_back.add(desk, session, THEME, Heard.CHANGE, words="Not late: they do not come.", before=SENTENCE)
    read_back.add(desk, session, THEME, Heard.RIGHT, before="Not late: they do not come.")
    first, second = rows(desk, session)
    assert (first.before, first.words, first.answer) == (SENTENCE, "Not late: they do not come.", Heard.CHANGE)
    assert second.answer is Heard.RIGHT
    (theme,) = read_back.themes(desk, session)
    assert (theme.sentence, theme.told) == ("Not late: they do not come.", "change it, then right")


def test_what_is_missing_becomes_a_line_of_the_theme_and_one_undo_takes_both_back(desk, session):
    read_back.add(desk, session, THEME, Heard.MISSING, words="Weekends are worse.", before=SENTENCE)
    assert [e.text for e in rows(desk, session, Entry) if e.theme == THEME][-1] == "Weekends are worse."
    workspace.undo(desk)
    assert not rows(desk, session)
    assert len(rows(desk, session, Entry)) == 2


def test_a_right_votes_out_nobody_who_said_that_something_is_missing(desk, session):
    read_back.add(desk, session, THEME, Heard.MISSING, words="Weekends are worse.")
    for _ in range(3):
        read_back.add(desk, session, THEME, Heard.RIGHT)
    assert read_back.themes(desk, session)[0].told == "something is missing, then right"
    assert "the room heard this back and said: something is missing, then right." in printed(desk, session)


def test_a_change_without_words_is_not_written_down(desk, session):
    with pytest.raises(UserError):
        read_back.add(desk, session, THEME, Heard.CHANGE, words="  ")
    assert not rows(desk, session)


def test_the_paper_tells_it_in_the_themes_place_and_none_of_the_words(desk, session):
    read_back.add(desk, session, THEME, Heard.CHANGE, words="Ring Bo on 07700 900123", before="Secret sentence")
    read_back.add(desk, session, THEME, Heard.RIGHT)
    paper = printed(desk, session)
    assert f"{THEME}: the room heard this back and said: change it, then right." in paper
    for private in ("07700", "Secret sentence", "Bo"):
        assert private not in paper


def test_a_theme_whose_lines_may_not_be_told_is_told_nowhere(desk, session):
    read_back.add(desk, session, THEME, Heard.RIGHT)
    for entry in rows(desk, session, Entry):
        capture.change(desk, entry.id, publish="no")
    capture.add(desk, session, NewLine(text="Something else", theme="Other"))
    assert THEME not in printed(desk, session)


def test_the_drafts_of_a_theme_go_when_it_is_written_down(desk, session):
    field = f"read_back:{read_back.draft_of(session, THEME)}:words"
    drafts.keep(desk, field, "Not la", session=session)
    read_back.add(desk, session, THEME, Heard.CHANGE, words="Not late")
    assert drafts.one(desk, field) is None


def test_a_strike_reaches_what_the_room_said_back(desk, session):
    read_back.add(desk, session, THEME, Heard.MISSING, words="Weekends are worse.")
    line = next(e for e in rows(desk, session, Entry) if e.text == "Weekends are worse.")
    capture.strike(desk, line.id)
    assert all("Weekends" not in (row.words or "") for row in rows(desk, session))
