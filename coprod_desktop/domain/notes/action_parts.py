"""The parts of an action that say what they are: "Action: ring the council. Owner: Tom. Due: Friday"."""

from __future__ import annotations

import re

_LABELLED = re.compile(
    r"^(?:(?P<what>action|task|what|to do)|(?P<who>owner|who|lead|by whom|responsible|assigned to)|(?P<when>due|when|by when|deadline|by|date|target))\s*[:=]\s*(?P<is>.+)$",
    re.IGNORECASE,
)
"""A part of an action that says what it is: "Owner: Tom"."""
_NAMES_PART = (
    r"(?:action|task|what|to do|owner|who|lead|by whom|responsible|assigned to|due|when|by when|deadline|date|target)"
)
_PART_DASHED = re.compile(rf"(?<=[.,;] )(?P<name>{_NAMES_PART})\s[-–—]\s", re.IGNORECASE)
_PART_WITHIN = re.compile(
    rf"\s*[|;]\s*|\s+[-–—/]\s+|,\s+(?=\w+\s*[:=])|(?:(?<=[.,])\s+|\s+(?=[A-Z]))(?=(?i:{_NAMES_PART})\s*[:=])"
)
"""Where the next part of an action begins that says what it is: "email the hall. Owner: Tom Due: Friday"."""
SOON = re.compile(
    r"[\s,;(–-]+(?P<when>asap|a\.s\.a\.p|as soon as (?:possible|(?:they|she|he|we) can)|tomorrow|this (?:week|month|afternoon|evening)|next (?:week|month|meeting|session)|straight away)[).!\s]*$",
    re.IGNORECASE,
)
""""Meera to email the hall asap": when it is to be done, with no "by" before it."""
SIGNS_BEFORE = re.compile(r"^(?:(?:->|=>|[>@→☐□])\s*)+(?=\S)")
MODAL = re.compile(
    r"^(?:is |are |has |have )?(?:going to|gonna|agreed to|offered to|volunteered to|promised to|needs? to|has to|must|should)\s+"
)
BODIES = re.compile(
    r"^(?:the\s+|our\s+)?(?:[\w&'’-]+\s+){0,3}?(?:council|social services|social care|housing|services?|team|nhs|trust|hospital|surgery|practice|landlord|association|commissioners?|providers?|agency|board|partnership|healthwatch)$",
    re.IGNORECASE,
)
"""Who is nobody by name and may have something to do: "Council to ring …"."""


def said_parts(line: str, *, led: bool = False) -> dict[str, str]:
    """Return what a line names of "what", "who" and "when", in whatever order they stand.

    `led` where "Action:" stood before it: then what has no name at its beginning is what is to be done.
    """
    written = [part.strip() for part in _PART_WITHIN.split(_PART_DASHED.sub(r"\g<name>: ", line))]
    parts = [_LABELLED.match(part) for part in written]
    said = {name: m["is"].strip(" .,") for m in parts if m is not None for name in ("what", "who", "when") if m[name]}
    if parts[0] is None and None not in parts[1:] and "what" not in said and (led or len(said) > 1):
        said["what"] = written[0].strip(" .,")
    return said
