"""Rules of law and data protection, one test each, named after the rule: what leaves the laptop, and how it can be read."""

from __future__ import annotations

import json
import re
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import coprod_desktop
from coprod_desktop.domain.colours import contrast
from coprod_desktop.domain.record import Vote, VoteOption
from coprod_desktop.domain.voting import result
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.services import capture, safeguarding, sessions, workspace
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import packs, papers, reports
from coprod_desktop.services.seen import search
from coprod_desktop.services.sessions import record
from coprod_desktop.store import places
from coprod_desktop.ui.base.settings_file import LOCK_AFTER, Settings
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.style import tokens
from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.style.theme import TEXT_SCALES, Scheme
from coprod_desktop.ui.widgets.status_label import STATES
from tests.desks import EVALUATION, HOME_CARE, STEERING, every_value
from tests.rules.making import WHOLE, bring, every_paper, line
from tests.unpack import everything_in, straight, words_in

SAMPLES = (HOME_CARE, STEERING, EVALUATION)


def brought(desk: Desk, sample: Path) -> tuple[str, dict]:
    data = sample.read_bytes()
    return merge.import_file(desk, data).session, json.loads(data)["expected"]


def everything(paths: list[Path]) -> str:
    return " ".join(map(everything_in, paths))


def test_d12_private_details_are_raised_before_anything_is_published(desk, tmp_path):
    for sample in SAMPLES:
        session, expected = brought(desk, sample)
        found = {finding.entry for finding in papers.findings(desk, session)}
        wanted = {warn["entry"] for warn in expected.get("should_warn", ()) if isinstance(warn.get("entry"), int)}
        assert wanted <= found, sample.stem
    private = ("ring me on 07700 900481", "mail vashti@example.org", "my number is QQ123456C", "my carer Donna shouts")
    session = bring(desk, key="s-2", entries=[line(n, words, "p1") for n, words in enumerate(private, 1)])
    open_ones = {f.entry for f in papers.findings(desk, session) if f.is_open}
    assert open_ones >= {1, 2, 3, 4}
    with pytest.raises(UserError):
        papers.make(desk, session, ["text"], tmp_path)
    fresh = capture.add(desk, session, NewLine(text="Said just now, and nobody was asked")).added[0].id
    assert not capture.one(desk, fresh).quote_ok


def test_d13_what_is_never_published_leaves_no_trace(desk, tmp_path):
    """Also held for every format and kind by tests/services/making/test_every_format.py, and for every private column."""
    session, expected = brought(desk, HOME_CARE)
    never = expected["must_not_appear"]
    paths = every_paper(desk, session, tmp_path / "papers", WHOLE, [paper_kinds.YOU_SAID_WE_WILL])
    assert {path.suffix for path in paths} >= {".html", ".docx", ".pdf", ".csv", ".xlsx", ".epub", ".txt", ".ics"}
    inside = f"{everything(paths)} {' '.join(path.name for path in paths)}".lower()
    assert [word for word in never if word.lower() in inside] == []
    packs.make(desk, session, paper_kinds.YOU_SAID_WE_WILL, tmp_path / "pack", by="format")
    shared = [p for p in (tmp_path / "pack").rglob("*") if p.is_file() and "private" not in p.parts]
    told = f"{everything(shared)} {' '.join(map(str, shared))}".lower()
    assert shared
    assert [word for word in never if word.lower() in told] == []
    line_id = capture.add(desk, session, NewLine(text="zzstruck from the record")).added[0].id
    capture.change(desk, line_id, text="zzstruck from the record, said again")
    capture.strike(desk, line_id)
    assert [table for table, value in every_value(desk) if "zzstruck" in value] == []  # undo's own table too
    kept = record(desk, session)
    assert b"zzstruck" not in session_file.write(kept, between_laptops.of(desk, kept))
    assert not search.search(desk, "zzstruck")
    assert not any(b"zzstruck" in path.read_bytes() for path in desk.store.folder.rglob("*") if path.is_file())


def test_d14_what_is_marked_as_safeguarding_never_leaves_and_nothing_is_promised_secret(desk, tmp_path):
    session = bring(desk, entries=[line(1, "The ferry is late", "p1"), line(2, "zzhurt me at home", "p2")])
    marked = next(e.id for e in capture.lines(desk, session) if e.n == 2)
    safeguarding.seal(desk, marked)
    assert "zzhurt" not in everything(every_paper(desk, session, tmp_path))
    kept = record(desk, session)
    assert b"zzhurt" not in session_file.write(kept, between_laptops.of(desk, kept))
    assert not search.search(desk, "zzhurt")
    with pytest.raises(UserError, match="organisation"):
        safeguarding.take_out(desk, safeguarding.sealed(desk)[0].id)
    rules = " ".join(desk.content.data["ground_rules"])
    assert "unless someone may be at risk" in rules
    shipped = json.dumps(dict(desk.content.data)).lower()
    assert "strictly confidential" not in shipped
    assert "completely confidential" not in shipped
    flagged = bring(desk, key="s-2", entries=[line(1, "zzharm", "p1", flags=["safeguarding"])])
    assert any("tell your lead today" in finding.why for finding in papers.findings(desk, flagged))


