"""People: everyone in the workspace, what is known about each, and what happened to what they said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Person, Session
from coprod_desktop.services import people, sessions
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.seen import everyone, search
from coprod_desktop.services.seen.everyone import Everyone, Filter, Someone
from coprod_desktop.services.seen.search import Followed
from coprod_desktop.ui._forms.people import Ui_People
from coprod_desktop.ui.answer.pick_dialog import PickDialog
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.follow_up import words as said_words
from coprod_desktop.ui.get_ready.part import LINES
from coprod_desktop.ui.get_ready.people_part import PERSON_LINES
from coprod_desktop.ui.money.opened import open_money
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.people import words
from coprod_desktop.ui.people.add_people import AddPeople
from coprod_desktop.ui.people.bank_part import BankPart
from coprod_desktop.ui.people.more_people import MorePeople
from coprod_desktop.ui.people.person_editor import PersonEditor
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_help import after_dot
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.text import restyle

KEYS = (
    ("Alt+K", "What is kept about the person you are on, or erase it"),
    ("Alt+M", "Money of the person you are on"),
)
_SHOWN = {"person", "attendance", "need", "checklist_item", "session", "entry", "point", "bank"}


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
        self._everyone = Everyone(())
        self._part: PersonPart | None = None
        self._just_opened = False
        self._wanted, self._due_wanted = "", False
        self.list = RowsList[Someone](words.someone, "everyoneList", "People", with_icons=False)
        self.said = RowsList[ListRow](lambda row: row, "saidList", "What they said, and what it became")
        for rows, place in ((self.list, form.everyonePlace), (self.said, form.saidPlace)):
            Room(rows, LINES)
            place.addWidget(rows)
        self.editor = PersonEditor(context, context.desk.content)
        form.detailsPlace.addWidget(self.editor)
        Room(form.detailsScroll, PERSON_LINES)
        self.bank = BankPart(context, context.desk.content)
        form.bankScrolled.setObjectName("scrolled")  # as the style knows what is scrolled
        restyle(form.bankScrolled)
        form.bankPlace.addWidget(self.bank)
        form.bankPlace.addStretch(1)
        Room(form.bankScroll, PERSON_LINES)
        self.adding = AddPeople(context, form, self)
        self.more = MorePeople(context, form, self)
        for before, after in (
            (form.find, form.filter),
            (form.filter, self.list),
            (self.list, form.addName),
            (form.partSaid, self.said),
            (self.editor.last_field(), form.changedMind),
            (form.changedMind, form.sameAs),
            (form.sameAs, form.twoPeople),
            (form.twoPeople, form.theirData),
            (form.theirData, form.openSession),
        ):
            self.setTabOrder(before, after)
        form.find.textChanged.connect(lambda _text: self._show_list())
        form.find.returnPressed.connect(self.list.setFocus)
        form.filter.activated.connect(lambda _at: self._show_list())
        form.putOn.clicked.connect(self._put_on)
        form.sameAs.clicked.connect(self._same_as)
        form.twoPeople.clicked.connect(self._two_people)
        self.adding.added.connect(self._go_to)
        self.list.chosen.connect(lambda _id: self._read_part())
        self.list.opened.connect(lambda _id: self._form.inSession.setFocus())
        form.inSession.activated.connect(lambda _at: self._read_part(form.inSession.currentData()))
        form.partDetails.toggled.connect(lambda _on: self._show_half())
        form.changedMind.clicked.connect(lambda: self._go("follow_up"))
        form.theirData.clicked.connect(self._open_rights)
        form.openSession.clicked.connect(lambda: self._go("get_ready"))
        form.theirData.setToolTip("Alt K")
        for (sequence, _words), act in zip(KEYS, (self._open_rights, self._open_money), strict=True):
            key = QShortcut(QKeySequence(sequence), self, act)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        form.oneCard.hide()
        self._show_half()

    # ---- the page

    def open(self, session_id: str | None) -> None:  # noqa: D102
        super().open(session_id)
        self._just_opened = True
        self.adding.end()
        self._read()

    def point_at(self, row: Ref) -> None:  # noqa: D102
        self._form.find.clear()
        if row.noun == "bank":
            self._due_wanted = True
        else:
            self._go_to(row.id)

    def leave(self) -> None:  # noqa: D102
        self.editor.leave()
        self.bank.leave()
        self.adding.leave()

    def apply(self, changes: Changes) -> None:  # noqa: D102
        if self.isVisible() and any(ref.noun in _SHOWN for ref in changes.all()):
            self._read()

    def keys(self) -> Sequence[tuple[str, str]]:  # noqa: D102
        shown = [(sequence.replace("+", " "), words) for sequence, words in KEYS]
        return [("Enter", "Go from the person you are on to what is known about them"), *shown]

    def first_focus(self) -> QLineEdit:  # noqa: D102
        field: QLineEdit = self._form.find
        return field

    # ---- the list

    def _read(self) -> None:
        self.context.runner.ask(everyone.read, done=self._show, owner=self)

    def _show(self, found: Everyone) -> None:
        self._everyone = found
        shown = self.editor.about()
        if shown is not None and shown[1] not in {p.id for p in found.people}:
            self._close_who_is_gone(shown[1], ())
        self._show_filters()
        self.adding.show_lists(found)
        self._show_list()
        self._read_part(self._part.session if self._part is not None else None)
        if self._just_opened and self.isVisible():
            self._just_opened = False
            self.first_focus().setFocus()

    def _show_filters(self) -> None:
        """Offer what can be filtered by now; what is chosen stays chosen while it leaves anybody."""
        box, formats = self._form.filter, self.context.desk.content.formats
        now = self._everyone.due() if self._due_wanted else self.filter()
        self._due_wanted = False
        offered = self._everyone.filters()
        box.clear()
        for one in offered:
            box.addItem(words.shown_filter(one, formats), one)
        keys = [one.key for one in offered]
        box.setCurrentIndex(keys.index(now.key) if now is not None and now.key in keys else 0)

    def filter(self) -> Filter | None:
        """Return what is filtered by."""
        found: Filter | None = self._form.filter.currentData()
        return found

    def shown_people(self) -> Sequence[Someone]:
        """Return those in the list now."""
        return self.list.items.rows()

    def _go_to(self, person: str) -> None:
        """Stand on somebody as soon as they are in the list."""
        self._wanted = "" if self.list.go_to(person) else person

    def _show_list(self) -> None:
        form, typed = self._form, self._form.find.text()
        found = self._everyone.matching(typed, self.filter())
        show_rows(self.list, found)
        if self._wanted and self.list.go_to(self._wanted):
            self._wanted = ""
        if found and self.list.current_id() is None:
            self.list.go_to(found[0].id)
        many = len(self._everyone.people)
        fewer = len(found) != many
        form.everyoneTally.setText(after_dot(f"{len(found):,} of {many:,}" if fewer else f"{many:,}" if many else ""))
        nobody = "Nobody has these words in name, role or interests." if many else "Nobody yet. Add people below."
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
        one = self.list.items.get(part.who)
        name = one.line.name if one else ""
        form.oneName.setText(name)
        form.nowhereBox.setVisible(part.person is None)
        form.oneBox.setVisible(part.person is not None)
        twice = one is not None and bool(one.twice)
        form.twoPeople.setVisible(twice)
        form.sameAs.setVisible(not twice)
        if part.person is None or part.session is None:
            self.bank.show_person("", Person(id=part.who, key="", name=name, role=""))
            return
        self.bank.leave()
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

    def _open_rights(self) -> None:
        line = self._one()
        if line is not None:
            from coprod_desktop.ui.people.rights_dialog import RightsDialog  # seldom wanted

            dialog = RightsDialog(self.context, line.id, line.line.name, self)
            dialog.accepted.connect(self._erased)
            dialog.rejected.connect((self.focusWidget() or self.list).setFocus)
            dialog.open()

    def _open_money(self) -> None:
        """Open their money of the session that is shown; of somebody on no list, all there is."""
        line, part = self._one(), self._part
        if line is not None:
            session = part.session if part is not None and part.who == line.id else None
            open_money(self.context, session, self, self.focusWidget() or self.list, person=line.id)

    def _erased(self) -> None:
        """Say their name no more: that they are erased is told already, and the next person in the list is where one is."""
        self.editor.forget()
        self.list.setFocus()

    def _go(self, page: str) -> None:
        if self._part is not None and self._part.session is not None:
            self.context.open_page(page, self._part.session)

    def _put_on(self) -> None:
        one, session = self._one(), self._form.putList.currentData()
        if one is not None and session is not None:
            self.bank.leave()
            self.context.runner.do(people.bring, session, one.id, one.line.role, owner=self)
            self.context.announce(f"On the list: {one.line.name}")

    # ---- known twice

    def _one(self) -> Someone | None:
        return self.list.items.get(self.list.current_id() or "")

    def _same_as(self) -> None:
        one = self._one()
        if one is None:
            return
        others = [other for other in self._everyone.people if other.id != one.id]
        others.sort(key=lambda other: other.line.name.casefold() != one.line.name.casefold())
        rows = [words.to_pick(other) for other in others]
        dialog = PickDialog(f"Who is the same person as {one.line.name}?", rows, self)
        dialog.taken.connect(partial(self._joined, one))
        dialog.finished.connect(lambda _how: self._form.sameAs.setFocus())
        dialog.open()

    def _joined(self, one: Someone, other: str) -> None:
        done = partial(self._tell_joined, one.line.name)
        self.context.runner.do(people.same_person, one.id, other, done=done, owner=self)

    def _tell_joined(self, name: str, _changes: Changes) -> None:
        self.context.tell(
            f"{name} is one person now.",
            "What either says no to counts for both. “They are two people” parts them.",
            "done",
        )

    def _two_people(self) -> None:
        one = self._one()
        for other, _name in one.twice if one is not None else ():
            self.context.runner.do(people.same_person, one.id if one else "", other, parted=True, owner=self)
        if one is not None:
            self.context.tell(f"{one.line.name} and {one.twice[0][1]} are two people again.", "", "done")
