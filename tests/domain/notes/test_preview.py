"""Notes before they come in: whom each line is from, what is asked, and every change to one line leaves the others."""

import dataclasses

import pytest

from coprod_desktop.domain.notes import preview
from coprod_desktop.domain.notes.hand import Hand
from coprod_desktop.domain.notes.preview import ASK, NEW, NOBODY
from coprod_desktop.domain.notes.values import Action, Cut, NotesRead, Source
from coprod_desktop.domain.words import ANONYMOUS, AnswerKind, EntryKind
from tests.domain.making import person

PEOPLE = [person("jo", "Jo Marsh"), person("sam1", "Sam Hill"), person("sam2", "Sam Ray")]


def rows(*cuts):
    return preview.coming(NotesRead(source=Source.TYPED, cuts=cuts), PEOPLE)


def line(text="late bus", **more):
    return Cut(text=text, **more)


@pytest.mark.parametrize(
    ("cut", "who", "for_whom", "asks"),
    [
        (line(speaker="Jo"), "jo", NOBODY, False),
        (line(speaker="Sam"), ASK, NOBODY, True),
        (line(speaker="Mo"), NEW, NOBODY, False),
        (line(speaker=ANONYMOUS), ANONYMOUS, NOBODY, False),
        (line(), NOBODY, NOBODY, False),
        (line(speaker="Interpreter", interpreter=True), NOBODY, ASK, True),
        (line(speaker="Beth", said_for="Jo"), NOBODY, "jo", False),
        (line(speaker="Jo", said_for="Sam"), "jo", ASK, True),
        (line(speaker="Jo", said_for="Hamish"), "jo", NEW, False),
        (line(speaker="Sam", aside=True), ASK, NOBODY, False),
        (line(speaker="Sam", action=Action(what="ring")), ASK, NOBODY, False),
        (line("  ", speaker="Sam"), ASK, NOBODY, False),
    ],
)
def test_whom_a_line_is_from_and_whether_that_is_asked(cut, who, for_whom, asks):
    (row,) = rows(cut)
    assert (row.who, row.for_whom, row.asks) == (who, for_whom, asks)
    assert row.taken is (not cut.aside and cut.text.strip() != "")
    assert preview.first_open([*rows(line()), row]) == (row if asks else None)


def test_those_of_whom_it_may_be_are_offered():
    (row,) = rows(line(speaker="Sam", said_for="Sam"))
    assert (row.who_may, row.for_may) == (("sam1", "sam2"), ("sam1", "sam2"))
    assert rows(line(speaker=ANONYMOUS))[0].who_may == ()


def test_what_a_line_is_stands_in_words():
    assert [row.kind_words for row in rows(line(action=Action(what="ring")), line(kind=EntryKind.QUESTION))] == [
        "To do",
        "Question",
    ]


def who_of(found):
    return [row.who for row in found]


def test_who_it_is_holds_for_all_lines_of_one_name_but_not_where_several_may_be_meant():
    found = rows(line(speaker="Mo"), line(speaker="Sam"), line(speaker="Mo"), line(speaker="Sam"), line(), line())
    assert who_of(preview.with_who(found, "0", "jo")) == ["jo", ASK, "jo", ASK, NOBODY, NOBODY]
    assert who_of(preview.with_who(found, "1", "sam1")) == [NEW, "sam1", NEW, ASK, NOBODY, NOBODY]
    assert who_of(preview.with_who(found, "4", "jo")) == [NEW, ASK, NEW, ASK, "jo", NOBODY]
    one = (dataclasses.replace(found[0], who="jo"), *found[1:])
    assert who_of(preview.with_who(one, "2", "sam1"))[:3] == ["jo", ASK, "sam1"]  # said of that one by itself


def test_a_change_to_one_line_leaves_the_others():
    found = rows(line("a"), line("b", action=Action(what="b")), line("c", aside=True))
    assert [r.for_whom for r in preview.with_whom(found, "1", "jo")] == [NOBODY, "jo", NOBODY]
    assert [r.cut.text for r in preview.with_cut(found, "1", line("x"))] == ["a", "x", "c"]
    assert [r.taken for r in preview.ticked(found, "0", taken=False)] == [False, True, False]
    assert [r.taken for r in preview.ticked(found, "2", taken=True)] == [True, True, True]
    for row in ("1", "2"):
        cut = next(r for r in preview.with_kind(found, row, EntryKind.STORY) if r.id == row).cut
        assert (cut.kind, cut.action, cut.aside) == (EntryKind.STORY, None, False)


def test_a_line_without_words_is_never_ticked():
    assert preview.ticked(rows(line(" ")), "0", taken=True)[0].taken is False


