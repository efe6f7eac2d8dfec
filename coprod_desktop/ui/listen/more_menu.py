"""The menu "More" of Listen: what is wanted now and then in the hour. A row says its words, its name and what it opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QWidget

from coprod_desktop.services.program.content import Content
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen import menus


class Here(NamedTuple):
    """Where a row of the menu opens what it opens."""

    context: Context
    session: str
    content: Content
    back: QWidget
    """The field that has the focus again afterwards."""
    page: QWidget


class MoreRow(NamedTuple):
    """One row."""

    words: str
    name: str
    """The action's objectName."""
    opens: Callable[[Here], object]
    """Imports what it opens by itself: the first line typed does not wait for it."""


def _votes(here: Here) -> None:
    from coprod_desktop.ui.voting.dialog import VotingDialog

    _open(VotingDialog(here.context, here.session, here.page), here)


def _evaluation(here: Here) -> None:
    from coprod_desktop.ui.evaluation.dialog import EvaluationDialog

    _open(EvaluationDialog(here.context, here.session, here.page), here)


def _about_you(here: Here) -> None:
    from coprod_desktop.ui.evaluation.about_you_dialog import AboutYouDialog

    _open(AboutYouDialog(here.context, here.session, here.page), here)


def _figures(here: Here) -> None:
    from coprod_desktop.ui.evaluation.figures import figures_dialog

    _open(figures_dialog(here.context, here.session, here.page), here)


def _slips_back(here: Here) -> None:
    from coprod_desktop.services.looking_back import Of
    from coprod_desktop.ui.groups.looking_back_dialog import LookingBackDialog

    _open(LookingBackDialog(here.context, Of(session=here.session), here.page), here)


def _closing(here: Here) -> None:
    from coprod_desktop.ui.follow_up.closing_dialog import ClosingDialog

    _open(ClosingDialog(here.context, here.session, here.page), here)


def _learnt(here: Here) -> None:
    from coprod_desktop.ui.get_ready.taking_part import learnt_dialog

    _open(learnt_dialog(here.context, here.session, here.page), here)


def _people(here: Here) -> None:
    from coprod_desktop.ui.dialogs.row_facts import open_people

    open_people(here.context, here.session, here.page, here.back)


def _money(here: Here) -> None:
    from coprod_desktop.ui.money.opened import open_money

    open_money(here.context, here.session, here.page, here.back)


def _needs_met(here: Here) -> None:
    from coprod_desktop.ui.people.needs_met_dialog import NeedsMetDialog

    _open(NeedsMetDialog(here.context, here.session, here.page), here)


def _lines(here: Here) -> None:
    from coprod_desktop.ui.dialogs.row_facts import open_lines

    open_lines(here.context, here.session, here.page, here.back)


def _checks(here: Here) -> None:
    from coprod_desktop.ui.dialogs.row_facts import open_checks

    open_checks(here.context, here.session, here.page, here.back)


def _open(dialog: QDialog, here: Here) -> None:
    dialog.finished.connect(here.back.setFocus)
    dialog.open()


def _notes(here: Here) -> object:
    from coprod_desktop.ui.notes.notes_dialog import open_notes

    return open_notes(here.context, here.session, here.back, here.page)


def _sheets(here: Here) -> object:
    from coprod_desktop.ui.notes.sheets_dialog import open_sheets

    return open_sheets(here.context, here.session, here.back, here.page)


def _confirm(here: Here) -> object:
    from coprod_desktop.ui.notes.confirm_dialog import open_confirm

    return open_confirm(here.context, here.session, here.back, here.page)


def _time_went(here: Here) -> None:
    from coprod_desktop.ui.follow_up.time_went import open_time_went

    open_time_went(here.context, here.session, here.page)


def _log(here: Here) -> object:
    from coprod_desktop.ui.groups.log_dialog import open_log

    return open_log(here.context, here.content.log, here.session, here.back, here.page)


def _in_the_room(name: str) -> Callable[[Here], object]:
    """Return what does an act of the room screen's part, by its name."""

    def opens(here: Here) -> object:
        from coprod_desktop.ui.listen.screen_part import ScreenPart

        part = here.page.findChild(ScreenPart)
        return None if part is None else getattr(part, name)()

    return opens


def _turn_spelling(here: Here) -> None:
    """Switch the hints about spelling off, or on again."""
    settings = here.context.settings.read()
    here.context.settings.write(replace(settings, spelling=not settings.spelling))
    now = "off" if settings.spelling else "on"
    here.context.tell(f"Hints about spelling are {now}.", "They never change a word.")
    here.back.setFocus()


ROWS: tuple[MoreRow, ...] = (
    MoreRow("Was what people needed met?…", "moreNeedsMet", _needs_met),
    MoreRow("Votes and bids…", "moreVotes", _votes),
    MoreRow("Evaluation forms…", "moreEvaluation", _evaluation),
    MoreRow("Forms “About you”…", "moreAboutYou", _about_you),
    MoreRow("Figures, and the rung reached…", "moreFigures", _figures),
    MoreRow("Slips: had I a say?…", "moreLookingBack", _slips_back),
    MoreRow("What did we learn?…", "moreLearnt", _learnt),
    MoreRow("Close: what is still open…", "moreClosing", _closing),
    MoreRow("Take notes apart…", "moreNotes", _notes),
    MoreRow("Slips and sheets…", "moreSheets", _sheets),
    MoreRow("Confirm what a machine wrote…", "moreConfirm", _confirm),
    MoreRow("How the time went…", "moreTimeWent", _time_went),
    MoreRow("Read a theme back…", "moreReadBack", _in_the_room("read_back")),
    MoreRow("Large sheet to read aloud", "moreAloud", _in_the_room("open_sheet")),
    MoreRow("Stand back", "moreStandBack", _in_the_room("stand_back")),
    MoreRow("Money: expenses and payments…", "moreMoney", _money),
    MoreRow("Seats, and more about people…", "morePeople", _people),
    MoreRow("Language and translation of a line…", "moreLines", _lines),
    MoreRow("Notes on the access checklist…", "moreChecks", _checks),
    MoreRow("What we decided, learnt and were told…", "moreLog", _log),
    MoreRow("Hints about spelling, on or off", "moreSpelling", _turn_spelling),
)


class MoreMenu:
    """Shows the rows at the button; `here` is asked each time, None while no session is open."""

    def __init__(self, button: QPushButton, here: Callable[[], Here | None]) -> None:
        self._button, self._here = button, here
        button.setAccessibleName("More")
        button.setAccessibleDescription("Opens a menu")
        button.clicked.connect(self.open)
        button.setVisible(bool(ROWS))

    def open(self) -> QMenu | None:
        """Show the menu."""
        here = self._here()
        if here is None:
            return None
        menu = menus.new(self._button, "moreMenu", "More")
        for row, words in zip(ROWS, menus.with_letters([row.words for row in ROWS]), strict=True):
            action = menu.addAction(words)
            action.setObjectName(row.name)
            action.triggered.connect(lambda _=False, row=row: row.opens(here))
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))
        return menu
