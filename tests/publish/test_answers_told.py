"""What an answer may say, in every way out: both papers, Easy Read, the letter, the list for a spreadsheet, the calendar."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain import answers
from coprod_desktop.domain.check.answers import is_whole
from coprod_desktop.domain.check.findings import draft_reasons, findings
from coprod_desktop.domain.record import Update
from coprod_desktop.domain.words import AnswerKind, UpdateState
from coprod_desktop.publish.calendar_days import follow_up_days
from coprod_desktop.publish.easy import kinds
from coprod_desktop.publish.easy.chosen import EasyRead
from coprod_desktop.publish.easy.pages import easy_document
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.own.letter import Addressee, letter
from coprod_desktop.publish.spreadsheets import promises
from coprod_desktop.publish.stories.you_said_we_did import you_said_we_did
from coprod_desktop.publish.stories.you_said_we_will import you_said_we_will
from tests.domain.making import DAY, entry, point, record
from tests.publish.telling_papers import told

DUE = datetime.date(2026, 11, 13)
LATER = datetime.date(2026, 11, 20)
PAPERS = ("you said, we will", "you said, we did", "easy read", "easy read of the update", "letter", "list")


def said(*rows, as_of=LATER):
    """What each way out says, as one text."""
    snapshot = open_gate(record(entry(1, "Nobody rings back", quote_ok=True), *rows), (), as_of)
    will, did = you_said_we_will(snapshot), you_said_we_did(snapshot)
    tellings = (kinds.you_said_we_will(snapshot), kinds.you_said_we_did(snapshot))
    easies = [easy_document(telling, EasyRead()) for telling in tellings]
    post = letter(snapshot, Addressee(salutation=None, came=True), (), as_of).document
    texts = [told(document) for document in (will, did, *easies, post, promises(snapshot))]
    return dict(zip(PAPERS, texts, strict=True))


@pytest.mark.parametrize("way", PAPERS)
@pytest.mark.parametrize("state", [None, UpdateState.IN_HAND, UpdateState.LATE])
def test_a_do_not_know_yet_past_its_day_says_the_truth(way, state):
    heard = (Update(id="u", on=DAY, state=state),) if state else ()
    waiting = point(1, "Who pays for travel", 1, answer="not_decided", due=DUE, updates=heard)
    words = said(waiting)[way].replace("\n", " ")
    assert "We said 13 November. We have not told you yet" in words
    assert "nobody has said whether it is done" not in words
    assert "We did not do this" not in words


def test_the_truth_names_the_year_when_it_is_another():
    waiting = point(1, "Who pays", 1, answer="not_decided", due=DUE)
    told_late = said(waiting, as_of=datetime.date(2027, 1, 5))["you said, we did"]
    assert "We said 13 November 2026. We have not told you yet." in told_late


@pytest.mark.parametrize("answer", ["will", "partly"])
def test_a_day_to_tell_a_date_by_is_no_date_and_past_it_says_the_truth(answer):
    asked = {"asked_who": "Head of contracts", "asked_on": DAY, "due": DUE, "reason": "Money"}
    promise = point(1, "Ring back", 1, answer=answer, **asked)
    stands = "No date given: we asked Head of contracts on 17 September 2026, and will tell you by 13 November 2026"
    short = ("We asked Head of contracts on 17 September 2026.", "We will tell you by 13 November 2026.")
    before, after = said(promise, as_of=DAY), said(promise)
    for way in PAPERS:
        for words in short if "easy" in way else (stands,):
            assert words in before[way].replace("\n", " ")
        assert "We have not told you yet" in after[way]
        assert "nobody has said whether it is done" not in after[way]
    (event,) = follow_up_days(open_gate(record(promise), (), DAY))
    assert event.summary.startswith("By this day we tell you: ")


def test_who_was_asked_twice_is_said():
    asked = {"asked_who": "Head of contracts", "asked_on": DAY, "chased_on": datetime.date(2026, 10, 1), "due": DUE}
    twice = "we asked Head of contracts on 17 September 2026, and again on 1 October 2026, and will tell you by"
    assert twice in said(point(1, "Ring back", 1, **asked), as_of=DAY)["you said, we will"]


@pytest.mark.parametrize("way", PAPERS)
@pytest.mark.parametrize("answer", [kind for kind in AnswerKind if answers.is_no(kind)])
@given(due=st.dates(datetime.date(2026, 11, 1), datetime.date(2027, 12, 31)), asked=st.booleans())
def test_a_no_has_no_day_in_any_paper(way, answer, due, asked):
    more = {"asked_who": "Head of contracts", "asked_on": DAY} if asked else {}
    words = said(point(1, "A minibus", 1, answer=answer, reason="There is no money", due=due, **more))[way]
    assert answers.words(answer) in words
    day = f"{due.day} {due:%B %Y}"
    assert day not in words.replace(f"{LATER.day} {LATER:%B %Y}", "")
    assert due.isoformat() not in words
    assert "will tell you by" not in words


@pytest.mark.parametrize(
    ("lacks", "asked"),
    [
        ({"owner": None, "due": None}, "Who, by when."),
        ({"answer": "partly", "text": None}, "Which part, why not all of it."),
        ({"answer": "passed_on", "owner": None}, "To whom."),
        ({"answer": "already", "text": None}, "How to get it, why people had not heard."),
        ({"answer": "not_decided", "due": None}, "When there will be an answer."),
        ({"answer": "cannot"}, "Why."),
        ({"asked_who": "Head of contracts"}, "When they were asked."),
    ],
)
def test_a_draft_says_at_each_answer_what_is_not_said_yet(lacks, asked):
    texts = said(point(1, "Ring back", 1, **lacks), point(2, "Late calls", due=LATER))
    for way in PAPERS[:5]:
        assert (asked.lower() if "easy" in way else asked) in texts[way]
    assert "Not said yet" not in said(point(2, "Late calls", 1, due=LATER))["you said, we will"]


TEXTS = st.sampled_from([None, " ", "Head of home care"])
DAYS = st.sampled_from([None, DUE])
FIELDS = {
    "answer": st.sampled_from([None, *(str(kind) for kind in AnswerKind)]),
    **dict.fromkeys(("text", "owner", "reason", "asked_who"), TEXTS),
    **dict.fromkeys(("due", "asked_on", "owner_agreed"), DAYS),
}


@given(st.fixed_dictionaries(FIELDS))
def test_a_paper_is_a_draft_exactly_while_an_answer_is_not_whole(fields):
    """And what is filled in more never makes a whole answer a draft, but for half of who was asked."""
    one = point(1, "Ring back", **fields)
    snapshot = open_gate(record(one), (), DAY)
    assert snapshot.draft == (not is_whole(one))
    assert bool(draft_reasons(findings(record(one)))) == snapshot.draft
    assert bool(snapshot.points[0].missing) == (snapshot.draft and one.answer is not None)


@given(st.fixed_dictionaries(FIELDS))
def test_a_promise_to_do_something_is_whole_only_with_who_and_a_day(fields):
    one = point(1, "Ring back", **fields)
    if one.answer in {AnswerKind.WILL, AnswerKind.PARTLY} and is_whole(one):
        assert one.owner.strip()
        assert one.due
    if one.answer is AnswerKind.PASSED_ON and is_whole(one):
        assert one.owner.strip()
