"""A field whose words are on the disk while they are typed, and back in the field after the program stopped.

The one way to keep typing: every field to type in of every page and dialog has one of these, but for passphrases and
for words that are only searched for. The verb that saves the words drops the draft in the same moment
(services.drafts.saved).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPlainTextEdit, QSpinBox

from coprod_desktop.services import drafts
from coprod_desktop.services.drafts import Kept
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Soon
from coprod_desktop.ui.widgets.date_field import TypedField
from coprod_desktop.ui.widgets.growing_field import GrowingField
from coprod_desktop.ui.widgets.kept_note import KeptNote, put_below

DRAFT_MS = 200
"""After a key; with the write it is within the 250 ms of design.md, rule 3."""
AGAIN = "Not saved last time. It is here again."
Typed = QLineEdit | QPlainTextEdit | QSpinBox


class KeptField(QObject):
    """`show` says which draft is the field's, each time it shows what is saved; `settle` that its words are handed in.

    `beside` gives what is chosen beside the words, to be kept with them; `put_back` hands it back.
    """

    put_back = Signal(object)
    """Words are back in the field; this is what was chosen beside them."""

    def __init__(
        self, context: Context, field: Typed, beside: Callable[[], Mapping[str, Any]] = lambda: {}
    ) -> None:  # fmt: skip
        super().__init__(field)
        self._context, self._field, self._beside = context, field, beside
        self._key, self._session, self._row = "", None, None  # type: str, str | None, str | None
        self._saved = ""
        self._is_kept = False
        self._note: KeptNote | None = None
        self._soon = Soon(self.keep, DRAFT_MS, self)
        field.textChanged.connect(self._typed)

    def words(self) -> str:
        """Return what the field holds."""
        if isinstance(self._field, QSpinBox):
            return self._field.cleanText()
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
        if desk is not None and key:
            # asked for where changes are written: what was handed in just before is saved by then
            self._context.runner.run(partial(drafts.one, desk, key), done=self._found, owner=self)

    def settle(self, words: str | None = None) -> None:
        """These words are being saved now. The same as before, or none, are not saved by anyone: their draft goes."""
        self._soon.stop()
        words = (self.words() if words is None else words).strip()
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
            drafts.keep, self._key, words, self._saved, session=self._session, row=self._row, beside=self._beside()
        )

    def drop(self) -> None:
        """Forget what was kept."""
        self._soon.stop()
        self._is_kept = False
        if self._key and self._context.runner.desk is not None:
            self._context.runner.do(drafts.keep, self._key, "")

    def stop(self) -> None:
        """The field is put away: keep at once what waits, and be no draft's until the next `show`."""
        self.hand_in()
        self._key = ""
        self._clear_note()

    def forget(self) -> None:
        """What the field is of was taken away: nothing more is kept. Its drafts wait with it."""
        self._soon.stop()
        self._key = ""
        self._clear_note()

    def give_up(self) -> None:
        """What was typed is saved, or is not wanted: be no draft's until the next `show`."""
        if self._is_kept:
            self.drop()
        self.forget()

    def hand_in(self) -> None:
        """Keep at once what waits to be kept; the field is about to go."""
        if self._soon.isActive():
            self.keep()

    def _typed(self) -> None:
        if self._key:
            self._soon.begin()

    # ---- after the program stopped

    def _found(self, kept: Kept | None) -> None:
        if kept is None or kept.field != self._key or self._is_kept:
            return
        self._is_kept = True
        now = self.words().strip()
        if kept.words.strip() == self._saved:
            self.drop()
        elif now == kept.words.strip():
            self._tell(AGAIN)
        elif now == self._saved and kept.before in (None, self._saved):
            self._put_back(kept)
        else:
            self._tell(f"Not saved last time: “{kept.words}”. What is in the field now is newer.", kept)

    def _put_back(self, kept: Kept) -> None:
        """Put the words where they were typed, as if typed just now: Ctrl+Z takes them out, leaving the field saves them."""
        self.put_back.emit(kept.beside)
        field, words = self._field, kept.words
        if isinstance(field, QSpinBox):
            if words.isdigit():
                field.setValue(int(words))
        elif isinstance(field, QLineEdit):
            _insert(field, words)
        else:
            cursor = field.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(words)
        self._tell(AGAIN)

    def _tell(self, words: str, other: Kept | None = None) -> None:
        self._clear_note()
        self._note = note = KeptNote(self._field.objectName(), words, self.words(), choice=other is not None)
        if other is not None:
            note.take.clicked.connect(lambda: self._put_back(other))
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


class KeptForm(QObject):
    """The fields of a dialog that saves all of them at once: kept until it is closed on purpose, saved or not."""

    def __init__(
        self,
        context: Context,
        dialog: QDialog,
        of: str,
        fields: Mapping[str, QLineEdit | QPlainTextEdit | QSpinBox | QComboBox | TypedField],
        session: str | None = None,
        row: str | None = None,
    ) -> None:
        """`of` is the noun and the id that the drafts go by; call this when the fields show what is saved."""
        super().__init__(dialog)
        self._kept: list[KeptField] = []
        for name, field in fields.items():
            edit = typed_in(field)
            assert edit is not None
            kept = KeptField(context, edit)
            kept.show(f"{of}:{name}", kept.words(), session=session, row=row)
            self._kept.append(kept)
        dialog.finished.connect(self.drop)

    def drop(self) -> None:
        """Forget what was typed: it is saved, or was given up."""
        for kept in self._kept:
            kept.give_up()


def _insert(field: QLineEdit, words: str) -> None:
    """Put words in as if typed, so that they are saved as anything typed is; but offer no completions to them."""
    was = field.isReadOnly()
    field.setReadOnly(True)  # nothing is completed then
    field.selectAll()
    field.insert(words)
    field.setReadOnly(was)


def put_in(field: QLineEdit | QSpinBox | QComboBox, words: str) -> None:
    """Show words in a field that is of something else now."""
    if isinstance(field, QSpinBox):
        field.setValue(int(words))
    elif isinstance(field, QComboBox):
        field.setCurrentText(words)
    else:
        field.setText(words)


def typed_in(field: QLineEdit | QPlainTextEdit | QSpinBox | QComboBox | TypedField) -> Typed | None:
    """Return where one types in a field; None when there is only something to choose."""
    if isinstance(field, TypedField):
        return field.edit
    return field.lineEdit() if isinstance(field, QComboBox) else field
