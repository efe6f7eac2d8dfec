"""Headings in notes: what kind the lines under them are, whose sheet they are from, or that nobody said what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from coprod_desktop.domain.notes.known_words import NotesWords, plain
from coprod_desktop.domain.words import EntryKind

_LONGEST = 70
_LEAD = re.compile(
    r"^(?:#{1,6}\s+|\d{1,3}/\d{1,3}[.:]?\s+|(?:item\s+\d{1,2}\s*[–-]\s+|(?:item\s+)?\d{1,2}(?:\.\d{1,2})?[.):]?\s+)|part\s+\d+\s*[:.–-]?\s*)",
    re.IGNORECASE,
)
_STRESSED_WHOLE = re.compile(r"^(?:(\*\*|__)(?:(?!\1).)+\1:?$|==)")
"""A line that is stressed from end to end; one whose first words are is somebody's, or of a kind."""
_RULE = re.compile(r"^[-=_*~–—#.\s]{3,}$")


_ACTIONS_OF = re.compile(
    r"^(?:agreed |key )?(?:actions?|action points|next steps|to ?dos?|who (?:will|is going to) do what)(?: (?:list|log|plan|table))?"
    r"(?: (?:and|&) (?:next steps|owners|decisions|deadlines))?(?: (?:from|agreed|arising|for|at|of|before|after|until) (?!.*\b(?:last|previous|past)\b)[^:?]{2,40})?$"
)
"""Headings of what is to be done, of whatever meeting: "Actions from today", "Action points agreed"."""


class Under(Enum):
    """What stands under a heading."""

    LINES = auto()
    ACTIONS = auto()
    ASIDE = auto()
    PEOPLE = auto()


@dataclass(frozen=True)
class Heading:
    """A heading: its words, what stands under it, and what the lines under it are where they say nothing else."""

    words: str
    under: Under = Under.LINES
    kind: EntryKind | None = None
    sheet: str | None = None
    sure: bool = True
    """Whether its words are known; else it only looks like one."""


def is_rule(line: str) -> bool:
    """Tell whether a line is only drawn: "-----", "====="."""
    return _RULE.match(line) is not None


def read(line: str, words: NotesWords, *, stands_apart: bool) -> Heading | None:
    """Return the heading a line is; None when somebody said it. `stands_apart`: a blank line or the beginning before it."""
    bare = line.strip(" *_=#~")
    numbered = _LEAD.match(line.strip(" *_=~"))
    title = (line.strip(" *_=~")[numbered.end() :] if numbered else bare).strip(" *_=~")
    if not title or len(title) > _LONGEST:
        return None
    sheet = _sheet(bare, words)
    if sheet is not None:
        return sheet
    folded = plain(title.rstrip(":?!.… "))
    folded = re.sub(r"\s*\([^)]*\)$", "", folded)
    lists = words.lists
    if folded in lists["action_headings"] or _ACTIONS_OF.match(folded):
        return Heading(title, Under.ACTIONS)
    if folded in lists["aside_headings"]:
        return Heading(title, Under.ASIDE)
    if folded in lists["lists_of_people"] or folded in lists["not_there"]:
        return Heading(title, Under.PEOPLE)
    loud = title.isupper() and sum(c.isalpha() for c in title) > 2
    ends = title.endswith(":")
    if folded in words.headings and (loud or ends or stands_apart or numbered is not None):
        return Heading(title, kind=words.headings[folded])
    hashed = line.lstrip().startswith("#") or _STRESSED_WHOLE.match(line.strip()) is not None
    ended = title[-1] in ".!?,;" and not hashed
    if hashed or (ends and len(title) < 60) or (loud and stands_apart and not ended and len(title.split()) < 8):
        return Heading(title, sure=hashed)
    if numbered is not None and stands_apart and not ended and len(title.split()) < 7 and title[:1].isupper():
        return Heading(title, sure=False)
    return None


def above_bullets(line: str) -> Heading | None:
    """Return the heading that a few words above bullets are: "Day centre"."""
    title = line.strip(" *_=#~")
    few = 0 < len(title.split()) < 6 and title[:1].isupper() and title[-1] not in ".!,;"
    return Heading(title, sure=False) if few else None


def place_in(line: str, words: NotesWords) -> str | None:
    """Return the table or sheet that is named in a title: "Post-its, table 4"."""
    found = (
        re.search(rf"\b(?:{_places(words)})\s*#?\s*\d{{1,3}}\b", line, re.IGNORECASE) if len(line) < _LONGEST else None
    )
    return None if found is None else found.group()[:1].upper() + found.group()[1:]


def _places(words: NotesWords) -> str:
    return "|".join(map(re.escape, words.lists["places"]))


def _sheet(line: str, words: NotesWords) -> Heading | None:
    found = re.match(
        rf"^((?:{_places(words)})\s*#?\s*(?:\d{{1,3}}|[A-H]))\b\s*[:.–—-]?\s*\(?([^():]*)\)?:?$",
        line,
        re.IGNORECASE,
    )
    if found is None or len(found[2].split()) > 6:
        return None
    name = " ".join(found[1].split())
    return Heading(found[2] or name, sheet=name[:1].upper() + name[1:])
