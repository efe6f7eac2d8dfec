"""The access checklist: made from the basics and what these people need; the rest to add from; own lines."""

from __future__ import annotations

import datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import ChecklistItem
from coprod_desktop.domain.words import Phase
from coprod_desktop.errors import UserError
from coprod_desktop.services import prepare
from coprod_desktop.services.program.content import Content
from coprod_desktop.services.seen.get_ready import ReadySeen
from coprod_desktop.ui._forms.get_ready_checklist import Ui_GetReadyChecklist
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.get_ready.part import LINES, ReadyPart
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_help import after_dot, neighbour
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows

PHASES = {
    Phase.BEFORE: "Before the day",
    Phase.ARRIVAL: "When people arrive",
    Phase.DURING: "While it goes on",
    Phase.AFTER: "Afterwards",
}
_NOUN = "checklist_item"


class ChecklistPart(ReadyPart):
    """A list with ticks; beside it the line one is on, and more lines to add."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__(context, content)
        self._form = form = Ui_GetReadyChecklist()
        form.setupUi(self)
        self.setObjectName("ChecklistPart")
        self._go_to: str | None = None
        self.list = RowsList[ListRow](lambda row: row, "checklistLines", "Access checklist")
        self.more = RowsList[ListRow](lambda row: row, "moreLines", "More lines to add", with_icons=False)
        Room(self.list, LINES)
        Room(self.more, LINES)
        form.checkPlace.addWidget(self.list)
        form.morePlace.addWidget(self.more)
        self.setTabOrder(form.makeChecklist, self.list)
        self.setTabOrder(form.morePhase, self.more)
        for box in (form.linePhase, form.morePhase):
            for phase, words in PHASES.items():
                box.addItem(words, phase)
        self.fields.text("text", form.lineText)
        self.fields.text("who", form.lineWho)
        self.fields.date("by", form.lineBy, form.lineByLabel)
        self.fields.pick("done", form.lineDone)
        self.fields.pick("phase", form.linePhase)
        form.lineBy.today = context.desk.today
        self.fields.keep_drafts(context, _NOUN)
        self.keep_new("new_checklist_item", form.newLine)
        self.fields.changed.connect(self._save)
        self._connect()

    def _connect(self) -> None:
        form = self._form
        icons.put(form.addLine, "plus")
        icons.put(form.addMore, "plus")
        self.list.chosen.connect(lambda _id: self._show_line())
        self.list.opened.connect(lambda _id: self._change_words())
        form.partMore.toggled.connect(lambda _on: self._show_half())
        self._show_half()
        self.list.toggled.connect(self._toggle)
        self.more.opened.connect(lambda _id: self._add_more())
        form.makeChecklist.clicked.connect(self._make)
        form.morePhase.currentIndexChanged.connect(lambda _at: self._show_more())
        form.addMore.clicked.connect(self._add_more)
        AddRow(form.addLine, self._add_own, form.newLine)
        form.lineRemove.clicked.connect(self._remove)

    # ---- what it shows

    def first_focus(self) -> QWidget:  # noqa: D102
        return self.list if self.list.isVisibleTo(self) else self._form.makeChecklist

    def show_seen(self, seen: ReadySeen) -> None:  # noqa: D102
        self.seen, form, lines = seen, self._form, _in_order(seen)
        self.show_new(seen)
        show_rows(self.list, [_row(line, seen.today) for line in lines])
        if self._go_to is not None and self.list.go_to(self._go_to):
            self._go_to = None
        elif lines and self.list.current_id() is None:
            self.list.go_to(lines[0].id)
        if form.partLine.isHidden() and lines:
            form.partLine.setChecked(True)
        for widget in (self.list, form.checkKeys, form.partLine):
            widget.setVisible(bool(lines))
        if not lines:
            form.partMore.setChecked(True)
        form.checkNone.setVisible(not lines)
        form.makeChecklist.setText("Add what is missing" if lines else "Make the checklist")
        done, basic = sum(line.done for line in lines), {*self.content.basics()}
        basics = sum(line.text in basic for line in lines)
        made = f"{done} of {len(lines)} done · {basics} basics, {len(lines) - basics} on top"
        form.checkTally.setText(after_dot(made if lines else ""))
        self._show_line()
        self._show_more()

    def _line(self, row: str | None = None) -> ChecklistItem | None:
        row = row or self.list.current_id()
        return next((c for c in self.seen.checklist if c.id == row), None) if self.seen else None

    def _show_line(self) -> None:
        line = self._line()
        if line is not None:
            names = ("text", "who", "by", "done", "phase")
            self.show_row(line.id, {name: getattr(line, name) for name in names})

    def _show_half(self) -> None:
        more = self._form.partMore.isChecked()
        self._form.moreBox.setVisible(more)
        self._form.lineBox.setVisible(not more)

    def _change_words(self) -> None:
        self._form.partLine.setChecked(True)
        self._form.lineText.setFocus()

    def _show_more(self) -> None:
        phase = self._form.morePhase.currentData()
        have = {line.text for line in self.seen.checklist} if self.seen else set()
        rows = [ListRow(text, text) for text in self.content.checklist(phase) if text not in have]
        show_rows(self.more, rows)
        self._form.addMore.setEnabled(bool(rows))

    # ---- acts

    def _save(self, row: str, field: str, value: Any) -> None:
        line = self._line(row)
        if line is None:
            return
        if field == "text" and not value:
            self._form.lineText.set_words(line.text)
            self.context.fail(UserError("A line of the checklist needs a few words.", "The old ones are back."))
            return
        self.save_line(_NOUN, row, field, value, getattr(line, field))

    def _toggle(self, row: str) -> None:
        line = self._line(row)
        if line is not None:
            self.save_line(_NOUN, row, "done", not line.done, line.done)
            self.context.announce("Not done" if line.done else "Done")

    def _make(self) -> None:
        if self.seen is not None:
            self.context.runner.do(prepare.make_checklist, self.seen.session.id, done=self._made, owner=self)

    def _made(self, changes: Changes) -> None:
        n = len(changes.added)
        words = "Nothing was missing." if not n else counted(n, "line added", "lines added")
        self.context.tell(words, "", "done")

    def _add_more(self) -> None:
        text = self.more.current_id()
        if text is not None:
            self._add(self._form.morePhase.currentData(), text)

    def _add_own(self) -> None:
        words = self._form.newLine.text().strip()
        if words:
            self.new_is_handed_in()
            self._form.newLine.clear()
            self._add(Phase.BEFORE, words)
        else:
            self._form.newLine.setFocus()

    def _add(self, phase: Phase, text: str) -> None:
        if self.seen is not None:
            self.context.runner.do(
                prepare.add_checklist_item, self.seen.session.id, phase, text,
                done=partial(self._added, text), failed=partial(self._not_added, text), owner=self,
            )  # fmt: skip

    def _added(self, text: str, made: tuple[str, Changes]) -> None:
        self._go_to = None if self.list.go_to(made[0]) else made[0]
        self.context.announce(f"Added: {text}")

    def _not_added(self, text: str, error: UserError) -> None:
        self._form.newLine.setText(text)
        self.context.fail(error)

    def _remove(self) -> None:
        line = self._line()
        if line is not None:
            self._go_to = neighbour(self.list)
            self.context.runner.do(prepare.remove, _NOUN, line.id, owner=self)
            self.context.announce(f"Taken away: {line.text}")


def _in_order(seen: ReadySeen) -> list[ChecklistItem]:
    return sorted(seen.checklist, key=lambda line: (list(Phase).index(line.phase), line.order))


def _row(line: ChecklistItem, today: datetime.date) -> ListRow:
    words = [] if line.phase is Phase.BEFORE else [PHASES[line.phase]]
    if line.who:
        words.append(line.who)
    if line.by:
        words.append(f"by {dates.short(line.by)}")
    if line.done:
        return ListRow(line.id, line.text, " · ".join(words), "done", "Done")
    if line.by and line.by < today:
        return ListRow(line.id, line.text, " · ".join(["Late", *words]), "late", "Not done")
    return ListRow(line.id, line.text, " · ".join(words), "waiting", "Not done")
