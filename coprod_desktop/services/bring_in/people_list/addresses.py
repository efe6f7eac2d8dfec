"""Text that tells of people in order and is no table: the To: line of a mail, a few lines "Label: …" for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from coprod_desktop.domain.contact_marks import MAIL
from coprod_desktop.services.bring_in.people_list.sheets import Opened, Row, of_rows, tidy

_TO = re.compile(r"(?:to|cc|bcc|from|required|optional|attendees)\s*:\s*", re.I)
_ADDRESS = re.compile(r"^['\"]?(.*?)['\"]?\s*[<(\[](?:mailto:)?([^<>()\[\]\s]+@[^<>()\[\]\s]+)[>)\]]$")
_ONE_OF_MANY = re.compile(
    r"(?:['\"]?[^\s,<>'\"]+@[^\s,<>'\"]+['\"]?\s+|[^<>@;]*)<[^<>@]+@[^<>@]+>,?|[^\s,<>]+@[^\s,<>]+,?"
)
_OF_A_NAME = re.compile(r"\bname\b|\bwho\b|attendee|participant|person")
_LABELLED = re.compile(r"([A-Za-z][^:?]{1,60}?)\s*(?:\?:?|:)\s*(.*)")
_MOST_WORDS = 6


def of_addresses(text: str) -> Opened | None:
    """Return a list of the addresses of a mail; None when the text is something else."""
    if "@" not in text or len(text) > 500_000:
        return None
    rows: list[Row] = [tidy(1, ("Name", "Email"))]
    for piece in _pieces(text):
        name, mail = _named(piece)
        if not mail and not (len(rows) > 1 and len(name.split()) <= _MOST_WORDS and re.fullmatch(r"[^\d@:]+", name)):
            return None
        rows.append(tidy(len(rows) + 1, (name, mail)))
    with_mail = sum("@" in row.cells[-1] for row in rows)
    if with_mail < max(1, (len(rows) - 1) // 2):
        return None
    return Opened("a line of mail addresses", (of_rows(rows),), has_headings=True)


def named_in(line: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the address of each whom a line of a mail names; of a name alone no address."""
    yield from map(_named, _pieces(line))


def _named(piece: str) -> tuple[str, str]:
    found = _ADDRESS.match(piece)
    return (found[1] or found[2], found[2]) if found else (piece, piece if MAIL.fullmatch(piece) else "")


def of_blocks(text: str) -> list[tuple[int, list[str]]]:
    """Return people of whom each has lines of their own, "Name: …", "Phone: …", as rows below the labels; none of other texts."""
    lines = [found for line in text.splitlines() if line.strip() and (found := _LABELLED.fullmatch(line.strip()))]
    first = lines[0][1].casefold() if lines else ""
    begins = [at for at, line in enumerate(lines) if line[1].casefold() == first]
    whole = len(lines) == sum(bool(line.strip()) for line in text.splitlines())
    if not whole or not _OF_A_NAME.search(first) or len(begins) < 2 or len(lines) < 2 * len(begins):
        return []
    labels = list(dict.fromkeys(line[1].casefold() for line in lines))
    told = [{line[1].casefold(): line[2] for line in lines[a:b]} for a, b in pairwise([*begins, len(lines)])]
    rows = [labels, *([one.get(label, "") for label in labels] for one in told)]
    return list(enumerate(rows, 1))


def _pieces(text: str) -> Iterator[str]:
    """Yield each address of a To: line: between semicolons or lines, and between commas only after a whole address."""
    for line in text.splitlines():
        line = _TO.sub("", line.strip(), count=1) if _TO.match(line.strip()) else line.strip()
        for part in map(str.strip, line.split(";")):
            many = _ONE_OF_MANY.findall(part)
            if len(many) > 1 and not _ONE_OF_MANY.sub("", part).strip(" ,"):
                yield from (piece.strip(" ,") for piece in many)
            elif part.strip(" ,"):
                yield part.strip(" ,")
