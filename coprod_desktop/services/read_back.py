"""Reading themes back to the room: what it said to each, as it was typed while it was said. Who said it is written nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.live_hour import Heard, ReadBack
from coprod_desktop.domain.read_back import heard as heard_of
from coprod_desktop.domain.read_back import sentence_now
from coprod_desktop.domain.read_back import told as told_of
from coprod_desktop.domain.record import Entry
from coprod_desktop.domain.words import EntryKind, Publish
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading

FIELDS = ("sentence", "words")
"""What is kept of one theme while it is typed."""


@dataclass(frozen=True, kw_only=True)
class ThemeBack:
    """One theme, as it is read back: how its sentence stands, what the room said so far, and what was said in it."""

    theme: str
    sentence: str
    told: str
    """"right", "change it, then right"; "" while it was not read back."""
    lines: tuple[str, ...]
    """The words that were caught in it, for the facilitator."""


def draft_of(session: str, theme: str) -> str:
    """Return what the drafts of one theme go by."""
    return f"{session} {theme}"


def add(desk: Desk, session: str, theme: str, answer: Heard, *, words: str = "", before: str = "") -> Changes:
    """Write down what the room said to a theme; `before` is the sentence that was read.

    What somebody says is missing becomes a line of the theme too, so that it is counted and answered like all others.
    """
    words, before = words.strip(), before.strip()
    if answer is not Heard.RIGHT and not words:
        raise UserError("There are no words yet.", "Type what was said, as it was said. Nothing was written down.")
    now = desk.now()
    with desk.store.write("Wrote down what the room said back") as tx:
        still_there.session(tx, session)
        row = ReadBack(
            id=new_id(),
            theme=theme,
            answer=answer,
            words=words or None,
            before=before or None,
            at=f"{now:%H:%M}",
            on=desk.today(),
        )
        tx.add(row, session=session)
        if answer is Heard.MISSING:
            line = Entry(
                id=new_id(),
                n=reading.next_number(tx.connection, session),
                kind=EntryKind.CONTRIBUTION,
                text=words,
                at=row.at,
                theme=theme,
                publish=Publish.YES,
            )
            tx.add(line, session=session)
        drafts.saved(tx, "read_back", draft_of(session, theme), FIELDS)
    return tx.changes


def without_theme(desk: Desk, session: str) -> int:
    """Return how many things people said are in no theme, so that nobody reads them back. Runs on the reading thread."""
    with desk.store.read() as connection:
        entries = reading.rows(connection, Entry, session)
    return sum(not entry.theme and entry.kind is not EntryKind.NOTE for entry in entries)


def themes(desk: Desk, session: str) -> Sequence[ThemeBack]:
    """Return the themes to read back, the most said of first. Runs on the reading thread."""
    with desk.store.read() as connection:
        entries = reading.rows(connection, Entry, session)
        rows = reading.rows(connection, ReadBack, session)
    lines: dict[str, list[str]] = {}
    for entry in sorted(entries, key=lambda e: e.n):
        if entry.theme and entry.kind is not EntryKind.NOTE:
            lines.setdefault(entry.theme, []).append(entry.text)
    ordered = sorted(lines, key=lambda theme: -len(lines[theme]))
    return tuple(
        ThemeBack(
            theme=theme,
            sentence=sentence_now(rows, theme),
            told=told_of(heard_of(rows, theme)),
            lines=tuple(lines[theme]),
        )
        for theme in ordered
    )
