"""A paper for the people who came says so wherever its words go; one for anyone says nothing of it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.permission import Circle
from coprod_desktop.publish import paper_kinds, press
from coprod_desktop.publish.document import Heading
from coprod_desktop.publish.for_whom import WHO_CAME
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.paper import fingerprint
from coprod_desktop.publish.press import PressSettings
from coprod_desktop.publish.render.braille.reading import what_it_says
from coprod_desktop.services.program import content
from tests.domain.making import DAY, entry, point, record
from tests.publish.render.book_file import Book
from tests.publish.telling_papers import told

FORMATS = content.load().formats

NOW = datetime.datetime(2026, 10, 1, 14, 5, tzinfo=datetime.UTC)


@pytest.fixture
def anyone():
    due = {"answer": "will", "text": "We will ring back", "owner": "The manager", "due": datetime.date(2027, 1, 5)}
    return open_gate(record(entry(1, "Ring us back", quote_ok=True), replace(point(1, "Ring back", 1), **due)), (), DAY)


@pytest.fixture
def came(anyone):
    return replace(anyone, circle=Circle.CAME)


@pytest.mark.parametrize("kind", ["you-said-we-will", "you-said-we-did"])
def test_it_is_said_right_below_the_title_and_in_the_head_of_every_page(came, anyone, kind):
    document = paper_kinds.paper(kind, came).document
    title = next(at for at, block in enumerate(document.blocks) if isinstance(block, Heading))
    assert told(document.blocks[title + 1]).splitlines()[0] == WHO_CAME.words
    assert document.running_head.endswith("For the people who came")
    assert "for the people who came" in document.title
    assert "people who came" not in told(paper_kinds.paper(kind, anyone).document).lower().replace("how many", "")


def test_two_papers_for_other_people_do_not_share_a_code_and_papers_for_anyone_keep_theirs(came, anyone):
    assert fingerprint(came) != fingerprint(anyone)
    assert fingerprint(anyone) == fingerprint(replace(came, circle=Circle.ANYONE))
    assert "circle" not in repr(anyone)


@pytest.mark.parametrize("name", FORMATS.papers)
def test_every_format_says_it_in_its_first_lines(came, anyone, name, tmp_path):
    settings = PressSettings(made_on=NOW)
    for snapshot, says in ((came, True), (anyone, False)):
        paper = paper_kinds.paper("you-said-we-will", snapshot)
        folder = tmp_path / snapshot.circle.name
        folder.mkdir()

        def named(apart, ending, folder=folder, kind=paper.kind):
            return folder / f"{kind}-{apart}.{ending}"

        paths = press.press(paper, FORMATS.of(name), settings, named).paths
        assert paths
        for path in paths:
            assert (WHO_CAME.words.lower() in text_of(path).lower()[:1500]) is says, path.name
            assert ("for-who-came" in path.name) is says


def text_of(path):
    """What a reader of any format reads; of a PDF its first page."""
    if path.suffix == ".pdf":
        import pypdfium2

        pdf = pypdfium2.PdfDocument(path)
        text = pdf[0].get_textpage().get_text_bounded()
        pdf.close()
    elif path.suffix == ".docx":
        import docx
        from docx.oxml.ns import qn

        text = " ".join(t.text or "" for t in docx.Document(str(path)).element.body.iter(qn("w:t")))  # in tables too
    elif path.suffix == ".xlsx":
        import openpyxl

        text = "\n".join(str(c.value) for row in openpyxl.load_workbook(path).active.iter_rows() for c in row)
    elif path.suffix == ".epub":
        text = Book(path).words
    elif path.suffix == ".brf":
        text = what_it_says(path.read_bytes(), "uncontracted" not in path.name)
    elif path.suffix == ".html":
        import re

        text = re.sub("<[^>]*>", " ", path.read_text("utf-8").partition("<main")[2])
    elif path.suffix == ".ics":
        text = path.read_bytes().decode("utf-8").replace("\r\n ", "").replace("\\n", "\n").replace("\\", "")
    else:
        text = path.read_text("utf-8-sig")
    return " ".join(text.split())
