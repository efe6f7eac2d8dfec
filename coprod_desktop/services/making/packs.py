"""Everyone's papers: who gets which format and by which way, all made on one day from one snapshot; nobody unseen."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from coprod_desktop.domain import formats as reading_ways
from coprod_desktop.domain import permission_fields, safe_contact
from coprod_desktop.domain.came import count_who_came, who_came
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.format_table import Format, Formats, MadeOf
from coprod_desktop.domain.formats import Way
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.needs import By, Needs
from coprod_desktop.domain.permission import NOT_ASKED, YES
from coprod_desktop.domain.record import Person, SessionRecord
from coprod_desktop.domain.words import Attending
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds, press
from coprod_desktop.publish.filenames import file_name, short_id
from coprod_desktop.publish.own.posting_list import Posted, posting_list
from coprod_desktop.publish.paper import Paper, fingerprint
from coprod_desktop.publish.press import Pressed, PressSettings
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.services import members_check, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import as_read, held, papers
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.services.program.content import Content
from coprod_desktop.store import reading

Sorted = Literal["person", "format"]
POSTING_LIST = "posting-list"
_NEEDS_PLACE = {
    By.MAIL: "No mail address is written down.",
    By.TEXT: "No number is written down.",
    By.VOICE: "No number is written down.",
    By.PHONE: "No number is written down.",
    By.POST: "No address is written down.",
    By.SOMEONE: "Whom to go through is not written down.",
}


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """What one person gets. `missing` says in sentences what is not known, cannot be made or is not safe."""

    person: str
    name: str
    number: int
    attendance: Attending | None
    formats: tuple[str, ...]
    large_pt: int
    asked: bool
    """Whether anybody wrote down how they read."""
    way: Way
    missing: tuple[str, ...]

    @property
    def pack(self) -> str:
        """The name of their folder: a number and a short id, never a name."""
        return f"{self.number}-{short_id(self.person)}"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Everyone on the list of a session, also those who sent apologies or did not come; in the order of the list."""

    session: str
    kind: str
    parcels: tuple[Parcel, ...]
    formats: tuple[str, ...]
    """The formats anyone gets, in the order of the table."""
    not_listed: int = 0
    """How many more people came than are on the list: counted at the door, and nobody knows how they read."""


def plan(desk: Desk, session: str, kind: str) -> Plan:
    """Return who gets which formats of a paper by which way. It needs no paper to be there yet."""
    with desk.store.read() as connection:
        return _plan(kind, reading.session_record(connection, session), desk.content)


def _plan(kind: str, record: SessionRecord, content: Content) -> Plan:
    every = (_parcel(number, person, content.needs) for number, person in enumerate(record.people, 1))
    parcels = tuple(_without_easy_read(parcel, kind, content) for parcel in every)
    there = len(who_came(record.people))
    return Plan(
        session=record.session.id,
        kind=kind,
        parcels=parcels,
        formats=tuple(name for name in content.formats.papers if any(name in parcel.formats for parcel in parcels)),
        not_listed=max(0, count_who_came(record.session, record.people).total - there),
    )


def _parcel(number: int, person: Person, needs: Needs) -> Parcel:
    way, asked = reading_ways.reached_by(person, needs), reading_ways.asked(person, needs)
    barred = not may_contact(person)
    missing = [
        f"“{words}” cannot be made here: ask someone who can." for words in reading_ways.cannot_make(person, needs)
    ]
    if barred:
        missing.append("They said no to being contacted.")
    elif way.by is By.UNKNOWN:
        missing.append("How to reach them is not written down.")
    elif not way.where and way.by in _NEEDS_PLACE:
        missing.append(_NEEDS_PLACE[way.by])
    if not asked:
        missing.append("Nobody has asked them how they read.")
    missing += safe_contact.cautions(person)
    return Parcel(
        person=person.id,
        name=person.name,
        number=number,
        attendance=person.attendance,
        formats=() if barred else reading_ways.gets(person, needs),
        large_pt=reading_ways.print_size(person, needs),
        asked=asked,
        way=way,
        missing=tuple(missing),
    )


def _without_easy_read(parcel: Parcel, kind: str, content: Content) -> Parcel:
    """Return a parcel without the format that this kind of paper is not made in, and say what to send in its place."""
    other = paper_kinds.easy_is_of(kind)
    made = tuple(f.name for f in content.formats.among(parcel.formats) if f.made_of is not MadeOf.EASY_READ)
    if not other or len(made) == len(parcel.formats):
        return parcel
    missing = (
        *parcel.missing,
        f"They read Easy Read: send them “{other}” in it, which tells all that this paper says.",
    )
    return replace(parcel, formats=made, missing=missing)


def may_contact(person: Person) -> bool:
    """Tell whether this person may be sent things: yes unless they said no to it or took everything back."""
    said = permission_fields.answer_in((person.consents or {}).get("contact"))[0]
    return said in {YES, NOT_ASKED} and person.consent_withdrawn_on is None


# ---- making


