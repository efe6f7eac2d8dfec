"""Takes a person out for good: all that is theirs, all that hangs on them, and their name in everybody else's words.

Their lines go as struck ones do. What they said for somebody else is that person's: it stays, and nobody is named as
having said it. A printed promise stays with its days and its standing, without their words. Paid
claims stay as amounts. What was cut is known by keyed hashes alone, so that no file and no older copy brings it back.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, delete, or_, select, update

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.check.mentions import without_names
from coprod_desktop.domain.check.words import tidy
from coprod_desktop.domain.erased_words import begins_with_one, blank
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.raw_notes import without_copy
from coprod_desktop.store import (
    bin,
    claims,
    erased_names,
    gone,
    groups_kept,
    held_texts,
    promises,
    said_for_others,
    schema,
)
from coprod_desktop.store import strike as striking
from coprod_desktop.store.copies_of_words import LEFT
from coprod_desktop.store.held_texts import HeldText
from coprod_desktop.store.transaction import Transaction

Named = Callable[[HeldText], Iterable[tuple[int, int]]]
"""Says where a text names the person."""
_FEWEST = 3
"""Words that say little are taken for a copy only where a line is struck."""
_NOT_COPIES = {"entry": ("text", "translation", "public_text"), "ground_rule": ("text",), "agenda_item": ("title",)}
"""What others said, or a group agreed, is no copy though it says the same."""


@dataclass
class Erased:
    """What went: how many of each noun."""

    counts: dict[str, int] = field(default_factory=dict)
    sessions: set[str] = field(default_factory=set)

    def add(self, noun: str, many: int) -> None:
        """Count what went."""
        if many:
            self.counts[noun] = self.counts.get(noun, 0) + many


def lines_of(connection: Connection, people: Collection[str]) -> list[Any]:
    """Return (id, session_id) of every line that is theirs, in the Bin or not: said for them, or by them for nobody else."""
    e = schema.entry
    theirs = or_(e.c.said_for.in_(people), e.c.speaker.in_(people) & e.c.said_for.is_(None))
    return list(connection.execute(select(e.c.id, e.c.session_id).where(theirs).order_by(e.c.seq)).all())


def hanging_on(people: Collection[str]) -> list[tuple[Table, Any]]:
    """Return each table with rows of theirs, and which rows those are; not their lines, and not what stays as nobody's."""
    found: list[tuple[Table, Any]] = []
    for table in schema.META.sorted_tables:
        if table.name in {"claim", "draft", *groups_kept.STAY}:
            continue
        if "person_id" in table.c:
            found.append((table, table.c.person_id.in_(people)))
    p, s = schema.permission, schema.same_as
    return [
        *found,
        (p, p.c.row_id.in_(people)),
        (s, or_(s.c.person_a.in_(people), s.c.person_b.in_(people))),
        (schema.person, schema.person.c.id.in_(people)),
    ]


def erase(tx: Transaction, people: Collection[str], named: Named, part: held_texts.Part = lambda _done: None) -> Erased:
    """Take these (one person, also when known twice) out. The caller asked for holds before, and checkpoints after.

    `part` hears how far it is; what it raises takes all of it back.
    """
    out = Erased()
    lines = lines_of(tx.connection, people)
    for_others = said_for_others.lines(tx.connection, people)
    out.sessions = {row.session_id for row in (*lines, *for_others)} | _listed_in(tx.connection, people)
    words = [wording for row in lines for wording in striking.wordings_of(tx, row.id)]
    _remember_them(tx, people)
    said_for_others.leave_unsigned(tx, people)
    _blank_points(tx, {row.id for row in lines})
    for row in lines:
        if _is_there(tx, row.id):  # one that was joined into another went with it
            striking.strike(tx, row.id, why=striking.ERASED)
    out.add("entry", len(lines))
    _out_of_papers(tx, {row.id for row in lines} | set(people))
    _off_checklists(tx, people, out)
    _claims(tx, people, out)
    groups_kept.without_people(tx, people, striking.forget_all)
    for table, theirs in hanging_on(people):
        _delete(tx, table, theirs, out)
    _drafts_of(tx, people)
    out.add("named", _cut_everywhere(tx, named, words, part))
    return out


def _listed_in(connection: Connection, people: Collection[str]) -> set[str]:
    a = schema.attendance
    return set(connection.execute(select(a.c.session_id).where(a.c.person_id.in_(people))).scalars())


def _is_there(tx: Transaction, entry: str) -> bool:
    e = schema.entry
    return tx.connection.execute(select(e.c.id).where(e.c.id == entry)).first() is not None


def _remember_them(tx: Transaction, people: Collection[str]) -> None:
    """Remember that they are gone: by id, and by name in each session they were at."""
    p, a, s = schema.person, schema.attendance, schema.session
    for row in tx.connection.execute(select(p.c.id, p.c.name, p.c.created_at).where(p.c.id.in_(people))).all():
        gone.add(tx, row.id, "person", "", "", (), striking.ERASED, row.created_at)
        parts = select(s.c.key, a.c.key.label("theirs")).join(a, a.c.session_id == s.c.id)
        for part in tx.connection.execute(parts.where(a.c.person_id == row.id)).all():
            own = made_id("erased person", row.id, part.key)
            words = [row.name, *_names_before(tx.connection, row.id)]
            gone.add(tx, own, "person", part.key, part.theirs, words, striking.ERASED, row.created_at)


