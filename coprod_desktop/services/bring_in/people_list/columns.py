"""What each column says of somebody: by its heading and by what stands below it, the best first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.list_words import LEFT, ListWords, plain
from coprod_desktop.services.bring_in.people_list.headings import (
    LEAST,
    LEAST_OF_CONSENT,
    NAMES,
    SURE,
    Head,
    Headings,
    most,
)
from coprod_desktop.services.bring_in.people_list.looks import Looks, is_kind, is_uk_phone, looks
from coprod_desktop.services.bring_in.people_list.plain import is_name
from coprod_desktop.services.bring_in.people_list.sheets import Row

_OF_NEEDS = re.compile(r"\b(?:need|adjust|support|access|help|requir|diet)", re.I)
_UNLIKE_WORDS = frozenset({"phone", "mail"})
"""What words below a heading show it not to be, whatever it says: "Mob aid" is for no mobile."""
_STREET = re.compile(r"\b(?:address|street|road|line|house)\b", re.I)
_MOSTLY = 0.7
_SHORT_HEADING = 3
"""Words. A longer one asks something, and "Morning" may be its answer."""
_SHORT = 6
"""Words of a cell that is no answer to a question about something else."""
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


def taken(heads: Sequence[Head], rows: Sequence[Row], headings: Headings) -> Taken:
    """Return what each column is taken for."""
    sample = rows[:_SAMPLE]
    meanings: dict[int, str] = {}
    options: dict[int, str] = {}
    rated: list[tuple[float, int, str]] = []
    for head, found in zip(heads, headings.among(heads), strict=True):
        cells = [row.cells[head.place] if head.place < len(row.cells) else "" for row in sample]
        below = looks(cells, headings.words)
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
            fits = _fits(key, below)
            if key == "needs" and score < 0.6 and below.names > 0.6 and not any(map(headings.is_need, cells)):
                continue  # "Staff supporting on the day": names
            if fits is not None and score >= _least(key, below, headings.words):
                rated.append((score + fits, -head.place, key))
    _give(rated, meanings, headings.words)
    _names(sample, meanings)
    _follow(heads, meanings, headings)
    for head in heads:
        if meanings.get(head.place, LEFT) == LEFT and not headings.of(head) and not head.text:
            _by_looks(head.place, sample, meanings, headings.words)
    _roles(heads, sample, meanings, headings)
    _phones(heads, sample, meanings, headings)
    _needs(heads, sample, meanings, headings)
    _postcodes(heads, meanings, headings)
    kinds = (head.place for head in heads if meanings.get(head.place, LEFT) in {LEFT, "role"})
    return Taken(
        {head.place: meanings.get(head.place, LEFT) for head in heads},
        options,
        tuple(place for place in kinds if _are_kinds(_below(sample, place), headings.words)),
    )


def _below(rows: Sequence[Row], place: int) -> list[str]:
    return [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place]]


def _are_kinds(cells: Sequence[str], words: ListWords) -> bool:
    return bool(cells) and all(is_kind(cell, words) for cell in cells)


def _needs(heads: Sequence[Head], rows: Sequence[Row], meanings: dict[int, str], headings: Headings) -> None:
    """What is headed by an abbreviation, "AIS" or "Flags", and holds needs is for needs."""
    for head in heads:
        key, score = most(headings.of(head))
        known = score >= LEAST and key not in _UNLIKE_WORDS
        if meanings.get(head.place, LEFT) != LEFT or headings.is_of_others(head) or known:
            continue
        cells = [cell for cell in _below(rows, head.place) if not headings.words.has("nothing", cell)]
        if any(headings.words.has("titles", cell) for cell in cells):
            continue  # "Ms" is no illness here
        asks = len(headings.asked(head.own).split()) > _SHORT_HEADING
        named = sum(headings.is_need(cell, plainly=asks) for cell in cells)
        if named > 0.5 * len(cells):
            meanings[head.place] = "needs"
        elif named and not asks and all(len(cell.split()) <= _SHORT for cell in cells):
            meanings[head.place] = "notes"  # only what is a need of it is taken: "taxi please", not "own car"


def _phones(heads: Sequence[Head], rows: Sequence[Row], meanings: dict[int, str], headings: Headings) -> None:
    """Where no column is for numbers to ring, one is that holds nothing else: "Ph", "Ring on"."""
    if {"phone", "contact"} & set(meanings.values()):
        return
    for head in heads:
        cells = _below(rows, head.place)
        known = headings.is_of_others(head) or most(headings.of(head))[1] >= LEAST
        if meanings.get(head.place, LEFT) == LEFT and not known and cells and all(map(is_uk_phone, cells)):
            meanings[head.place] = "phone"
            return


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
    if words.meanings[key].consent or (key == "coming" and below.replies > _MOSTLY and below.answers < _MOSTLY):
        return LEAST_OF_CONSENT
    return LEAST


def _roles(heads: Sequence[Head], rows: Sequence[Row], meanings: dict[int, str], headings: Headings) -> None:
    """Where no column says what people are, one does that holds little else: "Ticket type", "Org", "From"."""
    if "role" in meanings.values():
        return
    for head in heads:
        free = meanings.get(head.place, LEFT) == LEFT and not headings.is_of_others(head)
        if free and headings.words.says("may_be_roles", headings.asked(head.own)):
            below = looks(
                [row.cells[head.place] if head.place < len(row.cells) else "" for row in rows], headings.words
            )
            if below.roles > 0.5 and below.people_roles:
                meanings[head.place] = "role"
                return
    for head in heads:  # "Segment"
        asks = len(headings.asked(head.own).split()) > _SHORT_HEADING
        if meanings.get(head.place, LEFT) != LEFT or asks or headings.is_of_others(head) or headings.of(head):
            continue
        below = looks([row.cells[head.place] if head.place < len(row.cells) else "" for row in rows], headings.words)
        short = all(len(cell.split()) <= 4 for cell in _below(rows, head.place))
        if below.many > 1 and short and below.roles > _MOSTLY and below.people_roles and not below.answers:
            meanings[head.place] = "role"
            return


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


def _fits(key: str, below: Looks) -> float | None:
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
        return (
            0.2 * below.phones if below.phones > 0.25 or below.numbers > 0.25 else None if below.mails > 0.5 else -0.1
        )
    if key == "role":
        wrong = below.titles > 0.6 or below.kinds > 0.99 or (below.names > 0.6 and below.roles < 0.3)
        return (
            None
            if wrong or below.answers > 0.6 or below.numbers > 0.5 or below.mails > 0.5 or below.dates > 0.5
            else 0.0
        )
    if key == "coming":
        return None if below.mails > 0.5 or below.dates > 0.5 or not below.replies else 0.2 * below.replies
    if key in {"needs", "format", "food"} and (below.phones > 0.3 or below.titled > 0.3):
        return None
    if key in {"needs", "format", "food", "way", "notes"}:
        return None if below.mails > 0.7 and key != "notes" else 0.0
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
    if "name" in by and "last" in by and "first" not in by:
        said = [row.cells[by["name"]] for row in rows if by["name"] < len(row.cells) and row.cells[by["name"]]]
        if said and sum(" " not in cell for cell in said) > 0.5 * len(said):
            meanings[by["name"]] = "first"


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
        if meanings[place] == LEFT and "notes" not in meanings.values() and seen[place].words > 0.5:
            meanings[place] = "notes"
    return Taken(meanings, {})
