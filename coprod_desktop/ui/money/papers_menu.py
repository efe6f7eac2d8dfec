"""The papers about money: for the person, for the day, for finance. They go into the private folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton

from coprod_desktop.publish.own.money import TITLES
from coprod_desktop.services.making import money
from coprod_desktop.services.making.papers import Made
from coprod_desktop.ui.base.folders import papers_folder
from coprod_desktop.ui.listen import menus
from coprod_desktop.ui.paper.making import tell_made

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk
    from coprod_desktop.ui.base.runner import Job
    from coprod_desktop.ui.money.dialog import MoneyDialog


def open_papers_menu(dialog: MoneyDialog, push: QPushButton) -> QMenu:
    """Show which papers there are: of the person who is chosen, and of the session."""
    menu = menus.new(push, "moneyPapersMenu", "Papers")
    person, session = dialog.person, dialog.session
    if person is not None:
        for kind, words in TITLES.items():
            shown = "Letter for the Jobcentre: facts only" if kind == "letter-of-facts" else words
            menu.addAction(shown, partial(_start, dialog, partial(_of_person, person, kind, session)))
        menu.addSeparator()
    if session is not None:
        menu.addAction("Cash list for the day, to be signed", partial(_start, dialog, partial(_cash, session)))
    menu.addAction("List for finance (Excel)", partial(_start, dialog, partial(_finance, session)))
    menu.popup(push.mapToGlobal(QPoint(0, push.height())))
    return menu


def _start(dialog: MoneyDialog, work: Callable[[Path, Desk], Made]) -> None:
    context, banner = dialog.context, dialog.ui.banner
    folder = papers_folder(context.settings.read().papers)
    banner.clear()

    def made(done: Made) -> None:
        tell_made(context, done, folder)
        names = ", ".join(path.name for path in done.paths)
        banner.tell(f"Made: {names}", f"In {folder / 'private'}. {' '.join(done.warnings)}".strip(), "done")

    context.runner.job(partial(_run, work, folder), done=made, failed=banner.tell_error, owner=dialog)


def _run(work: Callable[[Path, Desk], Made], folder: Path, desk: Desk, _job: Job) -> Made:
    return work(folder, desk)


def _of_person(person: str, kind: str, session: str | None, folder: Path, desk: Desk) -> Made:
    return money.make(desk, person, kind, folder, session=session)


def _cash(session: str, folder: Path, desk: Desk) -> Made:
    return money.make_cash_list(desk, session, folder)


def _finance(session: str | None, folder: Path, desk: Desk) -> Made:
    return money.make_for_finance(desk, folder, session)
