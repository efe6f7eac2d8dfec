"""Numbers and addresses that lead to a person: phone, mail, postcode, street, National Insurance, NHS, birth, reference.

All patterns run on folded text (see check_words.fold). British forms; too much is found rather than too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit

_DIGIT = re.compile(r"\d")
_UNSEEN = str.maketrans(dict.fromkeys("\u061c\u200c\u200d\u200e\u200f\ufe0e\ufe0f\u20e3", " "))
"""What a phone puts around and into the numbers it copies."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])[ ]?[/.-][ ]?(?:0?[1-9]|1[0-2])[ ]?[/.-][ ]?(?P<y1>(?:19|20)?\d\d)"
    rf"|(?P<y2>(?:19|20)\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAY}(?: of)? {_MONTH}\.?,? (?P<y3>(?:19|20)?\d\d)|{_MONTH} {_DAY},? (?P<y4>(?:19|20)\d\d))(?!\d)"
)
_BORN = re.compile(
    r"\b(?:born(?: on| in)?|d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|birthday)(?: is| was|:| on|,)*\s*"
    rf"(?P<when>{_DATE.pattern.replace('?P<y1>', '').replace('?P<y2>', '').replace('?P<y3>', '').replace('?P<y4>', '')}"
    rf"|{_DAY}(?: of)? {_MONTH}|{_MONTH} {_DAY}|(?:19|20)\d\d)"
)
_MAYBE_PHONE = re.compile(r"(?<![\w£$€.,])(?:\+|\()?\d(?:[ ().\-/]{0,3}\d){8,16}(?!\d)")
_RING = re.compile(
    r"\b(?:ring|rang|call|phone|telephone|tel|text|mobile|mob|number|fax|whatsapp|landline)\b[^\d\n]{0,24}?"
    r"(?P<number>\d(?:[ -]?\d){5,8})(?![\d/])"
)
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)*\.\w\w+")
_SPOKEN_MAIL = re.compile(r"\b[\w.+-]+ (?:at|@) [\w-]+(?: dot [\w-]+)* dot (?:com|org|net|uk|co)(?: dot uk)?\b")
_POSTCODE = re.compile(
    r"\b(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]? ?(?P<inner>\d[abd-hjlnp-uw-z]{2}))\b"  # C I K M O V never stand at the end
)
_ORDINAL = re.compile(r"1st|2nd|3rd|\dth")
_NI = re.compile(r"\b[a-z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[a-d]\b")
_TEN_DIGITS = re.compile(r"(?<![\d£.,])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d,])")
_NHS = re.compile(r"\bnhs (?:no|number|num)\b[^\d\n]{0,12}(?P<number>\d(?:[ -]?\d){6,9})")
_REFERENCE = re.compile(
    r"\b(?:(?:case|client|account|claim|mosaic|customer|crime|blue badge|card|acct|ref|reference|policy|passport)"
    r"(?:'s)? ?(?:no|num|number|id|ref|reference)?|sort code)[.:# ]{0,3}(?:is |was )?(?P<number>[a-z]{0,4}[-/ ]?\d[a-z\d/-]{3,20})"
)
_STREET = r"street|road|rd|avenue|ave|lane|crescent|cres|terrace|gardens|gdns|grove|mews|villas|parade|wynd|brae|croft|boulevard"
_STREET_TOO = (
    r"st|close|cl|drive|dr|court|ct|place|pl|way|square|sq|hill|rise|row|walk|park|view|green|meadow|meadows|mount|house"
    r"|lodge|fold|yard|end|bank|vale|field|fields|gate|hall|ln"
)
_NUMBER_IN_STREET = r"(?<![\d£.,:/-])(?:(?:flat|apartment|apt|unit) ?\d{1,3}[a-z]?,? )?(?:no\.? ?)?\d{1,4}[a-z]?,? "
_ADDRESS = re.compile(
    _NUMBER_IN_STREET
    + rf"(?P<name>(?:[a-z][\w'-]+\.? ){{1,3}}?)(?:(?P<sure>{_STREET})|(?P<maybe>{_STREET_TOO}))\b(?! ?\d)"
)
_FLAT = re.compile(r"\b(?:flat|apartment) (?:no\.? ?)?\d{1,3}[a-z]?\b(?!-)")
_NO_STREET_NAME = re.compile(
    r"\b(?:the|a|an|of|on|to|in|at|and|or|for|from|per|min|mins|minute|minutes|hour|hours|hrs|day|days|week|weeks|month"
    r"|months|year|years|yrs|people|person|times|metres|miles|mile|yards|steps|new|old|more|am|pm|different|other|our|my"
    r"|care|carers|members|councils?|stars?|out|by|is|was|are|with|this|that|up|down|went|car|cars|bus|houses|weeks|we"
    r"|i|it|they|you|he|she|did|had|have|not|no|side|main)\b"
)
_LIVES_BEFORE = re.compile(r"\b(?:at|lives?|living|address|no|number|from|to|of|is|visit|house)\b[ ,.:#]*$")


