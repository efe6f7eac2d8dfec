"""Copies of a sealed line's words elsewhere in its session: in points and updates, their older versions, and drafts.

Nothing may hint at a sealed line. A point that has no answer and no other line goes with it; from any other the copy
goes, and the point stays. What went is kept with the sealed line, for when it was sealed by mistake.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Table, delete, select, update

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.raw_notes import without_copy
from coprod_desktop.store import drafts, groups_kept, schema
from coprod_desktop.store.mapping import as_json
from coprod_desktop.store.quick import put
from coprod_desktop.store.transaction import Transaction

LEFT = "Something people said"
"""What stands under "You said" when nothing is left of it: the words that papers use."""
_BESIDE = {
    "asking": ("words",),
    "member_check": ("changed", "skipped"),
    "said_back": ("back",),
    "easy_sentence": ("words",),
    "easy_mark": ("words",),
    "read_back": ("theme", "words", "before"),
    "entry": ("done_about", "told", "call_back", "told_as"),
    "need": ("why_not",),
    "claim": ("words", "charity"),
    "bank": ("interests", "training", "trains", "terms", "heard_by", "cannot_come", "reason_offered", "role"),
    "vote": ("eligible_rule", "settled_by", "left_becomes", "options"),
    "session": (
        *("could_not_come", "shuts_out", "why_method", "travel_note", "print_note", "learnt", "for_whom", "state_why"),
        *("strands", "ways", "series", "repeats", "wrote_it"),
    ),
    "work_group": ("issue", "aim", "may_decide", "money_words", "why_this_many"),
    "group_member": ("role", "training", "left_why"),
    "partner": ("part", "gave", "got"),
    "log_line": (
        *("words", "who", "theme", "asked_of", "answer", "options", "lived_present", "misses", "tried", "route"),
        *("stage", "score", "trained", "watched_by", "how_often"),
    ),
    "agreed_paper": ("title", "subject"),
    "paper_version": ("parts", "changed"),
    "looked_back": ("words", "rung_decided_by"),
    "group_measure": ("question", "source"),
}
"""Where copies may stand that nobody takes for what was said. What a vote is about, and its choices, stay as they were
voted on."""
_OF_CHOICES = ("who", "why_not")
_LISTS = frozenset({"interests", "training", "cannot_come", "trained", "strands", "ways"})
"""Columns that hold a list of texts."""
_NEVER_EMPTY = frozenset({"you_said", "title"})
_WORDS_OF_A_LOG_LINE = ("log_line", "words")
_SEARCHED = {
    "point": ("you_said", "text", "reason", "reason_category", "look_again"),
    "promise_update": ("text",),
    **_BESIDE,
}


class Copied(NamedTuple):
    """What was taken out: whole points, columns that were cut as (noun, id, column, before, after), and the rows that
    hung on those points as (noun, row)."""

    went: list[dict[str, Any]]
    cut: list[tuple[str, str, str, str, str]]
    hung: Sequence[tuple[str, dict[str, Any]]] = ()

    @classmethod
    def of(cls, kept: Mapping[str, Any] | None) -> Copied:
        """Return what was kept as JSON."""
        if not kept:
            return cls([], [])
        hung = [(noun, row) for noun, row in kept.get("hung", ())]
        return cls(kept["went"], [tuple(one) for one in kept["cut"]], hung)

    @property
    def gone(self) -> list[str]:
        """The ids of the rows that went."""
        return [row["id"] for row in (*self.went, *(row for _, row in self.hung))]


def take_out(tx: Transaction, session: str, entry: str, words: str) -> Copied:
    """Take every copy of a line's words out of its session."""
    went = list(_points_of_it_alone(tx, session, entry))
    hung = [one for row in went for one in _hung_on(tx, row["id"])]
    for noun, row in hung:
        table = schema.META.tables[noun]
        tx.connection.execute(delete(table).where(table.c.id == row["id"]))
        tx.note_removed(Ref(noun, row["id"], session))
    for row in went:
        tx.connection.execute(delete(schema.point).where(schema.point.c.id == row["id"]))
        tx.note_removed(Ref("point", row["id"], session))
    cut = list(_cut_from(tx, session, _SEARCHED, words))
    for draft in drafts.of(tx.connection, session):
        if any(without_copy(typed, words) != typed for typed in (draft.words, draft.before or "")):
            drafts.drop(tx, draft.field)
    return Copied(went, cut, hung)


def out_of_what_came_after(tx: Transaction, session: str, words: str) -> None:
    """Take the copies of words that were struck or taken back out of replies, of what members changed or said back, and
    of Easy Read.
    """
    for _ in _cut_from(tx, session, _BESIDE, words):
        pass


