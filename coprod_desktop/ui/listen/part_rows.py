"""The parts that are still to come, as rows to choose from: the chosen one shows what can be done with it.

A click leaves the focus where one types. With the keys: up and down choose, and the common acts have one each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from coprod_desktop.ui.listen.agenda_words import FIRST, LESS, MORE, SKIP, SWAP, Act, Coming
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.flow import FlowRow

_AIR = 8
_KEYS: Mapping[tuple[Qt.Key, bool], Act] = {
    (Qt.Key.Key_Plus, False): MORE,
    (Qt.Key.Key_Equal, False): MORE,
    (Qt.Key.Key_Minus, False): LESS,
    (Qt.Key.Key_Delete, False): SKIP,
    (Qt.Key.Key_Up, True): FIRST,
    (Qt.Key.Key_Down, True): SWAP,
}
"""(key, whether with Alt) -> the act, on a row that has the focus."""


class ActsRow(FlowRow):
    """What can be done with one part, as small buttons. `wanted` carries the name of the act."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=4)
        self._acts: tuple[tuple[Act, ...], str] = ((), "")

    def show_acts(self, acts: tuple[Act, ...], title: str) -> None:
        """Show these, for the part with this title; a button that stays keeps the focus."""
        if (acts, title) == self._acts:
            return
        was, self._acts = self._acts[0], (acts, title)
        if [act.name for act in was] != [act.name for act in acts]:
            self.clear()
            for act in acts:
                made = button(act.words, f"part_{act.name}", kind="small")
                made.setMinimumHeight(TARGET)
                made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                made.clicked.connect(partial(self.wanted.emit, act.name))
                self.add(made)
        for act, push in zip(acts, self._widgets, strict=True):
            push.setAccessibleName(f"{act.more or act.words}: {title}")
            key = act.key.replace("+", " ") if len(act.key) > 1 else act.key
            push.setToolTip(f"{act.more} ({key})" if key else act.more)


