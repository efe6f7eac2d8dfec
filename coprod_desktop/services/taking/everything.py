"""Take everything with you: one act, one folder, open formats. The folder is there whole, or not at all.

It is a record of one's own (design: two doors out): its name and the page inside say that it is private. Papers in it
come through the gate like any other; nothing is noted as made or sent, as nobody got them.
"""

from __future__ import annotations

import base64
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from coprod_desktop.domain.agreed import says
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds, press
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.own import everything as pages
from coprod_desktop.publish.own import people_list
from coprod_desktop.publish.paper import Paper, Spreadsheet
from coprod_desktop.services import agreed, sessions
from coprod_desktop.services.bring_in import between_laptops, session_file
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.taking.contents import what_is_in
from coprod_desktop.services.taking.tables import TABLES, Listed, table
from coprod_desktop.store import ballast, folder_names, places
from coprod_desktop.store.everything import Everything
from coprod_desktop.store.lists import SessionLine

NAME = "private-everything"
UNFINISHED = "unfinished"
"""In the name of the folder while it is being filled."""
FORMATS = ("html", "docx")
"""Of papers and of what people agreed on: a web page that opens anywhere, and Word."""
_FOR_EACH_SESSION, _TIMES_THE_DATABASE, _ALWAYS = 400_000, 3, 5_000_000
"""Bytes: a few times what three sessions of a database of 1.3 MB took, which was 0.4 MB."""
Say = Callable[[float], None]
"""Hears how far it is, 0 to 1; raises to end it."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What was made: the folder, how many files are in it, what was left out, and what else of the kind is there."""

    folder: Path
    files: int
    left: tuple[str, ...]
    worry: str | None


def take(desk: Desk, out: Path, say: Say = lambda _done: None) -> Taken:
    """Make the folder inside `out`. Raises UserError, and whatever `say` raises; nothing half-made is left then."""
    out = out.expanduser().absolute()
    _check_place(desk, out)
    name = f"{NAME}-{desk.today().isoformat()}"
    part: Path | None = None
    try:
        out.mkdir(parents=True, exist_ok=True)
        # of this run alone, and to be seen: when the program is killed, somebody has to find it
        part = Path(tempfile.mkdtemp(prefix=f"{name}-{UNFINISHED}-", dir=out))
        left = _fill(desk, part, say)
        _on_disk(part)
        folder = part.rename(_free_name(out, name))
        folder_names.sync(out)
    except OSError as wrong:
        raise UserError(
            f"The folder {out} could not be written to ({wrong.strerror}). Nothing half-made was left there.",
            "Everything is safe in the workspace. Make room, or choose another place.",
        ) from wrong
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)
    files = sum(path.is_file() for path in folder.rglob("*"))
    broken_off = map(_broken_off, sorted(out.glob(f"{NAME}-*-{UNFINISHED}-*")))
    return Taken(folder=folder, files=files, left=left, worry=" ".join(broken_off) or None)


def worry(out: Path) -> str | None:
    """Return a sentence when a place is one that private words had better not go to: before anything is written there."""
    return places.leaves(out.expanduser().absolute())


def _broken_off(part: Path) -> str:
    return f"{part.name} is there too, of a time when it was broken off. It is private: delete it."


def _on_disk(folder: Path) -> None:
    """Have every file on the disk before it is said to be there: a stick is pulled out, a workspace deleted."""
    for path in (*folder.rglob("*"), folder):
        if path.is_dir():
            folder_names.sync(path)
        else:
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def told(taken: Taken) -> str:
    """Say what was made, and where."""
    return f"Made {counted(taken.files, 'file')} in {taken.folder}. They are private, and not encrypted."


def _check_place(desk: Desk, out: Path) -> None:
    if out.resolve().is_relative_to(desk.store.folder.resolve()):
        raise UserError(
            "That place is inside the workspace itself.", "Nothing was made. Choose a folder or a stick beside it."
        )
    if out.exists() and not out.is_dir():
        raise UserError(f"{out} is a file, and everything goes into a folder.", "Nothing was made. Choose a folder.")
    there = next((p for p in (out, *out.parents) if p.is_dir()), out)
    room, needed = ballast.free(there), _needed(desk)
    if room is not None and room < needed:
        raise UserError(
            f"There is not enough room in {out}: about {_in_mb(needed)} are needed, {_in_mb(room)} are free.",
            "Nothing was made. Make room, or choose another place.",
        )


def _needed(desk: Desk) -> int:
    database = sum(path.stat().st_size for path in desk.store.folder.glob("workspace.db*"))
    return _ALWAYS + _TIMES_THE_DATABASE * database + _FOR_EACH_SESSION * len(sessions.every(desk))


def _in_mb(size: int) -> str:
    return f"{max(size // 1_000_000, 1):,} MB"


def _free_name(out: Path, name: str) -> Path:
    names = (name if n < 2 else f"{name}-{n}" for n in range(1, 1000))
    return next(out / one for one in names if not (out / one).exists())


