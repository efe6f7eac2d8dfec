"""Ground rules to offer the group: a starter set to pick from, and their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import GroundRule
from coprod_desktop.errors import UserError
from coprod_desktop.services import prepare
from coprod_desktop.services.program.content import Content
from coprod_desktop.services.seen.get_ready import ReadySeen
from coprod_desktop.ui._forms.get_ready_rules import Ui_GetReadyRules
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.get_ready.part import LINES, ReadyPart
from coprod_desktop.ui.listen.notice_dialog import open_notice
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_help import after_dot, neighbour, place_words
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.words.notice import last_read

_NOUN = "ground_rule"
LEAST_STARTERS = 5
"""Lines of text that the starter set shows at the least."""


class RulesPart(ReadyPart):
    """The session's rules on one side, the starter set on the other."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__(context, content)
        # made before the form, so that Tab comes to it first
        self.list = RowsList[ListRow](lambda row: row, "groundRules", "Ground rules", self, with_icons=False)
        self._form = form = Ui_GetReadyRules()
        form.setupUi(self)
        self.setObjectName("RulesPart")
        self._go_to: str | None = None
        self.starter = RowsList[ListRow](lambda row: row, "starterRules", "Starter set", with_icons=False)
        for rows, place in ((self.list, form.rulesPlace), (self.starter, form.starterPlace)):
            Room(rows, LINES if rows is self.list else LEAST_STARTERS)
            place.addWidget(rows)
        self.setTabOrder(form.addRule, self.starter)
        self.fields.text("text", form.ruleText)
        self.fields.keep_drafts(context, _NOUN)
        self.keep_new("new_ground_rule", form.newRule)
        self.fields.changed.connect(self._save)
        self.list.chosen.connect(lambda _id: self._show_rule())
        self.list.opened.connect(lambda _id: form.ruleText.setFocus())
        self.starter.opened.connect(lambda _id: self._add_starter())
        self.move_keys(self.list, self._move)
        self._make_buttons()

    def _make_buttons(self) -> None:
        form = self._form
        for push, icon in ((form.ruleUp, "up"), (form.ruleDown, "down"), (form.addRule, "plus")):
            icons.put(push, icon)
        form.ruleUp.setToolTip("Alt Up")
        form.ruleDown.setToolTip("Alt Down")
        form.ruleUp.clicked.connect(lambda: self._move(-1))
        form.ruleDown.clicked.connect(lambda: self._move(1))
        form.ruleRemove.clicked.connect(self._remove)
        AddRow(form.addRule, self._add_own, form.newRule)
        form.noticeOpen.clicked.connect(self._open_notice)
        form.addStarter.clicked.connect(self._add_starter)
        form.addAll.clicked.connect(lambda: self._use([row.id for row in self.starter.items.rows()]))

    # ---- what it shows

    def first_focus(self) -> QWidget:  # noqa: D102
        return self.list if self.list.isVisibleTo(self) else self._form.newRule

    def show_seen(self, seen: ReadySeen) -> None:  # noqa: D102
        self.seen, form, rules = seen, self._form, seen.rules
        self.show_new(seen)
        show_rows(self.list, [ListRow(rule.id, rule.text, lead=f"{n}.") for n, rule in enumerate(rules, start=1)])
        if self._go_to is not None and self.list.go_to(self._go_to):
            self._go_to = None
        elif rules and self.list.current_id() is None:
            self.list.go_to(rules[0].id)
        for widget in (self.list, form.rulesActs, form.ruleBox):
            widget.setVisible(bool(rules))
        form.rulesNone.setVisible(not rules)
        form.rulesTally.setText(after_dot(str(len(rules)) if rules else ""))
        have = {rule.text for rule in rules}
        left = [ListRow(text, text) for text in self.content.ground_rules() if text not in have]
        show_rows(self.starter, left)
        form.starterHelp.setText("Enter adds the rule you are on." if left else "All of them are on your list.")
        self.starter.setVisible(bool(left))
        form.starterActs.setVisible(bool(left))
        form.noticeState.show_state(*last_read(seen.notice))
        self._show_rule()

    def _open_notice(self) -> None:
        if self.seen is not None:
            open_notice(self.context, self.seen.session.id, self.content, self._form.noticeOpen, self)

    def _rule(self) -> GroundRule | None:
        now = self.list.current_id()
        return next((r for r in self.seen.rules if r.id == now), None) if self.seen else None

    def _show_rule(self) -> None:
        rule = self._rule()
        if rule is not None:
            self.show_row(rule.id, {"text": rule.text})

    # ---- acts

    def _save(self, row: str, field: str, value: Any) -> None:
        rule = next((r for r in self.seen.rules if r.id == row), None) if self.seen else None
        if rule is None:
            return
        if not value:
            self._form.ruleText.set_words(rule.text)
            self.context.fail(UserError("A ground rule needs a few words.", "The old ones are back."))
            return
        self.save_line(_NOUN, row, field, value, rule.text)

    def _move(self, by: int) -> None:
        rule = self._rule()
        if rule is not None and self.seen is not None:
            self._go_to = rule.id
            self.leave()
            self.context.runner.do(prepare.move, self.seen.session.id, _NOUN, rule.id, by, owner=self)
            self.context.announce(f"Moved: {rule.text}. {place_words(self.list, rule.id, by)}")

    def _remove(self) -> None:
        rule = self._rule()
        if rule is not None:
            self._go_to = neighbour(self.list)
            self.context.runner.do(prepare.remove, _NOUN, rule.id, owner=self)
            self.context.announce(f"Taken away: {rule.text}")

    def _add_own(self) -> None:
        words = self._form.newRule.text().strip()
        if words and self.seen is not None:
            self.new_is_handed_in()
            self._form.newRule.clear()
            self.context.runner.do(
                prepare.add_rule, self.seen.session.id, words,
                done=self._added, failed=partial(self._not_added, words), owner=self,
            )  # fmt: skip
        else:
            self._form.newRule.setFocus()

    def _added(self, made: tuple[str, Changes]) -> None:
        self._go_to = None if self.list.go_to(made[0]) else made[0]

    def _not_added(self, words: str, error: UserError) -> None:
        self._form.newRule.setText(words)
        self.context.fail(error)

    def _add_starter(self) -> None:
        text = self.starter.current_id()
        if text is not None:
            self._use([text])

    def _use(self, texts: Sequence[str]) -> None:
        if self.seen is not None:
            self.context.runner.do(prepare.use_rules, self.seen.session.id, list(texts), owner=self)
            self.context.announce(f"Added: {texts[0]}" if len(texts) == 1 else f"{len(texts)} rules added")
