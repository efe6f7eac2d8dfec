"""Special category data: what people need, their health, equality answers. None is saved before a condition was chosen.

UK GDPR Article 9, and the Data Protection Act 2018, Schedule 1. It is chosen once for the workspace.
"""

from __future__ import annotations

from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.people_record import Privacy
from coprod_desktop.errors import AskFirst
from coprod_desktop.store import formats as stored
from coprod_desktop.store.transaction import Transaction

ROW = made_id("privacy notice")
"""The id of the workspace's one row."""


class ConditionNeeded(AskFirst):
    """No condition for special category data is chosen yet."""


def require(tx: Transaction) -> None:
    """Raise ConditionNeeded while no condition is chosen."""
    privacy = stored.only(tx.connection, Privacy)
    if privacy is None or not (privacy.article9 or "").strip():
        raise ConditionNeeded(
            "The law protects what people need and equality answers more than other data. Choose once what lets you keep them.",
            "Ask your information officer if you are not sure. What you typed stays, and is saved after that.",
        )
