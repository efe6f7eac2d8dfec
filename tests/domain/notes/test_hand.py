"""Notes in hand: each change is made and remembered, what does not fit is passed over, and all are made again."""

import pytest

from coprod_desktop.domain.notes import preview
from coprod_desktop.domain.notes.hand import Hand
from tests.domain.notes.ruler import read


def hand():
    return Hand(preview.coming(read("Jo: the bus is late\nMo: tea\nAction: Al to ring by Friday\nJo: wet"), []))


def of(one, row="0"):
    return one.get(row).cut


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("kind", "0", "story"), lambda h: of(h).kind == "story"),
        (("who", "0", "new"), lambda h: h.get("0").who == "new"),
        (("whom", "0", "new"), lambda h: h.get("0").for_whom == "new"),
        (("text", "0", "no bus"), lambda h: of(h).text == "no bus"),
        (("at", "0", "10:15"), lambda h: of(h).at == "10:15"),
        (("at", "0", ""), lambda h: of(h).at is None),
        (("tick", "0", 0), lambda h: not h.get("0").taken),
        (("join", "1", None), lambda h: [r.id for r in h.rows] == ["0", "2", "3"] and "tea" in of(h).text),
        (("part", "0", 7), lambda h: len(h.rows) == 5 and of(h).text == "the bus"),
        (("todo_answer", "2", "partly"), lambda h: of(h, "2").action.answer == "partly"),
        (("todo_who", "2", "Bo"), lambda h: of(h, "2").action.who == "Bo"),
        (("todo_when", "2", "Monday"), lambda h: of(h, "2").action.when == "Monday"),
        (("todo_what", "2", "write"), lambda h: of(h, "2").action.what == "write"),
    ],
)
def test_a_change_is_made_to_its_line_and_can_be_made_again(change, told):
    one, again = hand(), hand()
    assert one.change(*change)
    assert told(one)
    assert one.changes == [change]
    again.again([list(change), ["text", "0"], ["text", "9", "gone"]])
    assert (again.rows, again.changes) == (one.rows, one.changes)


@pytest.mark.parametrize(
    "change",
    [
        ("kind", "9", "story"),
        ("kind", "0", "zebra"),
        ("todo_answer", "2", "zebra"),
        ("todo_answer", "0", "partly"),
        ("todo_who", "0", "Bo"),
        ("join", "0", None),
        ("part", "0", 0),
        ("part", "0", 99),
        ("zebra", "0", "x"),
        ("zebra", "2", "x"),
    ],
)
def test_a_change_that_does_not_fit_is_passed_over(change):
    one = hand()
    assert not one.change(*change)
    assert (one.rows, one.changes) == (hand().rows, [])


def test_of_what_is_typed_only_the_last_is_kept():
    one = hand()
    for change in (
        ("text", "0", "a"),
        ("text", "0", "ab"),
        ("text", "1", "c"),
        ("text", "0", "abd"),
        ("at", "0", "10:15"),
    ):
        one.change(*change)
    for name in ("at", "todo_who", "todo_when", "todo_what"):
        for value in ("1", "2"):
            one.change(name, "2", value)
    for kind in ("story", "question"):
        one.change("kind", "0", kind)
    assert one.changes == [
        *[("text", "0", "ab"), ("text", "1", "c"), ("text", "0", "abd"), ("at", "0", "10:15")],
        *[(name, "2", "2") for name in ("at", "todo_who", "todo_when", "todo_what")],
        *[("kind", "0", "story"), ("kind", "0", "question")],
    ]  # fmt: skip


def test_the_line_before_is_the_one_above():
    one = hand()
    assert [above and above.id for above in map(one.before, "012")] == [None, "0", "1"]
    assert one.before("9") is None
    assert one.get(None) is None
