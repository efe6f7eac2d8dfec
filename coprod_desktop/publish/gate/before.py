"""What may be printed of the agenda, before the day and of how its time went; and who the papers come from."""

from __future__ import annotations

import base64
from datetime import date

from coprod_desktop.domain import agenda as rules
from coprod_desktop.domain.as_it_went import as_it_went
from coprod_desktop.domain.hours import Hours
from coprod_desktop.domain.record import Organisation, Session
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.snapshot import (
    PublicAgendaItem,
    PublicBrand,
    PublicLogo,
    PublicText,
    PublicTime,
    PublicTimePart,
)


def agenda(door: Door) -> tuple[PublicAgendaItem, ...]:
    """Return the agenda in its order; notes are the facilitator's own and stay behind."""
    items = sorted(door.record.agenda, key=lambda item: item.order)
    start = door.record.session.start
    slots = rules.plan(items, start, Hours(door.record.session.date, start)) if start else ()
    return tuple(
        PublicAgendaItem(
            title=door.written(item.id, item.title) or door.own("Something else"),
            minutes=item.minutes,
            start=slots[n].start if slots else None,
            end=slots[n].end if slots else None,
            leads=door.named(item.id, item.leads),
            is_break=rules.is_break(item),
        )
        for n, item in enumerate(items)
    )


def time(door: Door) -> PublicTime | None:
    """Return how the time went beside what was planned; None while the agenda is not done. Who led a part is not in it."""
    session = door.record.session
    items = sorted(door.record.agenda, key=lambda item: item.order)
    hours = Hours(session.date, session.start)
    went = as_it_went(items, hours, session.finish_by or session.end, door.record.moments)
    if went is None:
        return None
    parts = tuple(
        PublicTimePart(
            title=door.written(part.item.id, part.item.title) or door.own("Something else"),
            planned=part.planned,
            took=part.took,
            words=door.own(part.words),
        )
        for part in went.parts
    )
    return PublicTime(parts=parts, words=door.own(went.words))


def rules_agreed(session: Session) -> tuple[date | None, int | None]:
    """Return the day the group agreed the ground rules and how many agreed; never the time of day."""
    agreed = session.rules_agreed or {}
    by = agreed.get("by_how_many")
    try:
        on = date.fromisoformat(str(agreed.get("at"))[:10])
    except ValueError:
        on = None
    return on, by if isinstance(by, int) and by > 0 else None


def brand(door: Door, organisation: Organisation) -> PublicBrand:
    """Return who the papers come from. The organisation wrote it to be printed, so nothing of it is asked about."""

    def own(text: str | None) -> PublicText | None:
        return door.own(text.strip()) if text and text.strip() else None

    return PublicBrand(
        name=own(organisation.name),
        contact_name=own(organisation.contact_name),
        phone=own(organisation.phone),
        text_number=own(organisation.text_number),
        mail=own(organisation.mail),
        post=own(organisation.post),
        colour=organisation.colour,
        logo=PublicLogo(
            data=base64.b64decode(organisation.logo),
            alt=own(organisation.logo_alt) or door.own(f"Logo of {organisation.name or 'the organisation'}"),
            width=organisation.logo_width or 1,
            height=organisation.logo_height or 1,
        )
        if organisation.logo
        else None,
    )
