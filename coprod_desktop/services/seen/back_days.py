"""What of a group's timeline comes from looking back: when members and staff did, and numbers that are to be reached by a day."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain.before_and_after import Measure, number, together
from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.looked_back_record import LookedBy
from coprod_desktop.services.seen.group_row import Look, Section, TimelineRow
from coprod_desktop.store import looking_back

NOUNS = frozenset({"looked_back", "group_measure"})
_WHO = {LookedBy.MEMBERS: "Members looked back", LookedBy.STAFF: "Staff looked back"}


def looked_back(look: Look) -> Iterator[TimelineRow]:
    """Yield when a group looked back; slips of sessions stand with their session."""
    found = [row for row in looking_back.of(look.connection, group=look.group.id) if row.by in _WHO]
    for row in found[: look.most + 1]:
        rung = f"reached: {row.rung_reached}" if row.rung_reached else ""
        detail = " · ".join(part for part in (counted(row.forms, "form"), rung) if part)
        yield TimelineRow(
            section=Section.BEFORE, opens=Ref("looked_back", row.id), words=_WHO[row.by], day=row.on, detail=detail,
            state="done", state_words="Looked back",
        )  # fmt: skip


def targets(look: Look) -> Iterator[TimelineRow]:
    """Yield the numbers a group aims for by a day, until they are reached or asked again after it."""
    for one in together(looking_back.measures(look.connection, group=look.group.id)):
        target = one.target
        if target is None or target.by is None or _is_over(one):
            continue
        late = target.by < look.today
        now = one.after or one.baseline
        yield TimelineRow(
            section=Section.DUE, opens=Ref("group_measure", target.id), day=target.by,
            words=f"Ask again: {one.question}" if late else f"{one.question}: {number(target)}",
            detail=f"Now {number(now)}" if now else "No number yet",
            state="late" if late else "waiting", state_words="Late" if late else "To come",
        )  # fmt: skip


def _is_over(one: Measure) -> bool:
    target, after = one.target, one.after
    if target is None or target.by is None or after is None:
        return False
    return bool(one.reached) or after.on >= target.by
