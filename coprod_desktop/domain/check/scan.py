"""Looks at one text for everything check can find in it. The check and the gate use the same eyes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from coprod_desktop.domain.check import traits
from coprod_desktop.domain.check.gentle import gentle
from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.names import ListedNames
from coprod_desktop.domain.check.numbers import digits, numbers
from coprod_desktop.domain.check.online import joined, online
from coprod_desktop.domain.check.places import SAYINGS
from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.check.quotes import OwnWords
from coprod_desktop.domain.check.strangers import person_like, third_people
from coprod_desktop.domain.check.words import Word, fold, tidy, tokens_of, words_of
from coprod_desktop.domain.check.worth import ODD, ONLINE
from coprod_desktop.domain.record import Organisation, SessionRecord
from coprod_desktop.domain.words import Publish

_CAPITAL_INSIDE = re.compile(
    r"[^\s.!?:;•*–—\"“”‘’'(\[{-][\"“”’')\]}]* +[\"“”‘’'(\[{-]*(?!I\b)[A-Z]|[a-z][A-Z]|\w['’-][A-Z]"
)
"""A capital that is not a sentence's, and no "I"."""


class Where(Enum):
    """What a text is for, which decides what is looked for in it."""

    SAID = auto()
    """Somebody's own words."""
    WRITTEN = auto()
    """Words a facilitator wrote to be printed: quotations in it are looked at too."""
    VENUE = auto()
    """A place or an organisation: an address belongs there."""
    CONTACT = auto()
    """The contact that is printed on purpose: names of people on the list, and what is somebody's own."""
    OWNER = auto()
    """Who will do it: a person's name that nobody on the list has. Those on the list print as they chose."""


