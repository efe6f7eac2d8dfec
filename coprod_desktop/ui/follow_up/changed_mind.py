"""Someone has changed their mind: out of every new paper, and each paper already made is listed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, people
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.seen import search
from coprod_desktop.services.seen.follow_up import FollowUp, given_to
from coprod_desktop.services.seen.search import Followed
from coprod_desktop.ui._forms.follow_up_changed import Ui_FollowUpChanged
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.follow_up.lists import OldPaper
from coprod_desktop.ui.follow_up.people_box import fill_people
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.tick_list import Tick

MEANS = {
    "name": "No new paper shows their name. What they said may stay, signed by nobody.",
    "words": "The words you tick are on no new paper. A promise made because of them is kept, without the words.",
    "everything": "Nothing they said and no name of theirs is on a new paper. "
    "Promises made because of it are kept, without their words.",
    "contact": "How to reach them is taken out of this list. No paper ever shows it.",
}


class ChangedMind(QDialog):
    """First asks who and what; then lists the papers already made and offers the corrected one."""

    def __init__(self, context: Context, shown: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, shown.session
        self._said: tuple[Followed, ...] = ()
        self.ui = ui = Ui_FollowUpChanged()
        ui.setupUi(self)
        self.setObjectName("followUpChanged")
        self.setWindowTitle("Someone has changed their mind")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.papers = ui.papers
        self._about = {
            "name": ui.aboutName,
            "words": ui.aboutWords,
            "everything": ui.aboutEverything,
            "contact": ui.aboutContact,
        }
        ui.lines.stand_between(ui.aboutContact, ui.save, ui.cancel)
        fill_people(ui.who, shown.readers)
        ui.who.currentIndexChanged.connect(lambda _at: self._read())
        for radio in self._about.values():
            radio.toggled.connect(lambda _on: self._show_choice())
        ui.lines.changed.connect(self._show_choice)
        ui.save.clicked.connect(self._save)
        ui.cancel.clicked.connect(self.reject)
        ui.close.clicked.connect(self.accept)
        ui.makeAgain.clicked.connect(self._make_again)
        self._show_choice()
        ui.who.setFocus()
        fit_screen(self, 640, 680)

    # ---- who and what

    def chosen(self) -> str:
        """Return what is no longer to be used: "name", "words", "everything", "contact", or "" before a choice."""
        return next((name for name, radio in self._about.items() if radio.isChecked()), "")

    def _read(self) -> None:
        person = self.ui.who.currentData()
        self._show_said(())
        if person is not None:
            runner = self._context.runner
            runner.ask(search.what_happened, self._session, person, done=self._show_said, owner=self)

    def _show_said(self, said: Sequence[Followed]) -> None:
        self._said = tuple(said)
        still = [f.entry for f in said if not f.entry.withdrawn]
        self.ui.lines.show_ticks(Tick(e.id, e.text, e.at or "") for e in still)
        self._show_choice()

    def _show_choice(self) -> None:
        ui, about = self.ui, self.chosen()
        ui.aboutMeans.setText(MEANS.get(about, ""))
        ui.lines.setVisible(about == "words" and bool(self._said))
        ready = ui.who.currentData() is not None and (about != "words" or bool(ui.lines.ticked()))
        ui.save.setEnabled(bool(about) and ready)

    def _save(self) -> None:
        person, about, today = self.ui.who.currentData(), self.chosen(), self._context.desk.today()
        runner = self._context.runner
        if about == "words":
            runner.do(
                capture.change_many, self.ui.lines.ticked(), withdrawn=True,
                done=self._taken_out, failed=self._refused, owner=self,
            )  # fmt: skip
        else:
            runner.do(
                people.changed_mind, self._session, person, about, today,
                done=self._taken_out, failed=self._refused, owner=self,
            )  # fmt: skip

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)

    # ---- what is already out

    def _taken_out(self, _changes: Changes) -> None:
        about = self.chosen()
        entries = self.ui.lines.ticked() if about == "words" else [f.entry.id for f in self._said]
        self._context.runner.ask(_old_papers, self._session, about, entries, done=self._show_papers, owner=self)

    def _show_papers(self, found: Sequence[OldPaper]) -> None:
        ui = self.ui
        out = "Done. It is out of the list." if self.chosen() == "contact" else "Done. It is on no new paper."
        ui.afterState.show_state("done", out)
        many = (
            "1 paper made before may hold it." if len(found) == 1 else f"{len(found)} papers made before may hold it."
        )
        after = f"{many} Make the corrected one, and give it to those who have the old."
        ui.afterWords.setText(after if found else "No paper made before holds it.")
        self.papers.items.set_rows(found)
        self.papers.setVisible(bool(found))
        ui.makeAgain.setVisible(bool(found))
        ui.steps.setCurrentWidget(ui.after)
        (ui.makeAgain if found else ui.close).setFocus()
        self._context.announce(f"{ui.afterState.text()} {ui.afterWords.text()}")

    def _make_again(self) -> None:
        self.accept()
        self._context.open_page("paper", self._session)


def _old_papers(desk: Desk, session: str, about: str, entries: Sequence[str]) -> list[OldPaper]:
    """Return the papers made before that may hold it; a name may be in any, how to reach someone in none."""
    if about == "contact":
        return []
    every = about in ("name", "everything")
    made = papers.made_before(desk, session) if every else papers.papers_with(desk, session, entries)
    return [OldPaper(paper, given_to(desk, session, paper.id)) for paper in made]
