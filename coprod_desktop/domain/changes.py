"""What a verb changed, so that each view can decide whether it cares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coprod_desktop.domain.value import Value, value


class Ref(NamedTuple):
    """One row: its noun (the table's name), its id, and the session it belongs to if any."""

    noun: str
    id: str
    session: str | None = None


@value
class Changes(Value):
    """Rows added, changed and removed by one verb; `said` is what undo calls it ("Added what was said").

    `kept` is a sentence about what an undo left as it is: a refusal is never taken back.
    """

    said: str = ""
    kept: str = ""
    added: tuple[Ref, ...] = ()
    changed: tuple[Ref, ...] = ()
    removed: tuple[Ref, ...] = ()

    def all(self) -> Iterator[Ref]:
        """Every row touched."""
        yield from self.added
        yield from self.changed
        yield from self.removed

    def touch(self, noun: str, session: str | None = None) -> bool:
        """Tell whether any row of that noun (in that session, if given) was touched."""
        return any(r.noun == noun and (session is None or r.session == session) for r in self.all())
