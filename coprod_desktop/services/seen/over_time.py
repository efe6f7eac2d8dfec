"""A group over time as its page shows it: looking back, measures, rungs, themes, promises, who came in fives."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.before_and_after import Measure, together
from coprod_desktop.domain.came import listed_as_come
from coprod_desktop.domain.looked_back_record import GroupMeasure, LookedBack, LookedBy
from coprod_desktop.domain.looking_back import Beside, beside, never_used
from coprod_desktop.domain.over_time import RungOn, Themes, by_place, by_quarter
from coprod_desktop.domain.roles import group_of
from coprod_desktop.domain.tallies import counts_sum
from coprod_desktop.domain.who_is_missing import first_or_returning
from coprod_desktop.domain.words import Group
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.program import content
from coprod_desktop.services.seen import who_is_missing
from coprod_desktop.store import joined
from coprod_desktop.store import looking_back as back
from coprod_desktop.store import over_time as rows

_BY = {LookedBy.MEMBERS: "Members looked back", LookedBy.STAFF: "Staff looked back", LookedBy.SLIP: "Slips"}


@dataclass(frozen=True, kw_only=True)
class OverTime:
    """One group over time."""

    today: datetime.date
    sessions: int
    """How many have been held."""
    looked_back: Sequence[LookedBack]
    """The newest first."""
    year: Sequence[Beside]
    """The newest year by members and by staff, beside each other."""
    never: Sequence[str]
    """Elements of co-production that were never used, as staff say."""
    slips: Mapping[str, Mapping[str, int]]
    """All slips of its sessions together."""
    slip_forms: int
    rungs: Sequence[RungOn]
    themes: Themes
    places: Themes
    promises: Mapping[str, int]
    came: Mapping[Group, int]
    """How many times somebody of each group came."""
    first: Mapping[str, str]
    measures: Sequence[Measure]
    numbers: Sequence[GroupMeasure]


def read(desk: Desk, group: str) -> OverTime:
    """Return a group over time. Runs on the reading thread."""
    today = desk.today()
    with desk.store.read() as connection:
        looked = back.of(connection, group=group)
        numbers = back.measures(connection, group=group)
        rungs = rows.rungs(connection, group)
        said = rows.themes(connection, group, today)
        promised = rows.promises(connection, group, today)
        held = rows.held(connection, group, today)
        parts = rows.parts_of_who_came(connection, group)
        lines = rows.came(connection, group, today)
        door = rows.counted_at_the_door(connection, group, today)
        same = joined.groups(connection)
    members, staff = (_newest(looked, by) for by in (LookedBy.MEMBERS, LookedBy.STAFF))
    slips = [row for row in looked if row.by is LookedBy.SLIP]
    forms = content.looking_back()
    first = who_is_missing.first_times(parts, set(held), same)
    return OverTime(
        today=today,
        sessions=len(held),
        looked_back=looked,
        year=beside(forms, members.answers if members else None, staff.answers if staff else None),
        never=never_used(forms, staff.answers if staff else None),
        slips=_summed(slips),
        slip_forms=sum(row.forms for row in slips),
        rungs=_rungs(rungs, looked),
        themes=by_quarter(said, today),
        places=by_place(said),
        promises=promised,
        came=_came(lines, door),
        first=first_or_returning(len(first), sum(first)),
        measures=together(numbers),
        numbers=numbers,
    )


def _newest(looked: Sequence[LookedBack], by: LookedBy) -> LookedBack | None:
    return next((row for row in looked if row.by is by), None)


def _summed(slips: Sequence[LookedBack]) -> Mapping[str, Mapping[str, int]]:
    found: dict[str, Mapping[str, int]] = {}
    for row in slips:
        for key, counted in row.answers.items():
            found[key] = counts_sum(found.get(key, {}), counted)
    return found


def _rungs(sessions: Sequence[rows.RungLine], looked: Sequence[LookedBack]) -> Sequence[RungOn]:
    """Return what sessions say of the rung, and what a group said when it looked back, by day."""
    found = [
        RungOn(day=one.day, what=one.title, aimed=one.aimed, reached=one.reached, members=one.members, staff=one.staff)
        for one in sessions
    ]
    for row in looked:
        if row.rung_reached or row.rung_aimed:
            by = {"members": row.rung_reached} if row.by is LookedBy.MEMBERS else {"staff": row.rung_reached}
            if row.by is LookedBy.SLIP:
                by = {"reached": row.rung_reached}
            found.append(
                RungOn(day=row.on, what=_BY[row.by], aimed=row.rung_aimed, decided_by=row.rung_decided_by or "", **by)
            )
    return sorted(found, key=lambda one: one.day)


def _came(lines: Sequence[rows.CameLine], door: Mapping[str, str]) -> Mapping[Group, int]:
    """Add up who came by the four groups, by the rule of domain.came."""
    listed: dict[str, list[rows.CameLine]] = {}
    for line in lines:
        listed.setdefault(line.session, []).append(line)
    found: Counter[Group] = Counter()
    for session in {**listed, **door}:
        counted: Mapping[str, int] = json.loads(door.get(session, "{}"))
        came = listed_as_come(listed.get(session, ()), counted=any(counted.values()))
        found.update(group_of(line.role) for line in came)
        for name, n in counted.items():
            found[Group(name) if name in set(Group) else Group.OTHERS] += n
    return {group: found[group] for group in Group if found[group]}
