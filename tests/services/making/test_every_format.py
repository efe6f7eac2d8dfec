"""Every format of every kind of paper, made from real sessions and taken apart again."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.render.braille import reading as braille
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.making import papers
from coprod_desktop.services.program import content
from tests.desks import EVALUATION, HOME_CARE, STEERING
from tests.unpack import everything_in, straight, words_in

FORMATS = content.load().formats

READ_WHOLE = ("pdf", "large-print", "html", "docx", "text")
"""Formats that hold every word of the paper, in its order and unchanged."""
NOW = datetime.datetime(2026, 11, 23, 10, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=0)))
TODAY = NOW.date()


@pytest.fixture
def still(desk, monkeypatch):
    """The desk, with its clock stopped."""
    object.__setattr__(desk, "now", lambda: NOW)
    return desk


def bring(desk, data: dict) -> str:
    return merge.import_file(desk, json.dumps(data).encode()).session


def make(desk, session: str, folder: Path, kind: str = paper_kinds.YOU_SAID_WE_WILL) -> papers.Made:
    papers.review(desk, session)
    return papers.make(desk, session, FORMATS.papers, folder, kind=kind)


@pytest.mark.parametrize("sample", [HOME_CARE, STEERING, EVALUATION], ids=lambda p: p.stem)
def test_what_must_not_appear_is_in_no_format_of_no_kind(still, tmp_path, sample):
    data = json.loads(sample.read_text("utf-8"))
    session = bring(still, data)
    made = 0
    for kind in paper_kinds.NAMES:
        try:
            paths = make(still, session, tmp_path / kind, kind).paths
        except UserError:
            continue  # these samples have no agenda, and not all have ground rules
        for path in paths:
            inside = everything_in(path).lower()
            if path.suffix == ".brf":
                inside += braille.what_it_says(path.read_bytes(), contracted="uncontracted" not in path.name).lower()
            for never in data["expected"]["must_not_appear"]:
                assert never.lower() not in inside, (path.name, never)
            made += 1
    assert made >= 20


@pytest.mark.parametrize("sample", [HOME_CARE, STEERING, EVALUATION], ids=lambda p: p.stem)
def test_what_must_appear_is_in_every_format_that_holds_the_whole_paper(still, tmp_path, sample):
    data = json.loads(sample.read_text("utf-8"))
    session = bring(still, data)
    papers.review(still, session)
    for path in papers.make(still, session, READ_WHOLE, tmp_path / "out").paths:
        if "read-aloud" not in path.name:
            for always in data["expected"]["must_appear"]:
                assert straight(always) in words_in(path), (path.name, always)


def test_the_same_snapshot_gives_the_same_bytes_in_every_format(still, tmp_path):
    session = bring(still, json.loads(HOME_CARE.read_text("utf-8")))
    first, again = (make(still, session, tmp_path / name).paths for name in ("one", "two"))

    assert [p.name for p in first] == [p.name for p in again]
    assert len(first) >= len(FORMATS.papers)
    for one, two in zip(first, again, strict=True):
        assert one.read_bytes() == two.read_bytes(), one.name


def test_every_copy_carries_the_same_code(still, tmp_path):
    session = bring(still, json.loads(HOME_CARE.read_text("utf-8")))
    paths = make(still, session, tmp_path).paths
    code = papers.made_before(still, session)[0].fingerprint

    for path in paths:
        if path.suffix in {".pdf", ".html", ".docx", ".txt"}:
            words = words_in(path)
            assert code in words or " ".join(code.replace("-", "")) in words.replace(",", ""), path.name
    (loose,) = [p for p in paths if p.name.endswith("uncontracted-" + p.stem[-6:] + ".brf")]
    assert code.replace("-", "") in braille.what_it_says(loose.read_bytes(), contracted=False).replace("-", "")


def test_large_print_is_as_large_as_the_largest_that_was_asked_for(still, tmp_path):
    session = bring(still, json.loads(HOME_CARE.read_text("utf-8")))
    with still.store.read() as connection:
        from coprod_desktop.store import reading

        record = reading.session_record(connection, session)
    assert papers.settings_for(still, record, paper_kinds.YOU_SAID_WE_WILL, "").large_pt == 20


def test_a_stopped_run_leaves_no_half_file_and_keeps_the_old_ones(still, tmp_path):
    session = bring(still, json.loads(HOME_CARE.read_text("utf-8")))
    papers.review(still, session)
    old = {p: p.read_bytes() for p in papers.make(still, session, ("html", "docx"), tmp_path / "out").paths}
    said = iter([True, True, False])

    with pytest.raises(UserError, match="Stopped"):
        papers.make(still, session, ("html", "docx", "pdf"), tmp_path / "out", wanted=lambda: next(said))
    assert {p: p.read_bytes() for p in (tmp_path / "out").iterdir()} == old


@pytest.mark.parametrize("name", FORMATS.papers)
def test_a_renderer_that_fails_leaves_what_was_there(still, tmp_path, name):
    session = bring(still, json.loads(HOME_CARE.read_text("utf-8")))
    papers.review(still, session)
    paths = papers.make(still, session, (name,), tmp_path).paths
    for path in paths:
        path.write_bytes(b"what was there")
    shutil.rmtree(tmp_path / "private", ignore_errors=True)
    for path in paths:
        path.with_name(f"{path.name}.tmp").mkdir()  # nothing can be written there

    with pytest.raises(UserError, match="could not be written"):
        papers.make(still, session, (name,), tmp_path)
    assert {p.read_bytes() for p in tmp_path.iterdir() if p.is_file()} == {b"what was there"}


HOSTILE = (
    '=HYPERLINK("http://evil.example","click")',
    "<script>alert(1)</script> & <b>bold</b> ]]> {{7*7}} %s",
    "../../etc/passwd",
    "Mae'r gofalwr yn ŵyl ŷd, Ŵyl Ŷd",
    "Zażółć gęślą jaźń – ŁÓDŹ",
    "Mulțumesc, așa și este, ȘȚ",
    "\x00\x07 bell and nul \ufffe end",
    "😀👍🏽 🇬🇧 → ✓ ☐",
    "very" * 500,
    "one two " * 2500,
)


def hostile_session() -> dict:
    """A session of markup, formulas, four scripts and very long words, in every text there is."""
    entries = [
        {"n": n, "kind": "contribution", "text": text, "speaker": "p1", "publish": "yes", "quote_ok": True}
        for n, text in enumerate(HOSTILE, start=1)
    ]
    entries += [
        {"n": 91, "kind": "story", "text": "لا أحد يتصل بي عندما تتأخر الحافلة 45", "lang": "ar", "dir": "rtl",
         "speaker": "p1", "publish": "yes", "quote_ok": True, "translation": "Nobody rings me when the bus is late"},
        {"n": 92, "kind": "story", "text": "مجھے کوئی فون نہیں کرتا", "lang": "ur", "dir": "rtl",
         "speaker": "p2", "publish": "yes", "quote_ok": True},
    ]  # fmt: skip
    promises = [
        {"id": f"q{n}", "you_said": text[:1500], "from_entries": [n], "answer": "will", "text": text[:1500],
         "owner": "=1+1", "due": "2026-12-01"}
        for n, text in enumerate(HOSTILE, start=1)
    ]  # fmt: skip
    return {
        "format": "coprod-session/1",
        "id": "hostile",
        "title": "=cmd|' /C calc'!A0 <i>Title</i> & ŵ",
        "session": {"type": "forum", "date": "2026-11-01", "place": '<Hall> & "co"', "as_of": "2026-11-20"},
        "people": [
            {"id": "p1", "name": "=SUM(A1)", "role": "carer", "name_in_public": "full name", "needs": []},
            {"id": "p2", "name": "<b>Ann</b>", "role": "carer", "name_in_public": "not at all", "needs": []},
        ],
        "entries": entries,
        "promises": promises,
    }


def test_hostile_words_are_words_in_every_format(still, tmp_path):
    session = bring(still, hostile_session())
    made = make(still, session, tmp_path)
    by_ending = {p.suffix: p for p in made.paths if "large" not in p.name and "easy" not in p.name}

    html = by_ending[".html"].read_text("utf-8")
    assert "<script" not in html
    assert "<b>Ann" not in html
    for ending in (".html", ".docx", ".txt"):
        one_way = [p for p in made.paths if "aloud" not in p.name and "easy" not in p.name]
        words = words_in(next(p for p in one_way if p.suffix == ending))
        assert "لا أحد يتصل بي عندما تتأخر الحافلة 45" in words
        assert "مجھے کوئی فون نہیں کرتا" in words
        assert "Ŵyl Ŷd" in words
        assert "ȘȚ" in words
        assert 'HYPERLINK("http://evil.example","click")' in words
        assert "<b>bold</b> ]]> {{7*7}} %s" in words
    pdf = words_in(by_ending[".pdf"])
    assert "Ŵyl Ŷd" in pdf
    assert "ŁÓDŹ" in pdf
    assert "لا أحد يتصل بي عندما تتأخر الحافلة 45" in pdf
    assert "مجھے کوئی فون نہیں کرتا" in pdf
    for path in made.paths:
        assert re.search(r"\bAnn\b", everything_in(path)) is None, path.name


def test_no_cell_is_a_formula(still, tmp_path):
    from openpyxl import load_workbook

    session = bring(still, hostile_session())
    made = make(still, session, tmp_path)
    (xlsx,) = [p for p in made.paths if p.suffix == ".xlsx"]
    with zipfile.ZipFile(xlsx) as inside:
        sheets = [inside.read(n).decode() for n in inside.namelist() if n.startswith("xl/worksheets/")]
    assert sheets
    assert not any("<f>" in sheet or "<f " in sheet for sheet in sheets)
    cells = [c for row in load_workbook(xlsx).active.iter_rows() for c in row]
    assert any(str(c.value).startswith("=HYPERLINK") and c.data_type == "s" for c in cells)
    (csv,) = [p for p in made.paths if p.suffix == ".csv"]
    assert "'=HYPERLINK" in csv.read_text("utf-8-sig")
