"""The Bin: out of everything at once, back whole within 30 days, and after that gone from every page of the disk."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from coprod_desktop.domain.permission import Circle, Purpose
from coprod_desktop.domain.words import AnswerKind, Phase
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, capture, drafts, holds, people, prepare, safeguarding, sessions, workspace
from coprod_desktop.services import bin as bin_verbs
from coprod_desktop.services import promises as promise_lists
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.changed_mind import Scope, TakenBack, take_back
from coprod_desktop.services.holds import Scope as HoldScope
from coprod_desktop.services.making import papers
from coprod_desktop.services.seen import search
from coprod_desktop.store import permits
from tests.desks import every_value

SECRET = "zanzibar"


@pytest.fixture
def session(desk) -> str:
    return sessions.new(desk, title=f"Home care {SECRET}", place="Hall")[0]


def later(desk, days: int):
    """The same desk, so many days on."""
    return dataclasses.replace(desk, now=lambda: desk.now() + datetime.timedelta(days))


def say(desk, session: str, text: str, **fields) -> str:
    return capture.add(desk, session, NewLine(text=text, **fields)).added[0].id


def on_disk(desk, words: str) -> bool:
    return any(words in value.lower() for _table, value in every_value(desk))


def one_of_everything(desk, session: str) -> dict[str, tuple[str, object]]:
    """A row of each noun with the secret in it, and the verb that takes it away."""
    item, _ = prepare.add_agenda_item(desk, session, f"{SECRET} item", 10)
    check, _ = prepare.add_checklist_item(desk, session, Phase.BEFORE, f"{SECRET} check")
    rule, _ = prepare.add_rule(desk, session, f"{SECRET} rule")
    person, _ = people.add(desk, session, f"{SECRET} Quimby", "carer")
    need, _ = people.add_need(desk, session, person, f"{SECRET} need")
    line = say(desk, session, f"{SECRET} line")
    point, _ = answers.add_point(desk, session, f"{SECRET} point", [line])
    return {
        "agenda_item": (item, lambda: prepare.remove(desk, "agenda_item", item)),
        "checklist_item": (check, lambda: prepare.remove(desk, "checklist_item", check)),
        "ground_rule": (rule, lambda: prepare.remove(desk, "ground_rule", rule)),
        "need": (need, lambda: people.remove_need(desk, need)),
        "entry": (line, lambda: capture.remove(desk, line)),
        "point": (point, lambda: answers.remove_point(desk, point)),
        "attendance": (person, lambda: people.remove(desk, session, person)),
    }


NOUNS = ("agenda_item", "checklist_item", "ground_rule", "need", "entry", "point", "attendance")


@pytest.mark.parametrize("noun", NOUNS)
def test_what_is_taken_away_is_in_the_bin_and_is_put_back_whole(desk, session, noun):
    _row, take_away = one_of_everything(desk, session)[noun]
    before = sessions.record(desk, session)
    take_away()
    assert sessions.record(desk, session) != before
    (thing,) = bin_verbs.things(desk)
    assert (thing.noun, thing.session_title) == (noun, f"Home care {SECRET}")
    assert SECRET in thing.words
    assert (thing.until - thing.since).days == 30
    bin_verbs.put_back(desk, thing.noun, thing.row)
    assert sessions.record(desk, session) == before
    assert not bin_verbs.things(desk)
    workspace.undo(desk)
    assert [t.noun for t in bin_verbs.things(desk)] == [noun]


def test_a_session_goes_and_comes_back_with_all_its_rows(desk, session):
    one_of_everything(desk, session)
    before = sessions.record(desk, session)
    sessions.remove(desk, session)
    assert [(t.noun, t.words) for t in bin_verbs.things(desk)] == [("session", f"Home care {SECRET}")]
    assert not sessions.every(desk)
    assert not search.search(desk, SECRET)
    assert not people.every(desk)
    assert not promise_lists.lines(desk)
    assert not drafts.every(desk)
    bin_verbs.put_back(desk, "session", session)
    assert sessions.record(desk, session) == before
    assert {found.noun for found in search.search(desk, SECRET)} == {"session", "entry", "point", "person"}


def test_who_was_taken_off_their_only_list_is_out_of_people_and_search_unless_they_said_something(desk, session):
    silent, _ = people.add(desk, session, "Amina Silent", "carer")
    said, _ = people.add(desk, session, "Mo Spoke", "carer")
    say(desk, session, "They come late", speaker=said)
    for person in (silent, said):
        people.remove(desk, session, person)
    assert [p.name for p in people.every(desk)] == ["Mo Spoke"]
    assert not search.search(desk, "Silent")
    assert [found.words for found in search.search(desk, "Spoke")] == ["Mo Spoke"]
    assert len(people.every(desk, with_bin=True)) == 2


@pytest.mark.parametrize("noun", [*NOUNS, "session"])
def test_emptied_its_words_are_nowhere_and_undo_does_not_bring_them_back(desk, session, noun):
    everything = one_of_everything(desk, session)
    kept = {other: row for other, (row, _) in everything.items() if other != noun}
    row, take_away = everything.get(noun, (session, lambda: sessions.remove(desk, session)))
    if noun == "entry":
        capture.change(desk, row, text=f"{SECRET} line, corrected")
    drafts.keep(desk, f"{noun}:{row}:text", f"{SECRET} typing", session=session, row=row)
    take_away()
    (thing,) = bin_verbs.things(desk)
    bin_verbs.empty(desk, [(thing.noun, thing.row)])
    assert not bin_verbs.things(desk)
    word = SECRET if noun == "session" else f"{SECRET} {_WORD[noun]}"
    assert not on_disk(desk, word)
    assert all(word.encode() not in path.read_bytes() for path in desk.store.folder.rglob("*") if path.is_file())
    while True:
        try:
            workspace.undo(desk)
        except UserError:
            break
    assert not on_disk(desk, word)
    if noun != "session":
        assert kept.keys() == everything.keys() - {noun}


_WORD = {
    "agenda_item": "item", "checklist_item": "check", "ground_rule": "rule", "need": "need", "entry": "line",
    "point": "point", "attendance": "quimby",
}  # fmt: skip


def test_after_thirty_days_it_is_emptied_and_not_before(desk, session):
    line = say(desk, session, f"{SECRET} line")
    capture.remove(desk, line)
    assert not bin_verbs.due(later(desk, 29))
    assert not any(bin_verbs.sweep(later(desk, 29)).all())
    bin_verbs.sweep(later(desk, 31))
    assert not bin_verbs.things(desk)
    assert not on_disk(desk, f"{SECRET} line")


def test_all_of_it_goes_at_once_also_what_goes_with_something_else(desk, session):
    person, _ = people.add(desk, session, f"{SECRET} Quimby", "carer")
    need, _ = people.add_need(desk, session, person, "a loop")
    people.remove_need(desk, need)
    people.remove(desk, session, person)
    assert len(bin_verbs.things(desk)) == 2
    bin_verbs.sweep(later(desk, 31))
    assert not bin_verbs.things(desk)
    assert not on_disk(desk, "a loop")
    with pytest.raises(UserError, match="not in the Bin any more"):
        bin_verbs.empty(desk, [("need", need)])


@pytest.mark.parametrize("scope", HoldScope)
@pytest.mark.parametrize("noun", ["entry", "session", "attendance"])
def test_a_hold_keeps_it(desk, session, noun, scope):
    person, _ = people.add(desk, session, "Amina", "carer")
    line = say(desk, session, f"{SECRET} line", speaker=person)
    of = {HoldScope.WORKSPACE: None, HoldScope.SESSION: session, HoldScope.PERSON: person}[scope]
    hold, _ = holds.place(desk, scope, of, "A complaint", "Sam")
    {
        "entry": lambda: capture.remove(desk, line),
        "session": lambda: sessions.remove(desk, session),
        "attendance": lambda: people.remove(desk, session, person),
    }[noun]()
    (thing,) = bin_verbs.things(desk)
    assert "hold" in (thing.stays or "")
    assert not bin_verbs.due(later(desk, 40))
    with pytest.raises(UserError, match="hold"):
        bin_verbs.empty(desk, [(thing.noun, thing.row)])
    assert len(bin_verbs.things(desk)) == 1
    holds.end(desk, hold)
    bin_verbs.sweep(later(desk, 40))
    assert not bin_verbs.things(desk)


def test_a_promise_that_was_printed_is_never_deleted(desk, home_care, tmp_path):
    papers.review(desk, home_care)
    papers.make(desk, home_care, ("html",), tmp_path / "out")
    binding = next(p for p in sessions.record(desk, home_care).points if p.answer is AnswerKind.WILL)
    with pytest.raises(UserError):
        answers.remove_point(desk, binding.id)
    sessions.remove(desk, home_care)
    (thing,) = bin_verbs.things(desk)
    assert "promised on a paper" in (thing.stays or "")
    bin_verbs.sweep(later(desk, 400))
    with pytest.raises(UserError, match="promised"):
        bin_verbs.empty(desk, [(thing.noun, thing.row)])
    bin_verbs.put_back(desk, thing.noun, thing.row)
    assert binding in sessions.record(desk, home_care).points


def test_a_session_with_a_sealed_line_stays_until_that_is_passed_on_and_taken_out(desk, session):
    sealed = safeguarding.seal(desk, say(desk, session, f"{SECRET} line"))
    sessions.remove(desk, session)
    assert [line.id for line in safeguarding.sealed(desk)] == [sealed.id]
    with pytest.raises(UserError, match="sealed"):
        bin_verbs.empty(desk, [("session", session)])
    safeguarding.passed_on(desk, sealed.id, "The team", desk.today(), "R 17")
    safeguarding.take_out(desk, sealed.id)
    bin_verbs.empty(desk, [("session", session)])
    assert not on_disk(desk, SECRET)
    assert on_disk(desk, "r 17")


def test_what_was_struck_or_sealed_is_in_no_bin(desk, session):
    capture.strike(desk, say(desk, session, "one"))
    safeguarding.seal(desk, say(desk, session, "two"))
    assert not bin_verbs.things(desk)


# ---- files and other laptops


def test_what_was_emptied_does_not_come_in_again_with_the_file_by_itself(desk, home_care):
    record = sessions.record(desk, home_care)
    file = session_file.write(record)
    line, point, person = record.entries[0], record.points[0], record.people[0]
    capture.remove(desk, line.id)
    answers.remove_point(desk, point.id)
    people.remove(desk, home_care, person.id)
    bin_verbs.empty(desk, [(t.noun, t.row) for t in bin_verbs.things(desk)])
    merge.import_file(desk, file)
    now = sessions.record(desk, home_care)
    assert line.id not in {e.id for e in now.entries}
    assert point.id not in {p.id for p in now.points}
    assert person.id not in {p.id for p in now.people}


def test_a_session_that_was_emptied_may_be_brought_in_again_but_not_the_words_somebody_refused(desk, session):
    mo, _ = people.add(desk, session, "Mo", "carer")
    free = say(desk, session, "They come late")
    refused = say(desk, session, f"{SECRET} words", speaker=mo)
    file = session_file.write(sessions.record(desk, session))
    lines = TakenBack(
        purposes=(Purpose.QUOTE, Purpose.OTHER_WORDS), scope=Scope.LINES, lines=(refused,), on=desk.today()
    )
    take_back(desk, session, mo, lines)
    sessions.remove(desk, session)
    bin_verbs.empty(desk, [("session", session)])
    assert not on_disk(desk, f"{SECRET} words")
    back = merge.import_file(desk, file)
    texts = {e.text for e in sessions.record(desk, back.session).entries}
    assert texts == {"They come late"}, free


def test_a_no_to_a_line_that_was_emptied_still_reaches_the_other_laptop(desk, session):
    mo, _ = people.add(desk, session, "Mo", "carer")
    line = say(desk, session, "They come late", speaker=mo)
    back = TakenBack(purposes=(Purpose.OTHER_WORDS,), scope=Scope.LINES, lines=(line,), on=desk.today())
    take_back(desk, session, mo, back)
    capture.remove(desk, line)
    bin_verbs.empty(desk, [("entry", line)])
    with desk.store.read() as connection:
        assert [row.circle for row in permits.of(connection, line)] == [Circle.CAME]
    record = sessions.record(desk, session)
    private = between_laptops.of(desk, record)
    assert line in {row.subject for row in private.permissions}
    assert line not in {row.id for row in private.gone}  # the other laptop keeps its line
