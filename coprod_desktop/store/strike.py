"""Strike and seal: a line leaves every list at once. Draft, revisions, undo steps, search index, raw notes, freed pages.

Struck, it goes as if never written. Sealed, or struck while a hold keeps it, it stands in `set_aside` and nowhere else,
so that no list, search or paper can hold it by mistake.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import delete, select, update

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.raw_notes import without, without_copy
from coprod_desktop.store import aside, copies_of_words, drafts, gone, reading, schema
from coprod_desktop.store.copies_of_words import Copied
from coprod_desktop.store.mapping import as_json
from coprod_desktop.store.quick import in_parts, put
from coprod_desktop.store.transaction import Transaction

RISK, WAITS, ELSEWHERE = "risk", "strike waits", "sealed elsewhere"
"""Why a line stands aside: someone may be at risk; a hold keeps what was struck; another laptop sealed it."""
STRUCK, ERASED = "struck", "erased"
"""Why a row is gone: somebody took that line back; a person had everything about them taken out."""


class _TakenOut(NamedTuple):
    session: str
    session_key: str
    row: Mapping[str, Any]
    points: Sequence[str]
    same: Sequence[str]
    revisions: Sequence[Mapping[str, Any]]
    photos: list[tuple[str, dict[str, Any]]]
    """Of the sheet it stood on, as (noun, row)."""
    joined: Sequence[Mapping[str, Any]]
    """Lines that were joined into it and taken away: they held a part of its words."""


def strike(tx: Transaction, entry_id: str, *, held: bool = False, why: str = STRUCK) -> Ref:
    """Take one line out for good, or, while it is held, out of sight until the hold ends.

    The caller checkpoints afterwards, so that the log holds nothing of it either.
    """
    out = _take_out(tx, entry_id)
    words, n = wordings(out.row, out.revisions), str(out.row["n"])
    gone.add(tx, entry_id, "entry", out.session_key, n, words, why, out.row["created_at"])
    for row in out.joined:
        gone.add(tx, row["id"], "entry", out.session_key, str(row["n"]), [row["text"]], why, row["created_at"])
    if held:
        _set_aside(tx, out, WAITS, photos=out.photos)
    else:
        for row_id in (entry_id, *(row["id"] for row in out.joined)):
            _forget_answers(tx, row_id)
    return _removed(tx, entry_id, out.session)


def take_out(tx: Transaction, entry_id: str) -> list[str]:
    """Take one line out for good that nobody struck. Returns its wordings. The caller checkpoints afterwards."""
    out = _take_out(tx, entry_id)
    _removed(tx, entry_id, out.session)
    return wordings(out.row, out.revisions)


def wordings_of(tx: Transaction, entry_id: str) -> list[str]:
    """Return the words of a line as they are and as they were before."""
    e, r = schema.entry, schema.revision
    row = tx.connection.execute(select(e).where(e.c.id == entry_id)).mappings().one()
    before = tx.connection.execute(select(r).where(r.c.row_id == entry_id)).mappings()
    return wordings(dict(row), [dict(one) for one in before])


def seal(tx: Transaction, entry_id: str, *, typed: str | None = None) -> Ref:
    """Put one line aside, words and all, and what was copied from it. The caller checkpoints afterwards.

    `typed` is what it was being changed to.
    """
    e = schema.entry
    row = tx.connection.execute(select(e.c.session_id, e.c.text).where(e.c.id == entry_id)).one()
    copied = copies_of_words.take_out(tx, row.session_id, entry_id, row.text)
    out = _take_out(tx, entry_id)
    copied = copied._replace(hung=[*copied.hung, *out.photos])
    for row_id in copied.gone:
        forget(tx, row_id)
    _set_aside(tx, out, RISK, copied=copied._asdict(), typed=typed)
    return _removed(tx, entry_id, out.session)


def seal_before_it_comes(tx: Transaction, entry_id: str, session: str) -> None:
    """Remember that a line is sealed on another laptop: it is not taken from any file."""
    if aside_of(tx, entry_id) is None:
        _aside_row(tx, entry_id, session, ELSEWHERE, None)


def put_back(tx: Transaction, aside_id: str) -> Ref:
    """Put a line that was set aside by mistake back as it was, with its points, its versions and what says the same."""
    t, e = schema.set_aside, schema.entry
    found = tx.connection.execute(select(t).where(t.c.id == aside_id)).mappings().one()
    kept = json.loads(found["row"])
    # its place in the search index may be another line's by now
    put(tx.connection, e, {k: v for k, v in kept["row"].items() if k in e.c and k != "seq"})
    for old in kept["revisions"]:
        put(tx.connection, schema.revision, {k: v for k, v in old.items() if k != "seq"})
    tx.connection.execute(
        update(e).where(e.c.id.in_(kept["same"]), e.c.duplicate_of.is_(None)).values(duplicate_of=found["row_id"])
    )
    copies_of_words.put_back(tx, Copied.of(kept.get("copied")))
    if kept.get("typed"):
        row_id, session = found["row_id"], found["session_id"]
        drafts.keep(tx, f"entry:{row_id}", drafts.encode(kept["typed"], None, {}), session=session, row=row_id)
    for point in kept["points"]:
        now = tx.connection.execute(select(schema.point.c.from_entries).where(schema.point.c.id == point)).scalar()
        if now is not None and found["row_id"] not in (ids := json.loads(now)):
            tx.update("point", point, {"from_entries": as_json([*ids, found["row_id"]])})
    tx.connection.execute(delete(t).where(t.c.id == aside_id))
    ref = Ref("entry", found["row_id"], found["session_id"])
    tx.note_added(ref)
    return ref


def remove_aside(tx: Transaction, aside_id: str) -> Ref:
    """Take a line that was struck while a hold kept it out for good."""
    row_id, session = _gone_from_aside(tx, aside_id)
    _forget_answers(tx, row_id)
    tx.connection.execute(delete(schema.set_aside).where(schema.set_aside.c.id == aside_id))
    return _aside_removed(tx, aside_id, session)


def take_out_sealed(tx: Transaction, aside_id: str, *, held: bool = False) -> Ref:
    """Take a sealed line's words out for good; who has them, since when and under which reference stays.

    While it is held it waits as a struck line does, and then goes whole.
    """
    t = schema.set_aside
    row_id, session = _gone_from_aside(tx, aside_id)
    values = {"why": WAITS} if held else {"row": None, "deleted_at": tx.at}
    if not held:
        _forget_answers(tx, row_id)
    tx.connection.execute(update(t).where(t.c.id == aside_id).values(**values))
    return _aside_removed(tx, aside_id, session)


def wait_for_no_hold(tx: Transaction, row_ids: Sequence[str]) -> None:
    """Sealed lines that were taken out elsewhere go too, as soon as no hold keeps them."""
    t = schema.set_aside
    for row_id in row_ids:
        known = (t.c.row_id == row_id, t.c.why == RISK, t.c.deleted_at.is_(None))
        tx.connection.execute(update(t).where(*known).values(why=WAITS))


def _gone_from_aside(tx: Transaction, aside_id: str) -> tuple[str, str]:
    t = schema.set_aside
    found = tx.connection.execute(select(t.c.row_id, t.c.session_id, t.c.row).where(t.c.id == aside_id)).one()
    kept = json.loads(found.row or "{}").get("row", {})
    key = tx.connection.execute(select(schema.session.c.key).where(schema.session.c.id == found.session_id)).scalar()
    words = wordings(kept, json.loads(found.row or "{}").get("revisions", ()))
    n = str(kept.get("n", ""))
    gone.add(tx, found.row_id, "entry", key or "", n, words, STRUCK, kept.get("created_at"))
    return found.row_id, found.session_id


def _aside_removed(tx: Transaction, aside_id: str, session: str) -> Ref:
    ref = Ref("set_aside", aside_id, session)
    tx.note_removed(ref)
    return ref


def aside_of(tx: Transaction, row_id: str) -> str | None:
    """Return why a row stands aside, None when it does not."""
    t = schema.set_aside
    return tx.connection.execute(select(t.c.why).where(t.c.row_id == row_id)).scalar()


# ---- how a line is taken out


def _take_out(tx: Transaction, entry_id: str) -> _TakenOut:
    connection, e = tx.connection, schema.entry
    row = dict(connection.execute(select(e).where(e.c.id == entry_id)).mappings().one())
    session = row["session_id"]
    key = connection.execute(select(schema.session.c.key).where(schema.session.c.id == session)).scalar() or ""
    r = schema.revision
    revisions = [dict(m) for m in connection.execute(select(r).where(r.c.row_id == entry_id)).mappings()]
    same = connection.execute(select(e.c.id).where(e.c.duplicate_of == entry_id)).scalars().all()
    said = wordings(row, revisions)
    joined = _take_joined(tx, entry_id, said)
    forget(tx, entry_id)
    connection.execute(delete(e).where(e.c.id == entry_id))
    connection.execute(update(e).where(e.c.duplicate_of == entry_id).values(duplicate_of=None))
    _out_of_other_lines(tx, session, entry_id, said)
    points = _out_of_points(tx, session, entry_id, said)
    forget_easy_sentences(tx, session, points)
    for words in said:
        _out_of_raw_notes(tx, session, words)
        copies_of_words.out_of_what_came_after(tx, session, words)
    photos = copies_of_words.photos_of(tx, session, row["sheet"]) if row["sheet"] else []
    forget_all(tx, [photo["id"] for _, photo in photos])
    return _TakenOut(session, key, row, points, same, revisions, photos, joined)


def _take_joined(tx: Transaction, entry_id: str, said: Sequence[str]) -> Sequence[Mapping[str, Any]]:
    """Take out the lines that were joined into this one: gone from every list, and holding a part of its words."""
    e = schema.entry
    away = select(e).where(e.c.duplicate_of == entry_id, e.c.deleted_at.is_not(None))
    found = [dict(row) for row in tx.connection.execute(away).mappings()]
    found = [row for row in found if any(row["text"].strip() in words for words in said)]
    for row in found:
        forget(tx, row["id"])
        tx.connection.execute(delete(e).where(e.c.id == row["id"]))
    return found


def _out_of_other_lines(tx: Transaction, session: str, entry_id: str, said: Sequence[str]) -> None:
    """A line that was split held these words before: its older versions are cut, and no step brings them back."""
    e, r = schema.entry, schema.revision
    of_session = select(e.c.id).where(e.c.session_id == session, e.c.id != entry_id)
    for old in tx.connection.execute(select(r.c.seq, r.c.row_id, r.c.old).where(r.c.row_id.in_(of_session))).all():
        columns = json.loads(old.old)
        cut = {k: _less(v, said) if isinstance(v, str) and k in _WORDED else v for k, v in columns.items()}
        if cut != columns:
            tx.connection.execute(update(r).where(r.c.seq == old.seq).values(old=as_json(cut)))
            _forget_steps(tx, {old.row_id})


_WORDED = ("text", "translation", "public_text")


def _less(value: str, said: Sequence[str]) -> str:
    for words in said:
        value = without_copy(value, words)
    return value


def wordings(row: Mapping[str, Any], revisions: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the words of a line as they are, as they were before, in translation and in other words; each once."""
    versions = [row, *(json.loads(r["old"]) for r in revisions)]
    found = (version.get(name) for version in versions for name in _WORDED)
    return list(dict.fromkeys(words for words in found if words))


