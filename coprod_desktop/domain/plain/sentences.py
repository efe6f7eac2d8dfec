"""The sentences of a text that staff write, and what makes one hard: its length, two ideas, nobody who does it, no day.

Sentences of at most 15 words: practice for Easy Read (UKAAF, Change); 20 is where plain English guides begin to warn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LONG = 20
EASY = 15
_QUOTED = re.compile(
    r"“[^”\n]{0,500}”|\"[^\"\n]{0,500}\"|(?<!\w)‘[^\n]{0,500}?\S’(?!\w)|(?<!\w)'(?=\w)[^'\n]{0,500}[^\s']'(?!\w)",
)
"""What stands in quotation marks; a mark that is never closed is not looked for to the end of a long text."""
_SENTENCE = re.compile(r"[^\n]+?(?:(?<!\be\.g)(?<!\bi\.e)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)[.!?]+(?=\s|$)|(?=\n)|$)")
_WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*")
_NEW_IDEA = re.compile(
    r"(?:;|,? (?:and|but|so|while|although|because)|, which) "
    r"(?:(?:we|you|they|it|he|she|I|there|this|that|people|staff)\b|"
    r"(?:will|can|cannot|could|would|must|should|are|is|have|has)\b)",
    re.IGNORECASE,
)
_DONE_WORDS = (
    "bought brought built chosen done dealt found given heard held kept led left made met paid passed put read rung run "
    "said seen sent set shown spent spoken taken thought told written"
)
_STATES = (
    "able based called closed concerned disabled excited interested involved limited locked married meant mixed named "
    "pleased prepared qualified retired supposed tired trained used worried"
)
_PASSIVE = re.compile(
    r"\b(?:(?:will|shall|can|could|should|must|may|might|would|(?:has|have|had|needs?) to)(?: not)?|cannot|won['’]t)"
    r"(?: (?:also|then|now|always|only|soon))? be(?: being)?{done}"
    r"|\b(?:has|have|had)(?: not)? been{done}|\b(?:is|are|was|were)(?: not)? being{done}"
    r"|\b(?:was|were)(?: not)? (?:agreed|approved|cancelled|decided|delayed|refused|rejected|chosen)\b".replace(
        "{done}",
        rf"(?: [a-z]+ly)? (?!(?:{'|'.join(_STATES.split())})\b)(?:[a-z]{{2,}}ed|{'|'.join(_DONE_WORDS.split())})\b",
    ),
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    r"[^.;]{0,40}?\bby (?!(?:\d|mid|the end|then|next|now|email|e-mail|post|phone|text|letter|law|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|spring|summer|autumn|winter|christmas|easter|[a-z]+ing)\b)",
    re.IGNORECASE,
)
_NO_DAY = re.compile(
    r"\b(?:on-?going|soon(?! (?:as|after|before))(?<!too soon)(?<!so soon)|shortly(?! (?:after|before))|in due course|"
    r"as soon as (?:possible|practicable|we can|is possible)|asap|a\.s\.a\.p|in the (?:near|foreseeable) future|in progress|"
    r"(?:going|moving) forwards?|at a later date|in the coming (?:days|weeks|months)|over the coming (?:weeks|months)|"
    r"in a timely manner|when resources allow|at the earliest opportunity|under review|on the horizon|in the pipeline)\b",
    re.IGNORECASE,
)
_NO_PROMISE = re.compile(
    r"\b(?:endeavour(?:s|ed|ing)?(?: to)?|aim(?:s|ing)? to|hop(?:e|es|ing) to|seek(?:s|ing)? to|striv(?:e|es|ing) (?:to|for)|"
    r"look(?:s|ing)? into|looking to(?= \w)|do our best|do what we can|"
    r"work(?:ing)? towards|try(?:ing)? to|explor(?:e|es|ing) (?:options|ways|how|whether|the)|give (?:it )?consideration(?: to)?)\b",
    re.IGNORECASE,
)


class FoundWord(NamedTuple):
    """A stretch of the text."""

    start: int
    end: int


def own_words(text: str, said: Sequence[str] = ()) -> str:
    """Return the text, as long as it was, with blanks for what people said: quotations, and lines given in `said`.

    Of a line that was shortened, the sentences that are left are still theirs.
    """
    for line in said:
        whole = line.strip()
        parts = [whole] if whole in text else [whole[at.start : at.end].rstrip(".!?") for at in sentences(whole)]
        for words in parts:
            if len(words) > 1 and words in text:
                text = text.replace(words, _blank(words), 1)
    return _QUOTED.sub(lambda m: _blank(m.group()), text)


def _blank(words: str) -> str:
    return "".join("\n" if sign == "\n" else " " for sign in words)


def sentences(text: str) -> Iterator[FoundWord]:
    """Yield the sentences; a new line begins one."""
    for found in _SENTENCE.finditer(text):
        words = found.group()
        start = found.start() + len(words) - len(words.lstrip())
        if words.strip():
            yield FoundWord(start, found.start() + len(words.rstrip()))


def count(sentence: str) -> int:
    """Return how many words a sentence has; a figure such as £410,000 is one."""
    return len(_WORD.findall(sentence))


def ideas(sentence: str) -> int:
    """Return about how many things a sentence says."""
    return 1 + len(_NEW_IDEA.findall(sentence))


def nobody_does(text: str) -> Iterator[FoundWord]:
    """Yield what is done by nobody: "will be looked at", but not "will be checked by the team"."""
    for found in _PASSIVE.finditer(text):
        if not _BY_WHOM.match(text, found.end()):
            yield FoundWord(*found.span())


def no_day(text: str) -> Iterator[FoundWord]:
    """Yield words that stand where a day belongs: "soon", "ongoing"."""
    return (FoundWord(*found.span()) for found in _NO_DAY.finditer(text))


def no_promise(text: str) -> Iterator[FoundWord]:
    """Yield words that promise only to try: "endeavour", "look into"."""
    return (FoundWord(*found.span()) for found in _NO_PROMISE.finditer(text))
