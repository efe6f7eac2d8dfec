"""What is looked at in the whole text before the first line is read: who is here, whether it is minutes, its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.notes import headings, marks
from coprod_desktop.domain.notes.actions import ActionReader
from coprod_desktop.domain.notes.days import day_in
from coprod_desktop.domain.notes.headings import Under
from coprod_desktop.domain.notes.known_words import NotesWords, plain
from coprod_desktop.domain.notes.labels import Labels
from coprod_desktop.domain.notes.listed import in_columns, legend, named_by_initials, people_listed, roles_listed
from coprod_desktop.domain.notes.pieces import Piece

_LONGEST_TITLE = 80
_HEAD = 8
_STAFF_HERE = re.compile(r"\b(?:staff|workers|officers)\b\s*(?:\(|:\s)(?P<names>[^()]{2,120})", re.IGNORECASE)
_WHERE = re.compile(
    r"^[(\[](?:in |on |by )?(?:the )?(?P<where>chat|online|zoom|teams|phone)[)\]]\s*(?=\S)", re.IGNORECASE
)


def labels_of(found: Sequence[Piece], words: NotesWords) -> Labels:
    """Return what counts as a name here: who came as the notes list them, and what lines begin with."""
    labels = Labels(words)
    people: list[str] = []
    under_people = False
    for piece in found:
        lead, after = lead_of(piece.rest)
        listed = lead in words.lists["lists_of_people"] or lead in words.lists["not_there"]
        heading = headings.read(piece.rest, words, stands_apart=piece.blank_before)
        if heading is not None:
            under_people = heading.under is Under.PEOPLE
        elif piece.blank_before and not piece.bullet:
            under_people = False
        columns = in_columns(piece.raw) if listed or under_people else None
        if columns is not None:
            people.append(columns[0])
            labels.roles[plain(columns[0])] = columns[1]
            under_people = True
            continue
        if listed or under_people or len(legend(piece.rest)) > 1:
            part = after if listed else piece.rest
            people += people_listed(part)
            labels.roles |= roles_listed(part)
            labels.known |= legend(part)
    for piece in found[:_HEAD]:  # "14 people, 2 staff (Fran, Deepak)"
        for staff in _STAFF_HERE.finditer(piece.raw):
            labels.roles |= {plain(name): "staff" for name in people_listed(staff["names"])}
    labels.known |= {**named_by_initials(people), **labels.known}
    for name in people:
        labels.known.setdefault(plain(name), name)
        labels.shorts(name)
    labels.count(_past_marks(piece.rest, words) for piece in found)
    return labels


def where_in(line: str) -> tuple[str | None, str]:
    """Return from where somebody took part, and the rest: "(chat) Deb - …"."""
    found = _WHERE.match(line)
    return (found["where"].capitalize(), line[found.end() :]) if found else (None, line)


def _past_marks(rest: str, words: NotesWords) -> str:
    _kind, after = marks.at_start(where_in(rest)[1], words)
    return after


def lead_of(line: str) -> tuple[str, str]:
    """Return the word a line is headed with, folded, and what follows: "Present: …"; "" and the line without one."""
    found = re.match(r"^\**([^:\n]{2,40}?)\**\s*(?::|\s[-–—]\s)\s*(.*)$", line)
    return (plain(found[1].strip("* ")), found[2]) if found else ("", line)


def are_minutes(found: Sequence[Piece], words: NotesWords, actions: ActionReader) -> bool:
    """Tell whether a text is minutes: it says so, or lists who came and has actions."""
    leads = [lead_of(p.rest)[0] for p in found]
    people = sum(lead in words.lists["lists_of_people"] or lead in words.lists["not_there"] for lead in leads)
    titled = any(re.match(r"^\W*minutes\b|.*\bminutes\s*$", fold(p.raw)) for p in found[:3])
    acts = any(
        actions.led(p.rest) is not None
        or ((head := headings.read(p.rest, words, stands_apart=p.blank_before)) and head.under is Under.ACTIONS)
        for p in found
    )
    return titled or (people > 0 and acts)


def titles_before(found: Sequence[Piece], words: NotesWords) -> int:
    """Return how many of the first of plain lines say what they are of: a title, a day, a place."""
    if len(found) < 2:
        return 0
    second = headings.read(found[1].rest, words, stands_apart=False)
    if second is not None and second.sheet and len(found[0].rest) < _LONGEST_TITLE and found[0].rest[-1:] not in ".!?":
        return 1  # what stands above the first table's sheet is what the notes are of
    if _is_title(found[0].rest, words):
        return 1 + int(len(found) > 2 and _is_day(found[1].rest))
    if _is_day(found[1].rest):
        return 2
    blanks = [at for at, piece in enumerate(found) if piece.blank_before and at]
    first = found[0].rest
    return int(blanks == [1] and len(found) > 3 and len(first) < _LONGEST_TITLE and first[-1:] not in ".!?,;\"”’'")


def _is_day(line: str) -> bool:
    """Tell whether a line is a day, and perhaps a place."""
    written = day_in(line, None)[0]
    return written is not None and line.startswith(written) and len(line) < _LONGEST_TITLE


def is_dated_title(line: str) -> bool:
    """Tell whether a first line says of what day the notes are: "Carers group: notes – 1 December 2026"."""
    dated = day_in(line, None)[0]
    return (
        dated is not None
        and line.endswith(dated)
        and len(line) < _LONGEST_TITLE
        and re.search(r"\d{4}|^\D*$", dated) is not None
    )


def _is_title(line: str, words: NotesWords) -> bool:
    """Tell whether the first line of plain lines says what they are of."""
    if len(line) > _LONGEST_TITLE or line[:1] in "\"“'":
        return False
    lead = plain(re.split(r"[\s,:–-]", line)[0])
    dated = day_in(line, None)[0] is not None and len(line.split()) < 10 and line[-1:] not in ".!?"
    return (
        dated
        or lead
        in {
            "notes",
            "minutes",
            "slips",
            "post-its",
            "postits",
            "quotes",
            "comments",
            "feedback",
            "flipchart",
            "flipcharts",
            "responses",
        }
        or headings.place_in(line, words) is not None
    )
