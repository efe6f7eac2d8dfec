"""Each kind of paper that the sources name is chosen on the Paper page by key, seen, and made."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.services import sessions
from coprod_desktop.services.making import papers
from tests.ui.pages.test_paper import only, opened, page, press, settle_down, text_of

__all__ = ["page"]

ROWS = {
    "1": ("you-said-we-will", "You said"),
    "12": ("news", "We cannot"),
    "7": ("call-out", "What cannot change: The law"),
    "29": ("call-out", "come"),
}
"""By number of the row: the kind of paper, and what stands in it."""


@pytest.mark.parametrize("row", ROWS)
def test_this_paper_is_chosen_by_key_and_made(row, page, sample, desk, tmp_path, qtbot):
    kind, said = ROWS[row]
    sessions.change(desk, sample, cannot_change="The law")
    opened(page, sample, qtbot)
    page.formats.set_folder(tmp_path / "out")
    box = page.pages.ui.kind
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    while box.currentData() != kind:
        assert box.currentIndex() < box.count() - 1, "it is not offered"
        qtbot.keyClick(box, Qt.Key.Key_Down)
    settle_down(page, qtbot)
    assert said in text_of(page)
    only(page, "html")
    press(page.formats.ui.make, qtbot)
    settle_down(page, qtbot)
    (made,) = (tmp_path / "out").iterdir()
    assert kind in made.name
    assert [one.kind for one in papers.made_before(desk, sample)] == [kind]
