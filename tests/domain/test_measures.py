import json
from itertools import product
from pathlib import Path

import pytest

from coprod_desktop.domain.measures import (
    FEWER,
    NOT_SHOWN,
    baseline,
    change,
    in_fives,
    mean_stars,
    of_few,
    parts_in_fives,
    percent,
    safe_counts,
    star_counts,
    target,
)

SAMPLE = json.loads((Path(__file__).parents[1] / "samples" / "evaluation-session.json").read_bytes())
SESSION, EXPECTED = SAMPLE["session"], SAMPLE["expected"]


def shown(about, forms):
    groups, withheld = safe_counts(about, forms)
    return [[line.hidden_as or line.count for line in g.lines] for g in groups], withheld


def test_the_sample_says_what_it_should():
    stars = EXPECTED["stars"]
    assert mean_stars(SESSION["stars"]) == stars["mean"]
    assert percent(17, 26) == stars["response_rate_percent"]
    assert percent(13, 17) == stars["four_or_five_percent"]
    assert change(SESSION["measure"]) == EXPECTED["measure"]["wording"]


def test_the_small_numbers_of_the_sample_are_hidden_and_cannot_be_worked_out():
    groups, withheld = safe_counts(SESSION["about_you_counts"], SESSION["evaluation_forms"])
    assert not withheld
    hidden = {line.label for g in groups for line in g.lines if line.hidden_as == FEWER}
    assert hidden == set(EXPECTED["hide_small_numbers"]["small"])
    assert [g.heading for g in groups] == ["age", "ethnic group", "disabled"]
    assert [line.hidden_as or line.count for line in groups[2].lines] == [10, NOT_SHOWN, FEWER]


def could_be(lines, total):
    """Every set of numbers a reader who knows the total could think of."""
    choices = []
    for line in lines:
        small = line.hidden_as == FEWER
        choices.append([line.count] if line.count is not None else range(1, 5) if small else range(5, total + 1))
    return [numbers for numbers in product(*choices) if sum(numbers) == total]


@pytest.mark.parametrize(
    "counts",
    [[10, 5, 2], [1, 1, 20], [4, 4, 30], [3, 17], [1, 6, 7, 8], [2, 2, 2, 11], [4, 5, 5], [1, 1, 5, 9], [0, 3, 9, 12]],
)
def test_no_hidden_number_has_only_one_possible_value(counts):
    total = sum(counts)
    groups, _ = safe_counts({"question": {f"answer {i}": n for i, n in enumerate(counts)}}, total)
    for group in groups:
        possible = could_be(group.lines, total)
        for i, line in enumerate(group.lines):
            if line.count is None:
                assert len({numbers[i] for numbers in possible}) > 1, [x.hidden_as or x.count for x in group.lines]
            else:
                assert not 0 < line.count < 5


def test_what_cannot_be_made_safe_is_withheld_whole():
    assert shown({"q": {"yes": 3, "no": 0}}, 3) == ([], True)
    assert shown({"q": {"yes": 4}}, 4) == ([], True)
    assert shown({"q": {"yes": 1, "no": 1}}, 2) == ([], True)


def test_large_numbers_and_noughts_are_shown():
    assert shown({"q": {"yes": 12, "no": 5, "other": 0}}, 17) == ([[12, 5, 0]], False)


def test_a_flat_list_that_does_not_come_out_even_is_not_shown():
    assert shown({"a": 10, "b": 8, "c": 17}, 17) == ([], True)
    assert shown({"a": 10, "b": 7, "c": 5}, 17) == ([], True)
    assert shown({"a": 10, "b": 7}, None) == ([], True)


def test_nothing_asked_nothing_withheld():
    assert shown(None, 17) == ([], False)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (50, 48.9, "down 1.1 percentage points, from 50% of 10 people to 48.9% of 20 people"),
        (50.0, 51.0, "up 1 percentage point, from 50% of 10 people to 51% of 20 people"),
        (0.1, 0.3, "up 0.2 percentage points, from 0.1% of 10 people to 0.3% of 20 people"),
        (40, 40, "no change, from 40% of 10 people to 40% of 20 people"),
    ],
)
def test_a_change_is_in_percentage_points(before, after, words):
    measure = {"before_percent": before, "before_people": 10, "after_percent": after, "after_people": 20}
    assert change(measure) == words


def test_half_a_measure_is_a_start():
    assert change({"before_percent": 31}) is None
    assert baseline({"percent": 31, "people": 120}) == "31% of 120 people"
    assert baseline({"name": "x"}) is None


def test_halves_go_up():
    assert percent(1, 8) == 13
    assert percent(5, 0) is None
    assert mean_stars({"5": 1, "4": 19}) == 4.1
    assert mean_stars({}) is None


def test_stars_that_are_no_numbers_are_left_out():
    assert star_counts({"1": 2, "5": 3, "none": 1}) == {"5": 3, "1": 2}


