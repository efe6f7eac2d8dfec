from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod_desktop.domain.measures import FEWER, NOT_SHOWN, SMALL
from coprod_desktop.domain.who_is_missing import FIRST, RETURNING, Answers, Local, compare, first_or_returning

DISABLED = Local("Disabled", "yes", Fraction(24, 100), "24%", "Census 2021")


def lines(found, at=0):
    return {line.answer: (line.count.hidden_as or line.count.count, line.percent) for line in found.compared[at].lines}


def fewer(found):
    return {line.answer: line.fewer for compared in found.compared for line in compared.lines if line.local}


def answers(**groups):
    forms = sum(next(iter(groups.values())).values())
    return Answers({name.replace("_", " "): counts for name, counts in groups.items()}, forms)


def test_answers_of_all_sessions_stand_beside_the_figure_of_the_place():
    found = compare([answers(Disabled={"yes": 6, "no": 34}), answers(disabled={"Yes": 5, "no": 55})], [DISABLED])
    assert lines(found) == {"Yes": (11, 11), "no": (89, 89)}
    assert found.compared[0].answered == 100
    assert fewer(found) == {"Yes": True}


def test_a_share_that_is_not_smaller_is_not_called_missing():
    assert fewer(compare([answers(Disabled={"yes": 30, "no": 70})], [DISABLED])) == {"yes": False}


def test_a_small_count_is_hidden_and_still_known_to_be_fewer_than_in_the_place():
    found = compare([answers(Disabled={"yes": 3, "no": 50, "not said": 9})], [DISABLED])
    assert lines(found)["yes"] == (FEWER, None)
    assert fewer(found) == {"yes": True}


def test_of_a_hidden_count_nothing_is_said_that_its_shown_words_do_not_say():
    found = compare([answers(Disabled={"yes": 3, "no": 9, "not said": 5})], [DISABLED])
    assert lines(found)["yes"] == (FEWER, None)
    assert fewer(found) == {"yes": True if Fraction(4, 17) < DISABLED.share else None}
    assert NOT_SHOWN in {shown for shown, _ in lines(found).values()}


def test_who_did_not_come_at_all_is_told():
    figure = Local("Ethnic group", "Asian or Asian British", Fraction(1, 8), "1 of 8")
    found = compare([answers(Ethnic_group={"white": 20})], [figure])
    assert lines(found)["Asian or Asian British"] == (0, 0)
    assert fewer(found) == {"Asian or Asian British": True}


def test_a_flat_list_of_a_file_is_read_with_its_headings_and_one_that_cannot_be_is_counted_as_left_out():
    flat = Answers({"disabled: yes": 10, "disabled: no": 15}, 25)
    unclear = Answers({"yes": 7, "no": 1}, 25)
    found = compare([flat, answers(Disabled={"yes": 5, "no": 5}), unclear], [DISABLED])
    assert lines(found) == {"yes": (15, 43), "no": (20, 57)}
    assert found.unclear == 1


def test_what_was_asked_is_not_said_again_in_the_answer():
    found = compare([Answers({"age 18-34": 8, "age 65 or over": 9, "not said (age)": 6}, 23)], [])
    assert list(lines(found)) == ["18-34", "65 or over", "not said"]


def test_a_figure_nobody_was_asked_about_is_named():
    assert compare([answers(Age={"65 to 79": 9})], [DISABLED]).not_asked == (DISABLED,)


def test_first_time_is_a_count_and_returning_are_the_others():
    assert first_or_returning(20, 8) == {FIRST: "5 to 9", RETURNING: "the others"}
    assert first_or_returning(0, 0) == {}


@given(st.integers(1, 60).flatmap(lambda people: st.tuples(st.just(people), st.integers(0, people))))
@example((8, 4))
@example((9, 5))
def test_who_knows_from_a_paper_how_many_came_cannot_tell_a_small_number_of_them(people_and_first):
    """A session's own paper says exactly how many came. Either number may still be another one, or it is none or five up."""
    people, first = people_and_first
    shown = first_or_returning(people, first)
    may_be = [n for n in range(people + 1) if first_or_returning(people, n) == shown]
    for numbers in (may_be, [people - n for n in may_be]):
        assert len(numbers) > 1 or not 0 < numbers[0] < SMALL


def test_about_so_many_are_told_in_percent_of_that_and_only_what_they_can_mean_is_fewer():
    """11 is shown as "about 10" of 34: nobody can tell whether it is 8 or 12."""
    sessions = [Answers({"Disabled": {"yes": 8, "no": 10}}, 18), Answers({"Disabled": {"yes": 3, "no": 13}}, 16)]
    shown = lines(compare(sessions, []))
    assert shown["yes"] == ("about 10", 29)
    for share, is_fewer in ((8, False), (9, None), (12, None), (13, True)):
        figure = DISABLED._replace(share=Fraction(share, 34))
        assert fewer(compare(sessions, [figure])) == {"yes": is_fewer}


@pytest.mark.parametrize(("share", "is_fewer"), [(29, False), (30, False), (31, True)])
def test_as_many_as_in_the_place_is_not_fewer(share, is_fewer):
    figure = DISABLED._replace(share=Fraction(share, 100))
    assert fewer(compare([answers(Disabled={"yes": 30, "no": 70})], [figure])) == {"yes": is_fewer}


@pytest.mark.parametrize(("share", "is_fewer"), [(2, False), (3, None), (8, None), (9, True)])
def test_fewer_than_five_is_one_to_four(share, is_fewer):
    figure = DISABLED._replace(share=Fraction(share, 124))
    assert fewer(compare([answers(Disabled={"yes": 3, "no": 50, "not said": 9})], [figure])) == {"yes": is_fewer}


def test_what_was_asked_without_a_heading_hides_nothing_that_has_one():
    found = compare([Answers({"yes": 10, "no": 10, "home": {"own": 8, "rented": 12}}, 20)], [])
    assert [one.characteristic for one in found.compared] == ["Home"]
    assert lines(found) == {"own": (8, 40), "rented": (12, 60)}


def test_an_answer_nobody_gave_at_one_session_counts_nothing_there():
    found = compare([answers(Disabled={"yes": 6, "no": 34}), answers(Disabled={"no": 20})], [])
    assert lines(found) == {"yes": (6, 10), "no": (54, 90)}


@pytest.mark.parametrize(
    ("label", "answer"),
    [
        ("disabled: yes", "yes"), ("DISABLED :yes", "yes"), ("very: yes", "very: yes"), (" disabled yes ", "yes"),
        ("yes (disabled)", "yes"), ("yes (a little)", "yes (a little)"), ("disabledness", "disabledness"),
    ],
)  # fmt: skip
def test_an_answer_is_told_without_what_was_asked(label, answer):
    assert lines(compare([Answers({"Disabled": {label: 12}}, 12)], [])) == {answer: (12, 100)}
