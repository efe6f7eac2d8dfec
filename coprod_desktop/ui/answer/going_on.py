"""Enter in the fields of an answer: to the next one that is still empty, and from the last one on to what waits next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from coprod_desktop.domain import answers
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.who_by_when import who_and_day
from coprod_desktop.ui._forms.answer_form import Ui_AnswerForm
from coprod_desktop.ui.widgets import in_view
from coprod_desktop.ui.widgets.date_field import DateField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GoingOn(QObject):
    """Made after whoever hands in what was typed: Enter hands in first, then goes on."""

    through = Signal()
    """The last field is filled in, or nothing below it is empty."""

    def __init__(self, form: Ui_AnswerForm, as_typed: Callable[[], Point | None], parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._as_typed = form, as_typed
        self._fields: dict[str, QWidget] = {
            "text": form.answerText,
            "reason": form.reason,
            "owner": form.owner,
            "due": form.due,
            "look_again": form.lookAgain,
        }
        form.youSaid.entered.connect(self._after_you_said)
        for name, field in self._fields.items():
            if isinstance(field, DateField):
                field.edit.returnPressed.connect(partial(self._go, name))
            elif isinstance(field, QLineEdit):
                field.returnPressed.connect(partial(self._go, name))
            else:
                field.entered.connect(partial(self._go, name))  # type: ignore[attr-defined]
        form.owner.installEventFilter(self)

    def begin(self) -> None:
        """Put the focus on the first field that is still empty; on the answer when there is none, or no answer yet."""
        point = self._as_typed()
        first = answers.next_to_type(point) if point is not None else None
        if first is None:
            self._form.choices.focus()
        else:
            self._to(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        entered = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER
        if watched is self._form.owner and (entered or event.type() == QEvent.Type.FocusOut):
            self._take_day_apart()
        return super().eventFilter(watched, event)

    def _take_day_apart(self) -> None:
        """ "Head of home care, by 6 Nov" is who and when: the day goes where it belongs, before anything is handed in."""
        form, point = self._form, self._as_typed()
        if point is None or point.due is not None or not form.owner.isModified() or form.due.isHidden():
            return
        who, day = who_and_day(form.owner.text(), form.due.today())
        if day is not None and not form.due.edit.text():
            form.owner.setText(who)
            form.due.take(day)

    def _after_you_said(self) -> None:
        if self._form.youSaid.words().strip():
            self.begin()

    def _go(self, name: str) -> None:
        field = self._fields[name]
        if isinstance(field, DateField):
            field.edit.editingFinished.emit()  # Qt says it only after Enter
            if field.is_wrong():
                return
        names = field.completer() if isinstance(field, QLineEdit) else None
        if names is not None and (listed := names.popup()) is not None:
            listed.hide()  # what is typed stands: a name is taken from the list with Down
        point = self._as_typed()
        after = answers.next_to_type(point, name) if point is not None else None
        if after is None:
            self.through.emit()
        else:
            self._to(after)

    def _to(self, name: str) -> None:
        field = self._fields[name]
        field.setFocus()
        in_view.bring(field)
