"""Paper: what to look at first, one question at a time; then the paper as it would be now; and the formats people read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.permission import Circle
from coprod_desktop.publish import paper_kinds
from coprod_desktop.services.making import circles
from coprod_desktop.services.seen import looking, preview
from coprod_desktop.services.seen.looking import Choice
from coprod_desktop.services.seen.preview import Preview
from coprod_desktop.ui._forms.paper import Ui_Paper
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.pages.base import Page

WAIT_MS = 300
"""A pause this long after the last change before the paper is made again."""
AT_ONCE = frozenset({"settlement"})
"""Rows after which somebody waits for the next question."""
_NOT_PRINTED = frozenset({"paper", "sent", "draft"})
"""Rows that no paper holds."""

_KEY_WORDS = {
    Choice.LEAVE_OUT: "leave it out",
    Choice.FINE: "it is fine",
    Choice.OTHER_WORDS: "other words",
    Choice.GO: "go where it is changed",
    Choice.LATER: "not now",
}


class PaperPage(Page):
    """Reads a preview of the session when it comes to the front and when something the paper rests on changed."""

    title = "Paper"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_Paper()
        self.ui.setupUi(self)
        self.pages, self.formats = self.ui.pages, self.ui.formats
        self.question = self.pages.ui.question
        for card in (self.pages, self.formats):
            card.set_up(context)
        self._kind, self._circle = paper_kinds.YOU_SAID_WE_WILL, Circle.ANYONE
        self.pages.kind_chosen.connect(self._choose)
        self.pages.circle_chosen.connect(self._choose_circle)
        self.formats.print_wanted.connect(self._print)
        self._again = Pause(self._read, WAIT_MS, self)
        letters = QShortcut(QKeySequence("Alt+T"), self, self.formats.to_letters)
        letters.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def open(self, session_id: str | None) -> None:
        """Show the paper of a session."""
        if session_id != self.session_id:
            self._kind, self._circle = paper_kinds.YOU_SAID_WE_WILL, Circle.ANYONE
        super().open(session_id)
        self.pages.arrive()
        self._read()

    def leave(self) -> None:
        """Keep the other words being typed."""
        self._again.stop()
        self.question.hand_in()

    def apply(self, changes: Changes) -> None:
        """Make the paper again soon, if it is in front and rests on what changed."""
        mine = {r.noun for r in changes.all() if r.session in (self.session_id, None)} - _NOT_PRINTED
        if mine and self.isVisible():
            self._again.start(0 if mine & AT_ONCE else WAIT_MS)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the pages and of the text."""
        return (
            *((key, f"On a question: {_KEY_WORDS[choice]}") for choice, key in looking.KEYS.items()),
            ("Enter", "On the list of what was looked at: ask about it again"),
            ("Page Down", "On the pages: next page"),
            ("Page Up", "On the pages: the page before"),
            ("+", "On the pages: larger"),
            ("-", "On the pages: smaller"),
            ("0", "On the pages: fit the width"),
            ("Alt Down", "In the text: next heading"),
            ("Alt Up", "In the text: the heading before"),
            ("Alt T", "To the letters of thanks; Enter writes them"),
        )

    def first_focus(self) -> QWidget | None:
        """Go to the question, when there is one already."""
        return self.question if self.question.item is not None else None

    def _choose(self, kind: str) -> None:
        self._kind = kind
        self._read()

    def _choose_circle(self, circle: Circle) -> None:
        self._circle = circle
        self._read()

    def _read(self) -> None:
        if self.session_id is not None:
            circle = circles.fitting(self._kind, self._circle)
            self.context.runner.ask(preview.preview, self.session_id, self._kind, circle, done=self._show)

    def _show(self, found: Preview) -> None:
        wanted = (self.session_id, self._kind, circles.fitting(self._kind, self._circle))
        if (found.session, found.kind, found.circle) != wanted:
            return  # another session or paper came to the front meanwhile
        self.pages.show_preview(found)
        self.formats.show_preview(found)
        if self.isVisible():
            things = counted(found.waiting, "thing")
            self.context.note("look" if found.waiting else "", f"{things} to look at" if found.waiting else "")

    def _print(self) -> None:
        if self.pages.pdf is None:
            self.context.tell("There is nothing to print yet.", "The middle of the page says what is missing.", "look")
            return
        from coprod_desktop.ui.paper import printing

        printer = printing.ask_printer(self)
        if printer is None:
            return
        run = printing.PrintRun(self.pages.pdf, printer, self)
        run.ended.connect(self._printed)
        run.ended.connect(run.deleteLater)
        run.start()

    def _printed(self, whole: bool) -> None:
        if whole:
            self.context.tell("The paper went to the printer.", "", "done")
        else:
            self.context.tell(
                "The printer could not be used. Nothing was printed.", "Check the printer, then try again.", "danger"
            )
