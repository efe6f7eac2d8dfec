"""Words that reach papers beside a session's record: who checked an Easy Read, what a picture shows.

They do not go through the gate, so the same eyes look at them, when they are typed and again for every paper.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from coprod_desktop.domain.check.kinds import GENTLE, WHY, FindingKind
from coprod_desktop.domain.check.scan import Scanner, Where
from coprod_desktop.domain.check.words import tidy
from coprod_desktop.domain.permission import Permissions
from coprod_desktop.domain.record import Person, Session, SessionRecord
from coprod_desktop.errors import UserError

_MAY_BE = GENTLE | {FindingKind.THIRD_PERSON, FindingKind.OWNER_NAME}
"""Groups are named after people, and nobody on the list is meant."""


class Eyes:
    """Looks at texts, knowing everyone in the workspace."""

    def __init__(self, everyone: Iterable[Person], permissions: Permissions, today: datetime.date) -> None:
        session = Session(id="", title="", type="", date=today)
        self._scanner = Scanner(SessionRecord(session=session, people=tuple(everyone), permissions=permissions))

    def why_not(self, text: str) -> str:
        """Say what in a text is private; "" when nothing is."""
        hits = self._scanner.hits(tidy(text), Where.WRITTEN)
        return next((WHY[one.kind] for one in hits if one.kind not in _MAY_BE), "")

    def refuse(self, text: str) -> None:
        """Raise UserError when something in a text is private."""
        if why := self.why_not(text):
            raise UserError(
                f"These words would be printed for everybody, and they hold something private: {why}.",
                "Use other words. Nothing was changed.",
            )
