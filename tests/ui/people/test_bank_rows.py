"""Each reward that the sources name is noted beside the person who got it, by a key; what a group gave back adds up there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.services import bank
from tests.ui.people.test_bank_part import part, someone

__all__ = ["part", "someone"]

ROWS = {
    "13": ("thank-you in person",),
    "94": ("payment", "voucher", "training", "reference or certificate"),
    "95": ("equipment or data", "something the person chose"),
}
"""By number of the row: what somebody got back."""


@pytest.mark.parametrize("row", ROWS)
def test_what_somebody_got_back_is_ticked_beside_them(row, part, someone, desk, runner, qtbot):
    for reward in ROWS[row]:
        box = part.field(f"got_back.{reward}")
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
        runner.wait_idle()
    assert set(bank.read(desk, someone[1])["got_back"]) == set(ROWS[row])
