"""The window: the parts of the program on the left, one page in the middle, what is saved at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLayout, QPushButton, QWidget

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.errors import UserError
from coprod_desktop.services.seen.head import Step
from coprod_desktop.ui._forms.shell import Ui_Shell
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.keys import panes
from coprod_desktop.ui.keys.focus_keeper import FocusKeeper
from coprod_desktop.ui.keys.help_key import HelpKey
from coprod_desktop.ui.keys.shell_keys import PAGE_KEYS, SHELL_KEYS
from coprod_desktop.ui.keys.undo_keys import UndoKeys
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.window import page_table
from coprod_desktop.ui.window.area import Area
from coprod_desktop.ui.window.head_keeper import HeadKeeper
from coprod_desktop.ui.window.look_keeper import LookKeeper
from coprod_desktop.ui.window.nav import Nav
from coprod_desktop.ui.window.passing import Passing
from coprod_desktop.ui.window.undo_keeper import UndoKeeper

if TYPE_CHECKING:  # the store is heavy; it is imported after the first paint
    from coprod_desktop.services.desk import Desk

APP_NAME = "Co-production Desktop"
SESSION_GONE = "That session was taken away, so its page is closed."
BRING_BACK = "Ctrl Shift Z brings back what was undone."


class Shell(QWidget):
    """Shows doors (welcome, unlock) until `enter`, then pages until `leave`. Knows no page by its class."""

    painted = Signal()
    """Once, after the first paint: from here heavy things may be imported."""
    lock_wanted = Signal()
    sample_wanted = Signal()
    page_shown = Signal(str)
    """A page came to the front: its key."""
    leaving = Signal()
    """The window is about to go, and is still where it was."""
    closing = Signal()
    """The window is about to go and everything typed was handed in: close the workspace."""

    def __init__(
        self,
        app: QApplication,
        runner: Runner,
        looks: LookKeeper,
        build: Callable[[str, Context, QWidget], Page] = page_table.build,
    ) -> None:
        super().__init__()
        self._make_page = build
        self._form = Ui_Shell()
        self._form.setupUi(self)
        self.setObjectName("shell")
        self.setWindowTitle(APP_NAME)
        self.resize(QSize(1280, 800))
        # the layout's own least size is that of before it folds, and would push the window out of a small screen
        self._form.shellRow.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(QSize(480, 340))
        self.runner, self._looks = runner, looks
        self.banner, self.status, self.header = self._form.banner, self._form.statusLine, self._form.sessionHeader
        self._head = HeadKeeper(self.header, runner)
        self._undo_words = UndoKeeper(self._form.undoStep, runner)
        self._context: Context | None = None
        self._pages: dict[str, Page] = {}
        self._page: Page | None = None
        self._key = ""
        self._session: str | None = None
        self._painted = self._warned = self._starting = False
        self._failure: UserError | None = None
        self._closed = ""
        self._then: Callable[[], None] | None = None
        self._set_up_nav()
        self._help = HelpKey(app, self, self._where)
        self._set_up_keys()
        self._undo = UndoKeys(app, self)
        self._focus = FocusKeeper(app, self)
        self._passing = Passing(self.banner, runner)
        self._listen(runner)
        self.nav.show(True, enabled=False)
        self.header.hide()

    # ---- set-up

    def _set_up_nav(self) -> None:
        form = self._form
        form.appName.setWordWrap(False)
        buttons: dict[str, QPushButton] = {key: getattr(form, f"nav_{key}") for key in page_table.NAV}
        for key, push in buttons.items():
            push.clicked.connect(partial(self._nav_pressed, key))
        form.undoStep.clicked.connect(partial(self._undo_or_redo, "undo"))
        form.nav_lock.clicked.connect(self.lock_wanted)
        buttons["lock"] = form.nav_lock
        self.nav = Nav(self, form.nav, form.appName, form.contentColumn, buttons, form.undoStep)

    def _set_up_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "undo": partial(self._undo_or_redo, "undo"),
            "redo": partial(self._undo_or_redo, "redo"),
            "next_pane": partial(self._go_round, 1),
            "last_pane": partial(self._go_round, -1),
            "larger": partial(self._looks.step, 1),
            "smaller": partial(self._looks.step, -1),
            "lock": self.lock_wanted.emit,
            "help": self._help.show,
        }
        acts |= {f"step_{step}": partial(self._open_step, str(step)) for step in Step}
        acts |= {key.name: partial(self._nav_pressed, key.name.removeprefix("page_")) for key in PAGE_KEYS}
        for key in SHELL_KEYS:
            shortcut = QShortcut(QKeySequence(key.sequence), self)
            shortcut.setObjectName(f"key_{key.name}")
            shortcut.activated.connect(acts.get(key.name) or partial(self._act, key.name))

    def _listen(self, runner: Runner) -> None:
        runner.changed.connect(self._apply)
        runner.saving.connect(self.status.show_saving)
        runner.saved.connect(self.status.show_saved)
        runner.not_saved.connect(self._not_saved)
        runner.refused.connect(self.fail)
        runner.broke.connect(self.show_bug)
        self.header.wanted.connect(self._open_step)
        self._head.session_gone.connect(self._close_session)
        self.banner.acted.connect(self._banner_acted)

    # ---- doors and pages

    def show_door(self, door: QWidget, *, nav: bool = False) -> None:
        """Show something in place of pages: welcome, unlock, or "one moment"."""
        self.nav.show(nav, enabled=False)
        self.header.hide()
        self.status.hide()
        self._put(door)
        self.setWindowTitle(APP_NAME)

    def enter(self, desk: Desk, folder: Path) -> Context:
        """The workspace is open: from now on there are pages. Opens Home. Returns what pages are given."""
        context = self._context = Context(
            runner=self.runner,
            desk=desk,
            folder=folder,
            look=self._looks.look,
            set_look=self._looks.set_look,
            open_page=self.open_page,
            tell=self.tell,
            fail=self.fail,
            announce=partial(announce, self),
            note=self.status.show_note,
            refresh_head=self._head.refresh,
            start_now=self._start_now,
            lock=self.lock_wanted.emit,
            settings=self._looks.settings,
            look_around=self.sample_wanted.emit,
        )
        self.nav.show(True, enabled=True)
        self.status.show()
        self._undo_words.refresh_soon()
        if self._starting:  # Ctrl+N was pressed while the workspace opened
            self._starting = False
            self._start_now()
        else:
            self.open_page("home", None)
        return context

    def leave(self) -> None:
        """The workspace is being closed: forget every page and every word on it."""
        self._context = self._page = self._session = None
        self._key, self._warned = "", False
        while self._form.stack.count():
            old = self._form.stack.widget(0)
            self._form.stack.removeWidget(old)
            old.deleteLater()
        self._pages.clear()
        self.banner.clear()
        self.status.forget()
        self._head.forget()
        self._undo_words.forget()

    def open_page(self, key: str, session_id: str | None = None, row: Ref | None = None) -> None:
        """Bring a page to the front (a key of page_table.PAGES), for a session if it is one of its five, at a row."""
        if self._context is None:
            return
        if self._page is not None:
            self._page.leave()
        page = self._pages.get(key) or self._build(key, self._context)
        self._page, self._key, self._session = page, key, session_id or self._session
        self.banner.clear()
        self.status.show_note("", "")
        self._put(page)
        self.nav.mark(page_table.PAGES[key].nav)
        self._head.show(session_id, key)
        self.setWindowTitle(f"{page.title} · {APP_NAME}" if page.title else APP_NAME)
        page.open(session_id)
        (page.first_focus() or panes.first_in(page) or page).setFocus(Qt.FocusReason.OtherFocusReason)
        if row is not None:
            page.point_at(row)
        self.page_shown.emit(key)

    def in_front(self) -> QWidget:
        """Return the page or door that is shown."""
        area = self._form.stack.currentWidget()
        assert isinstance(area, Area)
        return area.page

    @property
    def stays_open(self) -> bool:
        """Whether the page in front is one that people sit before without touching anything."""
        return self._page is not None and self._page.stays_open

    def _build(self, key: str, context: Context) -> Page:
        def made(parent: QWidget) -> Page:
            self._pages[key] = page = self._make_page(key, context, parent)
            return page

        stack = self._form.stack
        stack.addWidget(Area(made, stack))
        return self._pages[key]

    def _put(self, widget: QWidget) -> None:
        """Show a widget in the middle; it scrolls when large text makes it larger than the window."""
        stack = self._form.stack
        areas = (stack.widget(i) for i in range(stack.count()))
        area = next((one for one in areas if isinstance(one, Area) and one.page is widget), None)
        if area is None:
            area = Area(lambda _: widget, stack)
            stack.addWidget(area)
        stack.setCurrentWidget(area)

    # ---- messages

    def tell(
        self, what: str, do: str = "", state: str = "info", act: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Show a message above the page; pressing its button `act` calls `then`."""
        self._then = then
        self.banner.tell(what, do, state, act)

    def fail(self, error: UserError) -> None:
        """Show what could not be done above the page."""
        self._then = None
        self.banner.tell_error(error)

    def show_bug(self, details: str) -> None:
        """Show a fault of the program with details to copy; one dialog at a time."""
        from coprod_desktop.ui.dialogs.bug_dialog import BugDialog

        if self.findChild(BugDialog) is None:
            BugDialog(details, self).open()

    def _where(self) -> tuple[str, str, Sequence[tuple[str, str]]]:
        page = self._page
        door = self.in_front().objectName() if self._form.stack.count() else ""
        return self._key or door, page.title if page else "", page.keys() if page else ()

    def _banner_acted(self) -> None:
        then = self._then
        self.banner.clear()
        if then is not None:
            then()

    # ---- what happened elsewhere

    def _not_saved(self, error: UserError) -> None:
        self._failure = error
        self.status.show_not_saved(error)

    def _apply(self, changes: Changes) -> None:
        for page in self._pages.values():
            page.apply(changes)
        self._head.apply(changes)
        self._undo_words.apply(changes)

    def _close_session(self) -> None:
        """The session in front was taken away: nothing more is written into it."""
        self._closed, self._session = SESSION_GONE, None
        self.open_page("sessions", None)
        self.tell(self._closed, "Nothing more is written in it.")

    # ---- keys

    def _nav_pressed(self, key: str) -> None:
        self.open_page(key, None)

    def _open_step(self, step: str) -> None:
        """Go to a step of the session that is open, or was the last."""
        if self._session is not None:
            self.open_page(step, self._session)
        elif self._context is not None:
            self.tell("No session is open yet.", "Choose one in Sessions: Ctrl 7.")

    def _act(self, name: str) -> None:
        """Offer a key to the page in front; what it leaves, the shell does."""
        if self._page is not None and self._page.act(name):
            return
        if name == "find" and self._context is not None:
            self.open_page("find", None)
        elif name == "new_session":
            self._start_now()

    def _start_now(self) -> None:
        """Start a session with no questions asked. Pressed while the workspace opens, it is remembered."""
        if self._starting or (self._context is None and self._form.stack.count()):
            return
        self._starting = True
        if self._context is None:
            return
        from coprod_desktop.services import sessions

        self.runner.do(sessions.start_now, done=self._started, failed=self._not_started, owner=self)

    def _started(self, made: tuple[str, Changes]) -> None:
        self._starting = False
        self.open_page("listen", made[0])

    def _not_started(self, error: UserError) -> None:
        self._starting = False
        self.fail(error)

    def _undo_or_redo(self, which: str) -> None:
        if self._context is None:
            return
        self._closed = ""
        from coprod_desktop.services import workspace

        verb, words = (workspace.undo, "Undone") if which == "undo" else (workspace.redo, "Brought back")
        self.runner.do(verb, done=partial(self._say_undone, words), failed=self.fail, owner=self)

    def _say_undone(self, words: str, changes: Changes) -> None:
        said = f"{words}: {changes.said}" if changes.said else words
        if changes.kept and not any(changes.all()):
            self.tell(f"Nothing was undone. {changes.kept}", "To change it, ask again, and write down the yes.", "look")
            return
        closed = f"{self._closed} {BRING_BACK}" if self._closed else ""
        self.tell(said, f"{changes.kept} {closed}".strip(), "look" if changes.kept else "done")

    def _go_round(self, way: int) -> None:
        area = self._form.stack.currentWidget()
        foot = [area.foot] if isinstance(area, Area) else []
        parts = [
            self.banner,  # the first from the page, so that one goes back there from it
            self._form.nav,
            self.header,
            *(self._page.panes() if self._page else [self._form.stack]),
            *foot,
        ]
        panes.go_round(parts, way)

    # ---- first and last

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def take_in(self) -> UserError | None:
        """Have page and dialogs hand in what is being typed and wait for the disk; return what was not kept, if anything."""
        self._failure = None
        if self._page is not None:
            from coprod_desktop.ui.widgets.kept_field import KeptField  # loaded with the first page

            self._page.leave()
            for kept in self.findChildren(KeptField):
                kept.hand_in()
        self.runner.wait_idle()
        return self._failure

    def hand_in(self) -> bool:
        """Take in what is being typed. False when it was not kept: the person is told once; the second time they mean it."""
        failure = self.take_in()
        if failure is None or self._warned:
            return True
        self._warned = True
        self.tell(failure.what, "To go on without what was typed last, do the same once more.", "danger")
        return False

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102
        if not self.hand_in():
            event.ignore()
            return
        self.leaving.emit()
        self.hide()
        self._context = self._session = None
        self._head.forget()
        self.closing.emit()
        self.runner.close()
        event.accept()
