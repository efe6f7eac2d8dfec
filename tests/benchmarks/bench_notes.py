"""Notes that were written elsewhere: what it takes from pasting 400 lines until one can look at what they come apart into."""

from __future__ import annotations

import random
import statistics

from PySide6.QtWidgets import QApplication

from coprod_desktop.services import notes
from coprod_desktop.ui.notes.notes_dialog import NotesDialog
from tests.benchmarks.listening import FIRST, LAST, Listening, Painted, listening
from tests.benchmarks.material import sentence
from tests.benchmarks.rows import Row, milliseconds, under

PASTED, ENTRIES, GUESTS, ROUNDS = 400, 200, 50, 7


def rows() -> list[Row]:
    """Return the figure; its floor is the reading alone, without a window."""
    with listening(ENTRIES, GUESTS) as now:
        text, session = pasted(PASTED), now.page.session_id
        assert session is not None
        took: tuple[list[float], list[float]] = ([], [])
        for _ in range(ROUNDS + 1):  # in turns; the first of each loads what reads notes
            took[0].append(milliseconds(lambda: preview(now, session, text), cpu=True))
            took[1].append(milliseconds(lambda: notes.look(now.desk, session, text), cpu=True))
    ours, floor = (statistics.median(times[1:]) for times in took)
    return [under(f"{PASTED} pasted lines to preview (ms of CPU)", ours, 500, floor)]


def pasted(lines: int) -> str:
    """Return notes as people take them: a time, a name and words on each line, now and then a question or an action."""
    chance = random.Random(lines)
    names = [f"{first} {last}" for last in LAST for first in FIRST]

    def line(n: int) -> str:
        if n % 20 == 19:
            return f"Action: {chance.choice(names)} to ring the council by 31/3/26"
        words = sentence(chance, 30)
        return f"{10 + n // 120:02}:{n // 2 % 60:02} {chance.choice(names)}: {'Q ' if n % 9 == 8 else ''}{words}"

    return "\n".join(line(n) for n in range(lines)) + "\n"


def preview(now: Listening, session: str, text: str) -> None:
    """Paste notes into a new dialog, and wait until what they come apart into is painted."""
    dialog = NotesDialog(now.page.context, session, now.page, text)
    watch = Painted(dialog.list.viewport())
    dialog.open()
    while not dialog.hand.rows:
        now.settle()
    before = watch.times
    dialog.list.viewport().update()
    watch.wait(now.app, before)
    assert len(dialog.hand.rows) == PASTED
    dialog.close()
    QApplication.processEvents()
