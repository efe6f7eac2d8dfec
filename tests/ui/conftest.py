"""A dressed program, a runner, an open workspace with the sample in it, and a context to build pages with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop import paths
from coprod_desktop.errors import UserError
from coprod_desktop.services import imports, sessions, workspace
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui import theme
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.look_keeper import LookKeeper
from coprod_desktop.ui.runner import Runner
from coprod_desktop.ui.session_head import read_head
from coprod_desktop.ui.settings_file import SettingsFile
from coprod_desktop.ui.shell import Shell
from coprod_desktop.ui.theme import Look, Scheme


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with our style and fonts."""
    theme.prepare(qapp)
    return qapp


@pytest.fixture(autouse=True)
def _plain_look(dressed: QApplication) -> None:
    if theme.look_of(dressed) != Look(Scheme.LIGHT):
        theme.apply(dressed, Look(Scheme.LIGHT))


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


@pytest.fixture
def desk(tmp_path: Path, runner: Runner) -> Iterator[Desk]:
    """An open workspace, empty, which the runner works at."""
    workspace.create(tmp_path / "workspace", None)
    opened = workspace.unlock(tmp_path / "workspace", None)
    runner.desk = opened
    yield opened
    runner.wait_idle()
    workspace.close(opened)


@pytest.fixture
def sample(desk: Desk) -> str:
    """The id of the sample session, imported into `desk`."""
    imports.import_file(desk, paths.resource("sample", "home-care-listening-space.json").read_bytes())
    return sessions.every(desk)[0].id


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

    def head(self) -> None:
        self.heads += 1

    def lock(self) -> None:
        self.locks += 1

    def look_around(self) -> None:
        self.samples += 1


@pytest.fixture
def heard() -> Heard:
    """What a page asked of the shell, when the test has no shell."""
    return Heard()


@pytest.fixture
def context(desk: Desk, runner: Runner, heard: Heard, settings: SettingsFile, tmp_path: Path) -> Context:
    """A context to build one page with, without a shell."""
    look = [Look(Scheme.LIGHT)]
    made = Context(
        runner=runner,
        desk=desk,
        folder=tmp_path / "workspace",
        look=lambda: look[-1],
        set_look=look.append,
        open_page=lambda key, session: heard.opened.append((key, session)),
        tell=lambda what, do="", state="info", act="", then=None: heard.told.append((what, do, state)),
        fail=heard.failed.append,
        announce=heard.announced.append,
        note=lambda state, words: heard.notes.append((state, words)),
        refresh_head=heard.head,
        lock=heard.lock,
        settings=settings,
        look_around=heard.look_around,
    )
    runner.refused.connect(heard.failed.append)
    return made


@pytest.fixture
def shell(dressed: QApplication, runner: Runner, settings: SettingsFile, qtbot) -> Iterator[Shell]:
    """The window with no workspace open."""
    looks = LookKeeper(dressed, settings)
    made = Shell(dressed, runner, looks)
    made.head_of = read_head
    qtbot.addWidget(made)
    looks.setParent(made)
    looks.set_look(Look(Scheme.LIGHT))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made


@pytest.fixture
def in_shell(shell: Shell, desk: Desk, tmp_path: Path) -> Shell:
    """The window with `desk` open, at Home."""
    shell.enter(desk, tmp_path / "workspace")
    return shell


def inside(shell: Shell) -> QWidget:
    """Return the page or door the shell shows."""
    return shell.in_front()
