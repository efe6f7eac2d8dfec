"""The handbook says what is so: names, keys, links, pictures and facts are compared with the program."""

from __future__ import annotations

import html
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from coprod_desktop import ui
from coprod_desktop.domain.handbook import Block, Shot, filled, parse, search
from coprod_desktop.domain.plain import sentences
from coprod_desktop.services.program import handbook
from coprod_desktop.ui.answer.keys import KEYS as ANSWER_KEYS
from coprod_desktop.ui.keys.shell_keys import SHELL_KEYS
from coprod_desktop.ui.listen import hour, screen_part
from coprod_desktop.ui.listen.keys import KEYS as LISTEN_KEYS
from coprod_desktop.ui.pages.people import KEYS as PEOPLE_KEYS
from coprod_desktop.ui.window import page_table
from tests import handbook as made

ROOT = Path(__file__).resolve().parents[3]
_PLAIN_KEYS = {"Enter", "Space", "Delete", "Up", "@", "#"}
_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift|Space|Enter|Delete|Up|F\d+)(?: .+)?|Ctrl.+|[@#])$")
_IN_FORMS = re.compile(r"<string[^>]*>([^<]*)</string>")
_SHOWN = ("ui", "services/seen", "domain", "publish")
LONGEST, USUAL = 26, 12
"""Words of a sentence at most, and of all of a page on average."""
MOST = 560
"""Words of a page: it is to be read while one waits for the kettle."""


def pieces(page):
    return [piece for block in page.blocks if isinstance(block, Block) for piece in block.pieces]


@pytest.fixture(scope="module")
def shown():
    """What stands on the screen: the words of forms, and the source of the window and of the tables it shows, as text."""
    forms = [path.read_text("utf-8") for path in (ROOT / "forms").glob("*.ui")]
    words = {html.unescape(found).replace("&", "") for form in forms for found in _IN_FORMS.findall(form)}
    modules = [path for part in _SHOWN for path in (ROOT / "coprod_desktop" / part).rglob("*.py")]
    source = "\n".join(path.read_text("utf-8") for path in modules if "_forms" not in path.parts)
    content = "\n".join(path.read_text("utf-8") for path in (ROOT / "resources" / "content").glob("*.json"))
    return words, source + content


def test_every_name_in_bold_stands_on_the_screen(shown):
    """A name that is a whole string of a form, of the window, or of a table that the window shows."""
    words, source = shown
    for page in handbook.load():
        for piece in pieces(page):
            if piece.strong:
                assert piece.text in words or f'"{piece.text}"' in source, (page.name, piece.text)


def test_every_key_is_one():
    rows = [k.shown for k in SHELL_KEYS]
    rows += [key.replace("+", " ") for key, *_ in (*LISTEN_KEYS, *hour.KEYS, *screen_part.KEYS, *PEOPLE_KEYS)]
    known = _PLAIN_KEYS | set(rows) | {one for key, _ in ANSWER_KEYS for one in re.split(r", | to ", key)}
    known |= {"Ctrl ++", "Ctrl +-", "Ctrl Z", "Alt 8", "Alt T"}
    for page in handbook.load():
        for piece in pieces(page):
            if piece.typed and _KEY.match(piece.text):
                assert piece.text in known, (page.name, piece.text)


def test_links_lead_to_pages_and_pictures_are_there_with_words_for_them():
    for page in handbook.load():
        for piece in pieces(page):
            assert not piece.link or piece.link in handbook.NAMES, (page.name, piece.link)
        for block in page.blocks:
            if isinstance(block, Shot):
                assert handbook.picture(block.picture).is_file()
                assert len(block.alt) > 20


def test_every_page_is_plain_short_and_says_what_it_is_for_and_what_can_go_wrong():
    assert len(handbook.NAMES) == 13
    assert {path.stem for path in (ROOT / "resources" / "handbook").glob("*.md")} == set(handbook.NAMES)
    for page in handbook.load():
        lines = [block.words for block in page.blocks if isinstance(block, Block)]
        counts = [sentences.count(line[at.start : at.end]) for line in lines for at in sentences.sentences(line)]
        assert max(counts) <= LONGEST, (page.name, max(lines, key=sentences.count))
        assert sum(counts) / len(counts) <= USUAL, page.name
        assert sum(counts) <= MOST, (page.name, sum(counts))
        assert lines[1].startswith("This page is for"), page.name
        headings = [block.words for block in page.blocks if isinstance(block, Block) and block.level == 2]
        assert any("go wrong" in h or "goes wrong" in h for h in headings) or page.name == "for-the-it-department"


def test_docs_and_small_pictures_are_what_the_source_makes():
    """`make handbook` writes both."""
    wanted = dict(made.pages())
    assert {path.name for path in made.DOCS.glob("*.md")} == {path.name for path in wanted}
    for path, text in wanted.items():
        assert path.read_text("utf-8") == text, f"make handbook: {path.name}"
    shots = dict(made.pictures())
    assert set(handbook.picture("x").parent.glob("*.png")) == set(shots)
    for path, data in shots.items():
        assert path.read_bytes() == data, f"make handbook: {path.name}"
    assert sum(map(len, shots.values())) < 600_000  # they are in every package


def test_every_page_of_the_window_and_every_folder_of_dialogs_has_a_page_of_the_handbook():
    folders = {found.name for found in pkgutil.iter_modules(ui.__path__) if found.ispkg}
    with_dialogs = {
        folder
        for folder in folders
        for path in (ROOT / "coprod_desktop" / "ui" / folder).glob("*.py")
        if "(QDialog)" in path.read_text("utf-8")
    } - {"handbook", "dialogs"}  # those in dialogs lie above any page, and have the help of that page
    assert (set(page_table.PAGES) | with_dialogs) <= set(handbook.BELONGS)
    assert set(handbook.BELONGS.values()) <= set(handbook.NAMES)
    doors = {"welcome", "unlock", "bringBack", "damaged"}
    assert all(
        name in page_table.PAGES or name in doors or importlib.import_module(f"{ui.__name__}.{name}")
        for name in handbook.BELONGS
    )


def test_words_are_found_by_their_beginnings_headings_first():
    hits = search(handbook.load(), "recov cod")
    assert hits[0].words == "Passphrase and recovery code"
    assert {hit.page.name for hit in hits} >= {"before-the-first-session", "keep-it-safe"}
    assert search(handbook.load(), "  ") == search(handbook.load(), "zzz") == ()


@pytest.mark.parametrize(
    "wrong",
    [
        "## no title",
        "# Title\n\n#### too deep",
        "# Title\n\na *stray* mark",
        "# Title\n\n| a | table |",
        "# Title\n\n# Again",
        "![A picture where the title belongs](pictures/page.png)",
    ],
)
def test_what_is_not_known_is_refused(wrong):
    with pytest.raises(ValueError, match="page"):
        parse("page", wrong)


def test_a_fact_that_the_program_does_not_have_is_refused():
    assert filled("{{backups newest}} are kept", handbook.facts()) == "12 are kept"
    with pytest.raises(ValueError, match="colour of the sky"):
        filled("{{colour of the sky}}", handbook.facts())
