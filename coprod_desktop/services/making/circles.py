"""A session as its papers read it: for anyone, or for the people who came. The one place that says for whom."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from coprod_desktop.domain import log_told, promises
from coprod_desktop.domain.check.findings import CheckedSession, findings_seen
from coprod_desktop.domain.check.scan import Scanner
from coprod_desktop.domain.check.settled import Finding, Settlement
from coprod_desktop.domain.check.worth_knowing import worth_knowing
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Organisation, SessionRecord
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import agreed_words
from coprod_desktop.store import agreed, formats, log, reading

NAMES = {"anyone": Circle.ANYONE, "came": Circle.CAME}
"""What the commands call the circles."""


@dataclass(frozen=True)
class Source:
    """What a paper is made of: the record, how things to look at were settled, and who the paper comes from."""

    record: SessionRecord
    settled: Sequence[Settlement]
    organisation: Organisation | None
    before: Scanner | None = None
    """Eyes that have looked at another session: of many sessions in a row the people are taken to pieces once."""

    @cached_property
    def eyes(self) -> Scanner:
        """What is looked for in it: everyone's names among them."""
        return Scanner(self.record, self.organisation, self.before)

    def findings(self) -> tuple[Finding, ...]:
        """Return what to look at before a paper is made; settled ones stay listed."""
        look = CheckedSession(
            self.record,
            self.settled,
            ours=self.organisation,
            eyes=self.eyes,
        )
        return findings_seen(self.record, look)

    def worth_knowing(self) -> tuple[str, ...]:
        """Return what to know before a paper is made, that nothing waits for."""
        return worth_knowing(self.record, self.organisation)

    def public(
        self, today: datetime.date, as_of: datetime.date | None = None, kind: str | None = None
    ) -> PublicSnapshot:
        """Return what the gate lets through, as things stand `as_of`, else on the session's day for that, else today.

        What looks back (`kind`: the update) speaks from today once anything was heard after the session's day for that.
        """
        day = as_of or self.record.session.as_of or today
        if as_of is None and kind == paper_kinds.YOU_SAID_WE_DID and promises.heard_since(self.record, day, today):
            day = today
        return open_gate(
            self.record,
            self.settled,
            day,
            self.organisation,
            kind=kind or paper_kinds.YOU_SAID_WE_WILL,
            eyes=self.eyes,
        )


def read(desk: Desk, session: str, circle: Circle = Circle.ANYONE, before: Scanner | None = None) -> Source:
    """Return a session as papers for this circle read it."""
    with desk.store.read() as connection:
        record, settled = reading.session_record(connection, session), reading.settlements(connection, session)
        organisation = formats.organisation(connection)
        there = agreed.of_kinds(connection, desk.content.agreed.on_agendas, session) if record.agenda else ()
        on_agenda = agreed_words.on_agendas(there)
        lines = log_told.told(desk.content.log, log.of(connection, session=session))
        beside = (*(words.id for words in on_agenda), *(line.id for line in lines))
        settled = (*settled, *reading.settlements(connection, *beside))
    return Source(replace(record, circle=circle, agreed=on_agenda, log=lines), settled, organisation, before)


def fitting(kind: str, circle: Circle) -> Circle:
    """Return for whom a kind of paper is: before the day nobody has come, so those are for anyone."""
    return Circle.ANYONE if kind in paper_kinds.BEFORE else circle


def refuse_before(kind: str, circle: Circle) -> None:
    """Refuse to make a paper for who came that is given out before the day."""
    if fitting(kind, circle) is not circle:
        words = next(k.words for k in paper_kinds.KINDS if k.name == kind)
        raise UserError(
            f"“{words}” is for before the day, when nobody has come yet. No paper was made.", "Make it for anyone."
        )