def _out_of_points(tx: Transaction, session: str, entry_id: str, said: Sequence[str]) -> list[str]:
    p, found = schema.point, []
    for row in tx.connection.execute(select(p.c.id, p.c.from_entries).where(p.c.session_id == session)).all():
        ids = json.loads(row.from_entries)
        if entry_id in ids:
            tx.update("point", row.id, {"from_entries": as_json([i for i in ids if i != entry_id])})
            forget(tx, row.id, undo_only=True)
            _out_of_older_versions(tx, row.id, said)
            found.append(row.id)
    return found


def _out_of_older_versions(tx: Transaction, point: str, said: Sequence[str]) -> None:
    """What a point said before may hold the words; what it says now is for people to look at."""
    r = schema.revision
    for old in tx.connection.execute(select(r.c.seq, r.c.old).where(r.c.row_id == point)).all():
        columns = json.loads(old.old)
        for words in said:
            columns = {k: without(v, words) if isinstance(v, str) else v for k, v in columns.items()}
        tx.connection.execute(update(r).where(r.c.seq == old.seq).values(old=as_json(columns)))


def _out_of_raw_notes(tx: Transaction, session: str, words: str) -> None:
    """The notes came with the file and are kept for it: in the session, and in older versions of the session."""
    s, r = schema.session, schema.revision
    kept = tx.connection.execute(select(s.c.file_unknown).where(s.c.id == session)).scalar()
    cut = _cut(kept, words)
    if cut != kept:
        tx.connection.execute(update(s).where(s.c.id == session).values(file_unknown=cut))
    for old in tx.connection.execute(select(r.c.seq, r.c.old).where(r.c.row_id == session)).all():
        columns = json.loads(old.old)
        if columns.get("file_unknown"):
            columns["file_unknown"] = _cut(columns["file_unknown"], words)
            tx.connection.execute(update(r).where(r.c.seq == old.seq).values(old=as_json(columns)))


