"""Kinds of reports, the CQC's statements and the law: tables that are read, refused where they are wrong."""

from __future__ import annotations

import copy
import datetime
import json

import pytest

from coprod_desktop import paths
from coprod_desktop.domain.check.scan import Scanner, Where
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.record import Session, SessionRecord
from coprod_desktop.domain.report_kinds import (
    CqcMap,
    LegalNote,
    LegalNotes,
    QualityStatement,
    ReportHeading,
    ReportKind,
    as_agreed,
    parse_reports,
)
from coprod_desktop.domain.words import Nation
from coprod_desktop.publish.stories.year import PARTS
from coprod_desktop.services.program import content

FILES = {
    name: json.loads(paths.resource("content", f"{name}.json").read_text("utf-8"))
    for name in ("reports", "cqc", "legal_notes")
}


def parsed(change=lambda _files: None):
    files = copy.deepcopy(FILES)
    change(files)
    return parse_reports(files["reports"], files["cqc"], files["legal_notes"], frozenset(PARTS))


def test_a_new_kind_of_report_is_one_row():
    def more(files):
        row = {"name": "leaflet", "words": "Leaflet", "about": "Short", "title": "What we did", "reads": "anyone"}
        files["reports"]["kinds"].append(row | {"headings": [{"heading": "Numbers", "draws": ["numbers"]}]})

    made = parsed(more).kind("leaflet")
    assert made.headings[0].draws == ("numbers",)
    assert (made.months, made.whole, made.members, made.headings[0].verified) == (0, False, False, False)
    assert (as_agreed([made])[0].words, as_agreed([made])[0].section) == ("Leaflet", "reports")


def test_what_the_files_say_is_what_there_is():
    heading = {
        "heading": "Views",
        "draws": ["log", "numbers"],
        "log": ["idea"],
        "to_write": "Why?",
        "also": ["VIEWS of people"],
    }
    row = {
        "name": "leaflet",
        "words": "Leaflet",
        "about": "Short",
        "title": "What we did",
        "reads": "members",
        "months": 7,
    }
    row |= {"whole": True, "members": True, "headings": [heading | {"verified": True}, {"heading": "More"}]}
    said = {"statement": "Safe", "under": "Care", "themes": ["Home CARE"], "draws": ["log"]}
    other = {"statement": "Kind", "under": "Care", "themes": [], "draws": [], "log": ["idea"]}
    dated = {"as_of": "2026-11-01", "note": "Look again"}
    cqc = dated | {"source": "CQC", "address": "https://c", "kinds_of_evidence": ["words"], "statements": [said, other]}
    law = dated | {
        "nations": [{"nation": "Wales", "notes": [{"says": "Ask", "law": "The Act", "address": "https://l"}]}]
    }
    made = parse_reports({"kinds": [row]}, cqc, law, {"log", "numbers"})
    views = ReportHeading(
        heading="Views",
        draws=("log", "numbers"),
        log=("idea",),
        to_write="Why?",
        verified=True,
        also=("views of people",),
    )
    leaflet = ReportKind(
        name="leaflet",
        words="Leaflet",
        about="Short",
        title="What we did",
        reads="members",
        months=7,
        whole=True,
        members=True,
        headings=(views, ReportHeading(heading="More")),
    )
    day = datetime.date(2026, 11, 1)
    assert made.kinds == (leaflet,)
    assert made.kind("leaflet").parts == {"numbers", "log"}
    assert made.cqc == CqcMap(
        as_of=day,
        source="CQC",
        address="https://c",
        note="Look again",
        evidence=("words",),
        statements=(
            QualityStatement(statement="Safe", under="Care", themes=("home care",), draws=("log",)),
            QualityStatement(statement="Kind", under="Care", themes=(), draws=(), log=("idea",)),
        ),
    )
    notes = (LegalNote("Ask", "The Act", "https://l"),)
    assert made.law == LegalNotes(as_of=day, note="Look again", by_nation={Nation.WALES: notes})
    with pytest.raises(KeyError, match="none"):
        made.kind("none")


@pytest.mark.parametrize(
    ("headings", "members", "by_hand"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_only_what_has_headings_and_is_for_anyone_is_finished_by_hand(headings, members, by_hand):
    def one(files):
        row = {"name": "leaflet", "words": "Leaflet", "about": "Short", "title": "What we did", "reads": "them"}
        row |= {"headings": [{"heading": "A"}]} if headings else {}
        files["reports"]["kinds"] = [row | {"members": members}]

    made = parsed(one)
    assert made.kinds[0].by_hand is by_hand
    assert [kind.name for kind in as_agreed(made.kinds)] == (["leaflet"] if by_hand else [])


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda f: f["reports"]["kinds"][4]["headings"][0]["draws"].append("gossip"), "“draws”: there is no “gossip”"),
        (lambda f: f["reports"]["kinds"][3].update(colour="red"), "row 4 \\(“accessible-information”\\)"),
        (lambda f: f["reports"]["kinds"][4]["headings"][0].update(colour="red"), "row 5 .*, row 1 \\(“About us”\\)"),
        (lambda f: f["reports"]["kinds"][0].pop("title"), "“title” is missing"),
        (lambda f: f["reports"]["kinds"][0].update(colour="red"), "nothing is called “colour”"),
        (lambda f: f["reports"]["kinds"].append(f["reports"]["kinds"][1]), "“progress-report” is in it twice"),
        (lambda f: f["reports"]["kinds"][4]["headings"][0].update(draws=3), "“draws” is not a list"),
        (lambda f: f["cqc"]["statements"][0].update(colour="red"), "row 1 .“Assessing needs”.*“colour”"),
        (lambda f: f["cqc"]["statements"][0]["draws"].append("gossip"), "“draws”: there is no"),
        (lambda f: f["legal_notes"]["nations"][1].update(colour="red"), "row 2 .“Wales”.*“colour”"),
        (
            lambda f: f["legal_notes"]["nations"][0]["notes"][0].update(colour="red"),
            "row 1 .“England”., row 1 .“[A-Z].*“colour”",
        ),
        (lambda f: f["legal_notes"]["nations"][0].update(nation="Atlantis"), "“nation”: there is no"),
        (lambda f: f["cqc"].update(as_of="soon"), "“as_of” is no day"),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_in_a_sentence(change, why):
    with pytest.raises(WrongContent, match=why):
        parsed(change)


def test_the_kinds_that_are_asked_for_are_there_and_every_log_kind_is_known():
    made = content.reports()
    asked = {"engagement-log", "progress-report", "annual-report", "committee-report", "cqc-evidence", "action-list"}
    assert asked | {"group-history", "quotations", "self-assessment", "legal-note"} <= {one.name for one in made.kinds}
    told = {name for kind in made.kinds for heading in kind.headings for name in heading.log}
    told |= {name for statement in made.cqc.statements for name in statement.log}
    assert told <= set(content.load().log.names())
    assert all(content.load().log.of(name).publish for name in told - {"pledge"})


def test_every_nation_has_notes_with_source_and_nothing_in_them_is_taken_for_private():
    notes = content.reports().law
    assert set(notes.by_nation) == set(Nation)
    eyes = Scanner(SessionRecord(session=Session(id="s", title="", type="", date=datetime.date(2026, 1, 1))))
    for found in notes.by_nation.values():
        for note in found:
            assert note.address.startswith("https://")
            for words in (note.says, note.law, note.address):
                assert eyes.hits(words, Where.WRITTEN) == ()


def test_only_the_bank_is_told_of_everybody_and_all_days():
    assert {kind.name for kind in content.reports().kinds if kind.of_all} == {"bank-of-people"}
