"""Home reads again only what may have changed, and is never behind."""

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.words import AnswerKind, Phase, UpdateState
from coprod_desktop.services import answers, capture, people, prepare, promises, safeguarding, sessions
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.seen.home import Part, read, told_by
from tests.desks import HOME_CARE


@pytest.fixture
def session(desk):
    return merge.import_file(desk, HOME_CARE.read_bytes()).session


def entry(desk, session):
    return capture.lines(desk, session)[0].id


def promise(desk):
    return promises.seen(desk).lines[0].id


ACTS = {
    "a line": lambda desk, session: capture.add(desk, session, NewLine(text="The bus is late")),
    "a line changed": lambda desk, session: capture.change(desk, entry(desk, session), text="Another"),
    "a line struck": lambda desk, session: capture.strike(desk, entry(desk, session)),
    "a line sealed": lambda desk, session: safeguarding.seal(desk, entry(desk, session)).changes,
    "a new session": lambda desk, _: sessions.new(
        desk, title="Next", date=desk.today() + datetime.timedelta(days=2), start="10:00"
    )[1],
    "another title": lambda desk, session: sessions.change(desk, session, title="Another title"),
    "a session gone": lambda desk, session: sessions.remove(desk, session),
    "someone new": lambda desk, session: people.add(desk, session, "Bo Lindqvist", "carer")[1],
    "a checklist item": lambda desk, session: prepare.add_checklist_item(desk, session, Phase.BEFORE, "Book a loop")[1],
    "a rule": lambda desk, session: prepare.add_rule(desk, session, "One at a time")[1],
    "a point": lambda desk, session: answers.add_point(desk, session, "The buses are late")[1],
    "an update": lambda desk, _: promises.add_update(desk, promise(desk), desk.today(), UpdateState.DONE, "It is."),
    "undone": lambda desk, session: (sessions.change(desk, session, title="X"), desk.store.undo_last())[1],
}


@pytest.mark.parametrize("act", ACTS)
def test_what_is_read_again_is_as_if_everything_were(desk, session, act):
    before = read(desk)
    changes = ACTS[act](desk, session)
    assert read(desk, before, told_by(changes)) == read(desk)


def test_a_promise_that_is_sealed_with_its_line_is_not_shown_any_more(desk, session):
    said = capture.add(desk, session, NewLine(text="The key safe was open")).added[0].id
    fields = {"answer": AnswerKind.WILL, "owner": "Head of care", "due": desk.today(), "text": "We will lock it"}
    answers.add_point(desk, session, "The key safe", [said], **fields)
    before = read(desk)
    changes = safeguarding.seal(desk, said).changes
    assert read(desk, before, told_by(changes)) == read(desk)


def test_a_line_reads_no_promise_and_an_update_no_session(desk, session):
    before = read(desk)
    line, update = ACTS["a line"](desk, session), ACTS["an update"](desk, session)
    assert (told_by(line), told_by(update)) == (Part.SESSIONS, Part.PROMISES)
    assert read(desk, before, told_by(line)).promises is before.promises
    assert read(desk, before, told_by(update)).near is before.near


def test_a_day_later_everything_is_read(desk, session):
    before = read(desk)
    tomorrow = replace(desk, now=lambda: desk.now() + datetime.timedelta(days=1))
    assert read(tomorrow, before, Part.NOTHING) == read(tomorrow)
