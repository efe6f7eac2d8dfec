"""Getting ready: agenda, access checklist, ground rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coprod_desktop.domain import checklist as rules
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import AgendaItem, ChecklistItem, GroundRule
from coprod_desktop.domain.words import Phase
from coprod_desktop.services import drafts, need_lines, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import next_time, reading
from coprod_desktop.store.transaction import Transaction

ORDERED: dict[str, type[AgendaItem] | type[ChecklistItem] | type[GroundRule]] = {
    "agenda_item": AgendaItem,
    "checklist_item": ChecklistItem,
    "ground_rule": GroundRule,
}


def use_agenda(desk: Desk, session: str, items: Sequence[tuple[int, str]]) -> Changes:
    """Make the agenda be this template's: (minutes, title) each. What was there is taken away; undo brings it back."""
    with desk.store.write("Used an agenda") as tx:
        still_there.session(tx, session)
        for old in reading.rows(tx.connection, AgendaItem, session):
            tx.remove("agenda_item", old.id)
        for order, (minutes, title) in enumerate(items):
            tx.add(AgendaItem(id=new_id(), title=title, minutes=minutes, order=order), session=session)
    return tx.changes


def add_agenda_item(desk: Desk, session: str, title: str, minutes: int, **fields: Any) -> tuple[str, Changes]:
    """Add an item at the end of the agenda. Returns its id."""
    made = new_id()
    with desk.store.write("Added to the agenda") as tx:
        still_there.session(tx, session)
        order = reading.next_order(tx.connection, "agenda_item", session)
        tx.add(AgendaItem(id=made, title=title, minutes=minutes, order=order, **fields), session=session)
        drafts.added(tx, session, "agenda_item", "minutes")
    return made, tx.changes


def take_up(desk: Desk, session: str, part: str) -> Changes:
    """Add a part that an earlier session kept for next time, as it was planned there, at the end of the agenda."""
    with desk.store.write("Took up what was kept for next time") as tx:
        still_there.session(tx, session)
        old = reading.one(tx.connection, AgendaItem, part)
        order = reading.next_order(tx.connection, "agenda_item", session)
        minutes = old.planned or old.minutes
        made = AgendaItem(
            id=new_id(), title=old.title, minutes=minutes, kind=old.kind, leads=old.leads, notes=old.notes, order=order
        )
        tx.add(made, session=session)
    return tx.changes


def kept_for_next_time(desk: Desk, session: str) -> Sequence[AgendaItem]:
    """Return what earlier sessions of the same project or kind kept for next time, and nobody has taken up."""
    with desk.store.read() as connection:
        return next_time.kept(connection, session)


def add_rule(desk: Desk, session: str, text: str) -> tuple[str, Changes]:
    """Add a ground rule. Returns its id."""
    made = new_id()
    with desk.store.write("Added a ground rule") as tx:
        still_there.session(tx, session)
        order = reading.next_order(tx.connection, "ground_rule", session)
        tx.add(GroundRule(id=made, text=text, order=order), session=session)
        drafts.added(tx, session, "ground_rule")
    return made, tx.changes


def use_rules(desk: Desk, session: str, texts: Sequence[str]) -> Changes:
    """Add these ground rules, those that are not there yet."""
    with desk.store.write("Added ground rules") as tx:
        still_there.session(tx, session)
        have = {r.text for r in reading.rows(tx.connection, GroundRule, session)}
        order = reading.next_order(tx.connection, "ground_rule", session)
        for i, text in enumerate(t for t in texts if t not in have):
            tx.add(GroundRule(id=new_id(), text=text, order=order + i), session=session)
    return tx.changes


def agree_rules(desk: Desk, session: str, by_how_many: int | None) -> Changes:
    """The group agreed its ground rules, now."""
    agreed: dict[str, Any] = {"at": desk.now().isoformat(timespec="seconds")}
    if by_how_many is not None:
        agreed["by_how_many"] = by_how_many
    with desk.store.write("Agreed the ground rules") as tx:
        still_there.session(tx, session)
        tx.change("session", session, rules_agreed=agreed)
    return tx.changes


def add_checklist_item(desk: Desk, session: str, phase: Phase, text: str, **fields: Any) -> tuple[str, Changes]:
    """Add a line to the checklist. Returns its id."""
    made = new_id()
    with desk.store.write("Added to the checklist") as tx:
        still_there.session(tx, session)
        order = reading.next_order(tx.connection, "checklist_item", session)
        tx.add(ChecklistItem(id=made, phase=phase, text=text, order=order, **fields), session=session)
        drafts.added(tx, session, "checklist_item")
    return made, tx.changes


def make_checklist(desk: Desk, session: str) -> Changes:
    """Add what is missing of the basics and of what these people's needs ask for, with the day it has to be booked by."""
    with desk.store.write("Made the checklist") as tx:
        still_there.session(tx, session)
        need_lines.keep(tx, desk, session)
        have = {c.text for c in reading.rows(tx.connection, ChecklistItem, session)}
        people = reading.people(tx.connection, session)
        order = reading.next_order(tx.connection, "checklist_item", session)
        for line in rules.lines_for(people, desk.content.basics(), desk.content.needs):
            if line.person is None and line.text not in have:
                item = ChecklistItem(id=new_id(), phase=Phase.BEFORE, text=line.text, order=order)
                tx.add(item, session=session)
                order += 1
    return tx.changes


def change(desk: Desk, noun: str, row: str, **fields: Any) -> Changes:
    """Change an agenda item, a checklist line or a ground rule ("agenda_item", "checklist_item", "ground_rule")."""
    with desk.store.write("Changed what is prepared") as tx:
        still_there.row(tx, noun, row)
        tx.change(noun, row, **fields)
        if noun == "checklist_item":
            need_lines.line_changed(tx, desk, row, fields)
        drafts.saved(tx, noun, row, fields)
    return tx.changes


def remove(desk: Desk, noun: str, row: str) -> Changes:
    """Take an agenda item, a checklist line or a ground rule away; undo brings it back."""
    with desk.store.write("Took a line away") as tx:
        if noun == "checklist_item":
            need_lines.refuse_if_needed(tx, desk, row)
        tx.remove(noun, row)
    return tx.changes


def move(desk: Desk, session: str, noun: str, row: str, by: int) -> Changes:
    """Move a line up (-1) or down (+1) in its list, or by more."""
    with desk.store.write("Moved a line") as tx:
        still_there.row(tx, noun, row)
        _place(tx, noun, session, row, by)
    return tx.changes


def _place(tx: Transaction, noun: str, session: str, row: str, by: int) -> None:
    ids = [r.id for r in reading.rows(tx.connection, ORDERED[noun], session)]
    at = ids.index(row)
    ids.insert(max(0, min(len(ids) - 1, at + by)), ids.pop(at))
    for order, id_ in enumerate(ids):
        tx.change(noun, id_, order=order)


def agenda(desk: Desk, session: str) -> tuple[AgendaItem, ...]:
    """Return a session's agenda in order."""
    with desk.store.read() as connection:
        return reading.rows(connection, AgendaItem, session)


def ground_rules(desk: Desk, session: str) -> tuple[GroundRule, ...]:
    """Return a session's ground rules in order."""
    with desk.store.read() as connection:
        return reading.rows(connection, GroundRule, session)


def checklist(desk: Desk, session: str) -> tuple[ChecklistItem, ...]:
    """Return a session's access checklist in order."""
    with desk.store.read() as connection:
        return reading.rows(connection, ChecklistItem, session)
