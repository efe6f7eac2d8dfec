"""What is in the Bin: put one thing back, take one out for good, or all of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services import bin as bin_verbs
from coprod_desktop.services.bin import Binned
from coprod_desktop.ui._forms.bin import Ui_BinDialogForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.bin import words
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.widgets.dialogs import ShowAll
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_help import neighbour
from coprod_desktop.ui.widgets.rows_list import RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows

FOR_GOOD = "The words go from this laptop, from every version and page. This cannot be undone."


class BinDialog(QDialog):
    """Reads again whenever something was saved."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._things: dict[str, Binned] = {}
        self._go_to: str | None = None
        self.form = form = Ui_BinDialogForm()
        form.setupUi(self)
        self.setObjectName("binDialog")
        self.setWindowTitle("Bin")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = RowsList[Binned](words.row, "binList", "What was taken away", with_icons=False)
        Room(self.list, 9)
        place = QVBoxLayout(form.binListPlace)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.list)
        self.list.chosen.connect(lambda _id: self._show_acts())
        self.list.opened.connect(lambda _id: form.binPutBack.setFocus())
        form.binPutBack.clicked.connect(self._put_back)
        form.binEmpty.clicked.connect(self._ask_empty)
        form.binEmptyAll.clicked.connect(self._ask_empty_all)
        form.binClose.clicked.connect(self.accept)
        for before, after in pairwise((self.list, form.binPutBack, form.binEmpty, form.binEmptyAll, form.binClose)):
            QWidget.setTabOrder(before, after)
        ShowAll(self, form.binArea, 84)
        context.runner.changed.connect(self._changed)
        self._show(())
        self._read()

    # ---- showing

    def _changed(self, changes: Changes) -> None:
        if any(changes.all()):
            self._read()

    def _read(self) -> None:
        self._context.runner.ask(bin_verbs.things, done=self._show, owner=self)

    def _show(self, things: Sequence[Binned]) -> None:
        form, first = self.form, not self._things
        self._things = {thing.id: thing for thing in things}
        show_rows(self.list, things)
        if self._go_to is not None and self.list.go_to(self._go_to):
            self._go_to = None
        elif things and self.list.current_id() not in self._things:
            self.list.go_to(things[0].id)
        for part in (self.list, form.binListPlace, form.binPutBack, form.binEmpty, form.binEmptyAll):
            part.setVisible(bool(things))
        form.binNone.setVisible(not things)
        self._show_acts()
        if not things:
            form.binClose.setFocus()
        elif first:
            self.list.setFocus()

    def _show_acts(self) -> None:
        thing = self._thing()
        self.form.binEmpty.setEnabled(thing is not None and thing.stays is None)
        for push in (self.form.binPutBack, self.form.binEmpty):
            push.setAccessibleDescription(thing.words if thing is not None else "")
        self.form.binEmptyAll.setEnabled(bool(self._may_go()))

    def _thing(self) -> Binned | None:
        return self._things.get(self.list.current_id() or "")

    def _may_go(self) -> list[Binned]:
        return [thing for thing in self._things.values() if thing.stays is None]

    # ---- acts

    def _put_back(self) -> None:
        thing = self._thing()
        if thing is not None:
            self._go_to = neighbour(self.list)
            done = partial(self._say, f"Put back: {thing.words}")
            self._context.runner.do(
                bin_verbs.put_back, thing.noun, thing.row, done=done, failed=self._refuse, owner=self
            )

    def _ask_empty(self) -> None:
        thing = self._thing()
        if thing is not None and thing.stays is None:
            self._go_to = neighbour(self.list)
            self._ask(f"Take “{thing.words}” out for good?", "Take it out for good", [thing])

    def _ask_empty_all(self) -> None:
        things = self._may_go()
        left = len(self._things) - len(things)
        many = counted(len(things), "thing")
        stays = f" {left} stay, as the list says." if left > 1 else " 1 stays, as the list says." if left else ""
        self._ask(f"Take {many} out for good?", "Empty the Bin", things, stays)

    def _ask(self, question: str, yes: str, things: Sequence[Binned], more: str = "") -> None:
        Ask(question, f"{FOR_GOOD}{more}", yes, "Leave it", partial(self._empty, things), self).open()

    def _empty(self, things: Sequence[Binned]) -> None:
        names = [(thing.noun, thing.row) for thing in things]
        done = partial(self._say, "Taken out for good.")
        self._context.runner.do(bin_verbs.empty, names, done=done, failed=self._refuse, owner=self)

    def _say(self, said: str, _changes: Changes) -> None:
        self.form.binBanner.tell(said, "", "done")
        (self.list if self.list.isVisibleTo(self) else self.form.binClose).setFocus()

    def _refuse(self, error: UserError) -> None:
        self.form.binBanner.tell_error(error)


def open_bin(context: Context, parent: QWidget) -> None:
    """Show the Bin."""
    BinDialog(context, parent).open()
