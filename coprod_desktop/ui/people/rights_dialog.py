"""What a person may ask for: everything that is kept about them, as files; and all of it erased, after a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.field_names import row_name
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import about_person
from coprod_desktop.services.making.papers import Made
from coprod_desktop.services.rights import erasure
from coprod_desktop.services.rights.erasure import Before
from coprod_desktop.services.rights.finding import Mention
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import breakable, papers_folder
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.people.working import Say, Working
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Title, Words
from coprod_desktop.ui.widgets.tick_list import Tick, TickList

RECORD = (
    "Two files for everything that is kept about them, in Word, as a web page and as data: your own record, and a draft "
    "for the information officer in which other people's words and names are covered."
)
READING = "Looking through everything that is kept…"
_SHOWN = 160


@dataclass(frozen=True)
class RightsSeen:
    """What the dialog shows."""

    before: Before
    sentences: Sequence[str]


def rights_seen(desk: Desk, person: str, say: Say = lambda _done: None) -> RightsSeen:
    """Return it. In a large workspace that takes a while; `say` hears how far it is."""
    before = erasure.before(desk, person, say)
    return RightsSeen(before, erasure.in_words(before, desk.today()))


class RightsDialog(QDialog):
    """`erased` is told by the person's absence from the list; the dialog closes then."""

    def __init__(self, context: Context, person: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._person, self._name = context, person, name
        self._seen: RightsSeen | None = None
        self._folder = papers_folder(context.settings.read().papers)
        self.setObjectName("rightsDialog")
        self.setWindowTitle("What is kept about them")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Title(f"What is kept about {name}"))
        self.banner = Banner()
        column.addWidget(self.banner)
        self.working = Working(context, "rightsWorking")
        column.addWidget(self.working)
        column.addWidget(self._record_card())
        column.addWidget(self._erase_card(), 1)
        acts = FlowRow()
        self.close_it = button("Close", "rightsClose", kind="outline")
        acts.add(self.close_it)
        column.addWidget(acts)
        self.close_it.clicked.connect(self.reject)
        self.make.setFocus()
        fit_screen(self, 720, 640)
        self.working.start(
            "Looking", lambda desk, say: rights_seen(desk, person, say),
            done=self._show, stopped=self._not_looked, failed=self.banner.tell_error,
        )  # fmt: skip

    def done(self, result: int) -> None:  # noqa: D102
        self.working.stop()
        super().done(result)

    def _record_card(self) -> Card:
        card = Card("Everything, in one act")
        card.column.addWidget(Words(RECORD))
        self.made = StatusLabel("done")
        self.made.hide()
        card.column.addWidget(self.made)
        acts = FlowRow()
        self.make = button("Make both", "rightsMake", kind="primary")
        acts.add(self.make)
        card.column.addWidget(acts)
        self.make.clicked.connect(self._make)
        return card

    def _erase_card(self) -> Card:
        card = Card("Erase everything about them")
        self.said = Words(READING)
        self.said.setObjectName("rightsSaid")
        card.column.addWidget(self.said)
        self.unsure = TickList()
        self.unsure.setObjectName("rightsUnsure")
        self.unsure.hide()
        card.column.addWidget(self.unsure, 1)
        acts = FlowRow()
        self.erase = button("Erase everything about them…", "rightsErase", kind="danger")
        self.erase.setEnabled(False)
        acts.add(self.erase)
        card.column.addWidget(acts)
        card.column.addStretch(0)
        self.erase.clicked.connect(self._ask)
        return card

    def _not_looked(self) -> None:
        self.said.setText("Stopped. Open this again to see what would go and what would stay.")

    def _show(self, seen: RightsSeen) -> None:
        self._seen = seen
        self.said.setText("\n".join(seen.sentences))
        ticks = [
            Tick(str(at), beginning(one.text, _SHOWN), row_name(one.noun)) for at, one in enumerate(seen.before.unsure)
        ]
        self.unsure.show_ticks(ticks)
        self.unsure.setVisible(bool(ticks) and not seen.before.holds)
        self.erase.setEnabled(not seen.before.holds and not self.working.busy())

    # ---- the record

    def _make(self) -> None:
        person, folder = self._person, self._folder
        self._begin()

        def work(desk: Desk, say: Say) -> Made:
            return about_person.make(
                desk, person, folder,
                looked=lambda part: say(part / 2), progress=lambda done, of, _what: say(0.5 + done / max(of, 1) / 2),
            )  # fmt: skip

        self.working.start(
            "Making both", work, done=self._tell_made,
            stopped=lambda: self._stopped("What was made so far is whole, and private."), failed=self._failed,
        )  # fmt: skip

    def _begin(self) -> None:
        """Nothing else is begun meanwhile; the keys are on Stop."""
        self.banner.clear()
        self.make.setEnabled(False)
        self.erase.setEnabled(False)
        self.working.stop_it.setFocus()

    def _ended(self) -> None:
        self.make.setEnabled(True)
        self.erase.setEnabled(self._seen is not None and not self._seen.before.holds)

    def _stopped(self, then: str) -> None:
        self._ended()
        self.make.setFocus()
        self.banner.tell("Stopped.", then)
        self._context.announce(f"Stopped. {then}")

    def _tell_made(self, made: Made) -> None:
        self._ended()
        self.make.setFocus()
        words = f"Made {counted(len(made.paths), 'file')} in {breakable(made.paths[0].parent)}. They are private."
        self.made.show_state("done", words)
        self.made.show()
        self._context.announce(words)

    def _failed(self, error: UserError) -> None:
        self._ended()
        self.banner.tell_error(error)

    # ---- erasing

    def _chosen(self) -> Sequence[Mention]:
        return [] if self._seen is None else [self._seen.before.unsure[int(at)] for at in self.unsure.ticked()]

    def _ask(self) -> None:
        if self._seen is None:
            return
        owed = "\n".join(self._seen.before.unpaid)
        Ask(
            f"Erase everything about {self._name}?",
            "\n\n".join(filter(None, (owed, "It cannot be undone, and no backup brings it back."))),
            "Erase everything",
            "Keep it",
            self._erase,
            self,
        ).open()

    def _erase(self) -> None:
        self._begin()
        person, also = self._person, tuple(self._chosen())
        self.working.start(
            "Erasing",
            lambda desk, say: erasure.erase(desk, person, erasure.Why.ASKED, also, part=say),
            done=self._erased,
            stopped=lambda: self._stopped("Nothing was changed."),
            failed=self._failed,
        )

    def _erased(self, _changes: Changes) -> None:
        self._context.tell(
            "Everything about them is erased.", "A line without a name in the log says that it was done.", "done"
        )
        self.accept()
