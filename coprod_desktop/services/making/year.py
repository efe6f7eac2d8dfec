"""A year on paper: what is read of it goes through the gate, and becomes the story of one kind of report."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import NamedTuple

from coprod_desktop.domain.check.findings import CheckedSession, findings_seen
from coprod_desktop.domain.check.scan import Scanner
from coprod_desktop.domain.check.settled import Finding, Settlement
from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.permission import YES, Circle, Purpose
from coprod_desktop.domain.record import Entry, Organisation, Session, SessionRecord
from coprod_desktop.domain.report_kinds import ReportKind
from coprod_desktop.domain.report_span import Span
from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import in_range
from coprod_desktop.publish.gate import open_bank, open_year
from coprod_desktop.publish.gate import year as year_gate
from coprod_desktop.publish.public_year import PublicBank, PublicYear
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import circles
from coprod_desktop.services.program import content
from coprod_desktop.services.seen import year as seen
from coprod_desktop.store import formats as stored
from coprod_desktop.store import permits, reading


class NotSettled(UserError):
    """Something private is not settled; `sessions` are the ids of those to look at, in the order they are named."""

    def __init__(self, what: str, do: str, sessions: Sequence[str]) -> None:
        super().__init__(what, do)
        self.sessions = tuple(sessions)


def not_settled(waiting: dict[str, str]) -> NotSettled:
    """Return the error that names these sessions (id -> words)."""
    return NotSettled(
        f"Something private is not settled yet in: {'; '.join(waiting.values())}. No report was made.",
        "Open the Paper page of each and settle what is listed first, or choose a time without it.",
        tuple(waiting),
    )


class YearSource(NamedTuple):
    """What is written down of a year besides the words of its sessions, and how things to look at in it were settled."""

    seen: seen.YearSeen
    record: SessionRecord
    settled: tuple[Settlement, ...]
    organisation: Organisation | None

    def findings(self) -> tuple[Finding, ...]:
        """Return what to look at in the words of the report itself; settled ones stay listed."""
        look = CheckedSession(self.record, self.settled, ours=self.organisation)
        return tuple(one for one in findings_seen(self.record, look) if one.subject_kind == TOLD)


TOLD = "told"
"""What check calls a text that a report tells."""


def read(
    desk: Desk, kind: ReportKind, span: Span, group: WorkGroup | None, only: Sequence[str] | None = None
) -> YearSource:
    """Return what a report of this kind tells besides the words of sessions. UserError when it needs a group and has none."""
    if kind.members and group is None:
        raise UserError(
            f"“{kind.words}” is for the members of one group. No report was made.", "Choose the group it is of."
        )
    if kind.of_all:
        span, group, only = Span(), None, None
    found = seen.read(desk, kind, span, group, only)
    texts = year_gate.told(found.facts)
    with desk.store.read() as connection:
        people = reading.everyone(connection)
        permissions = permits.of_everyone(connection)
        settled = reading.settlements(connection, *(one.row for one in texts))
        ours = stored.organisation(connection)
    record = SessionRecord(
        session=Session(id=made_id("report", kind.name), title="", type="", date=found.facts.as_of),
        others=people,
        permissions=permissions,
        told=texts,
    )
    return YearSource(found, record, settled, ours)


Step = Callable[[int, int], None]
"""(sessions read, of how many): told before each; raises when nobody wants the report any more."""


def of_year(
    desk: Desk,
    kind: ReportKind,
    span: Span,
    group: WorkGroup | None,
    only: Sequence[str] | None = None,
    step: Step = lambda _done, _of: None,
) -> tuple[PublicYear, tuple[str, ...]]:
    """Return what a report of this kind may print, and the ids of all its sessions.

    NotSettled while a session whose words are told holds something private that is not settled.
    """
    source = read(desk, kind, span, group, only)
    step(0, 0)
    draws, facts = kind.parts, source.seen.facts
    words = _words(desk, source.seen.told, banked=bool(draws & _BANKED), step=step) if draws & _WITH_WORDS else _Words()
    public = open_year(
        source.record, source.settled, facts, words.snapshots, words.bank, source.organisation, content.looking_back()
    )
    return public, tuple(one.id for one in facts.sessions)


_BANKED = frozenset({"bank", "bank_rules", "cqc"})
"""Parts of the story that tell people's own words with the day of their yes."""
_WITH_WORDS = frozenset(
    {
        *("promises", "noes", "themes", "quarters", "access", "coming", "quotes", "measures", "asked", "equality"),
        *("background", "cqc", "paragraph", "proof", "done", "bank", "bank_rules", "votes", "needs_met"),
    }
)
"""Parts of the story that tell words of sessions: for others no session is read whole."""


class _Words(NamedTuple):
    snapshots: tuple[PublicSnapshot, ...] = ()
    bank: PublicBank = PublicBank()


def _words(desk: Desk, sessions: Sequence[str], *, banked: bool, step: Step) -> _Words:
    """Return the snapshots of these sessions and what may be quoted from them."""
    passed: list[PublicSnapshot] = []
    banks: list[PublicBank] = []
    waiting: dict[str, str] = {}
    before: Scanner | None = None
    for n, session in enumerate(sessions):
        step(n, len(sessions))
        source = circles.read(desk, session, before=before)
        before = source.eyes
        record = source.record
        try:
            passed.append(source.public(desk.today(), desk.today()))
            if banked:
                allowed = _allowed_on(desk, record.entries)
                banks.append(
                    open_bank(record, source.settled, desk.today(), allowed, source.organisation, eyes=source.eyes)
                )
        except UserError:
            head = record.session
            waiting[session] = f"{head.type} on {in_range(head.date, head.end_date)} ({head.title})"
    if waiting:
        raise not_settled(waiting)
    return _Words(tuple(passed), _together(banks))


def _together(banks: Sequence[PublicBank]) -> PublicBank:
    return PublicBank(
        quotes=tuple(quote for bank in banks for quote in bank.quotes),
        only_came=sum(bank.only_came for bank in banks),
        withdrawn=sum(bank.withdrawn for bank in banks),
    )


def _allowed_on(desk: Desk, entries: Sequence[Entry]) -> dict[str, datetime.date]:
    """Return the day of the newest yes to quoting anyone may see, of each line: its own, else its speaker's."""
    subjects = {entry.id: [entry.id, *entry.voices.people] for entry in entries}
    with desk.store.read() as connection:
        every = list(dict.fromkeys(one for some in subjects.values() for one in some))
        days: dict[str, datetime.date] = {}
        for row in permits.of_many(connection, every):
            if (
                row.purpose == Purpose.QUOTE
                and row.circle == Circle.ANYONE
                and row.value == YES
                and row.on
                and row.on <= desk.today()
            ):
                days[row.subject] = max(row.on, days.get(row.subject, row.on))
    return {
        entry: max(found) for entry, some in subjects.items() if (found := [days[one] for one in some if one in days])
    }
