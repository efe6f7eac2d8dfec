"""What the room screen shows now, what is asked once more before words go there, and what a change takes off at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.findings import CheckedSession
from coprod_desktop.domain.check.kinds import WHY, FindingKind
from coprod_desktop.domain.check.printable import words
from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.check.settled import Decision, Settlement
from coprod_desktop.domain.check.texts import CheckedText, texts
from coprod_desktop.domain.check.words import tidy, words_hash
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import NOTHING, Entry
from coprod_desktop.domain.room import RoomChoice, RoomShows
from coprod_desktop.domain.words import Publish
from coprod_desktop.errors import UserError
from coprod_desktop.publish.gate import message_text, open_room
from coprod_desktop.publish.room_view import BLANK, RoomView
from coprod_desktop.services import sessions
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import circles
from coprod_desktop.services.making.circles import Source


@dataclass(frozen=True, kw_only=True)
class OnScreen:
    """What the room sees, and what the facilitator is told beside it."""

    view: RoomView = BLANK
    refused: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """The id of a line that was sent -> why it is not shown."""
    wrong: UserError | None = None
    """Why nothing is shown."""


@dataclass(frozen=True, kw_only=True)
class OnceMore:
    """Words with something private in them, that the room is about to see."""

    subject: str
    text: str
    marks: tuple[tuple[int, int], ...]
    why: tuple[str, ...]
    kinds: tuple[FindingKind, ...]

    def marked(self) -> str:
        """Return the words with what was found in brackets, also when they are read out."""
        out, at = "", 0
        for start, end in sorted(self.marks):
            if start >= at:
                out += f"{self.text[at:start]}[{self.text[start:end]}]"
                at = end
        return out + self.text[at:]

    def fine(self, desk: Desk) -> tuple[Settlement, ...]:
        """Return what it means that the facilitator lets the room see them: for the room, and for no paper."""
        on, words_are = desk.today(), words_hash(self.text)
        return tuple(
            Settlement(subject=self.subject, kind=kind, words_hash=words_are, decision=Decision.FINE, on=on)
            for kind in self.kinds
        )


def look(desk: Desk, session: str, choice: RoomChoice, clock: str | None = None) -> OnScreen:
    """Return what the room screen shows of what was sent. Runs on the reading thread."""
    if choice.shows is RoomShows.BLANK:
        return OnScreen()
    return seen(circles.read(desk, session, Circle.CAME), choice, clock or f"{desk.now():%H:%M}")


def seen(source: Source, choice: RoomChoice, clock: str) -> OnScreen:
    """Return what the gate lets through of what was sent."""
    try:
        found = open_room(source.record, source.settled, choice, clock, source.organisation)
    except UserError as wrong:
        return OnScreen(wrong=UserError("Not shown: something private in it has to be looked at first.", wrong.do))
    return OnScreen(view=found.view, refused=found.refused)


def votes(desk: Desk, session: str) -> tuple[tuple[str, str], ...]:
    """Return the votes there are, as (id, question), in their order."""
    record = sessions.record(desk, session)
    return tuple((vote.id, vote.question) for vote in sorted(record.votes, key=lambda v: v.order))


# ---- asked once more


def once_more(desk: Desk, session: str, choice: RoomChoice) -> tuple[OnceMore, ...]:
    """Return what of these words holds something private that nobody has looked at yet."""
    source = circles.read(desk, session, Circle.CAME)
    look_at = CheckedSession(source.record, (*source.settled, *choice.settled), ours=source.organisation)
    found = (_asked(look_at, part, entry) for part, entry in _about_to_be_seen(source, choice))
    return tuple(one for one in found if one is not None)


def _about_to_be_seen(source: Source, choice: RoomChoice) -> Iterator[tuple[CheckedText, Entry | None]]:
    record = source.record
    if choice.words:
        yield from ((part, None) for part in message_text(record, choice.words))
    if choice.shows in (RoomShows.WORDS, RoomShows.READ_BACK):
        for entry in record.entries:
            if entry.id in choice.rows or (choice.shows is RoomShows.READ_BACK and entry.theme == choice.theme):
                where = Where.WRITTEN if entry.publish is Publish.EDIT else Where.SAID
                yield CheckedText(entry.id, "entry", entry.n, tidy(words(entry)), where), entry
                if entry.translation and entry.publish is not Publish.EDIT:
                    yield CheckedText(entry.id, "entry", entry.n, tidy(entry.translation), Where.SAID), entry
    else:
        rows = {
            RoomShows.NOW: {item.id for item in record.agenda},
            RoomShows.RULES: {rule.id for rule in record.ground_rules},
        }.get(choice.shows, set(choice.rows))
        yield from ((part, None) for part in texts(record) if part.subject in rows)


def _asked(look_at: CheckedSession, part: CheckedText, entry: Entry | None) -> OnceMore | None:
    hits = [one for one in look_at.at(part, entry) if look_at.decision(part, one.kind, entry) is None]
    if not hits:
        return None
    return OnceMore(
        subject=part.subject,
        text=part.text,
        marks=tuple((one.start, one.end) for one in hits),
        why=tuple(dict.fromkeys(WHY[one.kind] for one in hits)),
        kinds=tuple(dict.fromkeys(one.kind for one in hits)),
    )


# ---- a change, at once

OUR_WORDS = frozenset({RoomShows.READ_BACK, RoomShows.THEMES, RoomShows.MESSAGE})
"""What is shown in words of ours, which may tell again what somebody takes back."""
_TELLS_NOTHING = frozenset(
    {
        "attendance",
        "need",
        "checklist_item",
        "point",
        "promise_update",
        "telling",
        "notice_given",
        "asking",
        "member_check",
        "said_back",
        "format_asked",
        "moment",
        "read_back",
        "agenda_item",
        "ground_rule",
        "vote",
    }
)
"""Rows that say nothing about whether a line may be shown; where they are what is shown, they go with their row."""


def held_back(shown: RoomView, changes: Changes) -> RoomView:
    """Return what may stay on the screen from the moment a change is known until the gate has been asked again.

    Errs on the side of an empty screen: only what surely is not about what is shown leaves it as it is. Of the session
    itself mostly the people at the door are counted, and nothing is to flicker in the room for that.
    """
    refs = list(changes.all())
    if shown.is_blank or shown.shows is RoomShows.BREAK:
        return shown
    added = {ref.id for ref in changes.added}
    touched = frozenset(ref.id for ref in refs if not (ref.noun == "entry" and ref.id in added))
    sure = {*_TELLS_NOTHING, "entry"}
    changed = set(changes.changed)
    unsure = [ref for ref in refs if ref.noun not in sure and not (ref.noun == "session" and ref in changed)]
    if unsure:
        return BLANK
    entries = {ref.id for ref in refs if ref.noun == "entry" and ref.id in touched}
    struck = any(ref.id in entries for ref in changes.removed)
    gone = shown.shows is not RoomShows.WORDS and bool(struck or (entries and shown.shows in OUR_WORDS))
    left = shown.without(touched)
    return BLANK if gone or (shown.lines and not left.lines) else left
