"""What somebody answered on their sheet "Check my words", typed back line by line."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.permission import Circle, Purpose
from coprod_desktop.domain.record import Entry
from coprod_desktop.domain.words import NameInPublic, Publish
from coprod_desktop.errors import UserError
from coprod_desktop.services import ask_again, permissions, still_there
from coprod_desktop.services.ask_again import ToAsk
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import check_words
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction


class Choice(IntEnum):
    """The four answers, by their numbers on the sheet."""

    AS_IT_IS = 1
    NO_NAME = 2
    CHANGE_IT = 3
    NO = 4


WAYS = ("by phone", "by letter", "in person")


@dataclass(frozen=True, kw_only=True)
class Checked:
    """The answer to one line. `words` are those to print instead; `over` the refusals that were shown."""

    choice: Choice
    words: str = ""
    over: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a person's sheet, and the refusals a yes has to name."""

    entry: Entry
    refused: ToAsk | None


def lines(desk: Desk, session: str, person: str) -> tuple[Line, ...]:
    """Return the lines of a person's sheet as they are now."""
    with desk.store.read() as connection:
        record = reading.session_record(connection, session)
    found = check_words.lines_of(record, person)
    refused = {one.entry.id: one for one in ask_again.to_ask(desk, session, [e.id for e in found])}
    return tuple(Line(entry=e, refused=refused.get(e.id)) for e in found)


def write_down(
    desk: Desk,
    session: str,
    person: str,
    answers: Mapping[str, Checked],
    *,
    on: datetime.date,
    way: str,
    without_name: bool = False,
) -> Changes:
    """Write the answers down as one step, dated, with the way they came.

    "No name" needs `without_name`: it takes the person's name off everything of theirs, so they are asked first.
    Lines of somebody else are refused.
    """
    _look_at(desk, answers, on, without_name=without_name)
    with desk.store.write("Wrote down what someone said about their words") as tx:
        still_there.session(tx, session)
        for entry, checked in answers.items():
            still_there.row(tx, "entry", entry)
            voices = reading.one(tx.connection, Entry, entry).voices
            if person not in voices.people:
                raise UserError("One of these lines is somebody else's.", "Nothing was changed.")
            if person != (voices.said_for or voices.speaker) and checked.choice is not Choice.NO:
                raise UserError("A supporter's yes is not the person's.", "Ask the person for whom it was said.")
            _write(tx, session, entry, checked, on, way)
        if any(checked.choice is Choice.NO_NAME for checked in answers.values()):
            permissions.write_name(tx, person, NameInPublic.NONE, session=session, on=on, asked_by=way)
    return tx.changes


def _look_at(desk: Desk, answers: Mapping[str, Checked], on: datetime.date, *, without_name: bool) -> None:
    if not answers:
        raise UserError("There is no answer yet.", "Choose an answer for a line. Nothing was changed.")
    if on > desk.today():
        raise UserError("This day is still to come.", "Write the day on which they answered.")
    for checked in answers.values():
        if checked.choice is Choice.CHANGE_IT and not checked.words.strip():
            raise UserError("Write the words to print instead.", "Nothing was changed.")
        if checked.choice is Choice.NO_NAME and not without_name:
            raise UserError("Ask first whether their name goes from everything.", "Nothing was changed.")


def _write(tx: Transaction, session: str, entry: str, checked: Checked, on: datetime.date, way: str) -> None:
    said = permissions.Answer(allowed=True, circle=Circle.ANYONE, on=on, asked_by=way, over=checked.over)
    if checked.choice is Choice.NO:
        no = dataclasses.replace(said, allowed=False, circle=Circle.CAME, over=())
        permissions.write(tx, "entry", entry, Purpose.OTHER_WORDS, no, session=session)
        return
    if checked.choice is Choice.CHANGE_IT:
        tx.change("entry", entry, publish=Publish.EDIT, public_text=checked.words.strip())
    elif reading.one(tx.connection, Entry, entry).publish is Publish.EDIT:
        tx.change("entry", entry, publish=Publish.YES)
    permissions.write(tx, "entry", entry, Purpose.QUOTE, said, session=session)
