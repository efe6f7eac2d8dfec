"""Forms that one fills in for another: "Your name", "If this is for somebody else, their name". Who comes is told row by row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.list_words import LEFT, tokens
from coprod_desktop.services.bring_in.people_alike import folded
from coprod_desktop.services.bring_in.people_list.by_content import below
from coprod_desktop.services.bring_in.people_list.headings import LEAST_OF_CONSENT, SURE, Head, Headings
from coprod_desktop.services.bring_in.people_list.sheets import Row

_WHO = ("name", "first", "last", "mail", "phone", "contact")
_WANTED = ("needs", "food")
"""Told of both in some forms; told of one only, it is of who comes, whatever the form calls them."""
_MINE = re.compile(r"\b(?:you|your|yours|yourself|my|me)\b", re.I)
_THEIRS = re.compile(
    r"\b(?:them|their|theirs|they|her|his|person|people|attendee|participant|applicant|(?:somebody|someone|anyone) else"
    r"|(?:who|whoever) (?:will|would|is|wants?) )",
    re.I,
)
_FOR_SELF = re.compile(
    r"\b(?:my ?self|your ?self|me|self|no|own behalf|the person (?:themself|themselves|named|attending|above))\b", re.I
)
_SOMEBODY = re.compile(r"(?:(?:my|our|a|the) (?:[a-z]+[ ,:–-]+){1,3})?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)")
"""Somebody's name, with what they are to who fills in the form: "my son Luke Rix"."""


@dataclass(frozen=True)
class FilledFor:
    """Which columns are about who fills in the form, and which about the one it is for."""

    mine: Mapping[str, int]
    theirs: Mapping[str, int]
    asks: int = -1
    """The column that asks who fills it in; -1 when there is none."""

    def row(self, row: Row) -> Row:
        """Return a row with what is said of the one who comes, and nothing of the other."""
        cells = list(row.cells)
        cells += [""] * (max(*self.mine.values(), *self.theirs.values(), self.asks) + 1 - len(cells))
        if self.theirs.get("name") == self.asks:
            found = _SOMEBODY.fullmatch(cells[self.asks])
            cells[self.asks] = found[1] if found and not _FOR_SELF.fullmatch(cells[self.asks]) else ""
        mine, theirs = ({key: cells[place] for key, place in of.items()} for of in (self.mine, self.theirs))
        for_another = self._is_for_another(mine, theirs, cells[self.asks] if self.asks >= 0 else "")
        for key in {*self.mine, *self.theirs}:
            for of in (self.mine, self.theirs):
                if key in of:
                    cells[of[key]] = ""
            own = "" if for_another else mine.get(key, "")
            told = theirs.get(key, "") or own
            if key in _WANTED and told != own:
                told = "; ".join(filter(None, (told, own)))
            cells[self.theirs.get(key, self.mine.get(key, 0))] = told
        return row._replace(cells=tuple(cells))

    @staticmethod
    def _is_for_another(mine: Mapping[str, str], theirs: Mapping[str, str], asked: str) -> bool:
        me, them = (folded(" ".join(of.get(key, "") for key in ("name", "first", "last"))) for of in (mine, theirs))
        if not them or me == them:
            return False
        return bool(me) or not asked or not _FOR_SELF.search(asked)

    def heads(self, heads: Sequence[Head]) -> tuple[Head, ...]:
        """Return headings of which each is for what it now holds."""
        means = {place: key for key, place in (*self.mine.items(), *self.theirs.items())}
        means |= {self.mine[key]: LEFT for key in self.mine if key in self.theirs}
        means.setdefault(self.asks, LEFT)
        return tuple(replace(head, means=means.get(head.place)) for head in heads)


