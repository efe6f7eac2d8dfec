"""A report that is finished by hand says, when it is opened, which of its numbers have changed since."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coprod_desktop.domain.agreed_kinds import Of
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services import report_drafts
from coprod_desktop.services.report_drafts import Compared
from coprod_desktop.services.seen.agreed import EditorSeen
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.banner import Banner

_ACT = "Use today’s numbers"


class NumbersSince(QObject):
    """Asks once, after the paper is shown; one press puts today's numbers in, and every other word stays."""

    def __init__(self, context: Context, paper: str, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._paper, self._banner = context, paper, banner
        self._final = False
        banner.acted.connect(self._bring)

    def look(self, seen: EditorSeen) -> None:
        """Compare, if the paper is a report that was begun from the records."""
        if seen.kind.of is Of.RECORDS:
            self._final = seen.final
            self._context.runner.ask(
                report_drafts.compared, self._paper, done=self._tell, failed=self._banner.tell_error, owner=self
            )

    def _tell(self, found: Compared) -> None:
        if found.changed:
            many = counted(len(found.changed), "number has", "numbers have")
            kept = "They stay as they were agreed. " if self._final else ""
            words = f"{kept}{'. '.join(found.changed)}."
            self._banner.tell(f"{many} changed since this was written.", words, "info", "" if self._final else _ACT)

    def _bring(self) -> None:
        if self._banner.button.text() == _ACT:
            self._context.runner.do(
                report_drafts.bring_up_to_date, self._paper, done=self._brought, failed=self._refused, owner=self
            )

    def _brought(self, _changes: object) -> None:
        self._banner.tell("The numbers are those of today. Every other word is as it was.", "", "done")

    def _refused(self, error: UserError) -> None:
        self._banner.tell_error(error)