class Scanner:
    """The eyes for one session: everyone the workspace knows, its published contact, what was said in it.

    `before` have looked at another session of the same workspace, whose people are known then.
    `ours`: how the organisation itself is reached stands on every paper and is asked about nowhere.
    """

    def __init__(self, record: SessionRecord, ours: Organisation | None = None, before: Scanner | None = None) -> None:
        said = PrintableLines(record)
        self._of = record
        self._names: ListedNames = ListedNames(
            record.people,
            lambda who: said.permissions.name_parts(who, record.circle),
            record.others,
            before._names if before else None,
        )
        self._year = record.session.date.year
        contact = fold(tidy(record.session.contact or ""))
        ways = (ours.phone, ours.text_number, ours.mail, ours.post) if ours else ()
        printed = [fold(tidy(way)) for way in ways if way]
        self._ours = "\n".join(digits(way) for way in printed)
        self._contact_number = "\n".join((re.sub(r"\D+", "", digits(contact)), self._ours))
        self._contact = "\n".join((contact, *printed))
        told = (digits(fold(tidy(p.contact))) for p in (*record.people, *record.others) if p.contact)
        self._own_numbers = {number for number in told if number}
        allowed = {e.id for e in said.entries if said.allows_words(e)}
        quotable = [e for e in said.entries if e.id in allowed]
        others = [e for e in said.entries if e.id not in allowed]
        gone = [e for e in said.entries if said.taken_back(e) or e.publish is Publish.NO]
        printable = [e for e in said.entries if said.may_print(e)]
        self._own_words = OwnWords(quotable, others, gone, printable)
        self._seen: dict[tuple[str, Where], tuple[Hit, ...]] = {}

    def names_of(self, record: SessionRecord) -> ListedNames | None:
        """Return the names it looks for, when they are those of just this record, for whom it is made; else None."""
        return self._names if record is self._of else None

    def hits(self, text: str, where: Where = Where.SAID) -> tuple[Hit, ...]:
        """Return what is found in a text (already tidy), first first. A text seen before is not looked at again."""
        seen = self._seen.get((text, where))
        if seen is None:
            seen = self._seen[text, where] = self._look(text, where)
        return seen

    def _look(self, text: str, where: Where) -> tuple[Hit, ...]:
        folded = fold(text)
        tokens = tokens_of(folded)
        worth = traits.of(tokens)
        by_name = bool(worth & ODD) or not text.isascii() or self._names.may_be_in(tokens)
        by_name = by_name or _CAPITAL_INSIDE.search(text) is not None
        words = _without_sayings(text, words_of(folded)) if by_name else []
        listed, taken = self._names.find(text, words) if by_name else ([], set())
        if where is Where.CONTACT:
            return _apart((*listed, *self._personal(folded, text, worth)))
        found: list[Hit] = list(self._own_words.find(text)) if where in {Where.WRITTEN, Where.OWNER} else []
        found += listed if where is not Where.OWNER else []
        if where is Where.OWNER and not taken and (span := person_like(text)):
            found.append(hit(FindingKind.OWNER_NAME, *span))
        venue = where is Where.VENUE
        for one in numbers(folded, text, self._year, worth):
            address = venue and one.kind in {FindingKind.ADDRESS, FindingKind.POSTCODE}
            if not address and not self._is_contact(one, folded):
                found.append(one)
        if worth & ONLINE or any(sign in folded for sign in "@#/_"):
            found += (one for one in online(folded, text) if not self._is_contact(one, folded))
        if worth & ODD or "_" in folded:
            odd = joined(folded, text)
            found += (one for one in odd if not any(one.start < n.end and n.start < one.end for n in listed))
        lone = where not in {Where.VENUE, Where.OWNER}
        found += third_people(text, words, taken, lone=lone) if by_name else ()
        if where is not Where.OWNER:
            found += gentle(folded, worth)
            told = self._own_words.told_again(text, written=where is Where.WRITTEN)
            found += [one for one in told if not any(_same_place(one, other) for other in found)]
        return _apart(found)

    def _personal(self, folded: str, text: str, worth: int) -> Iterator[Hit]:
        """Yield what in the printed contact is somebody's own: their mobile, a mail address at home, what is no contact."""
        for one in numbers(folded, text, self._year, worth):
            number = digits(folded[one.start : one.end])
            own = (number in self._own_numbers or number.startswith("07")) and number not in self._ours
            if one.kind not in _CONTACTS or (one.kind is FindingKind.PHONE and own):
                yield one
        for m in _MAIL_AT_HOME.finditer(folded):
            yield hit(FindingKind.EMAIL, *m.span())

    def _is_contact(self, one: Hit, folded: str) -> bool:
        words = folded[one.start : one.end]
        if one.kind is FindingKind.PHONE:
            number = digits(words)
            return len(number) > 5 and number in self._contact_number
        return one.kind is FindingKind.EMAIL and words in self._contact


def _without_sayings(text: str, words: list[Word]) -> list[Word]:
    said = [m.span() for m in SAYINGS.finditer(text)]
    return [w for w in words if not any(a <= w.start < b for a, b in said)] if said else words


_CONTACTS = frozenset({FindingKind.PHONE, FindingKind.LONG_NUMBER, FindingKind.ADDRESS, FindingKind.POSTCODE})
"""What belongs into a contact that is printed."""
_MAIL_AT_HOME = re.compile(
    r"[\w.+'-]+@(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|me|live|msn|aol|btinternet|sky|talktalk|virginmedia|protonmail|gmx)\.[\w.]+"
)
"""Addresses that people have for themselves."""
_ALONE = frozenset({FindingKind.NAME, FindingKind.QUOTE, FindingKind.SAME_WORDS, FindingKind.TAKEN_BACK})
"""Kinds that stay listed when another thing is found in the same place: settling that one must not settle these."""


def _same_place(one: Hit, other: Hit) -> bool:
    return other.kind is FindingKind.TAKEN_BACK and one.start < other.end and other.start < one.end


def _apart(found: Iterable[Hit]) -> tuple[Hit, ...]:
    kept: list[Hit] = []
    end = -1
    for one in sorted(found, key=lambda h: (h.start, -h.end)):
        if one.kind in _ALONE:
            kept.append(one)
        elif one.start >= end:
            kept.append(one)
            end = one.end
    return tuple(kept)
