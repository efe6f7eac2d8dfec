"""Whether it is safe to write to someone, ring them or leave a message, and who opens their post.

Asked once, on the person (record.Person.safe_contact), and obeyed by letters, packs, posting list and Follow up.
Who was not asked is reached as before. Anything but a clear yes, once asked, is a no: a letter that the wrong person
opens cannot be taken back.
"""

from __future__ import annotations

import re

from coprod_desktop.domain.check.words import fold, tidy
from coprod_desktop.domain.permission import NOT_ASKED, YES
from coprod_desktop.domain.permission_fields import answer_in
from coprod_desktop.domain.record import Person

WRITE, RING, MESSAGE, OPENS_POST = "write", "ring", "message", "opens_post"
"""The keys of `safe_contact`. A key that is missing was not asked."""

_NOBODY_ELSE = re.compile(
    r"(?:not asked)?|(?:(?:only|just) )?(?:i|me|they|them|she|he|her|him|self|(?:my|her|him|them|your)sel(?:f|ves))"
    r"(?: (?:do|does|open|opens)(?: it)?)?(?: (?:my|her|him|them)sel(?:f|ves))?|(?:nobody|no one|no-one) else(?: does)?"
)


def answer(person: Person, key: str) -> bool | None:
    """Return whether a way is safe, as it is obeyed; None when it was not asked."""
    said = answer_in((person.safe_contact or {}).get(key))[0]
    return None if said == NOT_ASKED else said == YES


def may_write(person: Person) -> bool:
    """Tell whether a letter or a mail may be sent."""
    return answer(person, WRITE) is not False


def may_ring(person: Person) -> bool:
    """Tell whether somebody may ring."""
    return answer(person, RING) is not False


def may_leave_message(person: Person) -> bool:
    """Tell whether a message may be left or sent to a phone.

    A no to writing or to ringing is a no to this too, until they are asked about messages.
    """
    said = answer(person, MESSAGE)
    return may_write(person) and may_ring(person) if said is None else said


def opens_post(person: Person) -> str:
    """Return who else opens this person's post, as it was said; "" when they do so themselves, or nobody asked.

    What is not clearly the person counts as somebody else.
    """
    said = " ".join(tidy(str((person.safe_contact or {}).get(OPENS_POST) or "")).split()).rstrip(".!")
    folded = fold(said)
    is_them = _NOBODY_ELSE.fullmatch(folded) or folded == fold(tidy(person.name).strip())
    return "" if is_them else said


def cautions(person: Person) -> tuple[str, ...]:
    """Return in sentences what is not safe, for whoever sends things or rings."""
    who = opens_post(person)
    found = (
        ("It is not safe to write to them.", not may_write(person)),
        ("It is not safe to ring them.", not may_ring(person)),
        ("It is not safe to leave them a message.", answer(person, MESSAGE) is False),
        (f"Someone else opens their post: {who}.", bool(who)),
    )
    return tuple(sentence for sentence, counts in found if counts)
