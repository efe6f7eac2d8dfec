"""How people read and how they are reached, from their needs (Accessible Information Standard) and their contact.

Formats go by the names the press knows (publish.press.FORMATS). What this program cannot make stays in their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from coprod_desktop.domain import safe_contact
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.domain.words import AWAY, Attending

_BIG = r"(?:large|big|giant)(?:r|ger)?[ -]?(?:print|type|text|font|letters|writing)"
_MADE = (
    ("large-print", re.compile(rf"{_BIG}|\b\d{{2,3}}\s*-?\s*(?:pt|point)|\bsize \d{{2}}\b")),
    ("easy-read", re.compile(r"easy.?read|easy.to.read")),
    ("braille", re.compile(r"braille")),
    ("text", re.compile(r"plain.?text|text only|\btxt\b|audio(?!.?(?:loop|descri))|spoken|record(?:ed|ing)|\blisten|read(?: it)? (?:out|aloud)|\bdaisy\b|\bcd\b|\bmp3\b")),
    ("docx", re.compile(r"\bword\b(?! of mouth)|\bdocx?\b")),
    ("xlsx", re.compile(r"excel|spreadsheet")),
    ("html", re.compile(r"web ?(?:page|site)?\b|\bhtml\b|online")),
    ("pdf", re.compile(r"\bpdf\b|(?:standard|ordinary|normal|clear) print")),
)  # fmt: skip
"""What this program makes, by the words people use for it. Somebody may read several."""
_ELSE = (
    ("html", re.compile(r"screen.?reader|e-?mail")),
    ("pdf", re.compile(r"on paper|paper copy|printed|\bprint\b|\bpost\b|\bletter\b")),
)
"""What is made where nothing plainer was said."""
_NOT_MADE = re.compile(
    r"\bbsl\b|sign(?:ed)? (?:language|film|video)|makaton|symbols?\b|objects of|colou?red|\bfilm\b|\bvideo"
)
"""What only people can make: a film in British Sign Language, signs, paper of a colour."""
_SURE = re.compile(rf"{_BIG}|easy.?read|braille|plain text|audio (?:copy|version|file)|web page")
"""Plain enough to be a format in whichever group of needs it stands ("letter in large print")."""
_NEVER = re.compile(r"(?:\b(?:no|not|never|without|cannot|can't|don't|doesn't)\b|n’t\b)[^,;.]*")
"""What somebody said they do not want: up to the next comma."""
_POINTS = re.compile(r"\b\d{2,3}(?=\s*-?\s*(?:pt|point))|(?<=\bsize )\d{2}\b")
LARGE, LEAST_LARGE = 18, 16
"""Large print unless a size was asked for, and the least that counts as large (UKAAF G003)."""
_LARGEST = 72


class Wish(NamedTuple):
    """A format and how many people read it. `format` is None when this program cannot make it."""

    format: str | None
    words: str
    people: int


class By(StrEnum):
    """By which way something gets to a person."""

    MAIL = "by email"
    TEXT = "by text message"
    VOICE = "by voice note"
    PHONE = "by phone"
    POST = "by post"
    SOMEONE = "through someone they named"
    HAND = "in person"
    UNKNOWN = "nobody wrote down how"
    NO_WRITING = "do not write: it is not safe"
    NO_RINGING = "do not ring: it is not safe"
    NO_MESSAGE = "do not leave a message: it is not safe"
    NO_POST = "do not post: someone else opens their post"


NOT_SAFE = frozenset({By.NO_WRITING, By.NO_RINGING, By.NO_MESSAGE})
"""Nothing is sent by the way this person named, and they named no other."""


class Way(NamedTuple):
    """How a person is reached, and where: an address or number out of their contact, or all of it as they said it."""

    by: By
    where: str = ""


# ---- reading


def reads(person: Person) -> tuple[str, ...]:
    """Return the formats this person reads. Somebody who hears papers gets the text: its second file is read aloud.

    Nothing when nobody wrote it down, and when they need what only people can make (`cannot_make`).
    """
    found: dict[str, None] = {}
    for need in person.needs:
        if _is_format(need):
            found.update(dict.fromkeys(_formats(need.need)))
    return tuple(found)


def cannot_make(person: Person) -> tuple[str, ...]:
    """Return in their words the formats this person reads and this program cannot make."""
    return tuple(
        dict.fromkeys(
            _tidy(need.need)
            for need in person.needs
            if _in_group(need) and need.need.strip() and (_NOT_MADE.search(_wanted(need)) or not _formats(need.need))
        )
    )


def asked(person: Person) -> bool:
    """Tell whether anybody wrote down how this person reads."""
    return bool(reads(person) or cannot_make(person))


def wishes(people: Iterable[Person]) -> tuple[Wish, ...]:
    """Return the formats people who came read, most people first. Nobody counts twice for one format."""
    found: dict[tuple[str | None, str], int] = {}
    for person in people_who_came(people):
        named: list[tuple[str | None, str]] = [(name, "") for name in reads(person)]
        named += [(None, words) for words in cannot_make(person)]
        for key in named:
            found[key] = found.get(key, 0) + 1
    wanted = [Wish(made, words, count) for (made, words), count in found.items()]
    return tuple(sorted(wanted, key=lambda w: (w.format is None, -w.people, w.words)))


def print_size(person: Person) -> int:
    """Return the type size in points of this person's large print: what they asked for, from 16 to 72, else 18."""
    return size_asked_for(person) or LARGE


