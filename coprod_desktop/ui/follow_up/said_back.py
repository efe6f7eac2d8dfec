"""What people say back, typed in fast: the number of the point, Y, N or P twice, the words, Enter, the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from coprod_desktop.domain import point_numbers
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.week_after import YesNo
from coprod_desktop.errors import UserError
from coprod_desktop.services import said_back
from coprod_desktop.services.seen.follow_up import FollowUp
from coprod_desktop.ui._forms.said_back import Ui_SaidBackForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.kept_field import KeptField

_KEYS = {"y": YesNo.YES, "n": YesNo.NO, "p": YesNo.PARTLY, "": None}
_NOTHING = "Nothing was written down."


class SaidBackDialog(QDialog):
    """Each is saved at once. Nobody writes down who said it."""

    def __init__(self, context: Context, shown: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, shown.session
        self._points: dict[int, Point] = {}
        self._count = 0
        self.ui = ui = Ui_SaidBackForm()
        ui.setupUi(self)
        self.setObjectName("saidBack")
        self.setWindowTitle("What people say back")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        labels = {
            ui.number: ui.numberLabel,
            ui.right: ui.rightLabel,
            ui.answers: ui.answersLabel,
            ui.back: ui.backLabel,
        }
        self._fields: tuple[QLineEdit, ...] = tuple(labels)
        self._kept = []
        for field, after in zip(self._fields, (*self._fields[1:], None), strict=True):
            field.setAccessibleName(labels[field].text())
            field.returnPressed.connect(after.setFocus if after is not None else self._save)
            kept = KeptField(context, field)
            self._kept.append(kept)
            self.finished.connect(kept.give_up)
        self._keep()
        ui.number.textChanged.connect(lambda _text: self._show_point())
        ui.next.clicked.connect(self._save)
        ui.close.clicked.connect(self.reject)
        context.runner.ask(said_back.points, self._session, done=self._show, owner=self)
        self._tell()
        ui.number.setFocus()
        fit_screen(self, 600, 600)

    def _keep(self) -> None:
        for field, kept in zip(self._fields, self._kept, strict=True):
            kept.show(f"said_back:{self._session}:{field.objectName()}", "", session=self._session)

    def _show(self, points: Sequence[Point]) -> None:
        self._points = {point.number: point for point in points}
        self._show_point()

    def _point(self) -> Point | None:
        """Return the point whose number is typed. UserError when there is none with it; None for the whole paper."""
        typed = self.ui.number.text().strip()
        number = point_numbers.typed_number(typed or "0")
        if number == 0:
            return None
        found = self._points.get(number or 0)
        if found is None:
            known = point_numbers.in_words(self._points) or "none"
            raise UserError(f"There is no number {typed}. The numbers on the papers are: {known}.", _NOTHING)
        return found

    def _show_point(self) -> None:
        try:
            point = self._point()
        except UserError as none:
            self.ui.pointSaid.setText(none.what)
            return
        self.ui.pointSaid.setText(point.you_said if point else "The whole paper")

    def _answer(self, field: QLineEdit) -> YesNo | None:
        typed = field.text().strip().lower()[:1]
        if typed not in _KEYS:
            field.setFocus()
            raise UserError(f"“{field.text().strip()}” is none of Y, N and P.", _NOTHING)
        return _KEYS[typed]

    def _save(self) -> None:
        ui = self.ui
        ui.banner.clear()
        try:
            point = self._point()
            right, answers = self._answer(ui.right), self._answer(ui.answers)
        except UserError as wrong:
            self._refused(wrong)
            return
        verb = partial(said_back.add, right=right, answers=answers, back=ui.back.text())
        self._context.runner.do(
            verb, self._session, point.id if point else None, self._context.desk.today(),
            done=self._saved, failed=self._refused, owner=self,
        )  # fmt: skip

    def _saved(self, _changes: Changes) -> None:
        self._count += 1
        for kept in self._kept:
            kept.settle("")
        for field in self._fields:
            field.clear()
        self._keep()
        self._tell()
        self._context.announce(self.ui.saved.text())
        self.ui.number.setFocus()

    def _tell(self) -> None:
        self.ui.saved.show_state("done" if self._count else "info", f"{counted(self._count, 'answer')} saved")

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
