"""All sessions: open one, make one, bring one in from a file, save one as a file, take one away."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from coprod_desktop.domain import own_file
from coprod_desktop.domain.changes import Changes
from coprod_desktop.services import bin as bin_verbs
from coprod_desktop.services import sessions
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made
from coprod_desktop.services.sessions import SessionLine
from coprod_desktop.ui._forms.sessions import Ui_Sessions
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.bin.bin_dialog import open_bin
from coprod_desktop.ui.dialogs.about_session import about_session
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.dialogs.bring_in import BringIn
from coprod_desktop.ui.dialogs.new_session import NewSession
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.words import session as session_words

_SHOWN = {"session", "entry", "attendance", "point"}
"""Rows that a line of this list counts or shows."""
LEAST_LINES = 8


class SessionsPage(Page):
    """A list, and buttons for the session one is on."""

    title = "Sessions"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._form = form = Ui_Sessions()
        form.setupUi(self)
        self.setObjectName("SessionsPage")
        self._bring = BringIn(context, self)
        self._just_opened = False
        self.list = RowsList[SessionLine](self._row, "sessionsList", "Sessions", with_icons=False)
        Room(self.list, LEAST_LINES)
        form.sessionsPlace.addWidget(self.list, 1)
        form.sessionsPlace.addStretch(0)
        QWidget.setTabOrder(form.reports, self.list)
        QWidget.setTabOrder(self.list, form.openSession)
        for push, icon in ((form.newSession, "plus"), (form.bringIn, "folder"), (form.reports, "reports")):
            icons.put(push, icon, "primary" if push is form.newSession else "text")
        self.list.opened.connect(self._open_session)
        form.newSession.clicked.connect(lambda: NewSession(context, self).open())
        form.bringIn.clicked.connect(self._bring.ask)
        form.reports.clicked.connect(self._reports)
        form.openSession.clicked.connect(lambda: self._open_session(self.list.current_id()))
        form.aboutSession.clicked.connect(self._about)
        form.movedSession.clicked.connect(self._moved)
        form.saveFile.clicked.connect(self._ask_folder)
        form.takeAway.clicked.connect(self._ask_take_away)
        icons.put(form.openBin, "bin")
        form.openBin.clicked.connect(lambda: open_bin(context, self))
        self._show([])

    # ---- the page

    def open(self, session_id: str | None) -> None:  # noqa: D102
        super().open(session_id)
        self._just_opened = True
        self._read()

    def apply(self, changes: Changes) -> None:  # noqa: D102
        if self.isVisible() and any(ref.noun in _SHOWN for ref in changes.all()):
            self._read()

    def keys(self) -> Sequence[tuple[str, str]]:  # noqa: D102
        return (("Enter", "Open the session you are on"),)

    def first_focus(self) -> QWidget:  # noqa: D102
        return self.list if self.list.isVisibleTo(self) else self._form.newSession

    # ---- acts

    def _open_session(self, session: str | None) -> None:
        line = self.list.items.get(session) if session else None
        if line is not None:
            today = self.context.desk.today().isoformat()
            self.context.open_page(session_words.page_for(line, today), line.id)

    def _reports(self) -> None:
        from coprod_desktop.ui.dialogs.reports import ENGAGEMENT_LOG, Reports

        Reports(self.context, ENGAGEMENT_LOG, self).open()

    def _about(self) -> None:
        session = self.list.current_id()
        if session:
            about_session(self.context, session, self)

    def _moved(self) -> None:
        from coprod_desktop.ui.dialogs.moved import open_moved

        if session := self.list.current_id():
            open_moved(self.context, session, self)

    def _ask_folder(self) -> None:
        session = self.list.current_id()
        if session is None:
            return
        found = QFileDialog.getExistingDirectory(
            self, "Where should the private folder with the file go?", str(Path.home())
        )
        if found:
            self.save_file(session, Path(found))

    def save_file(self, session: str, folder: Path) -> None:
        """Save all of a session as an exchange file, in a folder called private."""
        own = self.context.desk.content.formats.own
        self.context.runner.do(
            papers.make, session, own, folder, done=self._saved, owner=self, own_ending=own_file.ENDING
        )

    def _saved(self, made: Made) -> None:
        where = ", ".join(str(path) for path in made.paths)
        what = "Saved as a private file: it holds names, needs and notes. Only for people who may read all of it."
        self.context.tell(what, where, "done")

    def _ask_take_away(self) -> None:
        line = self.list.items.get(self.list.current_id() or "")
        if line is not None:
            Ask(
                f"Take “{line.title or session_words.UNTITLED}” away?",
                f"{session_words.goes_with(line)} It goes out of every list, search and paper at once. It waits in the "
                f"Bin for {bin_verbs.DAYS} days, and can be put back whole.",
                "Take it away",
                "Keep it",
                partial(self._take_away, line),
                self,
            ).open()

    def _take_away(self, line: SessionLine) -> None:
        self.context.runner.do(sessions.remove, line.id, done=partial(self._taken, line), owner=self)

    def _taken(self, line: SessionLine, _changes: Changes) -> None:
        put_back = partial(self.context.runner.do, bin_verbs.put_back, "session", line.id)
        where = f"It is in the Bin for {bin_verbs.DAYS} days, with all that was said."
        self.context.tell(f"Taken away: {line.title}", where, "done", "Put it back", put_back)

    # ---- what it shows

    def _read(self) -> None:
        self.context.runner.ask(sessions.every, done=self._show, owner=self)

    def _show(self, lines: Sequence[SessionLine]) -> None:
        form = self._form
        had_focus = self.list.hasFocus()
        show_rows(self.list, lines)
        if lines and self.list.current_id() is None:
            self.list.go_to(lines[0].id)
        form.sessionsTally.setText(f"· {len(lines):,}" if lines else "")
        form.sessionsNone.setVisible(not lines)
        self.list.setVisible(bool(lines))
        for widget in (form.reports, form.sessionActs):
            widget.setVisible(bool(lines))
        if self.isVisible() and (self._just_opened or (had_focus and not lines)):
            self._just_opened = False
            self.first_focus().setFocus()

    def _row(self, line: SessionLine) -> ListRow:
        today: datetime.date = self.context.desk.today()
        return session_words.whole(line, today)
