"""What each column says of somebody: by its heading and by what stands below it, the best first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coprod_desktop.domain.list_words import LEFT, ListWords, plain
from coprod_desktop.domain.needs import CONTACT, Needs
from coprod_desktop.services.bring_in.people_list.looks import Looks, is_data, looks
from coprod_desktop.services.bring_in.people_list.plain import is_name
from coprod_desktop.services.bring_in.people_list.sheets import Row

NAMES = frozenset({"name", "first", "last"})
_WHO = frozenset({"name", "first", "last", "preferred", "mail", "phone", "contact"})
_WHOSE_OWN = frozenset({"role", "coming", "photo", "recording", "quote", "name_ok", "contact_ok"})
"""Also when the heading names somebody else: "Are you coming with your social worker?"."""
LEAST, LEAST_OF_CONSENT = 0.4, 0.2
"""So much of a heading has to be explained; a no must not be missed in a long question."""
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_EXAMPLES = re.compile(r"[(\[]\s*(?:e\.?g\b|for example|such as|tick|please tick|y/n|yes/no|if )[^()\[\]]*[)\]]", re.I)
_NEEDING = re.compile(r"\b(?:need|require|use|want|help|support)", re.I)
_NAMES_A_NEED = 0.6
"""How well "Will you need captions or BSL?" is a question about needs, which it is by what it names."""
_SURE = 0.9
"""Beside a column that says no more than "Mobile", one that only speaks of a mobile is somebody else's."""
_YES_NO = re.compile(r"\b(?:y ?/ ?n|yes ?/ ?no|yes or no)\b", re.I)
_SAMPLE = 200
"""Rows that are looked at to know what stands below a heading."""


@dataclass(frozen=True)
class Head:
    """A column as it is headed: its own words, and those of a wider heading above it."""

    place: int
    own: str
    above: str = ""

    @property
    def text(self) -> str:
        """The heading as a person reads it."""
        return self.own or self.above


@dataclass(frozen=True)
class Taken:
    """What columns are taken for: each place with its meaning, and what a ticked cell there asks for."""

    meanings: Mapping[int, str]
    options: Mapping[int, str]
    """Place -> the need that is ticked in it."""


class Headings:
    """Knows what headings may mean; each is looked at once."""

    def __init__(self, words: ListWords, needs: Needs) -> None:
        self.words, self._needs = words, needs
        self.may_mean = lru_cache(maxsize=20_000)(self._may_mean)
        self.is_other = lru_cache(maxsize=20_000)(self._is_other)

    def _may_mean(self, text: str) -> Mapping[str, float]:
        """Return each meaning a heading may have, with how much of it that explains."""
        if not text or len(text) > 400 or self.words.says("about_something_else", text):
            return {}
        best: dict[str, float] = {}
        text = _YES_NO.sub(" ", text)
        for said in {text, _IN_BRACKETS.sub(" ", text)}:
            for key, score in self.words.headings(said):
                best[key] = max(score, best.get(key, 0.0))
        whole = _EXAMPLES.sub(" ", text)
        if best.get("needs", 0.0) < LEAST and _NEEDING.search(whole) and self._needs.read(whole).known:
            best["needs"] = _NAMES_A_NEED
        if self.words.says("not_the_person", whole):
            best = {key: score for key, score in best.items() if key in _WHOSE_OWN or key == LEFT}
        elif self.words.says("about_the_event", whole):
            best = {key: score for key, score in best.items() if key not in _WHO}
        return best

    def _is_other(self, text: str) -> bool:
        """Tell whether a heading is about somebody else, or about the event."""
        whole = _EXAMPLES.sub(" ", text)
        return self.words.says("not_the_person", whole) or self.words.says("about_the_event", whole)

    def of(self, head: Head) -> Mapping[str, float]:
        """Return what a column may mean by its heading and the one above."""
        own = self.may_mean(head.own)
        if not head.above or head.above == head.own:
            return own
        if self.is_other(head.above):
            return {key: score for key, score in own.items() if key in _WHOSE_OWN}
        if self.words.is_one("child_headings", head.own) or max(own.values(), default=0.0) < LEAST:
            return self.may_mean(head.above)
        return own

    def among(self, heads: Sequence[Head]) -> list[Mapping[str, float]]:
        """Return what each column of a row may mean: beside a carer or a parent, the "Service user" is the one cared for.

        And beside somebody's own name, what is said of a carer is not theirs.
        """
        found = [self.of(head) for head in heads]
        carers = [self.words.says("of_a_carer", head.own) for head in heads]
        if any(
            of.get(key, 0.0) > _SURE for of, theirs in zip(found, carers, strict=True) if not theirs for key in NAMES
        ):
            found = [
                {key: score for key, score in of.items() if key not in _WHO} if theirs else of
                for of, theirs in zip(found, carers, strict=True)
            ]
        if any(self.words.is_one("caring", head.own) for head in heads):
            return [{} if self.words.is_one("served", h.own) else of for h, of in zip(heads, found, strict=True)]
        return found

    def worth(self, heads: Sequence[Head]) -> float:
        """Return how much a row is a row of headings; 0 when no column of it is for names."""
        best: dict[str, float] = {}
        known = 0
        for found in self.among(heads):
            key, score = _most(found)
            if score >= LEAST:
                known += 1
                best[key] = max(score, best.get(key, 0.0))
        named = max(best.get(key, 0.0) for key in (*NAMES, "preferred"))
        filled = sum(bool(head.own) for head in heads)
        if not named or (known < 2 and named < 0.95) or known < 0.25 * filled:
            return 0.0
        left = min(best.pop(LEFT, 0.0), 0.1)
        wrong = sum(is_data(head.own) for head in heads if head.own)
        return max(0.0, named + sum(best.values()) + left - 2 * wrong)

    def option(self, head: Head) -> str:
        """Return the need that a cell under this heading says yes to: "Hearing loop", one of several below a question."""
        other = self.is_other(head.own) or self.is_other(head.above)
        if not head.own or other or self.words.is_one("child_headings", head.own):
            return ""
        own = _most(self.may_mean(head.own))
        if head.above != head.own and own[1] < LEAST and _most(self.may_mean(head.above))[0] == "needs":
            return head.own
        bare = _IN_BRACKETS.sub(" ", head.own).strip(" ?:")
        read = self._needs.read(bare)
        return bare if read.known and read.group != CONTACT and len(bare.split()) < 6 else ""

    def heads(self, row: Row, above: Row | None) -> tuple[Head, ...]:
        """Return the headings of a row, with those of the row above that stand over several columns."""
        over = _filled_on(above) if above is not None else []
        wide = max(len(row.cells), len(over))
        return tuple(
            Head(place, row.cells[place] if place < len(row.cells) else "", over[place] if place < len(over) else "")
            for place in range(wide)
        )


