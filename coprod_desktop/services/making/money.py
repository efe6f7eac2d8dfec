"""Papers about money: to each person in the format they read, the day's cash list, the lines for finance. All private."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from coprod_desktop.domain import formats as ways
from coprod_desktop.domain import money as sums
from coprod_desktop.domain import safe_contact
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.people_record import Claim, Rate
from coprod_desktop.domain.record import Person, Session, SessionRecord
from coprod_desktop.errors import UserError
from coprod_desktop.publish import press
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.own import money, money_lists
from coprod_desktop.publish.press import Pressed
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import as_read, papers
from coprod_desktop.services.making.papers import Made, Progress
from coprod_desktop.store import claims, lists, needs_kept, reading
from coprod_desktop.store import formats as stored

TO_A_PERSON = tuple(money.TITLES)
"""Kinds of paper for one person."""
CASH_LIST, FINANCE = money_lists.CASH_LIST, money_lists.FINANCE
_BY_HAND = frozenset({"pdf", "docx", "large-print", "easy-read", "easy-read-word"})


def make(
    desk: Desk,
    person: str,
    kind: str,
    folder: Path,
    formats: Sequence[str] | None = None,
    *,
    session: str | None = None,
    progress: Progress = lambda *_: None,
    wanted: Callable[[], bool] = lambda: True,
) -> Made:
    """Make one paper for one person, in the formats they read; of a session, or of all there is.

    It goes into the private folder inside `folder`. A letter of facts is for somebody else, so it is plain print.
    """
    can_be = desk.content.formats.also_for(kind)
    papers.chosen(desk, formats or (), can_be, " for this paper")
    with desk.store.read() as connection:
        about = session or next(iter(lists.sessions_of(connection, person)), None)
        record = reading.session_record(connection, about) if about is not None else _of_no_session(desk)
        reader = next((p for p in record.people if p.id == person), None) or needs_kept.on_no_list(connection, person)
        if reader is None:
            raise UserError("That person is no longer in this workspace.", "Nothing was made.")
        found = claims.of(connection, person=person, session=session)
        every = {c.session_id for c in found if c.session_id is not None}
        held = {row: reading.one(connection, Session, row) for row in sorted(every)}
        of_day = record.session.date if session is not None else desk.today()
        rates = sums.of_day(stored.every(connection, Rate), of_day, desk.today())
        organisation = stored.organisation(connection)
    purse = money.Purse(
        name=reader.name,
        salutation=reader.salutation,
        claims=found,
        rates=rates,
        sessions=held,
        session=record.session if session is not None else None,
        organisation=organisation,
        written_on=desk.today(),
    )
    settings = papers.settings_for(desk, record, kind, "", reader)
    named = partial(_path, folder / "private", of_day, person, kind)
    work: list[tuple[str, Callable[[], Pressed]]] = []
    for form in desk.content.formats.among(formats or _as_read(desk, reader, kind, can_be)):
        paper = money.paper(kind, dataclasses.replace(purse, by_hand=form.name in _BY_HAND))
        if press.can_press(paper, form):
            work.append((form.name, partial(press.press, paper, form, settings, named)))
    # a letter of facts is for somebody else to read
    asks = as_read.to_ask(desk, reader, [name for name, _ in work]) if kind != money.FACTS else ()
    pressed = papers.run(work, folder / "private", progress, wanted)
    warnings = (*asks, *_with_care(reader), *pressed.warnings)
    return Made(paths=pressed.paths, draft=False, warnings=warnings, changes=Changes())


def _of_no_session(desk: Desk) -> SessionRecord:
    return SessionRecord(session=Session(id="", title="", type="", date=desk.today()))


def _with_care(person: Person) -> tuple[str, ...]:
    """Money seen by somebody else at home can do harm: say when a paper had better be handed over."""
    if safe_contact.opens_post(person):
        return (f"Someone else opens {person.name}’s post: hand this to them.",)
    return () if safe_contact.may_write(person) else (f"It is not safe to write to {person.name}: hand this to them.",)


def make_cash_list(desk: Desk, session: str, folder: Path) -> Made:
    """Make the sheet on which people sign for their cash on the day."""
    from coprod_desktop.publish.render.tagged.written_on import render_sign_in

    record, found = _of_session(desk, session)
    if not any(sums.owed(claim) for claim in found):
        raise UserError("Nothing is to be paid for this session.", "Write down first what people are owed.")
    sheet = money_lists.cash_list(record.session, {p.id: p.name for p in record.people}, found)
    path = _path(folder / "private", record.session.date, session, CASH_LIST, "", "pdf")

    def pressed() -> Pressed:
        return Pressed((path,), render_sign_in(sheet, path, made_on=desk.now()))

    done = papers.run([("pdf", pressed)], folder / "private", lambda *_: None, lambda: True)
    return Made(paths=done.paths, draft=False, warnings=done.warnings, changes=Changes())


def make_for_finance(
    desk: Desk, folder: Path, session: str | None = None, *, since: datetime.date | None = None
) -> Made:
    """Make the list for finance: a line each amount that is owed or was paid, of a session or of all, since a day."""
    from coprod_desktop.publish.render.spreadsheet import render_xlsx

    with desk.store.read() as connection:
        found = [c for c in claims.of(connection, session=session) if since is None or c.on >= since]
        held = {
            row: reading.one(connection, Session, row) for row in sorted({c.session_id for c in found if c.session_id})
        }
        names = {p.id: p.name for p in reading.everyone(connection)}
    day = held[session].date if session is not None and session in held else desk.today()
    path = _path(folder / "private", day, session or "all", FINANCE, "", "xlsx")
    sheet = money_lists.for_finance(names, held, found)
    if not sheet.rows:
        raise UserError("Nothing is owed and nothing was paid, so there is no list.", "Nothing was made.")

    def pressed() -> Pressed:
        render_xlsx(sheet, path, made_on=desk.now())
        return Pressed((path,))

    done = papers.run([("xlsx", pressed)], folder / "private", lambda *_: None, lambda: True)
    return Made(paths=done.paths, draft=False, warnings=done.warnings, changes=Changes())


def _of_session(desk: Desk, session: str) -> tuple[SessionRecord, tuple[Claim, ...]]:
    with desk.store.read() as connection:
        return reading.session_record(connection, session), claims.of(connection, session=session)


def _as_read(desk: Desk, person: Person, kind: str, can_be: Sequence[str]) -> tuple[str, ...]:
    if kind == money.FACTS:
        return ("pdf",)
    return tuple(name for name in ways.gets(person, desk.content.needs) if name in can_be) or ("pdf",)


def _path(folder: Path, day: datetime.date, whose: str, kind: str, apart: str, ending: str) -> Path:
    return folder / file_name(day, whose, ending, f"{kind}-{apart}" if apart else kind, private=True)
