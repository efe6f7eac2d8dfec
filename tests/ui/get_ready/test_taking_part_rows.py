"""Each row of the sources that is a fact of who can take part in a session: typed in its field, and kept word for word."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from coprod_desktop.services import sessions, taking_part
from coprod_desktop.ui.get_ready.taking_part import taking_part_dialog

ROWS = {
    "15": {"senior_listener": "Mary Okafor, Director"},
    "19": {"ways.in person": True, "ways.online": True, "ways.phone-in": True, "ways.post": True},
    "41": {"for_whom": "Third sector providers"},
    "42": {"locality": "East side"},
    "45": {"strands": "Getting out\nBeing heard"},
    "60": {"senior_listener": "Councillor Bea Hoyle, who decides on transport"},
    "77": {"could_not_come": "Rang three people who have no computer"},
    "80": {"shuts_out": "Whoever has a care visit at nine"},
    "82": {"travel_note": "The room at the bus station", "print_note": "Ten copies, the rest read out"},
    "137": {"why_method": "A small hall, so two sittings"},
}
"""By number of the row: what is typed or ticked, by field."""


@pytest.mark.parametrize("row", ROWS)
def test_the_session_says_what_the_sources_ask_of_it(row, context, desk, parent, qtbot, runner):
    def settle():
        while not (runner.wait_idle() and runner._pending == 0):
            QApplication.processEvents()
        QApplication.processEvents()

    session, _ = sessions.new(desk, title="Forum", start="09:30", date=datetime.date(2026, 9, 17))
    dialog = taking_part_dialog(context, sessions.one(desk, session), parent)
    dialog.open()
    settle()
    for name, typed in ROWS[row].items():
        field = dialog.field(name)
        if isinstance(field, QCheckBox):
            qtbot.keyClick(field, Qt.Key.Key_Space)
        else:
            field.setFocus()
            field.selectAll()
            first, *others = typed.split("\n")
            qtbot.keyClicks(field, first)
            for line in others:
                qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
                qtbot.keyClicks(field, line)
        settle()
    dialog.done(0)
    settle()
    kept = taking_part.read(desk, session)
    assert {name: kept[name] for name in ROWS[row]} == ROWS[row]
