"""What is long inside a card scrolls down; to the side nothing of it is cut."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coprod_desktop.ui.widgets.scroll_box import ScrollBox


def test_what_became_wider_than_its_card_is_not_cut(qtbot):
    beside, inside, box, card, button = QWidget(), QWidget(), ScrollBox(), QWidget(), QPushButton("Text and script")
    qtbot.addWidget(card)
    beside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    QVBoxLayout(inside).addWidget(button)
    inside.setFixedHeight(900)
    box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    box.setWidgetResizable(True)
    box.setWidget(inside)
    row = QHBoxLayout(card)
    row.addWidget(beside, 1)
    row.addWidget(box)
    card.resize(600, 200)
    card.show()
    button.setText("Text and script for a computer that reads aloud · 12 people")
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())
    qtbot.waitUntil(lambda: box.viewport().width() >= inside.width(), timeout=500)
