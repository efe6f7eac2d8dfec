"""Privacy in Settings: the notice, how long records are kept, what is past its time, and what is asked about people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QDialog, QPushButton, QVBoxLayout, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.words import Nation
from coprod_desktop.errors import UserError
from coprod_desktop.services import about_you
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making.papers import Made
from coprod_desktop.services.rights import keeping, privacy
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import breakable, papers_folder
from coprod_desktop.ui.base.runner import Job
from coprod_desktop.ui.settings import due_dialog, privacy_dialogs
from coprod_desktop.ui.settings.reading_card import ReadingCard
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import MARGIN
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Heading, Words

HELP = "What people are told about their data, how long you keep it, and what is asked about people. Your organisation decides."


@dataclass(frozen=True)
class PrivacySeen:
    """What the card shows."""

    missing: int
    """Parts of the notice that are not filled in."""
    due: int
    rules: int


def privacy_seen(desk: Desk) -> PrivacySeen:
    """Return it. Runs on the reading thread."""
    return PrivacySeen(len(privacy.missing(desk)), len(keeping.due(desk)), len(keeping.rules(desk)))


class PrivacyCard(ReadingCard):
    """`set_up` once; read when the card is shown, and again whenever something of it changed."""

    nouns = frozenset({"privacy", "keep_rule", "deletion", "session", "attendance", "sheet_photo", "claim", "person"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("privacyCard")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(Heading("Privacy"))
        column.addWidget(Words(HELP, tone="quiet"))
        self.notice_state, self.due_state, self.said = StatusLabel("info"), StatusLabel("info"), StatusLabel("done")
        self.said.hide()
        column.addWidget(self.notice_state)
        column.addWidget(self._notice_row())
        column.addWidget(self.due_state)
        column.addWidget(self._keep_row())
        column.addWidget(Words("About you: counted from forms without a name, never asked at the door.", tone="quiet"))
        column.addWidget(self._about_row())
        column.addWidget(self.said)

    def _notice_row(self) -> FlowRow:
        row = FlowRow()
        self.notice = self._push(row, "Write the privacy notice…", "privacyWrite", privacy_dialogs.notice_dialog)
        self.nation = QComboBox()
        self.nation.setObjectName("privacyNation")
        self.nation.setAccessibleName("For which nation the notice is made")
        for nation in Nation:
            self.nation.addItem(f"For {nation.value}", nation)
        row.add(self.nation)
        self.make = button("Make it in every format", "privacyMake")
        self.make.clicked.connect(self._make_notice)
        row.add(self.make)
        return row

    def _keep_row(self) -> FlowRow:
        row = FlowRow()
        self.keep = self._push(row, "How long records are kept…", "privacyKeep", privacy_dialogs.keep_dialog)
        self.due = self._push(row, "Past their time…", "privacyDue", due_dialog.DueDialog)
        return row

    def _about_row(self) -> FlowRow:
        row = FlowRow()
        self.about = self._push(row, "The questions…", "privacyAbout", privacy_dialogs.about_you_dialog)
        self.form = button("Make the blank form", "privacyForm")
        self.form.clicked.connect(self._make_form)
        row.add(self.form)
        return row

    def _push(self, row: FlowRow, words: str, name: str, dialog: Callable[[Context, QWidget], QDialog]) -> QPushButton:
        push = button(words, name)
        push.clicked.connect(lambda: self._open(dialog))
        row.add(push)
        return push

    def _open(self, dialog: Callable[[Context, QWidget], QDialog]) -> None:
        if self._context is not None:
            dialog(self._context, self).open()

    def _ask(self, context: Context) -> None:
        context.runner.ask(privacy_seen, done=self._show, owner=self)

    def _show(self, seen: PrivacySeen) -> None:
        if seen.missing:
            parts = counted(seen.missing, "thing of the notice is", "things of the notice are")
            self.notice_state.show_state("waiting", f"{parts} not filled in yet.")
        else:
            self.notice_state.show_state("done", "The privacy notice is whole.")
        if seen.due:
            self.due_state.show_state(
                "late", counted(seen.due, "thing is past its time.", "things are past their time.")
            )
        else:
            none = "Nothing is past its time." if seen.rules else "Nobody has said yet how long records are kept."
            self.due_state.show_state("done" if seen.rules else "waiting", none)

    # ---- making

    def _make_notice(self) -> None:
        nation = self.nation.currentData()
        self._make(lambda desk, folder, say: privacy.make(desk, folder, None, nation, progress=say))

    def _make_form(self) -> None:
        self._make(lambda desk, folder, _say: about_you.make_form(desk, folder))

    def _make(self, work: Callable[..., Made]) -> None:
        if self._context is None:
            return
        folder = papers_folder(self._context.settings.read().papers)
        self._say("saving", "Making…")

        def go(desk: Desk, job: Job) -> Made:
            return work(desk, folder, lambda done, of, what: job.say(done / max(of, 1), what))

        self._context.runner.job(go, done=self._made, failed=self._refused, owner=self)

    def _made(self, made: Made) -> None:
        draft = " It says draft, and what is not filled in." if made.draft else ""
        self._say("done", f"Made {counted(len(made.paths), 'file')} in {breakable(made.paths[0].parent)}.{draft}")

    def _refused(self, error: UserError) -> None:
        self._say("danger", f"{error.what} {error.do}".strip())

    def _say(self, state: str, words: str) -> None:
        self.said.show_state(state, words)
        self.said.show()
        if self._context is not None and state != "saving":
            self._context.announce(words)
