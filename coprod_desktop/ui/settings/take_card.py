"""Take everything with you, in Settings: one act, one folder, with progress and a way to stop it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.taking.contents import BEFORE
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import breakable, near, papers_folder
from coprod_desktop.ui.people.working import Say, Working
from coprod_desktop.ui.widgets import in_view
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import MARGIN, Card
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Heading, Words

WHERE = "Where should the folder with everything go?"
STOPPED = "Stopped. Nothing was left there, and nothing was changed."


class TakeCard(Card):
    """`set_up` once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setObjectName("takeCard")
        self._context: Context | None = None
        self._out = Path()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(Heading("Take everything with you"))
        column.addWidget(Words(BEFORE, tone="quiet"))
        self.said = StatusLabel("done")
        self.said.setObjectName("takeSaid")
        self.said.hide()
        column.addWidget(self.said)  # above the button, which has the focus and so is in view
        acts = FlowRow()
        self.take_it = button("Take everything with you…", "takeEverything")
        self.take_it.clicked.connect(self._ask)
        self.all_the_same = button("Put it there all the same", "takeAllTheSame", kind="outline")
        self.all_the_same.clicked.connect(self._take_all_the_same)
        self.all_the_same.hide()
        acts.add(self.take_it)
        acts.add(self.all_the_same)
        column.addWidget(acts)

    def set_up(self, context: Context) -> None:
        """Give the card what pages have. Once."""
        self._context = context
        self.working = Working(context, "takeWorking", self)
        self._column.insertWidget(self._column.indexOf(self.said), self.working)

    def _ask(self) -> None:
        if self._context is None or self.working.busy():
            return
        start = near(papers_folder(self._context.settings.read().papers))
        if found := QFileDialog.getExistingDirectory(self, WHERE, str(start)):
            self.look_at(Path(found))

    def look_at(self, out: Path) -> None:
        """Make the folder in `out`; where what is put there leaves this computer that is said first, and waits for a yes."""
        from coprod_desktop.services.taking import everything

        self._out = out
        if (worry := everything.worry(out)) is None:
            self.take(out)
            return
        self.all_the_same.show()
        self._say(
            "look", f"{worry} Nothing was put in {breakable(out)} yet. To choose another place, press Take again."
        )

    def _take_all_the_same(self) -> None:
        self.take(self._out)

    def take(self, out: Path) -> None:
        """Make the folder in `out`."""
        self.said.hide()
        self.all_the_same.hide()
        self.working.start(
            "Taking everything", partial(_take, out), done=self._done,
            stopped=partial(self._say, "info", STOPPED), failed=self._failed,
        )  # fmt: skip
        self.working.stop_it.setFocus()
        in_view.bring(self.working.stop_it)

    def _done(self, came: tuple[str, Path, bool]) -> None:
        words, folder, look = came
        self._say("look" if look else "done", words.replace(str(folder), breakable(folder)))

    def _failed(self, error: UserError) -> None:
        self._say("danger", f"{error.what} {error.do}".strip())

    def _say(self, state: str, words: str) -> None:
        self.said.show_state(state, words)
        self.said.show()
        self.take_it.setFocus()
        in_view.bring(self.take_it, self.said)
        if self._context is not None:
            self._context.announce(words)


def _take(out: Path, desk: Desk, say: Say) -> tuple[str, Path, bool]:
    from coprod_desktop.services.taking import everything

    taken = everything.take(desk, out, say)
    more = [*taken.left, *((taken.worry,) if taken.worry else ())]
    return " ".join([everything.told(taken), *more]), taken.folder, bool(more)
