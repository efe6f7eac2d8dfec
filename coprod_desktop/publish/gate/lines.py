"""What people said, as far as it may be printed: quotations, things not answered yet, parked things, access problems."""

from __future__ import annotations

from collections.abc import Iterable

from coprod_desktop.domain.check.printable import NEVER_IN_WORDS, words
from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.language_tags import language_tag
from coprod_desktop.domain.needs_told import needs_told
from coprod_desktop.domain.note_marks import without_marks
from coprod_desktop.domain.read_back import heard as heard_back
from coprod_desktop.domain.read_back import told
from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.domain.roles import SHARED_BY
from coprod_desktop.domain.words import EntryKind, Outcome, Publish, WhoseWords
from coprod_desktop.publish.gate import owners
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.snapshot import PublicAccess, PublicParked, PublicQuote, PublicText, PublicUnanswered

_COUNTED = {EntryKind.CONTRIBUTION, EntryKind.QUESTION, EntryKind.STORY, EntryKind.WHAT_WORKS}
_NO_WORDS_OUTSIDE = NEVER_IN_WORDS | {EntryKind.PARKING_LOT}


def quote(door: Door, entry: Entry) -> PublicQuote | None:
    """Return somebody's words to stand between quotation marks; None when they may not, or are left out."""
    if not door.said.may_quote(entry):
        return None
    said = printed_words(door, entry)
    if said is None:
        return None
    if entry.publish is not Publish.EDIT:
        said = door.own(without_marks(said))
    lang, direction = language(entry, said)
    translation = None if entry.publish is Publish.EDIT else door.of_entry(entry, entry.translation, Where.SAID)
    return PublicQuote(
        words=said,
        signed=door.signature(entry),
        lang=lang,
        dir=direction,
        translation=translation,
        translation_checked=entry.translation_checked,
    )


def summary(door: Door, entry: Entry) -> PublicText | None:
    """Return our words for a line that may not be quoted: other words, or what we saw; None when there are none."""
    ours = entry.publish is Publish.EDIT or entry.whose is WhoseWords.DESCRIPTION
    if not ours or door.said.may_quote(entry) or not door.said.may_print(entry):
        return None
    if entry.kind in _NO_WORDS_OUTSIDE or entry.outcome is Outcome.LEFT_OUT or door.said.is_duplicate(entry):
        return None
    return printed_words(door, entry)


def quotes(door: Door, entries: Iterable[Entry]) -> tuple[PublicQuote, ...]:
    """Return the quotations among some lines."""
    return tuple(q for e in entries if (q := quote(door, e)) is not None)


def unanswered(door: Door) -> tuple[PublicUnanswered, ...]:
    """Return what nobody has answered yet: its words if they may be quoted, else other words, else kind and theme."""
    points = {i: n for n, p in _numbered(door) if p.answer is None for i in p.from_entries}
    return tuple(
        PublicUnanswered(
            kind=entry.kind,
            theme=door.of_entry(entry, entry.theme, Where.WRITTEN),
            quote=quote(door, entry),
            summary=summary(door, entry),
            point=points.get(entry.id),
        )
        for entry in door.said.unanswered
    )


def _numbered(door: Door) -> Iterable[tuple[int, Point]]:
    """Return the points as papers number them."""
    return enumerate(sorted(door.record.points, key=lambda p: p.order), start=1)


def also_said(door: Door) -> tuple[PublicQuote, ...]:
    """Return the words under no point. What was passed on and interests declared stand in places of their own."""
    return quotes(door, (e for e in outside_points(door) if not _stands_elsewhere(door, e)))


def _stands_elsewhere(door: Door, entry: Entry) -> bool:
    return entry.outcome is Outcome.PASSED_ON or door.said.declares_interest(entry)


def interests(door: Door) -> tuple[tuple[PublicQuote, ...], int]:
    """Return the interests declared before a vote that may be quoted, and how many more there are."""
    kinds = _COUNTED | {EntryKind.STAFF_COMMENT}
    declared = [e for e in outside_points(door) if e.kind in kinds and door.said.declares_interest(e)]
    quoted = quotes(door, declared)
    return quoted, len(declared) - len(quoted)


def outside_points(door: Door) -> tuple[Entry, ...]:
    """Return the lines that may be printed, are in no point, and are not waiting for an answer."""
    said = door.said
    return tuple(
        e
        for e in said.entries
        if said.may_print(e) and not said.in_a_point(e) and not said.is_duplicate(e) and not said.is_waiting(e)
    )


def in_other_words(door: Door) -> tuple[PublicText, ...]:
    """Return other words for lines outside every point that may not be quoted."""
    entries = (e for e in outside_points(door) if not _stands_elsewhere(door, e))
    return tuple(text for e in entries if (text := summary(door, e)) is not None)


def what_works(door: Door) -> int:
    """Count those who told us what works and whose words are not printed."""
    return sum(
        e.kind is EntryKind.WHAT_WORKS and e.publish is Publish.YES and not door.said.may_quote(e)
        for e in outside_points(door)
    )


def heard(door: Door) -> int:
    """Count what ended as "Thank you, we heard" and is printed in no words: what is printed is thanked where it stands."""
    return sum(
        door.said.is_thanked(e)
        and e.kind in _COUNTED - {EntryKind.WHAT_WORKS}
        and not _stands_elsewhere(door, e)
        and quote(door, e) is None
        and summary(door, e) is None
        for e in outside_points(door)
    )


