"""How one captured line is shown in the list."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace

from coprod_desktop.domain.words import KIND_WORDS, SORT_WORDS, EntryKind, Publish, Sort
from coprod_desktop.services import capture
from coprod_desktop.services.capture import EntryLine, is_gap
from coprod_desktop.ui.listen.said_lines import QUIET_KINDS, SAVED, SAVING
from coprod_desktop.ui.widgets.entry_list import EntryRow

NOT_CONFIRMED = "a machine wrote this, not yet confirmed"
_STATE_WORDS = {SAVING: "Saving…", SAVED: "saved"}


def shown(line: EntryLine, state: str = "", same_as: str = "") -> EntryRow:
    """Return the row for a line. `state` is SAVING, SAVED or "", `same_as` the time of the line that it repeats."""
    kind = EntryKind(line.kind)
    said_by_nobody = kind in QUIET_KINDS and line.speaker is None and not line.role
    mark, words = _mark(line, state, same_as)
    return EntryRow(
        id=line.id,
        at=line.at or "",
        who="" if said_by_nobody else capture.speaker_words(line),
        words=line.text,
        kind_words="" if kind is EntryKind.CONTRIBUTION else KIND_WORDS[kind],
        sort=SORT_WORDS[Sort(line.sort)] if line.sort else "",
        theme=line.theme or "",
        quote=line.may_quote,
        only_came=bool(line.came),
        off_papers=line.publish == Publish.NO and kind not in QUIET_KINDS,
        state=mark,
        state_words=words,
        rtl=is_rtl(line.text),
    )


def converter(states: Mapping[str, str], times: Callable[[str], str]) -> Callable[[EntryLine], EntryRow]:
    """Return `shown` for a page: `states` by line id, `times` gives the time of another line."""
    return lambda line: shown(line, states.get(line.id, ""), times(line.duplicate_of) if line.duplicate_of else "")


COVERED = "covered"


def cover(row: EntryRow, line: EntryLine) -> EntryRow:
    """Return a row as it is shown while people can see the laptop: no name, and no word of a note or an access problem."""
    who = line.role if line.speaker is None else COVERED if row.who else ""
    hidden = EntryKind(line.kind) in (EntryKind.NOTE, EntryKind.ACCESS_INCIDENT)
    return replace(row, who=who or "", words=COVERED if hidden else row.words)


def is_rtl(words: str) -> bool:
    """Tell whether words are written from right to left, by their first letter."""
    for letter in words:
        way = unicodedata.bidirectional(letter)
        if way in {"L", "R", "AL"}:
            return way != "L"
    return False


def _mark(line: EntryLine, state: str, same_as: str) -> tuple[str, str]:
    """Return what stays true of a line, and beside it whether it is saved."""
    mark, words = "", ""
    if line.withdrawn:
        mark, words = "no", "taken back by who said it"
    elif line.duplicate_of:
        mark, words = "info", f"the same as at {same_as}" if same_as else "the same as another line"
    elif line.unconfirmed:
        mark, words = "look", NOT_CONFIRMED
    elif is_gap(line):
        mark, words = "waiting", "come back to this"
    if not state:
        return mark, words
    return mark or state, " · ".join(part for part in (words, _STATE_WORDS[state]) if part)
