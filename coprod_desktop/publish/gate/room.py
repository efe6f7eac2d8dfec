"""What the room screen may show of a session, to the people who came. The same door as every paper's.

One kind of thing is let through at a time, so that what is private elsewhere keeps nothing from being shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from coprod_desktop.domain import agenda as clock_rules
from coprod_desktop.domain.check.printable import NEVER_IN_WORDS
from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.clock import signal
from coprod_desktop.domain.hours import Hours
from coprod_desktop.domain.note_marks import without_marks
from coprod_desktop.domain.record import AgendaItem, Entry
from coprod_desktop.domain.room import RoomChoice, RoomShows
from coprod_desktop.domain.words import EntryKind, Outcome
from coprod_desktop.publish.gate import lines, numbers
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.room_view import BLANK, RoomLine, RoomView
from coprod_desktop.publish.snapshot import PublicText

RIGHT = "Did we get your words right? Tell us, and we change them."


class RoomSeen(NamedTuple):
    """What may be shown, and what was sent and may not be, each with a sentence for the facilitator alone."""

    view: RoomView
    refused: Mapping[str, str]


def view(door: Door, choice: RoomChoice, clock: str) -> RoomSeen:
    """Return what may be shown of what was sent, at a time of day ("HH:MM").

    Raises UserError when something that is no line people said holds something private that is not settled.
    """
    refused: dict[str, str] = {}
    shown = _MAKERS[choice.shows](door, choice, clock, refused)
    if not shown.is_blank:
        asked = signal(door.record.moments)
        corner = _break_at(door, clock) if choice.break_at else None
        shown = replace(shown, corner=corner, asked=None if asked is None else door.own(asked.words))
    return RoomSeen(shown, MappingProxyType(refused))


def line(door: Door, entry: Entry) -> RoomLine | str:
    """Return a captured line as the room may see it, unsigned; else why it may not, as a sentence."""
    if (why := _refused(door, entry)) is not None:
        return why
    said = lines.quote(door, entry)
    if said is not None:
        return RoomLine(words=said.words, lang=said.lang, dir=said.dir, below=said.translation, said=True, row=entry.id)
    ours = lines.summary(door, entry)
    if ours is not None:
        lang, way = lines.language(entry, ours)
        return RoomLine(words=ours, lang=lang, dir=way, row=entry.id)
    if entry.kind is EntryKind.PARKING_LOT and door.said.allows_words(entry):
        words = lines.printed_words(door, entry)
        if words is not None:
            lang, way = lines.language(entry, words)
            return RoomLine(words=door.own(without_marks(words)), lang=lang, dir=way, said=True, row=entry.id)
    if door.said.allows_words(entry):
        return "Not shown: something in it is to be looked at first."
    return "Not shown: nobody said yet that these words may be quoted. Ask, then press Alt Q."


def _refused(door: Door, entry: Entry) -> str | None:
    said = door.said
    if said.taken_back(entry):
        return "Not shown: who said it has taken it back."
    if entry.kind in NEVER_IN_WORDS:
        return "Not shown: notes and access problems never are."
    if entry.outcome is Outcome.LEFT_OUT or not said.may_print(entry):
        return "Not shown: it is not to be published."
    if said.is_duplicate(entry):
        return "Not shown: it says the same as another line."
    return None


Maker = Callable[[Door, RoomChoice, str, dict[str, str]], RoomView]


def _words(door: Door, choice: RoomChoice, clock: str, refused: dict[str, str]) -> RoomView:
    there = {entry.id: entry for entry in door.said.entries}
    shown = []
    for row in choice.rows:
        made = line(door, there[row]) if row in there else "It is not there any more."
        if isinstance(made, str):
            refused[row] = made
        else:
            shown.append(made)
    if not shown:
        return BLANK
    heading = _doing(door, clock)
    return RoomView(shows=choice.shows, heading=heading, lines=tuple(shown), foot=door.own(RIGHT))


def _now(door: Door, choice: RoomChoice, clock: str, _refused: dict[str, str]) -> RoomView:
    stand = _stand(door, clock)
    coming = [
        RoomLine(words=_title(door, slot.item), beside=door.own(slot.start)) for slot in _coming(door, stand, clock)
    ]
    doing = [] if stand.item is None else [RoomLine(words=_title(door, stand.item), beside=door.own("Now"), now=True)]
    if not doing and not coming:
        return BLANK
    return RoomView(shows=choice.shows, heading=door.own("Now and next"), lines=(*doing, *coming))


def _rules(door: Door, choice: RoomChoice, _clock: str, _refused: dict[str, str]) -> RoomView:
    rules = sorted(door.record.ground_rules, key=lambda rule: rule.order)
    shown = tuple(
        RoomLine(words=words, row=rule.id) for rule in rules if (words := door.written(rule.id, rule.text)) is not None
    )
    return RoomView(shows=choice.shows, heading=door.own("Our ground rules"), lines=shown) if shown else BLANK


def _themes(door: Door, choice: RoomChoice, _clock: str, _refused: dict[str, str]) -> RoomView:
    shown = tuple(RoomLine(words=theme, beside=door.own(str(n))) for theme, n in lines.themes(door))
    heading = door.own("What we heard about, and how many things")
    return RoomView(shows=choice.shows, heading=heading, lines=shown) if shown else BLANK


def _read_back(door: Door, choice: RoomChoice, _clock: str, refused: dict[str, str]) -> RoomView:
    shown, title = [], None
    for entry in door.said.entries:
        if entry.theme != choice.theme:
            continue
        made = line(door, entry)
        if isinstance(made, str):
            refused[entry.id] = made
        else:
            shown.append(made)
            title = title or door.of_entry(entry, entry.theme, Where.WRITTEN)
    sentence = door.written(door.record.session.id, choice.words) if choice.words else None
    if sentence is not None:
        shown.insert(0, RoomLine(words=sentence, now=True))
    if not shown:
        return BLANK
    heading = door.own(f"We heard: {title}") if title else door.own("We heard")
    return RoomView(shows=choice.shows, heading=heading, lines=tuple(shown), foot=door.own(RIGHT))


def _vote(door: Door, choice: RoomChoice, _clock: str, _refused: dict[str, str]) -> RoomView:
    rows = sorted(door.record.votes, key=lambda v: v.order)
    at = next((n for n, vote in enumerate(rows) if vote.id in choice.rows), None)
    if at is None:
        return BLANK
    vote = numbers.votes(door)[at]
    options = tuple(
        RoomLine(words=o.label, beside=door.own(str(o.votes)) if choice.results else None)
        for o in vote.options
        if not o.out and o.eligible is not False
    )
    foot = None
    if choice.results:
        foot = door.own("A tie: " + " and ".join(vote.tied)) if vote.tied else None
        if vote.voters is not None and foot is None:
            foot = door.own(f"{vote.voters} people voted")
    return RoomView(shows=choice.shows, heading=vote.question, lines=options, foot=foot)


def _message(door: Door, choice: RoomChoice, _clock: str, _refused: dict[str, str]) -> RoomView:
    words = door.written(door.record.session.id, choice.words)
    return BLANK if words is None else RoomView(shows=choice.shows, lines=(RoomLine(words=words),))


def _break(door: Door, choice: RoomChoice, _clock: str, _refused: dict[str, str]) -> RoomView:
    return RoomView(shows=choice.shows, lines=(RoomLine(words=door.own("Short break")),))


def _blank(_door: Door, _choice: RoomChoice, _clock: str, _refused: dict[str, str]) -> RoomView:
    return BLANK


_MAKERS: Mapping[RoomShows, Maker] = MappingProxyType(
    {
        RoomShows.BLANK: _blank,
        RoomShows.NOW: _now,
        RoomShows.RULES: _rules,
        RoomShows.WORDS: _words,
        RoomShows.THEMES: _themes,
        RoomShows.READ_BACK: _read_back,
        RoomShows.VOTE: _vote,
        RoomShows.MESSAGE: _message,
        RoomShows.BREAK: _break,
    }
)


def _items(door: Door) -> Sequence[AgendaItem]:
    return sorted(door.record.agenda, key=lambda item: item.order)


def _hours(door: Door) -> Hours:
    return Hours(door.record.session.date, door.record.session.start)


def _stand(door: Door, clock: str) -> clock_rules.Now:
    return clock_rules.now(_items(door), clock, None, _hours(door))


def _coming(door: Door, stand: clock_rules.Now, clock: str) -> Iterable[clock_rules.Slot]:
    """Return what is still to come, with its times as things stand."""
    hours = _hours(door)
    begins = hours.later(stand.until, clock) if stand.until else door.record.session.start or clock
    return clock_rules.plan(clock_rules.to_come(_items(door)), begins, hours)


def _title(door: Door, item: AgendaItem) -> PublicText:
    return door.written(item.id, item.title) or door.own("Something else")


def _doing(door: Door, clock: str) -> PublicText | None:
    item = _stand(door, clock).item
    return None if item is None else _title(door, item)


def _break_at(door: Door, clock: str) -> PublicText | None:
    """Say when the next break is; a time of day, never a countdown."""
    stand = _stand(door, clock)
    if stand.item is not None and clock_rules.is_break(stand.item):
        return door.own(f"Break until {stand.until}")
    due = (slot.start for slot in _coming(door, stand, clock) if clock_rules.is_break(slot.item))
    at = next(due, None)
    return None if at is None else door.own(f"Break at {at}")
