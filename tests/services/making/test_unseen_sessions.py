"""Sessions nobody here has seen before, in every kind and format, taken apart: nothing gets out, nothing is lost."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.filenames import short_id
from coprod_desktop.publish.render.braille import reading as braille
from coprod_desktop.services import organisation, sessions
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.making import letters, packs, papers, reports
from coprod_desktop.services.program import content
from coprod_desktop.services.seen import preview
from tests.services import unseen
from tests.unpack import everything_in, straight, words_in

FORMATS = content.load().formats

NOW = datetime.datetime(2026, 11, 23, 10, 0, tzinfo=datetime.UTC)
QUICK = ("html", "text", "csv", "xlsx", "ics")
"""Formats that are made in no time, for the kinds of paper besides the first."""

EXCEL_DAY = (datetime.date(2026, 12, 1) - datetime.date(1899, 12, 30)).days
"""1 December 2026 as a spreadsheet holds it."""


@pytest.fixture
def still(desk, monkeypatch):
    """The desk, with its clock stopped and an organisation that says all it can about itself."""
    object.__setattr__(desk, "now", lambda: NOW)
    organisation.change(
        desk,
        name="Marrow <b>& Vale</b> Council",
        contact_name="Jo Frame",
        phone="01632 960001",
        text_number="07700 900999",
        mail="hello@marrow.example",
        post="1 High Street\nMarrow",
        colour="#0A5C60",
    )
    return desk


def bring(desk, data):
    """Bring a session in and settle what can be settled. Returns its id."""
    session = merge.import_file(desk, json.dumps(data, ensure_ascii=False).encode()).session
    papers.review(desk, session)
    return session


def inside(path: Path) -> str:
    """Return all there is to find in a file and in where it lies."""
    found = everything_in(path)
    if path.suffix == ".brf":
        found += braille.what_it_says(path.read_bytes(), contracted="uncontracted" not in path.name)
    return f"{path.parent.parent.name} {path.parent.name} {found}".lower()


def leaks(paths, never):
    """Return which of these words are in which files."""
    found = {path: inside(path) for path in paths}
    return {(word, path.name) for path, text in found.items() for word in never if word.lower() in text}


def other_kinds(desk, session, folder):
    """Make every kind of paper but the first in the quick formats."""
    made = [papers.make(desk, session, QUICK, folder / kind, kind=kind) for kind in paper_kinds.NAMES[1:]]
    return [path for one in made for path in one.paths]


def test_no_private_word_of_any_kind_is_in_any_file(still, tmp_path):
    data = unseen.one_of_each()
    session = bring(still, data)
    made = papers.make(still, session, FORMATS.papers, tmp_path / "all")
    kinds = [one.name for one in still.content.reports().kinds if not one.members]  # of one group's members
    log = [reports.make(still, kind, ("html", "csv"), tmp_path / kind) for kind in kinds]
    paths = [*made.paths, *other_kinds(still, session, tmp_path), *(path for one in log for path in one.paths)]

    assert len(paths) > 30
    assert leaks(paths, unseen.secrets(data)) == set()
    page = words_in(next(p for p in made.paths if p.suffix == ".html" and "easy" not in p.name))
    for words in ("Buses one", "Edited words", "Someone wants a call", "We borrowed a loop", "Said for another"):
        assert words in page
    assert '"Said by a role" – Carer' in page
    assert '"Said by a rare role" –' not in page
    assert '"Edited words"' not in page
    assert '"Said by one who said no to their name" –' not in page
    assert "We asked A member of the group on 20 October 2026" in page


def test_a_name_that_may_not_be_public_is_in_no_text_however_it_is_written(still, tmp_path):
    session = bring(still, unseen.names_everywhere())
    made = papers.make(still, session, ("pdf", "docx", *QUICK), tmp_path / "all")
    paths = [*made.paths, *other_kinds(still, session, tmp_path)]

    assert leaks(paths, (*unseen.PARTS_OF_NAMES, "zzlang", "zzoriginal", "<script")) == set()
    for path in made.paths:
        if path.suffix in {".html", ".docx", ".txt"} and "aloud" not in path.name:
            assert words_in(path).count("Kept") > 60


def test_a_letter_holds_nothing_of_anybody_else(still, tmp_path):
    data = unseen.one_of_each()
    session = bring(still, data)
    made = letters.make(still, session, tmp_path, formats=("html", "docx"), they_read_it=True)
    people = sessions.record(still, session).people

    assert len(made.paths) == 2 * 7  # one of nine has changed their mind, one was not there and said nothing to answer
    for path in made.paths:
        (to,) = [person for person in people if short_id(person.id) in path.name]
        assert leaks([path], unseen.secrets(data)) == set()
        text = words_in(path)
        for entry in data["entries"]:
            if entry.get("said_for", entry.get("speaker")) != to.key:
                assert f'"{entry["text"]}"' not in text
                assert entry.get("public_text") is None or entry["public_text"] not in text
        assert path.parent.name == "private"


@pytest.mark.parametrize("by", ["person", "format"])
def test_a_pack_holds_only_papers_and_what_names_people_is_apart(still, tmp_path, by):
    data = unseen.one_of_each()
    session = bring(still, data)
    made = packs.make(still, session, paper_kinds.YOU_SAID_WE_WILL, tmp_path, by=by)
    papers.make(still, session, ("json",), tmp_path)
    listing = [path for path in made.paths if "posting-list" in path.name]

    assert [path.parent for path in listing] == [tmp_path / "private"]
    assert leaks([path for path in made.paths if path not in listing][:4], unseen.secrets(data)) == set()
    everywhere = [path for path in tmp_path.rglob("*") if "workspace" not in path.parts]
    assert not [path for path in everywhere if "zz" in str(path.relative_to(tmp_path)).lower()]
    assert all(tmp_path / "private" in path.parents for path in everywhere if path.suffix == ".json")
    assert not [path for path in everywhere if path.suffix == ".tmp"]


def test_undo_and_what_is_kept_of_papers_hold_no_words(still, tmp_path):
    data = unseen.one_of_each()
    session = bring(still, data)
    papers.make(still, session, ("text",), tmp_path)
    with still.store.read() as connection:
        for table in ("undo_step", "paper", "settlement"):
            rows = str(connection.exec_driver_sql(f"select * from {table}").all()).lower()
            assert rows
            assert not [word for word in unseen.secrets(data) if word.lower() in rows]


def test_seven_languages_and_long_words_are_whole_where_they_can_be(still, tmp_path):
    session = bring(still, unseen.all_scripts())
    told = preview.preview(still, session).otherwise
    made = papers.make(still, session, ("html", "docx", "text", "pdf", "braille"), tmp_path)

    for path in made.paths:
        if path.suffix not in {".html", ".docx", ".txt"} or "aloud" in path.name:
            continue
        words = words_in(path)
        for n, (_, _, text) in enumerate(unseen.SCRIPTS, 1):
            said = straight(text)
            for whole in (f'"{said}"', f"S{n} {said}", f"T{n} {said}", f"R{n} {said}", f"In English {n}"):
                assert whole in words, (path.name, whole)
        assert f'"{unseen.LONG}"' in words
    (pdf,) = [path for path in made.paths if path.suffix == ".pdf"]
    printed = words_in(pdf)
    for _, _, text in (*unseen.SCRIPTS[:2], *unseen.SCRIPTS[4:]):
        assert f'"{straight(text)}"' in printed
    for language in ("Punjabi", "Chinese"):
        assert f"(Words in {language}: see the web page version)" in printed
        assert any(f"Words in {language} are not in the PDF" in words for words in told)
    assert all(f"word{n} " in printed for n in range(1, 250))
    assert any("🚌 as “(bus)”" in words for words in told)
    assert set(told) <= set(made.warnings)  # nothing is told before that is not so


def test_every_answer_with_who_when_and_why_is_in_every_whole_paper_and_list(still, tmp_path):
    session = bring(still, unseen.one_of_each())
    made = papers.make(still, session, ("pdf", "large-print", "easy-read", *QUICK, "docx", "braille"), tmp_path)

    for path in made.paths:
        found = words_in(path) if path.suffix != ".brf" else ""
        if "uncontracted" in path.name:
            found = straight(braille.what_it_says(path.read_bytes(), contracted=False))
        if path.suffix == ".ics":
            assert "20261201" in found
        elif found:
            for words in ("Buses are late", "ask the bus company", "Nobody rings back", "The money is not ours"):
                assert words in found, (path.name, words)
            assert re.search(f"1 December 2026|1st of December|2026-12-01|{EXCEL_DAY}", found), path.name


@pytest.mark.parametrize("data", [unseen.nothing_filled_in(), unseen.nothing_at_all()], ids=["null", "nothing"])
def test_what_is_not_filled_in_is_a_paper_or_a_sentence(still, tmp_path, data):
    session = bring(still, data)
    made, refused = [], []
    for kind in paper_kinds.NAMES:
        try:
            made += papers.make(still, session, ("pdf", "docx", *QUICK), tmp_path / kind, kind=kind).paths
        except UserError as wrong:
            refused.append(wrong)
    assert len(made) >= 5
    assert all(wrong.do for wrong in refused)
    assert not [path for path in made if re.search(r"\bNone\b|\bnull\b", words_in(path))]


def test_two_runs_of_everything_give_the_same_bytes(still, tmp_path):
    session = bring(still, unseen.all_scripts())
    first, again = (papers.make(still, session, FORMATS.papers, tmp_path / name).paths for name in ("one", "two"))
    assert [(p.name, p.read_bytes()) for p in first] == [(p.name, p.read_bytes()) for p in again]
