"""Everyone in the workspace as People lists them: found while one types, and filtered by what is in the bank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.domain.needs import Needs
from coprod_desktop.services import people, sessions
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.people import PersonLine
from coprod_desktop.services.sessions import SessionLine
from coprod_desktop.store import bank, joined
from coprod_desktop.store.bank import BankLine

AROUND = 12
"""So many sessions before today, and so many after it, are offered."""
_NOTHING = BankLine((), (), None, None)


class By(StrEnum):
    """What people are filtered by."""

    ALL = "everyone"
    DUE = "to be asked again"
    TRAINS = "trains others"
    INTEREST = "interest"
    TRAINING = "training"
    FORMAT = "reads"


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of the filter: what it goes by, which one, and how many people it leaves."""

    by: By
    value: str = ""
    many: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """What says which it is, whatever the number."""
        return self.by.value, self.value


@dataclass(frozen=True, slots=True)
class Someone:
    """One person in the list. `twice` are the names of the others they are, when they are known more than once."""

    line: PersonLine
    bank: BankLine = _NOTHING
    reads: tuple[str, ...] = ()
    due: bool = False
    twice: tuple[tuple[str, str], ...] = ()
    """(id, name)"""
    found_by: str = ""

    @property
    def id(self) -> str:
        """The person's."""
        return self.line.id


class Everyone:
    """`matching` is called with each letter: it looks through words that were made ready once."""

    def __init__(self, people: Sequence[Someone], sessions: Sequence[SessionLine] = (), today: str = "") -> None:
        self.people = people
        self.sessions = sessions
        """Those around today, whose lists somebody can be put on."""
        self._today = today
        self._kept: dict[tuple[By, str], list[Someone]] = {}
        for one in people:
            for key in _keys(one):
                self._kept.setdefault(key, []).append(one)

    def usual_session(self) -> str | None:
        """Return the session that is meant when nobody says which: today's or the next one, else the latest."""
        coming = [s.id for s in self.sessions if s.date >= self._today]
        return coming[-1] if coming else next((s.id for s in self.sessions), None)

    def due(self) -> Filter | None:
        """Return the filter of those to be asked again; None when nobody is."""
        return next((f for f in self.filters() if f.by is By.DUE), None)

    def matching(self, typed: str, wanted: Filter | None = None) -> Sequence[Someone]:
        """Return who has all words that are typed, in name, role, interests, training or what they train others in."""
        words = typed.casefold().split()
        found = self.people
        if wanted is not None and wanted.by is not By.ALL:
            found = self._kept.get((wanted.by, wanted.value), [])
        for word in words:
            found = [one for one in found if word in one.found_by]
        return found

    def filters(self) -> Sequence[Filter]:
        """Return what can be filtered by, with how many people each leaves; those that leave nobody are not offered."""
        order = list(By)
        found = sorted(self._kept, key=lambda key: (order.index(key[0]), key[1].casefold()))
        every = Filter(By.ALL, "", len(self.people))
        return [every, *(Filter(by, value, len(self._kept[by, value])) for by, value in found)]


def read(desk: Desk) -> Everyone:
    """Return everyone by name. Runs on the reading thread."""
    lines = people.every(desk)
    with desk.store.read() as connection:
        banks, needs, same = bank.lines(connection), bank.needs(connection), joined.groups(connection)
    names = {line.id: line.name for line in lines}
    today, formats = desk.today().isoformat(), _Formats(desk.content.needs)
    found = [_someone(line, banks, formats.of(needs.get(line.id, ())), today, same, names) for line in lines]
    return Everyone(found, sessions.near(desk, desk.today(), AROUND), today)


def _someone(
    line: PersonLine,
    banks: Mapping[str, BankLine],
    reads: tuple[str, ...],
    today: str,
    same: Mapping[str, frozenset[str]],
    names: Mapping[str, str],
) -> Someone:
    kept = banks.get(line.id, _NOTHING)
    found_by = " ".join(filter(None, (line.name, line.role, *kept.interests, *kept.training, kept.trains)))
    twice = tuple(
        (other, names[other]) for other in sorted(same.get(line.id, ())) if other != line.id and other in names
    )
    due = kept.review_on is not None and kept.review_on <= today
    return Someone(line, kept, reads, due, twice, found_by.casefold())


class _Formats:
    """What people read, by the words of their needs: the same words are read once."""

    def __init__(self, needs: Needs) -> None:
        self._needs = needs
        self._known: dict[tuple[str, str | None], tuple[str, ...]] = {}

    def of(self, said: Sequence[tuple[str, str | None]]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for need in said:
            if need not in self._known:
                self._known[need] = self._needs.read(*need).formats
            found |= dict.fromkeys(self._known[need])
        return tuple(found)


def _keys(one: Someone) -> list[tuple[By, str]]:
    found = [(By.DUE, "")] if one.due else []
    found += [(By.TRAINS, "")] if one.bank.trains else []
    found += [(By.INTEREST, words) for words in one.bank.interests]
    found += [(By.TRAINING, words) for words in one.bank.training]
    return found + [(By.FORMAT, name) for name in one.reads]
