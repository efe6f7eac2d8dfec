"""Which decision counts: not by its day, but by what its writer was shown."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.check.findings import Decisions, blocking, findings, questions
from coprod_desktop.domain.check.kinds import FindingKind
from coprod_desktop.domain.check.settled import Decision, Settlement, standing
from coprod_desktop.domain.check.words import words_hash
from tests.domain.making import DAY, entry, point, record

LATE, EARLY = DAY + datetime.timedelta(days=365), DAY


def decided(key: str, decision: Decision, *over: str, on: datetime.date = DAY, reviewed: bool = False) -> Settlement:
    return Settlement(
        id=key, subject="e1", kind="phone", words_hash="x", decision=decision, on=on, over=over, reviewed=reviewed
    )


def test_leaving_out_stands_against_a_fine_of_a_later_day():
    fine, out = decided("a", Decision.FINE, on=LATE), decided("b", Decision.LEAVE_OUT, on=EARLY)
    for order in ((fine, out), (out, fine)):
        assert standing(order)[0] is out


def test_fine_counts_when_it_names_what_it_was_shown():
    out, fine = decided("a", Decision.LEAVE_OUT, on=LATE), decided("b", Decision.FINE, "a", on=EARLY)
    assert standing((out, fine)) == (fine, ("a",))
    again = decided("c", Decision.LEAVE_OUT, on=EARLY)
    assert standing((out, fine, again))[0] is again


def test_what_a_person_looked_at_counts_before_what_was_reviewed():
    by_hand, reviewed = decided("a", Decision.FINE), decided("b", Decision.FINE, reviewed=True)
    assert standing((by_hand, reviewed))[0] is by_hand


_ROWS = st.lists(
    st.tuples(st.sampled_from(list(Decision)), st.sets(st.sampled_from("abcdef")), st.integers(0, 900)), max_size=6
)


@given(_ROWS, st.randoms())
def test_neither_days_nor_order_decide(rows, chance):
    every = [
        decided(key, decision, *over, on=DAY + datetime.timedelta(days=days))
        for key, (decision, over, days) in zip("abcdef", rows, strict=False)
        if decision is not Decision.OTHER_WORDS
    ]
    named = {i for s in every if s.decision is Decision.FINE for i in s.over}
    holds = any(s.decision is Decision.LEAVE_OUT and s.id not in named for s in every)
    mixed = list(every)
    chance.shuffle(mixed)
    counts, strict = standing(mixed)
    assert (counts is not None and counts.decision is Decision.LEAVE_OUT) == (
        holds or (bool(every) and all(s.decision is Decision.LEAVE_OUT for s in every))
    )
    assert set(strict) == {s.id for s in every if s.decision is Decision.LEAVE_OUT}


SAID = "ring me on 07700 900481"


def test_the_same_words_in_three_places_are_one_question():
    session = record(entry(1, SAID, quote_ok=True), entry(2, SAID, quote_ok=True), point(1, SAID, 2))
    found = blocking(findings(session))
    assert len(found) == 3
    ((first, *_),) = questions(found)
    fine = Settlement(
        subject=first.subject, kind=first.kind, words_hash=first.words_hash, decision=Decision.FINE, on=DAY, id="a"
    )
    assert blocking(findings(session, [fine])) == ()


@pytest.mark.parametrize("changed", [SAID + " please", SAID.replace("1", "2")])
def test_other_words_in_one_place_are_asked_about_again(changed):
    session = record(entry(1, SAID), entry(2, SAID))
    fine = [
        Settlement(subject=f.subject, kind=f.kind, words_hash=f.words_hash, decision=Decision.FINE, on=DAY, id="a")
        for f in blocking(findings(session))
    ]
    after = record(entry(1, SAID), entry(2, changed))
    assert [f.entry for f in blocking(findings(after, fine))] == [2]


def test_words_that_were_left_out_once_are_left_out_wherever_they_stand():
    phone = "Ring 07700 900123"
    out = Settlement(subject="e1", kind="phone", words_hash=words_hash(phone), decision=Decision.LEAVE_OUT, on=DAY)
    decided_here = Decisions([out])
    assert decided_here.leaves_out(phone, [FindingKind.NAME, FindingKind.PHONE])
    assert not decided_here.leaves_out(phone, [FindingKind.NAME])
    assert not decided_here.leaves_out("Ring 07700 900124", [FindingKind.PHONE])
    assert not Decisions(()).leaves_out(phone, [FindingKind.PHONE])
