"""Opens the Money dialog from a page; it is taken in when it is first wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.base.context import Context


def open_money(
    context: Context, session: str | None, page: QWidget, back: QWidget, *, person: str | None = None
) -> None:
    """Open it for a session, or for all that one person has; `back` has the focus again afterwards."""
    from coprod_desktop.ui.money.dialog import MoneyDialog

    if session is None and person is None:
        return
    dialog = MoneyDialog(context, session, page, person=person)
    dialog.finished.connect(back.setFocus)
    dialog.open()
