"""The head of a session's pages: its title, when and where, and the five steps, any of which opens at any time.

In a low window it folds into one line: the title, cut if it must be, and the steps beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from coprod_desktop.services.seen.head import SessionHead, Step
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.step_chip import StepChip
from coprod_desktop.ui.widgets.text import Title, Words

_BEFORE = {Step.GET_READY: "Before", Step.LISTEN: "On the day", Step.ANSWER: "After"}
_PART = 9
"""The part of the window's height that the head may take before it folds: one ninth."""
_TITLE_LETTERS = 14
"""How much of the title is to be seen beside the steps before their words go."""
_TOP_GAP, _STEP_GAP, _PHASE_GAP = 20, 4, 12


class _LongTitle(Title):
    """One line if there is room, else as many as it takes; or, `cut`, one line whatever room there is."""

    cut = False

    def set_cut(self, cut: bool) -> None:
        self.cut = cut
        self.setWordWrap(not cut)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return _one_line(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height()) if self.cut else super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.cut:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)


class _LongWords(Words):
    """One line if there is room, else as many as it takes."""

    def sizeHint(self) -> QSize:
        return _one_line(self)


def _one_line(label: Words) -> QSize:
    metrics = label.fontMetrics()
    return QSize(metrics.horizontalAdvance(label.text()) + 4, metrics.height())


def _lines(widths: Sequence[int], gap: int, room: int) -> int:
    """Return how many lines things of these widths take side by side."""
    lines, used = 1, 0
    for width in widths:
        if used and used + width > room:
            lines, used = lines + 1, 0
        used += width + gap
    return lines


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
        top = FlowRow(gap=_TOP_GAP)
        top.add(self.title)
        top.add(self.when_where)
        steps = FlowRow(gap=_STEP_GAP)
        self.chips: dict[Step, StepChip] = {}
        self._phases: dict[Step, Words] = {}
        for number, step in enumerate(Step, start=1):
            chip = StepChip(step, number)
            chip.clicked.connect(lambda _checked=False, step=step: self.wanted.emit(str(step)))
            self.chips[step] = chip
            steps.add(self._with_phase(step) if step in _BEFORE else chip)
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(top, 1, Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(steps)
        self._done: frozenset[Step] = frozenset()
        self._open = ""
        self._bare = False

    @property
    def folded(self) -> bool:
        """Whether title and steps share one line."""
        return self._column.direction() is not QBoxLayout.Direction.TopToBottom

    def show_head(self, head: SessionHead) -> None:
        """Show a session's words."""
        self.title.setText(head.title)
        self.when_where.setText(head.when_where)
        self._fit()

    def show_done(self, done: frozenset[Step]) -> None:
        """Tick the steps of which nothing is open."""
        self._done = done
        self._show_chips()

    def forget(self) -> None:
        """Keep no word of a session: the workspace is closed."""
        self._done, self._open = frozenset(), ""
        self.title.clear()
        self.title.setToolTip("")
        self.when_where.clear()
        self._show_chips()

    def show_open(self, page: str) -> None:
        """Mark the step that is open (a page key)."""
        self._open = page
        self._show_chips()

    # ---- folding

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self.window().installEventFilter(self)  # a lower window folds it too, and leaves its own size as it was
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() is QEvent.Type.Resize and watched is not self:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self._fit()

    def _fit(self) -> None:
        folds = self._full_height() * _PART > self.window().height()
        wide = sum(chip.width_with_words() + _STEP_GAP for chip in self.chips.values())
        title = _TITLE_LETTERS * self.title.fontMetrics().averageCharWidth()
        self._fold(folds, bare=folds and wide + title > self.width())

    def _full_height(self) -> int:
        """Return how high it is when nothing is folded."""
        title, when = (_one_line(label).width() for label in (self.title, self.when_where))
        room = max(self.width(), 1)
        top = (_lines((title, when), _TOP_GAP, room) - 1 + -(-title // room)) * self.title.fontMetrics().height()
        steps = [
            chip.width_with_words() + (self._phases[step].sizeHint().width() + 8 + _PHASE_GAP if step in _BEFORE else 0)
            for step, chip in self.chips.items()
        ]
        return top + 4 + _lines(steps, _STEP_GAP, room) * (next(iter(self.chips.values())).sizeHint().height() + 4)

    def _fold(self, folded: bool, *, bare: bool) -> None:
        self.title.setToolTip(f"{self.title.text()}\n{self.when_where.text()}" if folded else "")
        if (folded, bare) == (self.folded, self._bare):
            return
        self._bare = bare
        self.title.set_cut(folded)
        self.when_where.setVisible(not folded)
        for phase in self._phases.values():
            phase.setVisible(not folded)
        way = QBoxLayout.Direction
        self._column.setDirection(way.LeftToRight if folded else way.TopToBottom)
        self._show_chips()

    def _show_chips(self) -> None:
        for step, chip in self.chips.items():
            chip.show_state(is_open=self._open == step, done=step in self._done, bare=self._bare)

    def _with_phase(self, step: Step) -> QWidget:
        """Return a step with the heading it begins, so that both go to the next line together."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0 if step is Step.ANSWER else _PHASE_GAP, 0)  # behind, so that lines begin alike
        row.setSpacing(8)
        self._phases[step] = Words(_BEFORE[step], tone="quiet", wrap=False)
        row.addWidget(self._phases[step])
        row.addWidget(self.chips[step])
        return both
