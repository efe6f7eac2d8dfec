"""Fusion with our sizes: indicators and bars that grow with the text, a focus ring one can see, no motion.

It also keeps the wheel from fields and sees to the first click beside a list, since it sees every widget there is.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionSpinBox,
    QWidget,
)

from coprod_desktop.ui.style import icons
from coprod_desktop.ui.style.first_click import FirstClick
from coprod_desktop.ui.style.tokens import LIGHT, Tokens
from coprod_desktop.ui.style.wheel import Wheel

TARGET = 44
"""The least height of anything one presses, in logical pixels (design, section 9)."""

_BY_TEXT = {
    QStyle.PixelMetric.PM_IndicatorWidth: 1.1,
    QStyle.PixelMetric.PM_IndicatorHeight: 1.1,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: 1.1,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: 1.1,
    QStyle.PixelMetric.PM_CheckBoxLabelSpacing: 0.6,
    QStyle.PixelMetric.PM_RadioButtonLabelSpacing: 0.6,
    QStyle.PixelMetric.PM_SmallIconSize: 1.0,
    QStyle.PixelMetric.PM_ButtonIconSize: 1.0,
    QStyle.PixelMetric.PM_ScrollBarExtent: 0.6,
}
"""Sizes that Fusion keeps fixed whatever the text size, as parts of the height of a line."""

_HINTS = {
    QStyle.StyleHint.SH_Widget_Animation_Duration: 0,
    QStyle.StyleHint.SH_ToolTip_WakeUpDelay: 400,
    QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
}

_PRESSED = {
    QStyle.ContentsType.CT_ComboBox,
    QStyle.ContentsType.CT_CheckBox,
    QStyle.ContentsType.CT_RadioButton,
    QStyle.ContentsType.CT_SpinBox,
}
_TICKED = {QStyle.ContentsType.CT_CheckBox, QStyle.ContentsType.CT_RadioButton}
_RING = 6
"""The room that the focus ring takes beside the words of a check box or radio button."""
_ARROWS = {QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown}


class CoprodStyle(QProxyStyle):
    """What Fusion gets wrong for people who need large text, strong edges or stillness."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.colours: Tokens = LIGHT
        self._wheel, self._first_click = Wheel(self), FirstClick(self)

    def polish(self, what: QWidget | QApplication | QPalette) -> None:  # type: ignore[override]  # three overloads in one
        """Dress a widget as Fusion does, and have it looked after."""
        super().polish(what)
        if isinstance(what, QWidget):
            self._wheel.watch(what)
            self._first_click.watch(what)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Return a size that follows the text, else Fusion's."""
        part = _BY_TEXT.get(metric)
        if part is None:
            return super().pixelMetric(metric, option, widget)
        return round(QFontMetrics(QApplication.font()).height() * part)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        """Return our answer where stillness or plainness asks for one, else Fusion's."""
        answer = _HINTS.get(hint)
        return super().styleHint(hint, option, widget, returnData) if answer is None else answer

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw check boxes and radio buttons with an edge that shows on every ground; else as Fusion does."""
        if element == QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            self._draw_box(option, painter)
        elif element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            self._draw_radio(option, painter)
        elif element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            self._draw_focus(option, painter, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw combo and spin boxes as the fields beside them; else as Fusion does."""
        if control == QStyle.ComplexControl.CC_ComboBox and isinstance(option, QStyleOptionComboBox):
            self._draw_combo(option, painter)
        elif control == QStyle.ComplexControl.CC_SpinBox and isinstance(option, QStyleOptionSpinBox):
            self._draw_spin_box(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Return Fusion's size, made big enough to press."""
        made = super().sizeFromContents(kind, option, size, cast(QWidget, widget))  # None is fine; the stub is not
        if kind == QStyle.ContentsType.CT_ComboBox:
            arrow = QFontMetrics(QApplication.font()).height()  # it grows with the text, and Fusion's own does not
            made = QSize(made.width() + arrow + 6, made.height())
        if kind in _TICKED:
            made += QSize(_RING, 2 * _RING)
        if kind in _PRESSED:
            made.setHeight(max(made.height(), TARGET))
        return made

    def _draw_box(self, option: QStyleOption, painter: QPainter) -> None:
        on = bool(option.state & (QStyle.StateFlag.State_On | QStyle.StateFlag.State_NoChange))
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        edge = self.colours.primary if enabled else self.colours.line
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(edge if on else self.colours.surface))
        painter.drawRoundedRect(rect, 4, 4)
        painter.restore()
        if option.state & QStyle.StateFlag.State_NoChange:
            self._icon("minus", self.colours.on_primary, option.rect, painter)
        elif on:
            self._icon("check", self.colours.on_primary, option.rect, painter)

    def _draw_radio(self, option: QStyleOption, painter: QPainter) -> None:
        on = bool(option.state & QStyle.StateFlag.State_On)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        edge = QColor(self.colours.primary if enabled else self.colours.line)
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 2))
        painter.setBrush(QColor(self.colours.surface))
        painter.drawEllipse(rect)
        if on:
            part = rect.width() * 0.26
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(edge)
            painter.drawEllipse(rect.adjusted(part, part, -part, -part))
        painter.restore()

    def _draw_focus(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        """Draw the ring. Push buttons have theirs in the style sheet; a filled one needs a pale line inside it."""
        if not isinstance(widget, QPushButton):
            air = (-6, -4, 6, 4) if isinstance(widget, QAbstractButton) else (0, 0, 0, 0)
            room = widget.rect() if isinstance(widget, QAbstractButton) else option.rect
            self._draw_ring(QRectF(option.rect.adjusted(*air) & room), painter, self.colours.focus, 3)
        elif widget.property("kind") == "primary":
            self._draw_ring(QRectF(widget.rect()).adjusted(3, 3, -3, -3), painter, self.colours.on_primary, 2)

    def _draw_ring(self, rect: QRectF, painter: QPainter, colour: str, width: int) -> None:
        half = width / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 6, 6)
        painter.restore()

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Return where a part lies: words indented as a field's, arrows that can be hit; else as Fusion does."""
        found = super().subControlRect(control, option, part, cast(QWidget, widget))
        if control == QStyle.ComplexControl.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxEditField:
            found.setRight(option.rect.right() - QFontMetrics(QApplication.font()).height() - 12)  # the arrow
            return found.adjusted(8, 0, 0, 0)
        if control != QStyle.ComplexControl.CC_SpinBox:
            return found
        wide = round(QFontMetrics(QApplication.font()).height() * 1.4)
        if part == QStyle.SubControl.SC_SpinBoxEditField:
            return option.rect.adjusted(10, 3, -wide - 6, -3)
        if part in _ARROWS:
            half = option.rect.height() // 2
            top = option.rect.top() if part == QStyle.SubControl.SC_SpinBoxUp else option.rect.top() + half
            return QRect(option.rect.right() - wide - 4, top, wide, half)
        return found

    def _draw_spin_box(self, option: QStyleOptionSpinBox, painter: QPainter, widget: QWidget | None) -> None:
        self._draw_field(option, painter)
        for part, name in ((QStyle.SubControl.SC_SpinBoxUp, "up"), (QStyle.SubControl.SC_SpinBoxDown, "down")):
            box = self.subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, widget)
            side = min(box.width(), box.height())
            spot = QRect(0, 0, side, side)
            spot.moveCenter(box.center())
            self._icon(name, self.colours.text, spot, painter)

    def _draw_combo(self, option: QStyleOptionComboBox, painter: QPainter) -> None:
        self._draw_field(option, painter)
        side = option.fontMetrics.height()
        spot = QRect(0, 0, side, side)
        spot.moveCenter(option.rect.center())
        spot.moveRight(option.rect.right() - 10)
        self._icon("down", self.colours.text, spot, painter)

    def _draw_field(self, option: QStyleOptionComplex, painter: QPainter) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        width = 3.0 if focused else 2.0
        rect = QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.colours.focus if focused else self.colours.line), width))
        painter.setBrush(QColor(self.colours.surface))
        painter.drawRoundedRect(rect, 8, 8)
        painter.restore()

    def _icon(self, name: str, colour: str, rect: QRect, painter: QPainter) -> None:
        ratio = painter.device().devicePixelRatioF() if painter.device() else 1.0
        painter.drawPixmap(rect.topLeft(), icons.pixmap(name, colour, rect.width(), ratio))
