"""A window in which someone types until it is killed: `python -m tests.torture.typist FOLDER SESSION ROUND`.

Types in the title of one part of the agenda on Get ready, never leaving the field. Says "typed N": so many letters
have been in the field for a second or longer.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

FIELD = "itemTitle"
WITHIN = 1.0
"""Seconds. The draft is asked for within 0.25 (tests/ui/test_kept_field.py); the rest is for a busy machine."""
EVERY_MS = 15


def words_of(n: int, round_: int) -> str:
    """Return the first n letters of what is typed in a round."""
    whole = f"{round_}. Welcome, tea, and what was said the last time, one after the other; " * 40
    return whole[:n]


def main(folder: str, session: str, round_: int) -> None:
    """Type for ever."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # what the platform cannot do is not looked for here
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from coprod_desktop.services import workspace
    from coprod_desktop.ui.base.runner import Runner
    from coprod_desktop.ui.pages.get_ready import GetReadyPage

    app = QApplication([])
    runner = Runner()
    runner.desk = workspace.unlock(Path(folder), None)
    page = GetReadyPage(_context(runner))
    runner.changed.connect(page.apply)
    page.show()
    page.open(session)
    runner.wait_idle()
    page._tabs[1].click()
    runner.wait_idle()
    field = page.part().findChild(object, FIELD)
    field.setFocus()
    field.selectAll()
    typed: list[float] = []

    def one_more() -> None:
        before, now = words_of(len(typed), round_), words_of(len(typed) + 1, round_)
        QTest.keyClicks(field, now[len(before) :])
        typed.append(time.monotonic())
        say(f"typed {sum(at <= time.monotonic() - WITHIN for at in typed)}")

    keys = QTimer()
    keys.timeout.connect(one_more)
    keys.start(EVERY_MS)
    app.exec()


def _context(runner):  # type: ignore[no-untyped-def]
    from types import SimpleNamespace

    def nothing(*_args: object, **_more: object) -> None:
        return None

    return SimpleNamespace(runner=runner, desk=runner.desk, announce=nothing, tell=nothing, fail=nothing, note=nothing)


def say(what: str) -> None:
    """Tell the parent, at once."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
