"""Permission rows in and out. They are only added; what lists show of them is folded into the line or person."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.permission import (
    ALIKE,
    NAME_PARTS,
    NO,
    NOT_ASKED,
    YES,
    Circle,
    NamePart,
    Permission,
    Permissions,
    Purpose,
    Standing,
    Told,
    Voices,
)
from coprod_desktop.domain.permission_fields import CONSENT_KEYS, EVERYTHING, answer_in
from coprod_desktop.domain.words import NameInPublic
from coprod_desktop.store import joined, schema
from coprod_desktop.store.mapping import as_json
from coprod_desktop.store.transaction import Transaction

_COLUMNS = "id, noun, row_id, purpose, circle, value, basis, over, on_date, asked_by, helped, session_id"
_ADD = (
    f"INSERT INTO permission ({_COLUMNS}, hlc, device) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING"
)


def add(tx: Transaction, rows: Iterable[Permission], *, fold: bool = True) -> None:
    """Add answers; those that are here already stay as they are. `session` of a line's answer is the line's session."""
    found = list(rows)
    if not found:
        return
    found = [*found, *_refused_under_a_taken_id(tx.connection, found)]
    found.sort(key=lambda row: row.subject)  # a hundred thousand go into the index far quicker in its order
    tx.connection.exec_driver_sql(_ADD, [(*_stored(row), tx.clock, tx.device) for row in found])
    if fold:
        for row in {(row.noun, row.subject): row for row in found}.values():
            fold_into(tx, row.noun, row.subject)
            tx.note_touched(Ref(row.noun, row.subject, row.session if row.noun == "entry" else None))


def _refused_under_a_taken_id(connection: Connection, rows: Sequence[Permission]) -> list[Permission]:
    """A no whose id is another answer's here gets an id of its own: no file can keep it out."""
    noes = {row.id: row for row in rows if row.value not in {YES, NOT_ASKED} and not NAME_PARTS.get(row.value)}
    found = []
    for at in range(0, len(ids := list(noes)), 500):
        part = tuple(ids[at : at + 500])
        query = f"SELECT {_COLUMNS} FROM permission WHERE id IN ({', '.join('?' * len(part))})"
        for row in map(_read, connection.exec_driver_sql(query, part).all()):
            wanted = noes[row.id]
            if (row.subject, row.purpose, row.value, row.circle) != (
                wanted.subject, str(wanted.purpose), str(wanted.value), str(wanted.circle)
            ):  # fmt: skip
                found.append(wanted._replace(id=made_id("taken", row.id, wanted.subject, str(wanted.purpose))))
    return found


def of(connection: Connection, subject: str) -> tuple[Permission, ...]:
    """Return every answer about one line or of one person."""
    query = f"SELECT {_COLUMNS} FROM permission WHERE row_id = ?"
    return tuple(map(_read, connection.exec_driver_sql(query, (subject,)).all()))


def of_many(connection: Connection, subjects: Sequence[str]) -> Iterator[Permission]:
    """Yield every answer about these lines and people."""
    for at in range(0, len(subjects), 500):
        part = tuple(subjects[at : at + 500])
        query = f"SELECT {_COLUMNS} FROM permission WHERE row_id IN ({', '.join('?' * len(part))}) ORDER BY seq"
        yield from map(_read, connection.exec_driver_sql(query, part).all())


def of_session(connection: Connection, session: str, people: Iterable[str]) -> Permissions:
    """Return the answers about a session's lines and of everyone in the workspace; `people` are their ids."""
    lines = _of_lines(connection, session)
    return Permissions(_of_people(connection), frozenset(people), lines, joined.groups(connection))


def of_voices(connection: Connection, session: str, voices: Iterable[str]) -> Permissions:
    """Return the answers about a session's lines and of these people, with everyone else each of them is."""
    same, p = joined.groups(connection), schema.person
    ids = {one for voice in voices for one in same.get(voice, (voice,))}
    here = connection.execute(select(p.c.id).where(p.c.id.in_(ids), p.c.deleted_at.is_(None))).scalars()
    people = sorted(here)
    return Permissions(of_many(connection, people), frozenset(people), _of_lines(connection, session), same)


def _of_lines(connection: Connection, session: str) -> list[Told]:
    query = """
        SELECT row_id, group_concat(id, ?), purpose, circle, value, basis, over FROM permission
        WHERE noun = 'entry' AND session_id = ? GROUP BY row_id, purpose, circle, value, basis, over
    """
    raw = connection.connection.driver_connection
    return raw.execute(query, (ALIKE, session)).fetchall() if raw is not None else []


