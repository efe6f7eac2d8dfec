"""What has its place on the pages keeps it: at the usual size of the window, and with text twice as large."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QRadioButton, QStyle, QStyleOptionButton, QWidget

from coprod_desktop.domain.words import EntryKind
from coprod_desktop.ui.listen.capture_line import CaptureLine
from coprod_desktop.ui.listen.voices import Voice
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import TEXT_SCALES, Appearance, Scheme
from coprod_desktop.ui.widgets.status_line import StatusLine


def box(part: QWidget, whole: QWidget) -> QRect:
    return QRect(part.mapTo(whole, QPoint()), part.size())


def shown(widget: QWidget, width: int, qtbot) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height())
    widget.show()
    qtbot.waitExposed(widget)


@pytest.fixture
def line(dressed, qtbot):
    made = CaptureLine()
    shown(made, 1014, qtbot)
    return made


def test_the_capture_line_is_two_rows_high_with_everything_chosen(line):
    before = line.heightForWidth(1014)
    line.choose_kind(EntryKind.ACCESS_INCIDENT)
    line.choose_voice(Voice("Bríd O'Shaughnessy-Nwosu", "p1"))
    line.choose_theme("Contacting the office out of hours")

    assert line.heightForWidth(1014) == before
    risk, save = (box(getattr(line._form, name), line) for name in ("riskButton", "saveLine"))
    assert risk.top() > save.bottom()
    assert risk.right() == save.right()


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_the_ring_of_a_choice_has_room_round_its_words(dressed, scale, qtbot):
    theme.apply(dressed, Appearance(Scheme.LIGHT, scale))
    radio = QRadioButton("Light")
    shown(radio, radio.sizeHint().width(), qtbot)
    option = QStyleOptionButton()
    option.initFrom(radio)
    option.text = radio.text()
    ring = radio.style().subElementRect(QStyle.SubElement.SE_RadioButtonFocusRect, option, radio)

    assert radio.rect().contains(ring.adjusted(-6, -4, 6, 4))


def test_what_must_be_said_comes_before_the_keys(dressed, qtbot):
    foot = StatusLine()
    shown(foot, 700, qtbot)
    assert foot.hints.isVisible()

    foot.show_note("look", "5 things people said have no answer yet, and one of them was said by three people")
    assert not foot.hints.isVisible()
    qtbot.waitUntil(lambda: foot.note.words.width() >= foot.note.words.sizeHint().width())

    foot.show_note("", "")
    assert foot.hints.isVisible()
