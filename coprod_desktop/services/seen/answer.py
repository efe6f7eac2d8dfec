"""One session seen from the Answer page: themes, points, lines, what is open, and which row is next.

Values only. How they are shown is in ui/answer/rows.py.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.check.answers import is_whole
from coprod_desktop.domain.check.printable import PrintableLines, has_other_words
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.permission import Circle, Permissions, Purpose, Standing, Voices
from coprod_desktop.domain.record import Entry, Point, SessionRecord
from coprod_desktop.domain.words import ANONYMOUS, EntryKind, Publish
from coprod_desktop.services.seen.endings import Ending, ending

ALL, NO_THEME = "all", "none"
"""Choices of the theme list beside the themes, which are "theme:" and their name."""
SHORT = 80
_PARTS: Sequence[tuple[str, Callable[[Ending], bool]]] = (
    ("Not in a point yet", lambda end: end.counts),
    ("Also to settle", lambda end: end.is_open and not end.counts),
    ("Settled without a point", lambda end: not end.is_open),
)


@dataclass(frozen=True)
class Part:
    """A part of the middle list under its heading; the points have none."""

    words: str
    points: tuple[Point, ...] = ()
    lines: tuple[tuple[Entry, Ending], ...] = ()
    """Each line with what became of it."""


class Board:
    """Holds a session's record; `update` puts in rows that changed. Gives light values to show, changes nothing."""

    def __init__(self, record: SessionRecord, today: datetime.date) -> None:
        self.today = today
        self._many: dict[str, int] = {}
        self._set(record)

    def _set(self, record: SessionRecord) -> None:
        self.record = record
        self.said = PrintableLines(record)
        self._entries = {e.id: e for e in self.said.entries}
        self._points = {p.id: p for p in record.points}
        self._people = {p.id: p for p in record.people}

    def update(
        self, points: Sequence[Point], entries: Sequence[Entry], permissions: Permissions, asked: Sequence[str]
    ) -> None:
        """Put in rows and answers as they are now; those of `asked` (ids) that did not come back are gone."""
        gone = set(asked)
        lines = self._same({*gone, *(e.id for e in entries)} & self._entries.keys())
        kept_points = [p for p in self.record.points if p.id not in gone]
        kept_entries = [e for e in self.record.entries if e.id not in gone]
        self._set(
            replace(
                self.record,
                points=tuple(sorted((*kept_points, *points), key=lambda p: p.order)),
                entries=tuple(sorted((*kept_entries, *entries), key=lambda e: (e.n, e.id))),
                permissions=permissions,
            )
        )
        lines |= self._same({e.id for e in entries})
        for point in self.record.points:
            if point.id in gone or not lines.isdisjoint(point.from_entries):
                self._many.pop(point.id, None)

    def _same(self, ids: set[str]) -> set[str]:
        """Return lines and every line they say the same as: who is behind a point counts these too."""
        found, ahead = set(ids), list(ids)
        while ahead:
            entry = self._entries.get(ahead.pop())
            if entry is not None and entry.duplicate_of and entry.duplicate_of not in found:
                found.add(entry.duplicate_of)
                ahead.append(entry.duplicate_of)
        return found

    # ---- looking things up

    def quoted(self, entry: Entry) -> str:
        """Return whether a line may be quoted, as it was answered for it: "yes", "came" (those who came), "no", "unknown"."""
        answers = self.said.permissions
        if not entry.quote_ok and answers.may_quote(Voices(entry.id, None, None), Circle.CAME):
            return "came"
        return {True: "yes", False: "no", None: "unknown"}[entry.quote_ok]

    def refused(self, entry: Entry) -> bool:
        """Tell whether a line with a yes of its own is not quoted, because a no of somebody's stands."""
        answers = self.said.permissions
        return bool(entry.quote_ok) and answers.of_line(entry.voices, Purpose.QUOTE, Circle.ANYONE) is Standing.NO

    def point(self, point_id: str) -> Point | None:
        """Return a point."""
        return self._points.get(point_id)

    def entry(self, entry_id: str) -> Entry | None:
        """Return a line."""
        return self._entries.get(entry_id)

    def owners(self) -> list[str]:
        """Return who could do something: people on the list, and whoever was named before."""
        named = [p.owner for p in self.record.points if p.owner] + [
            p.asked_who for p in self.record.points if p.asked_who
        ]
        return list(dict.fromkeys([*(p.name for p in self.record.people), *named]))

    def theme_names(self) -> list[str]:
        """Return the themes in the order they first came up."""
        return list(dict.fromkeys(e.theme for e in self.lines() if e.theme))

    def themes(self) -> list[tuple[str, str, int]]:
        """Return what can be chosen on the left: (id, words, how many things people said)."""
        count = Counter(e.theme or "" for e in self.lines())
        found = [(ALL, "All of it", count.total())]
        found += [(f"theme:{name}", name, count[name]) for name in self.theme_names()]
        return [*found, (NO_THEME, "No theme yet", count[""])]

    def lines(self) -> list[Entry]:
        """Return what people said: every line but the notes."""
        return [e for e in self.said.entries if e.kind is not EntryKind.NOTE]

    def open_words(self) -> str:
        """Return "5 things people said have no answer yet · 2 answers are not complete"; "" when all have a whole one.

        Both are counted as the paper counts.
        """
        n, half = len(self.said.unanswered), sum(p.answer is not None and not is_whole(p) for p in self.record.points)
        waiting = counted(n, "thing people said has no answer yet", "things people said have no answer yet")
        halves = counted(half, "answer is not complete", "answers are not complete")
        return " · ".join(words for words, many in ((waiting, n), (halves, half)) if many)

    def lines_of(self, point: Point) -> list[Entry]:
        """Return the lines a point was written from."""
        return [self._entries[i] for i in dict.fromkeys(point.from_entries) if i in self._entries]

    def points_of(self, entry_id: str) -> list[Point]:
        """Return the points that were written from a line."""
        return [p for p in self.record.points if entry_id in p.from_entries]

    def who(self, entry: Entry) -> str:
        """Return who said a line, for the facilitator's own screen."""
        person = self._people.get(entry.speaker or "")
        who = person.name if person else entry.speaker_role or "Not said who"
        if entry.speaker == ANONYMOUS:
            who = "No name given"
        about = self._people.get(entry.said_for or "")
        return f"{who}, for {about.name}" if about else who

    def ending(self, entry: Entry) -> Ending:
        """Return what became of a line that is in no point."""
        other = self._entries.get(entry.duplicate_of or "")
        return ending(self.said, entry, brief(other.text) if other else "")

    # ---- the middle list

    def parts(self, choice: str) -> list[Part]:
        """Return the middle list: points of a theme, lines without an answer, others to settle, those that are settled."""
        loose = [e for e in self.lines() if not self.said.in_a_point(e) and _in(e, choice)]
        ends = [(e, self.ending(e)) for e in loose]
        found = [Part("", points=tuple(p for p in self.record.points if self.is_in(p, choice)))]
        for words, belongs in _PARTS:
            found.append(Part(words, lines=tuple((e, end) for e, end in ends if belongs(end))))
        return [part for part in found if part.points or part.lines]

    def waiting(self, choice: str) -> list[str]:
        """Return the rows that wait for somebody, as they stand in the list: points without answer, lines without end."""
        return [
            row
            for part in self.parts(choice)
            for row in (
                *(point_id(p.id) for p in part.points if p.answer is None),
                *(line_id(e.id) for e, end in part.lines if end.is_open),
            )
        ]

    def next_waiting(self, choice: str, done: Collection[str]) -> str | None:
        """Return the row to go on to when those of `done` are dealt with: the next below that waits, else from the top.

        None when nothing waits in what is shown.
        """
        rows, waiting = self.row_ids(choice), set(self.waiting(choice)) - set(done)
        at = max((place for place, row in enumerate(rows) if row in done), default=-1)
        return next((row for row in (*rows[at + 1 :], *rows[: at + 1]) if row in waiting), None)

    def row_ids(self, choice: str) -> list[str]:
        """Return the rows of the middle list that can be chosen, from the top."""
        return [
            row
            for part in self.parts(choice)
            for row in (*(point_id(p.id) for p in part.points), *(line_id(e.id) for e, _ in part.lines))
        ]

    def acted_on(self, choice: str, chosen: Sequence[str], ticked: Collection[str]) -> list[str]:
        """Return the rows an act is for: what is ticked, else what is chosen. While one is on a point, that point."""
        if not ticked or any(row.startswith("point:") for row in chosen):
            return list(chosen)
        return [row for row in self.row_ids(choice) if row in ticked]

    def may_end(self, lines: Sequence[Entry]) -> bool:
        """Tell whether something can become of these lines: an access problem only says what was done about it."""
        return bool(lines) and not all(e.kind is EntryKind.ACCESS_INCIDENT for e in lines)

    def wants_a_point(self, lines: Sequence[Entry]) -> bool:
        """Tell whether any of these lines still waits for what a point can give it."""
        return self.may_end(lines) and any(self.ending(e).is_open for e in lines)

    def lines_among(self, rows: Sequence[str]) -> list[Entry]:
        """Return the lines among rows of the middle list."""
        return [e for e in map(self.entry, _named("entry", rows)) if e is not None]

    def point_among(self, rows: Sequence[str]) -> Point | None:
        """Return the point that is acted on when these rows are chosen: none as soon as a line is among them."""
        ids = _named("point", rows)
        return self.point(ids[0]) if ids and not self.lines_among(rows) else None

    def begins_with(self, lines: Sequence[Entry]) -> str:
        """Return what a point made from lines begins with, each on a line of its own.

        Other words where there are some; the person's own only when they may be printed: a point is for everyone.
        """
        return "\n".join(words for e in lines if (words := self._to_begin_with(e)))

    def _to_begin_with(self, entry: Entry) -> str:
        if entry.publish is Publish.EDIT and has_other_words(entry):
            return entry.public_text or ""
        return entry.text if self.said.allows_words(entry) else ""

    def how_many_said(self, point: Point) -> int:
        """Return how many people are behind a point. Worked out once: it looks at every line."""
        if point.id not in self._many:
            self._many[point.id] = self.said.how_many_said(point)
        return self._many[point.id]

    def is_in(self, point: Point, choice: str) -> bool:
        """Tell whether a point is shown when this is chosen on the left."""
        lines = self.lines_of(point)
        if choice == NO_THEME:
            return not any(e.theme for e in lines)
        return choice == ALL or any(_in(e, choice) for e in lines)


def point_id(point: str) -> str:
    """Return the name of a point's row."""
    return f"point:{point}"


def line_id(entry: str) -> str:
    """Return the name of a line's row."""
    return f"entry:{entry}"


def _named(noun: str, rows: Sequence[str]) -> list[str]:
    return [row.removeprefix(f"{noun}:") for row in rows if row.startswith(f"{noun}:")]


def _in(entry: Entry, choice: str) -> bool:
    if choice == ALL:
        return True
    return not entry.theme if choice == NO_THEME else entry.theme == choice.removeprefix("theme:")


def brief(words: str) -> str:
    """Return the beginning of some words, for a menu."""
    return beginning(" ".join(words.split()), SHORT)
