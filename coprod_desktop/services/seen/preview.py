"""What the Paper page shows, from one read: what to look at, the paper as it would be now, and who reads what."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coprod_desktop.domain import other_formats
from coprod_desktop.domain.came import who_came
from coprod_desktop.domain.check.findings import blocking, questions
from coprod_desktop.domain.check.settled import Decision, Finding, Settlement
from coprod_desktop.domain.formats import Wish, asked, largest_print, wishes
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.week_after import FormatAsked
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds, press
from coprod_desktop.publish.document import Document
from coprod_desktop.publish.printed_otherwise import otherwise
from coprod_desktop.services import members_check
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import circles


@dataclass(frozen=True, kw_only=True)
class Preview:
    """`document` is None while something private is unsettled, and when there is nothing to print."""

    session: str
    kind: str
    circle: Circle
    """For whom the paper is; what is for before the day is for anyone."""
    findings: tuple[Finding, ...]
    waiting: int
    """Private things that are not settled."""
    document: Document | None
    missing: str
    """Why there is no paper of this kind yet, when nothing private is in the way."""
    wishes: tuple[Wish, ...]
    formats: tuple[str, ...]
    """Formats there is something for: not every kind of paper has a list, or dates. All of them while there is no paper."""
    unasked: int
    """How many of those who came nobody has asked how they read."""
    large_pt: int
    """The size large print is made in, for those who came."""
    by_people: tuple[FormatAsked, ...] = ()
    """Formats that only people make, as each stands."""
    otherwise: tuple[str, ...] = ()
    """What to know of the paper, and what a PDF and braille will not print as typed; told before anything is made."""


def preview(
    desk: Desk, session: str, kind: str = paper_kinds.YOU_SAID_WE_WILL, circle: Circle = Circle.ANYONE
) -> Preview:
    """Return what the Paper page shows of a session now."""
    circle = circles.fitting(kind, circle)
    source = circles.read(desk, session, circle)
    record = source.record
    found = source.findings()
    waiting = len(questions(blocking(found)))
    forms = desk.content.formats
    document, missing, made = None, "", forms.papers
    other: tuple[str, ...] = ()
    if not waiting:
        public = source.public(desk.today(), kind=kind)
        try:
            told = paper_kinds.paper(kind, public)
            document, made = told.document, tuple(form.name for form in forms.rows if press.can_press(told, form))
            other = otherwise(told.document)
        except UserError as empty:
            missing = f"{empty.what} {empty.do}".strip()
    return Preview(
        session=session,
        kind=kind,
        circle=circle,
        findings=(*found, *members_check.asks(record, kind)),
        waiting=waiting,
        document=document,
        missing=missing,
        wishes=wishes(record.people, desk.content.needs),
        formats=made,
        unasked=sum(not asked(person, desk.content.needs) for person in who_came(record.people)),
        large_pt=largest_print(record.people, desk.content.needs),
        by_people=other_formats.newest(record.formats_asked),
        otherwise=(*source.worth_knowing(), *other),
    )


def told_before(desk: Desk, session: str, circle: Circle = Circle.ANYONE) -> tuple[str, ...]:
    """Return what to know of the paper, and what it will not print as typed, also while something is to be settled."""
    source = circles.read(desk, session, circle)
    today = desk.today()
    fine = [
        Settlement(
            subject=f.subject, kind=f.kind, words_hash=f.words_hash, decision=Decision.FINE, on=today, reviewed=True
        )
        for f in blocking(source.findings())
    ]
    try:
        public = replace(source, settled=[*source.settled, *fine]).public(today)
        told = otherwise(paper_kinds.paper(paper_kinds.YOU_SAID_WE_WILL, public).document)
    except UserError:
        told = ()  # there is no paper yet
    leaves = (f"Before it leaves: {f.why}." for f in members_check.asks(source.record, paper_kinds.YOU_SAID_WE_WILL))
    return (*source.worth_knowing(), *told, *leaves)