_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class WordsRow(QAbstractButton):
    """A line to press, whose words take as many lines as they need, with something short before them."""

    def __init__(self, parent: QWidget | None = None, *, framed: bool = False) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lead, self._words, self._framed = "", "", framed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, lead: str, words: str, spoken: str = "") -> None:
        """Show other words."""
        self._lead, self._words = lead, words
        self.setText(f"{lead} {words}".strip())
        self.setAccessibleName(spoken or self.text())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        high = self.fontMetrics().boundingRect(self._room(width), _FLAGS, self._words).height()
        return max(high + 2 * _AIR, TARGET)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(self._left() + self.fontMetrics().horizontalAdvance(self._words) + 2 * _AIR, TARGET)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(self._left() + 60, TARGET)

    def _left(self) -> int:
        least = self.fontMetrics().horizontalAdvance("00:00" if not self._framed else "")
        return _AIR + (max(self.fontMetrics().horizontalAdvance(self._lead), least) + 8 if self._lead else 0)

    def _room(self, width: int, top: int = _AIR) -> QRect:
        return QRect(self._left(), top, max(width - self._left() - _AIR, 40), 10_000)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        colours, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, focused, over = self.isChecked(), self.hasFocus(), self.underMouse()
        wide = 3 if focused else 2 if on or self._framed else 0
        edge = colours.focus if focused else colours.primary if on else colours.line
        painter.setPen(QPen(QColor(edge), wide) if wide else QPen(Qt.PenStyle.NoPen))
        if on or over or wide:
            painter.setBrush(QColor(colours.selection if on else colours.hover if over else colours.surface))
            half = wide / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)
        high = self.fontMetrics().boundingRect(self._room(self.width()), _FLAGS, self._words).height()
        top = max(_AIR, (self.height() - high) // 2)
        painter.setPen(QColor(colours.text if self._framed else colours.quiet))
        painter.drawText(QRect(_AIR, top, self._left(), self.height()), _FLAGS, self._lead)
        painter.setPen(QColor(colours.text))
        painter.drawText(self._room(self.width(), top), _FLAGS, self._words)


class PartRow(WordsRow):
    """One part: its time, its words, and whether its length is kept."""

    act_wanted = Signal(str)
    step_wanted = Signal(int)
    """Up (-1) or down (+1) was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self._part = Coming("", "", kept=False)

    def show_part(self, part: Coming) -> None:
        """Show another state of the part."""
        if part == self._part:
            return
        self._part = part
        self.setObjectName(f"part_row_{part.id}")
        self.set_words(part.at, f"{part.words} · kept" if part.kept else part.words)
        self.setAccessibleDescription("Press to see what can be done with it")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        act = _KEYS.get((Qt.Key(event.key()), with_alt))
        if act is not None:
            if any(act.name == own.name for own in self._part.acts):
                self.act_wanted.emit(act.name)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class PartRows(QWidget):
    """`act_wanted` carries the name of an act and the id of the part."""

    act_wanted = Signal(str, str)
    chosen = Signal(object)
    """What can be done with a part is shown: to be brought into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("partRows")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._rows: dict[str, PartRow] = {}
        self.acts = ActsRow(self)
        self.acts.setObjectName("partActs")
        self.acts.wanted.connect(self._act)
        self.acts.hide()
        self._parts: Sequence[Coming] = ()
        self._chosen = ""

    def show_parts(self, parts: Sequence[Coming]) -> None:
        """Show these, in this order; one that was there keeps its row, and so the focus."""
        before, self._parts = self._parts, parts
        for gone in {one.id for one in before} - {one.id for one in parts}:
            self._drop(gone)
        for part in parts:
            if part.id not in self._rows:
                self._rows[part.id] = self._row(part.id)
            self._rows[part.id].show_part(part)
        if [one.id for one in before] != [one.id for one in parts]:
            self._arrange()
        self._show_acts()

    def _row(self, part: str) -> PartRow:
        row = PartRow(self)
        row.clicked.connect(partial(self._press, part))
        row.act_wanted.connect(lambda act: self.act_wanted.emit(act, part))
        row.step_wanted.connect(partial(self._step, part))
        return row

    def _drop(self, part: str) -> None:
        row = self._rows.pop(part)
        if row.hasFocus():
            after = [one.id for one in self._parts if one.id in self._rows]
            if after:
                self._rows[after[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        row.hide()
        row.deleteLater()

    def _arrange(self) -> None:
        while self._column.takeAt(0) is not None:
            pass
        last: QWidget | None = None
        for part in self._parts:
            row = self._rows[part.id]
            self._column.addWidget(row)
            row.show()
            if last is not None:
                QWidget.setTabOrder(last, row)
            last = row
            if part.id == self._chosen:
                self._column.addWidget(self.acts)

    def _press(self, part: str) -> None:
        self.choose("" if part == self._chosen else part)

    def choose(self, part: str) -> None:
        """Show what can be done with a part; "" with none."""
        self._chosen = part
        self._arrange()
        self._show_acts()
        if part in self._rows:
            self.chosen.emit(self.acts)

    def _step(self, part: str, by: int) -> None:
        ids = [one.id for one in self._parts]
        to = ids.index(part) + by
        if 0 <= to < len(ids):
            self.choose(ids[to])
            self._rows[ids[to]].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Go to the chosen part, or to the first."""
        at = self._chosen if self._chosen in self._rows else next((one.id for one in self._parts), "")
        if at:
            self.choose(at)
            self._rows[at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_acts(self) -> None:
        on = next((one for one in self._parts if one.id == self._chosen), None)
        for part, row in self._rows.items():
            row.setChecked(on is not None and part == on.id)
        self.acts.setVisible(on is not None)
        if on is not None:
            self.acts.show_acts(on.acts, on.words)

    def _act(self, name: str) -> None:
        if self._chosen:
            self.act_wanted.emit(name, self._chosen)
