"""Whether anybody could be known by some words: for what is written down without names, and for what goes to other people."""

from __future__ import annotations

from coprod_desktop.domain.check.kinds import GENTLE, WHY
from coprod_desktop.domain.check.scan import Scanner, Where
from coprod_desktop.domain.check.words import tidy
from coprod_desktop.domain.permission import Permissions
from coprod_desktop.domain.record import Session, SessionRecord
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading


class NoNames:
    """Knows everyone in the workspace, of whom none may be named here."""

    def __init__(self, desk: Desk) -> None:
        with desk.store.read() as connection:
            everyone = reading.everyone(connection)
        about = Session(id="", title="", type="", date=desk.today())
        nobody = Permissions((), frozenset(person.id for person in everyone))
        self._eyes = Scanner(SessionRecord(session=about, others=everyone, permissions=nobody))

    def found(self, *texts: str | None) -> str:
        """Say what in these texts tells who somebody is ("names a person who is not on the list"); "" when nothing does."""
        for text in filter(None, texts):
            for hit in self._eyes.hits(tidy(text), Where.WRITTEN):
                if hit.kind not in GENTLE:
                    return WHY[hit.kind]
        return ""
