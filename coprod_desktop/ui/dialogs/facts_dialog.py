"""A dialog made of tables of fields, a card each. Each field saves by itself, and is kept while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui._forms.facts import Ui_FactsForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.fact_form import Fact, FactForm
from coprod_desktop.ui.widgets.text import Words


@dataclass(frozen=True, kw_only=True)
class FactsPart:
    """One card: its fields, the row they are of, and how that row is read and saved."""

    heading: str
    lines: Sequence[Sequence[Fact]]
    noun: str
    row: str
    read: Callable[[Desk], Mapping[str, Any]]
    save: Callable[[Desk, str, Any], Changes]
    """(desk, field, value)"""
    prefix: str = ""
    """Of the names of its fields; the noun when there is none."""
    about: str = ""
    missing: Callable[[Mapping[str, Any]], str] = lambda _values: ""
    """What of a row is not there yet that something else in it asks for; "" for nothing."""


class FactsDialog(QDialog):
    """`session` is the one the rows are of. What is wrong is said inside, and what was typed stays."""

    def __init__(
        self,
        context: Context,
        session: str,
        title: str,
        about: str,
        parts: Sequence[FactsPart],
        parent: QWidget | None,
        other: Callable[[Mapping[str, Any]], Sequence[FactsPart] | None] = lambda _values: None,
    ) -> None:
        """`other` gives the cards of a row that, by what was read of it, is of another kind now; None when it is not."""
        super().__init__(parent)
        self._context, self._session, self._parts, self._other = context, session, parts, other
        self.ui = ui = Ui_FactsForm()
        ui.setupUi(self)
        self.setObjectName("facts")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.factsTitle.setText(title)
        ui.factsAbout.setText(about)
        ui.factsAbout.setVisible(bool(about))
        self.forms = [self._form(part) for part in parts]
        ui.close.clicked.connect(self.reject)
        context.runner.changed.connect(lambda _changes: self._read())
        self._read()
        self._go_to()
        fit_screen(self, 760, 640)

    def field(self, name: str) -> Any:
        """Return the field of this name, in whichever card it is."""
        return next(form.field(name) for form in self.forms if any(fact.field == name for fact in form.facts))

    def _is_in(self) -> str:
        """Return the name of the field one is in; "" for none."""
        now = self.focusWidget()
        fields = ((fact.field, form.field(fact.field)) for form in self.forms for fact in form.facts)
        return next((name for name, field in fields if now is field or field.isAncestorOf(now)), "") if now else ""

    def _go_to(self, name: str = "") -> None:
        """Go to a field, else to the first: typing can begin at once. The button that closes would come first."""
        facts = [(fact.field, form) for form in self.forms for fact in form.facts]
        found = next(((field, form) for field, form in facts if field == name), facts[0] if facts else None)
        if found is not None:
            found[1].field(found[0]).setFocus()

    def done(self, result: int) -> None:  # noqa: D102
        for form in self.forms:
            form.fields.hand_in()
        super().done(result)

    def _be(self, parts: Sequence[FactsPart]) -> None:
        """Show other cards in their place. What was being typed in the old ones is handed in, or waits as a draft."""
        was_in = self._is_in()
        for form in self.forms:
            form.fields.hand_in()
        while (item := self.ui.parts.takeAt(0)) is not None:
            if (card := item.widget()) is not None:
                card.hide()
                card.deleteLater()
        self._parts = parts
        self.forms = [self._form(part) for part in parts]
        self._read()
        self._go_to(was_in)

    def _form(self, part: FactsPart) -> FactForm:
        heading = "" if part.heading == self.windowTitle() else part.heading  # it is said once
        card, form = Card(heading), FactForm(self._context, part.lines, part.noun, part.prefix or part.noun)
        card.column.addWidget(form)
        if part.about:
            card.column.addWidget(Words(part.about, tone="quiet"))
        self.ui.parts.addWidget(card)
        card.show()  # at once: a field that is not shown yet does not take the focus from the button that closes
        form.changed.connect(partial(self._save, part, form))
        return form

    def _read(self) -> None:
        for part, form in zip(self._parts, self.forms, strict=True):
            self._context.runner.ask(part.read, done=partial(self._show, part, form), owner=self)

    def _show(self, part: FactsPart, form: FactForm, values: Mapping[str, Any]) -> None:
        if form not in self.forms:
            return  # others took its place meanwhile
        if (parts := self._other(values)) is not None:
            self._be(parts)
            return
        form.show_row(part.row, values, self._session)
        if (missing := part.missing(values)) != form.missing.text():
            form.missing.setText(missing)
            form.missing.setVisible(bool(missing))
            if missing:
                self._context.announce(missing)

    def _save(self, part: FactsPart, form: FactForm, _row: str, field: str, value: Any) -> None:
        self.ui.banner.clear()
        told = value or None if isinstance(value, str) else value
        self._context.runner.do(part.save, field, told, failed=partial(self._refused, form, field), owner=self)

    def _refused(self, form: FactForm, field: str, error: UserError) -> None:
        form.fields.not_saved(field, None)
        self.ui.banner.tell_error(error)
