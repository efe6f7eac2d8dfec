"""The one reader of notes: tells what kind of text it is, and has it come apart."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.notes import (
    before_reading,
    blocks,
    chat,
    email,
    pieces,
    tables,
    tidy,
    transcript,
    typed,
)
from coprod_desktop.domain.notes.known_words import NotesWords
from coprod_desktop.domain.notes.values import LONGEST_LINE, Cut, NotesRead, Source, aside
from coprod_desktop.errors import UserError

_HEAD, _FOOT = 2000, 500
_MOST_TITLES = 6
_SECONDS = re.compile(r"\d{1,2}:\d\d:\d\d(?:\s+(?:from|von)\b|\t)|(?:^|[\t,;|])\s*to\s*[\t,;|]", re.MULTILINE)


def read(text: str, words: NotesWords, *, day: datetime.date | None = None, start: str | None = None) -> NotesRead:
    """Return what notes come apart into. UserError when there is nothing in them.

    `day` is the day they are of, for days written without a year; `start` ("HH:MM") is when a recording began.
    """
    if len(text) > tidy.LONGEST:
        raise UserError(
            f"That is longer than {tidy.LONGEST:,} characters.", "Nothing was changed. Take it apart in pieces."
        )
    plain, doubts = tidy.tidied(text)
    if not plain.strip():
        raise UserError("There are no words in these notes.", "Nothing was changed.")
    lines, private = (plain.split("\n"), 0) if _is_chat(plain) else chat.private_out(plain.split("\n"), words)
    if private and not any(map(str.strip, lines)):
        found = NotesRead(source=Source.CHAT)
    else:
        found = _read("\n".join(lines), words, day, start)
    if private:
        found = replace(found, direct=private, without_direct="\n".join(lines))
    if found.source is not Source.REPORTER and _made_by_machine(plain, words):
        found = replace(found, cuts=tuple(replace(cut, machine=not cut.aside) for cut in found.cuts))
    found = replace(found, cuts=tuple(part for cut in found.cuts for part in _short_enough(cut)))
    said = found.lines
    if found.direct:
        doubts += (_left_out(found.direct),)
    if not said and not found.direct:
        doubts += ("Nothing in it looks like something somebody said.",)
    return replace(found, doubts=(*doubts, *found.doubts))


def without_direct(text: str, words: NotesWords) -> str:
    """Return a text without the direct messages of a chat; one that has none as it is. They are kept nowhere.

    A story typed by hand is kept to the letter: it has neither a chat program's word for private nor its seconds.
    """
    plain = tidy.tidied(text)[0]
    folded = fold(plain)
    if not (_SECONDS.search(folded) or any(f"({word}" in folded for word in words.lists["private"])):
        return text
    if not _is_chat(plain):
        lines, private = chat.private_out(plain.split("\n"), words)
        return "\n".join(lines) if private else text
    without = chat.read(plain.split("\n"), words).without_direct
    return text if without is None else without


def _is_chat(plain: str) -> bool:
    lines = plain.split("\n")
    of_another = (
        transcript.looks_like_cues(plain) or transcript.looks_like_heads(lines) or transcript.looks_stamped(lines)
    )
    return not of_another and chat.looks_like(lines)


def _read(plain: str, words: NotesWords, day: datetime.date | None, start: str | None) -> NotesRead:
    if transcript.looks_like_cues(plain):
        return transcript.read_cues(plain, words, start=start)
    lines = plain.split("\n")
    if _is_chat(plain):
        return chat.read(lines, words)
    if transcript.looks_reported(lines):
        return transcript.read_reported(lines, words)
    if transcript.looks_stamped(lines):
        return transcript.read_stamped(lines, words, start=start)
    if transcript.looks_like_heads(lines):
        return transcript.read_heads(lines, words, start=start)
    several = email.each(lines)
    if several is not None:
        return _of_mails(several, words)
    mail = email.parted(lines)
    if mail is not None and any(map(str.strip, mail[1])):
        found = _read("\n".join(mail[1]), words, day, start)
        return replace(found, cuts=(*_asides(mail[0]), *found.cuts, *_asides(mail[2])))
    parts = blocks.of_lines(lines, words)
    if any(part.rows for part in parts):
        return _in_blocks(parts, words, day)
    sheets = tables.sheets_of(plain, words)
    if sheets is not None:
        return tables.read_sheets(sheets, words)
    return typed.read("\n".join(line for part in parts for line in part.lines), words, day=day)


def _of_mails(mails: Sequence[tuple[str | None, list[str], list[str]]], words: NotesWords) -> NotesRead:
    """Read e-mails that stand one below the other: who sent one said what stands in it, where nobody else is named."""
    cuts: list[Cut] = []
    for who, head, body in mails:
        cuts += _asides(head)
        close = email.closed_at(body)
        text = email.unbroken(body[:close])
        if text.strip():
            here = before_reading.labels_of(pieces.of_lines(text.split("\n")), words)
            for cut in typed.of_cell(text, words, here):
                mine = cut.speaker is None and cut.action is None and not cut.aside
                cuts.append(replace(cut, speaker=who) if mine else cut)
        cuts += _asides(body[close:])
    return NotesRead(source=Source.TYPED, cuts=tuple(cuts))


def _asides(lines: Sequence[str]) -> list[Cut]:
    return [aside(line) for line in map(str.strip, lines) if line]


def _in_blocks(parts: Sequence[blocks.Block], words: NotesWords, day: datetime.date | None) -> NotesRead:
    """Read tables as tables, and what stands around them as notes. What stands above the first is what they are of."""
    prose = [line for part in parts if not part.rows for line in part.lines]
    here = before_reading.labels_of(pieces.of_lines(prose), words)
    found: list[NotesRead] = []
    for at, part in enumerate(parts):
        if part.rows:
            found.append(tables.read([list(row) for row in part.rows], words, here))
        elif at == 0 and len(titles := _asides(part.lines)) <= _MOST_TITLES:
            found.append(NotesRead(source=Source.TABLE, cuts=tuple(titles)))
        else:
            found.append(typed.read("\n".join(part.lines), words, day=day))
    source = next(one.source for one, part in zip(found, parts, strict=True) if part.rows)
    return NotesRead(
        source=source,
        cuts=tuple(cut for one in found for cut in one.cuts),
        doubts=tuple(dict.fromkeys(doubt for one in found for doubt in one.doubts)),
    )


def _made_by_machine(plain: str, words: NotesWords) -> bool:
    """Tell whether a text says of itself, at its beginning or end, that a machine listened."""
    ends = fold(plain[:_HEAD] + "\n" + plain[-_FOOT:]) if len(plain) > _HEAD + _FOOT else fold(plain)
    return any(told in line and len(line) < 160 for line in ends.split("\n") for told in words.lists["machine"])


def _short_enough(cut: Cut) -> tuple[Cut, ...]:
    """Return a cut in parts that a line can hold, none of its words left out."""
    if len(cut.text) <= LONGEST_LINE:
        return (cut,)
    parts, rest = [], cut.text
    while len(rest) > LONGEST_LINE:
        at = max(rest.rfind(sign, 1, LONGEST_LINE) for sign in " \n")
        at = LONGEST_LINE if at == -1 else at
        parts.append(rest[:at])
        rest = rest[at:].lstrip()
    doubt = f"It was longer than a line can be ({LONGEST_LINE:,} characters), so it is in {len(parts) + 1} parts."
    return tuple(replace(cut, text=part, doubts=(*cut.doubts, doubt)) for part in (*parts, rest))


def _left_out(direct: int) -> str:
    one = direct == 1
    return f"{direct} direct message{'' if one else 's'} {'was' if one else 'were'} left out and {'is' if one else 'are'} not kept."
