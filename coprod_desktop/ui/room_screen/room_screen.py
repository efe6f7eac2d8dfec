"""Keeps what the room sees: sent by a press, asked of the gate each time anything changes, taken off in the same step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import NOTHING
from coprod_desktop.domain.room import RoomChoice, RoomShows
from coprod_desktop.errors import UserError
from coprod_desktop.publish.room_view import BLANK, RoomView
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Every, Pause, Soon
from coprod_desktop.ui.room_screen.picture import RoomLook, RoomPicture
from coprod_desktop.ui.room_screen.screens import Screens
from coprod_desktop.ui.room_screen.window import RoomWindow
from coprod_desktop.ui.style.theme import Scheme

if TYPE_CHECKING:  # the gate is imported when something is first sent: the first line typed does not wait for it
    from coprod_desktop.services.seen.room_screen import OnceMore, OnScreen
    from coprod_desktop.ui.room_screen.once_more import OnceMoreQuestion

LIKE_A_SCREEN = QSizeF(1280, 720)
"""What pictures are laid out for while there is no room screen."""
AGAIN_MS = 60
MORE_MS = 2000
"""After lines that only came to what is there: what is shown was shown before, and whoever types is not to wait for it."""
MINUTE_MS = 60_000


class RoomScreen(QObject):
    """One session's. `changed` after what is shown, or what there is to say of it, has changed."""

    changed = Signal()

    def __init__(self, context: Context, field: QWidget, page: QWidget) -> None:
        """`field` has the focus again when a question is closed."""
        super().__init__(page)
        self._context, self._field, self._page_widget = context, field, page
        self.session: str | None = None
        self.choice = RoomChoice()
        """What was sent last: it stays while the screen is blank, to be shown again."""
        self.is_blank = True
        self.view: RoomView = BLANK
        self.page = 0
        self.refused: Mapping[str, str] = NOTHING
        self.wrong: UserError | None = None
        self.look = RoomLook(context.settings.read().room_scheme)
        self.window: RoomWindow | None = None
        self._asked = 0
        self._lost = False
        """Whether it was open when its screen went, and so opens again, blank, when one comes."""
        self._question: OnceMoreQuestion | None = None
        self.screens = Screens(page, self)
        self.screens.changed.connect(self._screens_changed)
        self._again = Pause(self._ask_gate, AGAIN_MS, self)
        self._more = Soon(self._ask_gate, MORE_MS, self)
        self._minute = Every(self._ask_gate, MINUTE_MS, self)
        context.runner.changed.connect(self._apply)

    # ---- what the facilitator does

    def open(self, session: str | None) -> None:
        """Be the room screen of this session. Of another one it starts blank."""
        if session != self.session:
            self.session, self.choice = session, RoomChoice(break_at=self.choice.break_at)
            self.blank()

    def blank(self) -> None:
        """Show nothing, at once."""
        self._asked += 1
        self.is_blank = True
        self._minute.stop()
        self._put(BLANK)

    def show_again(self) -> None:
        """Show what was sent last, as far as it may still be shown."""
        self._send(self.choice)

    def send(self, choice: RoomChoice) -> None:
        """Show this, after asking once more where something private is in it."""
        session = self.session
        if session is None:
            return
        if choice.shows in (RoomShows.BLANK, RoomShows.BREAK):
            self._send(choice)
            return
        from coprod_desktop.services.seen import room_screen

        self._context.runner.ask(
            room_screen.once_more,
            session,
            choice,
            done=partial(self._asked_once_more, choice),
            failed=self._failed,
            owner=self,
        )

    def turn_lines(self, lines: Sequence[str]) -> None:
        """Send these lines too, or take them off when all of them are there."""
        if set(lines) <= set(self.shown_lines()):
            for line in lines:
                self.take_off(line)
            return
        choice = RoomChoice(break_at=self.choice.break_at) if self.is_blank else self.choice
        for line in lines:
            choice = choice.with_line(line)
        self.send(choice)

    def take_off(self, line: str) -> None:
        """Take one line off, at once."""
        self.choice = self.choice.without_line(line)
        self._put(self.view.without(frozenset({line})))
        if self.choice.shows is RoomShows.BLANK:
            self.blank()
        self._ask_gate()

    def shown_lines(self) -> tuple[str, ...]:
        """Return the ids of the lines that were sent and are not taken off; none while it is blank."""
        return () if self.is_blank or self.choice.shows is not RoomShows.WORDS else self.choice.rows

    def turn_page(self, by: int) -> None:
        """Go a page on or back."""
        self.page = max(0, min(self.page + by, self.picture().pages - 1))
        self._paint()

    def turn_break_at(self) -> None:
        """Show the time of the next break in the corner, or no more."""
        self.choice = replace(self.choice, break_at=not self.choice.break_at)
        self._ask_gate()

    def set_scheme(self, scheme: Scheme) -> None:
        """Show it in these colours from now on."""
        self.look = RoomLook(scheme)
        settings = self._context.settings
        settings.write(replace(settings.read(), room_scheme=scheme))
        self._paint()

    def put_away(self) -> None:
        """Blank it, and close its window."""
        self.blank()
        if self.window is not None:
            self.window.hide()

    def show_in_window(self) -> None:
        """Have it as a window on the laptop, to be shared in a call."""
        self._window().show_in_window()
        self._paint()

    def picture(self) -> RoomPicture:
        """Return the picture as the room sees it: laid out for the room screen's own size."""
        if self.window is not None and self.window.isVisible():
            return self.window.picture
        return RoomPicture(self.view, LIKE_A_SCREEN, self.look)

    @property
    def is_open(self) -> bool:
        """Whether it has a window."""
        return self.window is not None and self.window.isVisible()

    # ---- through the gate

    def _asked_once_more(self, choice: RoomChoice, found: tuple[OnceMore, ...]) -> None:
        if not found:
            self._send(choice)
            return
        from coprod_desktop.ui.room_screen.once_more import OnceMoreQuestion  # rarely

        if self._question is not None:
            return
        question = self._question = OnceMoreQuestion(found, self._page_widget)
        fine = tuple(one for asked in found for one in asked.fine(self._context.desk))
        question.accepted.connect(partial(self._send, replace(choice, settled=(*choice.settled, *fine))))
        question.finished.connect(self._question_closed)
        question.open()

    def _question_closed(self) -> None:
        self._question = None
        self._field.setFocus()

    def _send(self, choice: RoomChoice) -> None:
        self.choice, self.page = choice, 0
        self.is_blank = choice.shows is RoomShows.BLANK
        if self.is_blank:
            self.blank()
            return
        self._open_window()
        if choice.shows is RoomShows.NOW or choice.break_at:
            self._minute.start()
        self._ask_gate()

    def _ask_gate(self) -> None:
        self._again.stop()
        self._more.stop()
        session = self.session
        if session is None or self.is_blank:
            return
        from coprod_desktop.services.seen import room_screen

        self._asked += 1
        self._context.runner.ask(
            room_screen.look,
            session,
            self.choice,
            done=partial(self._answered, self._asked),
            failed=self._failed,
            owner=self,
        )

    def _answered(self, number: int, found: OnScreen) -> None:
        if number == self._asked and not self.is_blank:
            self._put(found.view, found.refused, found.wrong)

    def _failed(self, error: UserError) -> None:
        self._asked += 1
        self._put(BLANK, wrong=error)

    def _apply(self, changes: Changes) -> None:
        """Something is on the disk: take off at once what may not be shown any more, then ask the gate."""
        if self.is_blank or self.session is None:
            return
        from coprod_desktop.services.seen import room_screen

        held = room_screen.held_back(self.view, changes)
        if not any(True for _ in changes.all()):
            return  # something being typed was kept
        only_more = held is self.view and not (changes.changed or changes.removed)
        if only_more and all(ref.noun == "entry" for ref in changes.added):
            if self.view.shows in room_screen.OUR_WORDS:
                self._more.begin()
            return
        self._asked += 1  # an answer that is on its way was given before
        if held is not self.view:
            self._put(held, self.refused)
        self._again.start()

    def _put(self, view: RoomView, refused: Mapping[str, str] = NOTHING, wrong: UserError | None = None) -> None:
        self.view, self.refused, self.wrong = view, refused, wrong
        self._paint()

    def _paint(self) -> None:
        if self.window is not None and self.window.isVisible():
            self.window.show_view(self.view, self.look, self.page)
        self.page = min(self.page, self.picture().pages - 1)
        self.changed.emit()

    # ---- its window

    def _window(self) -> RoomWindow:
        if self.window is None:
            self.window = RoomWindow(self._page_widget)
            self.window.resized.connect(self.changed)
            self.window.put_away.connect(self.blank)
        return self.window

    def _open_window(self) -> None:
        """Open it on the second screen, unless it is open already."""
        screen = self.screens.for_room()
        if screen is not None and not self.is_open:
            self._window().show_view(BLANK, self.look)
            self._window().cover(screen)

    def _screens_changed(self) -> None:
        """A screen came, went, or is another size: blank, and on the right screen again."""
        was_open = self.is_open
        self.blank()
        if self.window is None:
            return
        screen = self.screens.for_room()
        if screen is None:
            self._lost = self._lost or was_open
            self.window.hide()
            self.changed.emit()  # Listen says that there is no screen, and where the sheet to read aloud is
        elif was_open or self._lost:
            self._lost = False
            self.window.cover(screen)
            self._paint()
