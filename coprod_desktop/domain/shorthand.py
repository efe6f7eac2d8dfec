"""What is read out of a typed line: who, theme, and (when switched on) the kind by its first letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from coprod_desktop.domain.value import Value, value
from coprod_desktop.domain.words import EntryKind

FIRST_LETTERS: dict[str, EntryKind] = {
    "?": EntryKind.QUESTION,
    "+": EntryKind.WHAT_WORKS,
    "!": EntryKind.ACCESS_INCIDENT,
    "/": EntryKind.PARKING_LOT,
    "*": EntryKind.STORY,
}


@value
class TypedLine(Value):
    """A typed line read: what is left as words, and what was said beside them (None: nothing)."""

    words: str
    kind: EntryKind | None = None
    speaker: str | None = None
    theme: str | None = None


def read_line(typed: str, people: Mapping[str, str], themes: Sequence[str], *, shorthand: bool = False) -> TypedLine:
    """Read @who (of `people`: name to id) and #theme out of a line; what matches nothing stays in the words."""
    words, kind = typed.strip(), None
    if shorthand and words[:1] in FIRST_LETTERS and len(words) > 1:
        kind, words = FIRST_LETTERS[words[0]], words[1:].strip()
    words, who = _take("@", words, list(people))
    words, theme = _take("#", words, themes)
    return TypedLine(words, kind, people.get(who) if who else None, theme)


def completions(typed: str, known: Sequence[str]) -> list[str]:
    """Return the names that start (any word of them) with what was typed after @ or #."""
    start = _folded(typed)
    return [k for k in known if _folded(k).startswith(start) or any(_folded(w).startswith(start) for w in k.split())]


def _take(sign: str, words: str, known: Sequence[str]) -> tuple[str, str | None]:
    for found in re.finditer(rf"(?:^|\s){re.escape(sign)}", words):
        rest = words[found.end() :]
        for name in sorted(known, key=len, reverse=True):
            if _folded(rest[: len(name)]) == _folded(name) and not rest[len(name) : len(name) + 1].isalnum():
                return _joined(words[: found.start()], rest[len(name) :]), name
        token = re.match(r"[\w'’-]+", rest)
        matches = completions(token.group(), known) if token else []
        if token and len(matches) == 1:
            return _joined(words[: found.start()], rest[token.end() :]), matches[0]
    return words, None


def _joined(before: str, after: str) -> str:
    return f"{before.rstrip()} {after.lstrip()}".strip()


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
