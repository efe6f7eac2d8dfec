"""After a general yes that follows a no: the lines somebody refused by themselves are asked about one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.services import ask_again
from coprod_desktop.services.ask_again import ToAsk
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.ask_again import AskAgain


def ask_refused_lines(context: Context, session: str, person: str, parent: QWidget) -> None:
    """Open the question for a person's refused lines of a session, when there are any. Call it after a general yes."""

    def show(lines: Sequence[ToAsk]) -> None:
        if lines:
            AskAgain(context, session, lines, parent).open()

    context.runner.ask(ask_again.refused_lines, session, person, done=show, owner=parent)