def test_lines_are_joined_with_what_is_doubtful_of_both():
    found = rows(line("a", doubts=("x", "y")), line("b", doubts=("y", "z"), machine=True), line("c"))
    (first, last) = preview.joined(found, "1")
    assert (first.id, first.cut.text, first.cut.doubts, first.cut.machine) == ("0", "a\nb", ("x", "y", "z"), True)
    assert last == found[2]
    assert preview.joined(found, "0") == found
    assert preview.joined(found, "2")[1].cut.machine is True
    kept = preview.joined(preview.ticked(found, "0", taken=False), "1")
    assert kept[0].taken is True
    assert preview.joined(preview.ticked(found, "1", taken=False), "1")[0].taken is True
    (done,) = preview.joined(rows(line("Action: ring", action=Action(what="ring", who="Jo")), line("and write")), "1")
    assert (done.cut.action.what, done.cut.action.who) == ("ring and write", "Jo")
    (empty,) = preview.joined(rows(line(" ", action=Action(what="")), line("b")), "1")
    assert (empty.cut.text, empty.cut.action.what) == ("b", "b")


def test_a_line_is_parted_where_words_stand_on_both_sides():
    found = rows(line("before"), line("one two", speaker="Jo", action=Action(what="one two")), line("after"))
    parted = preview.parted(found, "1", 4)
    assert [(r.id, r.cut.text, r.who) for r in parted] == [
        ("0", "before", NOBODY),
        ("1", "one", "jo"),
        ("1.4", "two", "jo"),
        ("2", "after", NOBODY),
    ]
    assert [r.cut.action is None for r in parted] == [True, False, True, True]
    assert preview.parted(found, "1", 3)[2].cut.text == "two"
    assert preview.parted(found, "1", 0) == preview.parted(found, "1", 7) == found


def test_changes_are_kept_so_that_they_can_be_made_again():
    found = rows(line("one two"), line("b", speaker="Mo", action=Action(what="ring")), line("c"))
    hand = Hand(found)
    for what, row, value in (
        ("text", "0", "one"),
        ("text", "0", "one or two"),
        ("at", "0", "10:15"),
        ("part", "0", 4),
        ("kind", "2", "question"),
        ("who", "2", "jo"),
        ("whom", "2", "sam1"),
        ("todo_answer", "1", "cannot"),
        ("todo_who", "1", "Jo"),
        ("todo_what", "1", "write"),
        ("todo_when", "1", "Friday"),
        ("tick", "0", False),
        ("join", "2", None),
    ):
        assert hand.change(what, row, value), what
    assert [r.cut.text for r in hand.rows] == ["one", "or two", "b\nc"]
    assert (hand.rows[0].cut.at, hand.rows[0].taken, hand.rows[1].taken) == ("10:15", False, True)
    todo = hand.get("1").cut.action
    assert (todo.answer, todo.who, todo.when, todo.what) == (AnswerKind.CANNOT, "Jo", "Friday", "write c")
    assert [c[:2] for c in hand.changes].count(("text", "0")) == 1  # of typed letters only the last
    again = Hand(found)
    again.again([*map(list, hand.changes), ["text", "0"], ["text", "0", "x", "y"]])
    assert (again.rows, again.changes) == (hand.rows, hand.changes)
    assert (again.before("1").id, again.before("0"), again.get("9"), again.get(None)) == ("0.4", None, None, None)


@pytest.mark.parametrize(
    ("what", "row", "value"),
    [
        ("text", "9", "x"),
        ("kind", "0", "of a newer version"),
        ("todo_answer", "1", "of a newer version"),
        ("todo_answer", "0", "will"),
        ("todo_who", "0", "Jo"),
        ("join", "0", None),
        ("part", "0", 0),
        ("of a newer version", "0", "x"),
    ],
)
def test_a_change_that_does_not_fit_is_passed_over(what, row, value):
    hand = Hand(rows(line("a"), line("b", action=Action(what="b"))))
    before = hand.rows
    assert hand.change(what, row, value) is False
    assert (hand.rows, hand.changes) == (before, [])


def test_only_changes_that_are_typed_take_the_place_of_the_last():
    hand = Hand(rows(line("a"), line("b")))
    for change in (
        ("tick", "0", False),
        ("tick", "0", True),
        ("at", "0", "10:00"),
        ("at", "1", "10:01"),
        ("at", "1", ""),
    ):
        hand.change(*change)
    assert hand.changes == [("tick", "0", False), ("tick", "0", True), ("at", "0", "10:00"), ("at", "1", "")]
    assert [r.cut.at for r in hand.rows] == ["10:00", None]