def of_everyone(connection: Connection) -> Permissions:
    """Return the answers of everyone in the workspace."""
    t = schema.person
    ids = connection.execute(select(t.c.id).where(t.c.deleted_at.is_(None))).scalars()
    return Permissions(_of_people(connection), frozenset(ids), same=joined.groups(connection))


def of_sessions(connection: Connection, sessions: Iterable[str]) -> Permissions:
    """Return the answers about the lines of several sessions and of everyone in the workspace."""
    t = schema.person
    ids = connection.execute(select(t.c.id).where(t.c.deleted_at.is_(None))).scalars()
    lines = [told for session in sessions for told in _of_lines(connection, session)]
    return Permissions(_of_people(connection), frozenset(ids), lines, joined.groups(connection))


def _of_people(connection: Connection) -> Sequence[Permission]:
    query = f"SELECT {_COLUMNS} FROM permission WHERE noun = 'person'"
    return list(map(_read, connection.exec_driver_sql(query).all()))


def for_those_who_came(connection: Connection, lines: Sequence[str]) -> frozenset[str]:
    """Return those of the lines whose own answers let those who came read them as a quote."""
    some: list[str] = []
    for at in range(0, len(lines), 500):
        part = tuple(lines[at : at + 500])
        query = f"""
            SELECT DISTINCT row_id FROM permission
            WHERE row_id IN ({", ".join("?" * len(part))}) AND purpose = ? AND circle = ? AND value = ?
        """
        few = (*part, str(Purpose.QUOTE), str(Circle.CAME), YES)
        some += connection.exec_driver_sql(query, few).scalars()
    about_quoting = Permissions([r for r in of_many(connection, some) if r.purpose == Purpose.QUOTE], ())
    return frozenset(line for line in some if about_quoting.may_quote(Voices(line, None, None), Circle.CAME))


def in_step(connection: Connection, clock: int) -> tuple[Permission, ...]:
    """Return the answers that one step wrote."""
    query = f"SELECT {_COLUMNS} FROM permission WHERE hlc = ?"
    return tuple(map(_read, connection.exec_driver_sql(query, (clock,)).all()))


def forget(tx: Transaction, ids: Sequence[str]) -> None:
    """Drop rows that came in by an import that is undone; they come again with the file."""
    tx.connection.execute(delete(schema.permission).where(schema.permission.c.id.in_(ids)))


def _stored(row: Permission) -> tuple[Any, ...]:
    on = row.on.isoformat() if row.on else None
    over = as_json(list(row.over)) if row.over else "[]"
    head = (row.id, row.noun, row.subject, str(row.purpose), str(row.circle), str(row.value), str(row.basis))
    return (*head, over, on, row.asked_by, row.helped, row.session)


def _read(row: Any) -> Permission:
    over = tuple(json.loads(row[7])) if row[7] != "[]" else ()
    on = datetime.date.fromisoformat(row[8]) if row[8] else None
    return Permission(*row[0:7], over, on, *row[9:12])  # type: ignore[call-arg]


# ---- what lists show


def fold_into(tx: Transaction, noun: str, subject: str) -> None:
    """Bring what a line or person shows of its answers up to date."""
    kept = {"entry": _of_line, "person": _of_person}.get(noun)
    table = schema.META.tables.get(noun)
    if kept is None or table is None:
        return
    now = tx.connection.execute(select(table).where(table.c.id == subject)).mappings().first()
    if now is None:
        return
    rows = of(tx.connection, subject)
    people = frozenset({subject}) if noun == "person" else frozenset()
    tx.update(noun, subject, kept(Permissions(rows, people), subject, dict(now), rows))


def fold_session(tx: Transaction, session: str, people: Iterable[str]) -> None:
    """Bring what the lines of a session and these people show of their answers up to date."""
    query = f"SELECT {_COLUMNS} FROM permission WHERE noun = 'entry' AND session_id = ?"
    rows: dict[str, list[Permission]] = {}
    for row in map(_read, tx.connection.exec_driver_sql(query, (session,)).all()):
        rows.setdefault(row.subject, []).append(row)
    shown = tx.connection.exec_driver_sql("SELECT id, quote_ok, withdrawn FROM entry WHERE session_id = ?", (session,))
    alike: dict[tuple[tuple[str, ...], ...], dict[str, Any]] = {}  # most lines have the same few answers
    for line, quote_ok, withdrawn in shown.all():
        if (own := rows.get(line)) is None:
            continue
        said = tuple((r.purpose, r.circle, r.value, r.basis) for r in own)
        takes_back = any(r.over for r in own)  # which answer it takes back, the words alone do not tell
        now = None if takes_back else alike.get(said)
        if now is None:
            now = _of_line(Permissions(own, ()), line, {}, own)
            if not takes_back:
                alike[said] = now
        if now != {"quote_ok": quote_ok, "withdrawn": withdrawn}:
            tx.update("entry", line, now)
    for person in people:
        fold_into(tx, "person", person)