def test_d15_anonymous_means_anonymous(desk, tmp_path):
    residents = [
        {"id": f"p{n}", "name": f"Resident {n}", "role": "resident", "attendance": "here"} for n in range(1, 5)
    ]
    entries = [
        line(n, words, "anonymous", at=at)
        for n, (words, at) in enumerate(
            (("The night staff never knock", "10:41"), ("Supper is cold", "10:57"), ("I like the garden", "11:13")), 1
        )
    ]
    session = bring(desk, people=residents, entries=entries)
    paths = every_paper(desk, session, tmp_path, WHOLE)
    told = everything(paths)
    for at in ("10:41", "10:57", "11:13", "1041", "1057"):
        assert at not in " ".join(map(words_in, paths)), at
    assert not re.search(r"Resident [1-4]", told)
    ids = {p.id for p in record(desk, session).people} | {e.id for e in record(desk, session).entries}
    assert [one for one in ids if one in told] == []


def test_d16_each_name_appears_only_as_that_person_chose(desk, tmp_path):
    entries = [line(n, f"The boat number {n} is late", f"p{n}") for n in range(1, 5)]
    session = bring(desk, entries=entries)
    for path in every_paper(desk, session, tmp_path, WHOLE, [paper_kinds.YOU_SAID_WE_WILL]):
        inside = everything_in(path)
        for never in ("Tolliver", "Ysolde", "Brackwater", "Wilbert", "Nottidge"):
            assert never not in inside, (path.name, never)
    told = words_in(papers.make(desk, session, ["text"], tmp_path / "one").paths[0])
    assert "– Vashti Oddfellow" in told
    assert "– Bram" in told
    assert "– Carer" in told  # three people there share it


def test_d17_words_without_permission_stand_between_no_quotation_marks(desk, tmp_path):
    entries = [
        line(1, "The ferry never waits for me", "p1", quote_ok=False),
        line(2, "Nobody was asked about this one", "p2", quote_ok=None),
        line(3, "This one may be quoted", "p2"),
    ]
    session = bring(desk, entries=entries)
    told = everything(every_paper(desk, session, tmp_path, WHOLE))
    assert "This one may be quoted" in told
    assert "ferry never waits" not in told
    assert "Nobody was asked about this" not in told


def test_d18_a_locked_file_has_no_readable_word_and_shared_places_are_told(tmp_path):
    folder = tmp_path / "desk"
    workspace.create(folder, "nine purple gates")
    desk = workspace.unlock(folder, "nine purple gates")
    try:
        bring(desk, entries=[line(1, "The quinquereme is late", "p1")])
    finally:
        workspace.close(desk)
    raw = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    for word in (b"quinquereme", b"Oddfellow", b"Ferries", b"SQLite format"):
        assert word not in raw
    with pytest.raises(UserError):
        workspace.unlock(folder, "another one")
    assert not [path.name for path in folder.rglob("*") if re.search("ferries|oddfellow", path.name, re.IGNORECASE)]
    changed = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert b"quinquereme" not in b"".join(changed.values())  # nor does a wrong passphrase leave anything
    again = workspace.unlock(folder, "nine purple gates")
    assert [e.text for e in capture.lines(again, sessions.every(again)[0].id)] == ["The quinquereme is late"]
    workspace.close(again)
    assert Settings().lock_after == LOCK_AFTER[1] > 0
    for shared in ("OneDrive - Council", "Dropbox", "Google Drive"):
        assert places.worry(tmp_path / shared / "desk") is not None
    assert places.worry(tmp_path / "Documents" / "desk") is None


