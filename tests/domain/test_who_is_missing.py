from fractions import Fraction

from coprod_desktop.domain.measures import FEWER, NOT_SHOWN
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


def test_first_time_and_returning_are_counts_and_a_small_one_hides_the_other():
    assert first_or_returning([True] * 8 + [False] * 12) == {FIRST: "5 to 9", RETURNING: "10 to 14"}
    assert first_or_returning([True] * 9) == {FIRST: "5 to 9", RETURNING: FEWER}
    assert first_or_returning([]) == {}
