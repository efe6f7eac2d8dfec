"""Promises over several sessions, each once, by its id: as the last session that tells of it has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coprod_desktop.domain import answers
from coprod_desktop.domain.promises import Standing
from coprod_desktop.publish.dates import in_range
from coprod_desktop.publish.snapshot import PublicEarlier, PublicPoint, PublicSnapshot
from coprod_desktop.publish.stories.you_said_we_did import how_it_stands, is_no, why_changed

EARLIER, BEFORE = "Earlier", "Before these sessions"


@dataclass(frozen=True, kw_only=True)
class Promised:
    """One promise: what, who, by when, and what became of it."""

    session: str
    """The day and kind of the session it was made at; "Earlier" when that session is not among them."""
    promised_at: str
    """The title and day of that session; "" where it is not among them."""

    @property
    def promised_where(self) -> str:
        """Where it was promised, as a sentence without its stop."""
        return f"Promised at {self.promised_at}" if self.promised_at else "Promised before these sessions"

    what: str
    owner: str | None
    due: date | None
    standing: Standing
    stands: str
    why: str | None
    uid: str
    """That of the promise, on whichever paper it stands."""


@dataclass(frozen=True, kw_only=True)
class No:
    """One no that was a no from the beginning."""

    you_said: str
    answer: str
    why: str | None
    look_again: str | None


@dataclass(frozen=True, kw_only=True)
class CameBack:
    """What people said no to when they had the paper, and what it changed."""

    you_said: str
    at: str
    """The title and day of the session."""
    told: str
    uid: str


def came_back(snapshots: Sequence[PublicSnapshot]) -> tuple[CameBack, ...]:
    """Return every point of which a no came back."""
    return tuple(
        CameBack(
            you_said=point.you_said,
            at=f"{snapshot.title}, {in_range(snapshot.date, snapshot.end_date)}",
            told=point.said_back,
            uid=point.uid,
        )
        for snapshot in snapshots
        for point in snapshot.points
        if point.said_back
    )


def promised(snapshots: Sequence[PublicSnapshot]) -> tuple[Promised, ...]:
    """Return every promise once, in the order they were made; sessions are given oldest first."""
    found: list[Promised] = []
    for snapshot in snapshots:
        known = list(enumerate(found))
        for earlier in snapshot.earlier:
            at = next((i for i in known if i[1].uid == earlier.uid), None)
            if at is None:
                found.append(_of_earlier(earlier))
            else:
                found[at[0]] = _looked_back_at(at[1], earlier)
        found += [_of_point(snapshot, p, p.standing) for p in snapshot.points if p.standing is not None]
    return tuple(found)


def noes(snapshots: Sequence[PublicSnapshot]) -> tuple[No, ...]:
    """Return every answer that was a no from the beginning."""
    return tuple(
        No(
            you_said=point.you_said,
            answer=" ".join(
                part for part in (f"{answers.words(point.answer)}." if point.answer else "", point.text) if part
            ),
            why=_joined(point.reason_category, point.reason),
            look_again=point.look_again,
        )
        for snapshot in snapshots
        for point in snapshot.points
        if is_no(point)
    )


def _of_point(snapshot: PublicSnapshot, point: PublicPoint, standing: Standing) -> Promised:
    changed = standing is Standing.CHANGED_TO_NO
    return Promised(
        session=f"{in_range(snapshot.date, snapshot.end_date)}, {snapshot.type}",
        promised_at=f"{snapshot.title}, {in_range(snapshot.date, snapshot.end_date)}",
        what=_what(point),
        owner=point.owner,
        due=point.due,
        standing=standing,
        stands=how_it_stands(point),
        why=why_changed(point) if changed else _joined(point.reason_category, point.reason),
        uid=point.uid,
    )


def _what(point: PublicPoint) -> str:
    """Return what was promised; of something that is not decided yet, about what people will be told."""
    if point.tells:
        return f"To tell you our answer: {point.you_said}"
    return point.text or point.you_said


def _of_earlier(earlier: PublicEarlier) -> Promised:
    return Promised(
        session=EARLIER,
        promised_at="",
        what=earlier.text,
        owner=earlier.owner,
        due=earlier.due,
        standing=earlier.standing,
        stands=earlier.said,
        why=_joined(earlier.reason_category, earlier.reason),
        uid=earlier.uid,
    )


def _looked_back_at(made: Promised, earlier: PublicEarlier) -> Promised:
    why = _joined(earlier.reason_category, earlier.reason) or made.why
    return replace(made, standing=earlier.standing, stands=earlier.said, why=why)


def _joined(*parts: str | None) -> str | None:
    return ". ".join(part.rstrip(". ") for part in parts if part) or None
