"""Makes the papers for when somebody leaves a group. All of them are private; a reference that was made is noted."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from coprod_desktop.domain import dates
from coprod_desktop.domain.group_record import Member
from coprod_desktop.publish import press
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.own import handover
from coprod_desktop.publish.own.handover import KINDS as KINDS
from coprod_desktop.publish.own.handover import HandedOver
from coprod_desktop.publish.press import Pressed, PressSettings
from coprod_desktop.services import promises
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress
from coprod_desktop.services.seen import group_days
from coprod_desktop.store import formats as stored
from coprod_desktop.store import groups as rows
from coprod_desktop.store import merging, reading

FORMATS = ("pdf", "docx")
_EVERY = 10_000
_NOTED = {handover.THANKS: "thanked_on", handover.REFERENCE: "reference_on"}


def make(
    desk: Desk,
    member: str,
    folder: Path,
    kinds: Sequence[str] = (handover.HANDOVER,),
    *,
    progress: Progress = lambda *_: None,
    wanted: Callable[[], bool] = lambda: True,
) -> Made:
    """Make these papers about one member, in PDF and Word, into the private folder inside `folder`.

    That they were thanked, or had a reference, is noted with the day, once.
    """
    told = told_of(desk, member)
    settings = PressSettings(made_on=desk.now())
    work: list[tuple[str, Callable[[], Pressed]]] = []
    for kind in kinds:
        paper = handover.paper(kind, told)
        for form in desk.content.formats.among(FORMATS):
            named = partial(_path, folder / "private", told, member, kind)
            work.append((form.name, partial(press.press, paper, form, settings, named)))
    pressed = papers.run(work, folder / "private", progress, wanted)
    with desk.store.write("Noted that somebody was thanked") as tx:
        now = reading.one(tx.connection, Member, member)
        noted = {_NOTED[kind]: desk.today() for kind in kinds if kind in _NOTED}
        tx.change("group_member", member, **{name: day for name, day in noted.items() if getattr(now, name) is None})
    return Made(paths=pressed.paths, draft=False, warnings=pressed.warnings, changes=tx.changes)


def _path(folder: Path, told: HandedOver, member: str, kind: str, apart: str, ending: str) -> Path:
    return folder / file_name(told.on, member, ending, f"{kind}-{apart}" if apart else kind, private=True)


def told_of(desk: Desk, member: str) -> HandedOver:
    """Return what these papers tell about a member and their group."""
    today = desk.today()
    with desk.store.read() as connection:
        now = reading.one(connection, Member, member)
        group = rows.one(connection, now.group_id)
        listed = rows.members(connection, now.group_id)
        sessions = rows.sessions(connection, now.group_id)
        came = rows.came_to(connection, now.group_id, now.person_id)
        plan = rows.plan(connection, now.group_id)
        chaired = any(  # who has left chairs no more: what they were is in the change by which they left
            one.old.get("co_chair") and "left_on" in one.old for one in merging.changes_of(connection, [member])
        )
        open_ = [line for line in promises.of_group(connection, now.group_id, today, _EVERY) if not line.finished]
        organisation = stored.organisation(connection)
    name = next((one.name for one in listed if one.member.id == member), None)
    coming = [one for one in sessions if one.date >= today.isoformat() and one.state != "cancelled"]
    others = [one for one in listed if one.member.id != member and one.member.left_on is None and one.name]
    return HandedOver(
        group=group.name if group is not None else "",
        kind=desk.content.groups.words(group.kind) if group is not None else "",
        aim=group.aim if group is not None else None,
        name=name or "Somebody",
        part=_part(replace(now, co_chair=now.co_chair or chaired)),
        since=now.joined_on,
        until=now.left_on,
        training=now.training,
        came_to=came,
        promises=[(line.what, _who_and_when(line)) for line in open_],
        coming=[f"{dates.plain(datetime.date.fromisoformat(one.date))}: {group_days.called(one)}" for one in coming],
        priorities=[line.words for line in plan],
        to_ask=[f"{one.name} ({part})" if (part := _part(one.member)) else str(one.name) for one in others],
        signs=organisation.name if organisation is not None else None,
        on=today,
    )


def _part(member: Member) -> str | None:
    """Return somebody's part in the group; that they chair it is said, whatever else they are called."""
    if not member.co_chair or "chair" in (member.role or "").casefold():
        return member.role
    return f"co-chair, {member.role}" if member.role else "co-chair"


def _who_and_when(line: promises.PromiseLine) -> str:
    who = line.who or "Nobody has it yet"
    return f"{who}, by {dates.plain(line.due)}" if line.due else who
