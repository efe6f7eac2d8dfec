"""The four buttons and one line: Enter saves it with the kind its words suggest, and Enter once more says that it is that."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.log_kinds import LogKinds
from coprod_desktop.domain.row import LONGEST_LINE
from coprod_desktop.errors import UserError
from coprod_desktop.services import log
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.one_of import OneOf
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Words

SAVED = "Saved. Is it this?"


class LogRow(QWidget):
    """`show_place` says of which group, or of which session, lines are. What is wrong is said below the line."""

    wrote = Signal(str)
    """The id of the line that was saved."""

    def __init__(self, context: Context, kinds: LogKinds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("logRow")
        self._context, self._kinds = context, kinds
        self._group, self._session = None, None  # type: str | None, str | None
        self._last = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.buttons = self._buttons(column)
        self.line = self._line(column)
        self.state = StatusLabel("look", "")
        self.state.setObjectName("logRowState")
        self.state.hide()
        column.addWidget(self.state)
        self._confirming(column)
        self._kept = KeptField(context, self.line, lambda: {"button": self.chosen()})
        self._kept.put_back.connect(self._put_back)
        self._choose(next(iter(self.buttons)))

    def _buttons(self, column: QVBoxLayout) -> Mapping[str, QPushButton]:
        row, group, made = FlowRow(), OneOf(self), {}
        for one in self._kinds.buttons:
            push = made[one.name] = button(one.words, f"log_{one.name}", kind="outline")
            push.setCheckable(True)
            push.setAccessibleDescription(one.about)
            push.setToolTip(one.about)
            push.clicked.connect(partial(self._press, one.name))
            group.addButton(push)
            row.add(push)
        column.addWidget(row)
        return made

    def _line(self, column: QVBoxLayout) -> QLineEdit:
        self.label = QLabel()
        self.label.setObjectName("logLineLabel")
        self.label.setWordWrap(True)
        line = QLineEdit()
        line.setObjectName("logLine")
        line.setMaxLength(LONGEST_LINE)  # what is too long is said, and not cut short
        self.label.setBuddy(line)
        self.add = button("Save it", "addLogLine")
        AddRow(self.add, self._enter, line)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(line, 1)
        beside.addWidget(self.add)
        column.addWidget(self.label)
        column.addLayout(beside)
        line.textEdited.connect(lambda _text: self.state.hide())
        return line

    def _confirming(self, column: QVBoxLayout) -> None:
        self._after = row = FlowRow()
        row.setObjectName("logConfirm")
        self.asks = Words(SAVED)
        self.asks.setObjectName("logAsks")
        self.kind = QComboBox()
        self.kind.setObjectName("logKind")
        self.kind.setAccessibleName("What kind of line it is")
        for kind in self._kinds.written_here():
            self.kind.addItem(kind.words, kind.kind)
        self.yes = button("Yes, it is", "logYes")
        self.yes.clicked.connect(self._confirm)
        for part in (self.asks, self.kind, self.yes):
            row.add(part)
        row.hide()
        column.addWidget(row)

    # ---- where lines go

    def show_place(self, *, group: str | None = None, session: str | None = None) -> None:
        """Lines written from now on are of this group, or of this session and its group."""
        if (group, session) == (self._group, self._session):
            return
        self._kept.stop()
        self.line.clear()  # what was typed waits with the group it was typed for
        self._group, self._session = group, session
        self._forget_last()
        self._keep_typing()

    def _keep_typing(self) -> None:
        place = f"session:{self._session}" if self._session else f"work_group:{self._group}"
        row = None if self._session else self._group
        self._kept.show(f"{place}:new_log", "", session=self._session, row=row)

    def hand_in(self) -> None:
        """Keep what is being typed."""
        self._kept.hand_in()

    def forget(self) -> None:
        """The group was taken away: nothing more is written into its log."""
        self._kept.forget()
        self._group, self._session = None, None
        self.line.clear()
        self._forget_last()

    def chosen(self) -> str:
        """Return the name of the button that is pressed."""
        return next(name for name, push in self.buttons.items() if push.isChecked())

    def _put_back(self, beside: Mapping[str, object]) -> None:
        self._choose(str(beside.get("button", "")))

    def _press(self, name: str) -> None:
        self._choose(name)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, name: str) -> None:
        one = next((one for one in self._kinds.buttons if one.name == name), self._kinds.buttons[0])
        for name, push in self.buttons.items():
            push.setChecked(name == one.name)
            if name == one.name:
                icons.put(push, "check", "primary")
            else:
                icons.clear(push)
        self.label.setText(one.line)
        self.line.setAccessibleName(f"{one.words}: {one.line}")

    # ---- saving and confirming

    def _enter(self) -> None:
        """Save what is typed; with nothing typed, say that the line saved last is what it was taken for."""
        words = self.line.text()
        if not words.strip() and self._last:
            self._confirm()
            return
        self._kept.settle(words)
        self.line.clear()  # at once: the next line can be typed
        self._context.runner.do(
            log.add, words, self.chosen(), group=self._group, session=self._session,
            done=self._saved, failed=partial(self._refused, words), owner=self,
        )  # fmt: skip

    def _saved(self, made: tuple[str, Changes]) -> None:
        self._last, _ = made
        self._kept.settle("")
        self.state.hide()
        self._context.runner.ask(log.read, self._last, done=self._show_last, owner=self)
        self.wrote.emit(self._last)

    def _show_last(self, values: Mapping[str, object]) -> None:
        if values["id"] != self._last:
            return
        self.kind.setCurrentIndex(self.kind.findData(values["kind"]))
        self._after.show()
        self._context.announce(f"{SAVED} {self.kind.currentText()}. Enter says yes.")

    def _confirm(self) -> None:
        last, kind = self._last, self.kind.currentData()
        self._forget_last()
        self.line.setFocus()
        self._context.runner.do(
            log.confirm, last, kind, done=lambda _: None, failed=partial(self._ask_whose, last, kind), owner=self
        )

    def _ask_whose(self, line: str, kind: str, error: UserError) -> None:
        """A pledge is somebody's: open the line there, and take it for a pledge when that is said."""
        if not self._group or not self._kinds.of(kind).promise:
            self._refused("", error)
            return
        from coprod_desktop.ui.groups.log_line_dialog import log_line_dialog  # typing a line does not wait for it

        dialog = log_line_dialog(self._context, self._kinds, line, kind, self._session or "", self)
        dialog.ui.banner.tell(error.what, "Say whose it is and by when, and close this.", "look")
        dialog.field("who").setFocus()
        dialog.finished.connect(partial(self._confirm_now_that, line, kind))
        dialog.open()

    def _confirm_now_that(self, line: str, kind: str, _how: int) -> None:
        self.line.setFocus()
        self._context.runner.do(
            log.confirm, line, kind, done=lambda _: None, failed=partial(self._refused, ""), owner=self
        )

    def _forget_last(self) -> None:
        self._last = ""
        self._after.hide()

    def _refused(self, words: str, error: UserError) -> None:
        """Say what is wrong, with the words back in the line, before what was typed since."""
        if words:
            self.line.setText(f"{words} {self.line.text()}".strip())
            self._kept.not_saved("")
        self.state.show_state("look", f"{error.what} {error.do}".strip())
        self.state.show()
        self._context.announce(self.state.text())
        self.line.setFocus()
