"""Number plates of cars: of today, older, of Northern Ireland, and what is said to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.check import known
from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit

_PLATE = re.compile(
    r"\b(?P<now>[a-z]{2}[ .-]?\d ?\d[ .-]?[a-z]{3})\b|\b(?P<old>[a-z][ .-]?\d{1,3}[ .-]?[a-z]{3}|[a-z]{3}[ .-]?\d{1,3}[ -]?[a-z])\b"
    r"|\b(?P<northern>(?:(?=\w?[iz]|\w\w[iz])[a-z]{3}[ -]?\d{3,4})|[a-z]{2}[ -]?\d{4}[ -]?[a-z]{2}|\d\d-[a-z]{2}-\d\d)\b"
)
_VEHICLE = r"reg|registration|car|van|taxi|cab|lorry|moped|motorbike|scooter|bike|samochod\w*|auto|araba\w*|plaka\w*|kennzeichen|carro|matricula|rejestrac\w*|nummernschild|rendszam\w*|targa"
_SIGN = r"(?:alfa|alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliet|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiske?y|x-?ray|yankee|zulu|[b-hj-z]|\d|oh|zero|one|two|three|four|five|six|seven|eight|nine)"
"""A letter or a figure of a plate that is spelt out."""
_PLATE_TOLD = re.compile(
    r"\b(?:plates?(?! of)|reg(?! at)|registration(?= (?:no|number|mark|plate|ends|starts|begins)))\b[^\d\n.]{0,16}?\b(?P<number>[a-z]{1,3}[ -]?\d{2,5}(?:[ -]?[a-z]{1,3})?|\d{1,4}[ -]?[a-z]{3}|\d{3,5})\b(?! people)"
    rf"|\b(?:{_VEHICLE})\b[^\d\n.]{{0,16}}?\b(?P<abroad>(?!(?:is|was|at|on|in|no|of|my|to|up|for|the|got|had|and|by|age|did|reg)\b)[a-z]{{2,3}} (?:\d{{4,5}}|\d{{1,2}}[a-z]{{1,2}}\d{{1,4}})|\d\d ?[a-z]{{1,3}} ?\d{{2,4}}|[a-z]{{1,3}}-[a-z]{{1,2}} ?\d{{1,4}})\b"
    rf"|\b(?P<before>[a-z]{{1,3}}[ -]?\d{{1,4}}[ -]?[a-z]{{0,3}}) is (?:on )?(?:the|my|his|her|their|our) (?:\w+ )?(?:plates?|reg|registration|number ?plate)\b"
    r"|\breg(?:istration)?(?: (?:no|number|plate))?(?: is|:)? (?P<any>(?=[a-z]{0,3}\d|[a-z\d]{2,4} ?[a-z]?\d)[a-z\d]{2,4}[ -]?[a-z\d]{2,4})\b(?! (?:people|years|days))"
)
_SPELT = re.compile(
    rf"\b(?:{_VEHICLE}|fiesta|corsa|astra|clio|transit|minibus|plate)\b[^\n.]{{0,40}}?(?P<spelt>(?:\b{_SIGN}[- ]){{4,7}}{_SIGN}\b)"
)
_CAR = re.compile(
    r"\b(?:ford|fiesta|focus|corsa|astra|golf|polo|clio|mini|bmw|audi|vauxhall|toyota|honda|nissan|micra|kia|skoda|fiat|transit|berlingo|motability|reg|registration|plate|number plate|car|van|taxi|minibus|vehicle)\b"
)


def plates(folded: str, text: str) -> Iterator[Hit]:
    """Yield plates in a folded text; `text` is the same with its capitals."""
    car = _CAR.search(folded) is not None
    for m in _PLATE.finditer(folded):
        written = text[m.start() : m.end()] if len(text) == len(folded) else m.group()
        upper = written.upper() == written
        if not car and not m.group().isalnum() and _is_everyday(m, shouted=text.isupper()):
            continue
        if upper or car or (m["now"] and m.group().isalnum()):
            yield hit(FindingKind.PLATE, *m.span())
    for m in _PLATE_TOLD.finditer(folded):
        at, end = m.span(m.lastgroup or 0)
        if car or text[at].isupper() or text[at].isdigit():
            yield hit(FindingKind.PLATE, at, end)


def spelt_plates(folded: str) -> Iterator[Hit]:
    """Yield plates that are read out sign by sign after a vehicle: "S-K-oh-nine-V-B-T", "yankee echo five eight"."""
    yield from (hit(FindingKind.PLATE, *m.span("spelt")) for m in _SPELT.finditer(folded))


def _is_everyday(plate: re.Match[str], *, shouted: bool) -> bool:
    """Tell whether what looks like a plate is made of words: "IN 20 MIN", "ISO 9001"."""
    words = [part for part in re.findall("[a-z]+", plate.group()) if len(part) > 1]
    known_ones = [known.is_word(word) or known.is_capital(word) for word in words]
    return (all(known_ones) if plate["now"] and not shouted else any(known_ones)) or words == ["iso"]
