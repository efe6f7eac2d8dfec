"""The clock of Listen: looks at the time, calls the verbs of the agenda card and its keys, and notices a laptop that slept."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import clock
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.live_hour import What
from coprod_desktop.services import live_hour
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.seen.listen import ListenSeen
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.listen import agenda_words, menus
from coprod_desktop.ui.listen.access_card import AccessCard
from coprod_desktop.ui.listen.agenda_card import SIGNAL_KEYS, AgendaCard
from coprod_desktop.ui.listen.agenda_words import AgendaView
from coprod_desktop.ui.listen.side_column import SideColumn
from coprod_desktop.ui.widgets.status_label import StatusLabel

KEYS: tuple[tuple[str, str, str], ...] = (
    ("Alt+N", "Go on to the next on the agenda", "next"),
    ("Alt+5", f"{clock.STEP} minutes more for what is on now", "more"),
    ("Alt+B", "Back to the part before on the agenda", "back"),
    ("Alt+G", "To the parts of the agenda: up and down, + and −, Delete skips, Alt Up does it next", "parts"),
    ("Alt+Y", "Say what is on, how long is left, what is next, and how many are here", "speak"),
    (SIGNAL_KEYS[What.SLOW], "Slower, please", What.SLOW),
    (SIGNAL_KEYS[What.STOP], "Stop, please", What.STOP),
    (SIGNAL_KEYS[What.PAUSE], "Pause: we need a minute", What.PAUSE),
    (SIGNAL_KEYS[What.READING], "Reading something aloud", What.READING),
)
MOST_TABLES = 8
"""Tables that the menu offers."""
TOGETHER = "Everybody together"
_DONE: Mapping[str, str] = {
    "more": f"{clock.STEP} minutes more",
    "less": f"{clock.STEP} minutes less",
    "skip": "Left out today",
    "next_time": "Kept for next time",
    "put_back": "Put back",
    "swap": "Swapped with the next",
    "first": "Is next now",
}
"""What is said of an act when it is done, before the title of the part."""


class Hour(QObject):
    """One per Listen page."""

    def __init__(
        self, context: Context, card: AgendaCard, access: AccessCard, side: SideColumn, back: QWidget, page: QWidget
    ) -> None:
        super().__init__(page)
        self.context, self._card, self._access, self._side, self._back = context, card, access, side, back
        self._session: str | None = None
        self._seen: ListenSeen | None = None
        self._looked: datetime.datetime | None = None
        self._finish_shown = ("", "")
        self._finish = StatusLabel("info", "")
        self._finish.setObjectName("fixedFinish")
        self._finish.hide()
        side.set_foot(self._finish)
        self._tick = Pause(self.look, clock.TICK_S * 1000, self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        card.next_wanted.connect(self.go_on)
        card.act_wanted.connect(self._act)
        card.give_wanted.connect(self._give)
        card.signal_wanted.connect(self._turn_signal)
        card.parts.chosen.connect(side.bring_into_view)
        card.now.opened.connect(side.bring_into_view)
        self._set_up_keys(page)

    def _set_up_keys(self, page: QWidget) -> None:
        does: dict[str, Callable[[], object]] = {
            "next": self.go_on,
            "more": partial(self._act_on_now, "more"),
            "back": partial(self._act_on_now, "back"),
            "parts": self._card.parts.take_focus,
            "speak": self.speak,
            **{what: partial(self._turn_signal, what) for what in SIGNAL_KEYS},
        }
        for sequence, _words, name in KEYS:
            shortcut = QShortcut(QKeySequence(sequence), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does[name])
        leave = QShortcut(QKeySequence("Escape"), self._card)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._leave_parts)

    def _leave_parts(self) -> None:
        """Back to the line: what is on now is in view again."""
        self._back.setFocus()
        self._side.bring_into_view(self._card)

    # ---- the time

    def open(self, session: str | None) -> None:
        """Look at the clock from now on, for this session."""
        if session != self._session:
            self._seen = None
        self._session, self._looked = session, None
        self.look()

    def leave(self) -> None:
        """Look no more."""
        self._tick.stop()

    def show_seen(self, seen: ListenSeen) -> None:
        """Show what was read of the session."""
        self._seen = seen
        self.show()

    def look(self) -> None:
        """Look at the clock, and again when the next minute begins."""
        now = self.context.desk.now()
        before, self._looked = self._looked, now
        self._tick.start(int(clock.next_look(now) * 1000) + 1)
        if before is not None and (jump := clock.jump(before, now)) is not None:
            self._jumped(jump)
        self.show()

    def _jumped(self, jump: clock.Jump) -> None:
        if self._session is not None and jump.minutes > 0:
            self.context.runner.do(live_hour.slept, self._session, jump.minutes)
        self.context.tell(jump.words, "The times here go by the clock again. What you wrote is saved.", "info")

    def show(self) -> None:
        """Show where the session stands."""
        seen = self._seen
        if seen is None:
            return
        at = f"{self.context.desk.now():%H:%M}"
        view = self._view(seen, at)
        if self._card.show_view(view):
            self._side.bring_into_view(self._card.next)
        self._show_finish(view)
        self._access.show_break(seen.break_due(at))

    @staticmethod
    def _view(seen: ListenSeen, at: str) -> AgendaView:
        return agenda_words.view(seen.agenda, seen.hours, seen.finish, at, seen.ends, seen.signal)

    def speak(self) -> None:
        """Say where things stand, to who asks."""
        if self._seen is not None:
            view = self._view(self._seen, f"{self.context.desk.now():%H:%M}")
            self.context.announce(agenda_words.spoken(view, sum(self._seen.came().here.values())))

    def _show_finish(self, view: AgendaView) -> None:
        """The fixed finish stands below the cards, always."""
        state = "waiting" if view.short else "info"
        if (state, view.finish) != self._finish_shown:
            self._finish_shown = (state, view.finish)
            self._finish.setVisible(bool(view.finish))
            self._finish.show_state(state, view.finish)
            self._side.fit_foot()

    # ---- what is done

    def go_on(self) -> None:
        """Go on to the next part."""
        if self._session is not None:
            self.context.runner.do(live_hour.next_item, self._session)

    def _act_on_now(self, act: str) -> None:
        if self._seen is not None:
            self._act(act, self._seen.part_on_now)

    def _act(self, act: str, part: str) -> None:
        if act == "back":
            if self._session is not None:
                self.context.runner.do(live_hour.back, self._session)
            return
        if not part:
            return
        if act == "tables":
            self._ask_tables(part)
            return
        verbs: dict[str, Callable[[Desk, str], Changes]] = {
            "more": partial(live_hour.change_length, by=clock.STEP),
            "less": partial(live_hour.change_length, by=-clock.STEP),
            "skip": live_hour.skip,
            "next_time": live_hour.next_time,
            "put_back": live_hour.put_back,
            "swap": live_hour.swap,
            "first": partial(live_hour.swap, first=True),
        }
        title = next((item.title for item in self._seen.agenda if item.id == part), "") if self._seen else ""
        said = f"{_DONE[act]}: {title}"
        self.context.runner.do(verbs[act], part, done=lambda _changes: self.context.announce(said), owner=self)

    def _give(self, part: str, by: int) -> None:
        self.context.runner.do(live_hour.change_length, part, -by)

    def _turn_signal(self, what: What) -> None:
        if self._session is not None and self._seen is not None:
            is_off = self._seen.signal is not None and self._seen.signal.what is what
            said = f"{clock.SIGNALS[what]}: {'off' if is_off else 'on'}"
            self.context.runner.do(
                live_hour.turn_signal,
                self._session,
                what,
                done=lambda _changes: self.context.announce(said),
                owner=self,
            )

    def _ask_tables(self, part: str) -> None:
        menu = menus.new(self._card, "tablesMenu", "How many tables work on this at once")
        for many in (1, *range(2, MOST_TABLES + 1)):
            action = menu.addAction(TOGETHER if many == 1 else f"{many} tables")
            action.triggered.connect(
                lambda _=False, many=many: self.context.runner.do(live_hour.set_tables, part, many)
            )
        at = self._card.acts_of(part)
        menu.popup(at.mapToGlobal(QPoint(0, at.height())))
