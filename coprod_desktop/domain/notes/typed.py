"""Typed notes and minutes: a line each, whatever the note-taker's habits; sentences each where minutes tell of people."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain.notes import headings, marks, pieces, tidy, times
from coprod_desktop.domain.notes.actions import ActionReader
from coprod_desktop.domain.notes.before_reading import are_minutes, is_dated_title, labels_of, lead_of, titles_before
from coprod_desktop.domain.notes.days import day_in
from coprod_desktop.domain.notes.habits import ENDED, are_answered, has_topics, is_wrapped, look_behind
from coprod_desktop.domain.notes.headings import Heading, Under
from coprod_desktop.domain.notes.known_words import NotesWords, plain
from coprod_desktop.domain.notes.labels import Labels
from coprod_desktop.domain.notes.listed import in_columns, legend, people_listed
from coprod_desktop.domain.notes.pieces import Piece
from coprod_desktop.domain.notes.spoken import ASKER, PAIRED, behind, is_named_behind, spoken
from coprod_desktop.domain.notes.state import Reading, part_of
from coprod_desktop.domain.notes.told import alone, headed_by, tell_of_people, told, turns, without_sign
from coprod_desktop.domain.notes.values import Cut, NotesRead, Source
from coprod_desktop.domain.notes.who import only_noted
from coprod_desktop.domain.words import EntryKind

_HEAD = 8
_MOSTLY = 0.6
_MOST_TITLES, _LONGEST_TITLE = 3, 80
_NOTHING = re.compile(
    r"^\W*(?:none|nil|n/?a|nothing|no other business|none (?:were |was )?(?:declared|received|raised|made))\W*$",
    re.IGNORECASE,
)
_SLIP = re.compile(r"^(?:slip|card|form|post-?it|sheet|no)\.?\s*#?\d{1,3}\s*[:.)–-]\s*\S", re.IGNORECASE)
"""Slips read out one after the other: "Slip 3: Start later"."""
_RANGE = re.compile(r"^\W*\d{1,2}[:.]?\d{2}\s?[-–]\s?\d{1,2}[:.]?\d{2}\b")
_ITEM = re.compile(r"^\d{1,2}[.)]\s+")
_RECORD = re.compile(
    r"^.{0,60}\b(?:agreed|approved|accepted|signed|confirmed)\b.{0,30}\bas (?:an? |the )?(?:true|correct|accurate|fair)\b.{0,30}$",
    re.IGNORECASE,
)
"""What minutes say of the minutes before them."""
_PARAGRAPH = re.compile(r"^\([a-z]\)\s+(?=\S)")
_LONGEST_SAYING = 160
_RUN_BY = frozenset({"facilitator", "chair", "host", "facilitated by", "led by"})
"""Names stand behind these where they head notes; else somebody says something."""
_KEY = re.compile(r"^[^\s=]{1,8}\s*=\s*[^,;=]+(?:[,;]\s*[^\s=]{1,8}\s*=\s*[^,;=]+)+$")
"""What signs stand for: "M = moderator, P1–P5 = participants"."""
_HEARD = re.compile(
    r"^(?:[^:]{1,40}:\s*)?[(\[](?:applause|laughter|laughs|laughing|inaudible|crosstalk|cross talk|pause|silence|music|cheering)[)\]]\.?$",
    re.IGNORECASE,
)
_ASKS_ALL = re.compile(r"^(?:q|question)\s*\d{1,2}\s*[:.)]\s", re.IGNORECASE)
_SHORT = 4
"""Words that may stand behind a name in a list of people."""


def read(text: str, words: NotesWords, *, day: datetime.date | None = None) -> NotesRead:
    """Return what typed notes or minutes come apart into. `day` is the day they are of, where it is known."""
    lines = text.split("\n")
    found = pieces.of_lines(lines)
    labels = labels_of(found, words)
    head = "\n".join(p.raw for p in found[:_HEAD])
    today = day or day_in(head, None)[1]
    reading = Reading(words, labels, ActionReader(words, labels, today))
    reading.minutes = are_minutes(found, words, reading.actions)
    reading.minutes = reading.minutes or tell_of_people(reading, [p.rest for p in found])
    pairs = [m["which"].upper() for p in found if (m := PAIRED.match(p.rest)) is not None]
    reading.pairs = min(pairs.count("Q"), pairs.count("A")) > 1
    look_behind(reading, found)
    begins = [_begins(reading, p) for p in found]
    reading.bulleted = sum(begins) >= 0.5 * len(found)
    begins = [one or without_sign(reading, p.rest) is not None for one, p in zip(begins, found, strict=True)]
    reading.wrapped = not labels.most_are() and is_wrapped(found)
    reading.answered = are_answered(found)
    reading.topics = has_topics(found)
    slips = sum(_SLIP.match(p.rest) is not None for p in found)
    reading.slips = slips > _MOST_TITLES - 1 and slips >= 0.4 * len(found)
    timed = [at for at, p in enumerate(found) if p.time is not None]
    if len(timed) >= _MOSTLY * len(found):  # what has no time stands above them, and is what they are of
        begins = [one and (at >= timed[0] or found[at].bullet) for at, one in enumerate(begins)]
    if found and is_dated_title(found[0].rest):
        begins[0] = False
    first = _first(reading, found, begins)
    for at, piece in enumerate(found):
        following = begins[at + 1] if at + 1 < len(found) else False
        reading.goes_on_below = at + 1 < len(found) and not following and not found[at + 1].blank_before
        reading.above_bullets = not piece.bullet and at + 1 < len(found) and found[at + 1].bullet
        reading.below = found[at + 1].raw if at + 1 < len(found) else ""
        _one(reading, piece, begins=begins[at], in_head=at < min(first, _HEAD), following=following)
    source = Source.MINUTES if reading.minutes else Source.TYPED
    return NotesRead(source=source, cuts=tuple(_whole(cut) for cut in reading.cuts))


def _first(reading: Reading, found: Sequence[Piece], begins: Sequence[bool]) -> int:
    """Return where the lines begin: what stands before them is the title, the day, the place."""
    listed = next((at for at, p in enumerate(found[:_HEAD]) if _lists_people(reading, p)), 0)
    if listed and all(len(p.rest) < _LONGEST_TITLE and p.rest[-1:] not in ".!?" for p in found[:listed]):
        return listed  # what stands above who came is what they are of
    if reading.minutes:
        heads = (at for at, p in enumerate(found) if _numbered_heading(p) or _is_aside_line(reading, p.rest))
        return next(heads, 0)
    if reading.bulleted:
        return next((at for at, one in enumerate(begins) if one), 0)
    if reading.names_behind:
        named = (at for at, p in enumerate(found) if (who := behind(p.rest)) and is_named_behind(reading, who[0]))
        first = next(named, 0)
        return 0 if first > _MOST_TITLES or begins[0] else first
    return titles_before(found, reading.words)


def _lists_people(reading: Reading, piece: Piece) -> bool:
    heading = headings.read(piece.rest, reading.words, stands_apart=True)
    return (heading is not None and heading.under is Under.PEOPLE) or (
        lead_of(piece.rest)[0] in reading.words.lists["lists_of_people"] and _is_aside_line(reading, piece.rest)
    )


def _numbered_heading(piece: Piece) -> bool:
    return piece.number is not None or re.match(r"^\d{1,2}[.)]\s", piece.rest) is not None


def _begins(reading: Reading, piece: Piece) -> bool:
    """Tell whether a line begins something of its own by its bullet, time, mark or name, and not by whom it tells of."""
    if piece.begins or piece.number is not None or piece.rest.startswith("??") or _PARAGRAPH.match(piece.rest):
        return True
    if reading.pairs and PAIRED.match(piece.rest):
        return True
    if (asker := ASKER.match(piece.rest)) is not None and reading.labels.is_called(asker["who"]):
        return True
    if marks.at_start(piece.rest, reading.words)[0] is not None or reading.labels.take(piece.rest)[0] is not None:
        return True
    if reading.times_behind and times.at_end(piece.rest)[0] is not None:
        return True
    if marks.at_end(piece.rest, reading.words)[0] is not None:
        return True
    return reading.actions.led(piece.rest) is not None or reading.actions.doing(piece.rest) is not None


def _one(reading: Reading, piece: Piece, *, begins: bool, in_head: bool, following: bool) -> None:
    """Read one line."""
    words, line = reading.words, piece.rest
    if headings.is_rule(piece.raw.strip()):
        if piece.raw.strip(" -–—=_*~#"):
            _aside(reading, piece.raw)
        reading.going_on = False
        return
    apart = piece.blank_before or not reading.cuts
    if piece.time is None and not reading.actions.led(line) and not (piece.bullet and reading.labels.take(line)[0]):
        heading = headings.read(line, words, stands_apart=apart or following)
        if heading is not None and heading.sheet and reading.slips and _SLIP.match(line):
            heading = None
        if heading is not None and not heading.sure and reading.labels.known_at(line):
            heading = None  # somebody is called, and says something loudly
        if apart and reading.answered and line.endswith("?") and not piece.bullet:
            heading = heading or Heading(line)
        elif (
            apart
            and _ASKS_ALL.match(line)
            and not _ASKS_ALL.match(reading.below)
            and line.endswith("?")
            and reading.below
        ):
            heading = Heading(line)
        if (
            heading is None
            and reading.above_bullets
            and not piece.bullet
            and (label := alone(reading, line)) is not None
        ):
            reading.speaks, reading.speaks_above_bullets = label, True
            _aside(reading, piece.raw)
            return
        if heading is None and reading.bulleted and reading.above_bullets and not begins:
            heading = headings.above_bullets(line)
        if heading is not None and (heading.sure or not _goes_on(reading, piece) or following):
            _take_heading(reading, heading, piece)
            return
    if in_head and (place := headings.place_in(_without_day(line), words)) is not None:
        reading.sheet = place
    label, after = reading.labels.take(line)
    of_program = label is None and _of_program(reading, line)
    few = len(line.split()) < _SHORT + 1 and line[-1:] not in ".!?"
    topic = (few or reading.above_bullets) if reading.topics and not piece.bullet else few and _RANGE.match(piece.raw)
    if piece.time is not None and label is None and topic and not only_noted(line, words):
        _take_heading(reading, Heading(line), piece)
        return
    in_list = reading.listing and in_columns(piece.raw) is not None and not piece.blank_before
    reading.listing = in_list or lead_of(line)[0] in words.lists["lists_of_people"]
    if (
        in_list
        or _heard(line)
        or of_program
        or (piece.time is None and _is_aside_line(reading, line))
        or (in_head and not begins and not _is_said(reading, line))
    ):
        _aside(reading, piece.raw)
        return
    if (piece.blank_before or piece.time is not None) and not piece.bullet and reading.speaks_above_bullets:
        reading.speaks, reading.speaks_above_bullets = None, False
    under = reading.heading.under if reading.heading else Under.LINES
    if under is Under.PEOPLE and begins and len(after.split()) > _SHORT and label is not None:
        reading.heading, under = None, Under.LINES  # somebody says something
    if (
        under is Under.PEOPLE
        and piece.blank_before
        and not (reading.cuts and reading.cuts[-1].text == reading.heading_line)
    ):
        reading.heading, under = None, Under.LINES  # a list of who came ends with a blank line
    if under in {Under.ASIDE, Under.PEOPLE} and (piece.time is None or not piece.time.at):
        _aside(reading, piece.raw)
        return
    if reading.minutes and (_NOTHING.match(line) or _RECORD.match(line)):
        _aside(reading, piece.raw)
        return
    if not begins and _goes_on(reading, piece):
        _go_on(reading, piece)
        return
    _cut(reading, piece, under)


def _without_day(line: str) -> str:
    """Return a title without its day: "Carers group 12 March" is of no group 12."""
    return line.replace(day_in(line, None)[0] or "\n", "")


def _is_said(reading: Reading, line: str) -> bool:
    """Tell whether a line above the first that begins like one tells of somebody, or says what is to be done."""
    return spoken(reading, line).told or reading.actions.behind(line) is not None


def _heard(line: str) -> bool:
    return _HEARD.match(line) is not None


def _of_program(reading: Reading, line: str) -> bool:
    """Tell whether a line is of the meeting or the program, and nobody said it."""
    lists, folded = reading.words.lists, plain(line)
    machine = any(told in folded for told in lists["machine"])
    return len(line) < _LONGEST_SAYING and (machine or any(map(folded.startswith, lists["aside_beginnings"])))


def _is_aside_line(reading: Reading, line: str) -> bool:
    line = _ITEM.sub("", line)
    lead, after = lead_of(line)
    lists = reading.words.lists
    if len(legend(line)) > 1 or _KEY.match(after):
        return True
    if lead in _RUN_BY and not people_listed(after):
        return False
    if lead in lists["lists_of_people"] or lead in lists["not_there"]:
        return bool(after) and bool(people_listed(after) or legend(after))
    return lead in lists["aside_lines"] and (reading.minutes or len(reading.cuts) < _HEAD) and len(after) < 120


def _goes_on(reading: Reading, piece: Piece) -> bool:
    if not reading.going_on or not reading.cuts or reading.cuts[-1].aside:
        return False
    if reading.heading is not None and reading.heading.under is Under.ACTIONS:
        return piece.indent > 1 and not piece.blank_before
    if piece.blank_before:
        return reading.bulleted and piece.indent > 1
    if reading.labels.most_are() and piece.rest.startswith("(") and piece.rest.endswith(")"):
        return False  # seen by the note-taker, and no more of what somebody says
    if reading.labels.most_are() and not reading.wrapped and piece.indent <= 1 and piece.rest[:1].islower():
        return not ENDED.search(reading.cuts[-1].text)  # its sentence is whole: a small letter begins something else
    return reading.bulleted or reading.wrapped or reading.under_name or piece.indent > 1


def _go_on(reading: Reading, piece: Piece) -> None:
    last = reading.cuts[-1]
    joined = f"{last.text} {tidy.bare(piece.raw)}" if reading.wrapped else f"{last.text}\n{tidy.bare(piece.raw)}"
    action = last.action
    if action is not None and reading.wrapped:
        led = reading.actions.led(joined)
        action = reading.actions.read(joined if led is None else led)
    elif action is not None:
        action = replace(action, what=f"{action.what} {tidy.bare(piece.raw)}")
    reading.cuts[-1] = replace(last, text=joined.strip(), action=action)


def _aside(reading: Reading, raw: str) -> None:
    reading.cuts.append(Cut(text=raw.strip(), kind=EntryKind.NOTE, aside=True))
    reading.going_on = False


def _take_heading(reading: Reading, heading: Heading, piece: Piece) -> None:
    who = headed_by(reading, heading)
    reading.speaks, reading.speaks_above_bullets = who, who is not None and reading.above_bullets
    if who is None:  # what stands under a name is theirs, and still under the heading before it
        reading.heading, reading.heading_line = heading, piece.raw.strip()
        reading.sheet = heading.sheet or reading.sheet
    _aside(reading, piece.raw)


def _cut(reading: Reading, piece: Piece, under: Under) -> None:
    line, time = _PARAGRAPH.sub("", piece.rest), piece.time
    if time is None and reading.times_behind:
        time, line = times.at_end(line)
    reading.going_on, reading.under_name = True, False
    led = reading.actions.led(line)
    if led is None and under is not Under.ACTIONS and (parts := reading.actions.behind(line)) is not None:
        before, action = parts
        if before:
            _cut(reading, replace(piece, rest=before), under)
        reading.cuts.append(
            _timed(
                Cut(
                    text=tidy.bare(line)[len(before) :].strip() if before else tidy.bare(line),
                    kind=EntryKind.NOTE,
                    action=action,
                    part=part_of(reading),
                ),
                time,
            )
        )
        return
    if led is not None or under is Under.ACTIONS:
        action = reading.actions.read(led if led is not None else line)
        part = None if under is Under.ACTIONS else part_of(reading)
        reading.cuts.append(_timed(Cut(text=tidy.bare(line), kind=EntryKind.NOTE, action=action, part=part), time))
        return
    taken = reading.labels.take(line)[0]
    doing = reading.actions.doing(line) if taken is None or plain(taken.who) == "me" else reading.actions.named(line)
    doing = doing or reading.actions.labelled(line)
    if doing is not None and not reading.minutes:
        cut = Cut(text=tidy.bare(line), kind=EntryKind.NOTE, action=doing, part=part_of(reading))
        reading.cuts.append(_timed(cut, time))
        return
    if taken is not None and len(by_turns := turns(reading, line)) > 1:
        for part in by_turns:
            reading.cuts.append(_timed(spoken(reading, part), time))
        return
    made = spoken(reading, line)
    marked = marks.at_start(line, reading.words)[0] is not None
    if (made.told and not marked and len(told(reading, line)) > 1) or (
        reading.minutes and (made.told or (made.speaker is None and made.kind is EntryKind.CONTRIBUTION))
    ):
        reading.cuts += [_timed(cut, time) for cut in told(reading, line)]
        return
    reading.cuts.append(_timed(made, time))


def _timed(cut: Cut, time: times.ReadTime | None) -> Cut:
    if time is None:
        return cut
    if time.at is None:
        doubt = f"“{time.written}” is no time of day. It was left in the words; the line has no time."
        return replace(cut, text=f"{time.written} {cut.text}".strip(), doubts=(*cut.doubts, doubt))
    if time.guessed:
        doubt = f"“{time.written}” is taken as {time.at}, in the afternoon."
        return replace(cut, at=time.at, doubts=(*cut.doubts, doubt))
    return replace(cut, at=time.at)


def _whole(cut: Cut) -> Cut:
    return cut if cut.text or cut.aside else replace(cut, doubts=(*cut.doubts, "There are no words in this line."))


def of_cell(text: str, words: NotesWords, labels: Labels) -> list[Cut]:
    """Return what one cell of a table comes apart into: each of its lines read as one of notes."""
    reading = Reading(words, labels, ActionReader(words, labels, None))
    found = pieces.of_lines(text.split("\n"))
    if len(found) == 1:
        _cut(reading, found[0], Under.LINES)
        return reading.cuts
    for piece, below in itertools.zip_longest(found, found[1:]):
        reading.above_bullets = below is not None and below.bullet and not piece.bullet
        _one(reading, piece, begins=True, in_head=False, following=True)
    return reading.cuts
