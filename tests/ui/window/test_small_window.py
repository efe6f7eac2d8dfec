"""A small window, or large text: the left side and the head of a session fold, and the main button stays in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from coprod_desktop.services.seen.head import SessionHead, Step
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.widgets.session_header import SessionHeader
from tests.ui.accessible import assert_accessible, spoken


@pytest.fixture
def small(in_shell, runner, qtbot):
    in_shell.resize(853, 425)
    qtbot.waitUntil(lambda: in_shell.nav.folded)
    runner.wait_idle()
    return in_shell


def test_the_left_side_becomes_icons_that_are_still_named(small, qtbot):
    assert (small.width(), small.height()) == (853, 425)
    home = small.findChild(QPushButton, "nav_home")
    assert (home.text(), home.toolTip(), spoken(home)) == ("", "Home", "Home")
    assert_accessible(small._form.nav)
    assert all(not push.text() for push in small._form.nav.findChildren(QPushButton))
    small.resize(1280, 800)
    qtbot.waitUntil(lambda: not small.nav.folded)
    assert (home.text(), home.toolTip()) == ("Home", "")


def test_large_text_folds_it_as_a_small_window_does(in_shell, dressed, qtbot):
    in_shell.resize(1366, 700)
    assert not in_shell.nav.folded
    theme.apply(dressed, Appearance(Scheme.LIGHT, 200))
    qtbot.waitUntil(lambda: in_shell.nav.folded)


def test_the_head_of_a_session_takes_one_line_of_a_low_window_and_says_the_rest_when_asked(qtbot):
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    header = SessionHeader()
    column.addWidget(header)
    column.addStretch(1)
    header.show_head(SessionHead("s1", "Listening space: home care", "Thu 17 Sep · St Cuthbert's Hall"))
    header.show_open("listen")
    window.resize(700, 400)
    window.show()
    qtbot.waitExposed(window)
    assert header.folded
    assert header.height() * 7 < window.height()
    assert "St Cuthbert's Hall" in header.title.toolTip()
    assert [chip.accessibleName().split(", ")[1] for chip in header.chips.values()] == [
        "Get ready", "Listen", "Answer", "Paper", "Follow up",
    ]  # fmt: skip
    assert header.chips[Step.PAPER].toolTip() == "Paper, Ctrl 4"
    window.resize(1200, 900)
    qtbot.waitUntil(lambda: not header.folded)
    assert header.when_where.isVisible()


def test_the_main_button_stays_in_sight_and_keeps_the_focus_and_goes_back(plain_shell, desk, tmp_path, qtbot):
    from coprod_desktop.ui.widgets.buttons import button

    plain_shell.enter(desk, tmp_path)
    page, area = plain_shell.in_front(), plain_shell._form.stack.currentWidget()
    main = button("Go on", "goOn", kind="primary")
    page.card.setMinimumHeight(900)
    page.layout().addWidget(main)
    pressed = []
    main.clicked.connect(lambda: pressed.append(True))
    main.setFocus()
    plain_shell.resize(900, 500)
    qtbot.waitUntil(lambda: main.parentWidget() is area.foot)
    assert main.isVisible()
    assert main.hasFocus()
    qtbot.mouseClick(main, Qt.MouseButton.LeftButton)
    assert pressed == [True]
    page.field.setFocus()
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        if main.hasFocus():
            break
    assert main.hasFocus()
    page.card.setMinimumHeight(0)
    qtbot.waitUntil(lambda: main.parentWidget() is page)
    assert main.hasFocus()
    assert area.foot.isHidden()
