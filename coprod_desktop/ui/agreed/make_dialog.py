"""Making a version of an agreed paper: what to look at first, one decision each, then the formats and one act."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import agreed as making
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.services.seen.look_first import ToLook, to_look
from coprod_desktop.ui._forms.agreed_make import Ui_AgreedMakeForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.paper.choosing import FolderChoice, FormatBoxes, TemplateChoice
from coprod_desktop.ui.paper.making import Making, tell_made
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.tab_order import as_they_stand

USUAL = ("pdf", "easy-read", "docx")
"""What is ticked at first."""
LINES = 8
NOT_YET = "Once this version is agreed, it can be filled into your council’s own Word template here."


class AgreedMakeDialog(QDialog):
    """`paper` is its id, `n` the version. Nothing is made while something private in it is not settled."""

    def __init__(self, context: Context, paper: str, n: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._paper, self._n = context, paper, n
        self.ui = ui = Ui_AgreedMakeForm()
        ui.setupUi(self)
        self.setObjectName("agreedMake")
        self.setWindowTitle("Make papers")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.makeTitle.setText(f"Make papers: version {n}")
        ui.look.begin(context, partial(_settle, paper), _where_it_stands, ui.makeBanner)
        self._formats = FormatBoxes(ui.makeFormats, context.desk.content.formats, USUAL)
        self.place = FolderChoice(self, ui.makeFolder, ui.makeFolderWords, context.settings)
        self.template = TemplateChoice(self, ui.makeTemplate, ui.makeWithout, ui.makeTemplateWords)
        self.template.offer(False)
        Room(ui.makeScroll, LINES)
        self._making = Making(self, ui.makeProgress, ui.makeStop, (ui.makeNow,), (ui.makeScrolled, ui.makeCancel))
        ui.makeNow.setDefault(True)  # Enter makes them from any format
        ui.makeNow.clicked.connect(self._make)
        ui.makeCancel.clicked.connect(self.reject)
        context.runner.changed.connect(self._changed)
        ui.look.wait("Looking at its words…")
        as_they_stand(self)
        self._read()
        context.runner.ask(making.fills_template, paper, n, done=self._offer_template, owner=self)
        self._formats.first().setFocus()
        fit_screen(self, 680, 660)

    def reject(self) -> None:
        """Stop first if papers are being made; nothing goes on unseen."""
        if self._making.running:
            self._making.stop()
        else:
            super().reject()

    # ---- what to look at

    def _changed(self, changes: Changes) -> None:
        if any(ref.noun in {"settlement", "paper_version", "agreed_paper", "signed_up"} for ref in changes.all()):
            self._read()

    def _read(self) -> None:
        self.ui.look.look(partial(_look, self._paper, self._n))

    # ---- making

    def _offer_template(self, fills: bool | None) -> None:
        self.template.offer(bool(fills), NOT_YET if fills is False else "")

    def _make(self) -> None:
        ui = self.ui
        ui.makeBanner.clear()
        names = self._formats.ticked(ui.makeBanner)
        if not names:
            return
        paper, n, folder, template = self._paper, self._n, self.place.folder, self.template.path

        def work(desk: Desk, progress: Progress, wanted: Wanted) -> Made:
            return making.make(desk, paper, names, folder, n, template=template, progress=progress, wanted=wanted)

        self._making.start(self._context, work, done=self._made, failed=self._refused, back=ui.makeNow)

    def _made(self, made: Made) -> None:
        tell_made(self._context, made, self.place.folder)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.makeBanner.tell_error(error)


def _look(paper: str, n: int, desk: Desk) -> Sequence[ToLook]:
    return to_look(making.findings(desk, paper, n))


def _settle(paper: str, desk: Desk, one: ToLook, decision: Decision) -> Changes:
    return making.settle(desk, paper, one.finding, decision)


def _where_it_stands(found: Sequence[ToLook]) -> tuple[str, str]:
    waiting = sum(one.must for one in found)
    if not waiting:
        return "done", "Nothing private is left to look at."
    things = counted(waiting, "thing", "things")
    return "look", f"{things} to look at first. Other words are written in the paper itself."
