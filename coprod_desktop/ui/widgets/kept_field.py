"""A text field whose words are on the disk while they are typed, and back in the field after the program stopped."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QBoxLayout, QLayout, QLineEdit, QPlainTextEdit, QWidget

from coprod_desktop.services import drafts
from coprod_desktop.services.drafts import Kept
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.growing_field import GrowingField
from coprod_desktop.ui.widgets.status_label import StatusLabel

DRAFT_MS = 200
"""After a key; with the write it is within the 250 ms of design.md, rule 3."""
AGAIN = "Not saved last time. It is here again."


class KeptField(QObject):
    """`show` says which draft is the field's, each time it shows what is saved; `settle` that its words are handed in.

    The verb that saves the words drops the draft in the same moment (services.drafts.saved).
    """

    def __init__(self, context: Context, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self._context, self._field = context, field
        self._key, self._session, self._row = "", None, None  # type: str, str | None, str | None
        self._saved = ""
        self._is_kept = False
        self._note: KeptNote | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DRAFT_MS)
        self._soon.timeout.connect(self.keep)
        field.textChanged.connect(self._typed)

    def words(self) -> str:
        """Return what the field holds."""
        if isinstance(self._field, QLineEdit):
            return self._field.text()
        return self._field.words() if isinstance(self._field, GrowingField) else self._field.toPlainText()

    def show(self, key: str, saved: str, *, session: str | None = None, row: str | None = None) -> None:
        """The field holds what `key` names, as "agenda_item:<id>:title", and these words of it are saved."""
        self._saved = saved.strip()
        if key == self._key:
            return
        self._soon.stop()
        self._clear_note()
        self._key, self._session, self._row, self._is_kept = key, session, row, False
        desk = self._context.runner.desk
        if desk is not None:
            # asked for where changes are written: what was handed in just before is saved by then
            self._context.runner.run(partial(drafts.one, desk, key), done=self._found, owner=self)

    def settle(self, words: str | None) -> None:
        """These words are being saved now. The same as before, or none, are not saved by anyone: their draft goes."""
        self._soon.stop()
        words = (words or "").strip()
        if self._is_kept and (words == self._saved or not words):
            self.drop()
        self._saved, self._is_kept = words, False

    def not_saved(self, saved: str) -> None:
        """The words could not be saved: the field keeps them, and so does the disk."""
        self._saved = saved.strip()
        self.keep()

    def keep(self) -> None:
        """Keep what the field holds now, if it is not what is saved."""
        self._soon.stop()
        words = self.words()
        if not self._key or self._context.runner.desk is None:
            return
        if self._note is not None and words != self._note.again:
            self._clear_note()
        if words.strip() in ("", self._saved):
            if self._is_kept:
                self.drop()
            return
        self._is_kept = True
        self._context.runner.do(
            drafts.keep, self._key, words, self._saved, session=self._session, row=self._row, owner=self
        )

    def drop(self) -> None:
        """Forget what was kept."""
        self._soon.stop()
        self._is_kept = False
        if self._key and self._context.runner.desk is not None:
            self._context.runner.do(drafts.keep, self._key, "", "")

    def stop(self) -> None:
        """The field is put away: keep at once what waits, and be no draft's until the next `show`."""
        self.hand_in()
        self._key = ""
        self._clear_note()

    def hand_in(self) -> None:
        """Keep at once what waits to be kept; the field is about to go."""
        if self._soon.isActive():
            self.keep()

    def _typed(self) -> None:
        if self._key and not self._soon.isActive():
            self._soon.start()  # counted from the first key, so that going on typing does not put it off

    # ---- after the program stopped

    def _found(self, kept: Kept | None) -> None:
        if kept is None or kept.field != self._key or self._is_kept:
            return
        self._is_kept = True
        now = self.words().strip()
        if kept.words.strip() == self._saved:
            self.drop()
        elif now == self._saved and kept.before in (None, self._saved):
            self._put_back(kept.words)
        else:
            self._tell(f"Not saved last time: “{kept.words}”. What is in the field now is newer.", kept.words)

    def _put_back(self, words: str) -> None:
        """Put the words where they were typed, as if typed just now: Ctrl+Z takes them out, leaving the field saves them."""
        if isinstance(self._field, QLineEdit):
            self._field.selectAll()
            self._field.insert(words)
            self._field.textEdited.emit(words)  # from here it is saved as anything typed is
        else:
            cursor = self._field.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(words)
        self._tell(AGAIN)

    def _tell(self, words: str, other: str | None = None) -> None:
        self._clear_note()
        self._note = note = KeptNote(self._field.objectName(), words, self.words(), choice=other is not None)
        note.take.clicked.connect(lambda: self._put_back(other or ""))
        note.leave.clicked.connect(self._throw_away)
        put_below(self._field, note)
        announce(self._field, words)

    def _throw_away(self) -> None:
        self.drop()
        self._field.setFocus()
        self._clear_note()

    def _clear_note(self) -> None:
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
            self._note = None


class KeptNote(QWidget):
    """A quiet line below a field, until its words are other ones; with `choice` two buttons: use what was kept, or not."""

    def __init__(self, name: str, words: str, again: str, *, choice: bool) -> None:
        super().__init__()
        self.again = again
        self.setObjectName(f"{name}Kept")
        self.said = StatusLabel("info", words)
        self.take = button("Use these words", f"{name}KeptTake")
        self.leave = button("Throw them away", f"{name}KeptLeave")
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.said)
        acts = FlowRow()
        for push in (self.take, self.leave):
            push.setAccessibleDescription(words)
            acts.add(push)
        column.addWidget(acts)
        acts.setVisible(choice)


def put_below(widget: QWidget, below: QWidget) -> None:
    """Put a widget below another, in the nearest column that holds it."""
    child: QWidget | None = widget
    while child is not None:
        parent = child.parentWidget()
        layout = parent.layout() if parent is not None else None
        way = _way_to(layout, child)
        for depth, (box, at) in reversed(list(enumerate(way))):
            if isinstance(box, QBoxLayout) and box.direction() is QBoxLayout.Direction.TopToBottom:
                box.insertWidget(at + 1, below)
                below.show()
                _to_the_top(way[depth - 1][0] if depth else None)
                return
        child = parent


def _to_the_top(row: QLayout | None) -> None:
    """Keep what stands beside a column that has grown where it was."""
    if isinstance(row, QBoxLayout) and row.direction() is QBoxLayout.Direction.LeftToRight:
        for at in range(row.count()):
            item = row.itemAt(at)
            beside = item.layout() if item is not None else None
            if beside is not None:
                row.setAlignment(beside, Qt.AlignmentFlag.AlignTop)


def _way_to(layout: QLayout | None, widget: QWidget) -> list[tuple[QLayout, int]]:
    """Return the layouts that hold a widget, from the outermost, each with the place of the next in it."""
    if layout is None:
        return []
    for at in range(layout.count()):
        item = layout.itemAt(at)
        assert item is not None
        if item.widget() is widget:
            return [(layout, at)]
        if way := _way_to(item.layout(), widget):
            return [(layout, at), *way]
    return []
