"""Formats that only people make: asked for, made, checked, with where each is and who signs or speaks."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from coprod_desktop.domain import other_formats
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.week_after import FormatAsked, FormatState
from coprod_desktop.errors import UserError
from coprod_desktop.services import still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction


def tracked(desk: Desk, session: str) -> tuple[FormatAsked, ...]:
    """Return each format of a session as it stands now."""
    with desk.store.read() as connection:
        return other_formats.newest(reading.rows(connection, FormatAsked, session))


def note(
    desk: Desk,
    session: str,
    what: str,
    state: FormatState,
    *,
    language: str = "",
    where_is: str = "",
    who_signs: str = "",
    on: datetime.date | None = None,
    instead_of: str = "",
) -> Changes:
    """Note how far a format is; one step. `instead_of` is the id of the row that was chosen: one that is called

    otherwise now takes its place. Raises UserError without a name.
    """
    row = FormatAsked(
        id=new_id(),
        format=_tidy(what),
        state=state,
        on=on or desk.today(),
        language=_tidy(language) or None,
        where_is=_tidy(where_is) or None,
        who_signs=_tidy(who_signs) or None,
    )
    if not row.format:
        raise UserError("There is no format yet.", "Say what was asked for, such as “BSL film”. Nothing was changed.")
    with desk.store.write("Noted how far another format is") as tx:
        still_there.session(tx, session)
        there = reading.rows(tx.connection, FormatAsked, session)
        old = next((one for one in there if one.id == instead_of), None)
        if old is not None and other_formats.same(old) != other_formats.same(row):
            _remove(tx, there, old)
        tx.add(row, session=session)
    return tx.changes


def take_off(desk: Desk, session: str, row: str) -> Changes:
    """Take a format off the list, with every step of it; one step."""
    with desk.store.write("Took another format off the list") as tx:
        there = reading.rows(tx.connection, FormatAsked, session)
        for one in there:
            if one.id == row:
                _remove(tx, there, one)
    return tx.changes


def _remove(tx: Transaction, there: Iterable[FormatAsked], row: FormatAsked) -> None:
    for one in there:
        if other_formats.same(one) == other_formats.same(row):
            tx.remove("format_asked", one.id)


def _tidy(words: str) -> str:
    return " ".join(words.split())
