"""The Find page: one field over everything, and "What happened to what she said?"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.domain.record import SessionRecord
from coprod_desktop.services import people, sessions
from coprod_desktop.services.seen import search
from coprod_desktop.services.seen.search import Followed, Found
from coprod_desktop.ui._forms.find import Ui_Find
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.find.found_rows import NOUNS, count_words, followed_rows, found_rows, opens
from coprod_desktop.ui.pages.base import Page

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk

PAUSE_MS = 120
"""Between keys of somebody who types quickly nothing is looked up."""
SAY_MS = 700
"""The number of results is said when the typing rests."""
HINT = (
    "Everything in this workspace is searched: what people said and its themes, points, answers and why, who does it, "
    "replies and what was said back, "
    "promises and how they go, votes, the log, people and their roles, sessions."
)
NOTHING = "Nothing has these words. Try one word, or the beginning of one. Accents and capitals do not matter."
_SEARCHED = (*NOUNS, "attendance")

Told = Sequence[tuple[SessionRecord, Sequence[Followed]]]


def told_by(desk: Desk, person: str) -> Told:
    """Return each session a person was at, the newest first, with what they said and what became of it."""
    return [(sessions.record(desk, s), search.what_happened(desk, s, person)) for s in people.sessions_of(desk, person)]


class FindPage(Page):
    """Answers that come late, for words no longer in the field, are dropped."""

    title: ClassVar[str] = "Find what someone said"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = form = Ui_Find()
        form.setupUi(self)
        self._found: Sequence[Found] = ()
        self._shown_for = ""
        self._open_when_found = False
        self._person: str | None = None
        self._wait = Pause(self._search, PAUSE_MS, self)
        self._say = Pause(self._say_count, SAY_MS, self)
        form.findWords.textChanged.connect(self._typed)
        form.findWords.returnPressed.connect(self._open_first)
        form.findWords.installEventFilter(self)
        form.found.picked.connect(self._picked)
        form.found.opened.connect(self._open_row)
        form.personLines.opened.connect(self._open_told)
        form.openPerson.clicked.connect(self._open_person)
        self._show_nothing(HINT)

    # ---- what the shell asks

    def open(self, session_id: str | None) -> None:  # noqa: D102
        super().open(session_id)
        self.form.findWords.selectAll()
        self._search()

    def apply(self, changes: Changes) -> None:  # noqa: D102
        if self.isVisible() and any(changes.touch(noun) for noun in _SEARCHED):
            self._wait.start()

    def act(self, what: str) -> bool:  # noqa: D102
        if what != "find":
            return False
        self.form.findWords.setFocus()
        self.form.findWords.selectAll()
        return True

    def keys(self) -> Sequence[tuple[str, str]]:  # noqa: D102
        return (("Down", "From the field to what was found"), ("Enter", "Open what was found"))

    def panes(self) -> list[QWidget]:  # noqa: D102
        return [self.form.findCard, self.form.found, self.form.personCard]

    def first_focus(self) -> QWidget:  # noqa: D102
        field: QWidget = self.form.findWords
        return field

    # ---- searching

    def _typed(self, _text: str) -> None:
        self._open_when_found = False
        self._wait.start()

    def _search(self) -> None:
        typed = self.form.findWords.text().strip()
        if not typed:
            self._found, self._shown_for = (), ""
            self._show_nothing(HINT)
            return
        self.context.runner.ask(search.search, typed, done=partial(self._show_found, typed), owner=self)

    def _show_found(self, typed: str, found: Sequence[Found]) -> None:
        if typed != self.form.findWords.text().strip():
            return  # an answer to words that are gone
        self._found, self._shown_for = found, typed
        rows = found_rows(found, typed)
        if not rows:
            self._show_nothing(NOTHING)
        else:
            self.form.found.show_rows(rows)
            self.form.found.show()
            self.form.findCount.setText(count_words(rows))
            if not self.form.found.ids():
                self._choose_first()
        self._say.start()
        if self._open_when_found:
            self._open_when_found = False
            self._open_first()

    def _show_nothing(self, words: str) -> None:
        self.form.findCount.setText(words)
        self.form.found.show_rows(())
        self.form.found.hide()
        self.form.personCard.hide()
        self._person = None

    def _choose_first(self) -> None:
        first = next((row.id for row in self.form.found.cards.rows() if row.kind != "heading"), None)
        if first is not None:
            self.form.found.choose([first])

    def _say_count(self) -> None:
        if self.isVisible() and self.form.findWords.text().strip():
            self.context.announce(self.form.findCount.text().partition(".")[0])

    # ---- a person

    def _picked(self) -> None:
        chosen = self.form.found.ids()
        noun, _, row_id = chosen[0].partition(":") if chosen else ("", "", "")
        person = row_id if noun == "person" else None
        if person is None:
            self._person = None
            self.form.personCard.hide()
        else:
            self._person = person
            self.context.runner.ask(told_by, person, done=partial(self._show_told, person), owner=self)

    def _show_told(self, person: str, told: Told) -> None:
        if person != self._person:
            return
        name = next((hit.words for hit in self._found if hit.id == person), "this person")
        rows = followed_rows(told, self.context.desk.today())
        self.form.personHeading.setText(f"What happened to what {name} said?")
        self.form.personNote.setText("Nothing is written down as said by them." if not rows else "")
        self.form.personNote.setVisible(not rows)
        self.form.personLines.show_rows(rows)
        self.form.personLines.setVisible(bool(rows))
        self.form.personCard.show()

    # ---- opening

    def _open_first(self) -> None:
        """Open what is chosen. What is shown may still be of older words: then as soon as the answer is there."""
        self._wait.stop()
        if self._shown_for != self.form.findWords.text().strip():
            self._open_when_found = True
            self._search()
            return
        chosen = self.form.found.ids()
        if chosen and not self.form.found.isHidden():
            self._open_row(chosen[0])

    def _open_row(self, row: str) -> None:
        noun, _, row_id = row.partition(":")
        hit = next((h for h in self._found if h.noun == noun and h.id == row_id), None)
        if hit is None:
            return
        if noun == "person":
            self.form.personLines.setFocus()
        elif noun == "log_line":
            self._open_logged(hit)
        elif noun == "agreed_paper":
            self._open_agreed(hit)
        else:
            self.context.open_page(*opens(hit))

    def _open_logged(self, hit: Found) -> None:
        """Open a line of the log by itself, above what was found."""
        from coprod_desktop.ui.groups.log_line_dialog import log_line_dialog

        kinds = self.context.desk.content.log
        opened = log_line_dialog(self.context, kinds, hit.id, hit.kind or "", hit.session or "", self)
        opened.finished.connect(lambda _how: self.form.found.setFocus())
        opened.open()

    def _open_agreed(self, hit: Found) -> None:
        """Open a paper people agreed on in its editor, above what was found."""
        from coprod_desktop.ui.agreed.editor import AgreedEditor

        opened = AgreedEditor(self.context, hit.id, self)
        opened.finished.connect(lambda _how: self.form.found.setFocus())
        opened.open()

    def _open_person(self) -> None:
        if self._person:
            self.context.open_page("people", None, Ref("person", self._person))

    def _open_told(self, row: str) -> None:
        """Open the session of a line: the heading above it names it."""
        session = None
        for each in self.form.personLines.cards.rows():
            session = each.id.removeprefix("heading:") if each.kind == "heading" else session
            if each.id == row and session is not None:
                self.context.open_page("answer", session)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.form.found.setFocus()
            return True
        return super().eventFilter(watched, event)
