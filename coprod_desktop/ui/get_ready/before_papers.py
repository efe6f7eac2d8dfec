"""Papers for before and on the day, from Get ready: agenda and ground rules as people read, cards, sign-in sheet, slips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QPushButton

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services.making import handouts, papers
from coprod_desktop.services.making.papers import Made
from coprod_desktop.services.seen import preview
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import papers_folder
from coprod_desktop.ui.base.runner import Job
from coprod_desktop.ui.get_ready.slips_dialog import SlipsDialog
from coprod_desktop.ui.paper.making import tell_made
from coprod_desktop.ui.style import icons

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk

AGENDA, RULES = "agenda", "ground-rules"
_WORDS = {
    AGENDA: "Agenda",
    RULES: "Ground rules",
    handouts.CARDS: "Co-chair's cards (private)",
    handouts.SIGN_IN: "Sign-in sheet (private)",
    handouts.SLIPS: "Slips to write on",
}
ALL = "All of these"


class BeforePapers(QObject):
    """Works the Print button. The files go where papers went the last time; a PDF opens, to be printed from there."""

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
        for kind, words in _WORDS.items():
            menu.addAction(words, self._ask_slips if kind == handouts.SLIPS else partial(self._make, (kind,)))
        menu.addSeparator()
        menu.addAction(ALL, partial(self._make, tuple(_WORDS)))
        menu.popup(self._push.mapToGlobal(self._push.rect().bottomLeft()))

    def _ask_slips(self) -> None:
        session = self._session()
        if session is not None and not self._running:
            self._context.runner.ask(handouts.usual_count, session, done=partial(self._ask_count, session), owner=self)

    def _ask_count(self, session: str, usual: int) -> None:
        if session == self._session():
            SlipsDialog(usual, partial(self._make, (handouts.SLIPS,)), self._push.window()).open()

    def _make(self, kinds: Sequence[str], count: int | None = None) -> None:
        session = self._session()
        if session is None or self._running:
            return
        folder = papers_folder(self._context.settings.read().papers)
        self._running = True
        self._context.announce("Making the papers")
        work = partial(_make, session=session, kinds=kinds, folder=folder, count=count)
        self._context.runner.job(work, done=partial(self._made, folder), failed=self._not_made, owner=self)

    def _made(self, folder: Path, result: tuple[Made, tuple[Path, ...]]) -> None:
        made, to_print = result
        self._running = False
        self._context.runner.changed.emit(made.changes)
        tell_made(self._context, made, folder)
        if len(to_print) == 1:
            _open(to_print[0])
        elif to_print:
            self._ask_which(to_print)

    def _ask_which(self, to_print: Sequence[Path]) -> None:
        """Of several, one is opened at a time, as the person says: not six windows at once."""
        menu = QMenu("Which to print first?", self._push)
        menu.setObjectName("printWhich")
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        for path in to_print:
            menu.addAction(f"Open {path.name}", partial(_open, path))
        menu.popup(self._push.mapToGlobal(self._push.rect().bottomLeft()))
        self._context.announce("Which to open and print first?")

    def _not_made(self, error: UserError) -> None:
        self._running = False
        if isinstance(error, papers.Unsettled):
            look = partial(self._context.open_page, "paper", self._session())
            self._context.tell(error.what, error.do, "danger", "Go to Paper", look)
        else:
            self._context.fail(error)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _make(
    desk: Desk, job: Job, *, session: str, kinds: Sequence[str], folder: Path, count: int | None
) -> tuple[Made, tuple[Path, ...]]:
    """Make each of these and return what was made, and the PDFs to print. Of several, what cannot be made is said."""
    made: list[Made] = []
    to_print: list[Path] = []
    missed: dict[UserError, str] = {}
    for at, kind in enumerate(kinds):
        job.say(at / len(kinds), "")
        try:
            one, pdfs = _one(desk, session, kind, folder, count)
        except UserError as wrong:
            missed[wrong] = _WORDS[kind]
            continue
        made.append(one)
        to_print += pdfs
    if not made:
        raise next(iter(missed))
    whole = Made(
        paths=tuple(path for one in made for path in one.paths),
        draft=any(one.draft for one in made),
        warnings=(*_said(missed), *dict.fromkeys(words for one in made for words in one.warnings)),
        changes=Changes(added=tuple(ref for one in made for ref in one.changes.added)),
    )
    return whole, tuple(to_print)


def _one(desk: Desk, session: str, kind: str, folder: Path, count: int | None) -> tuple[Made, Sequence[Path]]:
    """Make one, papers as a PDF and in the formats people on the list read."""
    if kind in handouts.KINDS:
        made = handouts.make(desk, session, kind, folder, count=count)
        return made, [path for path in made.paths if path.suffix == ".pdf"]
    found = preview.preview(desk, session, kind)
    read = [wish.format for wish in found.wishes if wish.format in found.formats]
    made = papers.make(desk, session, list(dict.fromkeys(["pdf", *filter(None, read)])), folder, kind=kind)
    return made, made.paths[:1]


def _said(missed: dict[UserError, str]) -> list[str]:
    """Say what was not made and why, each reason once."""
    whys: dict[str, list[str]] = {}
    for wrong, words in missed.items():
        whys.setdefault(f"{wrong.what} {wrong.do}", []).append(words)
    return [f"{', '.join(names)}: not made. {why}".strip() for why, names in whys.items()]
