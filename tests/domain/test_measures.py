import json
from itertools import product
from pathlib import Path

import pytest

from coprod_desktop.domain.measures import (
    FEWER,
    NOT_SHOWN,
    baseline,
    change,
    mean_stars,
    percent,
    safe_counts,
    star_counts,
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
