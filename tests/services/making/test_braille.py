from __future__ import annotations

import re

import pytest

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.services import capture, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import braille, papers


def test_pages_are_of_the_usual_size_until_someone_says_otherwise(desk):
    assert braille.size(desk) == (40, 25)
    braille.change_size(desk, cells=34, lines=27)
    assert braille.size(desk) == (34, 27)
    workspace.undo(desk)
    assert braille.size(desk) == (40, 25)


def test_nothing_is_written_when_nothing_changes(desk):
    assert braille.change_size(desk, cells=40, lines=25) == Changes()


@pytest.mark.parametrize(("cells", "lines"), [(19, 25), (81, 25), (40, 9), (40, 41)])
def test_a_size_no_embosser_has_is_refused(desk, cells, lines):
    with pytest.raises(UserError, match="20 to 80 cells and 10 to 40 lines"):
        braille.change_size(desk, cells=cells, lines=lines)


@pytest.mark.parametrize("contracted", [True, False])
def test_the_preview_shows_each_page_in_dots_and_says_it(desk, home_care, contracted):
    papers.review(desk, home_care)
    braille.change_size(desk, cells=34, lines=27)
    found = braille.preview(desk, home_care, paper_kinds.YOU_SAID_WE_WILL, contracted)
    assert (found.cells, found.lines, found.contracted) == (34, 27, contracted)
    for page in found.pages:
        lines = page.dots.split("\n")
        assert len(lines) == 27
        assert all(0x2800 <= ord(cell) < 0x2840 for line in lines for cell in line)
        assert max(map(len, lines)) == 34
    said = " ".join(" ".join(page.said for page in found.pages).split())
    assert "34 cells by 27 lines" in said
    assert "You said: Tell us who is coming and when, on paper if we want it" in said
    assert re.search(r"Copy code: \w{3}-\w{3}-\w{3}-\w{3}\.", said)


def test_nothing_is_shown_while_something_private_is_open(desk, home_care):
    capture.add(desk, home_care, NewLine(text="Ring me on 07700 900481", quote_ok=True))
    with pytest.raises(UserError, match="to look at first"):
        braille.preview(desk, home_care, paper_kinds.YOU_SAID_WE_WILL, True)


def test_the_files_are_as_large_as_the_organisation_says(desk, home_care, tmp_path):
    papers.review(desk, home_care)
    braille.change_size(desk, cells=32, lines=20)
    made = papers.make(desk, home_care, ("braille", "text"), tmp_path)
    for path in made.paths:
        if path.suffix == ".brf":
            for page in path.read_bytes().decode("ascii").split("\f"):
                lines = page.split("\r\n")
                assert len(lines) == 21
                assert max(map(len, lines)) == 32
    assert sorted(path.suffix for path in made.paths) == [".brf", ".brf", ".txt", ".txt"]
