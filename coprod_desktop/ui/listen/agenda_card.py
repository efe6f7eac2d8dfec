"""Where the session stands: what is done, what is on now and how long it has left, what comes after, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coprod_desktop.domain.clock import SIGNALS
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.live_hour import What
from coprod_desktop.ui.listen.agenda_words import MORE, PUT_BACK, AgendaView, First, Give, Off
from coprod_desktop.ui.listen.part_rows import ActsRow, PartRows, WordsRow
from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Big, Heading, Words

SHORT_WORDS = {What.SLOW: "Slow", What.STOP: "Stop", What.PAUSE: "Pause", What.READING: "Reading"}
SIGNAL_KEYS = {What.SLOW: "F3", What.STOP: "F4", What.PAUSE: "F5", What.READING: "F7"}


class AgendaCard(Card):
    """Shows an AgendaView; only what differs is drawn again. A press with the mouse leaves the focus where one types."""

    next_wanted = Signal()
    make_wanted = Signal()
    """There is no agenda yet, and someone wants one."""
    act_wanted = Signal(str, str)
    """The name of an act (agenda_words.Act) and the id of the part."""
    give_wanted = Signal(str, int)
    """A part is to give so many minutes."""
    signal_wanted = Signal(object)
    """A What: the room is to be asked for it, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Agenda", parent=parent)
        self.setObjectName("agendaCard")
        self._shown: AgendaView | None = None
        self._off = _rows(4)
        self.now = _NowCard()
        self.now.act_wanted.connect(lambda act: self.act_wanted.emit(act, self._shown.part if self._shown else ""))
        self.none_yet = Words("There is no agenda yet.", tone="quiet")
        self.next = _LongButton("agendaNext", kind="outline")
        self.next.clicked.connect(self.next_wanted)
        self.short = _Short()
        self.short.give_wanted.connect(self.give_wanted)
        self.short.first_wanted.connect(lambda part: self.act_wanted.emit("first", part))
        self.signals = SignalRow()
        self.signals.wanted.connect(self.signal_wanted)
        self.parts = PartRows()
        self.parts.act_wanted.connect(self.act_wanted)
        self.make = button("Make an agenda", "agendaMake")
        self.make.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.make.clicked.connect(self.make_wanted)
        own = (
            self.now,
            self.next,
            self.short,
            self.signals,
            self.parts,
            self._off,
            self.none_yet,
            self.make,
        )
        for part in own:
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_view(self, view: AgendaView) -> bool:
        """Show where the session stands. Returns whether another item is on now."""
        before, self._shown = self._shown, view
        if view == before:
            return False
        empty = not (view.done or view.left)
        self.none_yet.setVisible(empty)
        self.make.setVisible(empty)
        self.set_note(f"{counted(len(view.done), 'part')} done" if view.done else "")
        self.note.setToolTip("\n".join(view.done))
        self.note.setAccessibleDescription(", ".join(view.done))
        if before is None or view.off != before.off:
            _fill(self._off, [self._off_row(one) for one in view.off])
        self.parts.show_parts(view.coming)
        self.parts.setVisible(bool(view.coming))
        self.now.setVisible(not empty)
        self.now.show_now(view)
        self.short.show_short(view.short, view.gives, view.first)
        self.signals.show_signal(view.signal.what if view.signal else None)
        self.next.set_words(view.next)
        self.next.setVisible(bool(view.next))
        return before is None or view.title != before.title

    def acts_of(self, part: str) -> QWidget:
        """Return the row of what can be done with a part, to open a menu below it."""
        on_now = self._shown is not None and part == self._shown.part
        return self.now.acts if on_now else self.parts.acts

    def _off_row(self, off: Off) -> QWidget:
        made = FlowRow(gap=8)
        made.add(Words(off.words, tone="quiet"))
        back = _small(PUT_BACK.words, f"putBack_{off.id}")
        back.setAccessibleName(f"{PUT_BACK.words}: {off.words}")
        back.clicked.connect(partial(self.act_wanted.emit, PUT_BACK.name, off.id))
        made.add(back)
        return made


