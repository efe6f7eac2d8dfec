"""People: everyone in the workspace, what is known about each, and what happened to what they said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Person, Session
from coprod_desktop.services import people, sessions
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.people import PersonLine
from coprod_desktop.services.seen import search
from coprod_desktop.services.seen.search import Followed
from coprod_desktop.ui._forms.people import Ui_People
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.follow_up import words as said_words
from coprod_desktop.ui.get_ready.part import LINES
from coprod_desktop.ui.get_ready.people_part import PERSON_LINES
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.people import words
from coprod_desktop.ui.people.person_editor import PersonEditor
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_help import after_dot
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows

_SHOWN = {"person", "attendance", "need", "session", "entry", "point"}


@dataclass(frozen=True)
class PersonPart:
    """Someone's part in one session, and what happened to what they said there."""

    who: str
    sessions: tuple[Session, ...]
    session: str | None
    person: Person | None
    said: tuple[Followed, ...]


def read_part(desk: Desk, who: str, session: str | None) -> PersonPart:
    """Return someone's part in a session, or in their newest one. Runs on the reading thread."""
    found = tuple(sessions.one(desk, s) for s in people.sessions_of(desk, who))
    ids = [s.id for s in found]
    at = session if session in ids else next(iter(ids), None)
    if at is None:
        return PersonPart(who, (), None, None, ())
    person = next(p for p in people.on_list(desk, at) if p.id == who)
    return PersonPart(who, found, at, person, search.what_happened(desk, at, who))


class PeoplePage(Page):
    """A list to filter by typing, and beside it the person one is on."""

    title = "People"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._form = form = Ui_People()
        form.setupUi(self)
        self.setObjectName("PeoplePage")
        self._everyone: Sequence[PersonLine] = ()
        self._part: PersonPart | None = None
        self._just_opened = False
        self._wanted = ""
        self.list = RowsList[PersonLine](words.in_workspace, "everyoneList", "People", with_icons=False)
        self.said = RowsList[ListRow](lambda row: row, "saidList", "What they said, and what it became")
        for rows, place in ((self.list, form.everyonePlace), (self.said, form.saidPlace)):
            Room(rows, LINES)
            place.addWidget(rows)
        self.editor = PersonEditor(context, context.desk.content)
        form.detailsPlace.addWidget(self.editor)
        Room(form.detailsScroll, PERSON_LINES)
        for before, after in (
            (form.find, self.list),
            (form.partSaid, self.said),
            (self.editor.last_field(), form.changedMind),
            (form.changedMind, form.openSession),
        ):
            self.setTabOrder(before, after)
        form.find.textChanged.connect(lambda _text: self._show_list())
        form.find.returnPressed.connect(self.list.setFocus)
        self.list.chosen.connect(lambda _id: self._read_part())
        self.list.opened.connect(lambda _id: self._form.inSession.setFocus())
        form.inSession.activated.connect(lambda _at: self._read_part(form.inSession.currentData()))
        form.partDetails.toggled.connect(lambda _on: self._show_half())
        form.changedMind.clicked.connect(lambda: self._go("follow_up"))
        form.openSession.clicked.connect(lambda: self._go("get_ready"))
        form.oneCard.hide()
        self._show_half()

    # ---- the page

    def open(self, session_id: str | None) -> None:  # noqa: D102
        super().open(session_id)
        self._just_opened = True
        self._read()

    def point_at(self, row: Ref) -> None:  # noqa: D102
        self._wanted = row.id
        self._form.find.clear()

    def leave(self) -> None:  # noqa: D102
        self.editor.leave()

    def apply(self, changes: Changes) -> None:  # noqa: D102
        if self.isVisible() and any(ref.noun in _SHOWN for ref in changes.all()):
            self._read()

    def keys(self) -> Sequence[tuple[str, str]]:  # noqa: D102
        return (("Enter", "Go from the person you are on to what is known about them"),)

    def first_focus(self) -> QLineEdit:  # noqa: D102
        field: QLineEdit = self._form.find
        return field

    # ---- the list

    def _read(self) -> None:
        self.context.runner.ask(people.every, done=self._show, owner=self)

    def _show(self, everyone: Sequence[PersonLine]) -> None:
        self._everyone = everyone
        shown = self.editor.about()
        if shown is not None and shown[1] not in {p.id for p in everyone}:
            self._close_who_is_gone(shown[1], ())
        self._show_list()
        self._read_part(self._part.session if self._part is not None else None)
        if self._just_opened and self.isVisible():
            self._just_opened = False
            self.first_focus().setFocus()

    def _show_list(self) -> None:
        form, typed = self._form, self._form.find.text().casefold().split()
        found = [p for p in self._everyone if all(word in f"{p.name} {p.role}".casefold() for word in typed)]
        show_rows(self.list, found)
        if self._wanted in {p.id for p in found}:
            self.list.go_to(self._wanted)
            self._wanted = ""
        if found and self.list.current_id() is None:
            self.list.go_to(found[0].id)
        many = len(self._everyone)
        form.everyoneTally.setText(after_dot(f"{len(found):,} of {many:,}" if typed else f"{many:,}" if many else ""))
        nobody = "Nobody's name or role has these words." if many else "Nobody yet. People come from your sessions."
        form.everyoneNone.setText(nobody)
        form.everyoneNone.setVisible(not found)
        self.list.setVisible(bool(found))
        form.oneCard.setVisible(bool(found))

    # ---- the person

    def _read_part(self, session: str | None = None) -> None:
        who = self.list.current_id()
        if who is not None:
            self.context.runner.ask(read_part, who, session, done=self._show_part, owner=self)

    def _show_part(self, part: PersonPart) -> None:
        if part.who != self.list.current_id():
            return  # one has gone on to somebody else
        self._part, form = part, self._form
        self._close_who_is_gone(part.who, [s.id for s in part.sessions])
        line = self.list.items.get(part.who)
        form.oneName.setText(line.name if line else "")
        form.oneNowhere.setVisible(part.person is None)
        form.oneBox.setVisible(part.person is not None)
        if part.person is None or part.session is None:
            return
        form.inSession.clear()
        for session in part.sessions:
            form.inSession.addItem(f"{dates.plain(session.date)}, {session.title}", session.id)
        form.inSession.setCurrentIndex(form.inSession.findData(part.session))
        self.editor.show_person(part.session, part.person)
        many = counted(len(part.said), "thing said here", "things said here")
        form.saidTally.setText(many if part.said else "Nothing they said here is written down.")
        show_rows(self.said, [said_words.became(followed) for followed in part.said])
        self.said.setVisible(bool(part.said))

    def _close_who_is_gone(self, who: str, sessions: Sequence[str]) -> None:
        """Close the details of someone who was taken away, or off the list of the session they are shown in."""
        shown = self.editor.about()
        if shown is not None and shown[1] == who and shown[0] not in sessions:
            words = self.editor.forget()
            if self.isVisible():
                self.context.tell(words, "Nothing more is written about them here.")

    def _show_half(self) -> None:
        details = self._form.partDetails.isChecked()
        self._form.detailsScroll.setVisible(details)
        self._form.saidBox.setVisible(not details)

    def _go(self, page: str) -> None:
        if self._part is not None and self._part.session is not None:
            self.context.open_page(page, self._part.session)
