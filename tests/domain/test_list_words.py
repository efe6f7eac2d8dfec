"""The table that lists of people are read by: what is wrong in it is refused in a sentence."""

import copy
import json

import pytest

from coprod_desktop import paths
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.list_words import parse_list_words, tokens

TABLE = json.loads(paths.resource("content", "people_lists.json").read_text("utf-8"))


def broken(change):
    table = copy.deepcopy(TABLE)
    change(table)
    return table


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: t["meanings"].pop(0), "says nothing of “name”"),
        (lambda t: t["meanings"][0].update(meaning="nmae"), "there is no “nmae”"),
        (lambda t: t["meanings"][0].update(consent="everything"), "there is no “everything”"),
        (lambda t: t["meanings"][0]["headings"].append("(only) (maybe)"), "at least one word"),
        (lambda t: t["coming"][0].update(answer="perhaps"), "there is no “perhaps”"),
        (lambda t: t["sections"][0].update(coming="soon"), "there is no “soon”"),
        (lambda t: t.pop("titles"), "“titles” is missing"),
        (lambda t: t.update(surprise=[]), "nothing is called “surprise”"),
        (lambda t: t["totals"].append(7), "no text"),
    ],
)
def test_a_wrong_row_is_refused_and_named(change, said):
    with pytest.raises(WrongContent, match="what lists of people are read by") as wrong:
        parse_list_words(broken(change))
    assert said in wrong.value.what


def test_the_heading_that_says_most_counts_first():
    words = parse_list_words(TABLE)
    best = {text: max(words.headings(text), key=lambda one: one[1], default=("", 0))[0] for text in ("First name", "Attendee Status", "Your full name", "Order date")}  # fmt: skip
    assert best == {"First name": "first", "Attendee Status": "coming", "Your full name": "name", "Order date": ""}


def test_a_tick_is_a_word_and_a_cross_is_a_no():
    assert tokens("✓") == ("tick",)
    assert tokens("✗ Can’t make it") == ("no", "cant", "make", "it")
