"""A dressed program, a runner, an open workspace with the sample in it, and a context to build pages with."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop import paths
from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.base.settings_file import SettingsFile
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.window.look_keeper import LookKeeper
from coprod_desktop.ui.window.shell import Shell
from tests.desks import empty_workspace
from tests.screenshots.material import workspace_to_show
from tests.ui import walk as walking
from tests.ui.walk import Walk

__all__ = ["empty_workspace"]
WAIT_MS = 60_000


class Patient(QtBot):
    """Drives the window as pytest-qt does, and waits as long as a busy machine may need."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = WAIT_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitExposed(self, widget: QWidget, *, timeout: int = WAIT_MS) -> object:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return Patient(request)


@pytest.fixture(scope="session", autouse=True)
def _clipboard_is_left_empty() -> Iterator[None]:
    """What was copied is gone before Python is: a clipboard that still held it would ask for it afterwards."""
    yield
    if (app := QApplication.instance()) is not None:
        assert isinstance(app, QApplication)
        app.clipboard().clear()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with our style and fonts."""
    theme.prepare(qapp)
    return qapp


@pytest.fixture(autouse=True)
def _plain_look(dressed: QApplication) -> None:
    if theme.look_of(dressed) != Appearance(Scheme.LIGHT):
        theme.apply(dressed, Appearance(Scheme.LIGHT))


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    """A window as large as a small laptop's, for a dialog to open above."""
    made = QWidget()
    made.resize(1280, 720)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    """A settings file of this test's own."""
    return SettingsFile(tmp_path / "settings" / "settings.json")


@pytest.fixture
def runner(dressed: QApplication) -> Iterator[Runner]:
    """A runner with no workspace; every call has come back by the end."""
    made = Runner()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture(scope="session")
def sample_workspace(empty_workspace: Path) -> tuple[Path, str]:
    """A workspace that the sample session was imported into, to be copied, and the session's id."""
    made = Path(shutil.copytree(empty_workspace, empty_workspace.with_name("sample")))
    opened = workspace.unlock(made, None)
    brought_in = merge.import_file(opened, paths.resource("sample", "home-care-listening-space.json").read_bytes())
    workspace.close(opened)
    return made, brought_in.session


@pytest.fixture
def desk(tmp_path: Path, runner: Runner, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """An open workspace which the runner works at; empty, but for the test that asks for `sample`."""
    if "sample" in request.fixturenames:
        source, _ = request.getfixturevalue("sample_workspace")
    else:
        source = request.getfixturevalue("empty_workspace")
    shutil.copytree(source, tmp_path / "workspace")
    opened = workspace.unlock(tmp_path / "workspace", None)
    runner.desk = opened
    yield opened
    runner.wait_idle()
    workspace.close(opened)


@pytest.fixture
def sample(desk: Desk, sample_workspace: tuple[Path, str]) -> str:
    """The id of the sample session in `desk`."""
    return sample_workspace[1]


@dataclass
class Heard:
    """What a page asked of the shell."""

    opened: list[tuple[str, str | None]] = field(default_factory=list)
    told: list[tuple[str, str, str]] = field(default_factory=list)
    failed: list[UserError] = field(default_factory=list)
    announced: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    heads: int = 0
    locks: int = 0
    samples: int = 0
    starts: int = 0

    def head(self) -> None:
        self.heads += 1

    def lock(self) -> None:
        self.locks += 1

    def start_now(self) -> None:
        self.starts += 1

    def look_around(self) -> None:
        self.samples += 1


@pytest.fixture
def heard() -> Heard:
    """What a page asked of the shell, when the test has no shell."""
    return Heard()


@pytest.fixture
def context(desk: Desk, runner: Runner, heard: Heard, settings: SettingsFile, tmp_path: Path) -> Context:
    """A context to build one page with, without a shell."""
    look = [Appearance(Scheme.LIGHT)]
    made = Context(
        runner=runner,
        desk=desk,
        folder=tmp_path / "workspace",
        look=lambda: look[-1],
        set_look=look.append,
        open_page=lambda key, session=None, row=None: heard.opened.append((key, session)),
        tell=lambda what, do="", state="info", act="", then=None: heard.told.append((what, do, state)),
        fail=heard.failed.append,
        announce=heard.announced.append,
        note=lambda state, words: heard.notes.append((state, words)),
        refresh_head=heard.head,
        start_now=heard.start_now,
        lock=heard.lock,
        settings=settings,
        look_around=heard.look_around,
    )
    runner.refused.connect(heard.failed.append)
    return made


@pytest.fixture
def shell(dressed: QApplication, runner: Runner, settings: SettingsFile, qtbot) -> Shell:
    """The window with no workspace open; its pages are the real ones."""
    return _shown(Shell(dressed, runner, LookKeeper(dressed, settings)), qtbot)


@pytest.fixture
def in_shell(shell: Shell, desk: Desk, tmp_path: Path) -> Shell:
    """The window with `desk` open, at Home."""
    shell.enter(desk, tmp_path / "workspace")
    return shell


@pytest.fixture
def walk(tmp_path: Path, shell: Shell, runner: Runner) -> Iterator[Walk]:
    """The window at Home, over a workspace in which every page and dialog has something to show."""
    with workspace_to_show(tmp_path / "work") as material:
        walking.fill(material, tmp_path / "papers")
        runner.desk = material.desk
        shell.enter(material.desk, tmp_path / "work")
        made = Walk(shell, material)
        made.settle()
        yield made
        runner.wait_idle()
        runner.desk = None


class PlainPage(Page):
    """A page of one field and one button, which notes what it is told."""

    title = "Plain"

    def __init__(self, key: str, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.setObjectName(f"page_{key}")
        self.opened: list[str | None] = []
        self.changes: list[Changes] = []
        self.acts: list[str] = []
        self.card = Card(key)
        self.field = QLineEdit()
        self.field.setObjectName(f"field_{key}")
        self.field.setAccessibleName("A field")
        self.card.column.addWidget(self.field)
        self.push = button("Press", f"press_{key}")
        other = Card("More")
        other.column.addWidget(self.push)
        column = QVBoxLayout(self)
        column.addWidget(self.card)
        column.addWidget(other)
        self.on_leave: Callable[[], object] = lambda: None

    def open(self, session_id: str | None) -> None:
        super().open(session_id)
        self.opened.append(session_id)

    def leave(self) -> None:
        self.on_leave()

    def apply(self, changes: Changes) -> None:
        self.changes.append(changes)

    def act(self, what: str) -> bool:
        self.acts.append(what)
        return what == "new_session"

    def keys(self) -> Sequence[tuple[str, str]]:
        return (("Alt S", "Save this"),)


@pytest.fixture
def plain_shell(dressed: QApplication, runner: Runner, settings: SettingsFile, qtbot) -> Shell:
    """The window with plain pages, so that tests of the shell hang on no page."""
    return _shown(Shell(dressed, runner, LookKeeper(dressed, settings), PlainPage), qtbot)


def _shown(made: Shell, qtbot) -> Shell:
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
