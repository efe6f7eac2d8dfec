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
_FEW, _SIGNATURE = 2, 6


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
    end = next((at for at in full[-_SIGNATURE:] if at >= begin and _CLOSE.match(lines[at].strip())), len(lines))
    return list(lines[:begin]), list(lines[begin:end]), list(lines[end:])
