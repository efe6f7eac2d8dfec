"""The row of a list one is on, before it comes in: what happens with it, and which is right where it says something else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from coprod_desktop.services.bring_in.people_list.values import Listed, row_of
from coprod_desktop.services.seen.list_in_hand import ASK, LEAVE, Line, ListInHand, answers
from coprod_desktop.ui._forms.people_list import Ui_PeopleList
from coprod_desktop.ui.people.listed_rows import differs_words


class OneListed(QObject):
    """Works the boxes below the list. `changed` gives the line as it is now."""

    changed = Signal(object)

    def __init__(self, ui: Ui_PeopleList, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui
        self._hand: ListInHand | None = None
        self._row = ""
        self._boxes: list[QComboBox] = []
        ui.answer.activated.connect(self._answered)

    def show_row(self, hand: ListInHand, row: str | None) -> None:
        """Show what can happen with a row, and where it differs."""
        ui, line = self._ui, hand.get(row)
        self._hand, self._row = hand, row or ""
        listed = line.row if line is not None else None
        ui.answer.clear()
        for words, answer in answers(listed) if isinstance(listed, Listed) else (("Cannot come in", LEAVE),):
            ui.answer.addItem(words, answer)
            if line is not None and answer == line.answer:
                ui.answer.setCurrentIndex(ui.answer.count() - 1)
        ui.answer.setEnabled(isinstance(listed, Listed))
        name = f", {listed.name}" if isinstance(listed, Listed) else ""
        ui.answerLabel.setText(f"What happens with row {row_of(listed.number)}{name}" if listed is not None else "")
        self._show_differing(line)

    def go_to_open(self) -> None:
        """Put the focus in what is still to be said of the row."""
        line = self._hand.get(self._row) if self._hand is not None else None
        if line is None or line.answer == ASK or not line.shows_differences:
            self._ui.answer.setFocus()
            return
        box = next((b for b, take in zip(self._boxes, line.takes, strict=False) if take is None), None)
        (box or self._ui.answer).setFocus()

    def _show_differing(self, line: Line | None) -> None:
        row = line.row if line is not None and line.shows_differences else None
        differs = row.differs if isinstance(row, Listed) else ()
        while len(self._boxes) < len(differs):
            self._boxes.append(self._box(len(self._boxes)))
        self._ui.differing.setVisible(bool(differs))
        for at, box in enumerate(self._boxes):
            box.setVisible(at < len(differs))
        for box, one, take in zip(self._boxes, differs, line.takes if line is not None else (), strict=False):
            what, had, now = differs_words(one)
            box.clear()
            box.setAccessibleName(f"{what}: which is right")
            box.addItem(f"{what}: choose", None)
            box.addItem(f"{what}: keep “{had}”", False)
            box.addItem(f"{what}: take “{now}”", True)
            box.setCurrentIndex(box.findData(take))

    def _box(self, at: int) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"differs{at}")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(24)
        box.activated.connect(partial(self._took, at, box))
        self._ui.differing.add(box)
        return box

    def _took(self, at: int, box: QComboBox, _index: int) -> None:
        if self._hand is not None:
            self._tell(self._hand.take(self._row, at, box.currentData()))

    def _answered(self, at: int) -> None:
        line = self._hand.get(self._row) if self._hand is not None else None
        if self._hand is not None and line is not None and isinstance(line.row, Listed):
            self._tell(self._hand.answer(line.id, answers(line.row)[at][1]))

    def _tell(self, line: Line | None) -> None:
        if line is not None:
            self.changed.emit(line)
