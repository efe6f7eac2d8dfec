"""The papers for the IT department, from Settings: a folder is chosen, and it is said how far they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import ask_papers_folder, breakable, papers_folder
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets import in_view
from coprod_desktop.ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk
    from coprod_desktop.services.making.papers import Made
    from coprod_desktop.ui.base.runner import Job

FOLDER = "For the IT department"
"""A folder of their own in the one that was chosen: nineteen files."""


class ForIt(QObject):
    """Makes the pack when its button is pressed, and says in the label beside it what became of it."""

    def __init__(self, context: Context, push: QPushButton, said: StatusLabel) -> None:
        super().__init__(push)
        self._context, self._push, self._said = context, push, said
        self._busy = False
        icons.put(push, "folder")
        said.hide()
        push.clicked.connect(self._ask)

    def _ask(self) -> None:
        settings = self._context.settings
        if self._busy:
            return
        folder = ask_papers_folder(self._push, settings, papers_folder(settings.read().papers))
        if folder is None:
            return
        self._busy = True  # the button stays pressable: one that is switched off loses the focus
        self._say("saving", "Making…")
        self._context.runner.job(
            lambda desk, job: _make(desk, job, folder / FOLDER),
            done=self._made, failed=self._refused, progress=self._how_far, owner=self,
        )  # fmt: skip

    def _how_far(self, part: float, words: str) -> None:
        self._say("saving", f"{part:.0%}. {words}…")

    def _made(self, made: Made) -> None:
        self._busy = False
        where = breakable(made.paths[0].parent)
        self._say(
            "done", f"Made {counted(len(made.paths), 'file')} in {where}. Begin with the one that has a 0 in its name."
        )

    def _refused(self, error: UserError) -> None:
        self._busy = False
        self._say("danger", f"{error.what} {error.do}".strip())

    def _say(self, state: str, words: str) -> None:
        self._said.show_state(state, words)
        self._said.show()
        in_view.bring(self._push, self._said)
        if state != "saving":
            self._context.announce(words)


def _make(desk: Desk, job: Job, folder: Path) -> Made:
    from coprod_desktop.services.assurance import pack  # what it reads is for this alone

    return pack.make(folder, now=desk.now, progress=lambda done, of, what: job.say(done / max(of, 1), what))
