"""Replies, what members changed and what was said back: found by search, and without the words of who changed their mind."""

from __future__ import annotations

import contextlib
import datetime
import json

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.permission import Purpose
from coprod_desktop.domain.week_after import YesNo
from coprod_desktop.errors import UserError
from coprod_desktop.services import (
    answers,
    asking,
    capture,
    changed_mind,
    members_check,
    people,
    said_back,
    sessions,
    workspace,
)
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.changed_mind import Scope, TakenBack
from coprod_desktop.services.seen import search
from coprod_desktop.store import reading

HERS = "The pelican left me standing in the rain"
HIS = "Somebody moved the walrus ramp"
DAY = datetime.date(2026, 9, 20)
BESIDE = ("asking", "said_back", "member_check")


@pytest.fixture
def told(desk):
    """A session in which Ana and Ben said a thing each, with a point that was asked about."""
    session, _ = sessions.start_now(desk)
    who = {}
    for name, words in (("Ana Bright", HERS), ("Ben Low", HIS)):
        person, _ = people.add(desk, session, name, "carer")
        who[name] = (person, capture.add(desk, session, NewLine(text=words, speaker=person)).added[0].id)
    point, _ = answers.add_point(desk, session, "Transport", [line for _, line in who.values()])
    asking.ask(desk, [point], "Director of Kingfishers", desk.today())
    return session, point, who


def everything(desk):
    """Return all that stands in the rows beside, and in what they were before."""
    with desk.store.read() as connection:
        rows = [str(connection.exec_driver_sql(f"SELECT * FROM {noun}").all()) for noun in BESIDE]
        revised = "SELECT r.old FROM revision r WHERE r.noun IN ('asking', 'said_back', 'member_check')"
        return " ".join([*rows, str(connection.exec_driver_sql(revised).all())])


def take_back(desk, session, person, **more):
    how = {"purposes": (Purpose.QUOTE, Purpose.OTHER_WORDS), "on": desk.today(), **more}
    return changed_mind.take_back(desk, session, person, TakenBack(**how))


# ---- found


@pytest.mark.parametrize(
    ("typed", "noun", "column"),
    [
        ("flamingo", "asking", "words"),
        ("FLÁMINGO tim", "asking", "words"),
        ("kingfishers", "asking", "to_whom"),
        ("ostrich", "said_back", "back"),
        ("hea", "member_check", "changed"),
        ("two members", "member_check", "who"),
    ],
)
def test_what_came_after_is_found_and_where_it_stands_is_told(desk, told, typed, noun, column):
    session, point, _ = told
    asking.replied(desk, point, desk.today(), "We keep the flamingo timetable.")
    said_back.add(desk, session, point, desk.today(), answers=YesNo.NO, back="Still an ostrich")
    members_check.looked(desk, session, "you-said-we-will", "Two members", desk.today(), "the heading")
    hits = [hit for hit in search.search(desk, typed) if hit.noun == noun]
    assert [hit.column for hit in hits][:1] == [column]
    assert hits[0].session == session
    assert hits[0].point == (None if noun == "member_check" else point)


def test_only_whole_words_but_the_last(desk, told):
    _, point, _ = told
    asking.replied(desk, point, desk.today(), "We keep the flamingo timetable.")
    assert not search.search(desk, "flam timetable")
    assert not search.search(desk, "lamingo")
    assert search.search(desk, "flamingo timet")


def test_nothing_of_a_point_or_session_that_was_taken_away_is_found(desk, told):
    session, point, _ = told
    asking.replied(desk, point, desk.today(), "We keep the flamingo timetable.")
    said_back.add(desk, session, None, desk.today(), back="A flamingo paper")
    answers.remove_point(desk, point)
    assert {hit.noun for hit in search.search(desk, "flamingo")} == {"said_back"}
    sessions.remove(desk, session)
    assert not search.search(desk, "flamingo")


# ---- taken back


def test_an_e_mail_that_quotes_them_twice_and_over_lines_has_neither_and_keeps_its_lines(desk, told):
    session, point, who = told
    mail = (
        f"Dear Sam,\nthank you.\n\nWe will buy a shelter.\n\nKind regards\nA. Director\n\n"
        f"On 3 November Sam wrote:\n> Somebody said: “{HERS}”\n> and again:\n>> The pelican left me\n>> standing in the rain\n> Yours"
    )
    asking.replied(desk, point, desk.today(), mail)
    take_back(desk, session, who["Ana Bright"][0])
    left = asking.of_point(desk, point).asked[-1].words
    assert "pelican" not in left
    assert "rain" not in left
    assert left.startswith("Dear Sam,\nthank you.\n\nWe will buy a shelter.\n\nKind regards")
    assert left.endswith("> Yours")


