"""The papers of a group, or of the organisation, as a list, with what begins a new one below it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QWidget

from coprod_desktop.domain.agreed_kinds import AgreedKind
from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import agreed
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import agreed as making
from coprod_desktop.services.making.papers import Made
from coprod_desktop.services.seen import agreed as seen_agreed
from coprod_desktop.services.seen.agreed import AgreedLine
from coprod_desktop.ui._forms.agreed_part import Ui_AgreedPartForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import papers_folder
from coprod_desktop.ui.base.runner import Job
from coprod_desktop.ui.paper.making import tell_made
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows

FOR_GROUP = ("group", "methods", "reports")
FOR_ORGANISATION = ("organisation", "group", "methods")
"""Sections of kinds that are offered, in this order. An organisation has principles and a charter too."""
BLANK = ("pdf", "docx")
NOUNS = frozenset({"agreed_paper", "paper_version", "signed_up", "work_group", "session"})


class AgreedPapersPart(QWidget):
    """`show_of` says whose papers it shows: a group's by its id, or the organisation's."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._group: str | None = None
        self.ui = ui = Ui_AgreedPartForm()
        ui.setupUi(self)
        self.setObjectName("agreedPart")
        self.list = RowsList[AgreedLine](_row, "agreedList", "Agreed papers")
        Room(self.list, 5)
        ui.agreedListBox.addWidget(self.list)
        ui.agreedColumn.addStretch(0)
        ui.agreedKind.setAccessibleName("What kind of paper to begin")
        ui.agreedKind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        ui.agreedKind.setMinimumContentsLength(24)
        AddRow(ui.addAgreed, self._begin, ui.agreedKind)
        self.list.opened.connect(self.open_paper)
        self.list.chosen.connect(lambda _id: self._acts())
        ui.agreedKind.currentIndexChanged.connect(lambda _at: self._about())
        ui.agreedOpen.clicked.connect(lambda: self.open_paper(self.list.current_id() or ""))
        ui.agreedMake.clicked.connect(self._make)
        ui.agreedTake.clicked.connect(self._take)
        ui.agreedBlank.clicked.connect(self._blank)
        context.runner.changed.connect(self._changed)

    def show_of(self, group: str | None) -> None:
        """Show the papers of a group, or of the organisation."""
        self._group = group
        pick, content = self.ui.agreedKind, self._context.desk.content.agreed
        pick.blockSignals(True)
        pick.clear()
        for section in FOR_ORGANISATION if group is None else FOR_GROUP:
            for _heading, kind in seen_agreed.choices(content, (section,)):
                pick.addItem(kind.words, kind.name)
        pick.blockSignals(False)
        self._about()
        self._read()

    def first_focus(self) -> QWidget:
        """Return where one begins: the list, or what begins the first paper."""
        return self.list if self.list.rows().rowCount() else self.ui.agreedKind

    # ---- showing

    def _changed(self, changes: Changes) -> None:
        if any(ref.noun in NOUNS for ref in changes.all()):
            self._read()

    def _read(self) -> None:
        self._context.runner.ask(seen_agreed.lines, self._group, done=self._show, owner=self)

    def _show(self, lines: Sequence[AgreedLine]) -> None:
        show_rows(self.list, lines)
        for part in (self.list, self.ui.agreedListPlace, self.ui.agreedActs):
            part.setVisible(bool(lines))
        self.ui.agreedNone.setVisible(not lines)
        if lines and self.list.current_id() is None:
            self.list.go_to(lines[0].id)
        self._acts()

    def _acts(self) -> None:
        on = self.list.current_id() is not None
        for push in (self.ui.agreedOpen, self.ui.agreedMake, self.ui.agreedTake):
            push.setEnabled(on)

    def _kind(self) -> AgreedKind:
        return self._context.desk.content.agreed.of(self.ui.agreedKind.currentData() or "")

    def _about(self) -> None:
        kind = self._kind()
        self.ui.agreedAbout.setText(kind.about)
        self.ui.agreedBlank.setVisible(bool(kind.headings))
        self.ui.agreedBlank.setText("Make it as a card" if kind.ready else "Make its blank form")

    # ---- acts

    def open_paper(self, paper: str) -> None:
        """Open a paper in the editor."""
        if paper:
            from coprod_desktop.ui.agreed.editor import AgreedEditor

            AgreedEditor(self._context, paper, self.window()).open()

    def _begin(self) -> None:
        kind = self._kind()
        self.ui.agreedBanner.clear()
        if kind.home:
            from coprod_desktop.ui.settings.privacy_dialogs import notice_dialog

            notice_dialog(self._context, self.window()).open()
            return
        self._context.runner.do(
            agreed.begin, kind.name, group=self._group, done=self._begun, failed=self._refused, owner=self
        )

    def _begun(self, made: tuple[str, Changes]) -> None:
        self.open_paper(made[0])

    def _make(self) -> None:
        paper = self.list.current_id()
        if paper is not None:
            self._context.runner.ask(agreed.one, paper, done=self._make_newest, failed=self._refused, owner=self)

    def _make_newest(self, held: agreed.PaperHeld) -> None:
        from coprod_desktop.ui.agreed.make_dialog import AgreedMakeDialog

        AgreedMakeDialog(self._context, held.paper.id, held.newest.n, self.window()).open()

    def _take(self) -> None:
        paper = self.list.current_id()
        if paper is not None:
            self._context.runner.do(agreed.remove, paper, failed=self._refused, owner=self)

    def _blank(self) -> None:
        folder = papers_folder(self._context.settings.read().papers)
        work = partial(_make_blank, self._kind().name, folder)
        self._context.runner.job(work, done=lambda done: self._made(done, folder), failed=self._refused, owner=self)

    def _made(self, made: Made, folder: Path) -> None:
        tell_made(self._context, made, folder)
        names = ", ".join(path.name for path in made.paths)
        self.ui.agreedBanner.tell(f"Made: {names}", f"In {folder}.", "done")

    def _refused(self, error: UserError) -> None:
        self.ui.agreedBanner.tell_error(error)


def _make_blank(kind: str, folder: Path, desk: Desk, _job: Job) -> Made:
    return making.make_blank(desk, kind, BLANK, folder)


def _row(line: AgreedLine) -> ListRow:
    kind = "" if line.title.casefold().startswith(line.kind.casefold()) else f"{line.kind}. "
    said = {"done": "agreed", "waiting": "draft", "late": "to be looked at again"}[line.state]
    return ListRow(line.id, line.title, f"{kind}{line.how}", line.state, said)
