"""Papers for before the day, from Get ready: the agenda and the ground rules, as the people on the list read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QPushButton

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import papers, preview
from coprod_desktop.services.papers import Made
from coprod_desktop.ui import icons
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.folders import papers_folder
from coprod_desktop.ui.paper.making import tell_made
from coprod_desktop.ui.runner import Job

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk

AGENDA, RULES = "agenda", "ground-rules"
_MENU = (("The agenda", (AGENDA,)), ("The ground rules", (RULES,)), ("Both", (AGENDA, RULES)))


class BeforePapers(QObject):
    """Works the Print button. The files go where papers went the last time; the PDF opens, to be printed from there."""

    def __init__(self, context: Context, push: QPushButton, session: Callable[[], str | None]) -> None:
        super().__init__(push)
        self._context, self._push, self._session = context, push, session
        self._running = False
        icons.put(push, "printer")
        push.clicked.connect(self._open_menu)

    def _open_menu(self) -> None:
        menu = QMenu("Print", self._push)
        menu.setObjectName("printMenu")
        menu.aboutToHide.connect(menu.deleteLater)
        for words, kinds in _MENU:
            menu.addAction(words, partial(self._make, kinds))
        menu.popup(self._push.mapToGlobal(self._push.rect().bottomLeft()))

    def _make(self, kinds: Sequence[str]) -> None:
        session = self._session()
        if session is None or self._running:
            return
        folder = papers_folder(self._context.settings.read().papers)
        self._running = True
        self._context.announce("Making the papers")
        work = partial(_make, session=session, kinds=kinds, folder=folder)
        self._context.runner.job(work, done=partial(self._made, folder), failed=self._not_made, owner=self)

    def _made(self, folder: Path, result: tuple[Made, tuple[Path, ...]]) -> None:
        made, to_print = result
        self._running = False
        self._context.runner.changed.emit(made.changes)
        tell_made(self._context, made, folder)
        for path in to_print:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _not_made(self, error: UserError) -> None:
        self._running = False
        self._context.fail(error)


def _make(desk: Desk, job: Job, *, session: str, kinds: Sequence[str], folder: Path) -> tuple[Made, tuple[Path, ...]]:
    """Make each paper as a PDF and in the formats people on the list read. Returns what was made, and the PDFs."""
    pdfs: list[Path] = []
    whole = Made(paths=(), draft=False, warnings=(), changes=Changes())
    for at, kind in enumerate(kinds):
        job.say(at / len(kinds), "")
        found = preview.preview(desk, session, kind)
        read = [wish.format for wish in found.wishes if wish.format in found.formats]
        made = papers.make(desk, session, list(dict.fromkeys(["pdf", *filter(None, read)])), folder, kind=kind)
        pdfs += made.paths[:1]
        changes = replace(made.changes, added=(*whole.changes.added, *made.changes.added))
        warnings = tuple(dict.fromkeys((*whole.warnings, *made.warnings)))
        whole = Made(paths=(*whole.paths, *made.paths), draft=made.draft, warnings=warnings, changes=changes)
    return whole, tuple(pdfs)
