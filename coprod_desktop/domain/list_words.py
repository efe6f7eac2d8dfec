"""What lists of people are read by, as resources/content/people_lists.json has it: refused when a row of it is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from coprod_desktop.domain.check.words import fold, tidy
from coprod_desktop.domain.content_table import TableRow
from coprod_desktop.domain.permission_fields import CONSENT_KEYS
from coprod_desktop.domain.phrases import Phrase, PhraseFound, Phrases, Said, WrongPhrase, phrase
from coprod_desktop.domain.words import Attending

LEFT = ""
"""The meaning of a column that stays behind."""
KEYS = (
    "name", "first", "last", "preferred", "role", "coming", "needs", "format", "food", "mail", "phone", "contact", "way",
    "photo", "recording", "quote", "name_ok", "contact_ok", "notes",
)  # fmt: skip
"""What a column can mean; each has one row in the table."""
_PHRASES = (
    "not_the_person", "about_the_event", "about_something_else", "negative", "not_negative", "asks", "totals", "remarks",
    "nobody", "devices", "bots", "attendance_reports", "child_headings", "other_sheets", "likely_sheets", "may_be_roles",
    "organisations", "parts_of_address", "who_comes", "attendance", "arrivals", "buildings", "rooms", "nobody_rows", "served", "caring", "of_a_carer", "staying_away", "taken_back", "fills_in", "whose", "relationship", "contact_person", "to_ring",
)  # fmt: skip
_WORDS = (
    "yes",
    "no",
    "nothing",
    "tags",
    "titles",
    "after_names",
    "particles",
    "not_roles",
    "relations",
    "name_headings",
    "kinds_of_person",
    "the_person",
    "kinds_of_row",
    "kinds_of_organisation",
    "ways",
    "nothing_words",
    "own",
    "offices",
    "fills_a_title",
)
_TICK, _CROSS = re.compile("[✓✔☑✅🗸👍🙋]"), re.compile("[✗✘❌👎🙅]")
_LONGEST_REPLY = 4
"""Words of a reply that heads a part of a list."""
_SHORTEST_REPLY = 4
"""Letters of a reply in one word that heads a part: "Can't", "Definitely"; not "Y", "ok"."""
_FRAME = 0.6
"""How well a question means what its first words ask, however long it is: "Is there anything we can do so that …?"."""
_THOSE_WHO = re.compile(
    r"(?:people|those|adults|residents|members) (?:who|with|using|living|receiving|drawing|we) [a-z]+(?: [a-z]+){0,4}"
)
"""Who stands below, in words of the list's own: "People who use care"."""
_TOKEN = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True)
class ListMeaning:
    """One thing a column can say of somebody."""

    key: str
    words: str
    many: bool = False
    """Several columns may say it."""
    consent: str = ""
    """What it asks leave for, as `consents` of a session file calls it."""


EMPTY = "An empty line"
"""What stands where a title may be missing."""


@dataclass(frozen=True)
class Section:
    """What a line that heads a part of a list says of everybody below it."""

    role: str = ""
    coming: Attending | None = None
    left: bool = False
    """Nobody below it belongs to the list."""
    refused: tuple[str, ...] = ()
    """What everybody below said no to, as `consents` of a session file calls it."""
    title: str = ""
    """The line itself, where nobody knows whether it is a title or a name: then it says nothing."""


@dataclass(frozen=True)
class ListWords:
    """The table."""

    meanings: Mapping[str, ListMeaning]
    answers: tuple[Attending, ...]
    """What each number of `coming` stands for."""
    coming: Phrases
    sections: Mapping[str, Section]
    phrases: Mapping[str, Phrases]
    words: Mapping[str, frozenset[str]]
    _short: tuple[tuple[re.Pattern[str], str], ...]
    """How lists shorten words, and the words."""
    _headings: Phrases
    _stand_for: tuple[tuple[str, str], ...]
    """What each number of `_headings` stands for: a meaning, and how it says it: "headings", "weak", "asks"."""

    def spelt_out(self, text: str) -> str:
        """Return a text with its words in full: "wheelchair" for "w/chair"."""
        for short, words in self._short:
            text = short.sub(words, text)
        return text

    def section(self, line: str) -> Section | None:
        """Return what a line that heads a part of a list says of everybody below it: a part of the table, or a reply ("Waiting to hear")."""
        said = tokens(line)
        bare = (
            tuple(token for token in said if token not in self.words["fills_a_title"]) or said
        )  # "Who has said yes so far"
        known = self.sections.get(" ".join(said)) or self.sections.get(" ".join(bare))
        if known is None and _THOSE_WHO.fullmatch(" ".join(said)):
            return Section(role=line.strip(" :–-"))
        said = bare
        short = len(said) == 1 and (len(said[0]) < _SHORTEST_REPLY or said[0] in self.words["nothing"])
        if known is not None or len(said) > _LONGEST_REPLY or short:
            return known
        parts = [self.sections.get(part) for part in " ".join(said).split(" and ")]
        if all(part is not None and part.role for part in parts):
            return Section(role=" ".join(said))
        whole = (one for one in found(self.coming, said) if one.start == 0 and one.end == len(said))
        return next((Section(coming=self.answers[one.means]) for one in whole), None)

    def says(self, name: str, text: str) -> bool:
        """Tell whether a phrase of this list stands anywhere in a text."""
        said = tokens(text)
        return any(True for at in range(len(said)) for _ in self._begin(name, said, at))

    def is_one(self, name: str, text: str) -> bool:
        """Tell whether a text is a phrase of this list, and nothing else."""
        said = tokens(text)
        return bool(said) and any(one.end == len(said) for one in self._begin(name, said, 0))

    def begins(self, name: str, text: str) -> bool:
        """Tell whether a text begins with a phrase of this list."""
        said = tokens(text)
        return bool(said) and any(True for _ in self._begin(name, said, 0))

    def _begin(self, name: str, said: Sequence[str], at: int) -> Iterator[PhraseFound]:
        return self.phrases[name].begin(_said(said), at)

    def has(self, name: str, text: str) -> bool:
        """Tell whether a list of words holds this text."""
        return plain(text) in self.words[name]

    def is_nothing(self, text: str) -> bool:
        """Tell whether a text says that there is nothing, in whatever words: "Nothing extra at the moment, thanks"."""
        said = tokens(text)
        begins = bool(said) and said[0] in {"no", "none", "nothing", "not", "nil", "nope"}
        return self.has("nothing", text) or (begins and self.words["nothing_words"].issuperset(said))

    def headings(self, text: str) -> Iterator[tuple[str, float]]:
        """Yield what a heading may mean, each with how much of it that explains (0 to 1) and a little for length."""
        said = tokens(text)
        theirs = self.words["the_person"]
        informs = sum(_informs(token) and token not in theirs for token in said) or sum(map(_informs, said)) or 1
        for one in found(self._headings, said):
            key, kind = self._stand_for[one.means]
            told = sum(map(_informs, said[one.start : one.end])) or 1
            part = min(told / informs, 1.0)
            yield (
                key,
                (max(part, _FRAME) if kind == "asks" else part * (0.5 if kind == "weak" else 1.0)) + 0.02 * one.words,
            )


