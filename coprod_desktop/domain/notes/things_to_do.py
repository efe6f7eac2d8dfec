"""What somebody is to do, in a row of a table: several things in one cell, each with its owner and its day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain.notes.actions import ActionReader
from coprod_desktop.domain.notes.days import day_in
from coprod_desktop.domain.notes.known_words import plain
from coprod_desktop.domain.notes.values import Action, Cut
from coprod_desktop.domain.words import EntryKind

NO_WORDS = frozenset(
    {"", "n/a", "na", "none", "-", "no answer", "null", "no", "nope", "nil", "nothing", "no thanks", "no comment"}
)


def of_row(cells: dict[str, str], acting: ActionReader) -> list[Cut]:
    """Return what is to be done in one row: several things in one cell, where it has several lines, each with its owner."""
    whats, owners, dues = (cells.get(name, "").split("\n") for name in ("action", "owner", "due"))
    tellers = cells.get("speaker", "").split("\n")
    whats = [_PLAIN_LINE.sub("", what) for what in whats]
    if len(whats) > 1 and not _each(owners, whats):
        owners = [", ".join(owners)] * len(whats)
    if len(whats) > 1 and not _each(dues, whats):
        dues = [", ".join(dues)] * len(whats)
    if len(whats) == 1:
        owners, dues = [", ".join(owners)], [", ".join(dues)]
    if not _each(tellers, whats):
        tellers = [", ".join(tellers)] * len(whats)
    rows = zip(whats, owners, dues, tellers, strict=True)
    return [
        cut
        for what, owner, due, teller in rows
        if plain(what) not in NO_WORDS
        for cut in _action(what, owner, due, acting, teller=teller)
    ]


def _each(lines: Sequence[str], whats: Sequence[str]) -> bool:
    return len(lines) == len(whats)


def _action(what: str, owner: str, when: str, acting: ActionReader, *, teller: str) -> list[Cut]:
    if not owner and (doing := acting.doing(what, sure=True)) is not None:  # "Dawn to check …"
        if when:
            what, doing = f"{what} – {when}", replace(doing, when=when, due=day_in(when, None)[1])
        return [Cut(text=what, kind=EntryKind.NOTE, action=doing)]
    if not when and (parted := _OWNER_BY.match(owner)) is not None:  # "Priya (by end Nov)"
        owner, when = parted["who"], parted["when"]
    owner = owner or teller
    text = " – ".join(filter(None, (what, owner, when)))
    if not when and (told := acting.read(what)).who is None and told.when:
        what, when = told.what, told.when
    due = day_in(when, None)[1] if when else None
    return [
        Cut(text=text, kind=EntryKind.NOTE, action=Action(what=what, who=owner or None, when=when or None, due=due))
    ]


_OWNER_BY = re.compile(
    r"^(?P<who>[^,;(–\d]+?)(?:\s*[,;(/–]\s*|\s+-\s+|\s+(?=by\b|before\b|due\b))(?:by|due|before)?\s*(?P<when>(?=.*\d|.*\b(?:next|end|asap|mon|tue|wed|thu|fri|ongoing)).{3,40}?)\)?$",
    re.IGNORECASE,
)
_PLAIN_LINE = re.compile(r"^(?:[-–•*]|\(?\d{1,2}[.)])\s+")
