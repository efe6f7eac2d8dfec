"""Kinds of reports over many sessions, as resources/content/reports.json lists them: a new kind is one row there.

Each heading says which parts of the story stand under it (`draws`), and what a person has to write by hand. The headings
of the committee report are those that committees of three councils use; `also` are the words other councils have for them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from coprod_desktop.domain.agreed_kinds import AgreedKind, Of, StartHeading
from coprod_desktop.domain.content_table import TableRow
from coprod_desktop.domain.words import Nation


@dataclass(frozen=True, kw_only=True)
class ReportHeading:
    """One heading of a report."""

    heading: str
    draws: tuple[str, ...] = ()
    """Names of parts of the story (publish.stories.year.PARTS), in their order."""
    log: tuple[str, ...] = ()
    """Which kinds of log lines the part "log" tells."""
    to_write: str = ""
    """What nobody but a person can write: it is asked for in the paper, which is a draft until then."""
    verified: bool = False
    """Somebody has to have looked at it, and the paper asks who and when (implications)."""
    also: tuple[str, ...] = ()
    """What a council's own template may call it, in small letters."""


@dataclass(frozen=True, kw_only=True)
class ReportKind:
    """One kind of report."""

    name: str
    words: str
    about: str
    title: str
    reads: str
    """Who may read it: printed on it."""
    months: int
    """How many months it looks back when no day is given; 0: from the beginning."""
    whole: bool
    """Every heading stands, also one with nothing below it: who reads it looks for each."""
    members: bool
    """For the members of one group alone: lines of its log that only they may read stand in it too."""
    headings: tuple[ReportHeading, ...]
    """None: a story of its own tells it from the sessions' snapshots."""

    @property
    def parts(self) -> frozenset[str]:
        """The parts of the story that it tells anywhere."""
        return frozenset(name for heading in self.headings for name in heading.draws)

    @property
    def of_all(self) -> bool:
        """Whether it is of everybody and of all days until today: beside one over other days it would tell of one person."""
        return "in_bank" in self.parts

    @property
    def by_hand(self) -> bool:
        """Whether it can be finished by hand, also in a council's own Word template: neither says that it is for members alone."""
        return bool(self.headings) and not self.members


@dataclass(frozen=True, kw_only=True)
class QualityStatement:
    """One quality statement of the CQC, and what of the records can stand under it."""

    statement: str
    under: str
    themes: tuple[str, ...]
    """Themes, in small letters, whose points and words belong here."""
    draws: tuple[str, ...]
    log: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CqcMap:
    """The nine quality statements with the day on which the list was put together."""

    as_of: date
    source: str
    address: str
    note: str
    evidence: tuple[str, ...]
    statements: tuple[QualityStatement, ...]


@dataclass(frozen=True)
class LegalNote:
    """One thing the law says, where it says so, and the address of that."""

    says: str
    law: str
    address: str


@dataclass(frozen=True, kw_only=True)
class LegalNotes:
    """What the law says by nation, with the day on which it was put together."""

    as_of: date
    note: str
    by_nation: Mapping[Nation, tuple[LegalNote, ...]]


@dataclass(frozen=True, kw_only=True)
class ReportContent:
    """All that reports are made by."""

    kinds: tuple[ReportKind, ...]
    cqc: CqcMap
    law: LegalNotes

    def kind(self, name: str) -> ReportKind:
        """Return the kind of this name. KeyError when there is none."""
        for kind in self.kinds:
            if kind.name == name:
                return kind
        raise KeyError(name)


def parse_reports(
    kinds: Mapping[str, Any], cqc: Mapping[str, Any], law: Mapping[str, Any], parts: Collection[str]
) -> ReportContent:
    """Return what the three files hold; `parts` are the parts of the story there are. WrongContent says which row is wrong."""
    return ReportContent(
        kinds=parse_report_kinds(kinds, parts),
        cqc=_cqc(TableRow(cqc, "the CQC’s quality statements", _CQC), parts),
        law=_law(TableRow(law, "the legal notes", {"as_of", "note", "nations"})),
    )


def parse_report_kinds(data: Mapping[str, Any], parts: Collection[str] | None = None) -> tuple[ReportKind, ...]:
    """Return the kinds of reports; without `parts` it is not looked at whether there are the parts they draw."""
    table = TableRow(data, "the kinds of reports", {"kinds"})
    kinds = tuple(_kind(row, parts) for row in table.rows("kinds", "name", _KIND))
    names = [kind.name for kind in kinds]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise table.wrong(f"“{twice}” is in it twice")
    return kinds


def as_agreed(kinds: Iterable[ReportKind]) -> tuple[AgreedKind, ...]:
    """Return the reports that are finished by hand as the kinds of agreed papers they become."""
    return tuple(
        AgreedKind(
            name=kind.name,
            words=kind.words,
            about=kind.about,
            easy="This paper is a report.",
            section="reports",
            of=Of.RECORDS,
            headings=tuple(StartHeading(heading=one.heading, hint=one.to_write) for one in kind.headings),
        )
        for kind in kinds
        if kind.by_hand
    )


_KIND = {"name", "words", "about", "title", "reads", "months", "whole", "members", "headings"}
_HEADING = {"heading", "draws", "log", "to_write", "verified", "also"}
_CQC = {"as_of", "source", "address", "note", "kinds_of_evidence", "statements"}


def _kind(row: TableRow, parts: Collection[str] | None) -> ReportKind:
    headings = row.rows("headings", "heading", _HEADING) if row.has("headings") else ()
    return ReportKind(
        name=row.text("name"),
        words=row.text("words"),
        about=row.text("about"),
        title=row.text("title"),
        reads=row.text("reads"),
        months=row.number("months", 0),
        whole=row.yes("whole"),
        members=row.yes("members"),
        headings=tuple(_heading(one, parts) for one in headings),
    )


def _heading(row: TableRow, parts: Collection[str] | None) -> ReportHeading:
    return ReportHeading(
        heading=row.text("heading"),
        draws=row.texts("draws", ()) if parts is None else row.some_of("draws", parts, ()),
        log=row.texts("log", ()),
        to_write=row.text("to_write", ""),
        verified=row.yes("verified"),
        also=tuple(words.casefold() for words in row.texts("also", ())),
    )


def _cqc(row: TableRow, parts: Collection[str]) -> CqcMap:
    found = []
    for one in row.rows("statements", "statement", {"statement", "under", "themes", "draws", "log"}):
        found.append(
            QualityStatement(
                statement=one.text("statement"),
                under=one.text("under"),
                themes=tuple(theme.casefold() for theme in one.texts("themes")),
                draws=one.some_of("draws", parts),
                log=one.texts("log", ()),
            )
        )
    return CqcMap(
        as_of=_day(row),
        source=row.text("source"),
        address=row.text("address"),
        note=row.text("note"),
        evidence=row.texts("kinds_of_evidence"),
        statements=tuple(found),
    )


def _law(row: TableRow) -> LegalNotes:
    by_nation: dict[Nation, tuple[LegalNote, ...]] = {}
    for one in row.rows("nations", "nation", {"nation", "notes"}):
        notes = one.rows("notes", "law", {"says", "law", "address"})
        by_nation[Nation(one.one_of("nation", tuple(Nation)))] = tuple(
            LegalNote(note.text("says"), note.text("law"), note.text("address")) for note in notes
        )
    return LegalNotes(as_of=_day(row), note=row.text("note"), by_nation=by_nation)


def _day(row: TableRow) -> date:
    try:
        return date.fromisoformat(row.text("as_of"))
    except ValueError:
        raise row.wrong("“as_of” is no day, as 2026-11-01") from None
