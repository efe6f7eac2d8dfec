"""The log as a page shows it: lines in words, what is to be looked at again, themes with two kinds of evidence, ways to people."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain import dates, log_told
from coprod_desktop.domain.log_kinds import PUBLICITY_WORDS, LogKind, LogKinds, Typed
from coprod_desktop.domain.log_record import LogLine, Publicity
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import log as rows

AT_ONCE = 100
"""So many lines are shown at once; one can ask for more."""
SAID_THERE = "said in our sessions"


@dataclass(frozen=True, kw_only=True)
class LogRow:
    """One line in a list."""

    line: LogLine
    kind: LogKind
    late: bool
    """Its day to look again has come, and something is still to be done."""
    doubt: str = ""
    """What in its words tells who somebody is; "" for nothing, and where nobody but us reads it anyway."""

    @property
    def id(self) -> str:
        """The line's."""
        return self.line.id

    @property
    def called(self) -> str:
        """What it is: "Decision", or, while nobody has said so, "Decision?"."""
        return self.kind.words if self.line.confirmed else f"{self.kind.words}?"

    @property
    def beside(self) -> str:
        """What stands behind it in one line: "2 March 2026 · Who decided: the board · Look again on 30 March 2026"."""
        line = self.line
        when = dates.plain(line.on) + (f" to {dates.plain(line.until)}" if line.until else "")
        return " · ".join((when, *behind(line, self.kind), *self._again(), *self._for_whom()))

    def _again(self) -> Sequence[str]:
        line = self.line
        if line.state == rows.CLOSED:
            return ("Closed",)
        if line.follow_up is None:
            return ()
        day = dates.plain(line.follow_up)
        return (f"To look at since {day}",) if self.late else (f"Look again on {day}",)

    def _for_whom(self) -> Sequence[str]:
        wide = self.line.publicity is not Publicity.PRIVATE and self.kind.publish
        return (f"May be read by: {PUBLICITY_WORDS[self.line.publicity].lower()}",) if wide else ()


def behind(line: LogLine, kind: LogKind) -> Sequence[str]:
    """Return what is written behind a line, field by field, each with what it is called: "Stage: interviews"."""
    found = []
    for field in kind.asks:
        value = getattr(line, field.field)
        if value in (None, ()) or field.field == "until":
            continue
        words = dates.plain(value) if field.how is Typed.DATE else _as_words(value)
        found.append(f"{field.label}: {words}")
    return found


def _as_words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return f"{value:,}" if isinstance(value, int) else " ".join(str(value).split())


@dataclass(frozen=True, kw_only=True)
class LogSeen:
    """Lines of one group, or of one session."""

    rows: tuple[LogRow, ...]
    many: dict[str, int]
    """Kind -> how many lines the group has of it."""
    more: bool = False
    """There are more than are shown."""


def seen(
    desk: Desk,
    *,
    group: str | None = None,
    session: str | None = None,
    button: str = "",
    kind: str | None = None,
    limit: int | None = AT_ONCE,
    doubts: bool = True,
) -> LogSeen:
    """Return the newest lines of a group or a session; of one button, or of one kind, when that is said.

    `doubts`: look for names as well, which takes knowing everybody.
    """
    kinds = desk.content.log
    which = [kind] if kind else [row.kind for row in kinds.under(button)] if button else None
    with desk.store.read() as connection:
        found = rows.of(
            connection, group=group, session=session, kinds=which, limit=None if limit is None else limit + 1
        )
        many = rows.how_many(connection, group) if group else {}
    today, shown = desk.today(), found if limit is None else found[:limit]
    rows_ = tuple(as_row(kinds, line, today) for line in shown)
    return LogSeen(rows=_with_doubts(desk, rows_) if doubts else rows_, many=many, more=len(found) > len(shown))


def _with_doubts(desk: Desk, found: tuple[LogRow, ...]) -> tuple[LogRow, ...]:
    """Say of lines that are to be without names, and of those that go further than us, whether somebody is known by them."""
    if not any(map(_without_names, found)):
        return found
    from coprod_desktop.services.no_names import NoNames  # it has to know everybody, so other lists do not wait for it

    eyes = NoNames(desk)
    return tuple(
        replace(row, doubt=eyes.found(row.line.words, *_printed(row))) if _without_names(row) else row for row in found
    )


