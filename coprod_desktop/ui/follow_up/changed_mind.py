"""Someone has changed their mind: out of every new paper, and what is out already is listed to be asked back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.permission import Purpose
from coprod_desktop.errors import UserError
from coprod_desktop.services import changed_mind
from coprod_desktop.services.changed_mind import AgreedOut, Out, Scope, TakenBack
from coprod_desktop.services.seen import search
from coprod_desktop.services.seen.follow_up import FollowUp
from coprod_desktop.services.seen.search import Followed
from coprod_desktop.ui._forms.follow_up_changed import Ui_FollowUpChanged
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.follow_up import words
from coprod_desktop.ui.follow_up.lists import PointToCheck
from coprod_desktop.ui.follow_up.people_box import fill_people
from coprod_desktop.ui.widgets import choice
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.text import Words, restyle
from coprod_desktop.ui.widgets.tick_list import Tick

MEANS = {
    Purpose.NAME: "No new paper shows their name. What they said may stay, signed by nobody.",
    Purpose.QUOTE: "Their words stand on no new paper between quotation marks. They may still be summed up.",
    Purpose.OTHER_WORDS: "What they said is on no new paper in any words, and it is not counted.",
    Purpose.PHOTO: "Take photos of them down, also pictures of your own that you put into Easy Read.",
    Purpose.RECORDING: "Delete recordings of them where they are kept. This program keeps none.",
    Purpose.CONTACT: "Nothing more is sent to them, and how to reach them is taken out. What they said stays.",
}
PROMISE_STAYS = "A promise that was made because of it stays, without their words."
LINES, ROWS = 8, 5
"""Lines of text that the lists show at the least."""


class ChangedMind(QDialog):
    """First asks who, what, and how far it goes; then lists what is out, and offers the corrected paper."""

    def __init__(self, context: Context, shown: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, shown.session
        self._said: tuple[Followed, ...] = ()
        self._out = Out(papers=(), points=())
        self.ui = ui = Ui_FollowUpChanged()
        ui.setupUi(self)
        self.setObjectName("followUpChanged")
        self.setWindowTitle("Someone has changed their mind")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label in self.findChildren(Words):
            restyle(label)  # the form names their tone after the scroll area has styled them
        self.papers, self.points = ui.papers, ui.points
        self.boxes: dict[Purpose, QCheckBox] = {
            Purpose.NAME: ui.takeName,
            Purpose.QUOTE: ui.takeQuote,
            Purpose.OTHER_WORDS: ui.takeWords,
            Purpose.PHOTO: ui.takePhoto,
            Purpose.RECORDING: ui.takeRecording,
            Purpose.CONTACT: ui.takeContact,
        }
        self.scopes = {
            Scope.LINES: ui.scopeLines,
            Scope.SESSION: ui.scopeSession,
            Scope.EVERYTHING: ui.scopeEverything,
        }
        self._set_up(shown)

    def _set_up(self, shown: FollowUp) -> None:
        ui = self.ui
        ui.on.set_name("on", "The day they said so")
        ui.onLabel.setBuddy(ui.on.edit)
        ui.on.today, ui.on.past = self._context.desk.today, True
        ui.on.set_date(self._context.desk.today())
        fields = {"on": ui.on, "asked_by": ui.askedBy}
        KeptForm(self._context, self, f"changed_mind:{self._session}", fields, self._session)
        ui.lines.stand_between(ui.scopeEverything, ui.on.edit, ui.askedBy, ui.save, ui.cancel)
        for shown_list, high in ((ui.lines, LINES), (ui.papers, ROWS), (ui.points, ROWS)):
            Room(shown_list, high)
        choice.check(self.scopes.values(), ui.scopeLines)
        fill_people(ui.who, shown.readers)
        ui.who.currentIndexChanged.connect(lambda _at: self._read())
        for part in (*self.boxes.values(), *self.scopes.values()):
            part.toggled.connect(lambda _on: self._show_choice())
        ui.takeAll.clicked.connect(self._tick_all)
        ui.lines.changed.connect(self._show_choice)
        ui.save.clicked.connect(self._save)
        ui.cancel.clicked.connect(self.reject)
        ui.close.clicked.connect(self.accept)
        ui.makeAgain.clicked.connect(self._make_again)
        ui.papers.opened.connect(lambda _row: self._make_again())
        ui.copyList.clicked.connect(self._copy_list)
        ui.lookAgain.clicked.connect(self._look_again)
        ui.points.opened.connect(lambda _row: self._look_again())
        self._show_choice()
        ui.who.setFocus()
        fit_screen(self, 720, 760)

    # ---- who and what

    def chosen(self) -> tuple[Purpose, ...]:
        """Return what is taken back."""
        return tuple(purpose for purpose, box in self.boxes.items() if box.isChecked())

    def scope(self) -> Scope:
        """Return how far it goes for words."""
        return next((scope for scope, radio in self.scopes.items() if radio.isChecked()), Scope.LINES)

    def taken(self) -> TakenBack:
        """Return all of it."""
        ui = self.ui
        return TakenBack(
            purposes=self.chosen(),
            on=ui.on.date() or self._context.desk.today(),
            asked_by=" ".join(ui.askedBy.text().split()) or None,
            scope=self.scope(),
            lines=tuple(ui.lines.ticked()),
        )

    def _tick_all(self) -> None:
        for box in self.boxes.values():
            box.setChecked(True)
        choice.check(self.scopes.values(), self.ui.scopeEverything)

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
        ui, purposes = self.ui, self.chosen()
        about_words = any(purpose in changed_mind.ABOUT_WORDS for purpose in purposes)
        for part in (ui.scopeLabel, *self.scopes.values()):
            part.setVisible(about_words)
        some = about_words and self.scope() is Scope.LINES
        ui.lines.setVisible(some and bool(self._said))
        ui.aboutMeans.setText(" ".join([*(MEANS[p] for p in purposes), PROMISE_STAYS]) if purposes else "")
        ready = ui.who.currentData() is not None and (not some or bool(ui.lines.ticked()))
        ui.save.setEnabled(bool(purposes) and ready)

    def _save(self) -> None:
        self.ui.banner.clear()
        if is_right(self.ui.banner, take_as_typed(self.ui.on)):
            self._context.runner.do(
                changed_mind.take_back, self._session, self.ui.who.currentData(), self.taken(),
                done=self._taken_out, failed=self._refused, owner=self,
            )  # fmt: skip

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)

    # ---- what is already out

    def _taken_out(self, _changes: Changes) -> None:
        self._context.runner.ask(
            changed_mind.out_already, self._session, self.ui.who.currentData(), self.taken(),
            done=self._show_out, owner=self,
        )  # fmt: skip

    def _show_out(self, out: Out) -> None:
        ui, self._out = self.ui, out
        ui.afterState.show_state("done", _done(self.chosen()))
        agreed = "\n".join(map(_agreed_words, out.agreed))
        made = _papers_words(len(out.papers)) if out.papers or not agreed else ""
        ui.afterWords.setText("\n".join(filter(None, (made, agreed))))
        ui.pointsWords.setText(_points_words(len(out.points)))
        ui.promiseStays.setText(PROMISE_STAYS)
        self.papers.items.set_rows(out.papers)
        self.points.items.set_rows([PointToCheck(session, point) for session, point in out.points])
        for shown, rows in ((self.papers, out.papers), (self.points, out.points)):
            shown.setVisible(bool(rows))
        for part in (ui.makeAgain, ui.copyList):
            part.setVisible(bool(out.papers))
        for part in (ui.pointsWords, ui.lookAgain):
            part.setVisible(bool(out.points))
        if out.papers:
            self.papers.go_to(out.papers[0].id)
        if out.points:
            self.points.go_to(out.points[0][1].id)
        ui.steps.setCurrentWidget(ui.after)
        (ui.makeAgain if out.papers else ui.lookAgain if out.points else ui.close).setFocus()
        self._context.announce(f"{ui.afterState.text()} {ui.afterWords.text()}")

    def _make_again(self) -> None:
        chosen = next((p for p in self._out.papers if p.id == self.papers.current_id()), self._out.papers[0])
        self.accept()
        self._context.open_page("paper", chosen.session.id)
        self._tell_points([point.you_said for _, point in self._out.points])

    def _look_again(self) -> None:
        now = self.points.current_id()
        session, point = next((pair for pair in self._out.points if pair[1].id == now), self._out.points[0])
        self.accept()
        self._context.open_page("answer", session.id, Ref("point", point.id, session.id))
        self._tell_points([p.you_said for _, p in self._out.points])

    def _tell_points(self, points: Sequence[str]) -> None:
        """The list is closed now, so what is left to look at is told above the page."""
        if points:
            self._context.tell(_points_words(len(points)), "\n".join(f"“{p}”" for p in points), "look")

    def _copy_list(self) -> None:
        QGuiApplication.clipboard().setText(words.recall(self._out.papers))
        self._context.announce("The list is copied. Paste it where you need it.")
        self.ui.copyList.setText("Copied")


def _done(purposes: Sequence[Purpose]) -> str:
    if set(purposes) == {Purpose.CONTACT}:
        return "Done. Nothing more is sent to them."
    printed = set(purposes) - {Purpose.CONTACT, Purpose.PHOTO, Purpose.RECORDING}
    return "Done. It is on no new paper." if printed else "Done. It is written down."


def _papers_words(count: int) -> str:
    if not count:
        return "No paper made before holds it."
    many = counted(count, "paper made before may hold it.", "papers made before may hold it.")
    return f"{many} Make the corrected one, ask the old copies back, and give the new one to those who had the old."


def _agreed_words(one: AgreedOut) -> str:
    if one.signed:
        return (
            f"“{one.title}”, version {one.n}, names them among who signed up. A new copy does not: make it again, "
            "and ask the old ones back."
        )
    return f"“{one.title}”, version {one.n}, has words of theirs in it. Write them out of it, and ask old copies back."


def _points_words(count: int) -> str:
    points = counted(count, "point was", "points were")
    return f"{points} written from those lines. Look again at the wording, and at how many said it."
