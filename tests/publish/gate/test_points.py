"""What the gate says of a point: its answer, how its promise goes, what was told before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coprod_desktop.domain.check.findings import findings
from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.domain.record import Telling, Update
from coprod_desktop.domain.words import AnswerKind, EarlierStatus, Sorter, Standing, UpdateState
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.gate.points import uid_of
from coprod_desktop.publish.snapshot import PublicEarlier, PublicPoint, PublicQuote, PublicUpdate
from tests.domain.making import DAY, entry, point, record, settle


def opened(*rows, organisation=None, **session):
    return open_gate(record(*rows, **session), (), DAY, organisation)


def test_what_people_were_told_before_stays_beside_the_answer():
    no = Telling(id="t", key="t1", text="We cannot", answer=AnswerKind.CANNOT, told_on=DAY)
    made = point(1, "The rota", tellings=(no,), text="We will print it")
    assert opened(made).points[0].before.startswith("We said no on 17 September 2026.")
    will = replace(no, answer=AnswerKind.WILL, text="We will print it next week")
    done = point(1, "The rota", answer="done", tellings=(will,), text="It is printed")
    before = opened(done).points[0].before
    assert before.startswith("On 17 September 2026 we said: We will.")
    assert "next week" in before
    assert opened(point(1, "The rota")).points[0].before is None


@pytest.mark.parametrize(
    ("answer", "due", "was_due"),
    [("will", DAY, None), ("cannot", None, DAY), ("passed_on", DAY, None), (None, DAY, None)],
)
def test_the_day_a_no_had_before_is_known_only_as_that(answer, due, was_due):
    (made,) = opened(point(1, "The rota", answer=answer, due=DAY)).points
    assert (made.due, made.was_due) == (due, was_due)


def test_each_promise_has_a_name_of_its_own_in_a_calendar_that_stays_and_tells_nothing():
    first, second = opened(point(1, "The rota"), point(2, "The bus")).points
    assert first.uid != second.uid
    assert first.uid == opened(point(1, "Another rota", due=None)).points[0].uid
    assert "p1" not in first.uid


def test_a_point_says_how_its_promise_is_going():
    (quiet,) = opened(point(1, "The rota", due=DAY)).points
    assert (quiet.going, quiet.late, quiet.standing) == (None, False, Standing.NOT_DUE)
    (late,) = opened(point(1, "The rota", due=DAY - timedelta(days=2))).points
    assert late.going == "The date passed 2 days ago, and nobody has said whether it is done"
    assert (late.late, late.standing) == (True, Standing.OVERDUE)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, None),
        ({"owner": None}, "who"),
        ({"owner": None, "due": None}, "who, by when"),
        ({"answer": None, "owner": None}, None),
    ],
)
def test_a_draft_answer_says_what_it_does_not_say_yet(fields, missing):
    assert opened(point(1, "The rota", **fields)).points[0].missing == missing


@pytest.mark.parametrize(
    ("written", "printed"),
    [("2027-03-31", "31 March 2027"), ("In the spring", "In the spring"), (" ", None), (None, None)],
)
def test_when_a_no_is_looked_at_again_is_a_day_in_words_or_what_was_written(written, printed):
    made = point(1, "The rota", answer="cannot", reason="No staff", look_again=written)
    assert opened(made).points[0].look_again == printed


def test_who_was_asked_is_said_only_where_somebody_was():
    (made,) = opened(point(1, "The rota", due=None, asked_who="Contracts", asked_on=DAY)).points
    assert (made.asked, made.no_date) == ("No date given: we asked Contracts on 17 September 2026", True)
    (other,) = opened(point(1, "The rota")).points
    assert (other.asked, other.no_date) == (None, False)


@pytest.mark.parametrize("answer", [None, "will"])
def test_what_was_told_before_by_a_paper_that_gave_the_same_answer_or_none_is_not_repeated(answer):
    told = Telling(id="t", key="t1", text="We print it", answer=AnswerKind(answer) if answer else None, told_on=DAY)
    assert opened(point(1, "The rota", tellings=(told,))).points[0].before is None


def test_an_empty_text_is_called_by_what_it_is():
    made = opened(point(1, " "), title=" ", type=" ", purpose="  ")
    assert (made.title, made.type, made.purpose, made.points[0].you_said) == (
        *("A session", "session", None),
        "Something people said",
    )
    told = replace(record(), earlier=(Telling(id="t", key="t1", text=" ", due=DAY),))
    assert [one.text for one in open_gate(told, (), DAY).earlier] == ["A promise"]


def test_points_and_earlier_promises_stand_in_their_order():
    points = (replace(point(2, "The bus"), order=2), replace(point(1, "The rota"), order=1))
    assert [(one.id, one.you_said) for one in opened(*points).points] == [("1", "The rota"), ("2", "The bus")]
    told = tuple(Telling(id=text, key=text, text=text, order=n) for n, text in ((2, "Then"), (1, "First")))
    earlier = open_gate(replace(record(), earlier=told), (), DAY).earlier
    assert [(one.id, one.text) for one in earlier] == [("1", "First"), ("2", "Then")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            entry(1, "Can I say no to a man?", kind="question", theme="Who comes"),
            "A question about Who comes. We may not print the words",
        ),
        (
            entry(1, "Can I say no to a man?", theme="Who comes"),
            "Something about Who comes. We may not print the words",
        ),
        (entry(1, "Can I say no to a man?"), "Something. We may not print the words"),
    ],
)
def test_a_point_of_which_no_word_may_be_printed_says_what_it_was_about(line, said):
    made = record(
        line, point(1, "Can I say no to a man?", 1, text="Can I say no to a man?", reason="Can I say no to a man?")
    )
    public = open_gate(made, [settle(f, Decision.LEAVE_OUT) for f in findings(made)], DAY).points[0]
    assert public.you_said == said
    assert public.text == "We may not print the rest."
    assert public.reason == "We may not print the reason."


def test_of_a_point_each_thing_is_told_in_its_place():
    lines = (
        entry(1, "The rota is late", quote_ok=True),
        entry(2, "Nobody says why", publish="edit", public_text="People are not told", theme="Rotas"),
        entry(3, "It changes", theme="Hours"),
        entry(4, "A note", kind="note"),
    )
    made = point(
        1, "The rota", 1, 2, 3, reason_category="money", reason="It is dear", look_again="In spring", due=DAY,
        updates=(Update(id="u", on=DAY, state=UpdateState.IN_HAND, text="Begun"),), number=7, sorter=Sorter.ALONE,
    )  # fmt: skip
    assert opened(*lines, made).points == (
        PublicPoint(
            id="1",
            you_said="The rota",
            said_by=3,
            quotes=(PublicQuote(words="The rota is late", signed=None),),
            answer=AnswerKind.WILL,
            text="We will see to it.",
            owner="Head of home care",
            due=DAY,
            reason_category="money",
            reason="It is dear",
            look_again="In spring",
            updates=(PublicUpdate(on=DAY, state=UpdateState.IN_HAND, text="Begun"),),
            summaries=("People are not told",),
            uid=uid_of("p1"),
            going="In hand",
            standing=Standing.NOT_DUE,
            theme="Rotas",
            number=7,
            sorter=Sorter.ALONE,
        ),
    )


@pytest.mark.parametrize(("many", "told"), [(2, None), (3, 3)])
def test_how_many_said_it_is_told_from_three_up(many, told):
    lines = [entry(n, f"Line {n}") for n in range(1, many + 1)]
    assert opened(*lines, point(1, "The rota", *range(1, many + 1))).points[0].said_by == told


@pytest.mark.parametrize(
    ("answer", "publish", "waits", "quotes"),
    [(None, "yes", True, 0), (None, "no", False, 0), ("will", "yes", False, 1)],
)
def test_a_point_without_an_answer_waits_with_what_it_was_written_from(answer, publish, waits, quotes):
    (made,) = opened(
        entry(1, "The rota is late", publish=publish, quote_ok=True), point(1, "Rotas", 1, answer=answer)
    ).points
    assert (made.waits, len(made.quotes), made.number) == (waits, quotes, 1)


def test_a_point_without_an_answer_and_the_line_it_waits_with_are_one_reason_for_a_draft():
    line = entry(1, "The rota is late")
    assert opened(line, point(1, "Rotas", 1, answer=None)).draft_reasons == ("1 thing not answered yet",)
    assert opened(point(1, "Rotas", answer=None)).draft_reasons == ("1 point with no answer yet",)
    unsaid = opened(replace(line, said_for="a"), point(1, "Rotas", 1))
    assert (unsaid.draft, unsaid.draft_reasons) == (False, ())


def test_what_was_heard_of_a_promise_is_told_by_its_day_and_of_another_paper_the_day_alone():
    promise = point(
        1,
        "The rota",
        due=DAY,
        updates=(Update(id="u", on=DAY, state=UpdateState.LATE, text="Paper is dear"),),
        tellings=(
            Telling(
                id="a", text="x", status=EarlierStatus.DONE, reason="Elsewhere", done_on=DAY - timedelta(3), told_on=DAY
            ),
            Telling(id="b", text="x", status=EarlierStatus.DONE, reason="No day"),
        ),
    )
    assert opened(promise).points[0].updates == (
        PublicUpdate(on=DAY, state=UpdateState.LATE, text="Paper is dear"),
        PublicUpdate(on=DAY - timedelta(3), state=UpdateState.DONE, text=None, elsewhere=True),
    )


def test_of_an_earlier_promise_each_thing_is_told_and_one_that_may_not_be_is_called_so():
    told = Telling(
        id="t", key="t1", text="We print it", status=EarlierStatus.WILL_NOT_HAPPEN, due=DAY - timedelta(9),
        reason_category="money", reason="It is dear", owner="Head of homes",
    )  # fmt: skip
    hidden = Telling(id="h", key="t2", text="Mrs Obi", due=DAY, order=1)
    made = replace(record(), earlier=(told, hidden))
    out = [settle(f, Decision.LEAVE_OUT) for f in findings(made)]
    first, second = open_gate(made, out, DAY).earlier
    assert first == PublicEarlier(
        id="1",
        text="We print it",
        due=DAY - timedelta(9),
        said="Changed to no",
        reason_category="money",
        reason="It is dear",
        owner="Head of homes",
        uid=uid_of("t"),
        standing=Standing.CHANGED_TO_NO,
    )
    assert (second.text, second.reason, second.standing) == (
        "A promise, which we may not print",
        None,
        Standing.NOT_DUE,
    )


def test_what_was_told_before_without_words_is_told_as_an_answer():
    told = Telling(id="t", key="t1", text=" ", answer=AnswerKind.CANNOT, told_on=DAY)
    assert opened(point(1, "The rota", tellings=(told,))).points[0].before == "We said no on 17 September 2026."
