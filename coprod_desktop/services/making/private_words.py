"""Words that reach papers beside a session's record: who checked an Easy Read, what a picture shows.

They do not go through the gate, so the same eyes look at them, when they are typed and again for every paper.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from coprod_desktop.domain.check.kinds import GENTLE, WHY, FindingKind, Hit
from coprod_desktop.domain.check.scan import Scanner, Where
from coprod_desktop.domain.check.words import fold, tidy
from coprod_desktop.domain.permission import Permissions
from coprod_desktop.domain.record import Person, Session, SessionRecord
from coprod_desktop.errors import UserError

_MAY_BE = GENTLE | {FindingKind.THIRD_PERSON, FindingKind.OWNER_NAME}
"""Groups are named after people, and nobody on the list is meant."""


class Eyes:
    """Looks at texts, knowing everyone in the workspace.

    `printed` are the texts of a session that go through the gate: a name that stands in one of them may stand here, and no
    other. Without them, names of nobody on the list may.
    """

    def __init__(
        self,
        everyone: Iterable[Person],
        permissions: Permissions,
        today: datetime.date,
        printed: Iterable[str] | None = None,
    ) -> None:
        session = Session(id="", title="", type="", date=today)
        self._scanner = Scanner(SessionRecord(session=session, people=tuple(everyone), permissions=permissions))
        self._printed = None if printed is None else fold("\n".join(printed))

    def why_not(self, text: str) -> str:
        """Say what in a text is private; "" when nothing is."""
        words = tidy(text)
        hits = self._scanner.hits(words, Where.WRITTEN)
        return next((WHY[one.kind] for one in hits if not self._may_be(one, words)), "")

    def _may_be(self, hit: Hit, words: str) -> bool:
        if hit.kind in GENTLE or self._printed is None:
            return hit.kind in _MAY_BE
        return hit.kind in _MAY_BE and fold(words[hit.start : hit.end]) in self._printed

    def refuse(self, text: str) -> None:
        """Raise UserError when something in a text is private."""
        if why := self.why_not(text):
            raise UserError(
                f"These words would be printed for everybody, and they hold something private: {why}.",
                "Use other words. Nothing was changed.",
            )
