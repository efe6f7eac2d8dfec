"""What the gate lets through of votes, measures, names and of who the papers come from."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.record import Organisation, Telling, Vote, VoteOption
from coprod_desktop.domain.words import AnswerKind, NameInPublic, Outcome, WhoseWords
from coprod_desktop.publish.gate import open_gate
from tests.domain.making import DAY, entry, person, point, record


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


def test_what_the_organisation_wrote_is_printed_and_what_is_empty_is_not():
    brand = opened(organisation=Organisation(id="o", name=" Marrow Council ", contact_name="  ")).brand
    assert (brand.name, brand.contact_name) == ("Marrow Council", None)
    assert opened().brand is None


@pytest.mark.parametrize(
    ("checked", "whose", "signed"),
    [
        (False, WhoseWords.SUPPORTER, "A supporter, for someone else"),
        (True, WhoseWords.SUPPORTER, "A supporter, for Bo"),
        (False, WhoseWords.THEIRS, None),
        (True, WhoseWords.THEIRS, "Bo"),
    ],
)
def test_words_for_somebody_carry_a_name_only_once_they_were_checked(checked, whose, signed):
    bo = person("bo", "Bo Lindqvist", public=NameInPublic.FIRST)
    ann = person("ann", "Ann Marsh", public=NameInPublic.FIRST)
    line = entry(
        1, "We want a ramp", speaker="ann", said_for="bo", quote_ok=True, checked_with_person=checked, whose_words=whose
    )
    (thing,) = opened(bo, ann, line).unanswered
    assert thing.quote is None or thing.quote.signed == signed


def test_words_of_somebody_who_is_on_no_list_any_more_are_not_printed():
    assert opened(entry(1, "We want a ramp", speaker="gone", quote_ok=True)).unanswered == ()


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


@pytest.mark.parametrize(("written", "shown"), [("A ramp is wanted", ("en-GB", "ltr")), ("نريد منحدرا", ("ur", "rtl"))])
def test_other_words_are_in_the_language_they_are_written_in(written, shown):
    line = entry(1, "ہمیں ریمپ چاہیے", publish="edit", public_text=written, lang="ur", dir="rtl", quote_ok=True)
    (thing,) = opened(line).unanswered
    assert (thing.quote.lang, thing.quote.dir) == shown


def test_a_line_passed_on_says_to_whom():
    line = entry(1, "The bus stop", outcome=Outcome.PASSED_ON, outcome_note="The bus company")
    assert "The bus company" in repr(opened(line))


def test_of_what_was_parked_a_line_left_out_or_not_to_be_printed_hides_none_of_the_others():
    lines = (
        entry(1, "Left out", kind="parking_lot", outcome=Outcome.LEFT_OUT),
        entry(2, "Not to be printed", kind="parking_lot", publish="no"),
        entry(3, "The bench by the pond", kind="parking_lot", quote_ok=True),
        entry(4, "An ordinary line"),
        entry(5, "The second gate", kind="parking_lot", quote_ok=True),
    )
    assert [thing.text for thing in opened(*lines).parked] == ["The bench by the pond", "The second gate"]


def test_stars_are_counted_as_forms_when_nobody_counted_the_forms():
    made = opened(stars={"5": 6, "4": 2, "1": 2}).evaluation
    assert (made.forms, made.four_or_five_percent) == (10, 80)
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


def test_words_of_nobody_named_are_signed_by_a_role_that_several_share():
    people = [person(key, f"Person {key}", "carer") for key in "abcdef"]
    line = entry(1, "It is far too cold in there", speaker_role="carer", quote_ok=True)
    assert opened(*people, line).unanswered[0].quote.signed == "Carer"
    alone = opened(person("a", "Ana Quist", "carer"), line).unanswered[0].quote
    assert alone is None or alone.signed is None
