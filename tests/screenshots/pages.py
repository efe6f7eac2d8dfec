"""Brings the window to each page, in a state worth a picture."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from coprod_desktop.domain.changes import Ref
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.base.settings_file import SettingsFile
from coprod_desktop.ui.pages.answer import AnswerPage
from coprod_desktop.ui.pages.find import FindPage
from coprod_desktop.ui.pages.listen import ListenPage
from coprod_desktop.ui.pages.paper import PaperPage
from coprod_desktop.ui.style.theme import Appearance
from coprod_desktop.ui.window.look_keeper import LookKeeper
from coprod_desktop.ui.window.shell import Shell
from coprod_desktop.ui.window.unlock import Unlock
from coprod_desktop.ui.window.welcome import Welcome
from tests.screenshots.material import ON_THE_DAY, TODAY, Material, group_to_show

FOLDER = Path("Documents/Co-production/workspace")
"""What the pictures say of where the workspace is; nobody's own folders are in them."""
SETTLE_MS = 400
"""After every call has come back: what waits for a pause in the typing, and the page of a paper being drawn."""
Scene = tuple[str, Callable[[], object]]


class Stage:
    """The real window over material to show."""

    def __init__(self, app: QApplication, material: Material, settings: SettingsFile) -> None:
        self._app, self._material = app, material
        self.runner = Runner()
        self._looks = LookKeeper(app, settings)
        self.shell = Shell(app, self.runner, self._looks)
        self.shell.show()
        self.shell.activateWindow()

    def scenes(self, look: Appearance) -> Iterator[str]:
        """Show one page after another in a look, and give the name of each while it is in view."""
        self._looks.set_look(look)
        for name, act in (*self._doors(), *self._pages()):
            act()
            self.settle()
            yield name
        self.shell.leave()

    def close(self) -> None:
        """Close the window."""
        self.settle()
        self.shell.close()

    def settle(self) -> None:
        """Wait until nothing is on its way."""
        self.runner.wait_idle(60_000)
        loop = QEventLoop()
        QTimer.singleShot(SETTLE_MS, loop.quit)
        loop.exec()
        self.runner.wait_idle(60_000)

    def _doors(self) -> Sequence[Scene]:
        return (
            ("welcome", lambda: self._door(Welcome(FOLDER, lambda _folder: None))),
            ("unlock", lambda: self._door(Unlock(FOLDER, needs_passphrase=True))),
        )

    def _pages(self) -> Sequence[Scene]:
        seen = self._material
        return (
            ("home", partial(self._at, TODAY)),
            ("sessions", partial(self._open, "sessions")),
            ("groups", self._groups),
            ("people", partial(self._open, "people")),
            ("promises", partial(self._open, "promises")),
            ("settings", partial(self._open, "settings")),
            ("find", self._find),
            ("get_ready", partial(self._open, "get_ready", seen.coming)),
            *(
                (f"get_ready_{part.lower()}", partial(self._part, f"part{part}"))
                for part in ("Agenda", "People", "Checklist", "Rules")
            ),
            ("listen", self._listen),
            ("answer", self._answer),
            ("paper", self._paper),
            ("paper_pages", self._paper_pages),
            ("follow_up", partial(self._open, "follow_up", seen.steering)),
        )

    def _door(self, door: Welcome | Unlock) -> None:
        self.shell.show_door(door)
        door.first_focus().setFocus()

    def _at(self, now: datetime.datetime) -> None:
        """Begin anew at Home, at a time."""
        self.runner.wait_idle()
        desk = self._material.on(now)
        self.shell.leave()
        self.runner.desk = desk
        self.shell.enter(desk, FOLDER)

    def _open(self, key: str, session: str | None = None) -> None:
        self.shell.open_page(key, session)

    def _groups(self) -> None:
        self.shell.open_page("groups", None, Ref("work_group", group_to_show(self._material)))

    def _part(self, name: str) -> None:
        tab = cast(QPushButton, self.shell.in_front().findChild(QPushButton, name))
        tab.click()
        tab.setFocus()

    def _find(self) -> None:
        self._open("find")
        page = cast(FindPage, self.shell.in_front())
        cast(QLineEdit, page.form.findWords).setText("rota")

    def _listen(self) -> None:
        self._at(ON_THE_DAY)
        self.settle()
        self._open("listen", self._material.home_care)
        self.settle()
        page = cast(ListenPage, self.shell.in_front())
        page.line.field.insertPlainText("or my sister, she has a key")
        self.settle()
        self.runner.saved.emit(ON_THE_DAY.replace(second=2))

    def _answer(self) -> None:
        cast(ListenPage, self.shell.in_front()).line.field.clear()
        self.settle()
        self._at(TODAY)
        self.settle()
        self._open("answer", self._material.home_care)
        self.settle()
        page = cast(AnswerPage, self.shell.in_front())
        page.form.said.setFocus()

    def _paper_pages(self) -> None:
        """Put off what can be put off: the paper itself stands in the middle then."""
        pages = cast(PaperPage, self.shell.in_front()).pages
        while (now := pages.questions.now) is not None:
            pages.questions.put_off(now)
        pages.ui.showPages.toggled.emit(True)

    def _paper(self) -> None:
        self._open("paper", self._material.home_care)
        page = cast(PaperPage, self.shell.in_front())
        page.formats.set_folder(FOLDER.parent / "papers")