def _printed(row: LogRow) -> Sequence[str]:
    """Return what could be printed beside its words, but for who it was: of that papers take the job alone."""
    return [one.text for one in log_told.said(row.kind, row.line) if not one.who]


def _without_names(row: LogRow) -> bool:
    return row.kind.no_names or row.line.publicity is not Publicity.PRIVATE


def to_look_at(desk: Desk, group: str, limit: int = AT_ONCE) -> tuple[LogRow, ...]:
    """Return the lines of a group that are to be looked at again, whenever that is, the soonest first."""
    with desk.store.read() as connection:
        found = rows.due_of(connection, group, limit)
    return tuple(as_row(desk.content.log, line, desk.today()) for line in found)


def as_row(kinds: LogKinds, line: LogLine, today: datetime.date) -> LogRow:
    """Return a line as lists show it."""
    late = line.state != rows.CLOSED and line.follow_up is not None and line.follow_up <= today
    return LogRow(line=line, kind=kinds.of(line.kind), late=late)


# ---- themes


@dataclass(frozen=True, kw_only=True)
class ThemeSeen:
    """What is known on one theme, and from what kinds of sources: two of them bear each other out."""

    theme: str
    sources: tuple[tuple[str, int], ...]
    """(kind of source, how many lines), as it was first written down."""

    @property
    def stands_on_two(self) -> bool:
        """Whether at least two kinds of sources say something of it."""
        return len(self.sources) > 1

    @property
    def words(self) -> str:
        """All of it in a line: "Buses: our survey 1, Healthwatch report 2 (two kinds of evidence)"."""
        told = ", ".join(f"{source} {many}" for source, many in self.sources)
        kinds = len(self.sources)
        numbers = {2: "two", 3: "three", 4: "four", 5: "five"}
        return f"{self.theme}: {told} ({numbers.get(kinds, str(kinds))} kinds of evidence)" if kinds > 1 else f"{self.theme}: {told} (one kind of evidence)"  # fmt: skip


def themes(desk: Desk, group: str) -> Sequence[ThemeSeen]:
    """Return the themes of a group's evidence, those with most kinds of sources first; what was said in its sessions counts."""
    evidence = [kind.kind for kind in desk.content.log.rows if kind.asked("source_kind") and not kind.no_names]
    with desk.store.read() as connection:
        found = rows.on_themes(connection, group, evidence)
    names: dict[str, str] = {}
    of: dict[str, dict[str, int]] = defaultdict(dict)
    for theme, source, many in found:
        key = " ".join(theme.casefold().split())
        if source is None and key not in names:
            continue  # nothing but what people said: that is on Answer
        names.setdefault(key, theme)
        called = source or SAID_THERE
        of[key][called] = of[key].get(called, 0) + many
    seen_ = [ThemeSeen(theme=names[key], sources=tuple(sources.items())) for key, sources in of.items()]
    return sorted(seen_, key=lambda one: -len(one.sources))


# ---- ways to people


@dataclass(frozen=True, kw_only=True)
class RouteSeen:
    """One way by which people were looked for."""

    route: str
    reached: int | None
    """How many it reached; None when nobody wrote that down."""
    came: int
    """How many members say that they heard of it this way."""
    best: bool = False
    """No other way brought more."""

    @property
    def words(self) -> str:
        """All of it in a line: "poster or leaflet: reached 40, 3 came"."""
        reached = "reached nobody knows how many" if self.reached is None else f"reached {self.reached:,}"
        return f"{self.route}: {reached}, {self.came:,} came{' (worked best)' if self.best else ''}"


def routes(desk: Desk, group: str) -> Sequence[RouteSeen]:
    """Return the ways by which people were looked for, or found a group: those that brought most first; ties stay ties."""
    kinds = [kind.kind for kind in desk.content.log.rows if kind.asked("route")]
    with desk.store.read() as connection:
        tried, heard = rows.routes(connection, group, kinds), dict(rows.heard_by(connection, group))
    reached = {route.route: route.reached for route in tried}
    every = [*reached, *(way for way in heard if way not in reached)]
    most = max((heard.get(way, 0) for way in every), default=0)
    found = [
        RouteSeen(
            route=way, reached=reached.get(way), came=heard.get(way, 0), best=0 < most == heard.get(way, 0)
        )
        for way in every
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.came, -(one.reached or 0)))