def parked(door: Door) -> tuple[PublicParked, ...]:
    """Return what was parked, unsigned, and who has it now: its words if they may be quoted, else as passed on."""
    found = []
    for entry in door.said.entries:
        if entry.kind is not EntryKind.PARKING_LOT or entry.outcome is Outcome.LEFT_OUT:
            continue
        if not door.said.may_print(entry) or door.said.is_duplicate(entry):
            continue
        text, lang, direction = what_kind(door, entry), "en-GB", "ltr"
        if _may_show_words(door, entry):
            if (said := printed_words(door, entry)) is None:
                continue
            text, (lang, direction) = door.own(without_marks(said)), language(entry, said)
        found.append(PublicParked(text=text, who_has_it=_who_has_it(door, entry), lang=lang, dir=direction))
    return tuple(found)


def passed_on(door: Door) -> tuple[PublicParked, ...]:
    """Return what was passed on: other words where there are some, else what kind of thing it was; and to whom."""
    found = []
    for entry in outside_points(door):
        if entry.outcome is Outcome.PASSED_ON and entry.kind not in _NO_WORDS_OUTSIDE:
            said, text = quote(door, entry), summary(door, entry) or what_kind(door, entry)
            if said is not None:
                text = door.own(f"“{said.words}”")
            lang, direction = (said.lang, said.dir) if said else ("en-GB", "ltr")
            found.append(PublicParked(text=text, who_has_it=_who_has_it(door, entry), lang=lang, dir=direction))
    return tuple(found)


def access(door: Door) -> PublicAccess:
    """Return how many access problems there were and what was done; never the words, never who, nor who was told."""
    problems = [
        e
        for e in door.said.entries
        if e.kind is EntryKind.ACCESS_INCIDENT and door.said.may_print(e) and not door.said.is_duplicate(e)
    ]
    ids = {e.id for e in problems}
    done = [door.of_entry(e, text, Where.WRITTEN) for e in problems for text in (e.done_about, e.outcome_note)]
    done += [
        door.written(p.id, p.text)
        for p in sorted(door.record.points, key=lambda p: p.order)
        if p.answer is not None and not ids.isdisjoint(p.from_entries)
    ]
    told = needs_told(door.record.people)
    return PublicAccess(
        how_many=len(problems),
        what_was_done=tuple(dict.fromkeys(d for d in done if d is not None)),
        needs=door.own(told) if told else None,
        not_met="not met" in told or "were not" in told,
    )


def themes(door: Door) -> tuple[tuple[PublicText, int], ...]:
    """Count what people said by theme, most first, then in the order they came up."""
    counts: dict[PublicText, int] = {}
    for entry in door.said.entries:
        counted = entry.kind in _COUNTED and door.said.may_print(entry) and not door.said.is_duplicate(entry)
        theme = door.of_entry(entry, entry.theme, Where.WRITTEN) if counted else None
        if theme is not None:
            counts[theme] = counts.get(theme, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: -item[1]))


def theme_people(door: Door) -> tuple[tuple[PublicText, int], ...]:
    """Count the different people who said something about each theme, from as many up as a role has to be shared by."""
    about: dict[PublicText, list[Entry]] = {}
    for entry in door.said.entries:
        counted = entry.kind in _COUNTED and door.said.may_print(entry)
        theme = door.of_entry(entry, entry.theme, Where.WRITTEN) if counted else None
        if theme is not None:
            about.setdefault(theme, []).append(entry)
    counts = ((theme, door.said.how_many_about(lines)) for theme, lines in about.items())
    return tuple((theme, n) for theme, n in counts if n >= SHARED_BY)


def read_back(door: Door) -> tuple[tuple[PublicText, PublicText], ...]:
    """Return what the room said to each theme that is printed, in fixed words; what was typed then is never printed.

    Nobody was asked whether those words may be quoted, and who said them is written nowhere.
    """
    rows = door.record.read_backs
    found: dict[PublicText, PublicText] = {}
    for entry in door.said.entries if rows else ():
        said = told(heard_back(rows, entry.theme)) if entry.theme else ""
        if said and entry.kind in _COUNTED and door.said.may_print(entry) and not door.said.is_duplicate(entry):
            theme = door.of_entry(entry, entry.theme, Where.WRITTEN)
            if theme is not None:
                found.setdefault(theme, door.own(said))
    return tuple(found.items())


def something_said(kind: EntryKind, theme: str | None) -> str:
    """Say what kind of thing it was and about what, without a word of it: "A question about Information"."""
    what = {EntryKind.QUESTION: "A question", EntryKind.STORY: "A story"}.get(kind, "Something said")
    return f"{what} about {theme}" if theme else what


def _may_show_words(door: Door, entry: Entry) -> bool:
    ours = entry.publish is Publish.EDIT or entry.whose is WhoseWords.DESCRIPTION
    return ours or door.said.allows_words(entry)


def what_kind(door: Door, entry: Entry) -> PublicText:
    """Say what kind of thing a line is and about what, without a word of it."""
    return door.own(something_said(entry.kind, door.of_entry(entry, entry.theme, Where.WRITTEN)))


def printed_words(door: Door, entry: Entry) -> PublicText | None:
    """Return the words of a line as they may be printed, whether or not as a quotation; None when they may not."""
    where = Where.WRITTEN if entry.publish is Publish.EDIT else Where.SAID
    return door.of_entry(entry, words(entry), where)


def _who_has_it(door: Door, entry: Entry) -> PublicText | None:
    note = door.of_entry(entry, entry.outcome_note, Where.WRITTEN)
    has_it = (owners.who(door, p, p.owner) for p in door.record.points if entry.id in p.from_entries)
    return note or next((owner for owner in has_it if owner is not None), None)


def language(entry: Entry, text: str) -> tuple[str, str]:
    """Return the language of the words printed: other words for a right-to-left line are often written in English."""
    if entry.publish is Publish.EDIT and entry.dir == "rtl" and not any("\u0590" <= c <= "\u08ff" for c in text):
        return "en-GB", "ltr"
    return language_tag(entry.lang), entry.dir
