"""Whose name a paper prints: noted when it is made, so that a name taken back can be found on what is out already."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from coprod_desktop.domain import permission_fields
from coprod_desktop.domain.check.names import allowed_name
from coprod_desktop.domain.check.words import plain
from coprod_desktop.domain.permission import NamePart
from coprod_desktop.domain.record import SessionRecord
from coprod_desktop.publish.document import Document
from coprod_desktop.publish.snapshot import PublicQuote, PublicSnapshot


def named_on(record: SessionRecord, public: PublicSnapshot, document: Document, *more: object) -> tuple[str, ...]:
    """Return the ids of people whose name, as they allow it, stands in a document, or whose role signs words in it.

    `more` are values with other texts of the paper in them, such as what its Easy Read tells.

    Two people of one first name are both returned: better one paper too many to look at than one too few.
    """
    printed = [f" {_plain(text)} " for text in dict.fromkeys(_texts((document.blocks, *more)))]
    signed = {(q.signed or "").rpartition(", ")[2].casefold() for q in _quotes(public)}
    answers = permission_fields.of_record(record)
    found = []
    for person in (*record.people, *record.others):
        parts = answers.name_parts(person.id, record.circle)
        name = _plain(allowed_name(person, parts) or "")
        by_name = bool(name) and any(f" {name} " in text for text in printed)
        if by_name or (NamePart.ROLE in parts and person.role.strip().casefold() in signed - {""}):
            found.append(person.id)
    return tuple(found)


def _plain(text: str) -> str:
    """Return only the words, without the end of "Gwen's"."""
    return plain(text.replace("’s", "").replace("'s", ""))


def _texts(thing: Any) -> Iterator[str]:
    """Yield every text in a value made of dataclasses and tuples."""
    if isinstance(thing, str):
        yield thing
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from _texts(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _texts(part)


def _quotes(public: PublicSnapshot) -> Iterator[PublicQuote]:
    yield from public.also_said
    yield from (quote for point in public.points for quote in point.quotes)
    yield from (one.quote for one in public.unanswered if one.quote)
