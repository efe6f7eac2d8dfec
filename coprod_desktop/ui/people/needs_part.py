"""What one person needs: a list, the need one is on, and one more from the groups of the Accessible Information Standard."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCompleter

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.needs import Needs
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.errors import UserError
from coprod_desktop.services import people, still_to_ask
from coprod_desktop.services.program.content import Content
from coprod_desktop.services.still_to_ask import Asking
from coprod_desktop.ui._forms.person_needs import Ui_PersonNeeds
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.people.person_group import PersonGroup
from coprod_desktop.ui.people.words import MET, need_card
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.saved_fields import SavedFields

NOTHING_YET = "Nothing is written down. Ask, in a way they can answer."
_FIELDS = ("need", "who_arranges", "by", "met", "ais", "why_not", "shared_on", "review_by")
_FEWEST = 3
"""Letters from which on a need is completed: "no" is an answer, and no beginning of "notetaker"."""


class _Completer(QCompleter):
    def splitPath(self, path: str) -> list[str]:
        return [path if len(path) >= _FEWEST else "\0"]


class NeedsPart(PersonGroup):
    """The needs of the person's part in one session."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__(context, content)
        self._form = form = Ui_PersonNeeds()
        form.setupUi(self)
        self.setObjectName("needsPart")
        self._go_to: str | None = None
        self._nothing = False
        self._fill_boxes(content.needs)
        form.needs.set_grow()
        form.needMet.ask("Was it met? Ask them.", MET)
        self._fields = fields = SavedFields(self)
        fields.text("need", form.needWords)
        fields.text("who_arranges", form.needWho)
        fields.date("by", form.needBy, form.needByLabel)
        fields.pick("met", form.needMet)
        fields.text("why_not", form.needWhyNot)
        fields.date("shared_on", form.needShared, form.needSharedLabel)
        fields.date("review_by", form.needReview, form.needReviewLabel)
        fields.pick("ais", form.needGroup)
        for day in (form.needBy, form.needShared, form.needReview):
            day.today = context.desk.today
        form.needShared.past = True
        form.needMet.changed.connect(self._show_why)
        form.nothingNeeded.clicked.connect(self._nothing_needed)
        icons.put(form.addNeed, "plus")
        fields.keep_drafts(context, "need")
        fields.changed.connect(self._save)
        form.needs.picked.connect(self._show_need)
        form.needs.opened.connect(lambda _id: form.needWords.setFocus())
        form.needRemove.clicked.connect(self._remove)
        form.needReviewed.clicked.connect(self._reviewed)
        AddRow(form.addNeed, self._add, form.newNeed)
        edit = form.newNeed.lineEdit()
        assert edit is not None
        self._new = KeptField(context, edit)

    def show_person(self, session: str, person: Person) -> None:  # noqa: D102
        if self.person is None or self.person.id != person.id:
            self.leave()
            self._form.newNeed.setCurrentText("")
        super().show_person(session, person)
        self._new.show(f"person:{session} {person.id}:new_need", "", session=session, row=person.id)
        self._form.needs.show_rows([need_card(need) for need in person.needs])
        self._form.needs.setVisible(bool(person.needs))
        self._form.needsNone.setVisible(not person.needs)
        self._form.askedActs.setVisible(not person.needs)
        self._show_asked(Asking())
        self.context.runner.ask(still_to_ask.of, session, person.id, done=partial(self._asked, person), owner=self)
        wanted, self._go_to = self._go_to, None
        if person.needs and (wanted or not self._form.needs.ids()):
            ids = [need.id for need in person.needs]
            self._form.needs.choose([wanted if wanted in ids else ids[0]])
        self._show_need()

    def leave(self) -> None:  # noqa: D102
        self._fields.hand_in()
        self._new.hand_in()

    def forget(self) -> None:  # noqa: D102
        super().forget()
        self._fields.forget()
        self._new.forget()

    def begin(self) -> None:  # noqa: D102
        self._form.newNeed.setFocus()

    def _fill_boxes(self, needs: Needs) -> None:
        """Fill the list to pick from, by group; what is typed is completed by the likeliest need first."""
        form = self._form
        form.needGroup.addItem("Not said", None)
        model = form.newNeed.model()
        assert isinstance(model, QStandardItemModel)
        for ais, title in needs.groups.items():
            form.needGroup.addItem(title, ais)
            form.newNeed.addItem(title)
            model.item(form.newNeed.count() - 1).setFlags(Qt.ItemFlag.NoItemFlags)
            for words, group in needs.offered:
                if group == ais:
                    form.newNeed.addItem(words, ais)
        completer = _Completer([words for words, _group in needs.offered], form.newNeed)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        form.newNeed.setCompleter(completer)
        form.newNeed.setCurrentIndex(-1)
        form.newNeed.setCurrentText("")
        group_of = dict(needs.offered)
        for at, words in enumerate(needs.often):
            push = button(words[:1].upper() + words[1:], f"often{at}", kind="small")
            push.setAccessibleName(f"Add a need: {words}")
            push.clicked.connect(partial(self._write, words, group_of[words]))
            form.oftenNeeds.add(push)

    def _need(self, row: str | None = None) -> Need | None:
        ids = [row] if row else self._form.needs.ids()
        return next((n for n in self.person.needs if n.id in ids), None) if self.person else None

    def _show_need(self) -> None:
        need = self._need()
        self._form.needBox.setVisible(need is not None)
        if need is not None:
            self._fields.show_row(need.id, {name: getattr(need, name) for name in _FIELDS}, self.session)
            self._show_why()

    def _show_why(self) -> None:
        """Why it was not met is asked when somebody said that it was not."""
        self._form.needWhyNotBox.setVisible(self._form.needMet.value() is False or bool(self._form.needWhyNot.text()))

    def _nothing_needed(self) -> None:
        if self.person is not None:
            act = still_to_ask.no_more if self._nothing else still_to_ask.nothing_needed
            self.context.runner.do(act, self.session, self.person.id, owner=self)

    def _asked(self, person: Person, asking: Asking) -> None:
        if self.person is person:
            self._show_asked(asking)

    def _show_asked(self, asking: Asking) -> None:
        self._nothing = asking.nothing_needed
        said = "They were asked: nothing is needed." if self._nothing else NOTHING_YET
        self._form.needsNone.setText(said)
        self._form.nothingNeeded.setText("They were not asked yet" if self._nothing else "Asked: nothing needed")

    def _save(self, row: str, field: str, value: Any) -> None:
        need = self._need(row)
        if need is None:
            return
        if field == "need" and not value:
            self._form.needWords.setText(need.need)
            self.context.fail(UserError("A need has some words.", "The old ones are back."))
            return
        self.context.runner.do(
            people.change_need, row,
            failed=partial(self._refused, field, getattr(need, field)), owner=self, **{field: value},
        )  # fmt: skip

    def _refused(self, field: str, saved: Any, error: UserError) -> None:
        self._fields.not_saved(field, saved)
        self.context.fail(error)

    def _add(self) -> None:
        form, words = self._form, self._form.newNeed.currentText().strip()
        if not words:
            form.newNeed.setFocus()
            return
        at = form.newNeed.findText(words, Qt.MatchFlag.MatchFixedString)
        self._new.settle()
        form.newNeed.setCurrentIndex(-1)
        form.newNeed.setCurrentText("")
        self._write(words, form.newNeed.itemData(at) if at >= 0 else None)

    def _write(self, words: str, group: str | None) -> None:
        if self.person is not None:
            self.context.runner.do(
                people.add_need, self.session, self.person.id, words, group,
                done=self._added, failed=partial(self._not_added, words), owner=self,
            )  # fmt: skip

    def _added(self, made: tuple[str, Changes]) -> None:
        self._go_to = made[0]
        if self._need(made[0]) is not None:
            self._go_to = None
            self._form.needs.choose([made[0]])

    def _not_added(self, words: str, error: UserError) -> None:
        if not self._form.newNeed.currentText():
            self._form.newNeed.setCurrentText(words)
        self.context.fail(error)

    def _reviewed(self) -> None:
        """Somebody asked whether it is still right, and it is."""
        need = self._need()
        if need is not None:
            self.leave()
            self.context.runner.do(people.change_need, need.id, reviewed=self.context.desk.today(), owner=self)
            self.context.announce(f"Looked at again today: {need.need}")

    def _remove(self) -> None:
        need = self._need()
        if need is not None:
            self.context.runner.do(people.remove_need, need.id, owner=self)
            self.context.announce(f"Taken away: {need.need}")
