"""What is said of damage while a workspace is open: that a page is damaged, and what came back when it was put right.

Apart from services.damage, which looks at everything and puts it right: this is asked at every start.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import DamagedWorkspace
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import salvaged
from coprod_desktop.store.salvaged import Salvaged

_AT_ONCE = 512
"""Pages looked at in one go beside whoever works: 5 ms, in which no line is saved."""
_NOUNS = {
    "session": ("session", "sessions"),
    "entry": ("line", "lines"),
    "point": ("point", "points"),
    "person": ("person", "people"),
    "attendance": ("person's part in a session", "people's parts in a session"),
    "promise_update": ("update", "updates"),
    "telling": ("promise on a paper", "promises on a paper"),
    "permission": ("answer about permission", "answers about permission"),
    "revision": ("earlier version", "earlier versions"),
    "need": ("need", "needs"),
    "claim": ("amount of money", "amounts of money"),
    "agenda_item": ("item of an agenda", "items of an agenda"),
    "work_group": ("group", "groups"),
    "group_member": ("member of a group", "members of groups"),
    "log_line": ("line of a log", "lines of a log"),
    "agreed_paper": ("agreed paper", "agreed papers"),
    "checklist_item": ("line of a checklist", "lines of a checklist"),
}
_OTHER = ("other row", "other rows")


def look_on(desk: Desk, say: Callable[[float], None] = lambda _part: None) -> Sequence[int]:
    """Look at every page of the open database, a few at a time, beside whoever works. Returns those that are damaged.

    `say` gets how far it is, and may raise to stop.
    """
    found: list[int] = []
    first, more = 1, True
    while more:
        some, more = desk.store.damaged_pages(first, _AT_ONCE)
        found += some
        first += _AT_ONCE
        say(0.0)
    return found


def damaged(found: Sequence[int]) -> DamagedWorkspace:
    """Return what to say of pages that were found damaged while the workspace is open."""
    return DamagedWorkspace(
        f"{counted(len(found), 'part', 'parts')} of this workspace's database {'is' if len(found) == 1 else 'are'} damaged.",
        "Lines are still saved. “Put it right” closes it for a moment, keeps the damaged files, and saves all that can "
        "be read, with the newest backup.",
    )


def news(desk: Desk) -> tuple[str, str] | None:
    """Return what was put right that nobody was told of yet; None when nothing was."""
    kept = desk.store.mended
    if kept is not None:
        return words_of(Salvaged("", kept.kept_in, mended=True))
    with desk.store.read() as connection:
        report = salvaged.untold(connection)
    return words_of(report) if report is not None else None


def news_is_told(desk: Desk) -> None:
    """Somebody was told: it is no news any more."""
    desk.store.mended = None
    with desk.store.write() as tx:
        salvaged.tell(tx.connection)


def told(desk: Desk) -> Salvaged | None:
    """Return the report of when this workspace was put right last."""
    with desk.store.read() as connection:
        return salvaged.report(connection)


def words_of(report: Salvaged) -> tuple[str, str]:
    """Return what came back and what did not, as two sentences for a person: what happened, and what to do."""
    kept = f"The damaged files are kept in the folder {report.kept_in}."
    if report.mended:
        return "A part of this workspace was damaged, and could be put right. Nothing is missing.", kept
    lost = [
        f"{_lines(some.numbers)} of {_day(some.day)} could not be read: {listed(some.numbers)}" for some in report.lines
    ]
    lost += [f"{counted(many, *_NOUNS.get(noun, _OTHER))} could not be read" for noun, many in report.rows.items()]
    copy = [f"{counted(report.rows_from_copy, 'row')} came from the backup {report.from_copy}"] * bool(
        report.rows_from_copy
    )
    names = ", ".join(dict.fromkeys(_NOUNS.get(noun, _OTHER)[1] for noun in report.unsure))
    unsure = [f"Whether some of these are missing, nothing says any more: {names}"] * bool(names)
    undo = [] if report.undo else ["What was done before cannot be undone any more"]
    more = [
        f"{counted(report.nameless, 'session has', 'sessions have')} its lines and a day, and nothing else any more"
    ] * bool(report.nameless)
    more += [
        f"A no may be missing: {counted(report.yeses, 'yes was', 'yeses were')} taken back, to be asked again"
    ] * bool(report.yeses)
    said = ". ".join(
        (*(lost or ["Nothing is missing" if not unsure and not more else ""]), *more, *unsure, *copy, *undo)
    )
    return f"This workspace was damaged, and was put right. {said.lstrip('. ')}.", kept


def _lines(numbers: Sequence[int]) -> str:
    return counted(len(numbers), "line")


def listed(numbers: Sequence[int]) -> str:
    """Return numbers with commas, the first twenty of many."""
    shown = ", ".join(map(str, numbers[:20]))
    return f"{shown} and {len(numbers) - 20} more" if len(numbers) > 20 else shown


def _day(iso: str) -> str:
    if not iso:
        return "a session that could not be read"
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"
