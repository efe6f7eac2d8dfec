"""Get ready: what the session is about, its agenda, who is coming, the access checklist, the ground rules."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.services import drafts
from coprod_desktop.services.drafts import Kept
from coprod_desktop.services.seen.get_ready import ReadySeen, read
from coprod_desktop.services.seldom import FIELDS
from coprod_desktop.ui._forms.get_ready import Ui_GetReady
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.bin.bin_dialog import open_bin
from coprod_desktop.ui.get_ready.about_part import AboutPart
from coprod_desktop.ui.get_ready.agenda_part import AgendaPart
from coprod_desktop.ui.get_ready.before_papers import BeforePapers
from coprod_desktop.ui.get_ready.checklist_part import ChecklistPart
from coprod_desktop.ui.get_ready.part import ReadyPart
from coprod_desktop.ui.get_ready.people_part import PeoplePart
from coprod_desktop.ui.get_ready.rules_part import RulesPart
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.lazy_list import LazyList
from coprod_desktop.ui.words import promise as promise_words

_PROMISES = {"point", "promise_update", "telling"}
_SHOWN = {"session", "agenda_item", "attendance", "person", "need", "checklist_item", "ground_rule", "notice_given"}
_PART_OF = {
    "session": 0, "agenda_item": 1, "person": 2, "need": 2, "checklist_item": 3, "ground_rule": 4,
}  # fmt: skip
"""Which part a draft is in, by the noun it is of, or the one that was going to be added."""
_PARTS: tuple[type[ReadyPart], ...] = (AboutPart, AgendaPart, PeoplePart, ChecklistPart, RulesPart)


def place_of(field: str) -> str:
    """Return the noun of a draft: "agenda_item" of "agenda_item:<id>:title" and of "session:<id>:new_agenda_item".

    "" for one that is typed elsewhere.
    """
    noun, _, rest = field.partition(":")
    if rest.partition(":")[2] in FIELDS:
        return ""  # typed in the menu More of Listen
    return rest.rpartition(":")[2].removeprefix("new_").partition(".")[0] if ":new_" in rest else noun


class GetReadyPage(Page):
    """Five parts, one in view; each is made when it is first wanted."""

    title = "Get ready"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._form = form = Ui_GetReady()
        form.setupUi(self)
        self.setObjectName("GetReadyPage")
        self._content = context.desk.content
        self._parts: dict[int, ReadyPart] = {}
        self._seen: ReadySeen | None = None
        self._at = 0
        self._just_opened = False
        self._wanted: Ref | None = None
        self._tabs: tuple[QPushButton, ...] = (
            form.partAbout, form.partAgenda, form.partPeople, form.partChecklist, form.partRules,
        )  # fmt: skip
        self._names = [tab.text() for tab in self._tabs]
        for at, tab in enumerate(self._tabs):
            tab.toggled.connect(partial(self._chosen, at))
        self.papers = BeforePapers(context, form.printPapers, lambda: self.session_id)
        form.promisesAsk.wanted.connect(lambda: context.open_page("follow_up", self.session_id))
        icons.put(form.openBin, "bin")
        form.openBin.clicked.connect(lambda: open_bin(context, self))
        self._show_part(0)

    # ---- the page

    def open(self, session_id: str | None) -> None:  # noqa: D102
        if session_id != self.session_id:
            self.leave()
            self._seen = None
        other = session_id != self.session_id
        super().open(session_id)
        self._just_opened = True
        self._read()
        if session_id and other:
            self._look_for_drafts(session_id)

    def point_at(self, row: Ref) -> None:  # noqa: D102
        self._wanted = row
        if self._seen is not None:
            self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        """Bring up the part a row is in, and the row; of the session the field (its id is the field's name)."""
        row, self._wanted = self._wanted, None
        at = _PART_OF.get(row.noun) if row is not None else None
        if row is None or at is None:
            return
        self._go_there(at, row.id)
        part = self._parts[at]
        if isinstance(part, AboutPart):
            part.field(row.id).setFocus()

    def leave(self) -> None:  # noqa: D102
        for part in self._parts.values():
            part.leave()

    def apply(self, changes: Changes) -> None:  # noqa: D102
        ours = {None, self.session_id}
        shown = any(ref.noun in _PROMISES or (ref.noun in _SHOWN and ref.session in ours) for ref in changes.all())
        if self.session_id and shown:
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

    def part(self) -> ReadyPart:
        """Return the part in view."""
        return self._parts[self._at]

    # ---- after the program stopped

    def _look_for_drafts(self, session: str) -> None:
        desk = self.context.runner.desk
        if desk is not None:  # asked for where changes are written, so that what is being saved is no draft any more
            work = partial(drafts.of_session, desk, session)
            self.context.runner.run(work, done=partial(self._found, session), owner=self)

    def _found(self, session: str, kept: Sequence[Kept]) -> None:
        """Say where words are that were typed and not saved, when it is another part, or another row of it."""
        places = [(at, k) for k in kept if (at := _PART_OF.get(place_of(k.field))) is not None and (at or self._at)]
        if session != self.session_id or not places:
            return
        at, first = places[0]
        names = dict.fromkeys(self._names[at] for at, _kept in places)
        self.context.tell(
            f"Something you typed was not saved last time. It is under “{'”, “'.join(names)}”.",
            "It is in its field again.", "waiting", "Go there", partial(self._go_there, at, first.field.split(":")[1]),
        )  # fmt: skip

    def _go_there(self, at: int, row: str) -> None:
        self._tabs[at].click()
        rows = getattr(self._parts[at], "list", None)
        if isinstance(rows, LazyList):
            rows.go_to(row.rpartition(" ")[2])
            rows.setFocus()

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

    def _show(self, seen: ReadySeen) -> None:
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
        self._form.promisesAsk.ask(*promise_words.waiting(seen.promised))
        self._parts[self._at].show_seen(seen)
        if self._just_opened and self.isVisible():
            self._just_opened = False
            self.first_focus().setFocus()
        self._go_to_wanted()
