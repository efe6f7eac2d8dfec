"""What a session is told by in figures: the rung reached, how many came, numbers asked before and after. One at a time.

Fields inside a mapping are named with a dot: "measure.before_percent", "headcount.carers", "scie_elements.co-design".
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Session
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading

ELEMENTS = ("co-design", "co-decision", "co-delivery", "co-evaluation")
"""Of co-production, as the Social Care Institute for Excellence counts them."""
_DAYS = "_date"


def read(desk: Desk, session: str) -> Mapping[str, Any]:
    """Return every field by its name, those inside a mapping too."""
    with desk.store.read() as connection:
        found = reading.one(connection, Session, session)
    values = dict(vars(found))
    for name in ("measure", "baseline", "headcount"):
        values |= {f"{name}.{key}": _shown(key, value) for key, value in (getattr(found, name) or {}).items()}
    return values | {f"scie_elements.{element}": element in found.scie_elements for element in ELEMENTS}


def change(desk: Desk, session: str, field: str, value: Any) -> Changes:
    """Change one field; None takes it out."""
    name, _, key = field.partition(".")
    with desk.store.write("Changed the figures") as tx:
        still_there.session(tx, session)
        now = reading.one(tx.connection, Session, session)
        if name == "scie_elements":
            wanted = {*now.scie_elements} | {key} if value else {*now.scie_elements} - {key}
            known = tuple(element for element in ELEMENTS if element in wanted)
            value = known + tuple(other for other in now.scie_elements if other not in ELEMENTS)
        elif key:
            inside = {k: v for k, v in (getattr(now, name) or {}).items() if k != key}
            if value is not None and not (name == "headcount" and not value):
                inside[key] = value.isoformat() if isinstance(value, datetime.date) else value
            value = inside or (None if name != "headcount" else {})
        tx.change("session", session, **{name: value})
        drafts.saved(tx, "figures", session, (field,))
    return tx.changes


def _shown(key: str, value: Any) -> Any:
    """Return a value of a mapping as a field takes it; a day that is none is not shown, and stays as it came."""
    if not key.endswith(_DAYS) and key != "date":
        return value
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
