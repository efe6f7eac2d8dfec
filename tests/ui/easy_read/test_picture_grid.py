"""Pictures to choose from come a few at a time, so that the window never stands still."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QSize

from coprod_desktop.publish.easy.pictures import picture
from coprod_desktop.publish.easy.words import word_list
from coprod_desktop.ui.easy_read.picture_grid import PictureGrid, Tile


@pytest.fixture
def read() -> list[str]:
    return []


@pytest.fixture
def grid(qtbot, read) -> PictureGrid:
    def load(code: str):
        read.append(code)
        return picture(code)

    made = PictureGrid()
    qtbot.addWidget(made)
    made.resize(QSize(700, 480))
    made.show_tiles([Tile(code, code, code, partial(load, code)) for code in list(word_list().symbols)[:40]])
    return made


def test_a_screenful_is_read_in_several_turns_and_each_picture_once(grid, read, qtbot):
    grid.viewport().grab()
    at_first = len(read)
    assert 0 < at_first <= 6
    grid.show()
    shown = [index for n in range(40) if grid.visualRect(index := grid.model().index(n, 0)).bottom() < 480]
    assert len(shown) > at_first
    qtbot.waitUntil(lambda: {index.data() for index in shown} <= set(read))
    assert len(read) == len(set(read))
    assert len(read) < 40, "pictures nobody sees yet are not read"
