"""Letters of thanks, one to each person, with the answers to what that person said. Private papers.

A letter hints at nothing that is withheld, taken back, left out or sealed: of that there is no word, no count and no
gap. A person of whom nothing may be told gets the same letter as one who said nothing.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from coprod_desktop.domain import permission_fields, safe_contact
from coprod_desktop.domain.came import who_came
from coprod_desktop.domain.check.findings import flag_kind
from coprod_desktop.domain.check.kinds import FindingKind
from coprod_desktop.domain.check.names import allowed_name
from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.check.settled import Settlement
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.formats import NOT_SAFE, cannot_make, gets, reached_by
from coprod_desktop.domain.needs import Needs
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Entry, Organisation, Person, SessionRecord
from coprod_desktop.domain.roles import ran_it
from coprod_desktop.domain.words import EntryKind
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds, press
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.gate.points import uid_of
from coprod_desktop.publish.own.letter import KIND, Addressee, has_answers, letter
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import Pressed
from coprod_desktop.publish.snapshot import PublicSnapshot, PublicText
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import as_read, packs, papers
from coprod_desktop.services.making.papers import Made, Progress
from coprod_desktop.store import formats as stored
from coprod_desktop.store import reading

_NOT_THEIRS = frozenset({EntryKind.NOTE, EntryKind.STAFF_COMMENT})
"""Lines that are no words of the person whose name stands by them to be answered."""


def make(
    desk: Desk,
    session: str,
    folder: Path,
    people: Sequence[str] | None = None,
    formats: Sequence[str] | None = None,
    *,
    they_read_it: bool = False,
    progress: Progress = lambda *_: None,
    wanted: Callable[[], bool] = lambda: True,
) -> Made:
    """Write to these people, or to all who came or told us something, each in the format they read.

    The letters go into the private folder inside `folder`. Who has changed their mind, said no to being contacted or
    cannot safely be written to gets none, also when chosen; the warnings say who. They also say who does not read `formats`
    that were chosen; `they_read_it`: they said that they do, and that is written down.
    """
    papers.chosen(desk, formats or (), desk.content.formats.papers, " for a letter")
    public = papers.snapshot(
        desk, session, kind=paper_kinds.YOU_SAID_WE_DID
    )  # refuses while something private is not settled
    with desk.store.read() as connection:
        record, settled = reading.session_record(connection, session), reading.settlements(connection, session)
        organisation = stored.organisation(connection)
    told = _Telling(record, settled, organisation, public, desk.today())
    needs = desk.content.needs
    to, left = _readers(record, people, told, needs)
    asked = as_read.chosen(desk, session, to, formats, they_read_it=they_read_it)
    work: list[tuple[str, Callable[[], Pressed]]] = []
    for person in to:
        paper = told.letter(person)
        settings = papers.settings_for(desk, record, KIND, paper.document.fingerprint, person)
        named = partial(_path, folder / "private", record.session.date, person.id)
        for form in desk.content.formats.among(formats or gets(person, needs)):
            if press.can_press(paper, form):
                work.append((form.name, partial(press.press, paper, form, settings, named)))
    pressed = papers.run(work, folder / "private", progress, wanted)
    return Made(
        paths=pressed.paths,
        draft=False,
        warnings=(*left, *asked.to_ask, *_not_made(to, formats, needs), *pressed.warnings),
        changes=asked.changes,
    )


# ---- to whom


def _readers(
    record: SessionRecord, people: Sequence[str] | None, told: _Telling, needs: Needs
) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """Return whom to write to, and what to say of those who get no letter.

    When nobody is chosen: who came, and who was not there but had things said for them that may be told. Whoever was
    away gets none for words that may not be told, so that a letter, or none, says nothing of them.
    """
    if people is None:
        came = {p.id for p in who_came(record.people)}
        listed = [p for p in record.people if p.id in came or told.has_answers(p)]
    else:
        listed = [p for p in record.people if p.id in set(people)]
    to, left, gone = [], [], 0
    for person in listed:
        if person.consent_withdrawn_on is not None:
            gone += 1
        elif why := _why_not(person, needs):
            left.append(f"No letter was made for {person.name}: {why}.")
        elif people is None and ran_it(person) and not told.has_answers(person):
            left.append(f"No letter was made for {person.name}, who ran the session.")
        else:
            to.append(person)
    if gone:
        some = counted(gone, "person who has", "people who have")
        left.insert(0, f"No letter was made for {some} changed their mind.")
    if not to:
        _refuse(listed, left, gone)
    return tuple(to), tuple(left)


def _why_not(person: Person, needs: Needs) -> str:
    """Return why no letter may be made for somebody; "" when one may.

    When somebody else opens their post they get none, not even thanks: that they came to such a session may be what
    must not be known at home. Whoever made the letters sees the name, and tells them the answers in person.
    """
    if not packs.may_contact(person):
        return "they said no to being contacted"
    if not safe_contact.may_write(person):
        return "it is not safe to write to them. Tell them our answers in person"
    if safe_contact.opens_post(person):
        return "someone else opens their post. Tell them our answers in person"
    if reached_by(person, needs).by in NOT_SAFE:
        return "the way to reach them is not safe. Tell them our answers in person"
    return ""


def _refuse(listed: Sequence[Person], left: Sequence[str], gone: int) -> NoReturn:
    then = "Choose other people, or add who came on Listen."
    if not listed:
        raise UserError("Nobody to write to is on this session's list. No letter was made.", then)
    if gone == len(listed):
        raise UserError("Everyone to write to has changed their mind. No letter was made.", then)
    raise UserError(" ".join(left), then)


def _not_made(people: Sequence[Person], formats: Sequence[str] | None, needs: Needs) -> tuple[str, ...]:
    """Say who reads what this program cannot make, and whether they got a letter, so that somebody sees to it."""
    found = []
    for person in () if formats else people:
        words = " and ".join(f"“{word}”" for word in cannot_make(person, needs))
        if words and gets(person, needs):
            found.append(f"{person.name} also reads {words}, and only people can make it.")
        elif words:
            found.append(f"No letter was made for {person.name}: they read {words}, and only people can make it.")
    return tuple(found)


def _path(folder: Path, day: datetime.date, person: str, apart: str, ending: str) -> Path:
    return folder / file_name(day, person, ending, f"{KIND}-{apart}" if apart else KIND, private=True)


# ---- what each is told


class _Telling:
    """Tells each person of one session what became of what they said, each looked at once."""

    def __init__(
        self,
        record: SessionRecord,
        settled: Iterable[Settlement],
        organisation: Organisation | None,
        public: PublicSnapshot,
        today: datetime.date,
    ) -> None:
        self._record, self._settled, self._organisation = record, tuple(settled), organisation
        self._public, self._today = public, today
        self._came = frozenset(p.id for p in who_came(record.people))
        self._opened: dict[str, PublicSnapshot] = {}

    def has_answers(self, person: Person) -> bool:
        """Tell whether anything this person said may be told to them."""
        return has_answers(self._snapshot(person))

    def letter(self, person: Person) -> Paper:
        """Return the letter to one person."""
        snapshot = self._snapshot(person)
        to = Addressee(salutation=person.salutation, came=person.id in self._came)
        return letter(snapshot, to, self._from_chairs(person), self._today)

    def _snapshot(self, person: Person) -> PublicSnapshot:
        if person.id not in self._opened:
            self._opened[person.id] = self._open(person)
        return self._opened[person.id]

    def _open(self, person: Person) -> PublicSnapshot:
        """Open the gate for one person's lines: by what was allowed among those who came, if they are one of them."""
        circle = Circle.CAME if person.id in self._came else Circle.ANYONE
        whole = dataclasses.replace(self._record, circle=circle)
        said = PrintableLines(whole)
        theirs = [e for e in whole.entries if _is_theirs(e, person.id) and said.may_print(e)]
        as_of = self._public.as_of
        snapshot = open_gate(of_person(whole, theirs), self._settled, as_of, self._organisation, whole=whole)
        uid = uid_of(f"{whole.session.id} {person.id}")  # no two letters have the same code
        return dataclasses.replace(snapshot, uid=uid)

    def _from_chairs(self, person: Person) -> tuple[PublicText, ...]:
        """Return the co-chairs who sign: those who let anyone have their name, for a letter is shown to others."""
        own = permission_fields.of_record(self._record).name_parts(person.id, Circle.ANYONE)
        return tuple(name for name in self._public.co_chairs if name != allowed_name(person, own))


