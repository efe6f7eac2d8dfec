"""What the Paper page shows, from one read: what to look at, the paper as it would be now, and who reads what."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.domain.check import blocking
from coprod_desktop.domain.check import findings as look_at
from coprod_desktop.domain.formats import Wish, wishes
from coprod_desktop.domain.settled import Finding
from coprod_desktop.publish.document import Document
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.story import you_said_we_will
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading


@dataclass(frozen=True, kw_only=True)
class Preview:
    """`document` is None while something private is unsettled, and when there is nothing to print."""

    session: str
    findings: tuple[Finding, ...]
    waiting: int
    """Private things that are not settled."""
    document: Document | None
    wishes: tuple[Wish, ...]


def preview(desk: Desk, session: str) -> Preview:
    """Return what the Paper page shows of a session now."""
    with desk.store.read() as connection:
        record, settled = reading.session_record(connection, session), reading.settlements(connection, session)
    found = look_at(record, settled)
    waiting = len(blocking(found))
    document = None
    if not waiting:
        public = open_gate(record, settled, record.session.as_of or desk.today())
        document = you_said_we_will(public) if has_something(public) else None
    return Preview(session=session, findings=found, waiting=waiting, document=document, wishes=wishes(record.people))


def has_something(public: PublicSnapshot) -> bool:
    """Tell whether a paper would hold anything beside its title."""
    said = (
        public.points,
        public.unanswered,
        public.also_said,
        public.also_told,
        public.parked,
        public.passed_on,
        public.votes,
        public.measures,
    )
    return any((*said, public.earlier, public.evaluation, public.heard, public.what_works, public.access.how_many))
