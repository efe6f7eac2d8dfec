"""What lists and the editor of agreed papers show. No window."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.domain.agreed import is_final, says, to_write
from coprod_desktop.domain.agreed_kinds import AgreedKind, AgreedKinds, StartHeading
from coprod_desktop.domain.agreed_record import PaperState
from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.dates import near, plain
from coprod_desktop.domain.group_due import AHEAD, What
from coprod_desktop.services import agreed
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import agreed as stored
from coprod_desktop.store.agreed import PaperHeld, ReviewDay

_SHOWN = 60


_SOON_DAYS = 60


class NextStep(StrEnum):
    """What is done next with a version."""

    AGREE = "agree"
    PUBLISH = "publish"
    NEW = "new"


@dataclass(frozen=True)
class AgreedLine:
    """One paper in a list."""

    id: str
    title: str
    kind: str
    how: str
    """"Version 2. Agreed on 3 November 2026. Look again in 12 days"."""
    state: str
    """"done", "waiting" or "late"."""
    draft: bool


@dataclass(frozen=True)
class HeadingLine:
    """One heading in the editor's list."""

    id: str
    """The heading itself: no two in a paper are the same."""
    words: str
    written: bool
    must: bool
    to_write: bool
    """Whether something of what was begun is still to be written."""


@dataclass(frozen=True)
class EditorSeen:
    """One paper as the editor shows it: always its newest version."""

    held: PaperHeld
    kind: AgreedKind
    today: datetime.date

    @property
    def final(self) -> bool:
        """Whether its words stay as they are."""
        return is_final(self.held.newest.state)

    @property
    def headings(self) -> tuple[HeadingLine, ...]:
        """The headings in their order."""
        return tuple(
            HeadingLine(
                heading, beginning(" ".join(text.split()), _SHOWN), bool(text.strip()), self._must(heading),
                heading in self.to_write,
            )
            for heading, text in self.held.newest.parts
        )  # fmt: skip

    @property
    def to_write(self) -> tuple[str, ...]:
        """The headings below which something is still to be written; none once it is agreed."""
        return () if self.final else to_write(self.held.newest.parts)

    def _must(self, heading: str) -> bool:
        said = self.kind.heading(heading)
        return said is not None and said.must

    def text(self, heading: str) -> str:
        """Return the words below a heading."""
        return dict(self.held.newest.parts).get(heading, "")

    def hint(self, heading: str) -> str:
        """Return what to write below a heading; "" where nobody says."""
        said: StartHeading | None = self.kind.heading(heading)
        if said is None:
            return ""
        return f"{said.hint}{' It is not agreed without this.' if said.must else ''}"

    @property
    def how(self) -> str:
        """How it stands, in one line."""
        return _how(self.held, self.kind, self.today)

    @property
    def state(self) -> str:
        """ "done", "waiting" or "late"."""
        return _state(self.held, self.kind, self.today)

    @property
    def next(self) -> NextStep:
        """What is done next."""
        match self.held.newest.state:
            case PaperState.AGREED:
                return NextStep.PUBLISH if not self.kind.ready else NextStep.NEW
            case PaperState.PUBLISHED:
                return NextStep.NEW
            case _:
                return NextStep.AGREE


def lines(desk: Desk, group: str | None = None, session: str | None = None) -> tuple[AgreedLine, ...]:
    """Return the papers of a group, of a session, or of the organisation."""
    today, kinds = desk.today(), desk.content.agreed
    return tuple(_line(held, kinds, today) for held in agreed.every(desk, group=group, session=session))


def _line(held: PaperHeld, kinds: AgreedKinds, today: datetime.date) -> AgreedLine:
    kind = kinds.of(held.paper.kind)
    how = _how(held, kind, today)
    signed = f". {counted(len(held.signed), 'name')} below it" if held.signed else ""
    return AgreedLine(
        id=held.paper.id,
        title=held.paper.title,
        kind=kind.words,
        how=f"{how}{signed}",
        state=_state(held, kind, today),
        draft=not is_final(held.newest.state) and not kind.ready,
    )


def _how(held: PaperHeld, kind: AgreedKind, today: datetime.date) -> str:
    newest, holds = held.newest, held.agreed
    how = says(newest.state, newest.agreed_on, newest.checked_by)
    if kind.ready and not is_final(newest.state):
        how = "Ready to use as it is"
    parts = [f"Version {newest.n}. {how}"]
    if holds is not None and holds is not newest:
        parts.append(f"Version {holds.n} holds until this one is agreed")
    if holds is not None and holds.review_by is not None:
        soon = abs((holds.review_by - today).days) <= _SOON_DAYS
        beside = f" ({near(holds.review_by, today)})" if soon else ""  # nobody counts a year in days
        parts.append(f"Look at it again by {plain(holds.review_by)}{beside}")
    return ". ".join(parts)


def _state(held: PaperHeld, kind: AgreedKind, today: datetime.date) -> str:
    holds = held.agreed
    if holds is not None and holds.review_by is not None and holds.review_by <= today:
        return "late"
    return "done" if is_final(held.newest.state) or kind.ready else "waiting"


def editor(desk: Desk, paper: str) -> EditorSeen:
    """Return a paper as the editor shows it. UserError when it was taken away."""
    held = agreed.one(desk, paper)
    return EditorSeen(held, desk.content.agreed.of(held.paper.kind), desk.today())


def due(desk: Desk, until: datetime.date | None = None) -> tuple[ReviewDay, ...]:
    """Return the papers that are to be looked at again by a day (in 30 days if none is given), the soonest first."""
    with desk.store.read() as connection:
        return stored.reviews(connection, until or desk.today() + datetime.timedelta(AHEAD[What.PAPER]))


def history(held: PaperHeld) -> tuple[str, ...]:
    """Return a line for each version, the newest first: what became of it and what changed."""
    return tuple(_history(held))


def _history(held: PaperHeld) -> Iterator[str]:
    for one in reversed(held.versions):
        changed = f" What changed: {one.changed}" if one.changed else ""
        day = "" if one.agreed_on else f", begun on {plain(one.on)}"
        yield f"Version {one.n}: {says(one.state, one.agreed_on, one.checked_by)}{day}.{changed}"


def choices(kinds: AgreedKinds, section: Sequence[str]) -> tuple[tuple[str, AgreedKind], ...]:
    """Return the kinds of these sections to choose from: (section's heading, kind)."""
    return tuple((kinds.sections.get(kind.section, ""), kind) for kind in kinds.rows if kind.section in section)
