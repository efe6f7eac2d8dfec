"""How somebody is reached, as lists write it: numbers a spreadsheet has spoilt are mended, and doubted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coprod_desktop.domain import formats
from coprod_desktop.domain.contact_marks import MAIL, POSTCODE
from coprod_desktop.domain.list_words import ListWords, tokens
from coprod_desktop.domain.needs import Needs
from coprod_desktop.services.bring_in.people_alike import folded
from coprod_desktop.services.bring_in.people_list.looks import is_phone

_REACHING = re.compile(r"\b(?:ring|rings|call|calls|phone|text|texts|e-?mail|whatsapp|voicemail|answerphone)\b", re.I)
_PLAIN_WAYS = frozenset({"email", "e-mail", "mail", "phone", "telephone", "mobile", "ring", "call"})
_TELEPHONE = r"(?:\+44|(?<!\d-)\b0)(?!\d-\d\d-|\d \d\d \d\d[ ,]+\d{8}\b)(?=(?:[ ()-]*\d){8})[\d ()-]{8,}\d"
"""A number to ring, and neither a day ("01-02-1950") nor where a bank keeps money ("00-00-00 01234567")."""
_NUMBER = re.compile(_TELEPHONE)
_POWERS = re.compile(r"[\d.,]+e\+?\d+", re.I)
_POINT = re.compile(r"(\d{9,13})\.0+")
WAY = re.compile(rf"(?:mailto:)?{MAIL.pattern}|{_TELEPHONE}")
"""An address or a number inside other words."""
_NO_WAY = re.compile(r"\d\d-\d\d-\d\d[ ,/]+\d{7,8}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d){1,2}")
"""Where a bank keeps money, or a day: whatever column it stands in, it reaches nobody."""
_PIECES = re.compile(r"(?:;|(?<!\bc)/| or |,(?=\s))(?![^()]*\))")
_NAME_BEFORE = re.compile(r"(?<!\d )(?<!\w)([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:['’]s)?(?: on| at| is)?\s*[:,(–-]?\s*$")
_WRITE_TO = re.compile(r"\b(?:write|post|letters?) to (?=\d|[A-Z])", re.I)
_LEAVE_ALONE = re.compile(
    r"(?:no|not|never|(?:please )?(?:don['’]?t|do not)|rather not)\b(?! (?:phone|e-?mail|mobile|telephone|number)\b)",
    re.I,
)
_YES = re.compile(r"^yes\b[\s,.:;–-]*", re.I)
_NO_ADDRESS = frozenset(
    {"anonymous", "none", "n/a", "na", "no", "no email", "-", "nil", "tbc", "unknown", "not given", "x"}
)


def mails(cells: Sequence[str], words: ListWords, doubts: list[str]) -> list[str]:
    """Return the addresses in cells; what is none is kept and doubted."""
    made = []
    for cell in own(cells, words, doubts):
        for piece in map(str.strip, re.split(r"[;,]\s*|\s+(?=\S+@)", cell.removeprefix("mailto:"))):
            if piece and piece.casefold() not in _NO_ADDRESS:
                if not MAIL.fullmatch(piece):
                    doubts.append(f"“{piece}” is no email address.")
                made.append(piece)
    return made


def phones(cells: Sequence[str], words: ListWords, doubts: list[str]) -> list[str]:
    """Return the numbers in cells, mended where a spreadsheet took their first 0 or put a point behind them."""
    made = []
    for cell in own(cells, words, doubts):
        for piece in map(str.strip, cell.split(";")):
            if piece and piece.casefold() not in _NO_ADDRESS:
                number = _mended(piece.removeprefix("'"))
                doubts += _phone_doubts(piece.removeprefix("'"), number)
                made.append(number)
    return made


def others(cells: Sequence[str], words: ListWords, doubts: list[str]) -> list[str]:
    """Return what stands in columns for any way to reach somebody: a number alone is mended as any other."""
    made = []
    for cell in (cell.removeprefix("'") for cell in own(cells, words, doubts)):
        made += phones([cell], words, doubts) if is_phone(cell) else [cell]
    return made


def given(cells: Sequence[str]) -> list[str]:
    """Return how people ask to be reached where they are asked whether they may be: "07700 900123", "write to 3 High Street"; a no stays one."""
    return [
        _YES.sub("", cell)
        for cell in cells
        if not _LEAVE_ALONE.match(cell) and (WAY.search(cell) or _WRITE_TO.search(cell))
    ]


def own(cells: Sequence[str], words: ListWords, doubts: list[str]) -> list[str]:
    """Return cells without the numbers and addresses that they say are somebody else's: "07700 900123 (daughter)"."""
    made = []
    for cell in cells:
        if _NO_WAY.fullmatch(cell):
            doubts.append(f"This reaches nobody, and stays behind: “{cell}”.")
            continue
        pieces = [piece for piece in map(str.strip, _PIECES.split(cell)) if piece]
        theirs = [piece for piece in pieces if is_of_others(piece, words)] if WAY.search(cell) else []
        doubts += [f"This is how to reach somebody else, and stays behind: “{piece}”." for piece in theirs]
        made += ["; ".join(piece for piece in pieces if piece not in theirs)] if theirs else [cell]
    return [cell for cell in made if cell]


def is_of_others(told: str, words: ListWords, of: frozenset[str] = frozenset()) -> bool:
    """Tell whether a number or an address is said to be somebody else's; `of` are the words of their own name."""
    found = WAY.search(told)
    if found is None:
        return False
    bare = WAY.sub(" ", told)
    if words.says("not_the_person", bare) or any(words.has("relations", word) for word in tokens(bare)):
        return True
    named = _NAME_BEFORE.search(told[: found.start()])
    return named is not None and not any(folded(word) & of or words.has("ways", word) for word in named[1].split())


def _mended(phone: str) -> str:
    whole = found[1] if (found := _POINT.fullmatch(phone)) else phone
    digits = re.sub(r"\D", "", whole)
    lost = len(digits) == 10 and digits[0] in "1237" and not phone.startswith(("+", "("))
    return f"0{whole}" if lost else f"+{whole}" if re.fullmatch(r"44\d{10}", whole) else whole


def _phone_doubts(typed: str, mended: str) -> Sequence[str]:
    digits = re.sub(r"\D", "", mended)
    if _POWERS.fullmatch(typed):
        return (f"A spreadsheet has spoilt the number “{typed}”. Ask for it again.",)
    if "@" in typed:
        return ()
    if typed != mended:
        return (f"The list has the number as “{typed}”. A spreadsheet may have taken its beginning: look at it.",)
    if digits and len(digits) < 9:
        return (f"“{typed}” is short for a phone number.",)
    return ()


def reached(
    mail: Sequence[str], phone: Sequence[str], other: Sequence[str], note: str, way: str, needs: Needs
) -> tuple[str | None, str]:
    """Return how to reach somebody, and the way they asked for when that does not make it plain."""
    parts = [*other, *mail, *phone, *([note] if note else [])]
    contact = "; ".join(dict.fromkeys(filter(None, parts))) or None
    if way.casefold() in _PLAIN_WAYS:
        here, asked = (formats.way_of(words, needs).by for words in (contact, way))
        way = "" if here is asked else way
    return contact, way


def says_how(note: str) -> bool:
    """Tell whether a note is about reaching somebody."""
    return bool(_REACHING.search(note) or POSTCODE.search(note) or MAIL.search(note) or _NUMBER.search(note))


def is_said(text: str, words: ListWords) -> bool:
    """Tell whether a cell says anything at all."""
    return bool(text) and not words.is_nothing(text) and any(char.isalnum() for char in text)
