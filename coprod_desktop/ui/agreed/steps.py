"""One step of a paper: members checked it, it was agreed, published, looked at again. Who and which day, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.agreed import to_write
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services import agreed_versions
from coprod_desktop.services.agreed import PaperHeld
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui._forms.agreed_step import Ui_AgreedStepForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm


class _Words(NamedTuple):
    title: str
    about: str
    who: str = ""
    """The label of who did it; "" when nobody is asked for."""
    day: bool = True
    done: str = ""


class PaperStep(Enum):
    """What was done."""

    CHECK = _Words(
        "Members checked it",
        "They looked at these words. When the words change, it is a draft again.",
        "Who looked at it, as it is printed: a group's name will do",
        day=False,
        done="Written down: members checked it.",
    )
    AGREE = _Words(
        "It is agreed",
        "From now on the words of this version stay as they are. To change them, begin a new version.",
        "Who approved it, as it is printed (can stay empty)",
        done="Agreed. Its words stay as they are now.",
    )
    PUBLISH = _Words("It is published", "The day from which anyone can read it.", done="Written down: it is published.")
    AGAIN = _Words(
        "Looked at again",
        "It stays as it is, and is looked at again after as many months as before.",
        done="Written down. The next time is counted from that day.",
    )


class AgreedStepDialog(QDialog):
    """For the newest version of a paper; looking again is of the one that holds."""

    def __init__(self, context: Context, step: PaperStep, held: PaperHeld, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._step, self._held = context, step, held
        self.ui = ui = Ui_AgreedStepForm()
        ui.setupUi(self)
        words = step.value
        self.setObjectName("agreedStep")
        self.setWindowTitle(words.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.stepTitle.setText(words.title)
        open_ = to_write(held.newest.parts) if step in {PaperStep.CHECK, PaperStep.AGREE} else ()
        still = (
            f" Something is still to write below {counted(len(open_), 'heading')}, first “{open_[0]}”." if open_ else ""
        )
        ui.stepAbout.setText(f"{words.about}{still}")
        ui.stepWhoLabel.setText(words.who)
        ui.stepWho.setAccessibleName(words.who)
        ui.stepWho.setText((held.paper.approved_by or "") if step is PaperStep.AGREE else "")
        ui.stepDay.set_name("stepDay", ui.stepDayLabel.text())
        ui.stepDayLabel.setBuddy(ui.stepDay.edit)
        ui.stepDay.today, ui.stepDay.past = context.desk.today, True
        ui.stepDay.set_date(context.desk.today())
        for part in (ui.stepWhoLabel, ui.stepWho):
            part.setVisible(bool(words.who))
        for part in (ui.stepDayLabel, ui.stepDay):
            part.setVisible(words.day)
        KeptForm(
            context, self, f"agreed_step:{held.newest.id} {step.name}", {"who": ui.stepWho, "day": ui.stepDay},
            row=held.newest.id,
        )  # fmt: skip
        ui.stepWho.returnPressed.connect(self._save)
        ui.stepDay.edit.returnPressed.connect(self._save)
        ui.stepSave.clicked.connect(self._save)
        ui.stepCancel.clicked.connect(self.reject)
        (ui.stepWho if words.who else ui.stepDay.edit).setFocus()
        fit_screen(self, 560, 320)

    def _save(self) -> None:
        ui = self.ui
        ui.stepBanner.clear()
        if is_right(ui.stepBanner, take_as_typed(ui.stepDay)):
            self._context.runner.do(self._verb(), done=self._saved, failed=self._refused, owner=self)

    def _verb(self) -> Callable[[Desk], Changes]:
        version, day, who = self._held.newest.id, self.ui.stepDay.date(), self.ui.stepWho.text()
        match self._step:
            case PaperStep.CHECK:
                return partial(agreed_versions.checked, version=version, by=who)
            case PaperStep.AGREE:
                return partial(agreed_versions.agree, version=version, on=day, approved_by=who)
            case PaperStep.PUBLISH:
                return partial(agreed_versions.publish, version=version, on=day)
            case _:
                holds = self._held.agreed or self._held.newest
                return partial(agreed_versions.looked_again, version=holds.id, on=day)

    def _saved(self, _changes: Changes) -> None:
        self._context.announce(self._step.value.done)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.stepBanner.tell_error(error)
