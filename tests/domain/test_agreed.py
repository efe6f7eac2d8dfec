"""Papers people agree on: what may stand in one, how far a version has come, what differs between two."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain import agreed
from coprod_desktop.domain.agreed import MOST_HEADING, MOST_PARTS, MOST_TEXT
from coprod_desktop.domain.agreed_compare import WhatBecame, compare, differences, marked
from coprod_desktop.domain.agreed_record import PaperState
from coprod_desktop.errors import UserError

DAY = datetime.date(2026, 11, 3)
PARTS = (("Aim", "Better buses"), ("Money", "£100 a year"), ("When", "Every month"))


def test_20000_letters_in_a_heading_are_refused_in_a_sentence_and_nothing_changes():
    with pytest.raises(UserError) as wrong:
        agreed.with_heading(PARTS, 0, "x" * 20_000)
    assert "20,000 letters" in wrong.value.what
    assert str(MOST_HEADING) in wrong.value.what
    with pytest.raises(UserError) as wrong:
        agreed.with_text(PARTS, 0, "word " * 4_000)
    assert "kept in the field" in wrong.value.what
    assert wrong.value.do
    assert agreed.with_text(PARTS, 0, "x" * MOST_TEXT)[0][1] == "x" * MOST_TEXT
    assert agreed.with_heading(PARTS, 0, "x" * MOST_HEADING)[0][0] == "x" * MOST_HEADING


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda: agreed.with_heading(PARTS, 0, "x" * 151), "151 letters, and 150 fit"),
        (lambda: agreed.with_text(PARTS, 0, "x" * 15_001), "15,001 letters, and 15,000 fit"),
        (lambda: agreed.with_added(tuple((f"H{n}", "") for n in range(60)), "One more"), "60 headings at most"),
    ],
)
def test_one_more_than_fits_is_refused(change, said):
    with pytest.raises(UserError, match=said):
        change()
    assert agreed.MOST_TITLE == 200


def test_one_place_is_changed_and_the_others_stay():
    aim, money, when = PARTS
    assert agreed.with_text(PARTS, 1, "\n\n  £5 \n") == (aim, ("Money", "  £5"), when)
    assert agreed.with_heading(PARTS, 1, "Cost") == (aim, ("Cost", money[1]), when)
    assert agreed.with_moved(PARTS, 0, 1) == (money, aim, when)
    assert agreed.with_moved(PARTS, 2, 1) == PARTS


@pytest.mark.parametrize("words", ["", "  ", "money", " MONEY ", "m\u00f3ney"])
def test_a_heading_needs_words_of_its_own(words):
    if words == "m\u00f3ney":
        assert agreed.with_added(PARTS, words)[-1] == (words, "")
        return
    with pytest.raises(UserError):
        agreed.with_added(PARTS, words)


def test_a_heading_may_be_called_what_it_was_with_another_capital():
    assert agreed.with_heading(PARTS, 1, "money and time")[1] == ("money and time", "£100 a year")
    assert agreed.with_heading(PARTS, 1, "MONEY")[1][0] == "MONEY"


def test_headings_are_added_moved_and_taken_away():
    added = agreed.with_added(PARTS, "Where", after=0)
    assert [heading for heading, _ in added] == ["Aim", "Where", "Money", "When"]
    assert [heading for heading, _ in agreed.with_moved(added, 3, -1)] == ["Aim", "Where", "When", "Money"]
    assert agreed.with_moved(added, 0, -1) == added
    assert agreed.without(added, 1) == PARTS
    with pytest.raises(UserError):
        agreed.without(PARTS[:1], 0)
    full = tuple((f"Heading {n}", "") for n in range(MOST_PARTS))
    with pytest.raises(UserError, match="Nothing was lost"):
        agreed.with_added(full, "One more")


def test_the_next_review_is_months_after_it_was_agreed():
    assert agreed.review_day(datetime.date(2026, 8, 31), 6) == datetime.date(2027, 2, 28)
    assert agreed.review_day(DAY, 12) == datetime.date(2027, 11, 3)
    assert agreed.review_day(DAY, 0) is None


def test_two_versions_are_told_as_a_list_of_what_changed():
    after = (("When", "Every month"), ("Our aim", "Better buses"), ("Money", "£120 a year and travel"), ("Where", ""))
    told = differences(PARTS, after)
    assert "“Aim” is called “Our aim” now." in told
    assert "“Money”: 3 words new, 1 word taken out." in told
    assert "“When” stands in another place." in told
    assert "New: “Where”." in told
    assert differences(PARTS, PARTS) == ()
    assert differences(PARTS, PARTS[:2]) == ("Taken out: “When”.",)


def test_two_versions_stand_side_by_side_and_what_went_stands_where_it_was():
    rows = compare(PARTS, (PARTS[0], PARTS[2]))
    assert [(row.heading, row.change) for row in rows] == [
        *[("Aim", WhatBecame.SAME), ("Money", WhatBecame.TAKEN_OUT), ("When", WhatBecame.SAME)],
    ]


def became(before, after):
    return [(row.change, row.before[0], row.after[0]) for row in compare(before, after)]


FIVE = "one two three four five"


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        (  # what went stands before what followed it, also where nothing stands below that
            (("A", "x"), ("B", "y"), ("C", "")),
            (("C", ""), ("D", "new")),
            [
                *[(WhatBecame.TAKEN_OUT, "A", ""), (WhatBecame.TAKEN_OUT, "B", "")],
                *[(WhatBecame.SAME, "C", "C"), (WhatBecame.ADDED, "", "D")],
            ],
        ),
        (  # of two that are like it, the one that is most
            (("A", f"{FIVE} six seven"), ("B", f"{FIVE} six"), ("C", "z")),
            (("D", f"{FIVE} six"), ("C", "z")),
            [(WhatBecame.TAKEN_OUT, "A", ""), (WhatBecame.RENAMED, "B", "D"), (WhatBecame.SAME, "C", "C")],
        ),
        (  # four words of five are not enough
            (("C", "z"), ("A", FIVE)),
            (("B", "one two three four six"), ("C", "z")),
            [(WhatBecame.ADDED, "", "B"), (WhatBecame.SAME, "C", "C"), (WhatBecame.TAKEN_OUT, "A", "")],
        ),
        (  # nothing below it: called something else where it stands in the same place
            (("A", " "), ("C", "z")),
            (("B", "\n"), ("C", "z\n")),
            [(WhatBecame.RENAMED, "A", "B"), (WhatBecame.SAME, "C", "C")],
        ),
        (
            (("C", "z"), ("A", "")),
            (("B", ""), ("C", "z")),
            [(WhatBecame.ADDED, "", "B"), (WhatBecame.SAME, "C", "C"), (WhatBecame.TAKEN_OUT, "A", "")],
        ),
        (
            (("A", ""), ("B", "")),
            (("B", ""),),
            [(WhatBecame.TAKEN_OUT, "A", ""), (WhatBecame.SAME, "B", "B")],
        ),
        (  # a short word more in a long text whose words come again and again
            (("C", "z"), ("A", "the bus is late " * 60)),
            (("B", "now " + "the bus is late " * 60 + "too"), ("C", "z")),
            [(WhatBecame.CHANGED, "A", "B"), (WhatBecame.SAME, "C", "C")],
        ),
    ],
)
def test_a_heading_called_something_else_is_known_by_the_words_below_it(before, after, rows):
    assert became(before, after) == rows


def test_what_is_not_in_one_of_two_versions_is_empty_there():
    (added,) = compare((), (("A", "x"),))
    (gone,) = compare((("A", "x"),), ())
    assert (added.moved, gone.moved) == (False, False)
    assert (added.before, added.after, added.heading) == (("", ""), ("A", "x"), "A")
    assert (gone.before, gone.after, gone.heading) == (("A", "x"), ("", ""), "A")


def test_words_are_marked_that_only_one_version_has():
    assert marked("a b c", "a c d") == (
        (("a ", False), ("b ", True), ("c", False)),
        (("a ", False), ("c ", False), ("d", True)),
    )
    _left, right = marked("the bus is late " * 60, "now " + "the bus is late " * 60 + "too")
    assert [piece.words for piece in right if piece.only_here] == ["now ", "too"]


_parts = st.lists(
    st.tuples(st.sampled_from(["Aim", "Money", "When", "Who", "Why", "How"]), st.sampled_from(["", "one two", "three four five", "six"])),
    unique_by=lambda part: part[0], max_size=6,
).map(tuple)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The bus. To write: what came of it", True),
        ("[to write]", True),
        ("Asked: 12\nOf these held: [to write].", True),
        ("We still have a letter to write.", False),
        ("", False),
    ],
)
def test_a_heading_below_which_something_begun_is_left_to_write_is_told(text, left):
    assert agreed.to_write((*PARTS, ("What came", text))) == (("What came",) if left else ())


@given(_parts, _parts)
def test_every_heading_of_both_versions_is_in_the_comparison_once(before, after):
    rows = compare(before, after)
    assert [row.after for row in rows if row.after[0]] == list(after)
    assert sorted(row.before for row in rows if row.before[0]) == sorted(before)
    assert (differences(before, after) == ()) == (before == after)


@given(st.text(alphabet="ab \n", max_size=30), st.text(alphabet="ab \n", max_size=30))
def test_marked_pieces_together_are_the_text(before, after):
    left, right = marked(before, after)
    assert "".join(p.words for p in left).strip() == before.strip()
    assert "".join(p.words for p in right).strip() == after.strip()
    if before.split() == after.split():
        assert not any(p.only_here for p in (*left, *right) if p.words.strip())


def test_agendas_show_headings_and_nothing_below_them():
    words = agreed.AgreedWords(
        id="p", kind="principles", title="Principles", n=1, state=PaperState.AGREED, on=DAY, owner="Jo Marsh",
        parts=(("We are equal", "07700 900481"), ("Nothing here", "")), agreed_on=DAY,
    )  # fmt: skip
    shown = agreed.for_agendas(words)
    assert shown.parts == (("We are equal", ""), ("Nothing here", ""))
    assert shown.owner is None


@pytest.mark.parametrize(
    ("state", "on", "by", "told"),
    [
        (PaperState.DRAFT, None, None, "Draft"),
        (PaperState.DRAFT, None, "the Tuesday group", "Draft"),
        (PaperState.CHECKED, None, None, "Draft, checked by members"),
        (PaperState.CHECKED, None, "the Tuesday group", "Draft, checked by the Tuesday group"),
        (PaperState.CHECKED, datetime.date(2026, 11, 3), None, "Draft, checked by members"),
        (PaperState.AGREED, datetime.date(2026, 11, 3), "the Tuesday group", "Agreed on 3 November 2026"),
        (PaperState.AGREED, None, "the Tuesday group", "Agreed"),
        (PaperState.PUBLISHED, datetime.date(2026, 11, 3), None, "Agreed on 3 November 2026, and published"),
        (PaperState.PUBLISHED, None, None, "Agreed and published"),
    ],
)
def test_how_a_version_stands_is_said_in_one_line(state, on, by, told):
    assert agreed.says(state, on, by) == told


def test_an_agenda_takes_the_headings_and_no_word_below_them():
    words = agreed.AgreedWords(
        id="a", kind="terms", title="T", n=2, state=PaperState.AGREED, on=datetime.date(2026, 5, 3),
        parts=(("Aims", "Words"),), agreed_on=datetime.date(2026, 11, 3), owner="Ida", changed="All",
    )  # fmt: skip
    assert agreed.for_agendas(words) == replace(words, parts=(("Aims", ""),), owner=None, changed=None)


def test_only_what_is_agreed_stays_as_it_is():
    assert [state for state in PaperState if agreed.is_final(state)] == [PaperState.AGREED, PaperState.PUBLISHED]
