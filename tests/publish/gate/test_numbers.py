"""What the gate lets through of votes, forms and measures."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.record import Vote, VoteOption
from coprod_desktop.domain.words import Attending, TooMany
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.snapshot import PublicOption, PublicVote
from tests.domain.making import DAY, entry, person, record


def opened(*rows, organisation=None, **session):
    return open_gate(record(*rows, **session), (), DAY, organisation)


def vote(*options, **fields):
    about = {"id": "v", "key": "v", "question": "Which bid?", "method": "dots", "options": tuple(options), **fields}
    return Vote(**about)


def voted(made):
    return open_gate(replace(record(), votes=(made,)), (), DAY).votes[0]


def option(label, votes, **fields):
    return VoteOption(id=label, label=label, votes=votes, **fields)


def test_a_tie_is_a_tie_and_one_first_is_none():
    assert voted(vote(option("Bus", 9), option("Bench", 9), option("Lights", 2))).tied == ("Bus", "Bench")
    assert voted(vote(option("Bus", 9), option("Bench", 8))).tied == ()
    assert voted(vote(option("Bus", 0), option("Bench", 0))).tied == ()
    assert voted(vote()).tied == ()


def test_a_bid_that_may_not_win_ties_with_nobody():
    assert voted(vote(option("Bus", 9), option("Bench", 9, eligible=False))).tied == ()
    assert voted(vote(option("Bus", 9, eligible=True), option("Bench", 9, eligible=None))).tied == ("Bus", "Bench")


def test_a_vote_without_words_is_called_by_what_it_is():
    made = voted(vote(option("", 3), question=""))
    assert (made.question, made.options[0].label) == ("Vote", "(no name)")


def test_a_vote_says_how_it_was_done():
    made = voted(vote(option("Bus", 3, cost_pence=50_000), voters=61, papers_given=64, spoilt=1, eligible_rule="One each",
                      settled_by="Drawing lots"))  # fmt: skip
    assert (made.question, made.method, made.voters, made.papers_given, made.spoilt) == (
        "Which bid?",
        "dots",
        61,
        64,
        1,
    )
    assert (made.eligible_rule, made.settled_by, made.options[0].cost_pence) == ("One each", "Drawing lots", 50_000)


def test_stars_are_counted_as_forms_when_nobody_counted_the_forms():
    made = opened(stars={"5": 6, "4": 2, "1": 2}).evaluation
    assert (made.forms, made.four_or_five_percent) == (10, 80)
    assert [opened(stars={star: 1, "1": 1}).evaluation.four_or_five_percent for star in "543"] == [50, 50, 0]
    assert opened(stars={"5": 6}, evaluation_forms=9).evaluation.forms == 9
    assert opened(stars={}).evaluation is None
    assert opened(about_you_counts={"carer": 9}).evaluation is not None


@pytest.mark.parametrize(
    ("measure", "sentence"),
    [
        (
            {"before_percent": 40, "after_percent": 70, "target_percent": 90, "target_date": "2027-03-31"},
            "up 30 percentage points, from 40% to 70%; we aim for 90% by 31 March 2027",
        ),
        ({"before_percent": 40, "target_percent": 90}, "we start from 40%; we aim for 90%"),
        ({"before_percent": 40, "target_date": "2027-03-31"}, "we start from 40%"),
        ({"percent": 40, "people": 12, "target_percent": 90, "target_date": "soon"}, "we start from 40% of 12 people; we aim for 90%"),
        ({"percent": 33, "people": 3, "target_percent": 90}, "fewer than 5 people answered, so the number is not told; we aim for 90%"),
        ({"before_percent": 33, "before_people": 60, "after_percent": 25, "after_people": 4}, "fewer than 5 people answered, so the number is not told"),
    ],
)  # fmt: skip
def test_a_measure_says_where_we_are_and_what_we_aim_for(measure, sentence):
    (made,) = opened(measure={"name": "On time", **measure}).measures
    assert (made.name, made.sentence) == ("On time", sentence)


def test_a_measure_says_when_it_was_asked_and_has_a_name_in_any_case():
    days = {"before_date": "2026-01-05", "after_date": "2026-07-05", "source": "The survey"}
    (made,) = opened(measure={"percent": 40, **days}).measures
    assert made.name == "What we measured"
    assert made.source == "Asked on 5 January 2026 and 5 July 2026. Where it comes from: The survey"
    assert opened(measure={"percent": 40, "question": "Are you on time?"}).measures[0].source is None
    assert opened(measure={"name": "On time"}).measures == ()


def test_a_day_that_is_a_day_already_is_told():
    measure = {"before_percent": 40, "after_percent": 70, "target_percent": 90, "target_date": DAY}
    (told,) = opened(measure=measure).measures
    assert "we aim for 90% by 17 September 2026" in str(told)


def test_a_vote_with_one_vote_is_won_by_it_and_votes_stand_in_their_order():
    assert voted(vote(option("Bus", 1), option("Bench", 0))).tied == ()
    assert voted(vote(option("Bus", 1), option("Bench", 1))).tied == ("Bus", "Bench")
    made = tuple(
        Vote(id=q, key=q, question=q, method="dots", options=(), order=n) for n, q in ((2, "Then"), (1, "First"))
    )
    assert [one.question for one in open_gate(replace(record(), votes=made), (), DAY).votes] == ["First", "Then"]


@pytest.mark.parametrize(
    ("forms", "attended", "ticked", "came", "percent"),
    [
        (10, 20, 0, 20, 50),
        (10, 10, 0, 10, 100),
        (11, 10, 0, None, None),
        (2, None, 3, 3, 67),
        (2, None, 0, None, None),
        (None, 20, 0, None, None),
    ],
)
def test_how_many_answered_of_how_many_came_is_told_where_that_was_counted(forms, attended, ticked, came, percent):
    here = Attending.HERE if ticked else None
    people = [person(str(n), f"Ana Quist{n}", "carer", attendance=here) for n in range(3)]
    counts = {} if forms else {"about_you_counts": {"carer": 9}}
    made = opened(*people, evaluation_forms=forms, attended=attended, **counts).evaluation
    assert (made.forms, made.attended, made.response_percent) == (forms, came, percent)


@pytest.mark.parametrize(
    ("counts", "heading", "lines"),
    [
        (
            {"age: under 65": 12, "age: 65 and over": 18},
            "age",
            [("age: under 65", 12, None), ("age: 65 and over", 18, None)],
        ),
        (
            {"Where": {"Town": 14, " ": 10, "Sea": 3, "Hills": 3}},
            "Where",
            [
                ("Town", 14, None),
                ("(no name)", 10, None),
                ("Sea", None, "fewer than 5"),
                ("Hills", None, "fewer than 5"),
            ],
        ),
        ({" ": {"Town": 29, "Sea": 1}}, "", [("Town", None, "not shown"), ("Sea", None, "fewer than 5")]),
    ],
)
def test_what_people_said_about_themselves_is_told_under_its_heading(counts, heading, lines):
    made = opened(evaluation_forms=30, about_you_counts=counts).evaluation
    ((head, told),) = made.about_you
    assert (head, [(one.label, one.count, one.hidden_as) for one in told]) == (heading, lines)
    assert made.about_you_withheld is False
    assert opened(evaluation_forms=4, about_you_counts=counts).evaluation.about_you_withheld is (heading == "age")


@pytest.mark.parametrize(("many", "told"), [(0, None), (None, None), (4, "fewer than 5"), (5, "5")])
def test_how_many_voted_by_post_is_told_where_it_points_at_nobody(many, told):
    assert voted(vote(option("Bus", 9), by_post=many, voters=9)).by_post == told


def test_of_a_vote_each_thing_is_told_in_its_place():
    made = vote(
        option("Bus", 9, cost_pence=500, eligible=True, who="The Marrow group", unknown={"interest": "The chair drives"}),
        option("Kiln", 0, eligible=False, why_not="Too late"),
        option("Pond", 0, withdrawn=True),
        voters=5, papers_given=6, spoilt=1, eligible_rule="One each", settled_by="Drawing lots", dots_each=1,
        too_many=TooMany.STAND, left_becomes="More tea", unknown={"declared_interest": "A member runs a bid"},
        by_post=2, by_supporter=7,
    )  # fmt: skip
    assert voted(made) == PublicVote(
        question="Which bid?",
        method="dots",
        voters=5,
        papers_given=6,
        spoilt=1,
        eligible_rule="One each",
        settled_by="Drawing lots",
        options=(
            PublicOption(
                label="Bus", votes=9, cost_pence=500, eligible=True, who="The Marrow group", interest="The chair drives"
            ),
            PublicOption(label="Kiln", votes=0, cost_pence=None, eligible=False, why_not="Too late"),
            PublicOption(label="Pond", votes=0, cost_pence=None, eligible=None, out=True),
        ),
        tied=(),
        interest="A member runs a bid",
        by_post="fewer than 5",
        by_supporter="7",
        too_many=TooMany.STAND,
        over=voted(made).over,
        left_becomes="More tea",
    )
    assert str(voted(made).over).startswith("4 more votes than 5 papers can hold")


@pytest.mark.parametrize(
    ("many", "chosen", "told"), [(9, None, False), (5, TooMany.STAND, False), (6, TooMany.STAND, True)]
)
def test_more_votes_than_papers_are_told_once_the_room_has_chosen_what_becomes_of_them(many, chosen, told):
    assert (voted(vote(option("Bus", many), voters=5, dots_each=1, too_many=chosen)).over is not None) is told


def test_a_choice_that_a_printed_line_says_was_taken_out_is_out_and_one_of_a_hidden_line_is_not():
    choices = vote(option("Garden", 0), option("Bench", 0), option("Kiln", 0), eligible_rule="Kiln was withdrawn")
    lines = (entry(1, "Garden was withdrawn"), entry(2, "Bench was withdrawn", publish="no"))
    (made,) = open_gate(replace(record(*lines), votes=(choices,)), (), DAY).votes
    assert [(one.label, one.out) for one in made.options] == [("Garden", True), ("Bench", False), ("Kiln", True)]
