"""Tab goes through every dialog as its parts stand in it, also those that were made while one typed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.ui.widgets.tab_order import stops

pytestmark = pytest.mark.slow


def tabs(dialog: QDialog, among: list[QWidget]) -> list[QWidget]:
    """Return what Tab comes to, in its order."""
    found, now = [], dialog.nextInFocusChain()
    while now is not dialog:
        found += [now] if now in among else []
        now = now.nextInFocusChain()
    return found


def test_tab_goes_through_every_dialog_as_it_stands(walk):
    wrong = []
    for name, dialog in walk.dialogs():
        dialog.show()
        walk.settle()
        stand = [part for part in stops(dialog) if part.isVisibleTo(dialog)]
        come = tabs(dialog, stand)
        first = come.index(stand[0]) if stand else 0  # Tab goes round: where it begins is where the focus is put
        if [*come[first:], *come[:first]] != stand:
            wrong.append((name, [part.objectName() for part in stand]))
    assert [name for name, _order in wrong] == [], wrong
