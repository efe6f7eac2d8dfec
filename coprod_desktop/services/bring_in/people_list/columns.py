"""What each column says of somebody: by its heading and by what stands below it, the best first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.list_words import LEFT, ListWords, plain
from coprod_desktop.services.bring_in.people_list import by_content
from coprod_desktop.services.bring_in.people_list.contact import WAY
from coprod_desktop.services.bring_in.people_list.headings import (
    LEAST,
    LEAST_OF_CONSENT,
    NAMES,
    SURE,
    Head,
    Headings,
    most,
)
from coprod_desktop.services.bring_in.people_list.looks import Looks, is_kind, is_name, looks
from coprod_desktop.services.bring_in.people_list.sheets import Row

_OF_NEEDS = re.compile(r"\b(?:need|adjust|support|access|help|requir|diet)", re.I)
_STREET = re.compile(r"\b(?:address|street|road|line|house)\b", re.I)
_MOSTLY = 0.7
_PLAIN = 0.6
"""A heading that says less is believed of roles only where some stand below: "Status"."""
_NOBODY_YET = 1.0
"""So much less a column of who came in is believed, before anybody has: what the order says tells who comes."""
_SAMPLE = 200
"""Rows that are looked at to know what stands below a heading."""


@dataclass(frozen=True)
class Taken:
    """What columns are taken for: each place with its meaning, and what a ticked cell there asks for."""

    meanings: Mapping[int, str]
    options: Mapping[int, str]
    """Place -> the need, or the role, that is ticked in it."""
    kinds: Sequence[int] = ()
    """Columns that say whether a row is a person or an organisation."""
    closed: frozenset[int] = frozenset()
    """Columns that stay behind because it is known whose, or what, they are."""

    def is_open(self, place: int) -> bool:
        """Tell whether nobody knows what a column is for: what stands in it may still matter."""
        return place not in self.closed


def taken(heads: Sequence[Head], rows: Sequence[Row], headings: Headings) -> Taken:
    """Return what each column is taken for."""
    sample = rows[:_SAMPLE]
    meanings: dict[int, str] = {}
    options: dict[int, str] = {}
    rated: list[tuple[float, int, str]] = []
    for head, found in zip(heads, headings.among(heads), strict=True):
        cells = [row.cells[head.place] if head.place < len(row.cells) else "" for row in sample]
        below = looks(cells, headings.words)
        if _is_choice_of_role(head, heads, cells, headings):
            meanings[head.place] = "role"
            continue
        role = headings.role_asked(head)
        if role and below.many and below.answers == 1.0 and not below.phones:
            meanings[head.place], options[head.place] = "role", role
            continue
        option = headings.option(head)
        if option and _is_ticked(option, head, cells, below) and _best_known(found) < 0.95:
            meanings[head.place], options[head.place] = "needs", option
            continue
        if option and most(found)[0] == "needs":
            options[head.place] = option
        for key, score in found.items():
            fits = _fits(key, below, weak=score < _PLAIN)
            if key == "needs" and score < 0.6 and below.names > 0.6 and not any(map(headings.is_need, cells)):
                continue  # "Staff supporting on the day": names
            if fits is not None and score >= _least(key, below, headings.words):
                fits -= _NOBODY_YET if key == "coming" and _is_closed_door(head, cells, headings.words) else 0.0
                rated.append((score + fits, -head.place, key))
    _give(rated, meanings, headings.words)
    _first_names(heads, sample, meanings, headings)
    _names(sample, meanings)
    _follow(heads, meanings, headings)
    for head in heads:
        if meanings.get(head.place, LEFT) == LEFT and not headings.of(head) and not head.text:
            _by_looks(head.place, sample, meanings, headings.words)
    for head in heads:
        cells = by_content.below(sample, head.place)
        reaches = {"way": any(map(WAY.search, cells)), "notes": bool(cells) and all(map(WAY.fullmatch, cells))}
        if reaches.get(meanings.get(head.place, LEFT)):
            meanings[head.place] = "contact"
    by_content.fill(heads, sample, meanings, headings)
    _postcodes(heads, meanings, headings)
    kinds = (head.place for head in heads if meanings.get(head.place, LEFT) in {LEFT, "role"})
    return Taken(
        {head.place: meanings.get(head.place, LEFT) for head in heads},
        options,
        tuple(place for place in kinds if _are_kinds(by_content.below(sample, place), headings.words)),
        frozenset(head.place for head in heads if _is_closed(head, headings)),
    )


def _is_closed_door(head: Head, cells: Sequence[str], words: ListWords) -> bool:
    """Tell whether nobody has come in yet: "Checked in", and nothing below it but no."""
    return words.says("arrivals", head.own) and not any(cell and not words.has("no", cell) for cell in cells)


def _is_closed(head: Head, headings: Headings) -> bool:
    key, score = most(headings.of(head))
    return (
        headings.is_of_others(head)
        or (key == LEFT and score >= LEAST)
        or headings.words.says("about_something_else", headings.asked(head.text))
        or headings.words.is_one("served", head.own)
    )


def _is_choice_of_role(head: Head, heads: Sequence[Head], cells: Sequence[str], headings: Headings) -> bool:
    """Tell whether a column is one answer of several to what people are, and holds it: "I work in care", "Other"."""
    if not head.above or head.above == head.own or sum(one.above == head.above for one in heads) < 2:
        return False
    if most(headings.may_mean(head.above))[0] != "role" or headings.is_other(head.above):
        return False
    said = {plain(cell) for cell in cells if cell}
    return said <= {plain(head.own)} or headings.words.is_one("child_headings", head.own)


def _are_kinds(cells: Sequence[str], words: ListWords) -> bool:
    return bool(cells) and all(is_kind(cell, words) for cell in cells)


def _is_part_of_address(heading: str, words: ListWords) -> bool:
    return words.says("parts_of_address", heading) and not _STREET.search(heading)


def _postcodes(heads: Sequence[Head], meanings: dict[int, str], headings: Headings) -> None:
    """A postcode or a town reaches nobody: it counts with the rest of an address only."""
    found = {head.place: headings.asked(head.own) for head in heads if meanings.get(head.place) == "contact"}
    parts = [place for place, heading in found.items() if _is_part_of_address(heading, headings.words)]
    if len(parts) == len(found):
        meanings.update(dict.fromkeys(parts, LEFT))


def _least(key: str, below: Looks, words: ListWords) -> float:
    """Return how much of a heading has to be explained: less where what stands below can be little else."""
    if key == LEFT:
        return LEAST
    if words.meanings[key].consent and below.answers > _MOSTLY:
        return 0.0  # in whatever words it asks
    if words.meanings[key].consent or (key == "coming" and below.replies > _MOSTLY and below.answers < _MOSTLY):
        return LEAST_OF_CONSENT
    return LEAST


def _best_known(found: Mapping[str, float]) -> float:
    return max((score for key, score in found.items() if key != LEFT), default=0.0)


def _is_ticked(option: str, head: Head, cells: Sequence[str], below: Looks) -> bool:
    same = {plain(option), plain(head.own)}
    ticked = [cell for cell in cells if cell]
    return (not below.phones and below.answers + below.numbers >= 0.99 and bool(ticked)) or (
        bool(ticked) and {plain(cell) for cell in ticked} <= same
    )


def _give(rated: list[tuple[float, int, str]], meanings: dict[int, str], words: ListWords) -> None:
    """Give each column the best of what it may mean; what only one column can mean goes to the best of them."""
    gone: set[str] = set()
    sure: set[str] = set()
    for score, place, key in sorted(rated, reverse=True):
        if -place in meanings or key in gone or (key in sure and score < SURE):
            continue
        if key in {"mail", "phone", "contact"} and score > SURE:
            sure.add(key)
        meanings[-place] = key
        if key != LEFT and not words.meanings[key].many:
            gone.add(key)


def _fits(key: str, below: Looks, *, weak: bool = False) -> float | None:
    """Return how well what stands below fits a meaning; None when it cannot be that."""
    if not below.many:
        return -0.3
    if key in NAMES | {"preferred"}:
        wrong = (below.mails > 0.8 and key != "name") or below.dates > 0.3 or below.numbers > 0.3 or below.answers > 0.7
        if wrong or (below.words < 0.3 and below.mails < 0.5 and below.phones < 0.9) or (below.alike and key != "last"):
            return None
        return 0.2 * below.names
    if key == "mail":
        return 0.2 if below.mails > 0.4 else None
    if key == "phone":
        if below.phones > 0.25 or (below.numbers > 0.25 and not weak):
            return 0.2 * below.phones
        return None if weak or below.mails > 0.5 else -0.1
    if key == "role":
        wrong = (
            (weak and below.replies > 0.5)
            or below.titles > 0.6
            or below.kinds > 0.99
            or (below.names > 0.6 and below.roles < 0.3)
        )
        return (
            None
            if wrong or below.answers > 0.6 or below.numbers > 0.5 or below.mails > 0.5 or below.dates > 0.5
            else 0.0
        )
    if key == "coming":
        return None if below.mails > 0.5 or below.dates > 0.5 or not below.replies else 0.2 * below.replies
    if key in {"way", "contact"} and (
        below.kinds > _MOSTLY or (key == "contact" and max(below.one_word, below.names + 0.5) > SURE)
    ):
        return None
    if key in {"needs", "format", "food"} and (below.phones > 0.3 or below.titled > 0.3):
        return None
    if key in {"needs", "format", "food", "way", "notes"}:
        return None if (below.answers > SURE if key == "notes" else below.mails > _MOSTLY) else 0.0
    return 0.0


def _names(rows: Sequence[Row], meanings: dict[int, str]) -> None:
    """ "Name" beside "Surname" is the first name; where nobody wrote a name, it is what they like to be called."""
    by = {key: place for place, key in meanings.items() if key in NAMES}
    called = next((place for place, key in meanings.items() if key == "preferred"), None)
    if called is not None and not any(_filled(rows, place) for place in by.values()):
        for place in by.values():
            meanings[place] = LEFT
        meanings[called] = "name"
        return
    if called is not None and "last" in by and not any(_filled(rows, by[key]) for key in by if key != "last"):
        meanings[called] = "first"  # "What should we call you?" beside "Your family name"
    if "name" in by and "last" in by and "first" not in by:
        said = [row.cells[by["name"]] for row in rows if by["name"] < len(row.cells) and row.cells[by["name"]]]
        if said and sum(" " not in cell for cell in said) > 0.5 * len(said):
            meanings[by["name"]] = "first"


def _first_names(heads: Sequence[Head], rows: Sequence[Row], meanings: dict[int, str], headings: Headings) -> None:
    """Beside a surname that has no first name, a column of single words that speaks of a name is for it: "Forename you like to go by"."""
    there = {key for place, key in meanings.items() if _filled(rows, place)}
    if "last" not in there or there & {"name", "first", "preferred"}:
        return
    for head in heads:
        if meanings.get(head.place, LEFT) == LEFT and not headings.is_of_others(head):
            known = set(headings.anybodys(headings.asked(head.own))) & {"first", "preferred", "name"}
            if known and looks(by_content.below(rows, head.place), headings.words).one_word > _MOSTLY:
                meanings[head.place] = "first"
                return


def _filled(rows: Sequence[Row], place: int) -> bool:
    return any(place < len(row.cells) and row.cells[place] for row in rows)


_TELL_MORE = re.compile(
    r"(?:if (?:yes|so)|please (?:tell|give|say|specify|state|describe|explain)|details|tell us more|which)", re.I
)


def _follow(heads: Sequence[Head], meanings: dict[int, str], headings: Headings) -> None:
    """ "If yes, please tell us more" asks on about the column before it."""
    before = LEFT
    for head in heads:
        if (
            _TELL_MORE.match(head.own)
            and before in {"needs", "food"}
            and meanings.get(head.place, LEFT) in {LEFT, "needs", "notes"}
        ):
            meanings[head.place] = before
        elif (
            _TELL_MORE.match(head.own)
            and meanings.get(head.place) == "needs"
            and headings.may_mean(head.own).get("needs", 0) < 0.95
            and not _OF_NEEDS.search(head.own)
        ):
            meanings[head.place] = before if before in {"role", "notes"} else "needs"
        before = meanings.get(head.place, LEFT)


def _by_looks(place: int, rows: Sequence[Row], meanings: dict[int, str], words: ListWords) -> None:
    below = looks([row.cells[place] if place < len(row.cells) else "" for row in rows], words)
    if below.mails > 0.6:
        meanings[place] = "mail"
    elif below.roles > 0.6 and "role" not in meanings.values():
        meanings[place] = "role"
    elif below.phones > 0.6:
        meanings[place] = "phone"
    elif below.replies - below.answers > 0.6 and "coming" not in meanings.values():
        meanings[place] = "coming"


def without_headings(rows: Sequence[Row], words: ListWords) -> Taken | None:
    """Return what columns are taken for in a list that has no headings; None when no column holds whole names."""
    sample = rows[:_SAMPLE]
    wide = max((len(row.cells) for row in sample), default=0)
    columns = {place: [row.cells[place] if place < len(row.cells) else "" for row in sample] for place in range(wide)}
    seen = {place: looks(cells, words) for place, cells in columns.items()}
    people = {
        place: [cell for cell in cells if is_name(cell, words) and not words.has("not_roles", cell)]
        for place, cells in columns.items()
    }
    name = max(people, key=lambda place: (len(set(people[place])), -place), default=None)
    if (
        name is None
        or not is_name(columns[name][0], words)
        or (len(sample) == 1 and sum(map(bool, people.values())) > 1)
    ):
        return None
    below = seen[name]
    distinct = len({cell for cell in columns[name] if cell})
    if below.names < 0.6 or below.many < 0.6 * len(sample) or distinct < 0.8 * below.many:
        return None
    meanings = dict.fromkeys(range(wide), LEFT) | {name: "name"}
    for place in (place for place in range(wide) if place != name):
        _by_looks(place, rows, meanings, words)
        asked = sum(one.many > 0 and one.answers > 0.9 for at, one in seen.items() if at != name) > 1
        if asked and seen[place].answers > 0.9:
            continue  # several answers, and nobody says to what: a poll of days
        if meanings[place] == LEFT and seen[place].answers > 0.9 and "coming" not in meanings.values():
            meanings[place] = "coming"
        if meanings[place] == LEFT and "notes" not in meanings.values() and seen[place].words > 0.5:
            meanings[place] = "notes"
    return Taken(meanings, {})