_FILL = frozenset({
    "a", "an", "the", "of", "your", "you", "my", "please", "tick", "all", "that", "apply", "do", "does", "did",
    "have", "has", "is", "are", "will", "would", "be", "any", "if", "so", "for", "to", "in", "on", "at", "this",
    "or", "and", "their", "they", "we", "us", "i", "optional", "required", "what", "which", "how", "can", "could",
    "should", "may",
})  # fmt: skip
"""Say little about what a heading asks."""


def _informs(token: str) -> bool:
    """Tell whether a word of a heading says something about what it asks; the day of "Attending 12/06" does not."""
    return token not in _FILL and not token.isdecimal()


@lru_cache(maxsize=20_000)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text: small letters, no accents, "dont" for "don't", a tick as "tick", a cross as "no"."""
    marked = _CROSS.sub(" no ", _TICK.sub(" tick ", text))
    return tuple(_TOKEN.findall(fold(tidy(marked)).replace("'", "")))


def plain(text: str) -> str:
    """Return a text as the lists of words have it."""
    return " ".join(tokens(text))


def found(phrases: Phrases, said: Sequence[str]) -> list[PhraseFound]:
    """Return the phrases in words, the longest first."""
    return phrases.find(_said(said))


def _said(said: Sequence[str]) -> Said:
    return Said(tuple(said), (False,) * len(said))


def parse_list_words(data: Mapping[str, Any]) -> ListWords:
    """Return the table. WrongContent, in a sentence, when a row of it cannot be what was meant."""
    table = TableRow(
        data,
        "what lists of people are read by",
        {"how", "meanings", "left", "coming", "sections", "short", *_PHRASES, *_WORDS},
    )
    meanings: dict[str, ListMeaning] = {}
    stand_for: list[tuple[str, str]] = []
    headings: list[Phrase] = []
    for row in table.rows("meanings", "meaning", {"meaning", "words", "headings", "weak", "asks", "many", "consent"}):
        key = row.one_of("meaning", KEYS)
        meanings[key] = ListMeaning(key, row.text("words"), row.yes("many"), row.one_of("consent", CONSENT_KEYS, ""))
        for name in ("headings", "weak", "asks"):
            headings += _phrases(row, name, len(stand_for))
            stand_for.append((key, name))
    if missing := [key for key in KEYS if key not in meanings]:
        raise table.wrong(f"“meanings” says nothing of “{missing[0]}”")
    headings += _phrases(table, "left", len(stand_for))
    stand_for.append((LEFT, "headings"))
    answers: list[Attending] = []
    coming: list[Phrase] = []
    for row in table.rows("coming", "answer", {"answer", "words"}):
        coming += _phrases(row, "words", len(answers))
        answers.append(Attending(row.one_of("answer", tuple(Attending))))
    return ListWords(
        meanings=meanings,
        answers=tuple(answers),
        coming=Phrases(coming),
        sections=dict(_sections(table)),
        phrases={name: Phrases(_phrases(table, name, 0)) for name in _PHRASES},
        words={name: frozenset(filter(None, map(plain, table.texts(name)))) for name in _WORDS},
        _short=tuple(_short(table)),
        _headings=Phrases(headings),
        _stand_for=tuple(stand_for),
    )


def _sections(table: TableRow) -> Iterator[tuple[str, Section]]:
    for row in table.rows("sections", "role", {"heads", "role", "coming", "left", "plain"}):
        coming = row.one_of("coming", tuple(Attending), "")
        section = Section(row.text("role", ""), Attending(coming) if coming else None, row.yes("left"))
        yield from ((plain(head), section) for head in row.texts("heads"))


def _short(table: TableRow) -> Iterator[tuple[re.Pattern[str], str]]:
    for row in table.rows("short", "short", {"short", "words"}):
        yield re.compile(rf"(?<![^\W_]){re.escape(row.text('short'))}(?![^\W_])\.?", re.I), row.text("words")


def _phrases(row: TableRow, name: str, means: int) -> list[Phrase]:
    made = []
    for text in row.texts(name, ()):
        try:
            made.append(phrase(text, means, {}))
        except WrongPhrase as wrong:
            raise row.wrong(f"“{name}”: “{text}”: {wrong}") from wrong
    return made
