"""The room screen as Listen has it: its card, its keys, and the lines that are sent there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.room import RoomShows
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen.lines import Lines
from coprod_desktop.ui.room_screen.blank_key import BLANK_KEY, BlankKey
from coprod_desktop.ui.room_screen.card import ScreenCard
from coprod_desktop.ui.room_screen.menu import ToShow, open_menu
from coprod_desktop.ui.room_screen.room_screen import RoomScreen
from coprod_desktop.ui.widgets.kept_field import KeptForm

if TYPE_CHECKING:
    from coprod_desktop.services.capture import EntryLine

KEYS: tuple[tuple[str, str, str], ...] = (
    ("Alt+R", "Show this line in the room, or take it off: the one you are on in the list, else the last", "line"),
    ("Alt+O", "What else the room can see", "menu"),
    (BLANK_KEY, "Blank the room screen. It never shows anything", "blank"),
    ("Shift+F8", "Show in the room again what was there before", "again"),
    ("Ctrl+PgDown", "The next page of the room screen", "next_page"),
    ("Ctrl+PgUp", "The page before", "last_page"),
)


class ScreenPart(QObject):
    """`current` gives the line one is on in the list; `field` has the focus again when a question is closed."""

    def __init__(
        self,
        context: Context,
        card: ScreenCard,
        lines: Lines,
        current: Callable[[], EntryLine | None],
        field: QWidget,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._context, self._card, self._lines, self._current = context, card, lines, current
        self._field, self._page = field, page
        self.screen = RoomScreen(context, field, page)
        self.screen.changed.connect(self._show)
        card.blank_wanted.connect(self.blank)
        card.page_wanted.connect(self.screen.turn_page)
        card.show_wanted.connect(self.open_menu)
        does: dict[str, Callable[[], object]] = {
            "line": self.turn_line,
            "menu": self.open_menu,
            "blank": self.blank,
            "again": self.screen.show_again,
            "next_page": lambda: self.screen.turn_page(1),
            "last_page": lambda: self.screen.turn_page(-1),
        }
        for sequence, _words, name in KEYS:
            shortcut = QShortcut(QKeySequence(sequence), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does[name])
        BlankKey(self.blank, self)

    def open(self, session: str) -> None:
        """Listen shows this session."""
        self.screen.open(session)
        self._show()

    def blank(self) -> None:
        """F8."""
        if not self.screen.is_blank:
            self._context.announce("The room screen is blank.")
        self.screen.blank()

    def turn_line(self, line_id: str | None = None) -> None:
        """Send a line to the room, or take it off."""
        line = self._lines.get(line_id) if line_id else self._current() or self._lines.last()
        if line is not None:
            self.screen.turn_line(line.id)

    def short_break(self) -> None:
        """Someone may be at risk: what the room sees says "Short break", and nothing stops visibly."""
        if not self.screen.is_blank:
            self.screen.send(self.screen.choice.showing(RoomShows.BREAK))

    def open_menu(self) -> None:
        """Show what can be shown."""
        session = self.screen.session
        if session is None:
            return
        from coprod_desktop.services.seen import room_screen

        self._context.runner.ask(room_screen.votes, session, done=self._open_menu, owner=self)

    def _open_menu(self, votes: tuple[tuple[str, str], ...]) -> None:
        to_show = ToShow(self._lines.themes(), votes, self._words_of, ())
        menu = open_menu(self.screen, to_show, self.ask_message, self._page)
        push = self._card.show_menu
        menu.popup(push.mapToGlobal(QPoint(0, push.height())))

    def ask_message(self) -> None:
        """Ask for a message of one's own."""
        from coprod_desktop.ui.room_screen.once_more import MessageQuestion

        question = MessageQuestion(self._page)
        question.sent.connect(
            lambda words: self.screen.send(self.screen.choice.showing(RoomShows.MESSAGE, words=words))
        )
        session = self.screen.session
        KeptForm(self._context, question, f"room:{session}", {"message": question.field}, session)
        question.finished.connect(lambda _: self._field.setFocus())
        question.open()

    def _words_of(self, line_id: str) -> str:
        line = self._lines.get(line_id)
        return line.text if line is not None else ""

    def _show(self) -> None:
        screen = self.screen
        picture = screen.picture()
        self._card.preview.show_picture(picture, screen.page)
        used = screen.choice.shows is not RoomShows.BLANK or screen.is_open
        self._card.show_state(self._words(), screen.page, picture.pages, used=used)
        self._card.blank.setEnabled(not screen.is_blank)

    def _words(self) -> str:
        screen = self.screen
        if screen.is_blank:
            no_screen = "" if screen.is_open or screen.screens.for_room() is not None else screen.screens.why_none()
            return f"Blank. {no_screen}".strip()
        if screen.wrong is not None:
            return f"{screen.wrong.what} {screen.wrong.do}"
        refused = [screen.refused[i] for i in screen.shown_lines() if i in screen.refused]
        shown = len(screen.view.lines)
        words = screen.choice.shows.value
        if screen.choice.shows is RoomShows.WORDS:
            words = counted(shown, "thing", "things") + " said" if shown else ""
        return " · ".join(part for part in (words, *dict.fromkeys(refused)) if part)
