"""Words that were kept when the folder would not take them: which there are, and putting them in.

They are offered when the workspace is next opened, wherever it lies by then, and go only once they are saved.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Session
from coprod_desktop.domain.words import EntryKind, Sort, WhoseWords
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, drafts
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import drafts as typed
from coprod_desktop.store import gone, reading


@dataclass(frozen=True)
class KeptWords:
    """One line that was entered, or, without `line`, words that were still being typed in a field."""

    text: str
    session: str | None
    session_title: str
    line: NewLine | None
    field: str = ""
    row: str | None = None


def waiting(desk: Desk) -> tuple[KeptWords, ...]:
    """Return what is kept and not in the workspace yet, the oldest first. What is in it by now is kept no longer."""
    found: list[KeptWords] = []
    every = [(kept, value["kept_at"]) for value in desk.rescue.all() if (kept := _read(desk, value)) is not None]
    entered = {(kept.session, kept.text) for kept, _at in every if kept.line is not None}
    for kept, at in every:
        back_in_its_field = kept.line is None and (kept.session, shown_words(kept)) in entered
        if back_in_its_field or _is_in(desk, kept, at):
            desk.rescue.drop(_name(kept))
        else:
            found.append(kept)
    return tuple(found)


def put_in(desk: Desk, kept: KeptWords) -> Changes:
    """Save one line as it was, with who, kind, theme and time: one undo step. Words still being typed become a draft."""
    if kept.line is not None:
        return capture.add(desk, kept.session or "", kept.line)
    field = kept.field
    if field.startswith("capture:") and drafts.one(desk, field) is not None:
        field = f"{field}:{new_id()}"  # something else has been typed since, and waits as well
    changes = drafts.put(desk, field, kept.text, session=kept.session, row=kept.row)
    desk.rescue.drop(kept.field)
    return changes


def shown_words(kept: KeptWords) -> str:
    """Return the words as they are shown: "10:52. They come at 8"."""
    if kept.line is not None:
        return f"{kept.line.at}. {kept.text}" if kept.line.at else kept.text
    return drafts.words_of(kept.field, kept.text)


def _name(kept: KeptWords) -> str:
    return (kept.line.id or "") if kept.line is not None else kept.field


def _read(desk: Desk, value: Mapping[str, Any]) -> KeptWords | None:
    """Return what was kept; None for what a newer version of this program kept."""
    session = value.get("session")
    title = _title(desk, session) if session else ""
    if value.get("is") == "line":
        known = {f.name for f in dataclasses.fields(NewLine)}
        fields = {k: v for k, v in value["line"].items() if k in known}
        fields |= {"kind": EntryKind(fields["kind"]), "flags": tuple(fields["flags"])}
        fields["circle"] = Circle(fields.get("circle", Circle.ANYONE))
        fields["sort"] = Sort(fields["sort"]) if fields.get("sort") else None
        fields["whose_words"] = WhoseWords(fields["whose_words"]) if fields.get("whose_words") else None
        line = NewLine(**fields)
        return KeptWords(line.text, session, title, line)
    if value.get("is") == "draft":
        return KeptWords(value["text"], session, title, None, value["field"], value["row"])
    return None


def _title(desk: Desk, session: str) -> str:
    try:
        with desk.store.read() as connection:
            return reading.one(connection, Session, session).title
    except UserError:
        return "a session that is not in this workspace"


def _is_in(desk: Desk, kept: KeptWords, kept_at: int) -> bool:
    """Tell whether it reached the workspace: its folder was only renamed, or it was saved, or struck, later."""
    with desk.store.read() as connection:
        if kept.line is not None:
            made = kept.line.id or ""
            return reading.is_there(connection, "entry", made) or gone.is_gone(connection, made)
        if (stored := typed.one(connection, kept.field)) is not None and stored.text == kept.text:
            return True
        noun, _, rest = kept.field.partition(":")
        since = datetime.datetime.fromtimestamp(kept_at / 1e9, datetime.UTC).isoformat(timespec="milliseconds")
        return reading.changed_since(connection, noun, rest.partition(":")[0].rpartition(" ")[2], since)