def filled_for(heads: Sequence[Head], rows: Sequence[Row], headings: Headings) -> FilledFor | None:
    """Return who is who in a form that one may fill in for another; None for every other list."""
    says = {head.place: headings.words.says("fills_in", headings.asked(head.own)) for head in heads}
    if not any(says.values()):
        return _booked(heads, headings)
    mine: dict[str, int] = {}
    theirs: dict[str, int] = {}
    asks = -1
    for head in heads:
        bare = headings.bare_question(head.own)
        key = _asked(bare, headings)
        if not key or bare.casefold().startswith(("who is", "are you", "is this")):
            asks = head.place if says[head.place] and asks < 0 else asks
        elif says[head.place] and not _is_theirs(bare, says=True):
            mine.setdefault(key, head.place)
        elif _is_theirs(bare, says=says[head.place]):
            theirs.setdefault(key, head.place)
        elif _MINE.search(bare):
            mine.setdefault(key, head.place)
    for key in _WANTED:
        if not (key in mine and key in theirs):
            mine.pop(key, None)
            theirs.pop(key, None)
    named = {"name", "first"}
    if asks >= 0 and not named & set(theirs) and any(_SOMEBODY.fullmatch(cell) for cell in below(rows, asks)):
        theirs["name"] = asks  # "I am filling this in for": "my son Luke Rix"
    _take_bare(heads, headings, mine, theirs)
    if not named & set(theirs) or not (mine or asks >= 0):
        return None
    return FilledFor(mine, theirs, asks)


def _booked(heads: Sequence[Head], headings: Headings) -> FilledFor | None:
    """Return who booked and who comes, where both are named: "Booking First Name" and "Ticket Holder First Name"."""
    persons = headings.words.words["the_person"]
    named = {said[:-2] for said in (tokens(head.own) for head in heads) if said[-2:] == ("first", "name")} - {()}
    comes = {whose for whose in named if persons.issuperset(whose)}
    if len(comes) != 1 or len(named) != 2:
        return None
    found: dict[bool, dict[str, int]] = {True: {}, False: {}}
    for head in heads:
        said = tokens(head.own)
        whose = next((one for one in named if said[: len(one)] == one), None)
        key = _asked(" ".join(said[len(whose) :]), headings) if whose else ""
        if whose and key in _WHO:
            found[whose in comes].setdefault(key, head.place)
    return FilledFor(found[False], found[True])


def _asked(bare: str, headings: Headings) -> str:
    """Return what a heading asks of somebody; of "Support needs of attendee" what they need, and not who they are."""
    asked = headings.anybodys(bare)
    key = next((key for key in _WHO if asked.get(key, 0.0) > LEAST_OF_CONSENT), "")
    wanted = max(_WANTED, key=lambda one: asked.get(one, 0.0))
    return wanted if asked.get(wanted, 0.0) > max(LEAST_OF_CONSENT, asked.get(key, 0.0)) else key


def _take_bare(heads: Sequence[Head], headings: Headings, mine: dict[str, int], theirs: Mapping[str, int]) -> None:
    """Take the "Name" and "Email" with which a form begins for those of who fills it in, where it goes on to name another."""
    named = [theirs[key] for key in ("name", "first") if key in theirs]
    if not named or {"name", "first"} & set(mine):
        return
    bare = {
        key: head.place
        for head in heads
        for key in _WHO
        if head.place < min(named) and headings.anybodys(headings.bare_question(head.own)).get(key, 0.0) > SURE
    }
    if {"name", "first"} & set(bare):
        for key, place in bare.items():
            mine.setdefault(key, place)


_IS_FOR = re.compile(
    r"^(?:\w+ )?(?:name|e-?mail|phone|telephone|mobile)\b.*\b(?:of|for) (?:the |a )?(?:person|people|resident|tenant|client|patient|member|individual|one)"
    r" (?:that |who |whom )?you(?:['’]re| are)? \w+ (?:\w+ )?for\b",
    re.I,
)
"""Whom somebody else books for: "Full name of the person you are booking for"."""


def _is_theirs(heading: str, *, says: bool) -> bool:
    """Tell whether a heading is about the one the form is for: "their name", "Name of the person who will attend"."""
    if _IS_FOR.search(heading):
        return True
    theirs, mine = _THEIRS.search(heading), _MINE.search(heading)
    if says:  # "If you are filling this in for somebody else, their name"; "Your name, if you fill it in for them"
        return (
            theirs is not None
            and re.search(r"\b(?:their|his|her|the person['’]?s?) \w+\W*$", heading, re.I) is not None
        )
    return theirs is not None and mine is None
