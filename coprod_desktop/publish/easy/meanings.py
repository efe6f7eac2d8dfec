"""Which picture goes with the sense of a whole sentence. Never by one word: "tea" is a drink or a meal, "beds" grow beans.

The table ships as resources/content/easy_meanings.json, made by hand. What it finds is an offer; people choose. Where it
is not sure it finds nothing: no picture is better than a wrong one.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from coprod_desktop import paths

_NEGATIVE = re.compile(r"\b(?:not|no|never|nobody|nothing|none|cannot|without)\b|n['’]t\b", re.IGNORECASE)
_NAME = re.compile(
    r"(?<![.!?…“\"\s])(?<!^)\s+(?!I\b)[A-Z][\w'’]*[a-z][\w'’]*|^[A-Z][\w'’]*(?=\s+[A-Z][a-z])", re.MULTILINE
)
"""A word with a capital inside a sentence, or two at its beginning: part of a name, whatever it means besides."""
_DAYS = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\bChanging Places\b|\bEasy Read\b")


@dataclass(frozen=True)
class Meaning:
    """One sense, its symbol, the phrases that have it, and those that look alike and do not."""

    means: str
    code: str
    when: re.Pattern[str]
    never: re.Pattern[str] | None
    mood: bool
    """Glad or sad, yes or no: it would say the opposite beside "not"."""
    fits: tuple[str, ...]
    traps: tuple[str, ...]


@dataclass(frozen=True)
class Meanings:
    """The table, and sentences for which there is nothing."""

    rows: tuple[Meaning, ...]
    never: re.Pattern[str]
    nothing_for: tuple[str, ...]

    def offer(self, sentence: str) -> str | None:
        """Return the code of the picture for a sentence: of the sense that comes first in it; None when unsure."""
        text = sentence.replace("’", "'")
        if self.never.search(text):
            return None
        text = _without_names(text)
        is_negative = bool(_NEGATIVE.search(text))
        found = [
            (first.start(), -len(first[0]), n)
            for n, row in enumerate(self.rows)
            if not (row.mood and is_negative)
            and (first := row.when.search(text)) is not None
            and not (row.never and row.never.search(text))
        ]
        return self.rows[min(found)[2]].code if found else None


def _without_names(text: str) -> str:
    days = _DAYS.sub(lambda day: day[0].lower(), text)
    return _NAME.sub(" ¤", days)


@cache
def meanings() -> Meanings:
    """Read the table that ships."""
    data = json.loads(paths.resource("content", "easy_meanings.json").read_text("utf-8"))
    rows = tuple(
        Meaning(
            means=row["means"],
            code=row["code"],
            when=_any(row["when"]),
            never=_any(row["never"]) if row["never"] else None,
            mood=row.get("mood", False),
            fits=tuple(row["fits"]),
            traps=tuple(row["traps"]),
        )
        for row in data["meanings"]
    )
    return Meanings(rows, _any(data["never"]), tuple(data["nothing_for"]))


def _any(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(
        "|".join(rf"(?<![\w]){phrase}(?!\w)" if phrase[-1] not in r"\[" else phrase for phrase in phrases),
        re.IGNORECASE,
    )