def _is_theirs(entry: Entry, person: str) -> bool:
    """Tell whether a line is what this person told us: what was said for someone is that one's, not the speaker's.

    What was marked because someone may be at risk is in no letter, in no words.
    """
    theirs = (entry.said_for or entry.speaker) == person and entry.kind not in _NOT_THEIRS
    return theirs and flag_kind(entry) is not FindingKind.SAFEGUARDING


def of_person(record: SessionRecord, theirs: Sequence[Entry]) -> SessionRecord:
    """Return the record with only these lines in it, and only the points they had part in.

    Who said the same as someone else had part in whatever became of it, so a duplicate stands in for the other line.
    """
    by_id = {e.id: e for e in record.entries}
    stands_for = {e.id: _first_said(e, by_id) for e in theirs}
    points = []
    for point in record.points:
        own = tuple(e.id for e in theirs if {e.id, stands_for[e.id].id} & set(point.from_entries))
        if own:
            points.append(dataclasses.replace(point, from_entries=own))
    lines = tuple(
        dataclasses.replace(e, duplicate_of=None, outcome=e.outcome or stands_for[e.id].outcome) for e in theirs
    )
    return dataclasses.replace(record, entries=lines, points=tuple(points))


def _first_said(entry: Entry, by_id: dict[str, Entry]) -> Entry:
    seen = {entry.id}
    while entry.duplicate_of in by_id and entry.duplicate_of not in seen:
        entry = by_id[entry.duplicate_of]
        seen.add(entry.id)
    return entry
