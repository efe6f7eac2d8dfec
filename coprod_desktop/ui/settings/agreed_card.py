"""The papers the organisation agreed on, in Settings: how many there are, which are to be looked at again, and the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.services.seen import agreed
from coprod_desktop.services.seen.agreed import AgreedLine
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.settings.reading_card import ReadingCard
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import MARGIN
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Heading, Words

HELP = (
    "What your organisation agreed on: principles for every agenda, a definition, what people are paid, method cards."
)


class AgreedCard(ReadingCard):
    """`set_up` once; read when the card is shown, and again whenever something of it changed."""

    nouns = frozenset({"agreed_paper", "paper_version"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreedCard")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(Heading("Agreed papers"))
        column.addWidget(Words(HELP, tone="quiet"))
        self.state = StatusLabel("info")
        column.addWidget(self.state)
        row = FlowRow()
        self.push = button("Agreed papers…", "agreedOpenAll")
        self.push.clicked.connect(self._open)
        row.add(self.push)
        column.addWidget(row)

    def _open(self) -> None:
        if self._context is not None:
            from coprod_desktop.ui.agreed.papers_dialog import AgreedPapersDialog

            AgreedPapersDialog(self._context, self).open()

    def _ask(self, context: Context) -> None:
        context.runner.ask(agreed.lines, done=self._show, owner=self)

    def _show(self, lines: Sequence[AgreedLine]) -> None:
        late = sum(line.state == "late" for line in lines)
        if late:
            self.state.show_state("late", f"{counted(late, 'paper is', 'papers are')} to be looked at again.")
        elif lines:
            self.state.show_state("done", f"{counted(len(lines), 'paper')}. None is to be looked at again today.")
        else:
            self.state.show_state("info", "No papers yet.")
