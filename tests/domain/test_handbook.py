"""A page of the handbook comes apart into what it says, what is not known is refused, and words are found in it."""

import pytest

from coprod_desktop.domain.handbook import Block, HandbookPage, Piece, Shot, filled, parse, search

PAGE = """# The **door**

This page is for
whoever opens.
## First
1. Open it.
12.  Close
it.
- One thing
  goes on
- Another thing

![Two people at a door](pictures/the_door.png)

### Deep
"""


def said(text):
    """The pieces of a page of one paragraph."""
    return parse("page", f"# Title\n\n{text}").blocks[1].pieces


def test_a_page_comes_apart_into_its_blocks():
    page = parse("door", PAGE)
    assert (page.name, page.title) == ("door", "The **door**")
    assert [
        (block.words, block.level, block.number, block.bullet) if isinstance(block, Block) else block
        for block in page.blocks
    ] == [
        ("The **door**", 1, 0, False),
        ("This page is for whoever opens.", 0, 0, False),
        ("First", 2, 0, False),
        ("Open it.", 0, 1, False),
        ("Close it.", 0, 12, False),
        ("One thing goes on", 0, 0, True),
        ("Another thing", 0, 0, True),
        Shot("the_door", "Two people at a door"),
        ("Deep", 3, 0, False),
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Only words", (Piece("Only words"),)),
        ("Press **Make it** now", (Piece("Press "), Piece("Make it", strong=True), Piece(" now"))),
        ("`Ctrl S`", (Piece("Ctrl S", typed=True),)),
        ("`a [b]` and **c|d**", (Piece("a [b]", typed=True), Piece(" and "), Piece("c|d", strong=True))),
        ("See [Home](home.md).", (Piece("See "), Piece("Home", link="home"), Piece("."))),
        ("[Us](https://example.org)", (Piece("Us", link="https://example.org"),)),
    ],
)
def test_names_keys_and_links_stand_out_in_a_sentence(text, pieces):
    assert said(text) == pieces
    assert parse("page", f"# Title\n\n{text}").blocks[1].words == "".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Words first", "page: the first line is no title"),
        ("![A door](pictures/door.png)", "page: the first line is no title"),
        ("## Second first", "page: a heading out of order: ## Second first"),
        ("# One\n\n# Two", "page: a heading out of order: # Two"),
        ("# One\n\n#### Four", "page: a heading out of order: #### Four"),
        ("# One\n\na *stray* mark", r"page: not known here: a \*stray\* mark"),
        ("# One\n\n**Name** and {{fact}}", "page: not known here"),
        ("# One\n\n| a | table |", "page: not known here"),
        ("# One\n\n> said", "page: not known here"),
    ],
)
def test_what_is_not_known_is_refused_with_its_line(text, why):
    with pytest.raises(ValueError, match=f"^{why}"):
        parse("page", text)


def test_facts_are_filled_in_and_one_that_is_not_there_is_refused():
    assert filled("{{how many}} of {{all}}, {{all}}", {"how many": "3", "all": "9"}) == "3 of 9, 9"
    assert filled("no {fact}", {}) == "no {fact}"
    with pytest.raises(ValueError, match="no such fact: 'sky'"):
        filled("{{sky}}", {"all": "9"})


def test_words_are_found_by_how_they_begin_in_headings_first():
    one = parse("one", "# Doors\n\nOpen the Door at once.\n\n![A door](pictures/door.png)\n\nIndoors nothing opens.")
    two = parse("two", "# Windows\n\n## Open the door\n\nNo more.")
    assert [(hit.page.name, hit.words) for hit in search((one, two), "DOOR op")] == [
        *(("two", "Open the door"), ("one", "Open the Door at once.")),
    ]
    assert [hit.words for hit in search((one, two), "door")][:2] == ["Doors", "Open the door"]
    assert search((one, two), "door", most=1)[0].words == "Doors"
    assert len(search((one, two), "door", most=1)) == 1
    assert search((one, two), "  ") == search((one, two), "door zebra") == search((), "door") == ()


def test_of_very_many_lines_the_first_forty_are_found():
    lines = tuple(Block((Piece(f"door {n}"),)) for n in range(50))
    assert len(search((HandbookPage("long", "Long", lines),), "door")) == 40
