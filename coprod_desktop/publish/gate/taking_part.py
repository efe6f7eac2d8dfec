"""What may be printed of who could take part, of its days, and of why it was moved or cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.words import SessionState
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.public_text import PublicText
from coprod_desktop.publish.taking_part import PublicTakingPart


def taking_part(door: Door) -> PublicTakingPart:
    """Return it, each text as it passed the door."""
    session = door.record.session

    def written(text: str | None, where: Where = Where.WRITTEN) -> PublicText | None:
        return door.written(session.id, text, where)

    def each(texts: Iterable[str]) -> tuple[PublicText, ...]:
        return tuple(words for text in texts if (words := written(text)) is not None)

    return PublicTakingPart(
        days=session.days,
        ways=each(session.ways),
        strands=each(session.strands),
        senior_listener=door.named(session.id, session.senior_listener),
        for_whom=written(session.for_whom),
        host=written(session.host, Where.VENUE),
        wrote_it=written(session.wrote_it, Where.VENUE),
        could_not_come=written(session.could_not_come),
        shuts_out=written(session.shuts_out),
        why_method=written(session.why_method),
        travel_note=written(session.travel_note, Where.VENUE),
        print_note=written(session.print_note),
        learnt=written(session.learnt),
        series=_series(door, written(session.series)),
        otherwise=otherwise(door.own, session.state, session.moved_from, written(session.state_why)),
        cancelled=session.state is SessionState.CANCELLED,
    )


def _series(door: Door, name: PublicText | None) -> PublicText | None:
    n = door.record.session.series_n
    if name is None:
        return None if n is None else door.own(f"Number {n}")
    return name if n is None else door.own(f"{name}, number {n}")


def otherwise(
    own: Callable[[str], PublicText], state: str | None, moved_from: date | None, why: PublicText | None
) -> PublicText | None:
    """Say that a session was moved or cancelled, and why; None for one that is held as planned."""
    because = f": {why.rstrip('.')}" if why else ""
    if state == SessionState.CANCELLED:
        return own(f"Cancelled{because}")
    if state == SessionState.MOVED:
        before = f" from {in_words(moved_from)}" if moved_from else ""
        return own(f"Moved{before}{because}")
    return None
