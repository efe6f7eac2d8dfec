"""What is known of the lines of a session while they are on the screen, without a window."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.words import EntryKind, Publish
from coprod_desktop.services.capture import EntryLine, is_gap
from coprod_desktop.ui.listen.typed_line import LineBeingTyped

SAVING, SAVED = "saving", "done"
QUIET_KINDS = {EntryKind.NOTE}
"""Lines that nobody in the room said."""


class SaveStates(dict[str, str]):
    """By line: SAVING or SAVED. Only the line that was saved last says so."""

    def saved(self, line_id: str) -> set[str]:
        """A line is on the disk: it says so from now on. Returns the lines that now say something else."""
        before = {line for line, state in self.items() if state == SAVED}
        for line in before:
            del self[line]
        self[line_id] = SAVED
        return {*before, line_id}

    def with_saving(self, read: Sequence[EntryLine], shown: Sequence[EntryLine]) -> list[EntryLine]:
        """Return the lines that were read, and after them those of the shown ones that are still on their way."""
        known = {line.id for line in read}
        return [*read, *(line for line in shown if self.get(line.id) == SAVING and line.id not in known)]


def on_its_way(said: LineBeingTyped, line_id: str, lines: Sequence[EntryLine]) -> EntryLine:
    """Return the row of a line that is on its way to the disk, after these lines."""
    voice, came = said.voice, bool(said.quote) and said.circle is Circle.CAME
    return EntryLine(
        id=line_id,
        n=lines[-1].n + 1 if lines else 1,
        at=said.at,
        kind=said.kind,
        speaker=voice.speaker,
        name=voice.words if voice.speaker else None,
        role=voice.role,
        text=said.words,
        theme=said.theme or None,
        publish=Publish.NO if said.kind is EntryKind.NOTE else Publish.YES,
        public_text=None,
        quote_ok=None if said.quote is None else int(said.quote and not came),
        outcome=None,
        withdrawn=0,
        flags="[]",
        duplicate_of=None,
        sort=said.sort,
        came=int(came),
    )


def place_of(line: EntryLine, lines: Sequence[EntryLine]) -> int:
    """Return where a line goes among the others, which are in the order they were said."""
    return bisect_left(lines, (line.n, line.seq), key=lambda other: (other.n, other.seq))


def how_many_said(lines: Sequence[EntryLine]) -> int:
    """Count what people said: every line but notes."""
    return sum(line.kind not in QUIET_KINDS for line in lines)


def first_gap(lines: Sequence[EntryLine], after: str | None = None) -> EntryLine | None:
    """Return the first line that marks something missed; after a line, the next such one, and then the first again."""
    gaps = [line for line in lines if is_gap(line)]
    at = next((n for n, line in enumerate(gaps) if line.id == after), -1)
    return gaps[(at + 1) % len(gaps)] if gaps else None


def count_words(lines: Sequence[EntryLine]) -> str:
    """Say how many things people said, and how many that were missed are to be come back to."""
    missed = sum(map(is_gap, lines))
    back = f" · {missed} to come back to" if missed else ""
    return f"· {how_many_said(lines)} so far{back}"


def themes(lines: Sequence[EntryLine]) -> list[str]:
    """Return the themes used so far, the most used first."""
    return [theme for theme, _ in Counter(line.theme for line in lines if line.theme).most_common()]


def without_yes(fields: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
    """Return the fields to be changed at once, and whether it is to be asked first if the line may be quoted."""
    asks = fields.get("quote_ok") is True
    return {name: value for name, value in fields.items() if not (asks and name in {"quote_ok", "circle"})}, asks
