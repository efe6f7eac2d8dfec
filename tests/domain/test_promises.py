import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from coprod_desktop.domain.promises import (
    QUIET_AFTER,
    Standing,
    alike,
    as_told,
    days,
    days_late,
    days_without_news,
    for_file,
    going,
    heard_since,
    in_words,
    known_as,
    last_heard,
    latest,
    news,
    of_telling,
    score,
    score_of,
    standing,
    standing_told,
    was_promised,
    words_of,
)
from coprod_desktop.domain.record import Telling, Update
from coprod_desktop.domain.words import AnswerKind, EarlierStatus, UpdateState
from coprod_desktop.services.bring_in.session_file import read
from tests.domain.making import point, record

PATH = Path(__file__).parents[1] / "samples" / "steering-group.json"
EXPECTED = json.loads(PATH.read_bytes())["expected"]
RECORD = read(PATH.read_bytes())
AS_OF = date(2026, 11, 22)
BY_KEY = {p.key: p for p in RECORD.earlier}


def keys(*stands):
    return [key for key, p in BY_KEY.items() if standing_told(p, AS_OF) in stands]


def test_the_steering_group_sample():
    assert keys(Standing.OVERDUE) == EXPECTED["overdue_on_as_of"]
    assert keys(Standing.KEPT) == EXPECTED["kept_on_time"]
    assert keys(Standing.KEPT_LATE) == list(EXPECTED["kept_late"])
    assert keys(Standing.CHANGED_TO_NO) == EXPECTED["changed_to_no"]
    assert keys(Standing.NOT_DUE) == EXPECTED["not_due_yet"]
    for key, silent in EXPECTED["no_update_for_days"].items():
        assert days_without_news(of_telling(BY_KEY[key]), AS_OF) == silent
    assert score(RECORD.earlier, AS_OF) == "2 of 7 kept (1 on time), 2 overdue, 1 changed to no, 2 not due yet"


def test_not_done_is_called_by_its_name():
    assert in_words(of_telling(BY_KEY["2025-2"]), AS_OF).startswith("We did not do this")
    assert in_words(of_telling(BY_KEY["2025-3"]), AS_OF) == "Done, 70 days late"
    assert days_late(of_telling(BY_KEY["2025-4"]), AS_OF) == 22
    assert "progress" not in " ".join(in_words(of_telling(p), AS_OF) for p in RECORD.earlier)


def test_an_earlier_day_sees_an_earlier_state():
    assert standing_told(BY_KEY["2025-3"], date(2026, 6, 1)) is Standing.OVERDUE
    assert standing_told(BY_KEY["2025-4"], date(2026, 10, 31)) is Standing.NOT_DUE


def test_no_promises_no_score():
    assert score((), AS_OF) is None


DUE = date(2026, 11, 6)


@pytest.mark.parametrize(
    ("updates", "as_of", "stands", "words"),
    [
        ((), date(2026, 11, 6), Standing.NOT_DUE, None),
        ((), date(2026, 11, 7), Standing.OVERDUE, "The date passed 1 day ago, and nobody has said whether it is done"),
        ((("done", 6),), AS_OF, Standing.KEPT, "Done, on time"),
        ((("done", 9),), AS_OF, Standing.KEPT_LATE, "Done, 3 days late"),
        ((("done", 9),), date(2026, 11, 8), Standing.OVERDUE, "The date passed 2 days ago, and nobody has said whether it is done"),
        ((("in hand", 1),), date(2026, 11, 2), Standing.NOT_DUE, "In hand"),
        ((("late", 7),), date(2026, 11, 9), Standing.OVERDUE, "Not done yet. It is 3 days late"),
        ((("not done", 7),), date(2026, 11, 9), Standing.OVERDUE, "We did not do this. It is 3 days late"),
        ((("part done", 7),), date(2026, 11, 9), Standing.OVERDUE, "We did part of this, not all. It is 3 days late"),
        ((("done", 1), ("changed to no", 8)), AS_OF, Standing.CHANGED_TO_NO, "Changed to no"),
    ],
)  # fmt: skip
def test_how_a_promise_is_going(updates, as_of, stands, words):
    made = tuple(Update(id=f"u{d}", on=date(2026, 11, d), state=UpdateState(s)) for s, d in updates)
    promise = point(1, "Ring back", due=DUE, updates=made)
    assert standing(promise, as_of) is stands
    assert going(promise, as_of) == words