def size_asked_for(person: Person) -> int | None:
    """Return the type size in points this person asked for, from 16 to 72; None when they named no size."""
    asked_for = [size for need in person.needs for size in _sizes(need)]
    return max([LEAST_LARGE, *asked_for]) if asked_for else None


def gets(person: Person) -> tuple[str, ...]:
    """Return the formats to make for this person: what they read; a web page or standard print when nobody asked.

    Never standard print for somebody who reads something else (Accessible Information Standard). Nothing for somebody
    whose only way is not safe: a copy that lies ready gets sent.
    """
    way = reached_by(person)
    if way.by in NOT_SAFE:
        return ()
    if asked(person):
        return reads(person)
    return ("html",) if way.by is By.MAIL and way.where else ("pdf",)


def largest_print(people: Iterable[Person]) -> int:
    """Return the type size in points for large print: the largest anyone who came asked for, at least 18 (UKAAF G003)."""
    return max([LARGE, *(print_size(person) for person in people_who_came(people))])


def people_who_came(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return those who are here; when nobody was marked here, all who did not stay away."""
    listed = tuple(people)
    here = tuple(p for p in listed if p.attendance is Attending.HERE)
    return here or tuple(p for p in listed if p.attendance not in AWAY)


def _in_group(need: Need) -> bool:
    return "information format" in (need.ais or "").lower()


def _is_format(need: Need) -> bool:
    return _in_group(need) or bool(_SURE.search(_wanted(need)))


def _wanted(need: Need) -> str:
    return _NEVER.sub(" ", need.need.lower())


def _formats(words: str) -> tuple[str, ...]:
    text = _NEVER.sub(" ", words.lower())
    found = [name for name, pattern in _MADE if pattern.search(text)]
    sizes = [int(size) for size in _POINTS.findall(text)]
    if sizes and max(sizes) < LEAST_LARGE and not re.search(_BIG, text):
        found[0] = "pdf"  # "14 point" is the size of standard print
    if not found and not _NOT_MADE.search(text):
        found = [name for name, pattern in _ELSE if pattern.search(text)][:1]
    return tuple(found)


def _sizes(need: Need) -> list[int]:
    return [size for size in map(int, _POINTS.findall(_wanted(need))) if size <= _LARGEST]


def _tidy(words: str) -> str:
    text = " ".join(words.split())
    return text[:1].upper() + text[1:]


# ---- reaching

_MAIL = re.compile(r"[^\s<>,;:()]+@[^\s<>,;:()]+\.[^\s<>,;:()]*\w")
_NUMBER = re.compile(r"\+?\(?\d[\d ()-]{7,}\d")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)
_SAID = (
    (By.VOICE, re.compile(r"voice (?:note|message)")),
    (By.TEXT, re.compile(r"\btexts?\b(?!.?relay)|\bsms\b|whats ?app")),
    (By.MAIL, re.compile(r"e-?mail|\bmail\b")),
    (By.POST, re.compile(r"\bletter\b|\bpost\b|posted")),
    (By.SOMEONE, re.compile(r"\bthrough\b|\bvia\b|named person|\bask (?:her|his|their)\b")),
    (By.HAND, re.compile(r"in person|by hand|face to face|visit")),
    (By.PHONE, re.compile(r"phone|\bring\b|\bcall\b|relay|\bmobile\b")),
)
"""Ways by the words people use; the first that fits ("text message, no phone calls" is no call)."""


def reached_by(person: Person) -> Way:
    """Return how this person is reached: as their needs say, else as their contact looks. No address if it is not safe.

    Who opens somebody's post matters only where a thing is or may be posted.
    """
    way = _named_way(person)
    if way.by in {By.POST, By.MAIL, By.UNKNOWN} and not safe_contact.may_write(person):
        return Way(By.NO_WRITING)
    if way.by is By.PHONE and not safe_contact.may_ring(person):
        return Way(By.NO_RINGING)
    if way.by in {By.TEXT, By.VOICE} and not safe_contact.may_leave_message(person):
        return Way(By.NO_MESSAGE)
    if way.by in {By.POST, By.UNKNOWN} and safe_contact.opens_post(person):
        return Way(By.NO_POST)
    return way


def _named_way(person: Person) -> Way:
    contact = " ".join((person.contact or "").split())
    needs = [_wanted(need) for need in person.needs if "contact method" in (need.ais or "").lower()]
    said = (way for text in (*needs, _NEVER.sub(" ", contact.lower())) for way, word in _SAID if word.search(text))
    by = next(said, None) or _looks_like(contact)
    return Way(by, _where(by, contact))


def _looks_like(contact: str) -> By:
    if _MAIL.search(contact):
        return By.MAIL
    if _POSTCODE.search(contact):
        return By.POST
    return By.PHONE if _NUMBER.search(contact) else By.UNKNOWN


def _where(by: By, contact: str) -> str:
    pattern = {By.MAIL: _MAIL, By.TEXT: _NUMBER, By.VOICE: _NUMBER, By.PHONE: _NUMBER}.get(by)
    found = pattern.search(contact) if pattern else None
    if by is By.MAIL:
        return found[0] if found else ""  # anything else is no address to write to
    return found[0].strip() if found else contact
