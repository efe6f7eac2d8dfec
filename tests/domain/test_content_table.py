"""What is read out of a table that comes with the program, and the sentence that says what is wrong with it."""

import pytest

from coprod_desktop.domain.content_table import TableRow, WrongContent

GOOD = {
    "name": "pdf",
    "n": 3,
    "yes": True,
    "list": ["a", "b"],
    "sub": {"x": "y"},
    "rows": [{"name": "one"}, {"name": "two"}],
}


def row(**changed):
    return TableRow({**GOOD, **changed}, "the list")


def test_a_row_gives_out_what_it_holds():
    top = row()
    assert top.names() == ("name", "n", "yes", "list", "sub", "rows")
    assert (top.has("n"), top.has("m")) == (True, False)
    assert (top.text("name"), top.number("n"), top.yes("yes"), top.texts("list")) == ("pdf", 3, True, ("a", "b"))
    assert top.entries("list") == ("a", "b")
    assert top.sub("sub").text("x") == "y"
    assert [one.text("name") for one in top.rows("rows", "name", {"name"})] == ["one", "two"]
    assert (top.one_of("name", ("pdf", "odt")), top.some_of("list", ("c", "b", "a"))) == ("pdf", ("a", "b"))


def test_what_is_not_said_is_what_it_is_by_default():
    empty = TableRow({}, "the list", {"n"})
    assert (empty.text("t", ""), empty.number("n", 0), empty.yes("y"), empty.texts("l", ())) == ("", 0, False, ())
    assert row(name=" ").text("name", "") == " "
    assert row(n=0).number("n") == 0
    assert row(list=[]).texts("list") == ()
    assert (empty.one_of("t", ("a",), ""), empty.one_of("t", ("a",), "b"), empty.some_of("l", (), ())) == ("", "b", ())


@pytest.mark.parametrize(
    ("read", "why"),
    [
        (lambda: TableRow([], "the list"), "the list that comes with this program is wrong: it is not a row of names"),
        (lambda: TableRow({"a": 1, "b": 2}, "the list", {"a"}), "nothing is called “b”"),
        (lambda: row().text("missing"), "“missing” is missing"),
        (lambda: row().text("n"), "“n” is not a text"),
        (lambda: row(name=" ").text("name"), "“name” is empty"),
        (lambda: row().number("name"), "“name” is not a whole number"),
        (lambda: row().number("yes"), "“yes” is not a whole number"),
        (lambda: row(n=-1).number("n"), "“n” is less than 0"),
        (lambda: row().number("missing"), "“missing” is missing"),
        (lambda: row().yes("n"), "“n” is not true or false"),
        (lambda: row().texts("name"), "“name” is not a list"),
        (lambda: row(list=["a", " "]).texts("list"), "“list” has something in it that is no text"),
        (lambda: row(list=[3]).texts("list"), "“list” has something in it that is no text"),
        (lambda: row().texts("missing"), "“missing” is missing"),
        (lambda: row().entries("missing"), "“missing” is missing"),
        (lambda: row().entries("name"), "“name” is not a list"),
        (lambda: row().sub("missing"), "“missing” is missing"),
        (lambda: row().sub("n"), "“n” is not a row of names and values"),
        (
            lambda: row().sub("sub", {"y"}),
            "the list, “sub” that comes with this program is wrong: nothing is called “x”",
        ),
        (lambda: row().sub("sub").text("z"), "the list, “sub” that comes"),
        (lambda: row().rows("missing", "name", ()), "“missing” is missing"),
        (lambda: row().rows("n", "name", ()), "“n” is not a list"),
        (lambda: row().rows("rows", "name", ())[0], "the list, row 1 (“one”) that comes"),
        (lambda: row(rows=[{"name": "one"}, 3]).rows("rows", "name", {"name"}), "the list, row 2 that comes"),
        (lambda: row(rows=[{"name": 3}]).rows("rows", "name", ()), "the list, row 1 that comes"),
        (lambda: row(name="c").one_of("name", ("b", "a")), "“name”: there is no “c” among a, b"),
        (lambda: row(name="c").one_of("name", ("b", "a"), "a"), "“name”: there is no “c” among a, b"),
        (lambda: row().one_of("missing", ("b", "a")), "“missing” is missing"),
        (lambda: row().some_of("list", ("b",)), "“list”: there is no “a” among b"),
        (lambda: row().some_of("missing", ("b",)), "“missing” is missing"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(read, why):
    with pytest.raises(WrongContent) as refused:
        read()
    assert why in refused.value.what
    assert refused.value.what.endswith("Your workspace was not changed.")
    assert "resources/content" in refused.value.do
