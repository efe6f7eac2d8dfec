"""A sheet for each who can answer: people's words as far as they allow, a day, room for the reply, and nothing private."""

from __future__ import annotations

import datetime
import re

import pytest

from coprod_desktop.domain.words import AnswerKind, Publish
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, asking, capture, people, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import questions


@pytest.fixture
def session(desk):
    made, _ = sessions.new(desk, title="Home care in Marrowdale")
    return made


@pytest.fixture
def points(desk, session):
    who, _ = people.add(desk, session, "Marjorie Quistgaard", "carer")
    open_words = (
        capture.add(desk, session, NewLine(text="They come when they like", speaker=who, quote_ok=True)).added[0].id
    )
    closed = (
        capture.add(desk, session, NewLine(text="My zebraman nephew rings them", speaker=who, quote_ok=False))
        .added[0]
        .id
    )
    note = capture.add(desk, session, NewLine(text="The rota is a wallaroo")).added[0].id
    capture.change(desk, closed, publish=Publish.EDIT, public_text="Families ring and nobody answers.")
    first, _ = answers.add_point(desk, session, "Nobody knows when they come", [open_words, closed])
    other, _ = answers.add_point(desk, session, "The rota changes", [note])
    return first, other


def text_of(made):
    (path,) = [p for p in made.paths if p.suffix == ".txt" and "aloud" not in p.name]
    return re.sub(r"\s+", " ", path.read_text("utf-8"))


def test_the_sheet_has_their_words_the_day_and_room_for_a_reply(desk, session, points, tmp_path):
    by = desk.today() + datetime.timedelta(10)
    said = text_of(questions.make(desk, session, tmp_path, {"Director": points[:1]}, ["text"], reply_by=by))
    assert "“They come when they like”" in said
    assert "Families ring and nobody answers." in said
    assert "zebraman" not in said
    assert "Quistgaard" not in said
    assert "wallaroo" not in said
    assert "The rota changes" not in said
    for wanted in ("Director", f"{by.day} ", "What will be done", "Who will do it", "By when", "why not", "no reply"):
        assert wanted in said


def test_it_claims_of_nobody_that_they_asked_us_not_to_use_their_words(desk, session, tmp_path):
    who, _ = people.add(desk, session, "Ros", "carer")
    open_words = capture.add(desk, session, NewLine(text="They come late", speaker=who, quote_ok=True)).added[0].id
    point, _ = answers.add_point(desk, session, "Nobody knows when they come", [open_words])
    said = text_of(questions.make(desk, session, tmp_path, {"Director": [point]}, ["text"]))
    assert "Their own words stand between quotation marks. Where we may not use somebody's words" in said
    assert "asked us not" not in said


def test_every_owner_gets_one_sheet_in_each_format(desk, session, points, tmp_path):
    asking.ask(desk, points[:1], "Director", desk.today())
    asking.ask(desk, points[1:], "Head of buses", desk.today())
    made = questions.make(desk, session, tmp_path, formats=["docx", "pdf"])
    assert len(made.paths) == 4
    assert all("private" not in path.name and path.parent == tmp_path for path in made.paths)
    assert {"Director", "director"}.isdisjoint(word for path in made.paths for word in path.stem.split("-"))


def test_who_has_answered_is_not_asked_again_and_who_has_not_is_told_so(desk, session, points, tmp_path):
    long_ago = desk.today() - datetime.timedelta(20)
    asking.ask(desk, points, "Director", long_ago)
    asking.replied(desk, points[1], desk.today(), "We will.")
    said = text_of(questions.make(desk, session, tmp_path, formats=["text"]))
    assert "The rota changes" not in said
    assert "We asked you on" in said


def test_nothing_to_ask_and_a_day_that_is_past_are_refused(desk, session, points, tmp_path):
    with pytest.raises(UserError, match="no question"):
        questions.make(desk, session, tmp_path)
    with pytest.raises(UserError, match="past"):
        questions.make(desk, session, tmp_path, {"Director": points}, reply_by=desk.today() - datetime.timedelta(1))
    assert list(tmp_path.iterdir()) == [] or not list(tmp_path.glob("*questions*"))


def test_what_is_private_elsewhere_in_the_session_does_not_stop_a_sheet(desk, session, points, tmp_path):
    answers.add_point(desk, session, "Ring Mrs Obi on 01632 960001")
    assert "They come when they like" in text_of(
        questions.make(desk, session, tmp_path, {"Director": points[:1]}, ["text"])
    )


def test_a_private_thing_in_the_point_itself_stops_it(desk, session, points, tmp_path):
    bad, _ = answers.add_point(desk, session, "Ring Mrs Obi on 01632 960001")
    with pytest.raises(UserError, match="looked at first"):
        questions.make(desk, session, tmp_path, {"Director": [bad]}, ["text"])


def test_the_co_chairs_copy_shows_a_no_that_got_softer(desk, session, points, tmp_path):
    point = points[0]
    answers.change_point(desk, point, answer=AnswerKind.CANNOT, reason="There is no money.")
    asking.ask(desk, [point], "Director", desk.today())
    asking.replied(desk, point, desk.today(), "No, not this year.")
    answers.change_point(desk, point, answer=AnswerKind.NOT_DECIDED, text="We will think about it")
    made = questions.compare(desk, session, tmp_path, ["text"])
    assert all(path.parent.name == "private" and "private" in path.name for path in made.paths)
    said = text_of(made)
    for wanted in (
        "No. We cannot",
        "There is no money",
        "No, not this year.",
        "We do not know yet",
        "We will think about it",
    ):
        assert wanted in said
    assert said.index("There is no money") < said.index("No, not this year.") < said.index("We will think about it")
