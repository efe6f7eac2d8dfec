"""What came of several files that were opened together: one dialog for all of them, each with what was taken or why not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.merge import Imported
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.bring_in import Outcome, log_words
from coprod_desktop.ui.dialogs.brought_in import note_words, taken_words
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Title, Words


class SeveralBroughtIn(QDialog):
    """`came` has each file's name and what came of it, in the order they came in."""

    def __init__(self, context: Context, came: Sequence[tuple[str, Outcome]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("severalBroughtIn")
        self.setWindowTitle("Brought in")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Title(f"{counted(len(came), 'file')} came"))
        column.addWidget(StatusLabel(*_in_all([outcome for _name, outcome in came])))
        column.addWidget(self._each(came), 1)
        column.addWidget(Words("Ctrl Z takes them back one at a time, the last one first.", tone="quiet"))
        acts = FlowRow()
        go = button("Show all sessions", "severalSessions", kind="primary")
        go.clicked.connect(self._go)
        acts.add(go)
        close = button("Close", "severalClose")
        close.clicked.connect(self.accept)
        acts.add(close)
        column.addWidget(acts)
        go.setFocus()
        fit_screen(self, 620, 460)

    def _each(self, came: Sequence[tuple[str, Outcome]]) -> QPlainTextEdit:
        shown = QPlainTextEdit("\n\n".join(_words(name, outcome) for name, outcome in came))
        shown.setObjectName("severalEach")
        shown.setAccessibleName("What came of each file")
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        return shown

    def _go(self) -> None:
        self.accept()
        self._context.open_page("sessions")


def _in_all(came: Sequence[Outcome]) -> tuple[str, str]:
    wrong = sum(isinstance(outcome, UserError) for outcome in came)
    taken = counted(len(came) - wrong, "was brought in", "were brought in")
    if not wrong:
        return "done", f"{taken}, and all of it is saved."
    return "look", f"{taken}, and all of that is saved. {counted(wrong, 'was not', 'were not')}: it says below why."


def _words(name: str, outcome: Outcome) -> str:
    """Return what a person reads of one file. A session goes by its title, which says more than the file's name."""
    if isinstance(outcome, UserError):
        return f"{name}\nNot brought in. {outcome.what} {outcome.do}".strip()
    if isinstance(outcome, Imported):
        return "\n".join(filter(None, (outcome.title, taken_words(outcome), note_words(outcome))))
    what, more, _state = log_words(outcome)
    return f"{name}\n{what} {more}".strip()
