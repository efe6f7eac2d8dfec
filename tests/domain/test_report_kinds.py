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
from coprod_desktop.domain.report_kinds import as_agreed, parse_reports
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

    assert parsed(more).kind("leaflet").headings[0].draws == ("numbers",)
    assert as_agreed([parsed(more).kind("leaflet")])[0].words == "Leaflet"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda f: f["reports"]["kinds"][4]["headings"][0]["draws"].append("gossip"), "there is no “gossip”"),
        (lambda f: f["reports"]["kinds"][0].pop("title"), "“title” is missing"),
        (lambda f: f["reports"]["kinds"][0].update(colour="red"), "nothing is called “colour”"),
        (lambda f: f["cqc"].update(as_of="soon"), "“as_of” is no day"),
        (lambda f: f["cqc"]["statements"][0]["draws"].append("gossip"), "there is no “gossip”"),
        (lambda f: f["legal_notes"]["nations"][0].update(nation="Atlantis"), "there is no “Atlantis”"),
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
