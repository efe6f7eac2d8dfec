"""What somebody was not asked yet: each thing in words that can be said to them."""

from __future__ import annotations

from coprod_desktop.domain import safe_contact
from coprod_desktop.domain.permission import NOT_ASKED, Purpose
from coprod_desktop.domain.permission_fields import CONSENT_KEYS, answer_in
from coprod_desktop.domain.record import Person

_ASKED: dict[Purpose, str] = {
    Purpose.QUOTE: "quoting their words",
    Purpose.PHOTO: "photos",
    Purpose.RECORDING: "recording",
    Purpose.CONTACT: "being contacted afterwards",
}
_SAFE = {
    safe_contact.WRITE: "whether we may write",
    safe_contact.RING: "whether it is safe to ring",
    safe_contact.MESSAGE: "whether we may leave a message",
}


def still_open(person: Person) -> tuple[str, ...]:
    """Return what this person has not answered, as it is kept with them; their needs are a question of its own."""
    answered = {
        CONSENT_KEYS.get(key) for key, told in (person.consents or {}).items() if answer_in(told)[0] != NOT_ASKED
    }
    agreed = (words for purpose, words in _ASKED.items() if purpose not in answered)
    safe = (words for way, words in _SAFE.items() if safe_contact.answer(person, way) is None)
    return (*agreed, *safe)


QUESTIONS = {
    _ASKED[Purpose.QUOTE]: "May we print your words, between quotation marks?",
    _ASKED[Purpose.PHOTO]: "May we use photos with you in them?",
    _ASKED[Purpose.RECORDING]: "May we record you?",
    _ASKED[Purpose.CONTACT]: "May we contact you afterwards?",
    _SAFE[safe_contact.WRITE]: "Is it safe to write to you?",
    _SAFE[safe_contact.RING]: "Is it safe to ring you?",
    _SAFE[safe_contact.MESSAGE]: "May we leave you a message or send a text?",
}
"""Each open thing as it is asked on paper."""


def questions(person: Person) -> tuple[str, ...]:
    """Return what this person was not asked yet, as questions to them."""
    return tuple(QUESTIONS[words] for words in still_open(person))
