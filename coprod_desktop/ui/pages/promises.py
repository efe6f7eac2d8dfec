"""Every promise of every session, late ones first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.promises import KEPT, Standing
from coprod_desktop.services import promises
from coprod_desktop.services.promises import NO, PromiseLine, Promises, Tally
from coprod_desktop.ui._forms.promises import Ui_Promises
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.promise_join import PromiseJoin
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.one_of import OneOf
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.words import promise as promise_words

_SHOWN = {"point", "promise_update", "telling", "session"}
LEAST_LINES = 8
FILTERS: dict[str, tuple[str, str]] = {
    "all": ("All", "No promises yet. They stand here once an answer says what will be done."),
    "late": ("Late", "No promise is late."),
    "due": ("Due", "No promise is waiting for its date."),
    "kept": ("Kept", "No promise has been kept yet."),
    "no": ("We said no", "Nothing was answered with a no."),
    "alone": ("Where was it promised?", "Of every promise it is known where it was made."),
}
"""Which promises to show: its word, and what to say when there are none."""


class PromisesPage(Page):
    """A list with six ways to look at it; Enter opens Follow up of the promise's session."""

    title = "Promises"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._form = form = Ui_Promises()
        form.setupUi(self)
        self.setObjectName("PromisesPage")
        self._filter = "all"
        self._just_opened = False
        self._many = promises.AT_ONCE
        self.list = RowsList[PromiseLine](promise_words.whole, "promisesList", "Promises, late ones first")
        Room(self.list, LEAST_LINES)
        form.promisesPlace.addWidget(self.list, 1)
        form.promisesPlace.addStretch(0)
        QWidget.setTabOrder(form.filter_no, self.list)
        QWidget.setTabOrder(self.list, form.openPromise)
        self.list.opened.connect(self._open_promise)
        form.openPromise.clicked.connect(lambda: self._open_promise(self.list.current_id()))
        icons.put(form.committeeReport, "reports")
        form.committeeReport.clicked.connect(self._report)
        form.joinPromise.clicked.connect(self._join)
        form.morePromises.clicked.connect(self._more)
        self._group = OneOf(self)
        self._buttons: dict[str, QPushButton] = {name: getattr(form, f"filter_{name}") for name in FILTERS}
        for name, push in self._buttons.items():
            self._group.addButton(push)
            push.clicked.connect(partial(self._choose, name))
        self._buttons["all"].setChecked(True)
        self._show(Promises(lines=(), kept=Tally(0, 0, {})))

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
            promise_words.follow_up(self.context, line)

    def _report(self) -> None:
        from coprod_desktop.ui.dialogs.reports import PROGRESS_REPORT, Reports

        Reports(self.context, PROGRESS_REPORT, self).open()

    def _join(self) -> None:
        line = self.list.items.get(self.list.current_id() or "")
        if line is not None:
            PromiseJoin(self.context, line, self).open()

    def _choose(self, name: str, _checked: bool = True) -> None:
        self._filter = name
        self._read(told=True)

    # ---- what it shows

    def _read(self, *, told: bool = False) -> None:
        done = self._come_told if told else self._come
        self.context.runner.ask(promises.seen, self._filter, self._many, done=done, owner=self)

    def _more(self) -> None:
        self._many *= 4
        self._read(told=True)
        self.list.setFocus()

    def _come_told(self, found: Promises) -> None:
        self._show(found)
        word, none = FILTERS[self._filter]
        shown = len(found.lines)
        self.context.announce(f"{word}: {shown}" if shown else none)

    def _come(self, found: Promises) -> None:
        self._show(found)
        if self._just_opened and self.isVisible():
            self._just_opened = False
            self.first_focus().setFocus()

    def _show(self, found: Promises) -> None:
        form = self._form
        tally = promise_words.tally(found.kept)
        form.promisesTally.setText(f"· {tally}" if tally else "")
        for name, count in _counts(found).items():
            self._buttons[name].setText(f"{FILTERS[name][0]} · {count}")
            self._tick(self._buttons[name], chosen=name == self._filter)
        self._buttons["alone"].setVisible(bool(found.alone) or self._filter == "alone")
        show_rows(self.list, found.lines)
        if found.lines and self.list.current_id() is None:
            self.list.go_to(found.lines[0].id)
        self.list.setVisible(bool(found.lines))
        form.promisesNone.setVisible(not found.lines)
        form.promisesNone.setText(FILTERS[self._filter][1])
        form.morePromises.setVisible(found.more)
        form.openPromise.setVisible(bool(found.lines))
        form.joinPromise.setVisible(self._filter == "alone" and bool(found.lines))
        form.promiseActs.setVisible(bool(sum(_counts(found).values())))

    def _tick(self, push: QPushButton, *, chosen: bool) -> None:
        if chosen:
            icons.put(push, "check")
        else:
            icons.clear(push)


def _counts(found: Promises) -> Mapping[str, int]:
    """Return how many promises each way of looking has, whatever is shown."""
    kept, ended = found.kept, found.kept.ended
    done = sum(ended.get(standing.value, 0) for standing in KEPT)
    changed = ended.get(Standing.CHANGED_TO_NO.value, 0)
    return {
        "all": kept.late + kept.due + done + changed,
        "late": kept.late,
        "due": kept.due,
        "kept": done,
        "no": changed + ended.get(NO, 0),
        "alone": found.alone,
    }
