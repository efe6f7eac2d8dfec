"""The room screen beside the list: a true picture of what the room sees, how it stands, and the key that blanks it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from coprod_desktop.publish.room_view import BLANK
from coprod_desktop.ui.room_screen.picture import RoomLook, RoomPicture
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.widgets.buttons import KeyButton, button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.text import Words

SHAPE = 16 / 9


class Preview(QWidget):
    """The room's own picture, small. It is the same painting, so it shows what the room sees and nothing else."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roomPreview")
        self.setAccessibleName("On the room screen: nothing")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._picture, self._page = RoomPicture(BLANK, QSizeF(16, 9), RoomLook()), 0

    def show_picture(self, picture: RoomPicture, page: int) -> None:
        """Show a page of it."""
        self._picture, self._page = picture, page
        self.setAccessibleName(f"On the room screen: {picture.words(page) or 'nothing'}")
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        return round(width / SHAPE)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(180, round(180 / SHAPE))

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(120, round(120 / SHAPE))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self.pressed.emit()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        room = QSizeF(self._picture.size).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        at = QRectF((self.width() - room.width()) / 2, 0, room.width(), room.height())
        self._picture.paint(painter, at, self._page)
        painter.setPen(QPen(QColor(theme.tokens().line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(at.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class ScreenCard(Card):
    """A press with the mouse leaves the focus where one types."""

    show_wanted = Signal()
    """The menu of what can be shown."""
    blank_wanted = Signal()
    page_wanted = Signal(int)
    asked_cover = Signal(bool)
    """Whether people can see this laptop's screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Room screen", parent=parent)
        self.setObjectName("screenCard")
        self.can_see = Words("Can people see this laptop's screen?")
        self.can_see.setObjectName("canSee")
        self.yes = self._push(button("Yes: cover", "coverYes"), lambda: self._answer(can_see=True))
        self.yes.setAccessibleName("Yes: cover names")
        self.no = self._push(button("No", "coverNo"), lambda: self._answer(can_see=False))
        self.preview = Preview()
        self.preview.pressed.connect(self.show_wanted)
        self.state = Words(tone="quiet")
        self.state.setObjectName("roomState")
        self.before = self._push(button("Page before", "roomPageBefore"), lambda: self.page_wanted.emit(-1))
        self.after = self._push(button("Next page", "roomPageNext"), lambda: self.page_wanted.emit(1))
        self.show_menu = self._push(button("Show", "roomShow"), self.show_wanted.emit)
        self.show_menu.setAccessibleName("Show on the room screen")
        self.show_menu.setToolTip("Alt M")
        self.blank = KeyButton("Blank", "F8", "roomBlank")
        self.blank.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.blank.clicked.connect(self.blank_wanted)
        self.column.addWidget(self.can_see)
        self._row(self.yes, self.no)
        self.covered = self._push(button("Covered: show names", "coverOff"), lambda: self._answer(can_see=False))
        self.covered.setToolTip("Alt C")
        self.covered.hide()
        self.column.addWidget(self.covered)
        self.column.addWidget(self.preview)
        self.column.addWidget(self.state)
        self._row(self.before, self.after)
        self._row(self.show_menu, self.blank)
        self.show_state("", 0, 1)
        self.show_question(wanted=False)

    def show_state(self, words: str, page: int, pages: int, *, used: bool = False) -> None:
        """Say what is on it, and which page of how many. Until it is first used there is no picture of it."""
        self.preview.setVisible(used)
        paged = f"page {page + 1} of {pages}" if pages > 1 else ""
        self.state.setText(" · ".join(part for part in (words, paged) if part))
        self.state.setVisible(bool(self.state.text()))
        self.before.setVisible(pages > 1)
        self.after.setVisible(pages > 1)
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page < pages - 1)

    def show_question(self, *, wanted: bool) -> None:
        """Ask whether names are to be covered on this laptop, or no more."""
        for part in (self.can_see, self.yes, self.no):
            part.setVisible(wanted)

    def show_covered(self, *, on: bool) -> None:
        """Say that names are covered on this laptop, with the way to show them again."""
        self.covered.setVisible(on)
        if on:
            self.show_question(wanted=False)

    def _answer(self, *, can_see: bool) -> None:
        self.show_question(wanted=False)
        self.asked_cover.emit(can_see)

    def _push(self, push: QPushButton, act: object) -> QPushButton:
        push.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        push.setMinimumHeight(TARGET)
        push.clicked.connect(lambda: act())  # type: ignore[operator]
        return push

    def _row(self, *pushes: QPushButton) -> None:
        row = FlowRow(gap=4)  # the last of the room beside the list
        for push in pushes:
            push.setProperty("kind", "small")
            row.add(push)
        self.column.addWidget(row)
