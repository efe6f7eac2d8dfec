"""The line one is on in the list: what can be done with it in sight below it, and changing it where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import shorthand
from coprod_desktop.domain.words import EntryKind
from coprod_desktop.services.capture import EntryLine, is_gap
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen.capture_line import CaptureLine
from coprod_desktop.ui.listen.completion import Completion
from coprod_desktop.ui.listen.drafts import Drafts
from coprod_desktop.ui.listen.lines import Lines
from coprod_desktop.ui.listen.row_bar import RowBar
from coprod_desktop.ui.listen.row_editor import RowEditor
from coprod_desktop.ui.listen.row_menu import RowActs
from coprod_desktop.ui.listen.typed_line import LineBeingTyped, to_change
from coprod_desktop.ui.widgets.over_row import OverRow


class ChosenLine(QObject):
    """Keys and buttons for the chosen line; while no line is chosen in the list, keys are for the line in hand."""

    made = Signal(object)
    """The field in which a line's words are changed, as soon as there is one."""

    def __init__(
        self, context: Context, lines: Lines, line: CaptureLine, drafts: Drafts, acts: RowActs, page: QWidget
    ) -> None:
        super().__init__(page)
        self._context, self._lines, self._line, self._drafts, self._acts = context, lines, line, drafts, acts
        self._list = lines.list
        self._over = OverRow(self._list)
        lines.held_still = lambda: bool(self._over.row)
        self._tools: tuple[RowBar, RowEditor] | None = None
        self._list.clicked.connect(lambda _: self.show_bar())
        self._list.chosen.connect(lambda _: self.show_bar() if self.current() is not None else None)
        self._list.selectionModel().selectionChanged.connect(lambda *_: self._several())
        self._list.opened.connect(self.edit)
        line.field.textChanged.connect(self.hide_bar)
        lines.changed.connect(self._lines_changed)

    @property
    def bar(self) -> RowBar:
        """The buttons below the chosen line."""
        return self.make()[0]

    @property
    def editor(self) -> RowEditor:
        """Where a line is changed in its place."""
        return self.make()[1]

    @property
    def editing(self) -> str:
        """The line that is being changed in its place, "" for none."""
        return self._tools[1].editing if self._tools is not None else ""

    def make(self) -> tuple[RowBar, RowEditor]:
        """Make bar and editor, once: when they are first wanted, or as soon as the page has nothing else to do."""
        if self._tools is None:
            self._tools = bar, editor = RowBar(self._list.viewport()), RowEditor(self._list.viewport())
            bar.pressed.connect(self._press)
            editor.entered.connect(self._save)
            editor.left.connect(self._leave)
            editor.split_wanted.connect(self._split)
            editor.typed.connect(self._keep)
            chain = [self._list, *bar.buttons.values(), editor.field, editor.save, editor.split, editor.leave]
            for before, after in pairwise(chain):  # Tab goes on from the list to what stands over its row
                QWidget.setTabOrder(before, after)
            self._new_themes: list[str] = []
            Completion(editor.field, self._names).picked.connect(self._completed)
            self.made.emit(editor.field)
        return self._tools

    def _bar_is_shown(self) -> bool:
        return self._tools is not None and self._tools[0].isVisibleTo(self._list)

    # ---- which line

    def current(self) -> EntryLine | None:
        """Return the line one is on, when the keys are in the list; None when they are in the line in hand."""
        focus = self._list.window().focusWidget()
        if focus is None or not (focus is self._list or self._list.isAncestorOf(focus)):
            return None
        line_id = self.editing or self._list.current_id()
        return self._lines.get(line_id) if line_id else None

    def pick(self, what: str, for_line: Callable[[], object]) -> None:
        """Open the list of something for the line one is on, else for the line in hand."""
        on = self.current()
        if on is None:
            for_line()
        else:
            self._acts.pick(what, on.id, self._place())

    def turn(self, for_row: Callable[[EntryLine], object], for_line: Callable[[], object]) -> None:
        """Do one thing with the line one is on, else another with the line in hand."""
        on = self.current()
        for_line() if on is None else for_row(on)

    def turn_kind(self, kind: EntryKind) -> None:
        """Make the chosen lines this kind, or ordinary lines if they are; else the line in hand."""
        self.turn(
            lambda on: self._acts.turn_kind(self._acts.chosen_with(on.id), kind), lambda: self._line.turn_kind(kind)
        )

    def turn_papers(self) -> None:
        """Keep the chosen lines off papers, or let them on again."""
        self.turn(lambda on: self._acts.turn_papers(self._acts.chosen_with(on.id)), lambda: None)

    def _place(self) -> QPoint:
        rect = self._list.visualRect(self._list.currentIndex())
        return self._list.viewport().mapToGlobal(QPoint(rect.left() + 60, rect.top() + 30))

    def to_last(self) -> None:
        """Go to the last line: what people ask for about it ("don't write that down") is one key from there."""
        if (last := self._lines.last()) is not None:
            self._list.setFocus()
            self._list.go_to(last.id)
            self.show_bar()

    # ---- what is in sight below it

    def show_bar(self) -> None:
        """Show what can be done with the chosen line."""
        line_id = self._list.current_id()
        if line_id is None or self.editing:
            return
        lines = self._acts.chosen_with(line_id)
        if lines:
            self.bar.resize(self._list.viewport().width(), self.bar.height())
            self.bar.show_for(lines, first=self._list.currentIndex().row() == 0)
            self._over.show(self.bar, line_id)

    def hide_bar(self) -> None:
        """Somebody types on: the lines are as high as their words again."""
        if self._bar_is_shown():
            self._over.hide()

    def _several(self) -> None:
        many = len(self._list.chosen_ids())
        if many > 1:
            self._context.announce(f"{many} lines chosen")
        if self._bar_is_shown():
            self.show_bar()

    def _lines_changed(self) -> None:
        if self.editing and self._lines.get(self.editing) is None:
            self._close()  # it was struck, sealed or taken away
        elif self._bar_is_shown():
            self.show_bar()

    def _press(self, what: str) -> None:
        line = self._lines.get(self._list.current_id() or "")
        if line is None:
            return
        does: dict[str, Callable[[], object]] = {
            "edit": lambda: self.edit(line.id),
            "kind": lambda: self._acts.pick("kind", line.id, self._place()),
            "theme": lambda: self._acts.pick("theme", line.id, self._place()),
            "park": lambda: self._acts.turn_kind(self._acts.chosen_with(line.id), EntryKind.PARKING_LOT),
            "papers": lambda: self._acts.turn_papers(self._acts.chosen_with(line.id)),
            "join": lambda: self._acts.join_wanted.emit(line.id),
            "seen_to": lambda: self._acts.seen_to_wanted.emit(line.id),
            "more": lambda: self._acts.open_menu(line.id, self._place()),
        }
        does[what]()

    # ---- changing it where it stands

    def edit(self, line_id: str) -> None:
        """Change the words of a line in its place."""
        line = self._lines.get(line_id)
        if line is None or self.editing == line_id:
            return
        if self._line.editing == line_id:
            self._line.field.setFocus()  # it is being changed there
            return
        self.hand_over()
        self._list.go_to(line_id)
        self._over.show(self.editor, line_id, whole=True)
        self.editor.begin(line_id, line.text, all_chosen=is_gap(line))
        self.editor.field.setFocus()

    def hand_over(self) -> bool:
        """Go on where lines are typed with what is being changed here: the list is needed, or left."""
        said, line = self._said(), self._lines.get(self.editing)
        if said is None or line is None:
            return False
        changed = said.words != line.text
        self.editor.hand_in()
        self._close()
        if changed:
            self._line.edit(line.id, said, line.at or "")
        return changed

    def close(self) -> None:
        """Another session is shown: what was typed is kept as a draft."""
        if self._tools is not None:
            self.editor.hand_in()
            self._close()
            self._over.hide()

    def _said(self) -> LineBeingTyped | None:
        line = self._lines.get(self.editing)
        return replace(to_change(line, self._acts.voices), words=self.editor.field.words()) if line else None

    def _keep(self) -> None:
        if (said := self._said()) is not None:
            self._drafts.keep(said, self.editing)

    def _save(self) -> None:
        said, line_id = self._said(), self.editing
        if said is None or not said.words.strip():
            return
        voices = self._acts.voices
        names = {name: voice.key for name, voice in voices.by_name.items()}
        typed = shorthand.read_line(said.words, names, [*self._names("#"), *self._new_themes])
        self._close()
        self._drafts.drop(f"entry:{line_id}")
        self._lines.rewrite(said.read(typed, voices), line_id)
        self._back_to(line_id)

    def _names(self, sign: str) -> Sequence[str]:
        """Return what can follow an @ or a #."""
        if sign == "@":
            return list(self._acts.voices.by_name)
        return list(dict.fromkeys((*self._lines.themes(), *self._acts.starter_themes)))

    def _completed(self, sign: str, name: str) -> None:
        """The whole name stands in the words until they are saved: what was typed stays one text, also as a draft."""
        if sign == "#" and name not in self._names("#"):
            self._new_themes.append(name)
        self.editor.field.insertPlainText(f"{sign}{name} ")

    def _split(self, first: str, second: str) -> None:
        line_id = self.editing

        def done() -> None:
            if self.editing == line_id:
                self._close()
                self._back_to(line_id)

        self._lines.split(line_id, first, second, done)

    def _leave(self) -> None:
        line_id = self.editing
        self._close()
        self._drafts.drop(f"entry:{line_id}")
        self._back_to(line_id)

    def _close(self) -> None:
        if self.editing:
            self.editor.end()
            self._over.hide()

    def _back_to(self, line_id: str) -> None:
        self._list.go_to(line_id)
        self._list.setFocus()
        self.show_bar()
