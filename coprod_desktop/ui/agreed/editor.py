"""The editor of a paper people agree on: its headings on the left, the words below the one that is chosen on the right.

Every field saves by itself. A version that is agreed can be read here and not changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRegularExpression, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from coprod_desktop.domain.agreed import LEFT_TO_WRITE
from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import agreed, agreed_versions
from coprod_desktop.services.seen import agreed as seen_agreed
from coprod_desktop.services.seen.agreed import EditorSeen, HeadingLine, NextStep
from coprod_desktop.ui._forms.agreed_editor import Ui_AgreedEditorForm
from coprod_desktop.ui.agreed import dialogs
from coprod_desktop.ui.agreed.numbers_since import NumbersSince
from coprod_desktop.ui.agreed.steps import AgreedStepDialog, PaperStep
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen import menus
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_help import neighbour, place_words
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.saved_fields import SavedFields
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.tab_order import as_they_stand

_NEXT = {
    NextStep.AGREE: "It is agreed…",
    NextStep.PUBLISH: "It is published…",
    NextStep.NEW: "Begin a new version",
}
_FINAL = "This version is agreed, so its words stay as they are. Begin a new version to change them."
_LINES = 7
_PAGES: Mapping[int, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
"""With Ctrl, from the words of a heading to those of the next one."""


class AgreedEditor(QDialog):
    """`paper` is its id. What is wrong is said inside, and what was typed stays."""

    def __init__(self, context: Context, paper: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._paper = context, paper
        self._seen: EditorSeen | None = None
        self._at, self._go_to = "", ""
        self.ui = ui = Ui_AgreedEditorForm()
        ui.setupUi(self)
        self.setObjectName("agreedEditor")
        self.setWindowTitle("Agreed paper")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = RowsList[HeadingLine](_row, "headingsList", "Headings")
        Room(self.list, _LINES)
        ui.headingsBox.addWidget(self.list)
        self.fields = SavedFields(self)
        self.fields.text("heading", ui.heading)
        self.fields.text("text", ui.words)
        self.fields.keep_drafts(context, "paper_version")
        self._new = KeptField(context, ui.newHeading)
        for field, label in (
            (ui.heading, ui.headingLabel),
            (ui.words, ui.wordsLabel),
            (ui.newHeading, ui.newHeadingLabel),
        ):
            field.setAccessibleName(label.text())
        ui.wordsLabel.setText(f"{ui.wordsLabel.text()} · Ctrl Page Down: what is still to write, then the next heading")
        self._numbers = NumbersSince(context, paper, ui.editorBanner, self)
        self._connect()
        as_they_stand(self)
        self._read()
        fit_screen(self, 1040, 680)

    def _connect(self) -> None:
        ui = self.ui
        AddRow(ui.addHeading, self._add, ui.newHeading)
        self.fields.changed.connect(self._save)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _id: ui.words.setFocus())
        self.list.installEventFilter(self)
        ui.words.installEventFilter(self)
        ui.headingUp.clicked.connect(partial(self._move, -1))
        ui.headingDown.clicked.connect(partial(self._move, 1))
        ui.headingTake.clicked.connect(self._take)
        ui.headingUp.setToolTip("Alt Up")
        ui.headingDown.setToolTip("Alt Down")
        ui.nextStep.clicked.connect(self._next)
        ui.membersChecked.clicked.connect(lambda: self._step(PaperStep.CHECK))
        ui.makePapers.clicked.connect(self._make)
        ui.aboutPaper.clicked.connect(lambda: self._open(dialogs.about))
        ui.morePaper.clicked.connect(self._more)
        ui.editorClose.clicked.connect(self.reject)
        self._context.runner.changed.connect(self._changed)

    def done(self, result: int) -> None:  # noqa: D102
        self.fields.hand_in()
        self._new.hand_in()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from heading to heading wherever one is in the editor: nobody has to find the words again first."""
        by = _turned(event)
        if by:
            self._go_by(by)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if watched is self.ui.words and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _turned(event)
            if by:
                self._go_by(by)
                return True
        if watched is self.list and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
            if event.key() == Qt.Key.Key_F2:
                self.ui.heading.setFocus()
                self.ui.heading.selectAll()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._take()
                return True
        return super().eventFilter(watched, event)

    # ---- showing

    def _changed(self, changes: Changes) -> None:
        if any(ref.noun in {"agreed_paper", "paper_version", "signed_up"} for ref in changes.all()):
            self._read()

    def _read(self) -> None:
        self._context.runner.ask(seen_agreed.editor, self._paper, done=self._show, failed=self._gone, owner=self)

    def _gone(self, error: UserError) -> None:
        self.fields.forget()
        self._context.fail(error)
        self.reject()

    def _show(self, seen: EditorSeen) -> None:
        ui, first = self.ui, self._seen is None
        self._seen = seen
        ui.editorTitle.setText(seen.held.paper.title)
        ui.editorState.show_state(seen.state, seen.how)
        ui.nextStep.setText(_NEXT[seen.next])
        ui.membersChecked.setVisible(not seen.final and not seen.kind.ready)
        for part in (ui.headingsActs, ui.newHeadingLabel, ui.newHeading, ui.newHeadingActs):
            part.setVisible(not seen.final)
        ui.words.setReadOnly(seen.final)
        ui.heading.setReadOnly(seen.final)
        show_rows(self.list, seen.headings)
        if self._go_to and self.list.go_to(self._go_to):
            self._go_to = ""
        elif seen.headings and self.list.current_id() is None:
            self.list.go_to(seen.headings[0].id)
        self._new.show(f"paper_version:{seen.held.newest.id}:new_heading", "", row=seen.held.newest.id)
        self._choose(self.list.current_id() or "")
        if first:
            (self.list if seen.final else ui.words).setFocus()
            self._to_fill()
            self._numbers.look(seen)

    def _choose(self, heading: str) -> None:
        seen, ui = self._seen, self.ui
        if seen is None or not heading:
            return
        self._at = heading
        hint = _FINAL if seen.final else seen.hint(heading)
        ui.hint.setText(hint)
        ui.hint.setVisible(bool(hint))
        ui.words.setAccessibleDescription(hint)
        values = {"heading": heading, "text": seen.text(heading)}
        self.fields.show_row(f"{heading} {seen.held.newest.id}", values)

    # ---- words and headings

    def _version(self) -> str:
        assert self._seen is not None
        return self._seen.held.newest.id

    def _save(self, row: str, field: str, value: Any) -> None:
        heading, _, version = row.rpartition(" ")
        self.ui.editorBanner.clear()
        refused = partial(self._not_saved, field)
        if field == "heading":
            self._go_to = " ".join(str(value or "").split())
            self._do(agreed.rename, version, heading, value or "", failed=refused)
        else:
            self._do(agreed.write, version, heading, value or "", failed=refused)

    def _not_saved(self, field: str, error: UserError) -> None:
        self._go_to = ""
        seen = self._seen
        saved = self._at if field == "heading" else seen.text(self._at) if seen is not None else ""
        self.fields.not_saved(field, saved)
        self._refused(error)

    def _add(self) -> None:
        words = self.ui.newHeading.text()
        self._do(agreed.add_heading, self._version(), words, self._at or None, done=partial(self._added, words))

    def _added(self, words: str, _changes: Changes) -> None:
        self._new.settle()
        self.ui.newHeading.clear()
        self._go_to = " ".join(words.split())
        self._context.announce(f"Added: {self._go_to}")
        self._read()

    def _move(self, by: int) -> None:
        heading, seen = self.list.current_id(), self._seen
        if heading is None or seen is None or seen.final:
            return
        self.fields.hand_in()
        said = place_words(self.list, heading, by)
        self._go_to = heading
        self._do(agreed.move, self._version(), heading, by, done=lambda _changes: self._context.announce(said))

    def _go_by(self, by: int) -> None:
        """Go on to what is still to write here, else to the next heading, or to the one before; at the end one stays."""
        if by > 0 and self.ui.words.hasFocus() and self._to_fill():
            return
        headings = [line.id for line in self._seen.headings] if self._seen is not None else []
        at = headings.index(self._at) + by if self._at in headings else 0
        if 0 <= at < len(headings):
            self.list.go_to(headings[at])
            self._context.announce(headings[at])
            self._to_fill()

    def _to_fill(self) -> bool:
        """Choose the next words that stand for what a person writes, so that typing takes their place."""
        words = self.ui.words
        found = words.document().find(QRegularExpression(LEFT_TO_WRITE), words.textCursor())
        if found.isNull() or words.isReadOnly():
            return False
        words.setTextCursor(found)
        return True

    def _take(self) -> None:
        heading, seen = self.list.current_id(), self._seen
        if heading is None or seen is None or seen.final:
            return
        self.fields.hand_in()
        self._go_to = neighbour(self.list) or ""
        said = f"Taken away: {heading}. Undo brings it back with its words."
        self._do(agreed.remove_heading, self._version(), heading, done=partial(self._took, said))

    def _took(self, said: str, _changes: Changes) -> None:
        self.ui.editorBanner.tell(said, "", "done")
        self.list.setFocus()

    # ---- what is done with it

    def _next(self) -> None:
        if self._seen is None:
            return
        self.fields.hand_in()
        match self._seen.next:
            case NextStep.NEW:
                self._do(agreed_versions.new_version, self._paper, done=self._begun)
            case NextStep.PUBLISH:
                self._step(PaperStep.PUBLISH)
            case _:
                self._step(PaperStep.AGREE)

    def _begun(self, _made: object) -> None:
        self.ui.editorBanner.tell("A new version. The one before holds until this one is agreed.", "", "done")
        self.ui.words.setFocus()

    def _step(self, step: PaperStep) -> None:
        assert self._seen is not None
        self.fields.hand_in()
        AgreedStepDialog(self._context, step, self._seen.held, self).open()

    def _make(self) -> None:
        self.fields.hand_in()
        self._open(dialogs.make)

    def _open(self, dialog: Callable[[Context, EditorSeen, QWidget], QDialog]) -> None:
        if self._seen is not None:
            self.fields.hand_in()
            dialog(self._context, self._seen, self).open()

    def _more(self) -> None:
        if self._seen is not None:
            push = self.ui.morePaper
            self.more_menu(self._seen).popup(push.mapToGlobal(QPoint(0, push.height())))

    def more_menu(self, seen: EditorSeen) -> QMenu:
        """Return what is done seldom."""
        menu = menus.new(self.ui.morePaper, "agreedMoreMenu", "More")
        if seen.held.agreed is not None:
            menu.addAction("Looked at again, it stays as it is…", partial(self._step, PaperStep.AGAIN))
        menu.addAction("Versions, and what changed…", partial(self._open, dialogs.versions))
        menu.addAction("Who signed up…", partial(self._open, dialogs.signed))
        menu.addSeparator()
        menu.addAction("Take the whole paper away", self._remove)
        return menu

    def _remove(self) -> None:
        self.fields.hand_in()
        self._do(agreed.remove, self._paper)

    def _do(
        self,
        verb: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], object] = lambda _done: None,
        failed: Callable[[UserError], None] | None = None,
    ) -> None:
        self._context.runner.do(verb, *args, done=done, failed=failed or self._refused, owner=self)

    def _refused(self, error: UserError) -> None:
        self._go_to = ""
        self.ui.editorBanner.tell_error(error)


def _turned(event: QKeyEvent) -> int:
    return _PAGES.get(event.key(), 0) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 0


def _row(line: HeadingLine) -> ListRow:
    if line.to_write:
        return ListRow(line.id, line.id, line.words, "waiting", "still to write")
    if line.written:
        return ListRow(line.id, line.id, line.words, "done", "written")
    needed = "Nothing yet. It is not agreed without this" if line.must else "Nothing yet"
    return ListRow(line.id, line.id, needed, "waiting", "not written yet")
