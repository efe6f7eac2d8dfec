"""The checking kit for a reading group: the draft, and a sheet for each page; their marks, typed back."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.easy_record import EasyMark, ReadersMark
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Circle
from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Document
from coprod_desktop.publish.own import easy_kit
from coprod_desktop.publish.press import Pressed
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.services import still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import easy_paper, papers
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.services.making.private_words import Eyes
from coprod_desktop.store import permits, reading
from coprod_desktop.store.formats import every
from coprod_desktop.store.reading import everyone

SHEETS = "Sheets to mark"
"""What is being made, as it is said beside how far it is."""


@dataclass(frozen=True, kw_only=True)
class Kit(Made):
    """The files of a kit, the draft first, and the day by which the sheets are wanted back."""

    back_by: datetime.date


def make(
    desk: Desk,
    session: str,
    kind: str,
    folder: Path,
    circle: Circle = Circle.ANYONE,
    *,
    progress: Progress = lambda *_: None,
    wanted: Wanted = lambda: True,
) -> Kit:
    """Make the Easy Read as it is now, and the sheets that go with it, into the private folder inside `folder`.

    A run that is stopped leaves whole files only.
    """
    private = folder / "private"
    paper = easy_paper.look(desk, session, kind, circle)
    back_by = desk.today() + datetime.timedelta(days=easy_kit.DAYS)

    def of_both(done: int, _of: int, name: str) -> None:
        progress(done, 2, name)

    made = papers.make(desk, session, ["easy-read"], private, kind=kind, circle=circle, progress=of_both, wanted=wanted)
    with desk.store.read() as connection:
        record = reading.session_record(connection, session)
    path = papers.path_of(private, record.session, kind, easy_kit.KIND, "pdf")
    sheets = partial(_draw, desk, easy_kit.check_sheets(paper.telling, back_by), path)
    papers.run([(SHEETS, sheets)], private, lambda done, _of, name: progress(1 + done, 2, name), wanted)
    return Kit(
        paths=(*made.paths, path), back_by=back_by, draft=made.draft, warnings=made.warnings, changes=made.changes
    )


def _draw(desk: Desk, sheets: Document, path: Path) -> Pressed:
    from coprod_desktop.publish.render.tagged.file import Layout, write_file

    with whole_file(path) as part, part.open("wb") as out:
        write_file(sheets, out, made_on=desk.now(), layout=Layout(body_pt=18))
    return Pressed((path,))


def sheets(desk: Desk, session: str, kind: str, circle: Circle = Circle.ANYONE) -> Sequence[str]:
    """Return what each sheet of the kit is of, the first one first."""
    return easy_kit.sheet_titles(easy_paper.look(desk, session, kind, circle).telling)


def mark(
    desk: Desk,
    session: str,
    kind: str,
    page: int,
    said: ReadersMark,
    *,
    words: str = "",
    reader: str = "",
    on: datetime.date | None = None,
) -> Changes:
    """Write down what one reader said of one sheet. UserError when a name to print may not be public, or a day is to come."""
    words, reader = words.strip(), " ".join(reader.split())
    if said is ReadersMark.CHANGE and not words:
        raise UserError("Write what they want changed.", "The mark is not noted yet.")
    if on is not None and on > desk.today():
        raise UserError("This day is still to come.", "Write the day on which they read it.")
    with desk.store.write("Wrote down what a reader said of the Easy Read") as tx:
        still_there.session(tx, session)
        if reader:
            Eyes(everyone(tx.connection), permits.of_everyone(tx.connection), desk.today()).refuse(reader)
        row = EasyMark(
            id=new_id(),
            kind=kind,
            page=page,
            mark=said,
            on=on or desk.today(),
            words=words or None,
            reader=reader or None,
        )
        tx.add(row, session=session)
    return tx.changes


def unmark(desk: Desk, mark_id: str) -> Changes:
    """Take one mark away that was typed wrongly."""
    with desk.store.write("Took away what a reader said of the Easy Read") as tx:
        tx.remove("easy_mark", mark_id)
    return tx.changes


def marks(desk: Desk, session: str, kind: str) -> Sequence[EasyMark]:
    """Return what readers said of this kind of paper, by sheet."""
    with desk.store.read() as connection:
        found = every(connection, EasyMark, session)
    return sorted((one for one in found if one.kind == kind), key=lambda one: one.page)


def to_change(marks: Sequence[EasyMark]) -> int:
    """Return of how many sheets somebody said that something should change, or was not sure."""
    return len({one.page for one in marks if one.mark is not ReadersMark.GOOD})
