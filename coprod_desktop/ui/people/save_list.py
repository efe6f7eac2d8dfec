"""Save the people of a session as a list for a spreadsheet: ask which folder, then CSV and Excel in its private folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making.papers import Made
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import ask_papers_folder, papers_folder
from coprod_desktop.ui.base.runner import Job


def save_list(context: Context, session: str, page: QWidget) -> None:
    """Ask where, and make it there. What was made is told above the page."""
    folder = ask_papers_folder(page, context.settings, papers_folder(context.settings.read().papers))
    if folder is None:
        return

    def work(desk: Desk, _job: Job) -> Made:
        from coprod_desktop.services.making import people_list

        return people_list.make(desk, session, folder)

    context.runner.job(work, done=partial(_tell, context, folder), owner=page)


def _tell(context: Context, folder: Path, made: Made) -> None:
    from coprod_desktop.ui.paper.making import tell_made

    tell_made(context, made, folder)
    context.announce("The list names people and what they need: it is private.")
