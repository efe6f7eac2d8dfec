"""A process that listens until it is killed: `python -m tests.torture.listener FOLDER SESSION`.

Says on its output what it was told is on the disk: "typed N" for a draft, "saved ID" for a line.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from coprod_desktop.domain.ids import new_id
from coprod_desktop.services import capture, drafts, workspace

FIELD = "capture"


def words_of(n: int) -> str:
    """Return the words of the nth line: long enough to take several pages now and then."""
    return f"Line {n}: " + "and then nobody rang me " * (n % 40)


def main(folder: str, session: str) -> None:
    """Type and save lines, one after the other, for ever."""
    desk = workspace.unlock(Path(folder), None)
    for n in itertools.count():
        drafts.keep(desk, FIELD, words_of(n), session=session)
        say(f"typed {n}")
        line = new_id()
        capture.add(desk, session, capture.NewLine(text=words_of(n), id=line), draft=FIELD)
        say(f"saved {line}")


def say(what: str) -> None:
    """Tell the parent, at once."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
