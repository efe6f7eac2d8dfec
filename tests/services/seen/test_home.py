"""Home reads again only what may have changed, and is never behind."""

import datetime
from dataclasses import replace

import pytest
from sqlalchemy import event

from coprod_desktop.domain.keep_rules import Kind
from coprod_desktop.domain.words import AnswerKind, EntryKind, Phase, UpdateState
from coprod_desktop.services import answers, capture, money, people, prepare, promises, safeguarding, sessions
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.money import NewAmount
from coprod_desktop.services.rights import keeping
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


def test_it_asks_the_same_few_questions_whatever_there_is(desk):
    """What is due, owed, to be looked at again and past its time is counted, never read one by one."""
    for kind in Kind:
        keeping.set_rule(desk, kind, 0)
    asked = []
    for many in (8, 24):
        for n in range(many):
            old, _ = sessions.new(
                desk, title=f"Session {many} {n}", date=desk.today() - datetime.timedelta(days=400 - n)
            )
            person, _ = people.add(desk, old, f"Ama {many} Bell {n}", "carer")
            people.add_need(desk, old, person, "hearing loop")
            money.add(desk, person, NewAmount(kind="travel", pence=100), session=old)
            capture.add(desk, old, NewLine(text="A note to myself", kind=EntryKind.NOTE))
        asked.append(queries(desk, read))
    assert asked[0] == asked[1] < 120
    assert read(desk).past > 50
    assert read(desk).owed.pence == 3200
    assert read(desk).past == len(keeping.due(desk))


def queries(desk, reads) -> int:
    counted = []

    def one(*_):
        counted.append(1)

    event.listen(desk.store._reader, "before_cursor_execute", one)
    try:
        reads(desk)
    finally:
        event.remove(desk.store._reader, "before_cursor_execute", one)
    return len(counted)
