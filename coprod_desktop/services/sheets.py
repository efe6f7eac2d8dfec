"""Sheets typed in after the session, in their order and without times, a photo of the sheet beside them if wanted.

A photo is for typing from: in no file and on no paper, kept until its day, and then taken out for good.
"""

from __future__ import annotations

import base64
import datetime
from collections.abc import Sequence
from pathlib import Path

from coprod_desktop.domain import sheets
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.clock import tables_at_work
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.live_hour import SheetPhoto
from coprod_desktop.domain.record import AgendaItem, Entry, Person
from coprod_desktop.domain.value import Value, value
from coprod_desktop.errors import UserError
from coprod_desktop.services import still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import aside, reading, sheet_photos
from coprod_desktop.store.transaction import Transaction

KEPT_DAYS = 14
"""A photo is kept so long unless another day is chosen: time to type the sheets in, and to look again."""


@value
class SheetsSeen(Value):
    """What was typed from sheets so far, in its order, and what stands ready for the next."""

    lines: tuple[Entry, ...]
    people: tuple[Person, ...]
    sheet: str
    photos: tuple[SheetPhoto, ...]
    tables: tuple[str, ...] = ()
    """What the sheets of the tables are called, where several work at once."""


def seen(desk: Desk, session: str) -> SheetsSeen:
    """Return what was typed from sheets, who is on the list, and the photos there are."""
    with desk.store.read() as connection:
        lines = tuple(entry for entry in reading.rows(connection, Entry, session) if entry.sheet)
        tables = tables_at_work(reading.rows(connection, AgendaItem, session))
        return SheetsSeen(
            lines=lines,
            people=reading.people(connection, session),
            sheet=sheets.to_begin_with((entry.sheet for entry in lines), tables),
            photos=reading.rows(connection, SheetPhoto, session),
            tables=tables,
        )


def look(_desk: Desk, path: Path) -> bytes:
    """Return the picture in a file with nothing in it but the picture. UserError when it is none. Nothing is stored."""
    from coprod_desktop.publish import pictures  # only who chooses a photo waits for it
    from coprod_desktop.services.bring_in import files

    return pictures.cleaned(files.bytes_of(path, pictures.MOST_BYTES, "photo")).data


def add_photo(
    desk: Desk, session: str, sheet: str, picture: bytes, keep_until: datetime.date | None
) -> tuple[str, Changes]:
    """Keep a photo of a sheet, cleaned, until a day (None: until it is taken out). Returns its id."""
    if not sheet.strip():
        raise UserError("Say first which sheet it is of.", "The photo was not kept.")
    _not_past(desk, keep_until)
    from coprod_desktop.publish.pictures import cleaned

    made = new_id()
    data = base64.b64encode(cleaned(picture).data).decode("ascii")
    with desk.store.write("Kept a photo of a sheet") as tx:
        still_there.session(tx, session)
        tx.add(SheetPhoto(id=made, sheet=sheet.strip(), picture=data, keep_until=keep_until), session=session)
    return made, tx.changes


def keep_photo(desk: Desk, photo: str, until: datetime.date | None) -> Changes:
    """Say until when a photo is kept (None: until it is taken out). UserError for a day that is past."""
    _not_past(desk, until)
    with desk.store.write("Said how long a photo is kept") as tx:
        still_there.row(tx, "sheet_photo", photo)
        tx.change("sheet_photo", photo, keep_until=until)
    return tx.changes


def _not_past(desk: Desk, until: datetime.date | None) -> None:
    if until is not None and until < desk.today():
        raise UserError("That day is past, so the photo would not be kept.", "Give a later day, or none.")


def take_photo_out(desk: Desk, photo: str) -> Changes:
    """Take a photo out for good. Not undoable: the words that were typed from it stay. UserError while a hold keeps it."""
    with desk.store.write() as tx:
        if not _not_held(tx, desk.today(), [photo]):
            raise UserError("A hold keeps this photo.", "It can be taken out when the hold has ended.")
        sheet_photos.take_out(tx, [photo])
    desk.store.checkpoint()
    return tx.changes


def take_out_past(desk: Desk) -> Changes:
    """Take out for good the photos whose day is over. Asked each time a workspace is opened."""
    with desk.store.read() as connection:
        over = sheet_photos.past(connection, desk.today())
    if not over:
        return Changes()
    with desk.store.write() as tx:
        sheet_photos.take_out(tx, _not_held(tx, desk.today(), over))
    desk.store.checkpoint()
    return tx.changes


def _not_held(tx: Transaction, today: datetime.date, photos: Sequence[str]) -> list[str]:
    held = aside.holds(tx.connection, today)
    sessions = {photo: reading.session_of(tx.connection, "sheet_photo", photo) for photo in photos}
    return [photo for photo, session in sessions.items() if not aside.is_held(held, {session or ""})]