def test_who_changes_their_mind_is_cut_out_of_what_came_after(desk, told):
    session, point, who = told
    asking.replied(desk, point, desk.today(), f"You wrote: “{HERS}”. And: “{HIS}”. We will buy a shelter.")
    said_back.add(desk, session, point, desk.today(), back=f"I said {HERS.upper()} and meant it")
    members_check.looked(desk, session, "you-said-we-will", "Two members", desk.today(), f"took out {HERS}")
    take_back(desk, session, who["Ana Bright"][0])
    assert "pelican" not in everything(desk).casefold()
    assert "walrus" in everything(desk)
    assert "We will buy a shelter" in asking.of_point(desk, point).asked[-1].words
    workspace.undo(desk)
    assert "pelican" not in everything(desk).casefold()


def test_of_some_lines_only_those_go(desk, told):
    session, point, who = told
    ana = who["Ana Bright"][0]
    more = capture.add(desk, session, NewLine(text="And the flamingo never came at all", speaker=ana)).added[0].id
    asking.replied(desk, point, desk.today(), f"{HERS}. And the flamingo never came at all. Sorry.")
    take_back(desk, session, ana, scope=Scope.LINES, lines=(more,))
    assert "flamingo" not in everything(desk)
    assert "pelican" in everything(desk)


def test_an_older_file_brings_the_words_into_no_reply(desk, told):
    session, point, who = told
    asking.replied(desk, point, desk.today(), f"You wrote: {HERS}. We will.")
    with desk.store.read() as connection:
        record = reading.session_record(connection, session)
    older = session_file.write(record, between_laptops.of(desk, record))
    assert "pelican" in json.dumps(json.loads(older)["asking"])
    take_back(desk, session, who["Ana Bright"][0])
    for _ in range(2):
        merge.import_file(desk, older)
        assert "pelican" not in everything(desk).casefold()


acts = st.lists(
    st.sampled_from(["reply", "back", "check", "reply both", "take back", "undo", "strike", "reword"]), max_size=8
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
@example(["reply", "take back", "undo", "undo"])  # the row was cut by a step that is undone: refused in a sentence
def test_over_any_history_nothing_said_before_the_no_stands_after_it(desk, history):
    session, _ = sessions.start_now(desk)
    person, _ = people.add(desk, session, "Ana Bright", "carer")
    ben, _ = people.add(desk, session, "Ben Low", "carer")
    line = capture.add(desk, session, NewLine(text=HERS, speaker=person)).added[0].id
    capture.add(desk, session, NewLine(text=HIS, speaker=ben))
    point, _ = answers.add_point(desk, session, "Transport", [line])
    asking.ask(desk, [point], "Director", desk.today())
    since, gone, steps = 0, False, 0
    for at, act in enumerate(history):
        if act in {"reply", "reply both"}:
            words = f"{at}: {HERS}. " + (f"{HIS}. " if act == "reply both" else "")
            asking.replied(desk, point, desk.today(), f"{words}We will.")
        elif act == "back":
            said_back.add(desk, session, point, desk.today(), back=f"{at}: {HERS}")
        elif act == "check":
            members_check.looked(desk, session, "you-said-we-will", "Two", desk.today(), f"{at}: {HERS}")
        elif act == "take back":
            take_back(desk, session, person)
            since = since if gone else at + 1
        elif act == "undo":
            if steps < 1:
                continue  # what was there before stays
            with contextlib.suppress(UserError):  # a reply that was cut since
                workspace.undo(desk)
            steps -= 2
        elif act == "reword" and not gone:
            capture.change(desk, line, text=HERS + " again")
        elif act == "strike" and not gone:
            capture.strike(desk, line)
            gone, since, steps = True, at + 1, -1  # a strike is not undone, nor what was before
        steps += 1
    told = _here(desk, session)
    for at in range(since):
        assert f"{at}: {HERS}" not in told


def _here(desk, session):
    with desk.store.read() as connection:
        return " ".join(
            str(connection.exec_driver_sql(f"SELECT * FROM {noun} WHERE session_id = ?", (session,)).all())
            for noun in BESIDE
        )
