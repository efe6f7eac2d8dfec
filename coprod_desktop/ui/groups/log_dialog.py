"""The log of a group, or of one session: the line to write with, and all lines. Space says what a line is, Enter opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.log_kinds import LogKinds
from coprod_desktop.errors import UserError
from coprod_desktop.services import learning, log
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.learning import Came, Given
from coprod_desktop.services.seen import log as seen
from coprod_desktop.services.seen.log import AT_ONCE, LogSeen, RouteSeen, ThemeSeen
from coprod_desktop.services.seen.log import LogRow as Line
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import near, papers_folder
from coprod_desktop.ui.base.runner import Job
from coprod_desktop.ui.groups.log_line_dialog import log_line_dialog
from coprod_desktop.ui.groups.log_row import LogRow
from coprod_desktop.ui.listen import menus
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.text import Title, Words

TITLE = "What we decided, learnt and were told"
NOTHING = "Nothing is written down here yet. Type one line above, and press Enter."
AGAIN, THEMES, ROUTES = "to look at again", "by theme", "by route"
"""What else can be shown: lines by when to look at them again, evidence by theme, and ways people found the group."""
_LEARNING = "Learning (*.json)"
_FILE = "what-we-learnt.json"


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of the list, and the line it is, if it is one."""

    row: ListRow
    line: Line | None = None

    @property
    def id(self) -> str:
        """Of the row."""
        return self.row.id


def of_line(one: Line) -> Shown:
    """Return a line as a row of the list."""
    state = "late" if one.late else "" if one.line.confirmed else "look"
    words = "to be looked at again" if one.late else "" if one.line.confirmed else "nobody has said what it is"
    doubt = f"\nIn it: {one.doubt}" if one.doubt else ""
    return Shown(ListRow(one.id, one.line.words, f"{one.called} · {one.beside}{doubt}", state, words), one)


