"""When what is being typed in a field is handed in: on leaving it, on Enter, or after a pause of two seconds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit

from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.keys.undo_keys import mark_saved
from coprod_desktop.ui.widgets.growing_field import GrowingField

PAUSE_MS = 2000


class Typing(QObject):
    """Watches one text field. What is typed meanwhile is kept by its KeptField (ui/widgets/kept_field.py)."""

    rested = Signal()
    """Hand in what was typed."""

    def __init__(self, field: QLineEdit | GrowingField) -> None:
        super().__init__(field)
        self.field = field
        self.touched = False
        """Whether the field holds typing that was not handed in yet."""
        self._pause = Pause(self.finish, PAUSE_MS, self)
        if isinstance(field, GrowingField):
            field.textChanged.connect(self._typed)
            field.entered.connect(self.finish)
        else:
            field.textEdited.connect(self._typed)
            field.returnPressed.connect(self.finish)
        field.installEventFilter(self)

    def words(self) -> str:
        """Return what the field holds."""
        return self.field.words() if isinstance(self.field, GrowingField) else self.field.text()

    def put(self, words: str) -> None:
        """Show other words, as saved ones; the cursor stays where it is when they are there already."""
        if self.words() != words:
            if isinstance(self.field, GrowingField):
                self.field.set_words(words)
            else:
                self.field.setText(words)
                if not self.field.hasFocus():
                    self.field.setCursorPosition(0)  # long words are seen from their beginning
        mark_saved(self.field)
        self.forget()

    def forget(self) -> None:
        """What the field holds no longer waits to be handed in."""
        self.touched = False
        self._pause.stop()

    def finish(self) -> None:
        """Ask for what was typed to be handed in, if anything was; whoever takes it calls `taken`."""
        if self.touched:
            self._pause.stop()
            self.rested.emit()

    def taken(self) -> None:
        """What the field holds was handed in: from here Ctrl+Z is the program's."""
        mark_saved(self.field)
        self.forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.FocusOut:
            self.finish()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        if isinstance(self.field, GrowingField) and not self.field.document().isModified():
            return  # the program put the words there
        self.touched = True
        self._pause.start()
