"""A process that makes backups, or gets workspaces back, until it is killed.

`python -m tests.torture.copier backup FOLDER SESSION`: saves lines and makes backups at the same time; says "saved ID"
for a line that is on the disk, and "backed NAME LINES" for a backup.
`python -m tests.torture.copier restore FROM TO`: gets workspaces back, one after another; says "back NAME".
"""

from __future__ import annotations

import itertools
import sys
import threading
from pathlib import Path

from coprod_desktop.domain.ids import new_id
from coprod_desktop.services import backups, capture, restore, workspace
from coprod_desktop.services.backups import Why
from coprod_desktop.services.desk import Desk
from tests.torture.listener import say, words_of


def back_up(folder: str, session: str) -> None:
    """Save lines for ever, and back them up meanwhile."""
    desk = workspace.unlock(Path(folder), None)
    threading.Thread(target=_copies, args=(desk,), daemon=True).start()
    for n in itertools.count():
        line = new_id()
        capture.add(desk, session, capture.NewLine(text=words_of(n), id=line))
        say(f"saved {line}")


def _copies(desk: Desk) -> None:
    while True:
        made = backups.make(desk, Why.WORK)
        say(f"backed {made.folder.name} {made.told.lines}")


def get_back(source: str, to: str) -> None:
    """Get a workspace back for ever, each time into a folder of its own."""
    found = restore.look_for_one(Path(source))
    for n in itertools.count():
        done = restore.restore(found, Path(to) / f"back {n}", None)
        say(f"back {done.folder.name.removeprefix('back ')}")


if __name__ == "__main__":
    {"backup": back_up, "restore": get_back}[sys.argv[1]](*sys.argv[2:])