def _cut(unknown: str | None, words: str) -> str | None:
    kept = json.loads(unknown or "{}")
    if "raw_notes" not in kept:
        return unknown
    return json.dumps({**kept, "raw_notes": without(kept["raw_notes"], words)}, ensure_ascii=False)


def _set_aside(tx: Transaction, out: _TakenOut, why: str, **more: Any) -> None:
    kept = {"row": dict(out.row), "points": list(out.points), "same": list(out.same), "revisions": list(out.revisions)}
    _aside_row(tx, out.row["id"], out.session, why, as_json(kept | more))


def _aside_row(tx: Transaction, row_id: str, session: str, why: str, kept: str | None) -> None:
    row = {"id": aside.id_of(row_id), "noun": "entry", "row_id": row_id, "session_id": session}
    nothing_yet = {"passed_on_to": None, "passed_on_on": None, "reference": None}
    tx.insert("set_aside", row | {"why": why, "row": kept} | nothing_yet)


def _removed(tx: Transaction, entry_id: str, session: str) -> Ref:
    ref = Ref("entry", entry_id, session)
    tx.note_removed(ref)
    return ref


def _forget_answers(tx: Transaction, row_id: str) -> None:
    tx.connection.execute(delete(schema.permission).where(schema.permission.c.row_id == row_id))


