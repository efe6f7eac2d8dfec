import pytest
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme

DRAWN_IN = 4
"""Pixels that Fusion leaves free on both sides of the words together."""


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("words", ["How much power was shared", "A person", "Everything · 14"])
def test_a_list_that_is_as_wide_as_its_words_shows_all_of_them_at_any_text(dressed, qtbot, text, words):
    theme.apply(dressed, Appearance(Scheme.LIGHT, text))
    box = QComboBox()
    qtbot.addWidget(box)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.addItem(words)
    box.show()
    box.resize(box.sizeHint())
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    assert room.width() >= box.fontMetrics().horizontalAdvance(words) + DRAWN_IN