def test_a_no_is_no_promise():
    assert standing(point(1, "Ring back", answer="cannot"), AS_OF) is None
    assert going(point(1, "Ring back", answer="cannot"), AS_OF) is None
    assert days_late(point(1, "Ring back", answer="cannot"), AS_OF) == 0
    assert standing(point(1, "Ring back", answer="done"), AS_OF) is Standing.KEPT


# ---- tellings: what a paper said of a promise


def telling(**fields):
    return Telling(**{"id": "t", "key": "t1", "text": "As the paper said", **fields})


def test_a_promise_known_from_one_paper_only_has_that_papers_id():
    alone = telling()
    assert known_as(alone) == "t"
    later = replace(alone, id="later", made=replace(point(1, ""), tellings=(alone,)))
    assert known_as(later) == "t"
    assert known_as(replace(later, made=point(1, "The rota"))) == "p1"
    assert known_as(replace(later, made=replace(point(1, ""), tellings=()))) == "p1"


def test_a_promise_no_paper_told_of_says_what_the_answer_says():
    made = point(1, "The rota", text="We print it", owner="Head of care")
    untold = telling(made=made)
    assert (as_told(untold).text, as_told(untold).owner, as_told(untold).due) == (
        "We print it",
        "Head of care",
        made.due,
    )
    told = telling(made=made, told_on=AS_OF, text="We will print it")
    assert as_told(told) is told
    assert as_told(telling(made=made, status=EarlierStatus.DONE)).text == "As the paper said"
    assert as_told(telling()).text == "As the paper said"


def test_two_records_of_one_promise_share_its_words_and_its_day():
    assert alike(" We  PRINT it. ", AS_OF) == alike("we print it", AS_OF)
    assert alike("we print it", AS_OF) != alike("we print it", None)
    assert alike(None, None) == ("", None)
    assert alike("We print it .", None) == alike("we print it", None) == ("we print it", None)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": "We print it"}, "We print it"),
        ({"text": None}, "We will"),
        ({"text": None, "answer": None}, "The rota"),
    ],
)
def test_what_was_promised_is_the_answers_words_else_what_it_is_called(fields, words):
    assert words_of(point(1, "The rota", **fields)) == words


@pytest.mark.parametrize(
    ("state", "status", "done_on", "no_on"),
    [
        (None, EarlierStatus.ON_TRACK, None, None),
        (UpdateState.DONE, EarlierStatus.DONE, AS_OF, None),
        (UpdateState.CHANGED_TO_NO, EarlierStatus.WILL_NOT_HAPPEN, None, AS_OF),
        (UpdateState.NOT_DONE, EarlierStatus.NOT_DONE, None, None),
    ],
)
def test_a_file_says_something_of_each_promise(state, status, done_on, no_on):
    updates = (Update(id="u", on=AS_OF, state=state, text="Told"),) if state else ()
    said = for_file(telling(made=point(1, "The rota", updates=updates)))
    assert (said.status, said.done_on, said.decided_on) == (status, done_on, no_on)


def test_a_file_leaves_what_a_paper_said_of_a_promise_as_it_is():
    said = telling(status=EarlierStatus.PART_DONE, made=point(1, "The rota"))
    assert for_file(said) is said
    done = telling(made=point(1, "The rota", answer="done"))
    assert for_file(done).status is EarlierStatus.DONE


