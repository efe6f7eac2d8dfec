"""The throw-away workspace to look around in. Runs on the writing thread: services are heavy to import."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop import paths

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk

SAMPLE_FILE = "home-care-listening-space.json"
SAMPLE_AGENDA = "home-care-agenda.json"
"""How that morning went, part by part."""


def desk(folder: Path) -> Desk:
    """Open the throw-away workspace; the first time, make it and put the sample session in."""
    from coprod_desktop.services import prepare, sessions, workspace
    from coprod_desktop.services.bring_in import merge

    is_new = workspace.state(folder) == "none"
    if is_new:
        workspace.create(folder, None)
    opened = workspace.unlock(folder, None)
    if is_new:
        brought = merge.import_file(opened, paths.resource("sample", SAMPLE_FILE).read_bytes())
        for item in json.loads(paths.resource("sample", SAMPLE_AGENDA).read_text(encoding="utf-8")):
            prepare.add_agenda_item(opened, brought.session, **item)
        sessions.mark_as_sample(opened, brought.session)
    return opened
