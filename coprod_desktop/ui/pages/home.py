"""Home: the next session and what is not ready for it, promises, and what was done lately."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.services.seen.home import HomeSeen, Part, lately, read, told_by
from coprod_desktop.services.seen.money import owed_in_words
from coprod_desktop.services.seen.readiness import NotReady
from coprod_desktop.services.sessions import SessionLine
from coprod_desktop.ui._forms.home import Ui_Home
from coprod_desktop.ui.asking import words as asking_words
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.bring_in import BringIn
from coprod_desktop.ui.dialogs.new_session import NewSession
from coprod_desktop.ui.groups import words as group_words
from coprod_desktop.ui.money.opened import open_money
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.people import bank_words
from coprod_desktop.ui.people import words as people_words
from coprod_desktop.ui.safeguarding import words as sealed_words
from coprod_desktop.ui.safeguarding.sealed_dialog import SealedDialog
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.versions import words as version_words
from coprod_desktop.ui.versions.two_versions import TwoVersionsDialog
from coprod_desktop.ui.widgets.ask_row import AskRow
from coprod_desktop.ui.widgets.buttons import KeyButton
from coprod_desktop.ui.widgets.lazy_list import LazyList
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_help import after_dot
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.words import due as due_words
from coprod_desktop.ui.words import promise as promise_words
from coprod_desktop.ui.words import session as session_words

NOT_READY = 4
"""How many things that are not ready are shown here; the rest is on its own page."""
LEAST_LINES = 4
"""Lines of text that each list keeps, also when large text makes the page scroll: two rows, and the list scrolls."""


class HomePage(Page):
    """Reads what has changed since it was last seen when it comes to the front, and at once while it is there."""

    title = "Home"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._form = form = Ui_Home()
        form.setupUi(self)
        self.setObjectName("HomePage")
        self._seen: HomeSeen | None = None
        self._stale, self._asked = Part.ALL, 0
        self._just_opened = False
        self._bring = BringIn(context, self)
        self._make_buttons()
        self._make_lists()
        form.openNext.clicked.connect(self._open_next)
        form.firstPlan.clicked.connect(lambda: NewSession(context, self).open())
        form.firstBring.clicked.connect(self._bring.ask)
        form.firstSample.clicked.connect(context.look_around)
        form.sealedAsk.wanted.connect(lambda: SealedDialog(context, self).open())
        form.moneyAsk.wanted.connect(self._to_money)
        form.replyAsk.wanted.connect(self._to_nothing_back)
        form.silentAsk.wanted.connect(self._to_silent)
        form.bankAsk.wanted.connect(self._to_bank)
        form.groupAsk.wanted.connect(self._to_group)
        for row, of in ((form.replyAsk, "nothing_back"), (form.silentAsk, "silent"), (form.groupAsk, "of_groups")):
            row.all_wanted.connect(partial(self._show_all, of))
        form.reviewAsk.wanted.connect(self._to_review)
        form.dueAsk.wanted.connect(self._open_due)
        form.versionsAsk.wanted.connect(lambda: TwoVersionsDialog(context, None, self).open())
        for card in (form.asksCard, form.nextCard, form.firstCard):
            card.hide()

    def _to_review(self) -> None:
        """Go to the first person whose needs are to be looked at again."""
        for due in self._seen.reviews[:1] if self._seen is not None else ():
            self.context.open_page("people", None, Ref("person", due.person))

    def _to_group(self) -> None:
        """Open what of groups is due first."""
        from coprod_desktop.ui.groups.opening import open_due  # Home does not wait for it

        for due in self._seen.groups[:1] if self._seen is not None else ():
            open_due(self.context, due, self)

    def _show_all(self, of: str) -> None:
        """Show all that waits, where there is room here for the first. `of` is a maker of dialogs."""
        from coprod_desktop.ui.dialogs import waiting  # seldom wanted

        getattr(waiting, of)(self.context, self).open()

    def _make_buttons(self) -> None:
        self.start = KeyButton("Start a new session now", "Ctrl N", "startNow", kind="outline")
        self.find_said = KeyButton("Find what someone said", "Ctrl K", "findSaid")
        self.first_start = KeyButton("Start a new session now", "Ctrl N", "firstStart", kind="primary")
        for push in (self.start, self.first_start):
            push.clicked.connect(self.context.start_now)
        self.find_said.clicked.connect(lambda: self.context.open_page("find", None))
        self._form.latelyColumn.addWidget(self.start)
        self._form.latelyColumn.addWidget(self.find_said)
        self._form.firstStartPlace.addWidget(self.first_start)
        self._form.firstStartPlace.addStretch(1)
        icons.put(self._form.firstPlan, "sessions")
        icons.put(self._form.firstBring, "folder")
        icons.put(self._form.firstSample, "info")

    def _make_lists(self) -> None:
        self.promises = RowsList[PromiseLine](promise_words.short, "homePromises", "Promises, late ones first")
        self.lately = RowsList[SessionLine](self._lately_row, "homeLately", "Latest sessions", with_icons=False)
        self._set_up_list(self.promises, self._open_promise)
        self._set_up_list(self.lately, self._open_session)
        self._form.promisesColumn.addWidget(self.promises, 1)
        self._form.promisesColumn.addStretch(0)
        self._form.latelyColumn.addWidget(self.lately, 1)
        pushes = (push for row in self._asks() for push in (row.push, row.every))
        order = (*pushes, self._form.openNext, self.promises, self.start, self.find_said, self.lately)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _lately_row(self, line: SessionLine) -> ListRow:
        return session_words.lately(line, self._seen.near.waiting.get(line.id, 0) if self._seen else 0)

    def _set_up_list(self, rows: LazyList, opened: Callable[[str], None]) -> None:
        rows.opened.connect(opened)
        rows.clicked.connect(lambda index: opened(rows.rows().id_at(index.row())))
        Room(rows, LEAST_LINES)

    # ---- the page

    def open(self, session_id: str | None) -> None:  # noqa: D102
        super().open(session_id)
        self._just_opened = True
        self._read()

    def apply(self, changes: Changes) -> None:  # noqa: D102
        self._stale |= told_by(changes)
        if self.isVisible() and any(changes.all()):
            self._read()

    def keys(self) -> Sequence[tuple[str, str]]:  # noqa: D102
        return (("Enter", "Open the session or the promise you are on"),)

    def first_focus(self) -> QWidget:  # noqa: D102
        if self._form.firstCard.isVisibleTo(self):
            return self.first_start
        return self._form.openNext if self._form.nextCard.isVisibleTo(self) else self.start

    # ---- acts

    def _open_next(self) -> None:
        if self._seen is not None and self._seen.near.next is not None:
            self._open_session(self._seen.near.next.id)
        else:
            NewSession(self.context, self).open()

    def _open_session(self, session: str) -> None:
        if self._seen is not None:
            line = next(s for s in self._seen.near.sessions if s.id == session)
            self.context.open_page(session_words.page_for(line, self._seen.today.isoformat()), session)

    def _open_due(self) -> None:
        from coprod_desktop.ui.settings.due_dialog import DueDialog  # seldom wanted

        DueDialog(self.context, self).open()

    def _to_nothing_back(self) -> None:
        if self._seen is not None and self._seen.nothing_back:
            self.context.open_page("answer", self._seen.nothing_back[0].session)

    def _to_money(self) -> None:
        """To whom it is owed longest, with all they have."""
        if self._seen is not None and self._seen.owed.person is not None:
            owed = self._seen.owed
            open_money(self.context, None, self, self._form.moneyAsk.push, person=owed.person)

    def _to_silent(self) -> None:
        if self._seen is not None and self._seen.silent:
            waits = self._seen.silent[0]
            self.context.open_page("answer", waits.session, Ref("point", waits.point, waits.session))

    def _to_bank(self) -> None:
        if self._seen is not None and self._seen.to_review:
            self.context.open_page("people", None, Ref("bank", self._seen.to_review[0].id))

    def _open_promise(self, promise: str) -> None:
        if self._seen is not None:
            line = next(p for p in self._seen.promises.lines if p.id == promise)
            promise_words.follow_up(self.context, line)

    # ---- what it shows

    def _read(self) -> None:
        self._asked += 1
        self.context.runner.ask(read, self._seen, self._stale, done=self._found, owner=self)

    def _found(self, seen: HomeSeen) -> None:
        self._asked -= 1
        if not self._asked:  # what changed meanwhile was asked for again
            self._stale = Part.NOTHING
        self._show(seen)

    def _show(self, seen: HomeSeen) -> None:
        form, self._seen = self._form, seen
        self._show_asks(seen)
        empty = not seen.near.sessions
        form.firstCard.setVisible(empty)
        form.nextCard.setVisible(not empty)
        form.cards.setVisible(not empty)
        form.homeColumn.setStretchFactor(form.cards, 0 if empty else 1)
        self._show_next(seen)
        form.promisesTally.setText(after_dot(promise_words.tally(seen.promises.kept)))
        form.promisesNone.setVisible(not seen.promises.lines)
        self.promises.setVisible(bool(seen.promises.lines))
        show_rows(self.promises, seen.promises.lines)
        show_rows(self.lately, lately(seen.near.sessions, seen.today))
        if self._just_opened and self.isVisible():
            self._just_opened = False
            self.first_focus().setFocus()

    def _show_asks(self, seen: HomeSeen) -> None:
        """What must not be forgotten stands above everything else, each day anew."""
        form = self._form
        form.sealedAsk.ask(*sealed_words.waiting(seen.sealed))
        form.versionsAsk.ask(*version_words.waiting(seen.two_versions))
        owed = owed_in_words(seen.owed)
        form.moneyAsk.ask("late" if seen.owed.late_pence else "waiting", owed, "Money…")
        soon = asking_words.soon(seen.nothing_back, seen.today)
        form.replyAsk.ask(*asking_words.nothing_back(soon, seen.today), len(soon))
        form.silentAsk.ask(*asking_words.silent(seen.silent, seen.today), len(seen.silent))
        form.reviewAsk.ask(*people_words.to_look_at(seen.reviews))
        form.bankAsk.ask(*bank_words.to_review(seen.to_review, seen.today))
        form.groupAsk.ask(*group_words.due_on_home(seen.groups, seen.today), len(seen.groups))
        form.dueAsk.ask(*due_words.past(seen.past))
        form.asksCard.setVisible(any(not row.isHidden() for row in self._asks()))

    def _asks(self) -> tuple[AskRow, ...]:
        form = self._form
        first = (form.sealedAsk, form.versionsAsk, form.moneyAsk)
        return (*first, form.replyAsk, form.silentAsk, form.reviewAsk, form.bankAsk, form.groupAsk, form.dueAsk)

    def _show_next(self, seen: HomeSeen) -> None:
        form, coming = self._form, seen.near.next
        if coming is None or seen.near.ready is None:
            form.nextWhen.setText("Next session")
            form.nextTitle.setText("Nothing is planned")
            form.nextFacts.setText("")
            form.openNext.setText("Plan a session…")
        else:
            date = datetime.date.fromisoformat(coming.date)
            soon = f"Next session · {dates.near(date, seen.today)}"
            form.nextWhen.setText("Today's session" if date == seen.today else soon)
            form.nextTitle.setText(coming.title or session_words.UNTITLED)
            facts = (session_words.when_where(coming), seen.near.ready.coming, session_words.counts(coming))
            form.nextFacts.setText(" · ".join(part for part in facts if part))
            form.openNext.setText("Open this session")
        form.nextFacts.setVisible(bool(form.nextFacts.text()))
        begun = coming is not None and coming.entries > 0
        self._show_not_ready(seen.near.ready.not_ready if seen.near.ready and not begun else ())

    def _show_not_ready(self, things: Sequence[NotReady]) -> None:
        place = self._form.notReady
        while place.count():
            old = place.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        for thing in things[:NOT_READY]:
            place.addWidget(StatusLabel("late" if thing.late else "look", thing.words))
        more = len(things) - NOT_READY
        if more > 0:
            place.addWidget(StatusLabel("info", f"and {more} more on Get ready"))
