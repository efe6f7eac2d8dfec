"""The line of the notes one is on: its time, kind, who, for whom and words, each to be changed; joined, parted, left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.notes import preview
from coprod_desktop.domain.notes.hand import Hand
from coprod_desktop.domain.notes.preview import ComingLine
from coprod_desktop.domain.record import Person
from coprod_desktop.domain.words import ANONYMOUS, KIND_WORDS
from coprod_desktop.errors import UserError
from coprod_desktop.ui._forms.notes_in import Ui_NotesIn

_TODO = "To do"
_WHOLE = re.compile(r"\d{1,2}[:.h]\d{2}")


class OneLine(QObject):
    """`changed` says that something was; `wrong` that a time was typed that is none."""

    changed = Signal(str)
    """The line to stand on now."""
    wrong = Signal(object)

    def __init__(self, ui: Ui_NotesIn, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui, self._hand, self._row = ui, Hand(), ""
        self._people: Sequence[Person] = ()
        ui.oneKind.activated.connect(lambda at: self._do("kind", ui.oneKind.itemData(at)))
        ui.oneWho.activated.connect(lambda at: self._do("who", ui.oneWho.itemData(at)))
        ui.oneWhom.activated.connect(lambda at: self._do("whom", ui.oneWhom.itemData(at)))
        ui.oneAt.textEdited.connect(lambda _text: self._type_time())
        ui.oneAt.editingFinished.connect(self.leave_time)
        ui.oneText.textChanged.connect(lambda: self._do("text", ui.oneText.toPlainText()))
        ui.todoWho.textEdited.connect(lambda text: self._do("todo_who", text.strip()))
        ui.todoWhen.textEdited.connect(lambda text: self._do("todo_when", text.strip()))
        ui.oneTick.clicked.connect(lambda: self.tick(self._row))
        ui.oneJoin.clicked.connect(self.join)
        ui.onePart.clicked.connect(self.part)

    def show_hand(self, hand: Hand, people: Sequence[Person]) -> None:
        """Say which notes are in hand, and who is on the list."""
        self._hand, self._people, self._row = hand, people, ""

    def show_row(self, row: ComingLine | None) -> None:
        """Show a line; the fields one types in keep their words while it is the same line."""
        ui = self._ui
        ui.oneLine.setEnabled(row is not None)
        if row is None:
            self._row = ""
            return
        other, self._row = row.id != self._row, row.id
        if other:
            with QSignalBlocker(ui.oneText):
                ui.oneText.setPlainText(row.cut.text)
            ui.oneAt.setText(row.cut.at or "")
            action = row.cut.action
            ui.todoWho.setText(action.who or "" if action else "")
            ui.todoWhen.setText(action.when or "" if action else "")
        self._show_choices(row)

    def _show_choices(self, row: ComingLine) -> None:
        ui, todo = self._ui, row.cut.action is not None
        kinds = [(words, kind.value) for kind, words in KIND_WORDS.items()]
        _fill(ui.oneKind, [*([(_TODO, "")] if todo else []), *kinds], "" if todo else row.cut.kind.value)
        _fill(ui.oneWho, self._choices(row, row.cut.speaker, row.who_may, row.who), row.who)
        _fill(ui.oneWhom, self._choices(row, row.cut.said_for, row.for_may, row.for_whom, whom=True), row.for_whom)
        whom = bool(row.cut.interpreter or row.cut.said_for or row.for_whom)
        for shown, parts in (
            (not todo, (ui.oneWho, ui.oneWhoLabel)),
            (not todo and whom, (ui.oneWhom, ui.oneWhomLabel)),
            (todo, (ui.todoWho, ui.todoWhoLabel, ui.todoWhen, ui.todoWhenLabel)),
        ):
            for part in parts:
                part.setVisible(shown)
        ui.oneTick.setText("Leave it out" if row.taken else "Bring it in")
        ui.oneJoin.setEnabled(self._hand.before(row.id) is not None)

    def _choices(
        self, row: ComingLine, called: str | None, may: Sequence[str], now: str, *, whom: bool = False
    ) -> list[tuple[str, str]]:
        """Return who it can be: those the name fits first, then everybody on the list."""
        twice = [p.name for p in self._people]
        by_id = {p.id: f"{p.name} ({p.role})" if twice.count(p.name) > 1 and p.role else p.name for p in self._people}
        found = [("Choose", preview.ASK)] if now == preview.ASK else []
        found += [(by_id[one], one) for one in may if one in by_id]
        if called and called != ANONYMOUS and not (row.cut.interpreter and whom):
            found.append((f"New on the list: {called}", preview.NEW))
        found += [] if whom else [("No name given", ANONYMOUS)]
        found.append(("Not known" if whom else "Not said who", preview.NOBODY))
        return found + [(name, one) for one, name in by_id.items() if one not in may]

    # ---- changes

    def tick(self, row: str) -> None:
        """Bring a line in, or leave it out."""
        now = self._hand.get(row)
        if now is not None and self._hand.change("tick", row, not now.taken):
            self.changed.emit(row)

    def join(self) -> None:
        """Join the line to the one above it."""
        above = self._hand.before(self._row)
        if above is not None and self._hand.change("join", self._row):
            self._row = ""
            self.changed.emit(above.id)

    def part(self) -> None:
        """Part the line where the cursor stands; one goes on with what comes after it."""
        row, at = self._row, self._ui.oneText.textCursor().position()
        if self._hand.change("part", row, at):
            self._row = ""
            self.changed.emit(f"{row}.{at}")
        else:
            self.wrong.emit(UserError("Put the cursor between two words first.", "The line is parted there."))
            self._ui.oneText.setFocus()

    def _do(self, what: str, value: Any) -> None:
        if self._row and not (what == "kind" and not value) and self._hand.change(what, self._row, value):
            self.changed.emit(self._row)

    def _type_time(self) -> None:
        """Take a time as soon as it is a whole one, while it is typed."""
        typed = self._ui.oneAt.text().strip()
        time = _time(typed) if _WHOLE.fullmatch(typed) else None
        if time is not None:
            self._do_time(time)

    def _do_time(self, time: str) -> None:
        if self._row and self._hand.change("at", self._row, time):
            self.changed.emit(self._row)

    def leave_time(self) -> None:
        """Take the time as it was typed, or say that it is none."""
        text, now = self._ui.oneAt.text().strip(), self._hand.get(self._row)
        if now is None or text == (now.cut.at or ""):
            return
        time = _time(text)
        if time is None:
            self.wrong.emit(UserError(f"“{text}” is not a time.", f"{dates.HOW_TIME} The line has its time as it was."))
            self._ui.oneAt.setText(now.cut.at or "")
        else:
            self._do_time(time)
            self._ui.oneAt.setText(time)


def _time(text: str) -> str | None:
    """Return what was typed as a time, "" for none; None while it is no time."""
    if not text.strip():
        return ""
    try:
        return dates.parse_time(text)
    except UserError:
        return None


def _fill(box: QComboBox, choices: Sequence[tuple[str, str]], now: str) -> None:
    with QSignalBlocker(box):
        box.clear()
        for words, value in choices:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(now)))
