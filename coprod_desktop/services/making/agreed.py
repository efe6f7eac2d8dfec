"""Papers people agree on, made: what to look at first, how it was settled, the files. The gate is the only way out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from coprod_desktop.domain.agreed import is_final
from coprod_desktop.domain.agreed_kinds import AgreedKind
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.findings import CheckedSession, blocking, findings_seen, questions
from coprod_desktop.domain.check.scan import Scanner
from coprod_desktop.domain.check.settled import Decision, Finding, Settlement
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.dates import months_away
from coprod_desktop.domain.format_table import Format
from coprod_desktop.domain.record import Entry, Organisation, Session, SessionRecord
from coprod_desktop.errors import UserError
from coprod_desktop.publish import press
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.gate import open_agreed
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.public_agreed import PublicAgreed
from coprod_desktop.publish.stories.agreed import agreed_paper, blank_form
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import agreed_words, papers, reports
from coprod_desktop.services.making.papers import Made, Progress, Unsettled, Wanted
from coprod_desktop.store import agreed as stored
from coprod_desktop.store import formats, permits, reading
from coprod_desktop.store.agreed import PaperHeld

NEWER = "agreed-paper"
"""What files of a paper are called whose kind is not known here."""
SUBJECT_MONTHS = 36
"""A paper tells what else was agreed about its subject in so many months, as committees ask: three years."""


@dataclass(frozen=True)
class AgreedSource:
    """A version of a paper as its papers read it: everyone there is, and what was said that must not stand in it unasked."""

    held: PaperHeld
    kind: AgreedKind
    record: SessionRecord
    whole: SessionRecord
    settled: Sequence[Settlement]
    organisation: Organisation | None
    sessions: tuple[str, ...]

    @cached_property
    def _eyes(self) -> Scanner:
        return Scanner(self.whole, self.organisation)

    def findings(self) -> tuple[Finding, ...]:
        """Return what to look at before it is made; settled ones stay listed."""
        look = CheckedSession(self.record, self.settled, ours=self.organisation, eyes=self._eyes)
        return findings_seen(self.record, look)

    def public(self, desk: Desk) -> PublicAgreed:
        """Return what the gate lets through. Unsettled while something private is unsettled."""
        waiting = questions(blocking(self.findings()))
        if waiting:
            raise Unsettled(
                f"{counted(len(waiting), 'thing')} to look at first in “{self.held.paper.title}”: something private "
                "could be printed. No paper was made.",
                "Choose for each: leave it out, or it is fine. Or write it in other words.",
            )
        return open_agreed(self.record, self.settled, desk.today(), self.kind, self.organisation, eyes=self._eyes)


def read(desk: Desk, paper: str, n: int | None = None) -> AgreedSource:
    """Return a version of a paper, the newest when none is named."""
    with desk.store.read() as connection:
        held = stored.one(connection, paper)
        version = held.newest if n is None else held.version(n)
        same = stored.of_subject(connection, held.paper, months_away(desk.today(), -SUBJECT_MONTHS))
        settled = reading.settlements(connection, paper)
        organisation = formats.organisation(connection)
        sessions = stored.sessions_of(connection, held.paper)
        everyone, permissions = reading.everyone(connection), permits.of_sessions(connection, sessions)
        said = tuple(entry for session in sessions for entry in reading.rows(connection, Entry, session))
    record = SessionRecord(
        session=Session(id=paper, title="", type="", date=version.on),
        people=everyone,
        permissions=permissions,
        agreed=(agreed_words.of(held, version, same),),
    )
    whole = replace(record, entries=said)
    return AgreedSource(held, desk.content.agreed.of(held.paper.kind), record, whole, settled, organisation, sessions)


def findings(desk: Desk, paper: str, n: int | None = None) -> tuple[Finding, ...]:
    """Return what to look at before a version of a paper is made; settled ones stay listed."""
    return read(desk, paper, n).findings()


def settle(desk: Desk, paper: str, finding: Finding, decision: Decision) -> Changes:
    """Settle what a finding asks, wherever the same words stand: leave it out, or it is fine. Other words are written in
    the paper itself."""
    if decision is Decision.OTHER_WORDS:
        raise UserError("Other words are written in the paper itself.", "Nothing was changed.")
    with desk.store.write("Settled something to look at") as tx:
        stored.one(tx.connection, paper)
        tx.insert("settlement", papers.settlement(desk, paper, finding, decision, reviewed=False))
    return tx.changes


def document(desk: Desk, paper: str, n: int | None = None) -> Paper:
    """Return a version as it is printed. Unsettled while something private is unsettled."""
    return agreed_paper(read(desk, paper, n).public(desk))


def fills_template(desk: Desk, paper: str, n: int | None = None) -> bool | None:
    """Tell whether a version can be filled into a council's own Word template: only a report, and once it is agreed.

    None for a paper that is no report, and never can.
    """
    with desk.store.read() as connection:
        held = stored.one(connection, paper)
    if held.paper.kind not in reports.names():
        return None
    return is_final((held.newest if n is None else held.version(n)).state)


def make(
    desk: Desk,
    paper: str,
    names: Sequence[str],
    folder: Path,
    n: int | None = None,
    *,
    template: Path | None = None,
    progress: Progress = lambda *_: None,
    wanted: Wanted = lambda: True,
) -> Made:
    """Make a version of a paper (the newest when none is named) in these formats; Word into a `template`, where one is given."""
    if template is not None and not (fills := fills_template(desk, paper, n)):
        raise UserError(
            "This paper did not begin as a report, so its headings are none of a template. No paper was made."
            if fills is None
            else "This is not agreed yet, and the pages of a template would not say so. No paper was made.",
            "Make it without the template." if fills is None else "Agree it first, or make it without the template.",
        )
    forms = papers.chosen(desk, names, desk.content.formats.papers, " for an agreed paper")
    source = read(desk, paper, n)
    public = source.public(desk)
    told = agreed_paper(public)
    return _made(desk, told, paper, forms, folder, source.sessions, public.draft, template, progress, wanted)


def make_blank(
    desk: Desk,
    kind: str,
    names: Sequence[str],
    folder: Path,
    *,
    progress: Progress = lambda *_: None,
    wanted: Wanted = lambda: True,
) -> Made:
    """Make a kind of paper as it comes, to be written on: its headings, what to write, and the words to start from."""
    of = desk.content.agreed.of(kind)
    if not of.headings:
        raise UserError(f"There is no form for “{of.words}”.", "`agreed --kinds` lists those there are.")
    forms = papers.chosen(desk, names, desk.content.formats.papers, " for an agreed paper")
    with desk.store.read() as connection:
        ours = formats.organisation(connection)
    form = blank_form(of, (ours.name if ours else None) or "")
    return _made(desk, form, kind, forms, folder, (), False, None, progress, wanted)


def _made(
    desk: Desk,
    paper: Paper,
    whose: str,
    forms: Sequence[Format],
    folder: Path,
    sessions: Sequence[str],
    draft: bool,
    template: Path | None,
    progress: Progress,
    wanted: Wanted,
) -> Made:
    settings = reports.settings_of(desk, sessions)
    of = paper.kind if desk.content.agreed.knows(paper.kind) else NEWER  # what a newer program calls it is any words

    def named(apart: str, ending: str) -> Path:
        kind = f"{of}-{apart}" if apart else of
        return folder / file_name(desk.today(), whose, ending, kind)

    pressed = papers.run(reports.presses(desk, of, paper, forms, settings, named, template), folder, progress, wanted)
    warnings = (*press.left_out(paper, forms), *pressed.warnings)
    return Made(paths=pressed.paths, draft=draft, warnings=warnings, changes=Changes())
