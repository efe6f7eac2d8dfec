"""Looks at one text for everything check can find in it. The check and the gate use the same eyes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto

from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.names import ListedNames
from coprod_desktop.domain.check.numbers import digits, numbers
from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.check.quotes import OwnWords
from coprod_desktop.domain.check.strangers import person_like, third_people
from coprod_desktop.domain.check.words import fold, tidy, tokens_of, words_of
from coprod_desktop.domain.record import SessionRecord
from coprod_desktop.domain.words import Publish


class Where(Enum):
    """What a text is for, which decides what is looked for in it."""

    SAID = auto()
    """Somebody's own words."""
    WRITTEN = auto()
    """Words a facilitator wrote to be printed: quotations in it are looked at too."""
    VENUE = auto()
    """A place or an organisation: an address belongs there."""
    CONTACT = auto()
    """The contact that is printed on purpose: only names of people on the list."""
    OWNER = auto()
    """Who will do it: a person's name that nobody on the list has. Those on the list print as they chose."""


class Scanner:
    """The eyes for one session: everyone the workspace knows, its published contact, what was said in it."""

    def __init__(self, record: SessionRecord) -> None:
        said = PrintableLines(record)
        everyone = (*record.people, *record.others)
        self._names = ListedNames(everyone, lambda who: said.permissions.name_parts(who, record.circle))
        self._year = record.session.date.year
        contact = fold(tidy(record.session.contact or ""))
        self._contact_number = re.sub(r"\D+", "", digits(contact))
        self._contact = contact
        quotable = [e for e in said.entries if said.allows_words(e)]
        others = [e for e in said.entries if not said.allows_words(e)]
        gone = [e for e in said.entries if said.taken_back(e) or e.publish is Publish.NO]
        printable = [e for e in said.entries if said.may_print(e)]
        self._own_words = OwnWords(quotable, others, gone, printable)
        self._seen: dict[tuple[str, Where], tuple[Hit, ...]] = {}

    def hits(self, text: str, where: Where = Where.SAID) -> tuple[Hit, ...]:
        """Return what is found in a text (already tidy), first first. A text seen before is not looked at again."""
        seen = self._seen.get((text, where))
        if seen is None:
            seen = self._seen[text, where] = self._look(text, where)
        return seen

    def _look(self, text: str, where: Where) -> tuple[Hit, ...]:
        folded = fold(text)
        named = self._names.may_be_in(tokens_of(folded))
        words = words_of(folded) if named else []
        listed, known = self._names.find(text, words)
        if where is Where.CONTACT:
            return tuple(listed)
        found: list[Hit] = list(self._own_words.find(text)) if where in {Where.WRITTEN, Where.OWNER} else []
        found += listed if where is not Where.OWNER else []
        if where is Where.OWNER and not known and (span := person_like(text)):
            found.append(hit(FindingKind.OWNER_NAME, *span))
        venue = where is Where.VENUE
        for one in numbers(folded, text, self._year):
            address = venue and one.kind in {FindingKind.ADDRESS, FindingKind.POSTCODE}
            if not address and not self._is_contact(one, folded):
                found.append(one)
        found += third_people(text, words, known, lone=not venue)
        return _apart(found)

    def _is_contact(self, one: Hit, folded: str) -> bool:
        words = folded[one.start : one.end]
        if one.kind is FindingKind.PHONE:
            number = digits(words)
            return len(number) > 5 and number in self._contact_number
        return one.kind is FindingKind.EMAIL and words in self._contact


def masked(text: str, hits: Iterable[Hit]) -> str:
    """Return the text with each hit replaced by what is printed in its place; a quotation only loses its marks."""
    cuts: list[tuple[int, int, str]] = []
    for one in hits:
        if one.kind is FindingKind.QUOTE:
            cuts += [(one.start, one.start + 1, ""), (one.end - 1, one.end, "")]
        else:
            cuts.append((one.start, one.end, one.instead))
    out, at = "", 0
    for start, end, instead in sorted(cuts, key=lambda cut: (cut[0], -cut[1])):
        if start >= at:
            out += text[at:start] + instead
        at = max(at, end)
    return out + text[at:]


_ALONE = frozenset({FindingKind.NAME, FindingKind.QUOTE, FindingKind.SAME_WORDS, FindingKind.TAKEN_BACK})
"""Kinds that stay listed when another thing is found in the same place: settling that one must not settle these."""


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