def forget(tx: Transaction, row_id: str, *, undo_only: bool = False) -> None:
    """Drop drafts, revisions and settlements of a row, and every undo step that names it."""
    _forget_steps(tx, {row_id})
    if not undo_only:
        _forget_versions(tx, [row_id])
        drafts.drop_of(tx, row_id)


def forget_all(tx: Transaction, ids: Collection[str]) -> None:
    """Do the same for many rows at once; of their drafts, those kept as such a row's."""
    if ids:
        _forget_steps(tx, set(ids))
    for some in in_parts(list(ids)):
        _forget_versions(tx, some)
        tx.connection.execute(delete(schema.draft).where(schema.draft.c.row_id.in_(some)))


def _forget_steps(tx: Transaction, ids: Collection[str]) -> None:
    steps = schema.undo_step
    for step in tx.connection.execute(select(steps.c.hlc, steps.c.ops)).all():
        if any(op[1] in ids for op in json.loads(step.ops)):
            tx.connection.execute(delete(steps).where(steps.c.hlc == step.hlc))


def _forget_versions(tx: Transaction, ids: Sequence[str]) -> None:
    connection = tx.connection
    connection.execute(delete(schema.revision).where(schema.revision.c.row_id.in_(ids)))
    connection.execute(delete(schema.settlement).where(schema.settlement.c.subject.in_(ids)))
    connection.execute(delete(schema.other_version).where(schema.other_version.c.row_id.in_(ids)))


def forget_easy_sentences(tx: Transaction, session: str, points: Collection[str]) -> None:
    """Forget what was written in Easy Read of these points, and of what is told outside any: it may tell a line again."""
    t, known = schema.easy_sentence, reading.ids(tx.connection, "point", session)
    for row in tx.connection.execute(select(t.c.id, t.c.point).where(t.c.session_id == session)).all():
        if row.point in points or (row.point and row.point not in known):
            forget(tx, row.id)
            tx.connection.execute(delete(t).where(t.c.id == row.id))
            tx.note_removed(Ref("easy_sentence", row.id, session))


def take_choices(tx: Transaction, session: str) -> Sequence[Mapping[str, Any]]:
    """Take the pictures chosen for a session's sentences out of it, those taken back among them. Returns the rows."""
    t = schema.easy_choice
    rows = tx.connection.execute(select(t).where(t.c.session_id == session)).mappings().all()
    tx.connection.execute(delete(t).where(t.c.session_id == session))
    return [dict(row) for row in rows]


def keep_choices(tx: Transaction, taken: Iterable[Mapping[str, Any]], kept: Collection[str]) -> None:
    """Put those with these sentence keys back as they were, and forget the others."""
    for row in taken:
        if row["sentence_key"] in kept:
            put(tx.connection, schema.easy_choice, row)
        else:
            forget(tx, row["id"])