def _filled_on(row: Row) -> list[str]:
    made, last = [], ""
    for cell in row.cells:
        last = cell or last
        made.append(last)
    return made + [last] * 30


def _most(found: Mapping[str, float]) -> tuple[str, float]:
    return max(found.items(), key=lambda one: one[1], default=(LEFT, 0.0))


def taken(heads: Sequence[Head], rows: Sequence[Row], headings: Headings) -> Taken:
    """Return what each column is taken for."""
    sample = rows[:_SAMPLE]
    meanings: dict[int, str] = {}
    options: dict[int, str] = {}
    rated: list[tuple[float, int, str]] = []
    for head, found in zip(heads, headings.among(heads), strict=True):
        cells = [row.cells[head.place] if head.place < len(row.cells) else "" for row in sample]
        below = looks(cells, headings.words)
        option = headings.option(head)
        if option and _is_ticked(option, head, cells, below) and max(found.values(), default=0.0) < 0.95:
            meanings[head.place], options[head.place] = "needs", option
            continue
        if option and _most(found)[0] == "needs" and below.many and below.answers == 1.0:
            options[head.place] = option
        for key, score in found.items():
            fits = _fits(key, below)
            consent = key != LEFT and headings.words.meanings[key].consent
            if fits is not None and score >= (LEAST_OF_CONSENT if consent else LEAST):
                rated.append((score + fits, -head.place, key))
    _give(rated, meanings, headings.words)
    _names(sample, meanings)
    _follow(heads, meanings, headings)
    for head in heads:
        if meanings.get(head.place, LEFT) == LEFT and not headings.of(head) and not head.text:
            _by_looks(head.place, sample, meanings, headings.words)
    return Taken({head.place: meanings.get(head.place, LEFT) for head in heads}, options)


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
        if -place in meanings or key in gone or (key in sure and score < _SURE):
            continue
        if key in {"mail", "phone", "contact"} and score > _SURE:
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
        return None if below.answers > 0.6 or below.numbers > 0.5 or below.mails > 0.5 or below.dates > 0.5 else 0.0
    if key == "coming":
        return None if below.mails > 0.5 or below.dates > 0.5 or not below.replies else 0.2 * below.replies
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
    if name is None or not is_name(columns[name][0], words):
        return None
    below = seen[name]
    distinct = len({cell for cell in columns[name] if cell})
    if below.names < 0.7 or below.many < 0.6 * len(sample) or distinct < 0.8 * below.many:
        return None
    meanings = dict.fromkeys(range(wide), LEFT) | {name: "name"}
    for place in (place for place in range(wide) if place != name):
        _by_looks(place, rows, meanings, words)
        if meanings[place] == LEFT and "notes" not in meanings.values() and seen[place].words > 0.5:
            meanings[place] = "notes"
    return Taken(meanings, {})
