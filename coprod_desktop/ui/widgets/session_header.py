"""The head of a session's pages: its title, when and where, and the five steps, any of which opens at any time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coprod_desktop.services.seen.head import SessionHead, Step
from coprod_desktop.ui.style import icons, theme
from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.text import Title, Words

STEP_WORDS = {
    Step.GET_READY: "Get ready",
    Step.LISTEN: "Listen",
    Step.ANSWER: "Answer",
    Step.PAPER: "Paper",
    Step.FOLLOW_UP: "Follow up",
}
_BEFORE = {Step.GET_READY: "Before", Step.LISTEN: "On the day", Step.ANSWER: "After"}


class StepChip(QPushButton):
    """One step: a number in a ring (a tick when done) and its word; filled when it is the open one."""

    def __init__(self, step: Step, number: int) -> None:
        super().__init__(STEP_WORDS[step])
        self.setObjectName(f"step_{step}")
        self.step, self.number = step, number
        self._open = self._done = False
        self.setToolTip(f"Ctrl {number}")
        self.show_state(is_open=False, done=False)

    def show_state(self, *, is_open: bool, done: bool) -> None:
        """Draw and name it as open and done, or not."""
        self._open, self._done = is_open, done
        said = [f"Step {self.number}", STEP_WORDS[self.step]]
        said += ["done"] if done else []
        said += ["open now"] if is_open else []
        self.setAccessibleName(", ".join(said))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102
        metrics = self.fontMetrics()
        ring = self._ring()
        width = 14 + ring + 8 + metrics.horizontalAdvance(self.text()) + 18
        return QSize(round(width * 1.02), max(TARGET, metrics.height() + 16))

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self.sizeHint()

    def _ring(self) -> int:
        return round(self.fontMetrics().height() * 1.2)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._open or self.underMouse():
            painter.setBrush(QColor(t.primary if self._open else t.hover))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._paint_ring(painter, t.on_primary if self._open else t.quiet)
        painter.setPen(QColor(t.on_primary if self._open else t.text))
        painter.setFont(self._words_font())
        left = 14 + self._ring() + 8
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.focus), 3))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def _words_font(self) -> QFont:
        return theme.scaled(self.font(), 1.0, strong=self._open)

    def _paint_ring(self, painter: QPainter, colour: str) -> None:
        t = theme.tokens()
        side = self._ring()
        ring = QRectF(14, (self.height() - side) / 2, side, side)
        if self._done and not self._open:
            painter.setBrush(QColor(t.done))
            painter.drawEllipse(ring)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colour), 2))
            painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if self._done:
            size = round(side * 0.66)
            tick = icons.pixmap("check", colour if self._open else t.surface, size, self.devicePixelRatioF())
            painter.drawPixmap(ring.center().toPoint().x() - size // 2, ring.center().toPoint().y() - size // 2, tick)
            return
        painter.setPen(QColor(colour))
        painter.setFont(theme.scaled(self.font(), 0.85, strong=True))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self.number))


class _LongTitle(Title):
    """One line if there is room, else as many as it takes."""

    def sizeHint(self) -> QSize:
        return _one_line(self)


class _LongWords(Words):
    """One line if there is room, else as many as it takes."""

    def sizeHint(self) -> QSize:
        return _one_line(self)


def _one_line(label: Words) -> QSize:
    metrics = label.fontMetrics()
    return QSize(metrics.horizontalAdvance(label.text()) + 4, metrics.height())


class SessionHeader(QWidget):
    """Title, when and where, and the step chips. `wanted` carries the step a person asks for."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sessionHeader")
        self.title = _LongTitle()
        self.title.setObjectName("sessionTitle")
        self.when_where = _LongWords(tone="quiet")
        self.when_where.setObjectName("sessionWhen")
        top = FlowRow(gap=20)
        top.add(self.title)
        top.add(self.when_where)
        steps = FlowRow(gap=4)
        self.chips: dict[Step, StepChip] = {}
        for number, step in enumerate(Step, start=1):
            chip = StepChip(step, number)
            chip.clicked.connect(lambda _checked=False, step=step: self.wanted.emit(str(step)))
            self.chips[step] = chip
            steps.add(_with_phase(_BEFORE[step], chip) if step in _BEFORE else chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(top)
        column.addWidget(steps)
        self._done: frozenset[Step] = frozenset()
        self._open = ""

    def show_head(self, head: SessionHead) -> None:
        """Show a session's words."""
        self.title.setText(head.title)
        self.when_where.setText(head.when_where)

    def show_done(self, done: frozenset[Step]) -> None:
        """Tick the steps of which nothing is open."""
        self._done = done
        self._show_chips()

    def forget(self) -> None:
        """Keep no word of a session: the workspace is closed."""
        self._done, self._open = frozenset(), ""
        self.title.clear()
        self.when_where.clear()
        self._show_chips()

    def show_open(self, page: str) -> None:
        """Mark the step that is open (a page key)."""
        self._open = page
        self._show_chips()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _show_chips(self) -> None:
        for step, chip in self.chips.items():
            chip.show_state(is_open=self._open == step, done=step in self._done)


def _with_phase(words: str, chip: StepChip) -> QWidget:
    """Return a step with the heading it begins, so that both go to the next line together."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0 if words == "After" else 12, 0)  # behind, so that lines begin alike
    row.setSpacing(8)
    row.addWidget(Words(words, tone="quiet", wrap=False))
    row.addWidget(chip)
    return both
