"""What a folded group of a person's details says in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coprod_desktop.domain import safe_contact
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.money import pounds
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Person
from coprod_desktop.ui.people import words

CONSENTS: Mapping[str, str] = {
    "quote": "Quote their words",
    "photo": "Photos",
    "recording": "Recording",
    "name": "Use their name",
    "contact": "Contact them afterwards",
}
_SHORT = {"quote": "quote", "photo": "photos", "recording": "recording", "name": "name", "contact": "contact"}
_ANSWERED = {"yes": "yes", "no": "no", Circle.CAME.value: "only those who came"}
_OLD_NAMES = {"quote": "quotation"}
"""What a kind of consent was called in files that came in."""
NOTHING = "Nothing is written down yet."


def said(consents: Mapping[str, Any], kind: str) -> Any:
    """Return what somebody answered for one kind, as it is kept."""
    return consents.get(kind, consents.get(_OLD_NAMES.get(kind, kind)))


def needs(person: Person) -> str:
    """Return the needs, each with who arranges it or that it was met."""
    found = [f"{need.need} ({words.need_state(need)})" for need in person.needs]
    return words.first_up("; ".join(found)) or NOTHING


def agreed(person: Person) -> str:
    """Return each answer, and how many were not asked."""
    answers = {kind: words.agreed(said(person.consents or {}, kind)) for kind in CONSENTS}
    told = [f"{_SHORT[kind]}: {_ANSWERED.get(answer, answer)}" for kind, answer in answers.items() if answer]
    left = sum(answer is None for answer in answers.values())
    rest = [f"{counted(left, 'thing')} not asked yet" if told else "Not asked yet"] if left else []
    return words.first_up(" · ".join([*told, *rest]))


def contact(person: Person) -> str:
    """Return how they are reached and what is not safe."""
    asked = [way for way in (safe_contact.WRITE, safe_contact.RING, safe_contact.MESSAGE) if _was_asked(person, way)]
    told = [person.contact or "", *safe_contact.cautions(person)]
    if not asked:
        told.append("Not asked what is safe" if person.contact else "")
    return " · ".join(part for part in told if part) or NOTHING


def bank(person: Person) -> str:
    """Return whether this is their first time, as far as somebody said. What else is in the bank is read when it opens."""
    if person.first_time is None:
        return "Interests, training, terms, review"
    return "First time here" if person.first_time else "Has come before"


def money(person: Person) -> str:
    """Return what they spent to come, in short; all else stands inside."""
    told = [f"{what} {pounds(pence)}" for what, pence in person.expenses]
    return words.first_up(" · ".join(told)) or "Expenses, payments, and their papers"


def _was_asked(person: Person, way: str) -> bool:
    return safe_contact.answer(person, way) is not None
