"""Bring promises of earlier sessions into this one's list of earlier promises."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import promises
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.services.seen.follow_up import FollowUp
from coprod_desktop.ui._forms.follow_up_carry import Ui_FollowUpCarry
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.tab_order import as_they_stand
from coprod_desktop.ui.widgets.tick_list import Tick
from coprod_desktop.ui.words.promise import made_in


def not_here_yet(shown: FollowUp) -> list[PromiseLine]:
    """Return the open promises made before that this session's paper does not tell of yet."""
    return list(promises.not_told(shown.promises, shown.session))


class CarryDialog(QDialog):
    """All of them are ticked to begin with: a paper says how every promise went."""

    def __init__(self, context: Context, shown: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, shown.session
        self._lines = {line.id: line for line in not_here_yet(shown)}
        self.ui = ui = Ui_FollowUpCarry()
        ui.setupUi(self)
        self.setObjectName("followUpCarry")
        self.setWindowTitle("Promises of earlier sessions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.lines.stand_between(None, ui.save, ui.cancel)
        ui.lines.show_ticks(Tick(p.id, p.what, _detail(p), True) for p in self._lines.values())
        ui.lines.changed.connect(self._show_button)
        ui.save.clicked.connect(self._save)
        ui.elsewhereDue.set_name("elsewhereDue", "By when it was promised")
        AddRow(ui.addElsewhere, self._add, ui.elsewhereWords, ui.elsewhereDue.edit)
        self._kept = [
            (KeptField(context, field), f"session:{self._session}:{name}", field)
            for name, field in (
                ("new_earlier", ui.elsewhereWords),
                ("new_earlier.due", ui.elsewhereDue.edit),
            )
        ]
        for kept, key, _field in self._kept:
            kept.show(key, "", session=self._session, row=self._session)
        self.finished.connect(self._hand_in)
        ui.cancel.clicked.connect(self.reject)
        as_they_stand(self)
        self._show_none(not self._lines)
        self._show_button()
        fit_screen(self, 640, 600)

    def _show_none(self, none: bool) -> None:
        ui = self.ui
        ui.carryState.setVisible(none)
        ui.carryState.show_state("info", "No open promise of an earlier session is missing here.")
        for part in (ui.lines, ui.save, ui.carryWords):
            part.setVisible(not none)
        if none:
            ui.cancel.setText("Close")

    def _show_button(self) -> None:
        count = len(self.ui.lines.ticked())
        self.ui.save.setText("Bring in 1 promise" if count == 1 else f"Bring in {count} promises")
        self.ui.save.setEnabled(bool(count))

    def _save(self) -> None:
        chosen = [self._lines[line] for line in self.ui.lines.ticked()]
        self._context.runner.do(
            promises.tell,
            self._session,
            [line.id for line in chosen],
            done=self._saved,
            failed=self._refused,
            owner=self,
        )

    def _add(self) -> None:
        """Write down what was promised where this workspace was not; the fields are ready for the next."""
        ui, due = self.ui, self.ui.elsewhereDue
        due.edit.editingFinished.emit()  # Enter adds before it has left the field
        if due.is_wrong():
            due.edit.setFocus()
            return
        self._context.runner.do(
            promises.tell_of_elsewhere, self._session, ui.elsewhereWords.text(), due.date(),
            done=self._added, failed=self._refused, owner=self,
        )  # fmt: skip

    def _added(self, _changes: Changes) -> None:
        self.ui.banner.clear()
        for kept, _key, field in self._kept:
            kept.settle()
            field.clear()
        self.ui.elsewhereDue.set_date(None)
        self._context.announce("Written down. This paper tells of it.")
        self.ui.elsewhereWords.setFocus()

    def _hand_in(self) -> None:
        for kept, _key, _field in self._kept:
            kept.hand_in()

    def _saved(self, changes: Changes) -> None:
        self._context.announce(f"{len(changes.added)} brought in.")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)


def _detail(line: PromiseLine) -> str:
    due = f"{'We tell you by' if line.tells else 'By'} {dates.plain(line.due)}. " if line.due else ""
    return f"{due}{line.state.rstrip('.')}. {made_in(line)}"
