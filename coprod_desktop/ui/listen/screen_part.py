"""The room screen as Listen has it: its card, its keys, and the lines that are sent there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.room import RoomShows
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen import agenda_words
from coprod_desktop.ui.listen.at_risk import AtRisk
from coprod_desktop.ui.listen.covering import Covering
from coprod_desktop.ui.listen.row_menu import RowActs
from coprod_desktop.ui.room_screen.blank_key import BLANK_KEY, BlankKey
from coprod_desktop.ui.room_screen.room_screen import RoomScreen
from coprod_desktop.ui.widgets.kept_field import KeptForm

if TYPE_CHECKING:
    from coprod_desktop.services.capture import EntryLine
    from coprod_desktop.ui.room_screen.stand_back import StandsBack

KEYS: tuple[tuple[str, str, str], ...] = (
    ("Alt+R", "Show this line in the room, or take it off: the one you are on in the list, else the last", "line"),
    ("Alt+M", "What else the room can see", "menu"),
    (BLANK_KEY, "Blank the room screen. It never shows anything", "blank"),
    ("Shift+F8", "Show in the room again what was there before", "again"),
    ("F9", "A large sheet to read aloud, of what the room sees: when there is no projector", "sheet"),
    ("F11", "Stand back: now, time and next, to be seen from across the room", "stand_back"),
    ("Alt+C", "Cover names, needs and notes on this laptop, or show them again", "cover"),
    ("Alt+L", "Read a theme back: right, change it, something missing", "read_back"),
    ("Ctrl+PgDown", "The next page of the room screen", "next_page"),
    ("Ctrl+PgUp", "The page before", "last_page"),
)


class ScreenPart(QObject):
    """`current` gives the line one is on in the list, `go_on` goes on to the next on the agenda."""

    def __init__(
        self,
        context: Context,
        covering: Covering,
        current: Callable[[], EntryLine | None],
        go_on: Callable[[], object],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._context, self._covering = context, covering
        card = self._card = covering.form.screenCard
        self._current, self._go_on, self._page = current, go_on, page
        self._lines, self._field = covering.lines, covering.form.captureLine.field
        self._saved = ""
        self.screen = RoomScreen(context, self._field, page)
        self.screen.changed.connect(self._show)
        card.blank_wanted.connect(self.blank)
        card.page_wanted.connect(self.screen.turn_page)
        card.show_wanted.connect(self.open_menu)
        does: dict[str, Callable[[], object]] = {
            "line": self.turn_line,
            "menu": self.open_menu,
            "blank": self.blank,
            "again": self.screen.show_again,
            "read_back": self.read_back,
            "sheet": self.open_sheet,
            "stand_back": self.stand_back,
            "cover": self.turn_cover,
            "next_page": lambda: self.screen.turn_page(1),
            "last_page": lambda: self.screen.turn_page(-1),
        }
        for sequence, _words, name in KEYS:
            shortcut = QShortcut(QKeySequence(sequence), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does[name])
        BlankKey(self.blank, self)
        card.asked_cover.connect(self._asked_cover)
        context.runner.saved.connect(lambda at: self._note_saved(f"Saved {at:%H:%M}"))
        context.runner.not_saved.connect(lambda _error: self._note_saved("Not saved"))

    def listen_to(self, acts: RowActs, at_risk: AtRisk) -> None:
        """Lines are sent from their menu too; a seal is answered by "Short break"."""
        acts.room_wanted.connect(self.turn_lines)
        at_risk.sealed.connect(self.short_break)

    def open(self, session: str) -> None:
        """Listen shows this session."""
        if session != self.screen.session:
            self._card.show_question(wanted=True)
            self._cover(on=False)
        self.screen.open(session)
        self._show()

    def blank(self) -> None:
        """F8."""
        if not self.screen.is_blank:
            self._context.announce("The room screen is blank.")
        self.screen.blank()

    def turn_line(self) -> None:
        """Send the lines one is on in the list to the room, else the last line; or take them off."""
        line = self._current()
        if line is None:
            self.turn_lines([last.id] if (last := self._lines.last()) is not None else [])
        else:
            chosen = self._lines.list.chosen_ids()
            self.turn_lines(chosen if line.id in chosen else [line.id])

    def turn_lines(self, ids: Sequence[str]) -> None:
        """Send lines to the room, or take them off."""
        if ids:
            self.screen.turn_lines(ids)

    def short_break(self) -> None:
        """Someone may be at risk: what the room sees says "Short break", and nothing stops visibly."""
        if not self.screen.is_blank:
            self.screen.send(self.screen.choice.showing(RoomShows.BREAK))

    def open_menu(self, at: QWidget | None = None) -> None:
        """Show what can be shown, at a button."""
        session = self.screen.session
        if session is None:
            return
        from coprod_desktop.services.seen import room_screen

        push = self._card.show_menu if at is None else at
        self._context.runner.ask(room_screen.votes, session, done=partial(self._open_menu, push), owner=self)

    def _open_menu(self, push: QWidget, votes: tuple[tuple[str, str], ...]) -> None:
        from coprod_desktop.ui.room_screen.menu import ToShow, open_menu

        acts = (
            ("Read a theme back…\tAlt L", self.read_back),
            ("A large sheet to read aloud\tF9", self.open_sheet),
            ("Stand back\tF11", self.stand_back),
            (
                ("Show names again" if self._covering.on else "Cover names, needs and notes") + "\tAlt C",
                self.turn_cover,
            ),
        )
        there = push.window() is not self._page.window()  # on the sheet: what opens elsewhere is not offered
        to_show = ToShow(self._lines.themes(), votes, self._words_of, () if there else acts)
        menu = open_menu(self.screen, to_show, partial(self.ask_message, push.window() if there else None), push)
        menu.popup(push.mapToGlobal(QPoint(0, push.height())))

    def ask_message(self, over: QWidget | None = None) -> None:
        """Ask for a message of one's own, over the page or over what covers it."""
        from coprod_desktop.ui.room_screen.once_more import MessageQuestion

        question = MessageQuestion(self._page if over is None else over)
        question.sent.connect(
            lambda words: self.screen.send(self.screen.choice.showing(RoomShows.MESSAGE, words=words))
        )
        session = self.screen.session
        KeptForm(self._context, question, f"room:{session}", {"message": question.field}, session)
        question.finished.connect(lambda _: self._field.setFocus())
        question.open()

    def read_back(self) -> None:
        """Read a theme back to the room."""
        session = self.screen.session
        if session is not None:
            from coprod_desktop.ui.room_screen.read_back import open_read_back

            open_read_back(self._context, session, self._show_theme, self._field, self._page)

    def open_sheet(self) -> None:
        """The projector is dead: show what the room would see over the whole laptop."""
        from coprod_desktop.ui.room_screen.sheet import ReadAloudSheet

        sheet = ReadAloudSheet(lambda: (self.screen.view, self.screen.look), self._page)
        self.screen.changed.connect(sheet.show_now)
        sheet.choose_wanted.connect(self.open_menu)
        sheet.finished.connect(lambda _: self._field.setFocus())
        sheet.open()

    def stand_back(self) -> None:
        """Leave the laptop: show what can be seen from across the room."""
        from coprod_desktop.ui.room_screen.stand_back import StandBack

        sheet = StandBack(self._stands, self._go_on, self.blank, self._page)
        sheet.finished.connect(lambda _: self._field.setFocus())
        sheet.open()

    def _stands(self) -> StandsBack:
        from coprod_desktop.ui.room_screen.stand_back import StandsBack

        seen, clock = self._covering.seen, f"{self._context.desk.now():%H:%M}"
        if seen is None:
            return StandsBack(time=clock, saved=self._saved, is_blank=self.screen.is_blank)
        stand = agenda_words.view(seen.agenda, seen.hours, seen.finish, clock)
        time = f"{clock} · {stand.left}" if stand.left else clock
        return StandsBack(stand.title or "Not started", time, stand.next, self._saved, self.screen.is_blank)

    def _note_saved(self, words: str) -> None:
        self._saved = words

    def turn_cover(self) -> None:
        """Cover names, needs and notes on this laptop, or show them again."""
        self._cover(on=not self._covering.on)

    def _asked_cover(self, can_see: bool) -> None:
        self._cover(on=can_see)
        self._field.setFocus()

    def _cover(self, *, on: bool) -> None:
        if on != self._covering.on:
            self._context.announce("Names, needs and notes are covered." if on else "Names are shown again.")
        self._card.show_covered(on=on)
        self._covering.cover(on=on)

    def _show_theme(self, theme: str, sentence: str) -> None:
        self.screen.send(self.screen.choice.showing(RoomShows.READ_BACK, theme=theme, words=sentence))

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
