"""Numbers that lead to a person or to what is theirs: phone, NHS, National Insurance, bank, codes, plates, references.

All patterns run on folded text (see words.fold). British forms; too much is found rather than too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.check import codes
from coprod_desktop.domain.check import worth as worth_of
from coprod_desktop.domain.check.addresses import addresses
from coprod_desktop.domain.check.births import DATE, births, on_a_feast
from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.long_numbers import long_numbers, nhs_number_holds
from coprod_desktop.domain.check.plates import plates, spelt_plates
from coprod_desktop.domain.check.spoken import Turned, letter_digits, turned

_DIGIT = re.compile(r"\d")
_UNSEEN = str.maketrans(dict.fromkeys("\u061c\u200c\u200d\u200e\u200f\ufe0e\ufe0f\u20e3", " "))
"""What a phone puts around and into the numbers it copies."""
_MAYBE_PHONE = re.compile(r"(?<![\w£$€.,])(?:\+|\()?\d(?:[ ().\-/]{0,3}\d){8,16}(?!\d)")
_RING = re.compile(
    r"(?:\b(?:ring|rang|call|phone|telephone|tel|text|mobile|mob|number|fax|whatsapp|landline)\b[^\d\n]{0,24}?|\btel)"
    r"(?P<number>\d(?:[ /-]?\d){5,8})(?![\d/])"
)
_EXTENSION = re.compile(r"\bext(?:ension|n)?\.? ?(?:no\.? ?|number )?(?P<number>\d{3,5})\b")
_NI = re.compile(r"\b[a-z] ?[a-z](?:[ ./-]?\d){6}[ ./-]?[a-d]\b")
_TEN_DIGITS = re.compile(r"(?<![\d£.,])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d,])")
_NHS = re.compile(
    r"\b(?:nhs(?:'s)?(?: (?:no|number|num)(?:'s)?\b)?|chi(?: (?:no|number))?|hospital (?:no|number)|mrn|patient (?:no|number|id)|unit (?:no|number))\b"
    r"[^\d\n]{0,6}?(?P<number>[a-z]{0,2}\d(?:[ ./-]?\d){5,9})"
)
_SORT_CODE = re.compile(
    r"(?:\bsort ?code|\bs/c|\bsc)\b[^\d\n]{0,6}(?P<number>\d\d[ -]?\d\d[ -]?\d\d(?:[^\d\n]{1,16}\d{4}[ ]?\d{4})?)"
)
_ACCOUNT = re.compile(r"\b(?:acc|acct|account|a/c|bank)\b[^\d\n]{0,20}?(?P<number>\d{4}[ -]?\d{2,4}|\d{6,10})(?!\d)")
_IBAN = re.compile(r"\b[a-z]{2}\d\d(?: ?[a-z]{4})(?: ?\d){10,18}\b")
_CARD = re.compile(r"(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?!\d)")
_CARD_END = re.compile(
    r"\b(?:card|visa|mastercard|account|digits|long number)\b[^\d\n]{0,16}?(?P<number>\d{4})(?!\d)(?=\W|$)"
)
_REFERENCE = re.compile(
    r"\b(?:(?:case|client|account|claim|mosaic|customer|crime|blue badge|card|acct|ref|reference|policy|passport|tenancy|rent"
    r"|council tax|crn|irn|brp|visa|log|complaint|incident|file|membership|library card|licence|license|cas|ucas|journal|order|booking|las|id|application|dfg|dosarului|sprawy|dosar|aktenzeichen|dossier)"
    r"(?:'s)? ?(?:no|num|number|id|ref|reference|account)?|sort code)[.:# ]{0,3}(?:is |was |number |no )?(?P<number>[a-z]{0,5}[-/ ]?\d[a-z\d/-]{3,20})"
)
_LOG = re.compile(
    r"\b(?:(?:police|incident|crime)(?: \w+){0,4}? (?:log|ref|reference|number|report)|(?:log|cad)(?= no| number))(?: no| number)?[.:#, ]{0,3}(?P<number>\d{1,6})\b"
)
_MIXED = re.compile(
    r"(?<![\w@.£-])(?=(?:[a-z/-]*\d){5})(?=[\d/-]*[a-z]|\d+/\d+/\d+)(?:[a-z]{0,6}|(?<!/)[a-z]{1,6}[/-])\d[a-z\d]*(?:[/-][a-z\d]+){0,4}(?![\w@])"
)
_LETTERED = re.compile(
    r"(?<![\w/.-])(?!(?:ISO|BS|EN|DIN|PAS|COVID|HTML|UTF|ISBN|MP|WCAG)\b)[A-Z]{2,5}(?:[-/]\d{3,}(?:[-/][A-Z\d]+){0,3}| \d{2,}/\d{2,4})(?!\w)"
)
"""What offices number people by: "DFG-0462", "ASC-2291-RO"."""
_APART = re.compile(
    r"\b(?:ref|reference|claim|case|tenancy|file)(?: (?:no|num|number))?(?: is| was|:)? (?P<number>(?:[a-z]{1,4} ?)?\d{2,4}(?: \d{2,4}){1,3}(?: ?[a-z]\b)?)(?!\d)"
    r"|\b(?:number|ref|reference|card|account|claim)s? (?:ends?|ending|finish\w*) (?:in|with) (?P<end>\d{3,6})(?!\d)"
)
_READ_OUT = re.compile(
    r"\b[a-z\d]{1,5} (?:dash|slash|stroke|hyphen) [a-z]{0,3}\d[a-z\d]{1,5}(?: (?:dash|slash|stroke|hyphen) [a-z\d]{1,6}){0,3}\b"
)
"""The same as it is read out: "DP slash 5518 slash B"."""
_LICENCE = re.compile(r"\b[a-z9]{5}\d{6}[a-z9]{2}\d?[a-z]{0,2}\d{0,2}[a-z]{0,2}\b")


def numbers(folded: str, text: str, year: int, worth: int) -> Iterator[Hit]:
    """Yield each number or address in a text; `worth` says what is worth looking for (traits.of). `year` is the session's: a date a grown person was born on is asked about."""
    folded = folded.translate(_UNSEEN) if not folded.isascii() else folded
    many = len(_DIGIT.findall(folded)) if worth & worth_of.DIGITS else 0
    if many:
        yield from _in_digits(folded, text, year, many)
    if worth & worth_of.PASSES:
        yield from codes.without_figures(folded)
    if "birthday" in folded or "born" in folded:
        yield from on_a_feast(folded)
    yield from spelt_plates(folded)
    yield from addresses(folded, text, numbered=many > 0, dwells=bool(worth & worth_of.DWELLS))
    if worth & worth_of.SPOKEN or (many and letter_digits(folded)):
        other = turned(folded)
        if other.text != folded:
            yield from _in_words(other, text, year)