def test_runs_of_counts_are_told_apart_by_what_their_labels_share():
    flat = {"disabled: yes": 10, "disabled: no": 7, "young (age)": 9, "old (age)": 8, "not said (age)": 0}
    groups, withheld = safe_counts(flat, 17)
    assert not withheld
    assert [g.heading for g in groups] == ["disabled", "age"]
    assert [len(g.lines) for g in groups] == [2, 3]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([1, 30], [FEWER, NOT_SHOWN]),
        ([4, 30], [FEWER, NOT_SHOWN]),
        ([5, 30], [5, 30]),
        ([0, 5], [0, 5]),
        ([0, 0], [0, 0]),
        ([2, 9, 9, 9], [FEWER, NOT_SHOWN, 9, 9]),
        ([9, 8, 2, 7], [9, 8, FEWER, NOT_SHOWN]),
        ([1, 5, 6], [FEWER, NOT_SHOWN, NOT_SHOWN]),
        ([4, 5], [FEWER, NOT_SHOWN]),
        ([1, 2, 3, 4, 20], [FEWER, FEWER, FEWER, FEWER, 20]),
        ([1, 1, 30], [FEWER, FEWER, NOT_SHOWN]),
        ([4, 4, 4, 30], [FEWER, FEWER, FEWER, NOT_SHOWN]),
        ([1, 4], [FEWER, FEWER]),
        ([3, 3], [FEWER, FEWER]),
        ([3, 3, 3], [FEWER, FEWER, FEWER]),
        ([1, 5], None),
        ([2, 2], None),
        ([4, 4, 4], None),
        ([1, 1, 1, 1, 1], None),
    ],
)
def test_as_little_is_hidden_as_keeps_the_small_ones_hidden(counts, told):
    about = {"question": {f"answer {n}": count for n, count in enumerate(counts)}}
    assert shown(about, sum(counts)) == (([], True) if told is None else ([told], False))


@pytest.mark.parametrize(
    ("labels", "heading"),
    [
        (("age: old", "age: young"), "age"),
        (("age : old", "age: young"), "age"),
        (("old (age", "young (age"), ""),
        (("age: old", "age"), ""),
        (("age: old", "sex: any"), ""),
        (("old (age)", "young (age)"), "age"),
        (("old (age)", "any (sex)"), ""),
        (("old", "young (age)"), "age"),
        (("old age)", "young"), ""),
        (("old", "young"), ""),
    ],
)
def test_what_the_labels_of_a_run_share_is_its_heading(labels, heading):
    groups, _ = safe_counts(dict.fromkeys(labels, 10), 20)
    assert [group.heading for group in groups] == [heading]


def test_a_run_that_is_too_long_or_too_short_withholds_all_that_is_flat():
    assert shown({"a": 10, "b": 11}, 20) == ([], True)
    assert shown({"a": 10, "b": 10, "c": 5}, 20) == ([], True)
    assert shown({"a": 10, "b": 10, "c": 0, "d": 20}, 20) == ([[10, 10, 0], [20]], False)
    assert shown({"z": 0, "a": 10, "b": 10}, 20) == ([[0, 10, 10]], False)
    assert shown({"a": 10, "b": 10, "group": {"c": 20}}, 20) == ([[10, 10], [20]], False)
    assert shown({"a": 10, "b": 10}, 0) == ([], True)


@pytest.mark.parametrize(
    ("stars", "counted"),
    [
        ({"10": 1, "11": 2, " 4 ": 3, "\u00b2": 1, "0": 4}, [("10", 1), ("4", 3), ("0", 4)]),
        (None, []),
    ],
)
def test_stars_are_from_none_to_ten(stars, counted):
    assert list(star_counts(stars).items()) == counted


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ({"before_percent": 50, "after_percent": 60}, "up 10 percentage points, from 50% to 60%"),
        ({"before_percent": True, "after_percent": 60}, None),
        ({"before_percent": "50", "after_percent": 60}, None),
        (
            {"before_percent": 50.50, "after_percent": 100, "before_people": "x", "after_people": 0},
            "up 49.5 percentage points, from 50.5% to 100% of 0 people",
        ),
        ({"before_percent": 2, "after_percent": 1}, "down 1 percentage point, from 2% to 1%"),
    ],
)
def test_a_change_is_told_of_numbers_only(measure, said):
    assert change(measure) == said


def test_the_first_number_there_is_is_where_we_start():
    assert baseline({"percent": 0}) == "0%"
    assert baseline({"before_percent": 3, "before_people": 4, "after_percent": 5}) == "3% of 4 people"
    assert baseline({"after_percent": 3, "after_people": 4}) == "3% of 4 people"
    assert baseline({"percent": "x", "people": 9, "after_percent": 3}) == "3%"
    assert (target({"target_percent": 7.50}), target({"target_percent": 0}), target({})) == ("7.5%", "0%", None)


def test_shares_are_rounded_as_people_do_and_of_nothing_there_is_none():
    assert [percent(*of) for of in ((1, 200), (0, 5), (3, -1), (3, 0), (3, 1))] == [1, 0, None, None, 300]
    assert (mean_stars({"5": 1, "4": 1}), mean_stars({"5": 1}), mean_stars({"5": 0})) == (4.5, 5.0, None)


@pytest.mark.parametrize("key", ["people", "before_people", "after_people"])
def test_one_to_four_people_behind_any_number_of_a_measure_are_few(key):
    assert [n for n in range(7) if of_few({key: n})] == [1, 2, 3, 4]
    assert not of_few({key: "3"})
    assert not of_few({})


def test_parts_are_named_of_a_total_of_five():
    assert parts_in_fives([("a", 4), ("b", 0)]) == ()
    assert parts_in_fives([("a", 4), ("b", 1), ("c", 0)]) == (("a", FEWER), ("b", FEWER))


def test_no_part_of_one_to_four_people_can_be_worked_out_of_parts_and_total_in_fives():
    """All that four groups of up to nine people each can be: whatever is shown, a small part may be two numbers at least."""
    meant: dict[tuple[object, ...], set[tuple[int, ...]]] = {}
    for parts in product(range(10), repeat=4):
        shown = (in_fives(sum(parts)), parts_in_fives(zip("abcd", parts, strict=True)))
        meant.setdefault(shown, set()).add(parts)
    for (total, shown_parts), could_be in meant.items():
        for at, one in enumerate("abcd"):
            said = {parts[at] for parts in could_be}
            if one in dict(shown_parts) and min(said) < 5:
                assert len(said) > 1, (total, shown_parts, one)
