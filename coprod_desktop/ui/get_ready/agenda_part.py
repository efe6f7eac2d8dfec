"""The agenda: parts with clock times that follow from the start, what is wrong with it, and templates."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import agenda
from coprod_desktop.domain.agenda import Slot
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.hours import Hours
from coprod_desktop.domain.record import AgendaItem
from coprod_desktop.errors import UserError
from coprod_desktop.services import live_hour, prepare
from coprod_desktop.services.program.content import Content
from coprod_desktop.services.seen.get_ready import ReadySeen
from coprod_desktop.ui._forms.get_ready_agenda import Ui_GetReadyAgenda
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.get_ready.part import LINES, ReadyPart
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_help import after_dot, neighbour, place_words
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.status_label import StatusLabel

BREAK_MINUTES = 15
MOST_KEPT = 3
"""Parts kept for next time that are offered at once."""
_NOUN = "agenda_item"


class AgendaPart(ReadyPart):
    """A list, and beside it the part one is on."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__(context, content)
        # made before the form, so that Tab comes to it first
        self.list = RowsList[ListRow](lambda row: row, "agendaItems", "Agenda", self, with_icons=False)
        self._form = form = Ui_GetReadyAgenda()
        form.setupUi(self)
        self.setObjectName("AgendaPart")
        self._go_to: str | None = None
        self._kept: list[tuple[str, str, int]] = []
        Room(self.list, LINES)
        form.agendaPlace.addWidget(self.list)
        for name, minutes in content.agendas().items():
            form.template.addItem(name, minutes)
        self.fields.text("title", form.itemTitle)
        self.fields.text("leads", form.itemLeads)
        self.fields.text("notes", form.itemNotes)
        self.fields.pick("minutes", form.itemMinutes)
        self.fields.pick("is_break", form.itemBreak)
        self.fields.pick("tables", form.itemTables)
        self.fields.keep_drafts(context, _NOUN)
        self.keep_new("new_agenda_item", form.newItem)
        self.keep_new("new_agenda_item.minutes", form.newMinutes)
        self.fields.changed.connect(self._save)
        self.list.chosen.connect(lambda _id: self._show_item())
        self.list.opened.connect(lambda _id: form.itemTitle.setFocus())
        self.move_keys(self.list, self._move)
        self._make_buttons()

    def _make_buttons(self) -> None:
        form = self._form
        for push, icon in ((form.itemUp, "up"), (form.itemDown, "down"), (form.addItem, "plus")):
            icons.put(push, icon)
        form.itemUp.setToolTip("Alt Up")
        form.itemDown.setToolTip("Alt Down")
        form.itemUp.clicked.connect(lambda: self._move(-1))
        form.itemDown.clicked.connect(lambda: self._move(1))
        form.itemRemove.clicked.connect(self._remove)
        AddRow(form.addItem, self._add, form.newItem, form.newMinutes)
        form.addBreak.clicked.connect(self._add_break)
        form.useTemplate.clicked.connect(self._use)

    # ---- what it shows

    def first_focus(self) -> QWidget:  # noqa: D102
        return self.list if self.list.isVisibleTo(self) else self._form.newItem

    def show_seen(self, seen: ReadySeen) -> None:  # noqa: D102
        self.seen, form = seen, self._form
        self.show_new(seen)
        items, session = seen.agenda, seen.session
        slots = agenda.plan(items, session.start or "00:00", Hours(session.date, session.start))
        show_rows(self.list, [_row(slot, timed=bool(session.start)) for slot in slots])
        if self._go_to is not None and self.list.go_to(self._go_to):
            self._go_to = None
        elif items and self.list.current_id() is None:
            self.list.go_to(items[0].id)
        for widget in (self.list, form.agendaActs, form.itemCard):
            widget.setVisible(bool(items))
        form.agendaNone.setVisible(not items)
        form.templateHelp.setVisible(bool(items))
        form.agendaTally.setText(after_dot(_tally(seen)))
        self._show_worries(agenda.worries(items, session.start, session.finish_by or session.end, session.date), seen)
        self._show_kept(seen)
        self._show_item()

    def _show_kept(self, seen: ReadySeen) -> None:
        """Offer what was kept for next time, so that nobody has to remember it."""
        kept = [(one.id, one.title, one.planned or one.minutes) for one in seen.kept[:MOST_KEPT]]
        self._form.keptParts.setVisible(bool(kept))
        if kept == self._kept:
            return
        self._kept = kept
        self._form.keptParts.clear()
        for part, title, minutes in kept:
            push = button(f"Add from last time: {title}, {minutes} min", f"keptPart_{part}", icon="plus")
            push.clicked.connect(partial(self._take_up, part))
            self._form.keptParts.add(push)

    def _take_up(self, part: str) -> None:
        if self.seen is not None:
            self.context.runner.do(prepare.take_up, self.seen.session.id, part, owner=self)

    def _show_worries(self, worries: tuple[str, ...], seen: ReadySeen) -> None:
        place = self._form.worriesPlace
        told = list(worries)
        if seen.agenda and not seen.session.start:
            told.append("There is no start time yet, so no clock times. It is under “About”.")
        if told == [w.text() for i in range(place.count()) if isinstance(w := place.itemAt(i).widget(), StatusLabel)]:
            return
        while (item := place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words in told:
            place.addWidget(StatusLabel("look", words))
        if told and self.isVisible():
            self.context.announce(" ".join(told))

    def _item(self) -> AgendaItem | None:
        now = self.list.current_id()
        return next((i for i in self.seen.agenda if i.id == now), None) if self.seen else None

    def _show_item(self) -> None:
        item = self._item()
        if item is not None:
            values = {"title": item.title, "leads": item.leads, "minutes": item.minutes, "notes": item.notes}
            self.show_row(item.id, {**values, "is_break": agenda.is_break(item), "tables": item.tables or 1})

    # ---- acts

    def _save(self, row: str, field: str, value: Any) -> None:
        item = next((i for i in self.seen.agenda if i.id == row), None) if self.seen else None
        if item is None:
            return
        if field == "is_break":
            field, value = "kind", "break" if value else "part"
        if field == "tables":
            self.context.runner.do(live_hour.set_tables, row, int(value), owner=self)
            return
        if field == "title" and not value:
            self._form.itemTitle.set_words(item.title)
            self.context.fail(UserError("A part of the agenda needs a few words.", "The old ones are back."))
            return
        self.save_line(_NOUN, row, field, value, getattr(item, field))

    def _move(self, by: int) -> None:
        item = self._item()
        if item is not None and self.seen is not None:
            self._go_to = item.id
            said = f"Moved: {item.title}. {place_words(self.list, item.id, by)}"
            self.leave()
            self.context.runner.do(
                prepare.move, self.seen.session.id, _NOUN, item.id, by, done=partial(self._moved, said), owner=self
            )

    def _moved(self, said: str, _changes: Changes) -> None:
        self.context.announce(said)

    def _remove(self) -> None:
        item = self._item()
        if item is not None:
            self._go_to = neighbour(self.list)
            self.context.runner.do(prepare.remove, _NOUN, item.id, owner=self)
            self.context.announce(f"Taken away: {item.title}")

    def _add(self) -> None:
        words = self._form.newItem.text().strip()
        if not words:
            self._form.newItem.setFocus()
            return
        self.new_is_handed_in()
        self._form.newItem.clear()
        self._form.newItem.setFocus()
        self._put(words, self._form.newMinutes.value())

    def _add_break(self) -> None:
        self._put("Break", BREAK_MINUTES, kind="break")

    def _put(self, words: str, minutes: int, **fields: Any) -> None:
        if self.seen is not None:
            self.context.runner.do(
                prepare.add_agenda_item, self.seen.session.id, words, minutes,
                done=self._added, failed=partial(self._not_added, words), owner=self, **fields,
            )  # fmt: skip

    def _added(self, made: tuple[str, Changes]) -> None:
        self._go_to = None if self.list.go_to(made[0]) else made[0]

    def _not_added(self, words: str, error: UserError) -> None:
        self._form.newItem.setText(words)
        self.context.fail(error)

    def _use(self) -> None:
        if self.seen is not None:
            name, items = self._form.template.currentText(), self._form.template.currentData()
            self.context.runner.do(prepare.use_agenda, self.seen.session.id, items, owner=self)
            self.context.announce(f"The agenda is now: {name}")


def _row(slot: Slot, *, timed: bool) -> ListRow:
    item = slot.item
    words = ["Break"] if agenda.is_break(item) and "break" not in item.title.casefold() else []
    if item.tables:
        words.append(f"{item.tables} tables at once")
    if item.leads:
        words.append(f"led by {item.leads}")
    lead = slot.start if timed else ""
    return ListRow(item.id, item.title, " · ".join(words), count=f"{item.minutes} min", lead=lead)


def _tally(seen: ReadySeen) -> str:
    items, start = seen.agenda, seen.session.start
    if not items:
        return ""
    minutes = sum(item.minutes for item in items)
    if not start:
        return f"{minutes} minutes"
    return f"{start} to {agenda.plan(items, start, Hours(seen.session.date, start))[-1].end}, {minutes} minutes"
