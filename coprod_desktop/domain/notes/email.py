"""Notes that came by e-mail: its head, its greeting and its signature are nobody's words in the session."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEAD = re.compile(r"^\**(?:from|sent|to|cc|bcc|subject|date|reply-to|attachments?)\**\s*:", re.IGNORECASE)
_GREETING = re.compile(
    r"^(?:hi|hello|hiya|dear|hey|good (?:morning|afternoon|evening))\b[^.?:]{0,40}[,!.]?$", re.IGNORECASE
)
_CLOSE = re.compile(
    r"^(?:(?:many |with )?thanks(?: again)?|thank you|(?:kind |warm |best )?regards|(?:all the )?best(?: wishes)?|cheers|yours\b.{0,20}|love|sent from my .*)[,.! x]*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\**from\**\s*:\**\s*(?P<who>[^<\[:]{2,60}?)\s*(?:[<\[(][^<>]*@[^<>]*[>\])])?\s*$", re.IGNORECASE)
_FEW, _SIGNATURE = 2, 6
_BROKEN = re.compile(r"(?m)^(?P<line>.{55,}[^\s.!?:])[ \t]*\n(?=[ \t]*(?:[a-z]|I\b))")
"""A long line in mid sentence that goes on below in small letters: the program that sent it broke it there."""


def each(lines: Sequence[str]) -> list[tuple[str | None, list[str], list[str]]] | None:
    """Return who wrote each of several e-mails, its head, and its words; None where there are not at least two.

    What stands above the first comes first, and nobody wrote it.
    """
    starts = [
        at
        for at, line in enumerate(lines[:-1])
        if _FROM.match(line.strip()) and _HEAD.match(next(filter(str.strip, lines[at + 1 :]), "").strip())
    ]
    if len(starts) < _FEW:
        return None
    found: list[tuple[str | None, list[str], list[str]]] = [(None, list(lines[: starts[0]]), [])]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        first = _FROM.match(lines[start].strip())
        at = start
        while at < end and (not lines[at].strip() or _HEAD.match(lines[at].strip())):
            at += 1
        if at < end - 1 and _GREETING.match(lines[at].strip()):
            at += 1
        found.append((first["who"] if first else None, list(lines[start:at]), list(lines[at:end])))
    return found


def parted(lines: Sequence[str]) -> tuple[list[str], list[str], list[str]] | None:
    """Return what stands above the words of an e-mail, its words, and what stands below; None when it is none."""
    full = [at for at, line in enumerate(lines) if line.strip()]
    head = 0
    while head < len(full) and _HEAD.match(lines[full[head]].strip()):
        head += 1
    if head < _FEW or head >= len(full):
        return None
    if _GREETING.match(lines[full[head]].strip()):
        head += 1
    begin = full[head] if head < len(full) else len(lines)
    end = closed_at(lines, begin)
    return list(lines[:begin]), list(lines[begin:end]), list(lines[end:])


def closed_at(lines: Sequence[str], begin: int = 0) -> int:
    """Return where the close and the signature of an e-mail begin; where there is none, its end."""
    full = [at for at, line in enumerate(lines) if line.strip()]
    return next((at for at in full[-_SIGNATURE:] if at >= begin and _CLOSE.match(lines[at].strip())), len(lines))


def unbroken(lines: Sequence[str]) -> str:
    """Return the words of an e-mail with the lines that the program broke made whole."""
    return _BROKEN.sub(r"\g<line> ", "\n".join(lines))