def test_nothing_was_heard_of_a_promise_that_is_closed_or_of_which_nobody_told():
    assert days_without_news(point(1, "The rota"), AS_OF) is None
    done = point(1, "The rota", updates=(Update(id="u", on=AS_OF, state=UpdateState.DONE),))
    assert days_without_news(done, AS_OF) is None


def updated(*states, answer="will", due=DUE):
    made = tuple(Update(id=f"u{d}", on=date(2026, 11, d), state=UpdateState(s)) for s, d in states)
    return point(1, "Ring back", answer=answer, due=due, updates=made)


@pytest.mark.parametrize(
    ("promise", "stands", "words"),
    [
        (updated(("not done", 7), due=None), Standing.OVERDUE, "We did not do this"),
        (updated(("in hand", 7), due=None), Standing.NOT_DUE, "In hand, no date was given"),
        (updated(due=None), Standing.NOT_DUE, "No date was given"),
        (updated(("done", 7), due=None), Standing.KEPT, "Done"),
        (updated(answer="done"), Standing.KEPT, "Done"),
        (updated(("not done", 7), answer="done"), Standing.OVERDUE, "We did not do this. It is 16 days late"),
        (updated(due=date(2026, 12, 1)), Standing.NOT_DUE, "Not due yet"),
        (updated(("in hand", 7), due=date(2026, 12, 1)), Standing.NOT_DUE, "In hand, not due yet"),
        (updated(("done", 6)), Standing.KEPT, "Done, on time"),
        (updated(("changed to no", 7), answer="cannot"), Standing.CHANGED_TO_NO, "Changed to no"),
    ],
)
def test_with_and_without_a_day(promise, stands, words):
    assert standing(promise, AS_OF) is stands
    assert in_words(promise, AS_OF) == words
    assert days_late(promise, AS_OF) == (16 if "16" in words else 0)


def test_a_day_by_which_people_were_to_be_told_is_no_lateness():
    asked = replace(updated(), asked_who="Contracts", asked_on=date(2026, 9, 1))
    assert going(asked, AS_OF) == "We said 6 November. We have not told you yet"


def test_no_word_for_ninety_days_is_said():
    quiet = updated(("late", 7))
    after = date(2026, 11, 7) + timedelta(days=QUIET_AFTER)
    assert going(quiet, after - timedelta(days=1)) == "Not done yet. It is 90 days late"
    assert going(quiet, after) == "Not done yet. It is 91 days late. No word about it for 90 days"
    assert days_without_news(quiet, date(2026, 11, 7)) == 0
    future = telling(told_on=date(2026, 11, 1), status=EarlierStatus.ON_TRACK, last_update=date(2026, 12, 24))
    assert days_without_news(of_telling(future), AS_OF) == 0


def test_the_last_word_keeps_the_day_an_earlier_one_of_it_gave():
    first = telling(id="a", told_on=date(2026, 11, 8), status=EarlierStatus.DONE, done_on=date(2026, 11, 7))
    again = telling(id="b", told_on=date(2026, 11, 9), status=EarlierStatus.DONE)
    made = replace(updated(), tellings=(again, first))
    assert latest(made, AS_OF).happened_on == date(2026, 11, 7)
    assert in_words(made, AS_OF) == "Done, 1 day late"
    other = replace(first, status=EarlierStatus.WILL_NOT_HAPPEN, done_on=None, decided_on=date(2026, 11, 7))
    assert latest(replace(made, tellings=(other, again)), AS_OF).happened_on is None


def test_what_happens_later_is_not_known_yet():
    told = telling(told_on=date(2026, 11, 1), status=EarlierStatus.DONE, done_on=date(2026, 11, 23))
    assert news(of_telling(told), AS_OF) == ()
    assert [n.state for n in news(of_telling(told), date(2026, 11, 23))] == [UpdateState.DONE]
    assert [n.heard_on for n in news(of_telling(told))] == [date(2026, 11, 23)]


