"""A promise of a group that was made in no session: how it goes is said here."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from coprod_desktop.services import promises
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.follow_up.update_dialog import UpdateDialog


def open_promise(context: Context, promise: str, parent: QWidget) -> None:
    """Ask how a promise is going."""
    context.runner.ask(promises.one_line, promise, done=partial(_ask, context, parent), owner=parent)


def _ask(context: Context, parent: QWidget, line: PromiseLine | None) -> None:
    if line is not None:
        UpdateDialog(context, line, parent).open()