def _names_before(connection: Connection, person: str) -> Iterable[str]:
    r = schema.revision
    for old in connection.execute(select(r.c.old).where(r.c.row_id == person)).scalars():
        yield from (name for name in (json.loads(old).get("name"),) if name)


def _blank_points(tx: Transaction, lines: set[str]) -> None:
    """What stands under "You said" and was written from their lines alone is their words; a promise stays without them."""
    p = schema.point
    words = blank(datetime.date.fromisoformat(tx.today))
    for row in tx.connection.execute(select(p.c.id, p.c.session_id, p.c.from_entries, p.c.answer)).all():
        ids = json.loads(row.from_entries)
        if not ids or not lines.issuperset(ids):
            continue
        if row.answer is None and promises.printed(tx.connection, row.id) is None:
            bin.erase_point(tx, row.id, _said_before(tx, row.id))
        else:
            striking.forget(tx, row.id)
            stamps = {"updated_at": tx.at, "hlc": tx.clock, "device": tx.device}
            tx.connection.execute(update(p).where(p.c.id == row.id).values(you_said=words, **stamps))
            tx.note_changed(Ref("point", row.id, row.session_id))


def _said_before(tx: Transaction, point: str) -> list[str]:
    """Return what stood under "You said" in a point, now and before."""
    p, r = schema.point, schema.revision
    before = tx.connection.execute(select(r.c.old).where(r.c.row_id == point)).scalars()
    now = tx.connection.execute(select(p.c.you_said).where(p.c.id == point)).scalar_one()
    return [str(now), *(str(old["you_said"]) for old in map(json.loads, before) if old.get("you_said"))]


def _out_of_papers(tx: Transaction, theirs: set[str]) -> None:
    """A paper notes by id whose words and names it holds."""
    t = schema.paper
    for row in tx.connection.execute(select(t.c.id, t.c.holds)).all():
        held = json.loads(row.holds)
        left = [line for line in held if line not in theirs]
        if left != held:
            tx.connection.execute(update(t).where(t.c.id == row.id).values(holds=json.dumps(left)))


def _off_checklists(tx: Transaction, people: Collection[str], out: Erased) -> None:
    """A line for somebody says what they need, also without their name: it goes, and so does one that begins with it."""
    t, p = schema.checklist_item, schema.person
    names = [*tx.connection.execute(select(p.c.name).where(p.c.id.in_(people))).scalars()]
    names += [name for person in people for name in _names_before(tx.connection, person)]
    theirs = [
        row.id
        for row in tx.connection.execute(select(t.c.id, t.c.text, t.c.for_person)).all()
        if row.for_person in people or (row.for_person is None and begins_with_one(row.text, names))
    ]
    _delete(tx, t, t.c.id.in_(theirs), out)


def _claims(tx: Transaction, people: Collection[str], out: Erased) -> None:
    ids = [one for person in people for one in claims.without_person(tx, person)]
    _delete(tx, schema.claim, schema.claim.c.id.in_(ids), out)


def _delete(tx: Transaction, table: Table, theirs: Any, out: Erased) -> None:
    ids = list(tx.connection.execute(select(table.c.id).where(theirs)).scalars())
    striking.forget_all(tx, ids)
    for row_id in ids:
        striking.forget(tx, row_id)
        tx.note_removed(Ref(table.name, row_id))
    tx.connection.execute(delete(table).where(theirs))
    out.add(table.name, len(ids))


def _drafts_of(tx: Transaction, people: Collection[str]) -> None:
    d = schema.draft
    for person in people:
        tx.connection.execute(delete(d).where(d.c.field.contains(person, autoescape=True) | (d.c.row_id == person)))


# ---- in everybody else's words


def _cut_everywhere(tx: Transaction, named: Named, words: Sequence[str], part: held_texts.Part) -> int:
    """Cover their name, and cut copies of their words, in every text that is left. Returns how many texts named them."""
    copies = _Copies(words)
    covered: dict[tuple[str, str], str] = {}
    keys = {row.id: row.key for row in tx.connection.execute(select(schema.session.c.id, schema.session.c.key))}
    named_in: set[tuple[str, str, str]] = set()

    def change(held: HeldText) -> str:
        text = copies.cut(held)
        places = sorted(named(held._replace(text=text)))
        for start, end in places:
            where = (keys.get(held.session or "", ""), tidy(text)[start:end])
            covered[where] = min(covered.get(where, held.since), held.since)
            named_in.add((held.noun, held.row_id, held.column))
        return without_names(text, places)

    for held in held_texts.rewrite(tx, change, part):
        striking.forget(tx, held.row_id, undo_only=True)
        if held.noun == "draft":
            tx.connection.execute(delete(schema.draft).where(schema.draft.c.field == held.row_id))
    for (key, surface), since in covered.items():
        hashed = erased_names.hash_of(key, surface)
        own = erased_names.row_id(key, hashed)
        gone.add_hashed(tx, own, erased_names.NOUN, key, "", hashed, striking.ERASED, since or None)
    return len(named_in)


class _Copies:
    """Cuts copies of somebody's wordings out of texts that are not other people's own words."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = [(_squeezed(one), one) for one in words if len(set(one.split())) >= _FEWEST]

    def cut(self, held: HeldText) -> str:
        """Return a text without them."""
        text = held.text
        if held.column in _NOT_COPIES.get(held.noun, ()) or not self._words:
            return text
        squeezed = _squeezed(text)
        for plain, wording in self._words:
            if plain in squeezed:
                text = without_copy(text, wording)
        return text or (LEFT if held.column == "you_said" else text)


def _squeezed(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", tidy(text).casefold()))