def test_an_answer_that_turned_into_a_no_is_a_no_to_the_papers_that_told_of_it():
    assert standing_told(telling(made=point(1, "Ring back", answer="cannot")), AS_OF) is Standing.CHANGED_TO_NO


def test_whether_anything_was_heard_since_a_day():
    session = record(updated(("in hand", 8)))
    assert heard_since(session, date(2026, 11, 7), AS_OF)
    assert not heard_since(session, date(2026, 11, 8), AS_OF)
    assert not heard_since(session, date(2026, 11, 7), date(2026, 11, 7))
    told = telling(told_on=date(2026, 11, 8), status=EarlierStatus.ON_TRACK)
    assert heard_since(replace(record(), earlier=(told,)), date(2026, 11, 7), AS_OF)


def test_a_file_says_when_something_was_last_heard_and_why_it_is_a_no():
    no = Update(id="u", on=DUE, state=UpdateState.CHANGED_TO_NO, text="No money")
    said = for_file(telling(made=point(1, "The rota", updates=(no,))))
    assert (said.last_update, said.reason) == (DUE, "No money")
    assert for_file(telling(reason="No staff", made=point(1, "The rota", updates=(no,)))).reason == "No staff"
    late = for_file(telling(made=updated(("late", 7))))
    assert (late.status, late.reason) == (EarlierStatus.ON_TRACK, None)


@pytest.mark.parametrize(
    ("stands", "line"),
    [
        ([Standing.OVERDUE], "0 of 1 kept, 1 overdue"),
        ([Standing.KEPT_LATE], "1 of 1 kept (0 on time)"),
        ([Standing.KEPT, Standing.NOT_DUE], "1 of 2 kept (1 on time), 1 not due yet"),
    ],
)
def test_the_score(stands, line):
    assert score_of(stands) == line


TOLD = Telling(id="t", key="t1", text="We print it", answer=AnswerKind.WILL, told_on=date(2026, 11, 1))
"""What a paper told of a promise when it was made."""


@pytest.mark.parametrize(
    ("answer", "telling", "stands", "words"),
    [
        ("cannot", TOLD, Standing.CHANGED_TO_NO, "Changed to no"),
        ("passed_on", TOLD, Standing.CHANGED_TO_NO, "Changed to no"),
        ("already", TOLD, Standing.KEPT, "Done"),
        (None, TOLD, Standing.OVERDUE, "The date passed 16 days ago, and nobody has said whether it is done"),
        ("cannot", replace(TOLD, told_on=None), None, "No. We cannot"),
        ("cannot", replace(TOLD, answer=AnswerKind.WILL_NOT), None, "No. We cannot"),
        ("already", None, None, "We already do this"),
        (None, None, None, ""),
    ],
)
def test_a_promise_on_paper_stays_one_whatever_its_answer_turned_into(answer, telling, stands, words):
    made = replace(updated(answer=answer), tellings=(telling,) if telling else ())
    assert standing(made, AS_OF) is stands
    assert in_words(made, AS_OF) == words
    assert was_promised(made) is (telling is TOLD)


def test_what_was_heard_is_said_where_nothing_is_promised():
    heard = Update(id="u", on=DUE, state=UpdateState.IN_HAND)
    assert in_words(point(1, "Ring back", answer=None, updates=(heard,)), AS_OF) == "In hand"


@pytest.mark.parametrize(
    ("heard", "told", "stands"),
    [
        ("done", EarlierStatus.ON_TRACK, Standing.KEPT),
        ("changed to no", EarlierStatus.NOT_DONE, Standing.CHANGED_TO_NO),
        ("done", EarlierStatus.WILL_NOT_HAPPEN, Standing.CHANGED_TO_NO),
        ("in hand", EarlierStatus.NOT_DONE, Standing.OVERDUE),
    ],
)
def test_a_paper_that_could_not_tell_yet_takes_back_no_end_that_somebody_told(heard, told, stands):
    later = telling(told_on=date(2026, 11, 9), status=told)
    made = replace(updated((heard, 5), due=None), tellings=(later,))
    assert standing(made, AS_OF) is stands
    closed = telling(id="c", told_on=date(2026, 11, 5), status=EarlierStatus.DONE)
    by_papers = replace(updated(due=None), tellings=(closed, replace(later, status=EarlierStatus.NOT_DONE)))
    assert standing(by_papers, AS_OF) is Standing.OVERDUE


