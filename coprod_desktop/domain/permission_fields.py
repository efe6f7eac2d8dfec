"""The answers that the fields of coprod-session/1 hold, as rows: quote_ok, withdrawn, consents, name_in_public.

Used when a file comes in, and for a record that is nowhere stored. The ids are made from the file's key, the line or
person, purpose and value, so that the same file brought in twice, or on two laptops, makes the same rows.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.permission import (
    NO,
    NOT_ASKED,
    NOT_SURE,
    YES,
    Basis,
    Circle,
    Permission,
    Permissions,
    Purpose,
)
from coprod_desktop.domain.record import Entry, Person, SessionRecord
from coprod_desktop.domain.words import NameInPublic, Publish

CONSENT_KEYS: Mapping[str, Purpose] = {
    "quote": Purpose.QUOTE,
    "quotation": Purpose.QUOTE,
    "quotes": Purpose.QUOTE,
    "other words": Purpose.OTHER_WORDS,
    "other_words": Purpose.OTHER_WORDS,
    "words": Purpose.OTHER_WORDS,
    "publish": Purpose.OTHER_WORDS,
    "print": Purpose.OTHER_WORDS,
    "name": Purpose.NAME,
    "photo": Purpose.PHOTO,
    "photos": Purpose.PHOTO,
    "photograph": Purpose.PHOTO,
    "picture": Purpose.PHOTO,
    "recording": Purpose.RECORDING,
    "record": Purpose.RECORDING,
    "video": Purpose.RECORDING,
    "audio": Purpose.RECORDING,
    "contact": Purpose.CONTACT,
}
"""What the keys of `consents` ask for. Others are kept as they came."""

EVERYTHING = (Purpose.OTHER_WORDS, Purpose.QUOTE, Purpose.NAME, Purpose.PHOTO, Purpose.RECORDING)
"""What is taken back with "everything". Contact is asked about by itself."""

_YES = frozenset({"yes", "y", "true", "ok", "okay", "agreed", "given"})
_UNSAID = frozenset({"", "not asked", "unknown", "?", "null", "none"})
_NO = frozenset({"no", "n", "false", "refused", "withdrawn"})


def of_record(record: SessionRecord) -> Permissions:
    """Return a record's answers: the stored rows, or those its fields hold.

    Whose story is told under a changed name is named nowhere in the session: else the one would give the other away.
    """
    answers = record.permissions
    if answers is None:
        people = {p.id for p in (*record.people, *record.others)}
        answers = Permissions(in_fields(record, record.session.key), people)
    changed = frozenset(
        e.said_for or e.speaker or "" for e in record.entries if e.told_as and e.publish is not Publish.NO
    )
    return answers.without_names(changed) if changed else answers


def in_fields(record: SessionRecord, file_key: str) -> Iterator[Permission]:
    """Yield the answers that a record's fields hold."""
    for person in record.people:
        yield from of_person(person, file_key, record.session.id)
    for entry in record.entries:
        yield from of_entry(entry, file_key, record.session.id)


def of_person(person: Person, file_key: str, session: str | None = None) -> Iterator[Permission]:
    """Yield what a person's fields answer. A name that nobody asked about is no answer, and is printed nowhere."""

    def row(purpose: Purpose, value: str, circle: Circle, on: datetime.date | None = None) -> Permission:
        made = made_id(file_key, "person", person.id, purpose, value, circle)
        return Permission(made, "person", person.id, purpose, circle, value, Basis.ASKED, on=on, session=session)

    if person.name_in_public is not NameInPublic.NONE or "name_in_public" in person.given:
        refused = person.name_in_public is NameInPublic.NONE
        yield row(Purpose.NAME, person.name_in_public, Circle.CAME if refused else Circle.ANYONE)
    for key, told in (person.consents or {}).items():
        purpose = CONSENT_KEYS.get(key.strip().lower())
        value, on = answer_in(told)
        if purpose is None or value == NOT_ASKED:
            continue
        if told == Circle.CAME:
            yield row(purpose, NO, Circle.ANYONE)
            yield row(purpose, YES, Circle.CAME)
            continue
        if purpose is not Purpose.NAME:
            yield row(purpose, value, Circle.ANYONE if value == YES else Circle.CAME, on)
        elif value != YES:
            yield row(purpose, NameInPublic.NONE, Circle.CAME, on)
    if person.consent_withdrawn_on is not None:
        for purpose in EVERYTHING:
            if purpose is not Purpose.NAME:  # a no to being told at all closes the name too
                yield row(purpose, NO, Circle.CAME, person.consent_withdrawn_on)


def of_entry(entry: Entry, file_key: str, session: str | None = None) -> Iterator[Permission]:
    """Yield what a line's fields answer. `publish` is the editor's choice and stays in the line."""

    def row(purpose: Purpose, value: str, circle: Circle) -> Permission:
        made = made_id(file_key, "entry", entry.id, purpose, value, circle)
        return Permission(made, "entry", entry.id, purpose, circle, value, Basis.ASKED, session=session)

    if entry.quote_ok is not None:
        yield row(Purpose.QUOTE, YES, Circle.ANYONE) if entry.quote_ok else row(Purpose.QUOTE, NO, Circle.CAME)
    if entry.withdrawn:
        yield row(Purpose.OTHER_WORDS, NO, Circle.CAME)


def answer_in(told: Any) -> tuple[str, datetime.date | None]:
    """Return what one value of `consents` answers, and the day if it is one. What is no clear yes is no yes."""
    if isinstance(told, Mapping):
        told = told.get("value", told.get("answer", "unclear"))
    if isinstance(told, bool):
        return (YES if told else NO), None
    if told is None:
        return NOT_ASKED, None
    words = " ".join(str(told).split()).lower()
    if words in _UNSAID:
        return NOT_ASKED, None
    if words in _YES:
        return YES, None
    if words in _NO:
        return NO, None
    try:
        return YES, datetime.date.fromisoformat(words[:10])
    except ValueError:
        return NOT_SURE, None


def quote_answer(person: Person) -> str | None:
    """Return what a person said about being quoted when they were asked: a circle, "no", or None for not asked."""
    for key, told in (person.consents or {}).items():
        if CONSENT_KEYS.get(key) is Purpose.QUOTE:
            if told == Circle.CAME:
                return Circle.CAME
            value = answer_in(told)[0]
            if value != NOT_ASKED:
                return Circle.ANYONE if value == YES else NO
    return None
