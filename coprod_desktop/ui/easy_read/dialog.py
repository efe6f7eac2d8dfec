"""Easy Read: every sentence of a session's paper, to change in place, with its picture, and who has checked it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.permission import Circle
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import easy_kit, easy_paper, easy_read
from coprod_desktop.services.making.easy_kit import Kit
from coprod_desktop.services.making.easy_paper import EasyLine, EasyPaper
from coprod_desktop.services.making.easy_read import EasyStanding
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.ui._forms.easy_read import Ui_EasyReadForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import breakable, papers_folder
from coprod_desktop.ui.easy_read.check_dialog import CheckDialog
from coprod_desktop.ui.easy_read.pick_dialog import EasyPickDialog
from coprod_desktop.ui.easy_read.readers_dialog import ReadersDialog
from coprod_desktop.ui.easy_read.words_panel import WordsPanel
from coprod_desktop.ui.paper.making import Making
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.dialogs import fit_screen


class EasyReadDialog(QDialog):
    """For one kind of paper of a session. Enter on a sentence changes its picture; each change is saved at once."""

    def __init__(
        self, context: Context, session: str, kind: str, parent: QWidget | None = None, circle: Circle = Circle.ANYONE
    ) -> None:
        super().__init__(parent)
        self._context, self._session, self._kind, self._circle = context, session, kind, circle
        self._paper: EasyPaper | None = None
        self.ui = ui = Ui_EasyReadForm()
        ui.setupUi(self)
        self.setObjectName("easyRead")
        self.setWindowTitle("Easy Read: words and pictures")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        icons.put(ui.check, "check", "primary")
        ui.rows.opened.connect(lambda _row: self._change())
        ui.rows.chosen.connect(lambda _row: self._show_acts())
        ui.change.clicked.connect(self._change)
        ui.suggested.clicked.connect(lambda: self._choose(None))
        ui.none.clicked.connect(lambda: self._choose(easy_read.NONE))
        ui.check.clicked.connect(self._check)
        ui.kit.clicked.connect(self._make_kit)
        ui.readers.clicked.connect(self._readers)
        ui.close.clicked.connect(self.reject)
        self._words = WordsPanel(context, session, ui, self, self._chosen, self._refused)
        self._parts = (
            ui.rows,
            ui.standing,
            ui.check,
            ui.kit,
            ui.readers,
            ui.change,
            ui.suggested,
            ui.none,
            ui.sentence,
            ui.hint,
            ui.wordActs,
        )
        for part in self._parts:
            part.setVisible(False)
        self._making = Making(self, ui.progress, ui.stop, (ui.kit,), (ui.readers, ui.check))
        ui.kit.hide()
        ui.rows.setMinimumHeight(ui.rows.fontMetrics().height() * 7)
        fit_screen(self, 820, 760)
        self._read()

    def _read(self) -> None:
        self._context.runner.ask(
            easy_paper.look, self._session, self._kind, self._circle, done=self._show, failed=self._refused, owner=self
        )

    def _show(self, paper: EasyPaper) -> None:
        ui, is_first = self.ui, self._paper is None
        self._paper = paper
        ui.wait.hide()
        for part in self._parts:
            part.setVisible(True)
        ui.rows.show_lines(paper.lines)
        ui.standing.show_state(*_said_of(paper.standing))
        if is_first:
            ui.rows.setFocus()
        self._show_acts()

    def line(self) -> EasyLine | None:
        """Return the sentence one is on."""
        row = self.ui.rows.current_id()
        if self._paper is None or row is None:
            return None
        return self._paper.lines[int(row.partition(":")[0])]

    def _show_acts(self) -> None:
        line = self.line()
        self._words.show(line, self._paper.drafts.get(line.topic) if self._paper and line else None)
        self.ui.change.setEnabled(line is not None)
        self.ui.none.setEnabled(line is not None and line.picture is not None)
        self.ui.suggested.setEnabled(line is not None and line.choice is not None)

    def _change(self) -> None:
        line = self.line()
        if line is None:
            return
        picker = EasyPickDialog(self._context, line, self)
        picker.taken.connect(partial(self._choose_for, line))
        picker.removed.connect(self._read)
        picker.open()

    def _choose(self, choice: str | None) -> None:
        line = self.line()
        if line is not None:
            self._choose_for(line, choice)

    def _choose_for(self, line: EasyLine, choice: str | None) -> None:
        self.ui.banner.clear()
        self._context.runner.do(
            easy_read.choose, self._session, line.key, choice,
            done=self._chosen, failed=self._refused, owner=self,
        )  # fmt: skip

    def _chosen(self, _changes: Changes) -> None:
        self._context.announce("Saved.")
        self.ui.banner.clear()
        self._read()

    def _check(self) -> None:
        if self._paper is None:
            return
        asked = CheckDialog(self._context, self._session, self._kind, self._paper.fingerprint, self)
        asked.accepted.connect(self._read)
        asked.open()

    def _make_kit(self) -> None:
        """Two weeks before it is wanted back, and paid: that is what the sheets say."""
        folder = papers_folder(self._context.settings.read().papers)
        session, kind, circle = self._session, self._kind, self._circle

        def work(desk: Desk, progress: Progress, wanted: Wanted) -> Made:
            return easy_kit.make(desk, session, kind, folder, circle, progress=progress, wanted=wanted)

        self.ui.banner.clear()
        self._making.start(self._context, work, done=self._kit_made, failed=self._refused, back=self.ui.kit)

    def _kit_made(self, kit: Made) -> None:
        if not isinstance(kit, Kit):
            return
        where, files = breakable(kit.paths[-1].parent), counted(len(kit.paths), "file")
        do = f"Give it out now: the sheets ask for it back by {dates.plain(kit.back_by)}. Pay the readers."
        self.ui.banner.tell(f"The kit is made: {files} in {where}.", do, "done")

    def reject(self) -> None:
        """While a kit is being made, Esc and Close stop that first."""
        if self._making.running:
            self._making.stop()
        else:
            super().reject()

    def _readers(self) -> None:
        ReadersDialog(self._context, self._session, self._kind, self, self._circle).open()

    def _refused(self, error: UserError) -> None:
        self.ui.wait.hide()
        self.ui.banner.tell_error(error)


def _said_of(standing: EasyStanding) -> tuple[str, str]:
    """Return the state (a key of STATES) and the words for who has checked the paper."""
    check = standing.check
    if check is None:
        return "waiting", "Draft: nobody has checked it yet"
    who = f"{check.by} on {dates.plain(check.on)}"
    if standing.still:
        return "done", f"Checked by {who}"
    return "look", f"Draft again: checked by {who}, but words or pictures have changed since"
