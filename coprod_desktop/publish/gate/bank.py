"""The quotation bank: words that may be quoted to anyone, from the same door as those on papers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.report_span import back
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.gate.lines import quote
from coprod_desktop.publish.public_year import PublicBank, PublicBankQuote

ASK_AGAIN_MONTHS = 12
"""After so many months somebody who said yes is asked once more before their words go into something new."""


def view(door: Door, allowed_on: Mapping[str, date]) -> PublicBank:
    """Return the words of one session. `allowed_on`: entry id -> the day its speaker said yes, where it is known."""
    session = door.record.session
    found, only_came, withdrawn = [], 0, 0
    for entry in door.said.entries:
        if door.said.taken_back(entry):
            withdrawn += 1
        elif (said := quote(door, entry)) is not None:
            on = allowed_on.get(entry.id)
            found.append(
                PublicBankQuote(
                    quote=said,
                    theme=door.of_entry(entry, entry.theme, Where.WRITTEN),
                    session=door.written(session.id, session.title) or door.own("A session"),
                    said_on=session.date,
                    allowed_on=on,
                    ask_again=(on or session.date) <= back(door.as_of, ASK_AGAIN_MONTHS),
                )
            )
        elif door.said.may_print(entry) and door.said.permissions.may_quote(entry.voices, Circle.CAME):
            only_came += not door.said.permissions.may_quote(entry.voices, Circle.ANYONE)
    return PublicBank(quotes=tuple(found), only_came=only_came, withdrawn=withdrawn)
