"""Reports over many sessions, told from what may be printed of a year: a part a heading, a heading a row of content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from coprod_desktop.domain.over_time import quarter_of
from coprod_desktop.domain.report_kinds import QualityStatement, ReportContent, ReportHeading, ReportKind
from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Document, Facts, Heading, Paragraph, Run
from coprod_desktop.publish.for_whom import MEMBERS, only_for
from coprod_desktop.publish.imprint import imprint
from coprod_desktop.publish.paper import Paper, Spreadsheet
from coprod_desktop.publish.public_year import PublicYear
from coprod_desktop.publish.stories import over_time
from coprod_desktop.publish.stories.votes import votes as votes_of
from coprod_desktop.publish.stories.words import counted, plain, quiet
from coprod_desktop.publish.stories.year import body, committee, evidence, in_bank, learnt, promised
from coprod_desktop.publish.stories.year.asked import Asked, Part, under


def _votes(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield what people voted on and what came of it, a line a vote."""
    for one in year.told:
        for block in votes_of(one):
            if isinstance(block, Heading) and block.level == 3:
                yield plain(f"People voted: {block.text} ({in_words(one.date)})")


def _needs_met(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield how many needs were met, as people said, where the numbers can be told."""
    for one in year.told:
        if one.access.needs:
            yield plain(f"{in_words(one.date)}: {one.access.needs}")


def _quarters(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield themes by quarter as a picture and a table, and by area; while all was said in one quarter, a list of them."""
    quarters = {quarter_of(one.date) for one in year.told if one.themes}
    if len(quarters) < 2:
        yield from promised.themes(year, asked)
        return
    yield from over_time.themes_by_quarter(year.told, year.as_of, asked.level)
    yield from over_time.themes_by_place(year.told, asked.level)
    yield from promised.only_told(year)


def _back(year: PublicYear, asked: Asked) -> Iterator[Block]:
    yield from over_time.looked_back(year.back, asked.level)


def _safeguarding_route(_year: PublicYear, _asked: Asked) -> Iterator[Block]:
    yield plain(
        "When somebody may be at risk in a session, it is passed on the same day to the organisation’s own lead. "
        "The ground rules say so, and people are told. No case is told here, and none is counted."
    )


def _cqc(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield the nine statements, each with what can stand under it."""
    for one in asked.content.cqc.statements:
        yield under(asked, one.statement)
        found = tuple(_of_statement(year, asked, one))
        yield from found or (plain("Nothing about this is written down here."),)


def _of_statement(year: PublicYear, asked: Asked, one: QualityStatement) -> Iterator[Block]:
    below = asked._replace(heading=ReportHeading(heading=one.statement, log=one.log), level=asked.level + 1)
    for name in one.draws:
        if name == "said_on":
            yield from evidence.said_on(year, one.themes)
        else:
            yield from PARTS[name](year, below)


def _said_on(_year: PublicYear, _asked: Asked) -> Iterator[Block]:
    yield from ()


PARTS: Mapping[str, Part] = {
    "group": body.group,
    "numbers": body.numbers,
    "people": body.people,
    "sessions": body.sessions,
    "partners": body.partners,
    "promises": promised.promises,
    "noes": promised.refused,
    "themes": promised.themes,
    "quarters": _quarters,
    "back": _back,
    "access": promised.access,
    "score": promised.score,
    "coming": promised.coming,
    "log": learnt.log,
    "papers": learnt.papers,
    "measures": learnt.measures,
    "rungs": learnt.rungs,
    "quotes": learnt.quotes,
    "money": body.money,
    "report_facts": committee.report_facts,
    "purpose": committee.purpose,
    "asked": committee.asked_of,
    "reasons": committee.reasons,
    "options": committee.options,
    "equality": committee.equality,
    "background": committee.background,
    "history": committee.history,
    "cqc_about": evidence.about,
    "cqc": _cqc,
    "said_on": _said_on,
    "votes": _votes,
    "needs_met": _needs_met,
    "safeguarding_route": _safeguarding_route,
    "paragraph": evidence.paragraph,
    "proof": evidence.proof,
    "done": evidence.done,
    "bank_rules": evidence.bank_rules,
    "bank": evidence.bank,
    "law": evidence.law,
    "in_bank": in_bank.in_bank,
    "missing": in_bank.missing,
}
"""Name in resources/content/reports.json -> the part it is."""


def report(kind: ReportKind, year: PublicYear, content: ReportContent) -> Paper:
    """Return a report of this kind. UserError when there is nothing in it for that time."""
    if not (year.held or year.log or year.own) and kind.name not in WITHOUT_SESSIONS:
        raise UserError("There are no sessions to report on in that time.", "Choose other dates. No report was made.")
    title = kind.title if year.group is None else f"{kind.title}, {year.group.name}"
    blocks = (*_head(kind, year), *sections(kind, year, content))
    document = Document(
        title=title,
        lang="en-GB",
        author=year.whose,
        subject=f"{kind.title}, {committee.period(year)}",
        blocks=blocks,
        running_head=f"Draft: {kind.title}" if is_draft(kind) else kind.title,
        warnings=tuple(f"Left out until somebody has looked at it: words in {where}." for where in year.withheld),
    )
    document = imprint(document, year)
    from coprod_desktop.publish.easy.year import year_told

    rows = tuple((one.label, one.shown, one.source) for one in year.numbers)
    if year.in_bank is not None:
        rows = tuple(in_bank.rows(year.in_bank))
    sheet = Spreadsheet(title="Numbers", columns=body.NUMBER_COLUMNS, rows=rows) if rows else None
    easy = replace(year_told(kind, year, content), fingerprint=document.fingerprint)
    paper = Paper(kind=kind.name, document=document, sheet=sheet, easy=easy)
    return only_for(MEMBERS, paper) if kind.members else paper


WITHOUT_SESSIONS = frozenset({"legal-note", "bank-of-people"})
"""Kinds that say something without any session."""


def is_draft(kind: ReportKind) -> bool:
    """Tell whether something in it has to be written by hand yet."""
    return any(heading.to_write for heading in kind.headings)


def _head(kind: ReportKind, year: PublicYear) -> Iterator[Block]:
    if year.organisation:
        yield quiet(year.organisation)
    yield Heading(1, kind.title)
    if kind.name in WITHOUT_SESSIONS:
        return
    if year.group is not None:
        yield Paragraph((Run(year.group.name, strong=True),))
    rows = [
        ("Time it covers", plain(committee.period(year))),
        ("Sessions", plain(f"{year.told_of:,}")),
        ("As things stood on", plain(in_words(year.as_of))),
        ("Who may read this", plain(kind.reads[:1].upper() + kind.reads[1:])),
    ]
    yield Facts(tuple(rows))
    if year.withheld:
        words = counted(len(year.withheld), "text is", "texts are")
        yield quiet(f"{words} left out here until somebody has looked at what may be private there.")


def sections(kind: ReportKind, year: PublicYear, content: ReportContent) -> Iterator[Block]:
    """Yield every heading with what stands below it; a heading with nothing is left out where nobody looks for it."""
    for heading in kind.headings:
        found = tuple(below(kind, heading, year, content))
        if found:
            yield Heading(2, heading.heading)
            yield from found


NONE_OPEN = "None that this report may tell of."
"""Lines of the log that only the group may read can be there: a report does not say that there are none."""


def below(kind: ReportKind, heading: ReportHeading, year: PublicYear, content: ReportContent) -> Iterator[Block]:
    """Yield what stands below one heading."""
    asked = Asked(kind, heading, content)
    found = tuple(block for name in heading.draws for block in PARTS[name](year, asked))
    yield from found
    if heading.verified:
        yield committee.verified()
    if heading.to_write:
        yield committee.to_write(heading.to_write)
    elif not found and kind.whole:
        yield plain(NONE_OPEN if "log" in heading.draws else "None.")