_ASKED: tuple[Purpose, ...] = tuple(p for p in Purpose if p is not Purpose.NAME)
_Kept = Callable[[Permissions, str, Mapping[str, Any], Sequence[Permission]], dict[str, Any]]


def _of_line(answers: Permissions, line: str, _now: Mapping[str, Any], rows: Sequence[Permission]) -> dict[str, Any]:
    alone = Voices(line, None, None)
    about_quoting = Permissions([r for r in rows if r.purpose == Purpose.QUOTE], ())
    quote = {Standing.YES: 1, Standing.NO: 0, Standing.NOT_ASKED: None}
    return {
        "quote_ok": quote[about_quoting.of_line(alone, Purpose.QUOTE, Circle.ANYONE)],
        "withdrawn": int(not answers.may_tell(alone, Circle.ANYONE)),
    }


def _of_person(answers: Permissions, person: str, now: Mapping[str, Any], rows: Sequence[Permission]) -> dict[str, Any]:
    stands: dict[Purpose, str] = {p: _stands(answers, person, p) for p in _ASKED}
    refused = answers.person_refusals(person, Purpose.OTHER_WORDS, Circle.ANYONE)
    about_name = Permissions([r for r in rows if r.purpose == Purpose.NAME], {person})
    taken_back = bool(refused) and all(_is_refused(answers, person, p) for p in EVERYTHING)
    days = [r.on for r in rows if r.id in refused and r.on]
    consents = _consents(json.loads(now["consents"] or "{}"), stands, rows, taken_back)
    return {
        "name_in_public": str(_name(about_name.name_parts(person, Circle.ANYONE))),
        "consents": as_json(consents) if consents or now["consents"] else None,
        "consent_withdrawn_on": min(days).isoformat() if taken_back and days else None,
    }


def _stands(answers: Permissions, person: str, purpose: Purpose) -> str:
    standing = answers.of_person(person, purpose)
    if standing is Standing.NO and answers.of_person(person, purpose, Circle.CAME) is Standing.YES:
        return Circle.CAME
    return standing.value


def _is_refused(answers: Permissions, person: str, purpose: Purpose) -> bool:
    if purpose is Purpose.NAME:
        return not answers.name_parts(person, Circle.ANYONE)
    return answers.of_person(person, purpose) is Standing.NO


def _name(parts: frozenset[NamePart]) -> NameInPublic:
    if {NamePart.FIRST, NamePart.SURNAME} <= parts:
        return NameInPublic.FULL
    if NamePart.FIRST in parts:
        return NameInPublic.FIRST_AND_ROLE if NamePart.ROLE in parts else NameInPublic.FIRST
    return NameInPublic.ROLE if NamePart.ROLE in parts else NameInPublic.NONE


def _consents(
    now: dict[str, Any], stands: Mapping[Purpose, str], rows: Sequence[Permission], taken_back: bool
) -> dict[str, Any]:
    """Keep values that still agree as they came; write the others as "no", "people who came", or the day of the yes."""
    kept = dict(now)
    for purpose, wanted in stands.items():
        keys = [k for k in kept if CONSENT_KEYS.get(k.strip().lower()) is purpose]
        agree = all(_told(kept[k]) == wanted for k in keys)
        if taken_back or (agree and (keys or wanted == NOT_ASKED)):
            continue
        for key in keys:
            del kept[key]
        if wanted == YES:
            days = [r.on for r in rows if r.purpose == purpose and r.value == YES and r.on]
            kept[purpose.value] = max(days).isoformat() if days else YES
        elif wanted != NOT_ASKED:
            kept[purpose.value] = wanted
    return kept


def _told(told: Any) -> str:
    if told == Circle.CAME:
        return Circle.CAME
    answer = answer_in(told)[0]
    return answer if answer in {YES, NOT_ASKED} else NO
