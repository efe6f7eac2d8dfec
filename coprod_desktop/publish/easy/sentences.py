"""Short sentences for Easy Read, cut only where nothing can change its meaning (practice B11).

Cut at full stops, and at ";", "and", "but" where a whole sentence stands on either side and nothing binds the two.
A condition, a reason, a question, a list or anybody's own words between quotation marks stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]

_STOP = re.compile(r"[.!?…][\"”’)\]]*(\s+)|(\s*\n\s*)")
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|rev|prof|cllr|e\.g|i\.e|etc|approx|tel|ext|ltd|co|rd|ave|dept|vs|pp?|[ap]\.m)"
    r"|(?:^|[\s.])[A-Z])\.$",
    re.I,
)
_NUMBERED = re.compile(r"\bno\.$", re.I)
_IS = r"(?:will|can|cannot|do|does|did|have|has|had|is|are|am|was|were|must|should|would|could)"
_WHO = r"(?:we|you|they|he|she|it|there|i)"
_AND = re.compile(rf",?(\s+)(and\s+|but\s+)(?={_WHO}\s+{_IS}\b)", re.I)
_SEMICOLON = re.compile(
    rf";(\s+)(?=(?:{_WHO}|(?:the|our|your|their|this|that)\s+(?:\w+\s+){{1,2}}){_IS}\b|{_WHO}\s+{_IS}\b)", re.I
)
_WHOLE = re.compile(r"\b(?:will|cannot|have|has|had|is|are|was|were|do|does|did)\b", re.I)
_BINDS = re.compile(
    r"[?:()\"“”]|\b(?:if|when|whenever|because|unless|until|till|while|although|though|whether|where|as|since|after|"
    r"before|once|so|than|that|which|who|whose|what|how|why|both|either|neither|only|can|could|(?-i:may)|might|must|should|"
    r"would|think|thinks|thought|say|says|said|know|knows|knew|tell|told|hope|hoped|believe|promise|promised|agreed|"
    r"felt|feel|or|nor)\b",
    re.I,
)
_LONG = 8
"""Words: what is shorter is left alone."""
_NUMBERS = dict(
    zip(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
        ],
        (*range(2, 21), *range(30, 91, 10)),
        strict=True,
    )
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_NUMBER = re.compile(
    rf"[“\"][^”\"]*[”\"]|\b(?:(?P<tens>{'|'.join(_TENS)})-(?P<ones>{'|'.join(_ONES)})|(?P<one>{'|'.join(_NUMBERS)}))\b"
    rf"(?!\s+(?:hundred|thousand|million|and\s+a\s+half|{'|'.join(_ONES)})\b|-(?:thirds?|quarters?|fifths?|tenths?|way)\b"
    r"|\s+(?:thirds|quarters|fifths|tenths)\b|[’']s\b)",
    re.I,
)
_GOES_ON = re.compile(rf"\b(?:hundred|thousand|million|{'|'.join(_TENS)})(?:\s+and)?[\s-]+$", re.I)
"""Before a number that is only the end of a larger one."""


def sentences(text: str, whole: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return where each short sentence begins and ends. No cut falls inside one of `whole`, or between quotation marks."""
    kept = [*whole, *_quoted(text)]
    spans: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        gap = 1 if stop[1] is not None else 2
        if not _inside(stop.start(gap), kept) and (gap == 2 or _ends(text, stop.start(1), stop.end())):
            spans += _clauses(text, (start, stop.start(gap)), kept)
            start = stop.end()
    spans += _clauses(text, (start, len(text)), kept)
    return tuple(span for span in (_stripped(text, span) for span in spans) if span[0] < span[1])


def digits(text: str) -> str:
    """Return the text with numbers as digits: "two visits" is "2 visits". "One" stays, and so do quotations and names."""
    return _NUMBER.sub(lambda found: _digits(found, text), text)


def _digits(found: re.Match[str], text: str) -> str:
    word = found["one"] or found["tens"]
    if not word or _GOES_ON.search(text[: found.start()]):
        return found[0]
    if word[0].isupper() and not _opens(text, found.start(), found.end()):
        return found[0]
    small = _ONES.index(found["ones"].lower()) + 1 if found["ones"] else 0
    return str(_NUMBERS[word.lower()] + small)


def _opens(text: str, start: int, end: int) -> bool:
    """Tell whether a number with a capital begins a sentence; before another capital it is part of a name."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    return (not before or before[-1] in '.!?…:;“"(–') and not after[:1].isupper()


def _quoted(text: str) -> Iterator[Span]:
    yield from (found.span() for found in re.finditer(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)", text))


def _inside(at: int, kept: Sequence[Span]) -> bool:
    return any(start < at < end for start, end in kept)


def _ends(text: str, stop: int, after: int) -> bool:
    """Tell whether a sentence ends before `stop`: not after "Dr.", and not before a small letter."""
    begins = text[after : after + 1]
    if not begins or begins.islower() or begins in "–-,;&+/":
        return False
    before = text[:stop]
    return not (_SHORT.search(before) or (_NUMBERED.search(before) and begins.isdigit()))


def _clauses(text: str, span: Span, kept: Sequence[Span]) -> Iterator[Span]:
    """Cut one sentence where a whole one stands on either side."""
    start, end = span
    sentence = text[start:end]
    if (
        len(sentence.split()) > _LONG
        and not _BINDS.search(sentence)
        and not any(a < end and b > start for a, b in kept)
    ):
        for cut in sorted([*_AND.finditer(sentence), *_SEMICOLON.finditer(sentence)], key=lambda found: found.start()):
            left = text[start : span[0] + cut.start()].strip()
            if len(left.split()) < 3 or not _WHOLE.search(left) or re.match(r"you\b", left, re.I):
                continue
            yield start, span[0] + cut.start()
            is_and = cut.re is _AND and cut[2].strip().lower() == "and"
            start = span[0] + (cut.end() if is_and else cut.end(1))
    yield start, end


def _stripped(text: str, span: Span) -> Span:
    piece = text[span[0] : span[1]]
    return span[0] + len(piece) - len(piece.lstrip()), span[0] + len(piece.rstrip())
