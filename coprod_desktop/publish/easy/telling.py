"""A paper as Easy Read tells it: topics, one a page, each of short sentences with the picture that fits their sense."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from coprod_desktop.domain.easy_record import EasyPlace
from coprod_desktop.publish.copy_code import easy_code
from coprod_desktop.publish.document import Paragraph, Picture, Run, Tone

Place = EasyPlace
MOST_WORDS = 15
"""Words of one sentence (practice B11)."""
GAP = re.compile(r"\[[^\[\]]*left out\]", re.IGNORECASE)
"""Stands where a name or a number was left out (domain.check.kinds.INSTEAD)."""
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_END = re.compile(r"[.!?…]+[”\"’)]*(?:\s+|$)|\n+")
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Rev|Prof|Cllr|Sgt|No|[A-Z])\.$")
_PERCENT = re.compile(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)
_BRACKETS = re.compile(r"[()\[\]]")


@dataclass(frozen=True)
class Sentence:
    """One row: a sentence or two, and what picture its sense has.

    `ours`: in the program's own words. `fixed`: nobody changes it, as people's words between quotation marks and what
    follows from the day.
    """

    words: Paragraph
    suggested: str | None = None
    """The code of a symbol, or "day:2026-11-06" for that day's leaf of the calendar."""
    ours: bool = False
    fixed: bool = False
    joins: bool = False
    """Stands in the row of the sentence before, as the day by which somebody does it."""
    means: str = ""
    """What its hard words mean, in sentences of their own."""

    @property
    def text(self) -> str:
        """The row as plain text."""
        return "".join(run.text for run in self.words.runs)

    @property
    def is_english(self) -> bool:
        """Whether nothing of it is in another language."""
        return all(run.lang is None for run in self.words.runs)

    @property
    def english(self) -> str:
        """What of it the lists of words can know."""
        return " ".join(run.text for run in self.words.runs if run.lang is None)

    @property
    def hint(self) -> str:
        """What a person should still do about it; "" when it is short and plain. Quotations have none."""
        return "" if self.fixed or self.words.quote or not self.is_english else hint(self.text)


@dataclass(frozen=True)
class Part:
    """What people said, what we say, or more of a topic: under a heading of its own, if it has a label."""

    place: Place
    sentences: tuple[Sentence, ...]
    label: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Topic:
    """One page: a point, or one more thing the paper tells. `key` is the point's uid; `source` what it was told from."""

    key: str
    title: str
    parts: tuple[Part, ...]
    tone: Tone = Tone.PLAIN
    source: str = field(default="", repr=False)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All of it in order."""
        return tuple(sentence for part in self.parts for sentence in part.sentences)


@dataclass(frozen=True)
class Telling:
    """A whole paper. The cover says what it is, when it was, and whom to ask; then a page a topic."""

    title: str
    subject: str
    cover: Topic
    topics: tuple[Topic, ...]
    author: str = ""
    running_head: str = ""
    unfinished: str = ""
    """What of the paper itself is not done yet."""
    fingerprint: str = ""
    accent: str | None = None
    logo: Picture | None = None

    @property
    def pages(self) -> tuple[Topic, ...]:
        """The cover, and then the topics."""
        return (self.cover, *self.topics)

    @cached_property
    def code(self) -> str:
        """The paper's copy code with that of all that is told here, whichever part is printed: all parts have one."""
        return easy_code(self.fingerprint, self._said())

    def _said(self) -> Iterator[str]:
        for topic in self.pages:
            yield topic.title
            yield from (sentence.text for sentence in topic.sentences)


def source_of(*parts: object) -> str:
    """Return a short code of what a topic is told from: when that changes, what was written for it counts no more."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def sentences_in(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; what stands between quotation marks is one word of whatever it stands in."""
    plain = _QUOTED.sub("“”", text)
    found, start = [], 0
    for end in _END.finditer(plain):
        piece = plain[start : end.end()].strip()
        if not _ABBREVIATED.search(piece):
            found.append(piece)
            start = end.end()
    return tuple(piece for piece in (*found, plain[start:].strip()) if piece)


def word_count(sentence: str) -> int:
    """Return how many words a sentence has; a dash is none."""
    return sum(any(char.isalnum() or char == "“" for char in word) for word in sentence.split())


def hint(text: str) -> str:
    """Return what makes a text hard to read as Easy Read, as one short sentence; "" for nothing."""
    longest = max(map(word_count, sentences_in(text)), default=0)
    ours = _QUOTED.sub("“”", text)
    if longest > MOST_WORDS:
        return f"Too long: say it shorter. {longest} words in one sentence; {MOST_WORDS} at most."
    if GAP.search(ours):
        return "Something was left out here. Say it another way."
    if _PERCENT.search(ours):
        return "Say the number without percent: 3 out of 10 people."
    if _BRACKETS.search(ours):
        return "Say it without brackets."
    return ""


def plainly(
    text: str, suggested: str | None = None, *, tone: Tone = Tone.PLAIN, fixed: bool = False, joins: bool = False
) -> Sentence:
    """Return a row in the program's own words."""
    return Sentence(Paragraph((Run(text, tone=tone),)), suggested, ours=True, fixed=fixed, joins=joins)