class _NowCard(QFrame):
    """What is on now, in large how long it has left, and what can be done about it."""

    act_wanted = Signal(str)
    opened = Signal(object)
    """What can be done is shown: to be brought into view."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("nowCard")
        self.setProperty("card", "now")
        self.head = Words("Now", tone="quiet")
        self.title = Heading()
        self.left = Big()
        self.left.setObjectName("minutesLeft")
        self.until = Words(tone="quiet")
        self.until.setObjectName("untilWords")
        self.sign = StatusLabel("waiting", "")
        self.sign.setObjectName("signNow")
        self.acts = ActsRow()
        self.acts.setObjectName("nowActs")
        self.acts.wanted.connect(self._act)
        self._is_open = False
        self._view: AgendaView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        for part in (self.head, self.title, self.left, self.until, self.sign, self.acts):
            column.addWidget(part)
        column.insertSpacing(column.indexOf(self.acts), 4)

    def show_now(self, view: AgendaView) -> None:
        """Show the words for the item that is on."""
        self._view = view
        self.head.setVisible(bool(view.title))
        self.head.setText(f"Now · {view.tables}" if view.tables else "Now")
        self.title.setText(view.title)
        self.title.setVisible(bool(view.title))
        self.left.setText(view.left)
        self.until.setText(view.until)
        self.until.setVisible(bool(view.until))
        self.sign.setVisible(view.signal is not None)
        if view.signal is not None:
            self.sign.show_state("waiting", f"{SHORT_WORDS[view.signal.what]} since {view.signal.at[11:16]}")
        self._show_acts()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on it shows what can be done, or hides it."""
        super().mouseReleaseEvent(event)
        self._turn()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show_acts()
        if self._is_open:
            self.opened.emit(self.acts)

    def _act(self, name: str) -> None:
        if name == _CHANGE.name:
            self._turn()
        else:
            self.act_wanted.emit(name)

    def _show_acts(self) -> None:
        view = self._view
        acts = view.acts if view is not None else ()
        if MORE in acts and not self._is_open:
            acts = (MORE, _CHANGE)
        self.acts.setVisible(bool(acts))
        if view is not None:
            self.acts.show_acts(acts, view.title)


_CHANGE = PUT_BACK._replace(name="change", words="Change", more="Shorten, skip, go back, tables")


class _Short(QWidget):
    """What is short and who could give it; and the read-back that has to come sooner. Calm: no red, nothing moves."""

    give_wanted = Signal(str, int)
    first_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shortBox")
        self._shown: tuple[str, tuple[Give, ...], First | None] = ("", (), None)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_short(self, short: str, gives: tuple[Give, ...], first: First | None) -> None:
        """Show them; nothing where time is enough."""
        if (short, gives, first) == self._shown:
            return
        self._shown = (short, gives, first)
        rows: list[QWidget] = []
        if first is not None:
            rows.append(StatusLabel("waiting", first.words))
            if first.id:
                sooner = _small("Read back next", "readBackNext")
                sooner.clicked.connect(partial(self.first_wanted.emit, first.id))
                rows.append(sooner)
        if short:
            could = (
                "These could give them:" if gives else "Nothing that is left can be shorter: keep a part for next time."
            )
            rows.append(StatusLabel("waiting", f"{short}. {could}"))
        for give in gives:
            push = WordsRow(framed=True)
            push.setObjectName(f"give_{give.id}")
            push.set_words(f"−{give.by}", give.words, f"{counted(give.by, 'minute')} less for {give.words}")
            push.clicked.connect(partial(self.give_wanted.emit, give.id, give.by))
            rows.append(push)
        _fill_column(self._column, rows)
        self.setVisible(bool(rows))


class SignalRow(QWidget):
    """One press each, and one key: the room is asked to be slower, to stop, for a minute, or to hear something read."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("signalRow")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        self.pushes: dict[What, QPushButton] = {}
        for n, (what, words) in enumerate(SHORT_WORDS.items()):
            push = self.pushes[what] = _small(words, f"sign_{what.value}")
            push.setCheckable(True)
            push.setAccessibleName(f"{words}: {SIGNALS[what]}")
            push.setAccessibleDescription(f"Key {SIGNAL_KEYS[what]}")
            push.setToolTip(f"{SIGNALS[what]} ({SIGNAL_KEYS[what]})")
            push.clicked.connect(partial(self.wanted.emit, what))
            grid.addWidget(push, n // 2, n % 2)

    def show_signal(self, now: What | None) -> None:
        """Show which one stands."""
        for what, push in self.pushes.items():
            push.setChecked(what is now)


class _LongButton(QPushButton):
    """Cuts its words to its width; a screen reader and the tip have all of them."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ""

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        short = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(self.width() - 44, 60))
        self.setText(short.replace("&", "&&"))


def _small(words: str, name: str) -> QPushButton:
    made = button(words, name, kind="small")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setMinimumHeight(TARGET)
    return made


def _rows(spacing: int) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return made


def _fill(place: QWidget, rows: Sequence[QWidget]) -> None:
    column = place.layout()
    assert isinstance(column, QVBoxLayout)
    _fill_column(column, rows)
    place.setVisible(bool(rows))


def _fill_column(column: QVBoxLayout, rows: Sequence[QWidget]) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for row in rows:
        column.addWidget(row)
