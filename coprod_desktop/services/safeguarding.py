"""Someone may be at risk: a line is sealed, opened again on purpose, passed on, and only then taken out.

Nothing here is a step that undo takes back: a seal stands until a person says that it was a mistake.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.words import ANONYMOUS
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import aside, reading
from coprod_desktop.store import strike as striking
from coprod_desktop.store.aside import AsideLine
from coprod_desktop.store.transaction import Transaction

NOT_PASSED_ON = UserError(
    "It is not passed on yet, so it stays sealed.",
    "First write it into your organisation's record. Then say here who has it, when, and the reference.",
)


@dataclass(frozen=True)
class SealedLine:
    """A sealed line as it is listed: no word of it, and not who said it."""

    id: str
    session_title: str
    since: datetime.datetime
    """Local time."""
    passed_on_to: str | None
    passed_on_on: datetime.date | None
    reference: str | None
    lead_name: str | None = None
    """Whom to ring, and their number, as it is written down for the session."""
    lead_phone: str | None = None

    @property
    def is_passed_on(self) -> bool:
        """Whether it is in the organisation's record."""
        return self.passed_on_to is not None


@dataclass(frozen=True)
class SealedWords:
    """What was sealed, to be read and copied into the organisation's record."""

    words: str
    said_by: str
    said_for: str
    when: str
    session_title: str

    @property
    def as_text(self) -> str:
        """All of it as one text to copy."""
        about = f"{self.when}, {self.session_title}".strip(", ")
        who = f"Said by: {self.said_by}" + (f", for {self.said_for}" if self.said_for else "")
        return f"{about}\n{who}\n\n{self.words}"


@dataclass(frozen=True)
class Sealed:
    """What sealing did: the name by which the line is opened again, and what became of the points written from it."""

    id: str
    points: int
    """So many that were written from nothing else went with it."""
    look_at: tuple[str, ...]
    """What the others say now: words of their own may still tell of it."""
    changes: Changes


def seal(desk: Desk, entry: str, typed: str | None = None) -> Sealed:
    """Seal a line: from now on it is in no list, search, room, paper, letter or file.

    `typed`: its words as they were being changed when it was sealed; they go behind the seal too.
    """
    from coprod_desktop.services.making.easy_forget import choices_taken_out

    with choices_taken_out(desk) as take_choices, desk.store.write() as tx:
        if not reading.stands(tx.connection, "entry", entry):
            raise UserError("This line is not there any more.", "Nothing was sealed.")
        session = reading.session_of(tx.connection, "entry", entry) or ""
        of_it = {p.id for p in reading.rows(tx.connection, Point, session, updates=()) if entry in p.from_entries}
        striking.seal(tx, entry, typed=typed)
        take_choices(tx, session)
        left = [p for p in reading.rows(tx.connection, Point, session, updates=()) if p.id in of_it]
    desk.store.checkpoint()
    desk.store.keep_gone()
    desk.rescue.drop(entry)
    look_at = tuple(point.you_said for point in left)
    return Sealed(aside.id_of(entry), len(of_it) - len(left), look_at, replace(tx.changes, said="Sealed"))


def asks_passphrase(desk: Desk) -> bool:
    """Tell whether sealed words open only with the workspace's passphrase."""
    return workspace.state(desk.store.folder) == "locked"


def seal_typed(desk: Desk, session: str, line: NewLine, *, draft: str | None = None) -> Sealed:
    """Seal words that are still being typed: they are saved and sealed, and stand in no list in between."""
    line = replace(line, id=line.id or new_id())
    capture.add(desk, session, line, draft=draft)
    return seal(desk, line.id or "")


def sealed(desk: Desk) -> Sequence[SealedLine]:
    """Return what is sealed here and not yet taken out, oldest first, without words."""
    with desk.store.read() as connection:
        return [_listed(line) for line in aside.lines(connection, striking.RISK)]


def open_words(desk: Desk, aside_id: str, passphrase: str | None) -> SealedWords:
    """Return what was sealed. Raises UserError unless the workspace's passphrase is given, where there is one."""
    workspace.check_passphrase(desk, passphrase)
    with desk.store.read() as connection:
        line = _there(aside.line(connection, aside_id, striking.RISK))
        row = aside.words(connection, line.id) or {}
        name, for_whom = (aside.name_of(connection, row.get(key)) for key in ("speaker", "said_for"))
    day = _local(row.get("created_at", line.since))
    anonymous = "no name given" if row.get("speaker") == ANONYMOUS else None
    return SealedWords(
        words="\n\n".join(part for part in (row.get("text"), row.get("typed")) if part),
        said_by=anonymous or name or row.get("speaker_role") or "not written down",
        said_for=for_whom or "",
        when=f"{dates.plain(day.date())}, {row.get('at') or f'{day:%H:%M}'}",
        session_title=line.session_title,
    )


def passed_on(desk: Desk, aside_id: str, to: str, on: datetime.date, reference: str) -> Changes:
    """Write down that it is in the organisation's record: who has it, since when, and the reference there."""
    if not to.strip() or not reference.strip():
        raise UserError(
            "Say who has it, and its reference in the organisation's record.",
            "Nothing was changed. Without a reference yet, leave it: Home asks again.",
        )
    if on > desk.today():
        raise UserError("That day is still to come.", "Give the day on which it was passed on.")
    with desk.store.write() as tx:
        line = _in(tx, aside_id)
        tx.update(
            "set_aside",
            line.id,
            {"passed_on_to": to.strip(), "passed_on_on": on.isoformat(), "reference": reference.strip()},
        )
    return tx.changes


def take_out(desk: Desk, aside_id: str) -> Changes:
    """Take the words out for good, once they are in the organisation's record. While a hold keeps them, they wait."""
    with desk.store.write() as tx:
        line = _in(tx, aside_id)
        if line.passed_on_to is None:
            raise NOT_PASSED_ON
        held = aside.is_held(aside.holds(tx.connection, desk.today()), {line.session, *line.people})
        striking.take_out_sealed(tx, line.id, held=held)
    desk.store.checkpoint()
    desk.store.keep_gone()
    return tx.changes


def put_back(desk: Desk, aside_id: str) -> Changes:
    """Put a line that was sealed by mistake back where it was."""
    with desk.store.write() as tx:
        striking.put_back(tx, _in(tx, aside_id).id)
    desk.store.keep_gone()
    return replace(tx.changes, said="Put back")


def _there(line: AsideLine | None) -> AsideLine:
    if line is None:
        raise UserError("This line is not sealed here any more.", "Nothing was changed.")
    return line


def _in(tx: Transaction, aside_id: str) -> AsideLine:
    return _there(aside.line(tx.connection, aside_id, striking.RISK))


def _listed(line: AsideLine) -> SealedLine:
    on = datetime.date.fromisoformat(line.passed_on_on) if line.passed_on_on else None
    return SealedLine(
        line.id, line.session_title, _local(line.since), line.passed_on_to, on, line.reference, *line.lead
    )


def _local(at: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(at).astimezone()