def _in_words(other: Turned, text: str, year: int) -> Iterator[Hit]:
    as_typed = "".join(
        text[a:b] if b - a == following - start else other.text[start:following]
        for start, following, (a, b) in zip(
            other.starts, [*other.starts[1:], len(other.text)], other.froms, strict=True
        )
    )
    found = _in_digits(other.text, as_typed, year, len(_DIGIT.findall(other.text)))
    for one in (*found, *addresses(other.text, as_typed, numbered=True, dwells=True)):
        start, end = other.span(one.start, one.end)
        yield one._replace(start=start, end=end)


def _in_digits(folded: str, text: str, year: int, many: int) -> Iterator[Hit]:
    yield from births(folded, year)
    yield from plates(folded, text)
    if many > 2:
        yield from codes.codes(folded)
        yield from _card_ends(folded)
        yield from (hit(FindingKind.PHONE, *m.span("number")) for m in _EXTENSION.finditer(folded))
        yield from (hit(FindingKind.REFERENCE, *m.span("number")) for m in _LOG.finditer(folded))
    if many > 2:
        yield from (hit(FindingKind.REFERENCE, *m.span()) for m in _LETTERED.finditer(text))
        yield from (hit(FindingKind.REFERENCE, *m.span(m.lastgroup or 0)) for m in _APART.finditer(folded))
        yield from (hit(FindingKind.REFERENCE, *m.span()) for m in _READ_OUT.finditer(folded))
    if many > 3:
        yield from (hit(FindingKind.REFERENCE, *m.span("number")) for m in _REFERENCE.finditer(folded))
    if many > 4:
        no_dates = DATE.sub(lambda m: "x" * len(m.group()), folded)
        yield from _bank(folded)
        yield from (hit(FindingKind.NI_NUMBER, *m.span()) for m in _NI.finditer(folded))
        yield from _nhs(folded)
        yield from _phones(no_dates)
        yield from (hit(FindingKind.REFERENCE, *m.span()) for m in _MIXED.finditer(no_dates))
        yield from (hit(FindingKind.REFERENCE, *m.span()) for m in _LICENCE.finditer(folded))
        yield from long_numbers(no_dates)


def digits(number: str) -> str:
    """Return a British phone number's digits as dialled inside the country."""
    found = re.sub(r"\D", "", number.replace("(0)", ""))
    if found.startswith("0044"):
        found = found[4:]
    elif number.lstrip(" (").startswith("+44") or (found.startswith("44") and len(found) == 12):
        found = found[2:]
    else:
        return found
    return found if found.startswith("0") else "0" + found


def _phones(folded: str) -> Iterator[Hit]:
    for m in _MAYBE_PHONE.finditer(folded):
        number = digits(m.group())
        abroad = m.group().startswith("+") or number.startswith("00")
        if (number.startswith("0") and len(number) in {10, 11}) or abroad:
            yield hit(FindingKind.PHONE, *m.span())
    for m in _RING.finditer(folded):
        yield hit(FindingKind.PHONE, *m.span("number"))


def _nhs(folded: str) -> Iterator[Hit]:
    for m in _NHS.finditer(folded):
        yield hit(FindingKind.NHS_NUMBER, *m.span("number"))
    for m in _TEN_DIGITS.finditer(folded):
        if nhs_number_holds(re.sub(r"\D", "", m.group())):
            yield hit(FindingKind.NHS_NUMBER, *m.span())


def _bank(folded: str) -> Iterator[Hit]:
    for pattern in (_SORT_CODE, _ACCOUNT):
        yield from (hit(FindingKind.BANK, *m.span("number")) for m in pattern.finditer(folded))
    for pattern in (_IBAN, _CARD):
        yield from (hit(FindingKind.BANK, *m.span()) for m in pattern.finditer(folded))


def _card_ends(folded: str) -> Iterator[Hit]:
    for m in _CARD_END.finditer(folded):
        if not m["number"].startswith(("19", "20")):
            yield hit(FindingKind.BANK, *m.span("number"))
