"""What one facilitator learnt, given to another by file: learning alone, without a name, a group or a session in it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from coprod_desktop.domain import log_rules
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import is_id, made_id
from coprod_desktop.domain.log_kinds import LogField, LogKind, Typed
from coprod_desktop.domain.log_record import LogLine, Publicity
from coprod_desktop.errors import UserError
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.services import log, still_there
from coprod_desktop.services.bring_in import files
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.no_names import NoNames
from coprod_desktop.store import gone, reading

FORMAT = "coprod-learning/1"
LARGEST = 4 * 1024 * 1024
"""Bytes."""
MOST = 5_000
"""Lines in one file."""
_NOTHING = "Nothing of it was stored."
_TOP = {"format", "learning"}


class Given(NamedTuple):
    """What went into a file, and the lines that stayed because somebody could be known by them."""

    path: Path
    many: int
    stayed: tuple[tuple[str, str], ...]
    """(words, why)"""


class Came(NamedTuple):
    """What came in with a file."""

    added: int
    here_already: int
    changes: Changes


def give(desk: Desk, path: Path, *, group: str | None = None) -> Given:
    """Write what a group learnt, or everything that was learnt, into a file. What could name somebody stays and is told.

    Raises UserError when nothing is left to give.
    """
    kinds = [kind for kind in desk.content.log.rows if kind.shared]
    every = log.lines(desk, group=group, kinds=[kind.kind for kind in kinds])
    lines = [line for line in every if line.confirmed]  # of the others it is only guessed that they are learning
    eyes, out, stayed = NoNames(desk), [], []  # type: NoNames, list[dict[str, Any]], list[tuple[str, str]]
    for line in reversed(lines):
        row = _as_json(desk.content.log.of(line.kind), line)
        why = eyes.found(*(value for name, value in row.items() if name not in {"uid", "on", "kind"}))
        if why:
            stayed.append((line.words, why))
        else:
            out.append(row)
    if not out:
        held = " Each of them could tell who somebody is." if stayed else ""
        if not lines and every:
            held = " Nobody has said yet that what is written down is what we learnt."
        raise UserError(f"There is no learning to give yet.{held}", "No file was made.")
    text = json.dumps({"format": FORMAT, "learning": out}, ensure_ascii=False, indent=1)
    try:
        with whole_file(path) as part:
            part.write_text(text + "\n", encoding="utf-8")
    except OSError as wrong:
        raise UserError(f"{path.name} could not be written ({wrong.strerror}).", "Choose another folder.") from wrong
    return Given(path, len(out), tuple(stayed))


def bring_in(desk: Desk, path: Path, group: str) -> Came:
    """Bring a file of learning into the log of a group: one step. Lines that are here stay as they are; all are private.

    Raises UserError, with nothing stored, for a file that is not one, or is not right in one place.
    """
    rows = _read(desk, files.bytes_of(path, LARGEST, "file of learning"))
    kinds = {kind.kind: kind for kind in desk.content.log.rows if kind.shared}
    added = 0
    with desk.store.write("Brought in what others learnt") as tx:
        still_there.row(tx, "work_group", group)
        for row in rows:
            uid = made_id("learning", group, row["uid"])
            if reading.is_there(tx.connection, "log_line", uid) or gone.is_gone(tx.connection, uid):
                continue
            kind = kinds[row["kind"]]
            values = {field.field: row[field.field] for field in kind.asks if field.field in row}
            line = LogLine(
                id=uid, kind=kind.kind, confirmed=True, on=row["on"], group_id=group, words=row["words"],
                publicity=Publicity.PRIVATE, **values,
            )  # fmt: skip
            tx.add(line, session=None)
            added += 1
    return Came(added, len(rows) - added, tx.changes)


def _as_json(kind: LogKind, line: LogLine) -> dict[str, Any]:
    row: dict[str, Any] = {"uid": line.id, "kind": kind.kind, "on": line.on.isoformat(), "words": line.words}
    return row | {field.field: value for field in _texts(kind) if (value := getattr(line, field.field))}


def _texts(kind: LogKind) -> tuple[LogField, ...]:
    """Return what of a kind goes into a file: words, and no list of people."""
    return tuple(field for field in kind.asks if field.how in {Typed.WORDS, Typed.LONG, Typed.OPEN, Typed.PICK})


def _read(desk: Desk, data: bytes) -> list[Mapping[str, Any]]:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as wrong:
        raise UserError("This is not a file of learning: it cannot be read as one.", _NOTHING) from wrong
    if not isinstance(found, Mapping) or not isinstance(found.get("format"), str):
        raise UserError("This is not a file of learning.", _NOTHING)
    if found["format"] != FORMAT:
        newer = found["format"].startswith("coprod-learning/")
        raise UserError(
            "This file of learning was made by a newer program." if newer else "This is not a file of learning.",
            f"Ask for it from this version, or install the newer one. {_NOTHING}" if newer else _NOTHING,
        )
    listed = found.get("learning")
    if not isinstance(listed, list) or set(found) - _TOP or len(listed) > MOST:
        raise UserError(f"This file is not right: it holds something else than up to {MOST:,} lines.", _NOTHING)
    rows = [_row(desk, one, n) for n, one in enumerate(listed, 1)]
    if len({row["uid"] for row in rows}) < len(rows):
        raise UserError("This file is not right: it has the same line twice.", _NOTHING)
    return rows


def _row(desk: Desk, one: Any, n: int) -> Mapping[str, Any]:
    """Return one line with its day as a day. UserError with its number when it is not right."""
    kinds = {kind.kind: kind for kind in desk.content.log.rows if kind.shared}

    def wrong(expected: str) -> UserError:
        return UserError(f"This file is not right at line {n}: expected {expected}.", _NOTHING)

    if not isinstance(one, Mapping) or one.get("kind") not in list(kinds):
        raise wrong(f"a kind that is shared ({', '.join(kinds)})")
    known = {"uid", "kind", "on", "words", *(field.field for field in _texts(kinds[one["kind"]]))}
    if others := [name for name in one if name not in known]:
        raise wrong(f"nothing called “{str(others[0])[:40]}”")
    if not is_id(one.get("uid")):
        raise wrong("its own number")
    for name in known - {"uid", "kind", "on"}:
        value = one.get(name, "" if name != "words" else None)
        if not isinstance(value, str) or len(value) > log_rules.LONGEST or not _is_plain(value):
            raise wrong(f"“{name}” to be words, at most {log_rules.LONGEST:,} characters")
    if not one["words"].strip():
        raise wrong("words")
    try:
        return {**one, "on": datetime.date.fromisoformat(one.get("on") or ""), "words": one["words"].strip()}
    except (TypeError, ValueError) as bad:
        raise wrong("its day, as 2026-09-17") from bad


def _is_plain(words: str) -> bool:
    """Tell whether words can be stored: no half signs, and nothing that ends a text in places."""
    return not any((c < " " and c not in "\n\t") or "\ud800" <= c <= "\udfff" for c in words)
