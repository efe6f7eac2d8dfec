"""What is looked at before a paper is made: what is asked, in which words, and what each key does."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.check.settled import Decision, Finding, Settlement, Severity
from coprod_desktop.services.seen.looking import KEYS, Choice, State, items

TEXT = "Ring my carer Dolores Quimby on 07700 900123"


def found(**more):
    told = {
        "subject": "e1",
        "subject_kind": "entry",
        "entry": 1,
        "kind": "third_person",
        "severity": Severity.PRIVACY,
        "words": "Dolores Quimby",
        "why": "names a person who is not on the list",
        "words_hash": "h1",
        "text": TEXT,
        "field": "text",
        "marks": ((14, 28),),
    }
    return Finding(**(told | more))


def settled(decision, ident="s1"):
    on = datetime.date(2026, 11, 26)
    return Settlement(subject="e1", kind="third_person", words_hash="h1", decision=decision, on=on, id=ident)


def gap(kind="unanswered", subject="e1", **more):
    return found(
        kind=kind, subject=subject, severity=Severity.INCOMPLETE, why="not answered yet", words="They are late",
        text="", marks=(), words_hash=subject, **more,
    )  # fmt: skip


def only(*findings):
    (one,) = items(findings)
    return one


def choices(item):
    return [choice for choice, _words in item.choices()]


def test_every_choice_has_a_key_of_its_own_and_it_is_the_same_everywhere():
    assert sorted(KEYS.values()) == ["1", "2", "3", "4", "5"]
    assert set(KEYS) == set(Choice)


def test_the_sentence_comes_with_the_found_words_marked():
    assert only(found()).sentence() == (
        ("Ring my carer ", False),
        ("Dolores Quimby", True),
        (" on 07700 900123", False),
    )
    assert (
        only(found()).title == "“Ring my carer [Dolores Quimby] on 07700 900123”: names a person who is not on the list"
    )


def test_a_question_is_read_out_whole_with_its_keys():
    assert only(found()).spoken() == (
        "Names a person who is not on the list. Ring my carer [Dolores Quimby] on 07700 900123. "
        "In what people said. No paper is made until this is settled. "
        "Keys: 1 Leave it out, 2 It is fine, 3 Other words, 4 Change it on Answer, 5 Not now."
    )


def test_what_must_be_settled_comes_first_then_what_is_asked_then_what_is_missing():
    asked = found(kind="health", blocks=False, words_hash="h2")
    done = found(kind="phone", words_hash="h3", settled=settled(Decision.FINE))
    order = items([done, gap(), asked, found()])
    assert [one.state for one in order] == [State.MUST, State.ASKED, State.GAP, State.SETTLED]


def test_the_same_words_in_three_places_are_one_question():
    one = only(found(), found(subject="e2"), found(subject="p1", subject_kind="point"))
    assert one.where == "In what people said, and in 2 more places"


def test_the_same_gap_is_one_question_that_tells_each():
    one = only(*(gap(subject=f"e{n}") for n in range(8)))
    assert one.title == "8 things not answered yet"
    assert one.sentence()[0][0].count("“They are late”") == 6
    assert one.sentence()[0][0].endswith("and 2 more")
    assert one.place() == ("answer", "Go to Answer")
    assert one.row("s") is None
    assert only(gap()).row("s") == Ref("entry", "e1")


@pytest.mark.parametrize(
    ("finding", "wanted"),
    [
        (found(), [Choice.LEAVE_OUT, Choice.FINE, Choice.OTHER_WORDS, Choice.GO, Choice.LATER]),
        (found(subject_kind="point"), [Choice.LEAVE_OUT, Choice.FINE, Choice.GO, Choice.LATER]),
        (found(subject_kind="vote"), [Choice.LEAVE_OUT, Choice.FINE, Choice.LATER]),
        (found(blocks=False), [Choice.LEAVE_OUT, Choice.FINE, Choice.OTHER_WORDS, Choice.GO, Choice.LATER]),
        (gap(), [Choice.GO, Choice.LATER]),
        (gap("numbers"), [Choice.FINE, Choice.GO, Choice.LATER]),
        (gap("no_other_words"), [Choice.OTHER_WORDS, Choice.LATER]),
        (found(settled=settled(Decision.FINE)), [Choice.LEAVE_OUT, Choice.OTHER_WORDS, Choice.LATER]),
        (found(settled=settled(Decision.LEAVE_OUT)), [Choice.FINE, Choice.OTHER_WORDS, Choice.LATER]),
        (found(settled=settled(Decision.LEAVE_OUT, "")), [Choice.LATER]),
    ],
)
def test_what_can_be_chosen(finding, wanted):
    assert choices(only(finding)) == wanted


@pytest.mark.parametrize(
    ("finding", "place", "row"),
    [
        (found(subject_kind="point", subject="p1"), "answer", Ref("point", "p1")),
        (found(subject_kind="session", subject="s", field="contact"), "get_ready", Ref("session", "contact")),
        (found(subject_kind="session", subject="a1", field="leads"), "get_ready", Ref("agenda_item", "a1")),
        (found(subject_kind="earlier", subject="t1"), "follow_up", Ref("earlier", "t1")),
        (gap("numbers", subject="s", subject_kind="session"), "listen", Ref("session", "text")),
    ],
)
def test_change_it_leads_to_that_very_thing(finding, place, row):
    one = only(finding)
    assert one.place()[0] == place
    assert one.row("s") == row


def test_what_settles_itself_is_nobodys_decision():
    assert only(found(settled=settled(Decision.LEAVE_OUT, ""))).by_person is None
    assert only(found(settled=settled(Decision.LEAVE_OUT))).by_person is Decision.LEAVE_OUT
    assert only(replace(found(), settled=settled(Decision.FINE))).detail.startswith("Settled: it is fine as it is, ")
