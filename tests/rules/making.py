"""What the rules are tried on: sessions brought in, and all papers that can be made of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from tests.services.unseen import line, session

QUICK = ("text", "html", "csv")
"""Formats that hold every word and are made quickly; the formats are all drawn from one tree."""
WHOLE = ("pdf", "large-print", "html", "epub", "docx", "text", "csv", "xlsx", "ics")
PEOPLE: tuple[dict[str, Any], ...] = (
    {"id": "p1", "name": "Vashti Oddfellow", "role": "resident", "name_in_public": "full name"},
    {"id": "p2", "name": "Bram Tolliver", "role": "carer", "name_in_public": "first name"},
    {"id": "p3", "name": "Ysolde Brackwater", "role": "carer", "name_in_public": "role only"},
    {"id": "p4", "name": "Wilbert Nottidge", "role": "carer", "name_in_public": "not at all"},
)


def bring(desk: Desk, title: str = "Ferries", **parts: Any) -> str:
    """Bring a session of these parts in. Returns its id."""
    data = session(parts.pop("key", "s-1"), title, **{"people": list(PEOPLE), **parts})
    return merge.import_file(desk, json.dumps(data).encode()).session


def every_paper(
    desk: Desk, made_of: str, folder: Path, formats: tuple[str, ...] = QUICK, kinds: Any = None
) -> list[Path]:
    """Make every kind of paper that can be made of a session, as seen and fine. Returns the files."""
    papers.review(desk, made_of)
    found: list[Path] = []
    for kind in kinds or paper_kinds.NAMES:
        try:
            found += papers.make(desk, made_of, formats, folder / kind, kind=kind).paths
        except UserError:
            continue  # there is nothing for this kind in the session
    assert found
    return found


__all__ = ["PEOPLE", "QUICK", "WHOLE", "bring", "every_paper", "line"]
