"""The lines of what is no table, without what stands around names: a letter's greeting, when somebody rang or replied, where they live."""

from __future__ import annotations

import re

_NUMBER_FIRST = re.compile(r"^(\+?\d[\d ()]{8,13}\d)\s+(?=\D)(.+)")
"""A message, as a telephone shows who sent it: "07700 900123 Ann Lee: yes"."""
_ROOM = re.compile(r"^(?:room|rm|flat|apartment|apt|unit|bed|bay|house|plot)\.?\s*\d+[a-z]?\b[\s:,.–-]*(?=\w)", re.I)
"""Where somebody lives, before their name: "Room 4 Elsie Tanner"."""
_CALLED = re.compile(
    r"^(?:(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:[a-z]*day)?,?\s+(?=\d{1,2}[:.]\d\d))?(?:(?:msg|message|call|voicemail|text)\b[\s#.]*\d*|(?:from|text from|call from)\b|\d{1,2}[:.]\d\d\s*(?:[ap]m)?\b)[\s,:.–-]+(?:\d{1,2}[:.]\d\d\s*(?:[ap]m)?\b[\s,:.–-]+)?(?=\S)",
    re.I,
)
"""When somebody rang, before their name: "Msg 2, 09:40 - Leroy Dacres"."""
_GREETS = re.compile(
    r"(?:hi|hello|hiya|hey|dear|(?:good )?(?:morning|afternoon))\b[^:]{0,40}(?:[,!.]|\b(?:all|both|everyone|team))",
    re.I,
)
_ENDS = re.compile(
    r"(?:many thanks|thanks|thank you|thx|ta|cheers|(?:kind|warm|best) (?:regards|wishes)|all the best|best|regards|yours \w+|love|speak soon)"
    r"(?: (?:again|so much|very much|in advance|for (?:this|your help)))?[,!.]*",
    re.I,
)
"""Ends a letter: below it stands who wrote it."""
_SIGNED = 5
"""So many lines may stand below the end of a letter: who wrote it, their office, how to ring them."""
_COUNTED_OUT = re.compile(r"^\d{1,2}\s+(?=[^\d\s])")
"""The number of a line without a dot, as a list on paper has it."""
DAY_OF_MONTH = r"\d{1,2}(?:st|nd|rd|th)?\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
MARKED = re.compile(r"^\s*(?:[-–—•*·▪]\s*|\(?\d{1,3}[.)]\s*)(?=\S)")
"""A line with a dot or a number before it."""
_DAY = (
    r"\(?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d\d-\d\d"
    rf"|{DAY_OF_MONTH}\.?(?:,?\s+\d{4})?)"
    r"(?:,?\s+\d{1,2}[:.]\d\d(?:\s*[ap]m)?)?\)?"
)
_DAY_FIRST = re.compile(rf"^{_DAY}[\s,;:–-]+(?=[^\W\d_])", re.I)
_DAY_LAST = re.compile(rf"(?<=[\w)])[\s,;–-]+{_DAY}$", re.I)
"""When somebody replied, beside their name: "10/11/2026 Ann Lee"."""
_MOSTLY, _HALF = 0.75, 0.5


def lines_of(text: str) -> tuple[list[tuple[int, str]], bool]:
    """Return the lines of a text with their numbers, and whether days stood beside most of them."""
    found = [
        (n, _NUMBER_FIRST.sub(r"\2; \1", _ROOM.sub("", _CALLED.sub("", line.strip()))))
        for n, line in enumerate(_of_a_letter(text.splitlines()), 1)
    ]
    many = sum(any(map(str.isalpha, line)) for _, line in found)
    undated = [(n, _DAY_LAST.sub("", _DAY_FIRST.sub("", line))) for n, line in found]
    if dated := sum(one != other for one, other in zip(found, undated, strict=True)) > max(1, _HALF * many):
        found = undated
    if sum(bool(_COUNTED_OUT.match(line)) for _, line in found) > max(2, _MOSTLY * (many - 2)):
        found = [(n, _COUNTED_OUT.sub("", line)) for n, line in found]
    return found, dated


def _of_a_letter(lines: list[str]) -> list[str]:
    """Return the lines of a letter without whom it greets, and what stands below its end; any other lines as they are."""
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if not lines or not _GREETS.fullmatch(lines[first].strip()):
        return lines
    ends = (at for at, line in enumerate(lines) if at > first and _ENDS.fullmatch(line.strip()))
    end = next((at for at in ends if sum(map(bool, map(str.strip, lines[at + 1 :]))) <= _SIGNED), len(lines))
    return ["" if at == first else line for at, line in enumerate(lines[:end])]