class LogDialog(QDialog):
    """`group` or `session`: of which one lines are written and shown. A session's lines are its group's, too."""

    def __init__(
        self,
        context: Context,
        kinds: LogKinds,
        *,
        group: str | None = None,
        session: str | None = None,
        line: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._kinds, self._group, self._session = context, kinds, group, session
        self._go_to, self._most = line, AT_ONCE
        self.setObjectName("logDialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        self.banner, self.row, self.none = Banner(), LogRow(context, kinds), Words(NOTHING, tone="quiet")
        self.none.setObjectName("logNone")
        self.list: RowsList[Shown] = RowsList(lambda shown: shown.row, "logList", "Lines of the log")
        self.list.setMinimumHeight(96)
        column.addWidget(Title(TITLE))
        column.addWidget(self.banner)
        column.addWidget(self.row)
        self.show_which = self._which(column)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        self._acts(column)
        self._connect()
        self.row.show_place(group=group, session=session)
        self.row.line.setFocus()
        fit_screen(self, 860, 680)
        context.runner.changed.connect(self._changed)
        self._read()

    def _which(self, column: QVBoxLayout) -> QComboBox:
        row, label, box = FlowRow(), QLabel("Show"), QComboBox()
        box.setObjectName("logShow")
        box.setAccessibleName("Which lines are shown")
        label.setBuddy(box)
        box.addItem("Every line", "")
        if self._group:
            box.addItem("What to look at again, the soonest first", AGAIN)
        for kind in self._kinds.rows:
            box.addItem(kind.many, kind.kind)
        if self._group:
            box.addItem("Evidence by theme: what two kinds of sources say", THEMES)
            box.addItem("Ways people found us, and which worked best", ROUTES)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(24)
        self.share = button("Share what we learnt…", "logShare")
        self.share.setAccessibleDescription("Opens a menu")
        for part in (label, box, self.share):
            row.add(part)
        self.share.setVisible(self._group is not None)
        column.addWidget(row)
        return box

    def _acts(self, column: QVBoxLayout) -> None:
        acts = FlowRow()
        self.open_it = button("Open…", "logOpen", kind="outline")
        self.confirm_it = button("That is what it is", "logConfirmIt")
        self.close_it = button("Nothing more to do", "logCloseIt")
        self.take_it = button("Take away", "logTake")
        self.more = button("Show more", "logMore")
        self.done_it = button("Close", "logDone", kind="plain")
        self.on_a_line: Sequence[QPushButton] = (self.open_it, self.confirm_it, self.close_it, self.take_it)
        for push in (*self.on_a_line, self.more, self.done_it):
            acts.add(push)
        column.addWidget(acts)

    def _connect(self) -> None:
        self.show_which.currentIndexChanged.connect(lambda _at: self._read())
        self.list.opened.connect(self.open_line)
        self.list.toggled.connect(lambda _id: self._confirm())
        self.list.chosen.connect(lambda _id: self._show_acts())
        self.open_it.clicked.connect(lambda: self.open_line(self.list.current_id() or ""))
        self.confirm_it.clicked.connect(self._confirm)
        self.close_it.clicked.connect(self._close_line)
        self.take_it.clicked.connect(self._take)
        self.share.clicked.connect(self._share)
        self.more.clicked.connect(self._show_more)
        self.done_it.clicked.connect(self.accept)
        self.row.wrote.connect(self._wrote)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._take)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

    def done(self, result: int) -> None:  # noqa: D102
        self.row.hand_in()
        super().done(result)

    # ---- showing

    def _wrote(self, line: str) -> None:
        self._go_to = line
        self.banner.clear()

    def _changed(self, changes: Changes) -> None:
        if changes.touch("log_line"):
            self._read()

    def _read(self) -> None:
        which, group = self.show_which.currentData(), self._group
        ask = self._context.runner.ask
        if which == AGAIN and group:
            ask(seen.to_look_at, group, done=self._show_again, owner=self)
        elif which == THEMES and group:
            ask(seen.themes, group, done=self._show_themes, owner=self)
        elif which == ROUTES and group:
            ask(seen.routes, group, done=self._show_routes, owner=self)
        else:
            of = partial(
                ask, seen.seen, group=group, session=self._session, kind=which or None, limit=self._most, owner=self
            )
            of(doubts=False, done=self._show_lines)
            of(done=partial(self._show_doubts, which))

    def _show_again(self, found: Sequence[Line]) -> None:
        self._show([of_line(one) for one in found])

    def _show_more(self) -> None:
        self._most *= 4
        self.list.setFocus()
        self._read()

    def _show_lines(self, found: LogSeen) -> None:
        self._show([of_line(one) for one in found.rows], more=found.more)

    def _show_doubts(self, which: str, found: LogSeen) -> None:
        """Say beside lines what was found in them: it takes longer than to show them."""
        if which == self.show_which.currentData() and any(one.doubt for one in found.rows):
            show_rows(self.list, [of_line(one) for one in found.rows])

    def _show_themes(self, found: Sequence[ThemeSeen]) -> None:
        rows = [ListRow(one.theme, one.words, state="done" if one.stands_on_two else "") for one in found]
        self._show([Shown(row) for row in rows])

    def _show_routes(self, found: Sequence[RouteSeen]) -> None:
        self._show([Shown(ListRow(one.route, one.words, state="done" if one.best else "")) for one in found])

    def _show(self, rows: Sequence[Shown], *, more: bool = False) -> None:
        show_rows(self.list, rows)
        self.more.setVisible(more)
        self.none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        wanted, self._go_to = self._go_to, ""
        if wanted:
            self.list.go_to(wanted)
        self._show_acts()

    def _line(self) -> Line | None:
        now = self.list.current_id()
        return next((shown.line for shown in self.list.items.rows() if shown.id == now), None)

    def _show_acts(self) -> None:
        one = self._line()
        for push in self.on_a_line:
            push.setVisible(one is not None)
        if one is not None:
            self.confirm_it.setVisible(not one.line.confirmed and one.kind.known)
            self.close_it.setVisible(one.line.follow_up is not None and one.line.state != log.CLOSED)

    # ---- acts

    def open_line(self, line: str) -> None:
        """Open what is behind a line."""
        one = next((shown.line for shown in self.list.items.rows() if shown.id == line), None)
        if one is not None:
            opened = log_line_dialog(self._context, self._kinds, line, one.line.kind, self._session or "", self)
            opened.finished.connect(lambda _how: self.list.setFocus())
            opened.open()

    def _confirm(self) -> None:
        one = self._line()
        if one is not None and not one.line.confirmed and one.kind.known:
            is_promise = "It is a promise now, and stands among the promises of the group."
            self._do(log.confirm, one.id, is_promise if one.kind.promise else f"It is: {one.kind.words.lower()}.")

    def _close_line(self) -> None:
        if (one := self._line()) is not None:
            self._do(log.close, one.id, "Nothing more is asked about it.")

    def _take(self) -> None:
        if (one := self._line()) is not None:
            self._do(log.take_away, one.id, "It is in the Bin. Ctrl+Z brings it back.")

    def _do(self, verb: Callable[[Desk, str], Changes], line: str, said: str) -> None:
        self._go_to = line
        self.list.setFocus()
        self._context.runner.do(verb, line, done=lambda _: self._say(said), failed=self._refuse, owner=self)

    def _say(self, said: str) -> None:
        self.banner.tell(said, "", "done")

    def _refuse(self, error: UserError) -> None:
        self.banner.tell_error(error)

    # ---- what we learnt, by file

    def _share(self) -> None:
        menu = menus.new(self.share, "logShareMenu", "Share what we learnt")
        for words, name, act in (
            ("Give ours by file, without names…", "shareGive", self._give),
            ("Bring in what others learnt…", "shareBring", self._bring),
        ):
            action = menu.addAction(words)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, act=act: act())
        menu.popup(self.share.mapToGlobal(QPoint(0, self.share.height())))

    def _give(self) -> None:
        start = near(papers_folder(self._context.settings.read().papers)) / _FILE
        path, _ = QFileDialog.getSaveFileName(self, "Where should the file go?", str(start), _LEARNING)
        if path:
            self._job(partial(_given, Path(path), self._group), self._told_given)

    def _bring(self) -> None:
        start = near(papers_folder(self._context.settings.read().papers))
        path, _ = QFileDialog.getOpenFileName(self, "What others learnt", str(start), _LEARNING)
        if path and self._group:
            done = self._told_came
            runner = self._context.runner
            runner.do(learning.bring_in, Path(path), self._group, done=done, failed=self._refuse, owner=self)

    def _job(self, work: Callable[[Desk, Job], Any], done: Callable[[Any], None]) -> None:
        self._context.runner.job(work, done=done, failed=self._refuse, owner=self)

    def _told_given(self, given: Given) -> None:
        stayed = ""
        if given.stayed:
            words, why = given.stayed[0]
            stayed = f"{counted(len(given.stayed), 'line')} stayed here, the first of them “{words[:60]}”: {why}."
        self.banner.tell(f"{counted(given.many, 'line is', 'lines are')} in {given.path.name}.", stayed, "done")

    def _told_came(self, came: Came) -> None:
        again = f"{came.here_already} were here already. " if came.here_already else ""
        self.banner.tell(
            f"{counted(came.added, 'line', 'lines')} came in.",
            f"{again}Each is for us only until you say otherwise.",
            "done",
        )


def _given(path: Path, group: str | None, desk: Desk, _job: Job) -> Given:
    return learning.give(desk, path, group=group)


def open_log(context: Context, kinds: LogKinds, session: str, back: QWidget, page: QWidget) -> LogDialog:
    """Open it from a page of a session; `back` has the focus again afterwards."""
    dialog = LogDialog(context, kinds, session=session, parent=page)
    dialog.finished.connect(lambda _how: back.setFocus())
    dialog.open()
    return dialog
