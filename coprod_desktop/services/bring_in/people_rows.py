"""A list of people as a spreadsheet saves it, read into values: what is clear, what is doubtful, what is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from coprod_desktop.domain import formats
from coprod_desktop.domain.contact_marks import MAIL, POSTCODE
from coprod_desktop.domain.needs import CONTACT, FORMAT, OTHER, Needs, tidy_need
from coprod_desktop.domain.words import Attending
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.csv_rows import NOTHING, rows_of, text_of
from coprod_desktop.services.bring_in.people_alike import Named, folded
from coprod_desktop.services.bring_in.people_list.values import (
    LEFT,
    PHOTO,
    Column,
    Listed,
    ListedRow,
    Meaning,
    Refused,
    Where,
)

_COLUMNS = (
    ("preferred", r"pref\w* name|known as|likes to be|called"),
    ("first", r"(?:first|given) ?name|forename"),
    ("last", r"(?:sur|last ?|family ?)name"),
    ("name", r"\bnames?\b|attendee|participant|delegate|^(?:who|person)$"),
    ("photo", r"photo|picture"),
    ("way", r"how to (?:contact|reach)|contact (?:method|by|pref)|pref\w* (?:contact|method)|best way"),
    ("mail", r"\be ?mail"),
    ("phone", r"mobile|phone|\btel\b"),
    ("format", r"format|papers"),
    ("food", r"diet|food|allerg"),
    ("needs", r"\bneeds?\b|access|support|requirement|adjustment"),
    ("coming", r"coming|attend|rsvp|status"),
    ("role", r"\brole|capacity|\bjob\b|here as"),
    ("contact", r"^contact"),
    ("notes", r"note|comment|remark"),
)
"""Each column by what lists call it; the first that fits, and no two columns are the same."""
_NOTHING_SAID = frozenset({"", "-", "–", "none", "no", "n/a", "na", "nil", "nothing", "no needs", "not known"})
_NO_NAME = frozenset(
    {"tbc", "tba", "tbd", "na", "unknown", "nametofollow", "vacant", "vacancy", "test", "guest", "xxx"}
)
_FORMULA = re.compile(r"=|[+\-@][A-Za-z]\w*\(")
_AFTER_NAMES = frozenset({"mbe", "obe", "cbe", "jr", "sr", "phd", "md"})
_REACHING = re.compile(r"\b(?:ring|rings|call|calls|phone|text|texts|e-?mail|whatsapp|voicemail|answerphone)\b", re.I)
_PLAIN_WAYS = frozenset({"email", "e-mail", "mail", "phone", "telephone", "mobile", "ring", "call"})
_ATTENDING = (
    (Attending.APOLOGIES, re.compile(r"n|no\b.*|apolog.*|sorry.*|declined|not (?:coming|attending)|can.?t come", re.I)),
    (Attending.COMING, re.compile(r"y|yes\b.*|coming|attending|accepted|confirmed|true|1", re.I)),
    (Attending.INVITED, re.compile(r"maybe.*|perhaps|possibl[ey]|tentative|invited|tbc|\?", re.I)),
)
_YES_NO = {"y": True, "yes": True, "true": True, "ok": True, "n": False, "no": False, "false": False}


_MEANINGS = (
    Meaning(LEFT, "Stays behind"),
    Meaning("name", "Name"),
    Meaning("first", "First name"),
    Meaning("last", "Surname"),
    Meaning("preferred", "Likes to be called"),
    Meaning("role", "Role"),
    Meaning("coming", "Coming"),
    Meaning("needs", "Needs"),
    Meaning("format", "Papers"),
    Meaning("food", "Food"),
    Meaning("mail", "Email"),
    Meaning("phone", "Phone"),
    Meaning("contact", "Contact"),
    Meaning("way", "How to contact"),
    Meaning("photo", "Photos"),
    Meaning("notes", "Notes"),
)
_SAMPLES = 3


def read_list(data: bytes, needs: Needs, meanings: Mapping[int, str] | None = None) -> ListedRow:
    """Read a list of people. UserError when it is none: not plain text, or no column for names.

    `meanings` is what somebody chose for columns, by place.
    """
    lines = list(rows_of(text_of(data), breaks="; "))
    at = _header(lines)
    header = lines[at][1]
    places = _places(header)
    if meanings is not None:
        places = {key: place for place, key in meanings.items() if key}
    rows: list[Listed] = []
    before = Named()
    refused: list[Refused] = []
    for number, cells in lines[at + 1 :]:
        given = {key: cells[place] for key, place in places.items() if place < len(cells) and cells[place]}
        row = _row(number, given, needs)
        if isinstance(row, Listed):
            rows.append(replace(row, like=before.like(row.name, row.contact)))
            before.add(row.number, row.name, row.contact)
        elif given:
            refused.append(row)
    if not rows and not refused:
        raise UserError("This list has its first row, and no people below it.", "Nothing was stored.")
    used = set(places.values())
    unused = tuple(cell for place, cell in enumerate(header) if cell and place not in used)
    taken = {place: key for key, place in places.items()}
    columns = tuple(
        Column(place, cell, _samples(lines[at + 1 :], place), taken.get(place, LEFT))
        for place, cell in enumerate(header)
    )
    return ListedRow(
        rows=tuple(rows), refused=tuple(refused), unused=unused, columns=columns, meanings=_MEANINGS,
        where=Where(first_row=lines[at][0]),
    )  # fmt: skip


def _samples(lines: Sequence[tuple[int, Sequence[str]]], place: int) -> tuple[str, ...]:
    said = (cells[place] for _, cells in lines if place < len(cells) and cells[place])
    return tuple(islice(dict.fromkeys(said), _SAMPLES))


def _header(lines: Sequence[tuple[int, Sequence[str]]]) -> int:
    """Return which line names the columns: of the first ones, that which names most. Lists often have a title above it."""
    first = [_places(cells) for _, cells in lines[:10]]
    at = max(range(len(first)), key=lambda i: len(first[i]), default=None)
    if at is None or not {"name", "first", "last"} & first[at].keys():
        raise UserError("This list has no column for names in its first rows.", NOTHING)
    return at


def _places(header: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        said = " ".join(re.findall(r"[a-z]+", re.sub(r"\(.*?\)", " ", cell.casefold())))
        key = next((key for key, words in _COLUMNS if key not in found and re.search(words, said)), None)
        if key is not None:
            found[key] = place
    return found


# ---- one row


def _row(number: int, given: Mapping[str, str], needs: Needs) -> Listed | Refused:
    doubts: list[str] = []
    formulas = [words for words in given.values() if _FORMULA.match(words)]
    typed = given.get("name") or " ".join(filter(None, (given.get("first"), given.get("last"))))
    if any(_FORMULA.match(given.get(key, "")) for key in ("name", "first", "last")):
        return Refused(number, "The name is a formula, not a name.")
    if not any(letter.isalpha() for letter in typed):
        return Refused(number, f"There is no name{f' in “{typed}”' if typed else ''}.")
    doubts += [f"“{words}” is a formula and was left out." for words in formulas]
    said = {key: "" if words in formulas else words for key, words in given.items()}
    name = _name(typed, said.get("preferred", ""), doubts)
    contact, way = _contact(said, doubts, needs)
    wanted = _needs(said, way, doubts, needs)
    ticked = "".join(filter(str.isalpha, typed.casefold())) not in _NO_NAME
    if not ticked:
        doubts.append(f"“{typed}” looks like no name yet.")
    return Listed(
        number=number, name=name, role=said.get("role", ""), needs=wanted, contact=contact, ticked=ticked,
        attendance=_attendance(said.get("coming", ""), doubts), refused=_refused(said.get("photo", ""), doubts),
        doubts=tuple(doubts),
    )  # fmt: skip


def _name(typed: str, preferred: str, doubts: list[str]) -> str:
    """Return "First Surname", with the name they like to be called by in front: "Win (Winifred) Tattersall"."""
    name = typed.replace("; ", " ")
    before, comma, after = (part.strip() for part in name.partition(","))
    if comma and before and after and "," not in after and after.casefold().strip(".") not in _AFTER_NAMES:
        name = f"{after} {before}"
    first, _, rest = name.partition(" ")
    if preferred and folded(preferred) != folded(first) and folded(preferred) != folded(name):
        name = f"{preferred} ({name})" if " " in preferred else f"{preferred} ({first}) {rest}".strip()
    if name != typed:
        doubts.append(f"The list has the name as “{typed}”.")
    if re.search(r"&|/|\+|\band\b", typed):
        doubts.append("This may be more than one person.")
    return name


def _contact(said: Mapping[str, str], doubts: list[str], needs: Needs) -> tuple[str | None, str]:
    """Return how to reach them, and the way they asked for when their contact does not make it plain."""
    mail, phone, notes = said.get("mail", ""), said.get("phone", "").removeprefix("'"), said.get("notes", "")
    if mail and not MAIL.fullmatch(mail):
        doubts.append(f"“{mail}” is no email address.")
    doubts += _phone_doubts(phone)
    parts = [said.get("contact", ""), mail, phone]
    if notes and (_REACHING.search(notes) or POSTCODE.search(notes)):
        parts.append(notes)
    elif notes and _attending(notes) is None:
        doubts.append(f"This note has no place here and stays behind: “{notes}”.")
    contact = "; ".join(filter(None, parts)) or None
    way = said.get("way", "")
    if way.casefold() in _PLAIN_WAYS:
        reached, asked = (formats.way_of(words, needs).by for words in (contact, way))
        way = "" if reached is asked else way
    return contact, "" if way.casefold() in _NOTHING_SAID else way


def _phone_doubts(phone: str) -> Sequence[str]:
    digits = re.sub(r"\D", "", phone)
    if re.fullmatch(r"[\d.,]+e\+?\d+", phone, re.I):
        return (f"A spreadsheet has spoilt the number “{phone}”.",)
    if phone and len(digits) < 9:
        return (f"“{phone}” is short for a phone number.",)
    if len(digits) == 10 and digits[0] in "127" and not phone.startswith("+"):
        return (f"“{phone}” may have lost its first 0.",)
    return ()


def _needs(said: Mapping[str, str], way: str, doubts: list[str], needs: Needs) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for words in _asked_for(said.get("needs", ""), needs):
        found.append((tidy_need(needs, words), needs.read(words).group))
        if "?" in words:
            doubts.append(f"Nobody is sure about this need: “{words}”.")
    found += [(tidy_need(needs, words), FORMAT) for words in _asked_for(said.get("format", ""), needs)]
    found += [(words, CONTACT) for words in _pieces(way)]
    found += [(f"food: {words}", OTHER) for words in _asked_for(said.get("food", ""), needs)]
    kept: list[tuple[str, str]] = []
    for need in found:
        if not is_said(need, kept):
            kept.append(need)
    return tuple(kept)


def is_said(need: tuple[str, str], among: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a need is there already, perhaps in more words: "large print" in "large print 20 point"."""
    words, group = need
    return any(there == group and words.casefold() in more.casefold() for more, there in among)


def _asked_for(words: str, needs: Needs) -> Sequence[str]:
    """Return each need in a cell, without what says that nothing is needed."""
    return [part for part in _pieces(words) if not needs.read(part).nothing]


def _pieces(words: str) -> Sequence[str]:
    return [part for part in map(str.strip, words.split(";")) if part.casefold() not in _NOTHING_SAID]


def _attending(words: str) -> Attending | None:
    return next((part for part, pattern in _ATTENDING if pattern.fullmatch(words)), None)


def _attendance(words: str, doubts: list[str]) -> Attending | None:
    found = _attending(words)
    if words and (found is None or (found is Attending.INVITED and words.casefold() != "invited")):
        doubts.append(f"Whether they come is not sure: “{words}”.")
    return found


def _refused(words: str, doubts: list[str]) -> tuple[str, ...]:
    """Return what was said no to. A yes in a list is no answer: the person is asked."""
    if words and words.casefold() not in _YES_NO and words.casefold() not in _NOTHING_SAID:
        doubts.append(f"Photos: “{words}” is neither yes nor no. They count as not asked.")
    return (PHOTO,) if _YES_NO.get(words.casefold()) is False else ()
