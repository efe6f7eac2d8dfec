"""Everything of one kind that waits, where Home has room for the first: a list, and Enter opens one of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Ref
from coprod_desktop.services import asking, groups_due
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui.asking import words as asking_words
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.groups import words as group_words
from coprod_desktop.ui.groups.opening import open_due
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.text import Title, Words


@dataclass(frozen=True)
class Waits:
    """One thing that waits. `opens` opens a dialog above the list, or a page, for which the list goes (`leaves`)."""

    row: ListRow
    opens: Callable[[QWidget], object]
    leaves: bool = True

    @property
    def id(self) -> str:
        """Its place in the list."""
        return self.row.id


class WaitingDialog(QDialog):
    """Reads anew what waits whenever something changes; with nothing left it says so."""

    def __init__(
        self, context: Context, title: str, read: Callable[[Desk], Sequence[Waits]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._read_all = context, read
        self.setObjectName("waitingDialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Title(title))
        self.nothing = Words("Nothing waits any more.")
        self.nothing.hide()
        column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        self.list = RowsList[Waits](lambda one: one.row, "waitingList", title)
        column.addWidget(self.list, 1)
        acts = FlowRow()
        self.open_it = button("Open it", "waitingOpen", kind="primary")
        self.close_it = button("Close", "waitingClose", kind="outline")
        for push in (self.open_it, self.close_it):
            acts.add(push)
        column.addWidget(acts)
        self.list.opened.connect(self._open)
        self.list.doubleClicked.connect(lambda index: self._open(self.list.rows().id_at(index.row())))
        self.open_it.clicked.connect(lambda: self._open(self.list.current_id()))
        self.close_it.clicked.connect(self.reject)
        context.runner.changed.connect(self._read)
        fit_screen(self, 680, 560)
        self.list.setFocus()
        self._read()

    def _read(self, *_changes: object) -> None:
        self._context.runner.ask(self._read_all, done=self._show, owner=self)

    def _show(self, found: Sequence[Waits]) -> None:
        show_rows(self.list, found)
        if found and self.list.current_id() is None:
            self.list.go_to(found[0].id)
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        self.open_it.setEnabled(bool(found))
        if not found:
            self.close_it.setFocus()

    def _open(self, id_: str | None) -> None:
        for one in self.list.rows().rows():
            if one.id == id_:
                if one.leaves:
                    self.accept()
                one.opens(self.parentWidget() if one.leaves else self)
                return


# ---- what can wait


def of_groups(context: Context, parent: QWidget) -> QDialog:
    """Return all that groups have to remember."""

    def read(desk: Desk) -> Sequence[Waits]:
        today = desk.today()
        return [
            Waits(
                group_words.due_row(one, today),
                partial(open_due, context, one),
                leaves=one.line is None and not one.of_organisation,
            )
            for one in groups_due.near(desk)
        ]

    return WaitingDialog(context, "What groups have to remember", read, parent)


def silent(context: Context, parent: QWidget) -> QDialog:
    """Return all questions past their day without a reply."""

    def read(desk: Desk) -> Sequence[Waits]:
        return [
            Waits(
                asking_words.silent_row(one, desk.today()),
                partial(_page, context, "answer", one.session, Ref("point", one.point, one.session)),
            )
            for one in asking.silent(desk)
        ]

    return WaitingDialog(context, "Questions without a reply", read, parent)


def nothing_back(context: Context, parent: QWidget) -> QDialog:
    """Return all sessions whose people are to hear from us soon, or should have."""

    def read(desk: Desk) -> Sequence[Waits]:
        today = desk.today()
        return [
            Waits(asking_words.nothing_back_row(one, today), partial(_page, context, "answer", one.session, None))
            for one in asking_words.soon(asking.nothing_back(desk), today)
        ]

    return WaitingDialog(context, "Who is to hear from you", read, parent)


def _page(context: Context, page: str, session: str, about: Ref | None, _parent: QWidget) -> None:
    context.open_page(page, session, about)
