"""Where a question stands, told from its steps: a silence is told as a silence, and nothing else is."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain import answers, asking
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.week_after import Asking, AskingStep
from coprod_desktop.domain.words import AnswerKind

DEC = [datetime.date(2026, 12, day) for day in range(1, 31)]
TODAY = datetime.date(2026, 12, 31)


def step(kind, on, who="Director", **more):
    return Asking(id=f"{kind}{on}", point="p", step=AskingStep(kind), to_whom=who, on=on, **more)


def point(*steps, **more):
    return Point(id="p", you_said="The bus is late", asked=steps, **more)


def told(*steps, as_of=TODAY, **more):
    every = asking.questions(point(*steps, **more), as_of)
    return asking.told(every, as_of, lambda who: f"the {who}" if who else "") if every else None


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((step("asked", DEC[2], reply_by=DEC[16]),), "Asked the Director on 3 December. No reply."),
        (
            (step("asked", DEC[2]), step("chased", DEC[16], reply_by=DEC[23])),
            "Asked the Director on 3 and 17 December. No reply.",
        ),
        (
            (step("asked", DEC[2]), step("escalated", DEC[16], "Chief Executive", reply_by=DEC[23])),
            "Asked the Director on 3 December, and then the Chief Executive on 17 December. No reply.",
        ),
        (
            (step("asked", DEC[28], reply_by=datetime.date(2027, 1, 8)),),
            "Asked the Director on 29 December. No reply yet. We asked for one by 8 January 2027.",
        ),
        (
            (step("asked", DEC[2]), step("replied", DEC[9])),
            "Asked the Director on 3 December. A reply came on 10 December.",
        ),
        (
            (step("asked", DEC[2]), step("declined", DEC[9])),
            "Asked the Director on 3 December. They did not take it on, and said so on 10 December.",
        ),
        (
            (step("asked", DEC[2]), step("replied", DEC[4]), step("chased", DEC[9], reply_by=DEC[16])),
            "Asked the Director on 3 and 10 December. No reply.",
        ),
        ((step("asked", DEC[2], ""),), "Asked on 3 December. No reply."),
    ],
)
def test_what_came_of_a_question_is_told(steps, words):
    assert told(*steps) == words


def test_days_of_several_months_and_years():
    days = (
        datetime.date(2025, 11, 28),
        datetime.date(2025, 12, 3),
        datetime.date(2026, 1, 5),
        datetime.date(2026, 1, 9),
    )
    assert asking.on_days(days, days[-1]) == "28 November 2025, 3 December 2025 and 5 and 9 January"


def test_what_a_file_says_in_the_points_own_fields_is_among_the_steps_once():
    old = point(asked_who="Head of buses", asked_on=DEC[2], chased_on=DEC[16])
    assert [(s.step, s.on, s.to_whom) for s in asking.steps(old)] == [
        ("asked", DEC[2], "Head of buses"),
        ("chased", DEC[16], "Head of buses"),
    ]
    both = point(step("asked", DEC[2], "Head of buses"), asked_who="Head of buses", asked_on=DEC[2], chased_on=DEC[16])
    assert [s.step for s in asking.steps(both)] == ["asked", "chased"]


def test_a_paper_of_a_day_knows_nothing_of_later_days():
    steps = (step("asked", DEC[2], reply_by=DEC[9]), step("replied", DEC[20]))
    assert told(*steps, as_of=DEC[10]) == "Asked the Director on 3 December. No reply."
    assert told(*steps, as_of=DEC[1]) is None


histories = st.lists(
    st.tuples(st.sampled_from(AskingStep), st.integers(0, 29), st.sampled_from(["Director", "Head of buses"])),
    max_size=7,
)


@given(histories, st.integers(0, 29))
def test_a_silence_is_told_when_nothing_came_since_the_last_asking_and_never_else(history, day):
    """Over all histories: "No reply" stands exactly when somebody has the question on that day and gave nothing back."""
    steps = [step(kind, DEC[at], who) for kind, at, who in history]
    as_of = DEC[day]
    known = asking.steps(point(*steps), as_of)
    words = told(*steps, as_of=as_of)
    if not any(s.step in asking.PUT for s in known):
        assert words is None
        return
    every = asking.questions(point(*steps), as_of)
    assert ("No reply" in words) is any(one.is_open for one in every)
    assert words.count("No reply") <= len(every) <= 2
    assert asking.question(point(*steps), as_of).is_open is any(one.is_open for one in every)
    if known[-1].step in asking.PUT:
        assert "No reply" in words
    for one in known:
        if one.step in asking.PUT:
            assert str(one.on.day) in words
            assert one.to_whom in words


def test_two_who_are_asked_at_once_each_have_their_own_day_and_reply():
    both = step("asked", DEC[2], reply_by=DEC[9]), step("asked", DEC[2], "Head of buses", reply_by=DEC[20])
    assert told(*both) == "Asked the Director on 3 December and the Head of buses on 3 December. No reply."
    assert told(*both, as_of=DEC[12]) == (
        "Asked the Director on 3 December. No reply. "
        "Asked the Head of buses on 3 December. No reply yet. We asked for one by 21 December."
    )
    came = step("replied", DEC[8], "Head of buses", words="From May.")
    assert told(*both, came) == (
        "Asked the Director on 3 December. No reply. Asked the Head of buses on 3 December. A reply came on 9 December."
    )
    assert [one.to_whom for _, one in asking.silent([point(*both, came)], TODAY)] == ["Director"]
    above = step("escalated", DEC[14], "Chief Executive", reply_by=DEC[28])
    assert told(*both, came, above).startswith("Asked the Director on 3 December, and then the Chief Executive on 15")
    assert [reply.words for reply in asking.replies(point(*both, came))] == ["From May."]


def test_who_is_asked_after_a_no_has_the_question_next():
    after = step("asked", DEC[2]), step("declined", DEC[4]), step("asked", DEC[6], "Head of buses")
    assert told(*after) == "Asked the Director on 3 December, and then the Head of buses on 7 December. No reply."


def test_a_name_with_its_job_is_the_same_person():
    asked = step("asked", DEC[2], "Owen Tate, Director"), step("chased", DEC[9], "Owen Tate")
    (one,) = asking.questions(point(*asked))
    assert one.chased
    assert one.put == (("Owen Tate, Director", (DEC[2], DEC[9])),)


def test_a_date_stands_as_a_date_once_a_reply_came():
    undated = {"answer": AnswerKind.WILL, "due": DEC[20], "asked_who": "Director", "asked_on": DEC[2]}
    asked = step("asked", DEC[2])
    assert answers.is_undated(point(asked, **undated))
    assert not answers.is_undated(point(asked, step("replied", DEC[9]), **undated))


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"owner": "Jo Marsh"}, False),
        ({"owner": "Jo Marsh", "given": ("owner",)}, True),
        ({"owner": "Jo Marsh", "given": ("owner", "owner_agreed")}, False),
        ({"owner": "Jo Marsh", "owner_agreed": DEC[2]}, True),
        ({"owner": "Jo Marsh", "owner_agreed": DEC[2], "given": ("owner", "owner_agreed")}, True),
    ],
)
def test_an_owner_counts_as_agreed_in_a_file_that_says_nothing_of_it(fields, named):
    assert answers.may_name_owner(point(**fields)) is named


def test_who_has_a_question_and_since_when():
    question = asking.question(point(step("asked", DEC[2]), step("escalated", DEC[9], "Chief Executive")), TODAY)
    assert (question.to_whom, question.since) == ("Chief Executive", DEC[9])
    nobody = asking.Question(put=(), reply_by=None, last=AskingStep.AGREED, last_on=DEC[4], words=None, chased=False)
    assert (nobody.to_whom, nobody.since) == ("", DEC[4])


@pytest.mark.parametrize(
    ("owner", "asked", "same"),
    [
        ("Owen Tate, Director", "owen tate", True),
        ("Owen  Tate", "Owen Tate, Director", True),
        ("Owen Tate", "owen tate", True),
        ("Owen Tate", "Owen Tatey, Director", False),
        (None, "Owen Tate", False),
        ("Owen Tate", " ", False),
    ],
)
def test_a_name_with_a_job_behind_it_is_the_same_person(owner, asked, same):
    assert asking.is_the_same(owner, asked) is same


def test_the_questions_that_wait_longest_stand_first():
    late = point(step("asked", DEC[1], reply_by=DEC[5]))
    later = point(step("asked", DEC[1], reply_by=DEC[9]))
    open_yet = point(step("asked", DEC[1], reply_by=datetime.date(2027, 2, 1)))
    replied = point(step("asked", DEC[1], reply_by=DEC[5]), step("replied", DEC[20]))
    found = asking.silent([later, open_yet, late, replied, point()], TODAY)
    assert [one for one, _ in found] == [late, later]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (  # who is asked after everybody's question ended has it from who was asked last
            (
                step("asked", DEC[2]),
                step("asked", DEC[2], "Mayor"),
                step("replied", DEC[4]),
                step("replied", DEC[4], "Mayor"),
                step("asked", DEC[6], "Head of buses"),
            ),
            "Asked the Director on 3 December. A reply came on 5 December. "
            "Asked the Mayor on 3 December, and then the Head of buses on 7 December. No reply.",
        ),
        (  # whoever is above has it from the one who was to reply soonest, and who is chased anew from the last
            (
                step("asked", DEC[2], reply_by=DEC[5]),
                step("asked", DEC[3], "Mayor", reply_by=DEC[20]),
                step("escalated", DEC[6], "Chief Executive", reply_by=DEC[8]),
            ),
            "Asked the Director on 3 December, and then the Chief Executive on 7 December and the Mayor on 4 December. "
            "No reply.",
        ),
        (
            (
                step("asked", DEC[2], reply_by=DEC[5]),
                step("asked", DEC[3], "Mayor", reply_by=DEC[20]),
                step("chased", DEC[6], "Clerk"),
            ),
            "Asked the Director on 3 December and the Mayor on 4 December, and then the Clerk on 7 December. No reply.",
        ),
        (  # a reply from somebody else is to who has it open
            (
                step("asked", DEC[2]),
                step("asked", DEC[3], "Mayor"),
                step("replied", DEC[4], "Mayor"),
                step("replied", DEC[6], "Clerk"),
            ),
            "Asked the Director on 3 December. A reply came on 7 December. "
            "Asked the Mayor on 4 December. A reply came on 5 December.",
        ),
        (  # or to who was asked last
            (
                step("asked", DEC[2]),
                step("asked", DEC[3], "Mayor"),
                step("replied", DEC[4]),
                step("replied", DEC[4], "Mayor"),
                step("declined", DEC[6], "Clerk"),
            ),
            "Asked the Director on 3 December. A reply came on 5 December. "
            "Asked the Mayor on 4 December. They did not take it on, and said so on 7 December.",
        ),
        (  # nobody was named, both times
            (step("asked", DEC[2], ""), step("asked", DEC[3], "Mayor"), step("replied", DEC[4], "")),
            "Asked on 3 December. A reply came on 5 December. Asked the Mayor on 4 December. No reply.",
        ),
        (
            (step("asked", DEC[2]), step("agreed", DEC[4])),
            "Asked the Director on 3 December. They agreed on 5 December.",
        ),
    ],
)
def test_who_has_a_question_when_several_were_asked(steps, words):
    assert told(*steps) == words


@pytest.mark.parametrize(
    ("steps", "fields", "found"),
    [
        ((step("asked", DEC[2]),), {"asked_on": DEC[2]}, ["asked"]),
        ((step("asked", DEC[2]),), {"asked_on": DEC[4]}, ["asked", "asked"]),
        ((step("asked", DEC[2]),), {"chased_on": DEC[2]}, ["asked", "chased"]),
        ((step("escalated", DEC[2]),), {"chased_on": DEC[2]}, ["escalated"]),
        ((step("escalated", DEC[2]),), {"asked_on": DEC[2]}, ["asked", "escalated"]),
        ((step("replied", DEC[2]),), {"chased_on": DEC[2]}, ["chased", "replied"]),
        ((step("agreed", DEC[2]),), {"owner_agreed": DEC[2]}, ["agreed"]),
    ],
)
def test_a_field_of_the_point_adds_a_step_that_is_not_written_down(steps, fields, found):
    every = asking.steps(point(*steps, **fields))
    assert sorted(one.step for one in every) == found
    assert {one.to_whom for one in every} <= {"Director", ""}


def test_a_reply_is_what_came_back_in_words():
    steps = (
        *(step("asked", DEC[1], words="Please."), step("replied", DEC[2]), step("declined", DEC[3], words="No money.")),
        step("chased", DEC[4], words="Once more."),
    )
    assert [one.words for one in asking.replies(point(*steps))] == ["No money."]
    assert asking.question(point(*steps)).words is None
    assert asking.question(point(*steps[:3])).words == "No money."


def test_somebody_has_two_weeks_where_no_day_was_given():
    (one,) = asking.questions(point(step("asked", DEC[2])))
    assert one.until == DEC[16]
    assert [one.is_silent(day) for day in (DEC[16], DEC[17])] == [False, True]
    assert not one.chased


def test_who_is_to_reply_soonest_matters_most_and_somebody_can_be_looked_for():
    both = point(step("asked", DEC[2], reply_by=DEC[20]), step("asked", DEC[2], "Mayor", reply_by=DEC[9]))
    assert asking.question(both).to_whom == "Mayor"
    assert asking.of_whom(both, "director").to_whom == "Director"
    assert asking.of_whom(both, "Clerk").to_whom == asking.of_whom(both, None).to_whom == "Mayor"
    above = point(*both.asked, step("escalated", DEC[10], "Chief Executive", reply_by=DEC[12]))
    assert asking.of_whom(above, "Mayor").to_whom == "Chief Executive"
    over = point(
        step("asked", DEC[2]), step("asked", DEC[2], "Mayor"), step("replied", DEC[4]), step("replied", DEC[3], "Mayor")
    )
    assert asking.question(over).to_whom == "Mayor"
    assert asking.question(point()) is None


def test_days_of_one_month_are_said_in_a_row():
    assert asking.on_days(DEC[2:5], TODAY) == "3, 4 and 5 December"
    assert asking.on_days((), TODAY) == ""
    assert not asking.is_the_same("", ", Director")
