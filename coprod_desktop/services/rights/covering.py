"""The draft for the information officer: other people's words, names, numbers and addresses covered, and what was covered said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from coprod_desktop.domain.check import traits
from coprod_desktop.domain.check.kinds import FindingKind
from coprod_desktop.domain.check.mentions import masked, without_names
from coprod_desktop.domain.check.names import ListedNames
from coprod_desktop.domain.check.numbers import numbers
from coprod_desktop.domain.check.online import online
from coprod_desktop.domain.check.strangers import third_people
from coprod_desktop.domain.check.words import fold, tidy, tokens_of, words_of
from coprod_desktop.domain.field_names import field_name
from coprod_desktop.publish.own.about_person import AboutPerson, Kept
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.rights import finding
from coprod_desktop.services.rights.everything import NAMES
from coprod_desktop.store import reading

BAR = "█████"
WORDS, NAME = f"{BAR} (another person's words)", f"{BAR} (another person's name)"
NUMBER = f"{BAR} (a number or an address that may be another person's)"
_LEADS_TO_SOMEBODY = frozenset(
    {
        *(FindingKind.PHONE, FindingKind.EMAIL, FindingKind.HANDLE, FindingKind.POSTCODE, FindingKind.ADDRESS),
        *(FindingKind.NHS_NUMBER, FindingKind.NI_NUMBER, FindingKind.BIRTH_DATE, FindingKind.BANK, FindingKind.PLATE),
    }
)
_REACHED_BY = field_name("person", "contact")
_PART = re.compile(r"[,;\n]| or ")
"""Between two ways to reach somebody."""


def covered(desk: Desk, person: str, about: AboutPerson) -> AboutPerson:
    """Return the record as somebody else may look at it first: nothing of what is covered is in it any more."""
    with desk.store.read() as connection:
        people = finding.known_as(connection, person)
        everyone = reading.everyone(connection)
    others = ListedNames([p for p in everyone if p.id not in people], lambda _who: frozenset())
    own = ListedNames([p for p in everyone if p.id in people], lambda _who: frozenset())

    told = [fact for part in about.parts for one in part.kept if not one.by_others for fact in one.facts]
    ways = [way for label, words in told if label.startswith(_REACHED_BY) for way in _PART.split(words)]
    known = "\n".join(_squeezed(way) for way in ways if not _places(way, others, own))

    def cover(text: str) -> str:
        text = masked(text, _numbers(text, known, desk.today().year), NUMBER)
        return without_names(text, _places(text, others, own), NAME)

    parts = tuple(replace(part, kept=tuple(_covered(one, cover) for one in part.kept)) for part in about.parts)
    return replace(about, parts=parts, elsewhere=tuple(map(cover, about.elsewhere)), covered=True)


def _covered(one: Kept, cover: Callable[[str], str]) -> Kept:
    if one.by_others:
        return replace(one, what=cover(one.what), facts=tuple((label, WORDS) for label, _ in one.facts), got_by="")
    facts = tuple((label, NAME if label in NAMES else cover(value)) for label, value in one.facts)
    got = (
        "Other people: █████ (who they are)"
        if ": " in one.got_by and not one.got_by.startswith("Nobody")
        else one.got_by
    )
    return replace(one, what=cover(one.what), facts=facts, where=cover(one.where), got_by=got)


def _places(text: str, others: ListedNames, own: ListedNames) -> list[tuple[int, int]]:
    """Return where somebody else is named: people of the workspace, and those that only the words tell of."""
    text = tidy(text)
    words = words_of(fold(text))
    hits, taken = others.find(text, words)
    mine, theirs = own.find(text, words)
    own_places = [(one.start, one.end) for one in mine]
    strangers = third_people(text, words, taken | theirs, lone=True)
    found: list[tuple[int, int]] = []
    for one in sorted((*hits, *strangers), key=lambda hit: (hit.start, -hit.end)):
        inside_own = any(a <= one.start and one.end <= b for a, b in own_places)
        if not inside_own and (not found or one.start >= found[-1][1]):
            found.append((one.start, one.end))
    return found


def _numbers(text: str, known: str, year: int) -> list[tuple[int, int]]:
    """Return where a number or an address leads to somebody; not those by which the person is known to be reached."""
    text = tidy(text)
    folded = fold(text)
    found: list[tuple[int, int]] = []
    hits = (*numbers(folded, text, year, traits.of(tokens_of(folded))), *online(folded, text))
    for one in sorted(hits, key=lambda hit: hit.start):
        if one.kind not in _LEADS_TO_SOMEBODY or _squeezed(text[one.start : one.end]) in known:
            continue
        if found and one.start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], one.end))
        else:
            found.append((one.start, one.end))
    return found


def _squeezed(text: str) -> str:
    return "".join(re.findall(r"\w", fold(tidy(text))))
