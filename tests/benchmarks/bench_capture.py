"""From Enter to the row on the screen and on the disk, in the real window with a long list."""

from __future__ import annotations

import datetime
import random
import statistics
import tempfile
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from coprod_desktop.services.desk import Desk
from coprod_desktop.services.program import content
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.base.settings_file import SettingsFile
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.widgets.lazy_list import LazyList
from coprod_desktop.ui.window.look_keeper import LookKeeper
from coprod_desktop.ui.window.shell import Shell
from tests.benchmarks.material import sentence, workspace
from tests.benchmarks.rows import Row, milliseconds, percentile, under

BEFORE, LINES, DROPPED = 2000, 220, 20


def rows() -> list[Row]:
    """Return the figure: all the CPU that this process uses meanwhile, the writing thread's too."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.prepare(app)
    with workspace(BEFORE) as (store, (session,)), tempfile.TemporaryDirectory() as home:
        runner = Runner(app)
        shell = Shell(app, runner, LookKeeper(app, SettingsFile(Path(home) / "settings.json")))
        desk = Desk(store, lambda: datetime.datetime.now().astimezone(), store.rescue_in(Path(home)), content.load())
        runner.desk = desk
        shell.show()
        shell.enter(desk, store.folder)
        shell.open_page("listen", session)
        took = _capture(app, shell, runner)[DROPPED:]
        runner.close()
        shell.hide()
        shell.deleteLater()
    name = f"Enter to row painted, {BEFORE:,} entries, p99 (ms of CPU); median {statistics.median(took):.1f}"
    return [under(name, percentile(took, 99), 33)]


class Painted(QObject):
    """Knows how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _seen: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


def _enter(app: QApplication, field: QPlainTextEdit, watch: Painted) -> None:
    before = watch.times
    QTest.keyClick(field, "\r")
    while watch.times == before:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()


def _capture(app: QApplication, shell: Shell, runner: Runner) -> list[float]:
    runner.wait_idle()
    field = shell.findChild(QPlainTextEdit, "captureWords")
    said = next(list_ for list_ in shell.findChildren(LazyList) if list_.rows().rowCount() == BEFORE)
    assert field is not None
    watch = Painted(said.viewport())
    chance = random.Random(5)
    took = []
    for n in range(1, LINES + 1):
        field.insertPlainText(sentence(chance))
        app.processEvents()

        took.append(milliseconds(lambda: _enter(app, field, watch), cpu=True))
        runner.wait_idle()
        assert said.rows().rowCount() == BEFORE + n
    return took