def numbers(folded: str, text: str, year: int) -> Iterator[Hit]:
    """Yield each number or address in a text. `year` is the session's: a date a grown person was born on is asked about."""
    folded = folded.translate(_UNSEEN) if not folded.isascii() else folded
    if "@" in folded or " dot " in folded:
        yield from (hit(FindingKind.EMAIL, *m.span()) for p in (_MAIL, _SPOKEN_MAIL) for m in p.finditer(folded))
    many = len(_DIGIT.findall(folded))
    if not many:
        return
    yield from _births(folded, year)
    if many > 3:
        yield from (hit(FindingKind.REFERENCE, *m.span("number")) for m in _REFERENCE.finditer(folded))
    if many > 5:
        yield from (hit(FindingKind.NI_NUMBER, *m.span()) for m in _NI.finditer(folded))
        yield from _nhs(folded)
        yield from _phones(_DATE.sub(lambda m: "x" * len(m.group()), folded))
    for m in _POSTCODE.finditer(folded):
        if not (m["inner"] and _ORDINAL.fullmatch(m["inner"]) and text[m.end() - 1].islower()):
            yield hit(FindingKind.POSTCODE, *m.span())
    yield from _addresses(folded, text)


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
        if (number.startswith("0") and len(number) in {10, 11} and number[1] != "4") or (abroad and len(number) >= 9):
            yield hit(FindingKind.PHONE, *m.span())
    for m in _RING.finditer(folded):
        yield hit(FindingKind.PHONE, *m.span("number"))


def _births(folded: str, year: int) -> Iterator[Hit]:
    yield from (hit(FindingKind.BIRTH_DATE, *m.span("when")) for m in _BORN.finditer(folded))
    for m in _DATE.finditer(folded):
        found = m["y1"] or m["y2"] or m["y3"] or m["y4"]
        if len(found) == 4 and int(found) <= year - 18:
            yield hit(FindingKind.BIRTH_DATE, *m.span())


def _nhs(folded: str) -> Iterator[Hit]:
    for m in _NHS.finditer(folded):
        yield hit(FindingKind.NHS_NUMBER, *m.span("number"))
    for m in _TEN_DIGITS.finditer(folded):
        if nhs_number_holds(re.sub(r"\D", "", m.group())):
            yield hit(FindingKind.NHS_NUMBER, *m.span())


def nhs_number_holds(ten: str) -> bool:
    """Tell whether ten digits are an NHS number: the last is the check digit, modulus 11 (NHS Data Dictionary)."""
    check = 11 - sum(int(d) * (10 - i) for i, d in enumerate(ten[:9])) % 11
    return check != 10 and check % 11 == int(ten[9])


def _addresses(folded: str, text: str) -> Iterator[Hit]:
    for m in _ADDRESS.finditer(folded):
        capital = text[m.start("name")].isupper()
        street = not _NO_STREET_NAME.search(m["name"]) and (m["sure"] or _LIVES_BEFORE.search(folded[: m.start()]))
        if capital or street:
            yield hit(FindingKind.ADDRESS, *m.span())
    yield from (hit(FindingKind.ADDRESS, *m.span()) for m in _FLAT.finditer(folded))