def photos_of(tx: Transaction, session: str, sheet: str | None) -> list[tuple[str, dict[str, Any]]]:
    """Take the photos of a sheet out of a session: they show what a line on it says. Returns them as (noun, row)."""
    t = schema.sheet_photo
    here = (t.c.session_id == session, t.c.sheet == sheet)
    found = [dict(row) for row in tx.connection.execute(select(t).where(*here)).mappings()]
    if found:
        tx.connection.execute(delete(t).where(*here))
    for row in found:
        tx.note_removed(Ref("sheet_photo", row["id"], session))
    return [("sheet_photo", row) for row in found]


def _cut_from(
    tx: Transaction, session: str, places: Mapping[str, tuple[str, ...]], words: str
) -> Iterator[tuple[str, str, str, str, str]]:
    for noun, names in places.items():
        yield from _cut(tx, session, noun, names, words)


def put_back(tx: Transaction, copied: Copied) -> None:
    """Put what was taken out back, where nothing was written in its place since."""
    for row in copied.went:
        put(tx.connection, schema.point, {k: v for k, v in row.items() if k in schema.point.c and k != "seq"})
        tx.note_added(Ref("point", row["id"], row["session_id"]))
    for noun, row in copied.hung:
        put(tx.connection, schema.META.tables[noun], {k: v for k, v in row.items() if k != "seq"})
        tx.note_added(Ref(noun, row["id"], row["session_id"]))
    for noun, row_id, column, before, after in copied.cut:
        table = schema.META.tables[noun]
        now = tx.connection.execute(select(table.c[column]).where(table.c.id == row_id)).scalar()
        if now == after:
            tx.update(noun, row_id, {column: before})


def _points_of_it_alone(tx: Transaction, session: str, entry: str) -> Iterator[dict[str, Any]]:
    p = schema.point
    for row in tx.connection.execute(select(p).where(p.c.session_id == session)).mappings().all():
        if json.loads(row["from_entries"]) == [entry] and row["answer"] is None:
            yield dict(row)


def _hung_on(tx: Transaction, point: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for table in schema.ON_A_POINT:
        for row in tx.connection.execute(select(table).where(table.c.point == point)).mappings().all():
            yield table.name, dict(row)


def _cut(
    tx: Transaction, session: str, noun: str, names: tuple[str, ...], words: str
) -> Iterator[tuple[str, str, str, str, str]]:
    """Cut the copies in one table and its revisions; no revision is written, as it would hold the words."""
    table, r = schema.META.tables[noun], schema.revision
    here = _of_session(table, session)
    for row in (
        tx.connection.execute(select(table.c.id, *(table.c[name] for name in names)).where(here)).mappings().all()
    ):
        new = {name: left for name in names if (left := _left(noun, name, row[name], words)) != row[name]}
        if new:
            stamps = {"updated_at": tx.at, "hlc": tx.clock, "device": tx.device}
            tx.connection.execute(update(table).where(table.c.id == row["id"]), [{**new, **stamps}])
            tx.note_changed(Ref(noun, row["id"], session))
        yield from ((noun, row["id"], name, row[name], left) for name, left in new.items())
    theirs = r.c.row_id.in_(select(table.c.id).where(here))  # one look for all: a session can have ten thousand lines
    for old in tx.connection.execute(select(r.c.seq, r.c.old).where(theirs)).all():
        before = json.loads(old.old)
        after = {name: _left(noun, name, value, words) if name in names else value for name, value in before.items()}
        if after != before:
            tx.connection.execute(update(r).where(r.c.seq == old.seq).values(old=as_json(after)))


def _of_session(table: Table, session: str) -> ColumnElement[bool]:
    """Rows of a session; what is kept beside it of the people on its list, and of its group."""
    if table.name in groups_kept.BESIDE:
        return groups_kept.beside(table, session)
    if table is schema.session:
        return table.c.id == session
    if "session_id" in table.c:
        return table.c.session_id == session
    a = schema.attendance
    return table.c.person_id.in_(select(a.c.person_id).where(a.c.session_id == session))


def _left(noun: str, name: str, value: Any, words: str) -> Any:
    if name == "parts":
        return _parts_left(value, words) if value else value
    if (noun, name) == ("vote", "options"):
        return _choices_left(value, words) if value else value
    if name in _LISTS and value:
        kept = [rest for one in json.loads(value) if (rest := without_copy(one, words))]
        return value if kept == json.loads(value) else as_json(kept)
    left = without_copy(value, words) if value else value
    return left or (LEFT if value and (name in _NEVER_EMPTY or (noun, name) == _WORDS_OF_A_LOG_LINE) else left)


def _parts_left(parts: str, words: str) -> str:
    cut = [[without_copy(text, words) for text in part] for part in json.loads(parts)]
    return parts if cut == json.loads(parts) else as_json(cut)


def _choices_left(options: str, words: str) -> str:
    cut = [
        {name: _left("vote", name, part, words) if name in _OF_CHOICES else part for name, part in choice.items()}
        for choice in json.loads(options)
    ]
    return options if cut == json.loads(options) else as_json(cut)
