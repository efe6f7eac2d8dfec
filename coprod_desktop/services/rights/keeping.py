"""How long records are kept: set by the organisation, what is due, and one act that lets it go. The log names nobody."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain import dates, keep_rules
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.keep_rules import OF, Kind
from coprod_desktop.domain.people_record import Deletion, Keep
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, holds
from coprod_desktop.services.backups import Holding
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making.easy_forget import choices_taken_out
from coprod_desktop.services.rights import erasure
from coprod_desktop.services.seen.strike import copies_since
from coprod_desktop.store import aside, claims, deletions, past_keeping, reading
from coprod_desktop.store import bin as store_bin
from coprod_desktop.store import formats as stored
from coprod_desktop.store.held_texts import Part
from coprod_desktop.store.past_keeping import Past

BY_RULE = "the time that was set is over"
MOST_MONTHS = 1200
ROW = "rules"
"""What is typed of all rules is kept as of one row."""
_STAYS = {
    store_bin.HELD: "A hold keeps it.",
    store_bin.SEALED: "A line of it is sealed, so it stays until that is in your organisation's record.",
    store_bin.PROMISED: "It was promised on a paper: a promise is never deleted.",
}


@dataclass(frozen=True)
class Due:
    """One thing past its time. `stays`: why it is not let go now, None when it can be."""

    past: Past
    stays: str | None

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return f"{self.past.kind}:{self.past.id}"

    @property
    def words(self) -> str:
        """What it is, in a line."""
        day = dates.plain(datetime.date.fromisoformat(self.past.day))
        return f"{OF[self.past.kind].words}: {self.past.called}, {day}"


def rules(desk: Desk) -> Mapping[Kind, Keep]:
    """Return what is set, by kind."""
    with desk.store.read() as connection:
        found = stored.every(connection, Keep)
    return {Kind(rule.kind): rule for rule in found if rule.kind in set(Kind)}


def set_rule(desk: Desk, kind: Kind, months: int | None) -> Changes:
    """Set how many months a kind is kept; None takes the rule away: then nothing of it is ever due."""
    if months is not None and not 0 <= months <= MOST_MONTHS:
        raise UserError("That is no number of months to keep anything.", f"Give one from 0 to {MOST_MONTHS}.")
    made = made_id("keep rule", kind)
    with desk.store.write("Set how long records are kept") as tx:
        there = reading.is_there(tx.connection, "keep_rule", made)
        if months is None:
            if there:
                tx.remove("keep_rule", made)
        elif there:
            tx.update("keep_rule", made, {"deleted_at": None}, "restore")
            tx.change("keep_rule", made, months=months, set_on=desk.today())
        else:
            rule = Keep(id=made, kind=kind, months=months, from_what=OF[kind].from_what, set_on=desk.today())
            tx.add(rule, session=None)
        drafts.saved(tx, "keep_rule", ROW, (str(kind),))
    return tx.changes


def due(desk: Desk) -> Sequence[Due]:
    """Return what is past its time, sign-in sheets and photos first."""
    set_now = rules(desk)
    found: list[Due] = []
    with desk.store.read() as connection:
        holding = bool(aside.holds(connection, desk.today()))
        owed = claims.owed_to(connection)
        for kind in (row.kind for row in keep_rules.KINDS if row.kind in set_now):
            until = keep_rules.cutoff(desk.today(), set_now[kind].months)
            for one in past_keeping.past(connection, kind, until):
                why = past_keeping.why_it_stays(connection, one, desk.today())
                found.append(Due(one, _STAYS[why] if why else None))
    return [
        replace(one, stays=_person_stays(desk, one, holding, owed)) if one.past.kind is Kind.PEOPLE else one
        for one in found
    ]


def _person_stays(desk: Desk, one: Due, holding: bool, owed: Collection[str]) -> str | None:
    """Return why somebody is not let go by a rule: a hold, or money that they are still owed."""
    held = holds.covering_person(desk, one.past.id) if holding else ()
    if held:
        return erasure.hold_in_words(held[0])
    return "They are still owed money." if one.past.id in owed else None


def copies(desk: Desk, chosen: Sequence[Due]) -> Sequence[Holding]:
    """Return the backups that still hold what is let go now, and until when."""
    first = min((one.past.since for one in chosen if one.past.since), default=None)
    return copies_since(desk, first) if first else ()


def let_go(desk: Desk, chosen: Sequence[Due], part: Part = lambda _done: None) -> Changes:
    """Take these out for good, in one act, with a line of the log for each kind. Not undoable: ask first.

    `part` hears how far it is (0 to 1), for the last time before anything is on the disk: what it raises ends it, and
    nothing is deleted.
    """
    now = {one.id: one for one in due(desk)}
    going = [now[one.id] for one in chosen if one.id in now and now[one.id].stays is None]
    if not going:
        raise UserError("There is nothing here that can be let go now.", "Nothing was deleted.")
    people = {one.id: erasure.found(desk, one.past.id) for one in going if one.past.kind is Kind.PEOPLE}
    out: set[str] = set()
    with choices_taken_out(desk) as take_choices, desk.store.write() as tx:
        for at, one in enumerate(going):
            share = _share(part, at, len(going))
            share(0.0)
            if one.past.kind is not Kind.PEOPLE:
                past_keeping.take_out(tx, one.past)
                sessions: Collection[str] = [one.past.id] if one.past.kind in {Kind.NOTES, Kind.SESSIONS} else ()
            elif one.past.id in out:  # somebody who was known twice went as one
                continue
            else:
                sessions = erasure.take_out(tx, desk, people[one.id], share)
                out.update(people[one.id].people)
            for session in sessions:
                take_choices(tx, session)
        for kind, many in _many(going).items():
            deletions.add(tx, kind, many, BY_RULE, by_rule=True)
        part(1.0)
    desk.store.checkpoint()
    desk.store.keep_gone()
    return replace(tx.changes, said="Deleted what was past its time")


def _share(part: Part, at: int, of: int) -> Part:
    """Return what tells how far one of several is as a part of them all."""
    return lambda done: part((at + done) / of)


def _many(going: Sequence[Due]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for one in going:
        found[str(one.past.kind)] += one.past.many
    return found


def log(desk: Desk) -> Sequence[Deletion]:
    """Return what was deleted, the newest first."""
    with desk.store.read() as connection:
        return stored.every(connection, Deletion)[::-1]


def log_in_words(row: Deletion) -> str:
    """Say one line of the log."""
    kind = OF[Kind(row.kind)].words if row.kind in set(Kind) else "Everything about a person"
    return f"{dates.plain(row.on)}: {kind}, {counted(row.how_many, 'record')}. Why: {row.why}."
