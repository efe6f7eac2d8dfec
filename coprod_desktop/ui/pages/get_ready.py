"""Get ready: what the session is about, its agenda, who is coming, the access checklist, the ground rules."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.services import content
from coprod_desktop.ui._forms.get_ready import Ui_GetReady
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.get_ready.about_part import AboutPart
from coprod_desktop.ui.get_ready.agenda_part import AgendaPart
from coprod_desktop.ui.get_ready.before_papers import BeforePapers
from coprod_desktop.ui.get_ready.checklist_part import ChecklistPart
from coprod_desktop.ui.get_ready.people_part import PeoplePart
from coprod_desktop.ui.get_ready.rules_part import RulesPart
from coprod_desktop.ui.get_ready.seen import Part, Seen, read
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.widgets.card import Card

_SHOWN = {"session", "agenda_item", "attendance", "person", "need", "checklist_item", "ground_rule"}
_PARTS: tuple[type[Part], ...] = (AboutPart, AgendaPart, PeoplePart, ChecklistPart, RulesPart)


class GetReadyPage(Page):
    """Five parts, one in view; each is made when it is first wanted."""

    title = "Get ready"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._form = form = Ui_GetReady()
        form.setupUi(self)
        self.setObjectName("GetReadyPage")
        self._content = content.load()
        self._parts: dict[int, Part] = {}
        self._seen: Seen | None = None
        self._at = 0
        self._just_opened = False
        self._tabs: tuple[QPushButton, ...] = (
            form.partAbout, form.partAgenda, form.partPeople, form.partChecklist, form.partRules,
        )  # fmt: skip
        self._names = [tab.text() for tab in self._tabs]
        for at, tab in enumerate(self._tabs):
            tab.toggled.connect(partial(self._chosen, at))
        self.papers = BeforePapers(context, form.printPapers, lambda: self.session_id)
        self._show_part(0)

    # ---- the page

    def open(self, session_id: str | None) -> None:  # noqa: D102
        if session_id != self.session_id:
            self.leave()
            self._seen = None
        super().open(session_id)
        self._just_opened = True
        self._read()

    def leave(self) -> None:  # noqa: D102
        for part in self._parts.values():
            part.leave()

    def apply(self, changes: Changes) -> None:  # noqa: D102
        ours = {None, self.session_id}
        if self.session_id and any(ref.noun in _SHOWN and ref.session in ours for ref in changes.all()):
            self._read()

    def keys(self) -> Sequence[tuple[str, str]]:  # noqa: D102
        return (
            ("Alt Up, Alt Down", "Move the line you are on"),
            ("Space", "Tick off a line of the checklist"),
            ("Enter", "Change the line you are on, or add the one you typed"),
        )

    def panes(self) -> list[QWidget]:  # noqa: D102
        cards = self._parts[self._at].findChildren(Card)
        return [self._form.parts, *(card for card in cards if card.isVisibleTo(self))]

    def first_focus(self) -> QWidget:  # noqa: D102
        return self._tabs[self._at]

    def part(self) -> Part:
        """Return the part in view."""
        return self._parts[self._at]

    # ---- the parts

    def _chosen(self, at: int, on: bool) -> None:
        if on:
            self._parts[self._at].leave()
            self._show_part(at)

    def _show_part(self, at: int) -> None:
        self._at = at
        if at not in self._parts:
            part = self._parts[at] = _PARTS[at](self.context, self._content)
            self._form.partPlace.addWidget(part)
        for other, part in self._parts.items():
            part.setVisible(other == at)
        if self._seen is not None:
            self._parts[at].show_seen(self._seen)

    # ---- what it shows

    def _read(self) -> None:
        if self.session_id:
            self.context.runner.ask(read, self.session_id, done=self._show, owner=self)

    def _show(self, seen: Seen) -> None:
        if seen.session.id != self.session_id:
            return
        self._seen = seen
        done = sum(line.done for line in seen.checklist)
        counts = (
            "",
            str(len(seen.agenda) or ""),
            str(len(seen.people) or ""),
            f"{done} of {len(seen.checklist)}" if seen.checklist else "",
            str(len(seen.rules) or ""),
        )
        for tab, name, count in zip(self._tabs, self._names, counts, strict=True):
            tab.setText(f"{name} · {count}" if count else name)
        self._parts[self._at].show_seen(seen)
        if self._just_opened and self.isVisible():
            self._just_opened = False
            self.first_focus().setFocus()
