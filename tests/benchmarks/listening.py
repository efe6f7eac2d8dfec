"""The Listen page in the real window, over a session as long and as full as wanted."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.services import people
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.program import content
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.base.settings_file import SettingsFile
from coprod_desktop.ui.pages.listen import ListenPage
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.window.look_keeper import LookKeeper
from coprod_desktop.ui.window.shell import Shell
from tests.benchmarks.material import workspace

WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


class Clock:
    """The time of day as the page is told; `on` moves it."""

    def __init__(self) -> None:
        self._now = datetime.datetime(2026, 9, 17, 10, 0).astimezone()

    def __call__(self) -> datetime.datetime:
        return self._now

    def on(self, seconds: float) -> None:
        """Move it on."""
        self._now += datetime.timedelta(seconds=seconds)


@dataclass
class Listening:
    """The page, and what it runs on."""

    app: QApplication
    runner: Runner
    page: ListenPage
    desk: Desk
    clock: Clock

    def settle(self) -> None:
        """Until every call has come back."""
        self.runner.wait_idle()
        self.app.processEvents()

    def press(self, letter: str) -> None:
        """Press one key of whatever it is that a keyboard writes."""
        field, key = self.page.line.field, Qt.Key.Key_Return if letter == "\r" else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


class Painted(QObject):
    """Knows how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _seen: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False

    def wait(self, app: QApplication, before: int) -> None:
        """Until it was painted once more."""
        while self.times == before:
            app.processEvents(WAIT)


@contextmanager
def listening(entries: int, guests: int = 0) -> Iterator[Listening]:
    """Give Listen open on a session of so many lines, with so many people here, whose names differ."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.prepare(app)
    with workspace(entries) as (store, (session,)), tempfile.TemporaryDirectory() as home:
        clock = Clock()
        desk = Desk(store, clock, store.rescue_in(Path(home)), content.load())
        _fill(desk, session, guests)
        runner = Runner(app)
        shell = Shell(app, runner, LookKeeper(app, SettingsFile(Path(home) / "settings.json")))
        runner.desk = desk
        shell.show()
        shell.enter(desk, store.folder)
        shell.open_page("listen", session)
        runner.wait_idle()
        page = shell.in_front()
        assert isinstance(page, ListenPage)
        try:
            yield Listening(app, runner, page, desk, clock)
        finally:
            runner.close()
            shell.hide()
            shell.deleteLater()


FIRST = ("Amina", "Bo", "Cerys", "Deshawn", "Ewa", "Farida", "Gareth", "Hannah", "Ines", "Jay")
LAST = ("Marsh", "Okafor", "Pugh", "Raza", "Tattersall")


def _fill(desk: Desk, session: str, guests: int) -> None:
    names = [f"{first} {last}" for last in LAST for first in FIRST][:guests]
    for n, name in enumerate(names):
        person, _ = people.add(desk, session, name, ("carer", "draws on care", "social worker")[n % 3])
        people.change(desk, session, person, seat=f"Table {n % 6 + 1}")
        people.arrive(desk, session, person)
