"""Reports over many sessions: which one, from when until when, in which formats; then one act makes it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.report_kinds import ReportKind
from coprod_desktop.domain.report_span import Span
from coprod_desktop.errors import UserError
from coprod_desktop.services import report_drafts
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import report_looking, reports
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.services.seen.look_first import ToLook, to_look
from coprod_desktop.ui._forms.reports import Ui_Reports
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.paper.choosing import FolderChoice, FormatBoxes, TemplateChoice
from coprod_desktop.ui.paper.making import Making, tell_made
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.room import Room

ENGAGEMENT_LOG, PROGRESS_REPORT, ANNUAL_REPORT = reports.ENGAGEMENT_LOG, reports.PROGRESS_REPORT, "annual-report"
USUAL = ("docx", "pdf")
"""What is ticked at first: what committees ask for."""
LINES = 8
"""Lines of text that what is chosen has room for at the least; it scrolls."""


class Reports(QDialog):
    """What is wrong, and which session is not settled yet, is said inside the dialog; what was made, above the page."""

    def __init__(self, context: Context, kind: str, parent: QWidget | None = None, *, group: str | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.ui = ui = Ui_Reports()
        ui.setupUi(self)
        self.setObjectName("reportsDialog")
        self.setWindowTitle("Reports")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for field, label in ((ui.since, ui.sinceLabel), (ui.until, ui.untilLabel)):
            field.set_name(field.objectName(), label.text())
            label.setBuddy(field.edit)
            field.today, field.past = context.desk.today, True
        self._kinds = reports.kinds(context.desk)
        self._fill(kind, group)
        self._formats = FormatBoxes(ui.formats, context.desk.content.formats, USUAL)
        for one, after in pairwise((ui.noTemplate, *self._formats.boxes.values(), ui.chooseFolder)):
            self.setTabOrder(one, after)
        self._settle_first = ""
        self.place = FolderChoice(self, ui.chooseFolder, ui.folderWords, context.settings)
        Room(ui.reportsScroll, LINES)
        self._making = Making(self, ui.progress, ui.stop, (ui.make, ui.finishByHand), (ui.scrolled, ui.cancel))
        self._begun = ""
        self._template = TemplateChoice(self, ui.chooseTemplate, ui.noTemplate, ui.templateWords)
        ui.finishByHand.clicked.connect(self._finish_by_hand)
        ui.make.setDefault(True)  # Enter makes it, wherever one is
        ui.make.clicked.connect(self._make)
        ui.cancel.clicked.connect(self.reject)
        ui.openPaper.clicked.connect(self._go_to_paper)
        ui.openPaper.hide()
        ui.look.begin(context, _settle, _where_it_stands, ui.banner)
        for changed in (ui.reportKind.currentIndexChanged, ui.ofGroup.currentIndexChanged):
            changed.connect(self._say_kind)
            changed.connect(self._look)
        for day in (ui.since, ui.until):
            day.changed.connect(self._look)
        context.runner.changed.connect(self._changed)
        self._say_kind()
        self._look()
        ui.reportKind.setFocus()
        fit_screen(self, 760, 690)

    def reject(self) -> None:
        """Stop first if a report is being made; nothing goes on unseen."""
        if self._making.running:
            self._making.stop()
        else:
            super().reject()

    # ---- what it is

    def _fill(self, kind: str, group: str | None) -> None:
        ui = self.ui
        for box, label in ((ui.reportKind, ui.reportKindLabel), (ui.ofGroup, ui.ofGroupLabel)):
            box.setAccessibleName(label.text())
            label.setBuddy(box)
        for one in self._kinds:
            ui.reportKind.addItem(one.words, one.name)
        ui.reportKind.setCurrentIndex(max(0, ui.reportKind.findData(kind)))
        ui.ofGroup.addItem("All sessions", None)
        for id_, name in reports.groups(self._context.desk):
            ui.ofGroup.addItem(name, id_)
        ui.ofGroup.setCurrentIndex(max(0, ui.ofGroup.findData(group)))
        for part in (ui.ofGroup, ui.ofGroupLabel):
            part.setVisible(ui.ofGroup.count() > 1)

    def _kind(self) -> ReportKind:
        found: ReportKind = self._kinds[self.ui.reportKind.currentIndex()]
        return found

    def _group(self) -> str | None:
        found: str | None = self.ui.ofGroup.currentData()
        return found

    def _say_kind(self) -> None:
        """Say what the report is, who may read it, and which days it covers while none are typed."""
        kind = self._kind()
        self.ui.aboutKind.setText(f"{kind.about}. Who may read it: {kind.reads}.")
        self.ui.finishByHand.setVisible(kind.by_hand and not self._making.running)
        self._template.offer(kind.by_hand)
        self.ui.whenWords.setText(reports.days_without_choice(self._context.desk, kind, self._group()))

    # ---- what to look at

    def _changed(self, changes: Changes) -> None:
        if any(ref.noun == "settlement" for ref in changes.all()):
            self._look()

    def _look(self, *_changed: object) -> None:
        """Look at what the report tells of groups, logs and papers: until somebody decides, it is left out."""
        span = Span(self.ui.since.date(), self.ui.until.date())
        self.ui.look.look(partial(_look, self._kind().name, span, self._group()))

    # ---- making

    def _span(self) -> Span | None:
        """Return the days as they are typed; None while they cannot be right, which is said."""
        ui = self.ui
        ui.banner.clear()
        ui.openPaper.hide()
        if not is_right(ui.banner, take_as_typed(ui.since), take_as_typed(ui.until)):
            return None
        span = Span(ui.since.date(), ui.until.date())
        if span.since and span.until and span.since > span.until:
            ui.banner.tell_error(UserError("The first day comes after the last.", "Change one of them."))
            ui.since.setFocus()
            return None
        return span

    def _finish_by_hand(self) -> None:
        """Begin the report as a paper of its own, and open it."""
        span = self._span()
        if span is None:
            return
        kind, group = self._kind().name, self._group()

        def work(desk: Desk, _progress: Progress, _wanted: Wanted) -> Made:
            self._begun, changes = report_drafts.begin(desk, kind, span, group)
            return Made(paths=(), draft=True, warnings=(), changes=changes)

        self._making.start(self._context, work, done=self._open_begun, failed=self._not_made, back=self.ui.finishByHand)

    def _open_begun(self, _made: Made) -> None:
        from coprod_desktop.ui.agreed.editor import AgreedEditor

        self.accept()
        AgreedEditor(self._context, self._begun, self.parentWidget()).open()

    def _make(self) -> None:
        ui = self.ui
        span = self._span()
        if span is None:
            return
        (since, until), folder = span, self.place.folder
        formats = self._formats.ticked(ui.banner)
        if not formats:
            return
        kind, group = self._kind().name, self._group()
        template = self._template.path

        def work(desk: Desk, progress: Progress, wanted: Wanted) -> Made:
            return reports.make(
                desk, kind, formats, folder, since=since, until=until, of_group=group, template=template,
                progress=progress, wanted=wanted,
            )  # fmt: skip

        self._making.start(self._context, work, done=self._made, failed=self._not_made, back=ui.make)

    def _made(self, made: Made) -> None:
        tell_made(self._context, made, self.place.folder)
        self.accept()

    def _not_made(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
        if not isinstance(error, reports.NotSettled):
            return
        self._settle_first = error.sessions[0]
        which = "its Paper page" if len(error.sessions) == 1 else "the first one’s Paper page"
        self.ui.openPaper.setText(f"Go to {which}")
        self.ui.openPaper.show()
        self.ui.openPaper.setFocus()

    def _go_to_paper(self) -> None:
        self.accept()
        self._context.open_page("paper", self._settle_first)


def _look(kind: str, span: Span, group: str | None, desk: Desk) -> Sequence[ToLook]:
    if span.since and span.until and span.since > span.until:  # said when it is made
        return ()
    return to_look(report_looking.findings(desk, kind, span, group))


def _settle(desk: Desk, one: ToLook, decision: Decision) -> Changes:
    return report_looking.settle(desk, one.places, decision)


def _where_it_stands(found: Sequence[ToLook]) -> tuple[str, str] | None:
    if not found:
        return None
    waiting = sum(one.must for one in found)
    if not waiting:
        return "info", "Asked only: it is printed as it stands until you decide."
    things = counted(waiting, "thing is", "things are")
    return "look", f"{things} left out until you decide. Other words are written where they stand."