def _fill(desk: Desk, folder: Path, say: Say) -> tuple[str, ...]:
    """Make every file, one after another, then the page that tells of them. Returns what was not made, and why."""
    with desk.store.read() as connection:
        everything = Everything(connection)
        called, own = everything.called(), {row["id"] for row in everything.rows("session")}
    every = sessions.every(desk)
    there = [line for line in every if line.id in own]  # the sample is made up, and stays
    if every and not there:
        raise UserError(
            "This is the sample session, with made-up people.", "Nothing was made. Open your own workspace first."
        )
    lists: list[str] = []
    work: list[Make] = [*_of_sessions(desk, there, folder), *_of_agreed(desk, folder)]
    work += [partial(_list, desk, one, called, folder, lists) for one in TABLES]
    work.append(partial(_pictures, desk, folder))
    left: list[str] = []
    for done, make in enumerate(work):
        say(done / len(work))
        left += make() or ()
    say(1.0)
    many = Counter(path.relative_to(folder).parts[0] for path in folder.rglob("*") if path.is_file())
    page = what_is_in(desk.today(), many, lists, left)
    _press(desk, pages.read_me(page), lambda _apart, ending: folder / f"READ-ME.{ending}", ("html",))
    (folder / "READ-ME.txt").write_text(pages.read_me_text(page), encoding="utf-8")
    return tuple(left)


Make = Callable[[], Sequence[str] | None]
"""Makes some files; returns what of it could not be made, and why."""


def _of_sessions(desk: Desk, there: Sequence[SessionLine], folder: Path) -> Iterator[Make]:
    for line in there:
        yield partial(_session, desk, line, folder)
        yield partial(_paper, desk, line, folder / "papers")


def _session(desk: Desk, line: SessionLine, folder: Path) -> None:
    """Write a session's own file, and the list of its people as it can come in again."""
    record = sessions.record(desk, line.id)
    day, whose = record.session.date, record.session.id
    target = _in(folder / "sessions") / file_name(day, whose, "json", "session", private=True)
    target.write_bytes(session_file.write(record, between_laptops.of(desk, record)))
    if record.people:
        name = file_name(day, whose, "csv", people_list.KIND, private=True).removesuffix(".csv")
        _write(desk, people_list.people_list(record.people), _in(folder / "people"), name)


def _paper(desk: Desk, line: SessionLine, folder: Path) -> Sequence[str]:
    """Make "You said, we will" through the gate. While something private is to be looked at there is none."""
    if not line.points:
        return ()
    try:
        public = papers.snapshot(desk, line.id, kind=paper_kinds.YOU_SAID_WE_WILL)
    except papers.Unsettled as wrong:
        return (f"The paper of the session of {line.date} ({line.title}): {wrong.what}",)
    paper = paper_kinds.paper(paper_kinds.YOU_SAID_WE_WILL, public)

    def named(apart: str, ending: str) -> Path:
        kind = f"{paper.kind}-{apart}" if apart else paper.kind
        return _in(folder) / file_name(public.date, line.id, ending, kind)

    _press(desk, paper, named)
    return ()


def _of_agreed(desk: Desk, folder: Path) -> Iterator[Make]:
    with desk.store.read() as connection:
        own = {row["id"] for row in Everything(connection).rows("agreed_paper")}
    for held in agreed.every(desk, everywhere=True):
        if held.paper.id not in own:
            continue
        versions = [
            (f"Version {one.n}. {says(one.state, one.agreed_on, one.checked_by)}", one.parts)
            for one in reversed(held.versions)
        ]
        signed = [one.name for one in held.signed]
        paper = pages.agreed_paper(held.paper.title, desk.today(), versions, signed)
        whose = held.paper.id

        def named(_apart: str, ending: str, whose: str = whose) -> Path:
            return _in(folder / "agreed papers") / file_name(desk.today(), whose, ending, pages.AGREED, private=True)

        yield partial(_press, desk, paper, named)


def _list(desk: Desk, listed: Listed, called: dict[str, str], folder: Path, lists: list[str]) -> None:
    with desk.store.read() as connection:
        sheet = table(listed, Everything(connection), called)
    if sheet is not None:
        _write(desk, sheet, _in(folder / listed.folder), listed.file)
        lists.append(listed.name)


def _pictures(desk: Desk, folder: Path) -> None:
    """Write one's own pictures for Easy Read, and the logo, as the pictures they are."""
    with desk.store.read() as connection:
        everything = Everything(connection)
        own, organisation = everything.rows("own_picture"), everything.rows("organisation")
    found = [(row["data"], f"own-picture-{n}") for n, row in enumerate(own, 1)]
    found += [(row["logo"], "logo") for row in organisation if row["logo"]]
    for data, name in found:
        raw = base64.b64decode(data)
        ending = "png" if raw.startswith(b"\x89PNG") else "jpg"
        (_in(folder / "pictures") / f"{name}.{ending}").write_bytes(raw)


def _write(desk: Desk, sheet: Spreadsheet, folder: Path, name: str) -> None:
    from coprod_desktop.publish.render import spreadsheet

    spreadsheet.render_csv(sheet, folder / f"{name}.csv")
    spreadsheet.render_xlsx(sheet, folder / f"{name}.xlsx", made_on=desk.now())


def _press(desk: Desk, paper: Paper, named: press.NameOf, formats: Sequence[str] = FORMATS) -> None:
    settings = press.PressSettings(made_on=desk.now())
    for form in desk.content.formats.among(formats):
        press.press(paper, form, settings, named)


def _in(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