class Outline(HTMLParser):
    """What a screen reader goes by in a web page."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.lang = ""
        self.without_alt = self.tables = self.heads = self.without_scope = 0
        self.without_words: list[str] = []
        """Links, headings and heads of columns that say nothing."""
        self.said: list[str] = []
        """What the headings of parts say, in their order."""
        self._open = self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.lang = self.lang or (found.get("lang") or "" if tag == "html" else "")
        self.without_alt += tag == "img" and "alt" not in found
        self.tables += tag == "table"
        self.heads += tag == "th"
        self.without_scope += tag == "th" and "scope" not in found
        if tag in {"a", "h1", "h2", "h3", "h4", "th", "title"}:
            self._open, self._words = tag, found.get("aria-label") or ""

    def handle_data(self, data: str) -> None:
        self._words += data.strip()

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self.without_words += [] if self._words else [tag]
            self.said += [self._words] if tag in {"h1", "h2"} else []
            self._open = ""


def test_d20_public_web_pages_can_be_read_by_everyone(desk, tmp_path):
    """axe and the validators look at every paper in tests/check_papers."""
    for sample in SAMPLES:
        session, _ = brought(desk, sample)
        for path in every_paper(desk, session, tmp_path / sample.stem, ("html",)):
            page = Outline()
            page.feed(path.read_text("utf-8"))
            assert page.lang == "en-GB"
            assert page.headings[0] == 1
            assert page.headings.count(1) == 1
            assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:], strict=False))
            assert page.without_alt == 0
            assert page.heads >= page.tables
            assert page.without_words == []
            assert page.without_scope == 0
    for look in (tokens.LIGHT, tokens.DARK):
        for name in ("text", "quiet", "primary", "you_said", "we_will", "no", "waiting", "done", "danger"):
            assert contrast(getattr(look, name), look.surface) >= 4.5, name


def test_d20_a_page_that_breaks_the_rule_is_found():
    page = Outline()
    page.feed('<html lang="en-GB"><h1>A</h1><img src="x"><table><tr><th>B</th></tr></table><a href="#"></a>')
    assert (page.without_alt, page.without_scope, page.without_words) == (1, 1, ["a"])


def test_d21_a_pdf_is_tagged_titled_and_has_its_language(desk, tmp_path):
    """veraPDF looks at every kind in tests/check_papers; the web page stands beside it always."""
    session, _ = brought(desk, HOME_CARE)
    (path,) = every_paper(desk, session, tmp_path, ("pdf",), [paper_kinds.YOU_SAID_WE_WILL])
    with closing(pikepdf.open(path)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.StructTreeRoot.K is not None
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as meta:
            assert meta.get("pdfuaid:part") == "1"
            assert meta.get("dc:title")
            assert meta.get("dc:language") or str(pdf.Root.Lang)
        assert all(page.get("/Tabs") == "/S" for page in pdf.pages)  # Tab goes in the order of the structure
    printed = straight(words_in(path))
    (web,) = every_paper(desk, session, tmp_path / "web", ("html",), [paper_kinds.YOU_SAID_WE_WILL])
    page = Outline()
    page.feed(web.read_text("utf-8"))
    at = [printed.find(straight(heading)) for heading in page.said]
    assert len(at) > 3
    assert -1 not in at
    assert at == sorted(at)  # a PDF is read in the order of the web page
    assert "html" in desk.content.formats.papers


def test_d22_the_program_works_by_keys_with_large_words_and_high_contrast(qapp: QApplication):
    """Every page and dialog is walked by keys at every size and look in tests/ui/test_walk.py."""
    assert TARGET >= 44
    assert max(TEXT_SCALES) >= 200
    for look in (tokens.LIGHT, tokens.DARK):
        assert contrast(look.text, look.surface) >= 7
        assert contrast(look.focus, look.surface) >= 3
    assert Scheme.HIGH_CONTRAST in Scheme
    code = " ".join(p.read_text("utf-8") for p in Path(coprod_desktop.__file__).parent.rglob("*.py"))
    for moving in ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie"):
        assert moving not in code  # nothing moves, so nobody has to have it reduced
    assert {icon for icon, _ in STATES.values()} >= {"check", "clock", "warn", "cross"}  # never by colour alone


def test_d22_a_dialog_is_gone_through_and_answered_by_keys_alone(qtbot, qapp: QApplication):
    said: list[bool] = []
    dialog = Ask("Delete it?", "It cannot be undone.", "Delete", "Keep it", lambda: said.append(True), None)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.no.hasFocus)  # what cannot be undone is not the first answer
    seen = []
    for _ in range(6):
        at = QApplication.focusWidget()
        assert at is not None
        assert at.accessibleName() or getattr(at, "text", str)()
        seen.append(at)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert {dialog.yes, dialog.no} <= set(seen)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert said == []


def test_d29_bids_add_up_to_the_penny_and_a_tie_is_left_to_the_room():
    def option(key: str, votes: int, pence: int) -> VoteOption:
        return VoteOption(id=key, label=key, votes=votes, cost_pence=pence)

    vote = Vote(
        id="v", question="Which?", options=(option("a", 9, 33_33), option("b", 7, 33_34), option("c", 5, 33_33))
    )
    told = result(vote, 100_00)
    assert [total.pence for total in told.totals] == [33_33, 66_67, 100_00]
    assert told.left_pence == 0
    tied = result(Vote(id="v", question="Which?", options=(option("a", 5, 60_00), option("b", 5, 60_00))), 100_00)
    assert {one.label for one in tied.tied} == {"a", "b"}
    assert [total.pence for total in tied.totals] == [None, None]
    assert tied.left_pence == 100_00


def test_d29_the_paper_tells_who_could_stand_interests_spoilt_papers_and_a_tie_as_a_tie(desk, tmp_path):
    choices = [
        {"id": "a", "label": "A bench", "votes": 7, "cost": 333.33},
        {
            "id": "b",
            "label": "A minibus",
            "votes": 7,
            "cost": 333.34,
            "interest": "the driver’s brother voted elsewhere",
        },
        {"id": "c", "label": "A choir", "votes": 3, "cost": 333.33},
        {"id": "d", "label": "A yacht", "votes": 0, "eligible": False},
    ]
    vote = {"id": "v", "question": "Which idea gets the money?", "options": choices, "papers_given": 20, "voters": 19,
            "spoilt": 2, "eligible_rule": "Only groups of this town"}  # fmt: skip
    session = bring(desk, about={"pot_pounds": 1000}, votes=[vote], entries=[line(1, "The ferry is late", "p1")])
    (path,) = every_paper(desk, session, tmp_path, ("html",), [paper_kinds.YOU_SAID_WE_WILL])
    told = " ".join(words_in(path).split())
    for fact in (
        "A tie. A bench and A minibus have the same number of votes. It is for the room to settle.",
        "Only groups of this town",
        "19 of 20 given a paper",
        "Papers that could not be counted: 2",
        "A minibus: interest declared.",
        "A yacht: not within the rules, so it has no place.",
        "A minibus 7 joint 1 £333.34 £666.67",
        "it is enough for A bench, A minibus and A choir: £1,000 together. Nothing is left.",
    ):
        assert fact in told, fact
    assert "Most votes" not in told


def test_d30_a_committees_copy_holds_no_personal_data(desk, tmp_path):
    never: set[str] = set()
    hidden: set[str] = set()
    for sample in SAMPLES:
        session, expected = brought(desk, sample)
        inside = everything(every_paper(desk, session, tmp_path / sample.stem, ("html", "docx", "text"), ["committee"]))
        assert [word for word in expected["must_not_appear"] if word.lower() in inside.lower()] == []
        never.update(expected["must_not_appear"])
        for person in record(desk, session).people:
            if person.name_in_public.value == "not at all" and len(person.name) > 4:
                assert person.name not in inside
                hidden.add(person.name)
    assert hidden
    for kind in ("committee-report", "progress-report", "engagement-log"):  # and what a committee gets of all of them
        told = everything(list(reports.make(desk, kind, ["html", "docx"], tmp_path / kind).paths))
        assert [word for word in never if word.lower() in told.lower()] == [], kind
        assert [name for name in hidden if name in told] == [], kind


HOSTILE = (
    '=HYPERLINK("http://example.org","x")',
    "+1+1",
    "@SUM(A1:A9)",
    "<script>alert(1)</script>",
    "{{7*7}} ${HOME} %PATH%",
    "../../etc/passwd",
    "'; DROP TABLE entry; --",
)


def test_d32_what_is_brought_in_is_data_and_prints_as_it_was_typed(desk, tmp_path):
    """Every control character and script is tried in tests/publish/render/test_any_text.py."""
    entries = [line(n, f"{words} is late", "p1") for n, words in enumerate(HOSTILE, 1)]
    session = bring(desk, entries=entries)
    assert [e.text for e in capture.lines(desk, session)] == [f"{words} is late" for words in HOSTILE]
    out = tmp_path / "out"
    paths = every_paper(desk, session, out, WHOLE, [paper_kinds.YOU_SAID_WE_WILL])
    assert {path.resolve().parents[1] for path in paths} == {out.resolve()}
    text = next(path for path in paths if path.suffix == ".txt" and "aloud" not in path.name)
    told = " ".join(words_in(text).split())
    for words in HOSTILE:
        assert " ".join(words.split()) in told, words
    for path in paths:
        inside = everything_in(path)
        if path.suffix in {".html", ".epub"}:
            assert "<script>alert" not in path.read_text("utf-8", errors="replace")
        if path.suffix == ".xlsx":
            assert "<f>" not in inside
        if path.suffix == ".csv":
            assert not re.search(r'(?m)^"?[=+@]', path.read_text("utf-8-sig"))