def test_an_update_after_an_end_counts_again():
    assert standing(updated(("done", 5), ("not done", 9), due=None), AS_OF) is Standing.OVERDUE


def test_the_day_on_which_something_was_last_heard():
    assert last_heard(updated(), AS_OF) is None
    assert last_heard(updated(("in hand", 3), ("late", 8)), AS_OF) == date(2026, 11, 8)
    undated = telling(told_on=date(2026, 11, 9), status=EarlierStatus.DONE)
    assert last_heard(of_telling(undated), AS_OF) is None
    dated = replace(undated, done_on=date(2026, 11, 4))
    assert last_heard(of_telling(dated), AS_OF) == date(2026, 11, 4)
    assert last_heard(of_telling(replace(dated, last_update=date(2026, 11, 8))), AS_OF) == date(2026, 11, 8)
    no = replace(undated, status=EarlierStatus.WILL_NOT_HAPPEN, done_on=date(2026, 11, 4), decided_on=DUE)
    assert last_heard(of_telling(no), AS_OF) == DUE


def test_a_telling_without_a_promise_of_its_own_is_the_promise():
    told = telling(
        owner="Head of care", due=DUE, status=EarlierStatus.NOT_DONE, told_on=date(2026, 11, 7), reason="No van"
    )
    promise = of_telling(told)
    assert (promise.id, promise.you_said, promise.answer, promise.text) == (
        "t",
        "",
        AnswerKind.WILL,
        "As the paper said",
    )
    assert (promise.owner, promise.due, promise.tellings) == ("Head of care", DUE, (told,))
    assert of_telling(replace(told, promise="q", answer=AnswerKind.PARTLY)).id == "q"
    assert of_telling(replace(told, answer=AnswerKind.PARTLY)).answer is AnswerKind.PARTLY
    (heard,) = news(promise)
    assert (heard.said_on, heard.state, heard.text, heard.id, heard.about) == (
        *(date(2026, 11, 7), UpdateState.NOT_DONE, "No van"),
        *("t", "t"),
    )
    (own,) = news(updated(("late", 7)))
    assert (own.id, own.about, own.told) == ("u7", "p1", None)


def test_one_day_is_one_day():
    assert days(1) == "1 day"
    assert days(70) == "70 days"


@pytest.mark.parametrize(
    ("state", "days_before", "words"),
    [
        ("in hand", 0, "Not done yet. It is 16 days late"),
        ("part done", 100, "We did part of this, not all. It is 16 days late. No word about it for 116 days"),
        ("not done", 73, "We did not do this. It is 16 days late"),
        ("not done", 74, "We did not do this. It is 16 days late. No word about it for 90 days"),
    ],
)
def test_what_is_said_of_a_promise_whose_day_is_past(state, days_before, words):
    heard = Update(id="u", on=DUE - timedelta(days=days_before), state=UpdateState(state))
    assert going(point(1, "Ring back", due=DUE, updates=(heard,)), AS_OF) == words


def test_a_promise_that_is_overdue_though_it_has_no_day_says_no_lateness():
    assert days_late(updated(("not done", 7), due=None), AS_OF) == 0
    assert going(updated(("not done", 7), due=None), AS_OF) == "We did not do this"


def test_what_is_kept_on_its_day_is_kept_in_time_and_the_next_day_late():
    for day, stands, late in ((5, Standing.KEPT, 0), (6, Standing.KEPT, 0), (7, Standing.KEPT_LATE, 1)):
        assert (standing(updated(("done", day)), AS_OF), days_late(updated(("done", day)), AS_OF)) == (stands, late)
