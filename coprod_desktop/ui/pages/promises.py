"""Every promise of every session, late ones first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.promises import Standing
from coprod_desktop.services import promises
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.ui._forms.promises import Ui_Promises
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.rows_list import RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.words import promise as promise_words

_SHOWN = {"point", "promise_update", "earlier_promise", "session"}
LEAST_HIGH = 300
FILTERS: dict[str, tuple[str, Callable[[PromiseLine], bool], str]] = {
    "all": ("All", lambda _: True, "No promises yet. They stand here once an answer says what will be done."),
    "late": ("Late", lambda p: p.late, "No promise is late."),
    "due": ("Due", lambda p: p.standing is Standing.NOT_DUE, "No promise is waiting for its date."),
    "kept": ("Kept", lambda p: p.standing in {Standing.KEPT, Standing.KEPT_LATE}, "No promise has been kept yet."),
    "no": ("We said no", lambda p: p.standing is Standing.CHANGED_TO_NO, "No promise was changed to a no."),
}
"""Which promises to show: its word, which belong to it, and what to say when there are none."""


class PromisesPage(Page):
    """A list with five ways to look at it; Enter opens Follow up of the promise's session."""

    title = "Promises"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._form = form = Ui_Promises()
        form.setupUi(self)
        self.setObjectName("PromisesPage")
        self._lines: Sequence[PromiseLine] = ()
        self._filter = "all"
        self._just_opened = False
        self.list = RowsList[PromiseLine](promise_words.whole, "promisesList", "Promises, late ones first")
        self.list.setMinimumHeight(LEAST_HIGH)
        form.promisesPlace.addWidget(self.list, 1)
        form.promisesPlace.addStretch(0)
        QWidget.setTabOrder(form.filter_no, self.list)
        QWidget.setTabOrder(self.list, form.openPromise)
        self.list.opened.connect(self._open_promise)
        form.openPromise.clicked.connect(lambda: self._open_promise(self.list.current_id()))
        icons.put(form.committeeReport, "reports")
        form.committeeReport.clicked.connect(self._report)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {name: getattr(form, f"filter_{name}") for name in FILTERS}
        for name, push in self._buttons.items():
            self._group.addButton(push)
            push.clicked.connect(partial(self._choose, name))
        self._buttons["all"].setChecked(True)
        self._show(())

    # ---- the page

    def open(self, session_id: str | None) -> None:  # noqa: D102
        super().open(session_id)
        self._just_opened = True
        self._read()

    def apply(self, changes: Changes) -> None:  # noqa: D102
        if self.isVisible() and any(ref.noun in _SHOWN for ref in changes.all()):
            self._read()

    def keys(self) -> Sequence[tuple[str, str]]:  # noqa: D102
        return (
            ("Enter", "Open Follow up of the promise you are on"),
            ("← →", "Show all, late, due, kept, or our noes"),
        )

    def first_focus(self) -> QWidget:  # noqa: D102
        return self.list if self.list.isVisibleTo(self) else self._buttons[self._filter]

    # ---- acts

    def _open_promise(self, promise: str | None) -> None:
        line = self.list.items.get(promise) if promise else None
        if line is not None:
            self.context.open_page("follow_up", line.session)

    def _report(self) -> None:
        from coprod_desktop.ui.dialogs.reports import PROGRESS_REPORT, Reports

        Reports(self.context, PROGRESS_REPORT, self).open()

    def _choose(self, name: str, _checked: bool = True) -> None:
        self._filter = name
        self._show(self._lines)
        shown = len(self.list.items.rows())
        self.context.announce(FILTERS[name][2] if not shown else f"{FILTERS[name][0]}: {shown}")

    # ---- what it shows

    def _read(self) -> None:
        self.context.runner.ask(promises.lines, done=self._come, owner=self)

    def _come(self, lines: Sequence[PromiseLine]) -> None:
        self._show(lines)
        if self._just_opened and self.isVisible():
            self._just_opened = False
            self.first_focus().setFocus()

    def _show(self, lines: Sequence[PromiseLine]) -> None:
        form, self._lines = self._form, lines
        tally = promise_words.tally(lines)
        form.promisesTally.setText(f"· {tally}" if tally else "")
        for name, (word, belongs, _) in FILTERS.items():
            self._buttons[name].setText(f"{word} · {sum(map(belongs, lines))}")
            self._tick(self._buttons[name], chosen=name == self._filter)
        _, belongs, none = FILTERS[self._filter]
        shown = [line for line in lines if belongs(line)]
        show_rows(self.list, shown)
        if shown and self.list.current_id() is None:
            self.list.go_to(shown[0].id)
        self.list.setVisible(bool(shown))
        form.promisesNone.setVisible(not shown)
        form.promisesNone.setText(none)
        form.openPromise.setVisible(bool(shown))
        form.promiseActs.setVisible(bool(lines))

    def _tick(self, push: QPushButton, *, chosen: bool) -> None:
        if chosen:
            icons.put(push, "check")
        else:
            icons.clear(push)
