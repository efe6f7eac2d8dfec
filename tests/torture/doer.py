"""A process that works until it is killed: `python -m tests.torture.doer WHAT FOLDER SESSION`.

Says on its output what it was told is on the disk, each with the line's id: "saved", "changed ID N" (its words say N),
"undone" (the line is gone again), "brought" (a session of a file is in), "backed" (a backup is made).
"""

from __future__ import annotations

import itertools
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from coprod_desktop.domain.ids import new_id
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from tests.desks import STEERING
from tests.torture.listener import say, words_of


def add(desk: Desk, session: str, n: int) -> str:
    """Save one line. Returns its id, once it is on the disk."""
    line = new_id()
    capture.add(desk, session, capture.NewLine(text=words_of(n), id=line))
    say(f"saved {line}")
    return line


def capturing(desk: Desk, session: str, n: int) -> None:
    """Save lines."""
    add(desk, session, n)


def editing(desk: Desk, session: str, n: int) -> None:
    """Save a line, and change it twice."""
    line = add(desk, session, n)
    for words in (n * 2, n * 2 + 1):
        capture.change(desk, line, text=f"Now {words}. {words_of(n)}")
        say(f"changed {line} {words}")


def undoing(desk: Desk, session: str, n: int) -> None:
    """Save two lines, and take the second back."""
    add(desk, session, n)
    line = new_id()
    capture.add(desk, session, capture.NewLine(text="A slip", id=line))
    workspace.undo(desk)
    say(f"undone {line}")


def exporting(desk: Desk, session: str, n: int) -> None:
    """Save lines, and make papers of them now and then."""
    add(desk, session, n)
    if n % 10 == 5:
        with tempfile.TemporaryDirectory() as out:
            try:
                papers.make(desk, session, ["text"], Path(out))
            except UserError:
                papers.review(desk, session)
        say("made -")


def importing(desk: Desk, session: str, n: int) -> None:
    """Save a line, and bring a session file in, each time another one."""
    add(desk, session, n)
    file = json.loads(STEERING.read_bytes())
    file["session"]["id"] = f"session-{n}-{new_id()}"
    say(f"brought {merge.import_file(desk, json.dumps(file).encode()).session}")


def backing(desk: Desk, session: str, n: int) -> None:
    """Save lines, and make backups beside it."""
    add(desk, session, n)
    if n % 5 == 3:
        say(f"backed {desk.store.backups.make('asked', desk.now()).folder.name}")


DOINGS: dict[str, Callable[[Desk, str, int], None]] = {
    "capture": capturing,
    "edit": editing,
    "undo": undoing,
    "export": exporting,
    "import": importing,
    "backup": backing,
}


def main(what: str, folder: str, session: str) -> None:
    """Do it for ever."""
    desk = workspace.unlock(Path(folder), None)
    every: Iterator[int] = itertools.count()
    for n in every:
        DOINGS[what](desk, session, n)


if __name__ == "__main__":
    main(*sys.argv[1:])