def make(
    desk: Desk,
    session: str,
    kind: str,
    folder: Path,
    *,
    by: Sorted = "person",
    progress: Progress = lambda *_: None,
    wanted: Wanted = lambda: True,
) -> Made:
    """Make everyone's papers from one snapshot, so that all copies carry one day and one copy code.

    By person: private/packs/…/<number>-<short id>/, large print in each person's own size. By format: a folder for
    each, large print in the largest size anyone reads. The posting list, which names people, goes into private/.
    """
    record, public = papers.opened(desk, session, kind=kind)
    paper = paper_kinds.paper(kind, public)
    code = paper.document.fingerprint
    settings = papers.settings_for(desk, record, kind, fingerprint(public))
    now = _plan(kind, record, desk.content)
    if not now.formats:
        raise UserError("Nobody on the list can be sent a paper yet.", "The list says for each person what is missing.")
    day = record.session.date
    top = folder / "private" / "packs" / f"{day.isoformat()}-{kind}-{short_id(session)}-{code}"
    place = partial(papers.path_of, session=record.session, kind=kind)
    folders = _by_person(now, top) if by == "person" else _by_format(now, folder)
    copies, forms = _Copies(paper, settings, place), desk.content.formats
    work = [(name, partial(copies.make, forms.of(name), size, into)) for name, size, into in folders]
    listing = folder / "private" / file_name(day, session, "pdf", f"{POSTING_LIST}-{kind}", private=True)
    posted = [_posted(parcel, by, forms) for parcel in now.parcels]
    words = next(k.words for k in paper_kinds.KINDS if k.name == kind)
    work.append((POSTING_LIST, partial(_list, listing, words, code, desk.now(), posted)))
    noted = held.to_note(desk, record, public, paper, forms.among(now.formats))
    pressed = papers.run(work, folder, progress, wanted)
    if by == "person":
        _clear(top, pressed.paths)
    changes = papers.keep(desk, noted, pressed.paths)
    return Made(paths=pressed.paths, draft=public.draft, warnings=pressed.warnings, changes=changes)


def _by_person(now: Plan, top: Path) -> list[tuple[str, int, Path]]:
    return [(name, p.large_pt, top / p.pack) for p in now.parcels for name in p.formats]


def _by_format(now: Plan, folder: Path) -> list[tuple[str, int, Path]]:
    largest = max([reading_ways.LARGE, *(p.large_pt for p in now.parcels if p.formats)])
    return [(name, largest, folder / name) for name in now.formats]


class _Copies:
    """Makes each format once; further copies of it are the same bytes."""

    def __init__(self, paper: Paper, settings: PressSettings, place: Callable[..., Path]) -> None:
        self._paper, self._settings, self._place = paper, settings, place
        self._made: dict[tuple[str, int], Pressed] = {}

    def make(self, form: Format, size: int, into: Path) -> Pressed:
        """Put one format into a folder; `size` is that of large print."""
        into.mkdir(parents=True, exist_ok=True)
        key = (form.name, size if form.sized else 0)
        first = self._made.get(key)
        if first is None:
            settings = replace(self._settings, large_pt=size)
            named = partial(_named, self._place, into)
            return self._made.setdefault(key, press.press(self._paper, form, settings, named))
        return Pressed(tuple(_copied(path, into) for path in first.paths))


def _named(place: Callable[..., Path], into: Path, apart: str, ending: str) -> Path:
    return place(into, apart=apart, ending=ending)


def _copied(path: Path, into: Path) -> Path:
    with whole_file(into / path.name) as part:
        part.write_bytes(path.read_bytes())
    return into / path.name


def _clear(top: Path, made: Collection[Path]) -> None:
    """Take away what an earlier run made and this one did not: nobody is sent a format they no longer read."""
    for path in set(top.glob("*/*-*.*")) - set(made):
        path.unlink()
    for pack in top.iterdir():
        with contextlib.suppress(OSError):  # there is something of someone's own in it
            pack.rmdir()


def _posted(parcel: Parcel, by: Sorted, forms: Formats) -> Posted:
    return Posted(
        name=parcel.name,
        pack=parcel.pack if by == "person" else "",
        way=parcel.way.by.value,
        where=parcel.way.where,
        formats=tuple(forms.words(name, parcel.large_pt) for name in parcel.formats),
        missing=parcel.missing,
    )


def _list(path: Path, kind: str, code: str, made_on: datetime.datetime, posted: Sequence[Posted]) -> Pressed:
    path.parent.mkdir(parents=True, exist_ok=True)
    return Pressed((path,), tuple(posting_list(path, kind=kind, code=code, made_on=made_on, posted=posted)))


# ---- sending


def note_sent(
    desk: Desk,
    session: str,
    paper: str,
    given: Mapping[str, Sequence[str]],
    on: datetime.date,
    *,
    as_it_was: bool = False,
) -> Changes:
    """Note that people got a whole pack on a day: person's id -> formats. One step.

    UserError while nobody looked at it. NotAsRead when somebody got only what they do not read: as_read.note settles it,
    and `as_it_was` notes it all the same, because it did happen.
    """
    rows = [(person, form) for person, forms in given.items() for form in forms]
    if not rows:
        raise UserError("Nobody is ticked yet.", "Tick those who got it.")
    if not as_it_was:
        with desk.store.read() as connection:
            as_read.ask(desk, reading.people(connection, session), given)
    with desk.store.write("Noted who got a paper") as tx:
        still_there.session(tx, session)
        members_check.cannot_leave(tx, session, paper)
        for person, form in rows:
            row = {"session_id": session, "paper_id": paper, "person_id": person, "format": form, "on": on.isoformat()}
            tx.insert("sent", row | {"id": new_id()})
    return tx.changes
