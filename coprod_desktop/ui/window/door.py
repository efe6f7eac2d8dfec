"""From the first paint to an open workspace, and back when it is locked.

Services are imported inside functions that run on the writing thread: the store is heavy, and the window must be
painted before it is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.errors import DamagedWorkspace, NotWhole, UserError
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.base.settings_file import NEWER, SettingsFile, default_workspace, sample_workspace
from coprod_desktop.ui.widgets import in_view
from coprod_desktop.ui.window import door_work, sample, single
from coprod_desktop.ui.window.files_to_open import FilesToOpen
from coprod_desktop.ui.window.keepers import Keepers
from coprod_desktop.ui.window.key_keeper import KeyKeeper
from coprod_desktop.ui.window.locking import Locking, Succeed, message
from coprod_desktop.ui.window.shell import Shell

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk
    from coprod_desktop.ui.window.damaged import Damaged
    from coprod_desktop.ui.window.succession import Predecessor
    from coprod_desktop.ui.window.unlock import Unlock
    from coprod_desktop.ui.window.welcome import Welcome


class Door(QObject):
    """Decides what the shell shows while no workspace is open. `folder` is what the person asked for at start.

    `files` were opened with this program: they come in once the workspace is open.

    Locking ends this process where `succeed` starts another; that one is told of its `predecessor`, and shows the locked
    door until somebody opens it: nothing opens by itself there.
    """

    closed = Signal()
    """A workspace is being closed: its words are to be nowhere else any more."""

    def __init__(
        self,
        shell: Shell,
        runner: Runner,
        settings: SettingsFile,
        folder: Path | None = None,
        *,
        files: Sequence[Path] = (),
        predecessor: Predecessor | None = None,
        succeed: Succeed | None = None,
    ) -> None:
        super().__init__(shell)
        self._shell, self._runner, self._settings = shell, runner, settings
        self._folder = folder or settings.read().workspace or default_workspace()
        self._desk: Desk | None = None
        self._is_sample = False
        self._only: single.OnlyWindow | None = None
        self._begun = False
        self._door: Unlock | None = None
        self._predecessor, self._word = predecessor, {}  # type: Predecessor | None, Mapping[str, Any]
        self.files = FilesToOpen(shell, files)
        self._keys = KeyKeeper(shell, runner)
        self._locking = Locking(shell, self._close_desk, self._locked, succeed)
        self._keepers: Keepers | None = None
        shell.painted.connect(self.begin)
        shell.lock_wanted.connect(self.lock)
        shell.sample_wanted.connect(self.look_around)
        shell.closing.connect(self._close_desk)

    def begin(self) -> None:
        """Look at the folder and go on from what is there: open it, ask for the passphrase, or welcome.

        When another window has it open, that one comes to the front and this one goes.
        """
        if self._begun:
            return  # a late first paint, after somebody began already
        self._begun = True
        if self._predecessor is None:
            self._look_at(self._folder, at_start=True)
            return
        self._predecessor.tell_painted()
        self._predecessor.gone.connect(self._succeeded)
        self._look_at(self._folder, may_open=False)
        self._runner.run(door_work.get_ready, owner=self)

    def _succeeded(self, word: Mapping[str, Any]) -> None:
        """The process before has ended: this window answers for the workspace, and says what that one left unsaid."""
        self._word = word
        self._only_window().hold(self._folder)
        if self._door is not None:
            self._say_last_word(self._door)

    def _say_last_word(self, door: Unlock) -> None:
        if (said := message(self._word)) is not None:
            door.banner.tell(*said, "look")

    def _only_window(self) -> single.OnlyWindow:
        """Return what speaks to other windows."""
        if self._only is None:
            self._only = single.OnlyWindow(self)
            self._only.wanted.connect(self._come_to_front)
            self._only.file_came.connect(self.files.come)
        return self._only

    def _answer_for(self, desk: Desk, folder: Path) -> None:
        if self._desk is desk:
            self._only_window().hold(folder)

    def _give_way(self, folder: Path, state: str, *, at_start: bool) -> None:
        """Somebody has it open: a window comes to the front and this one goes; a command must end first."""
        if self._only_window().other_answers(folder, self.files.paths):
            # closing waits for every call to come back, so this one must have come back first
            QTimer.singleShot(0, self._shell, self._shell.close)
        elif state == door_work.ANSWERED:  # only the name is left, of a window that was killed
            self._runner.run(
                lambda: door_work.state(folder, asks_windows=False),
                done=lambda state: self._found(folder, state, may_open=True, at_start=at_start),
                failed=self._show_welcome_with,
                owner=self,
            )
        else:
            self._show_welcome_with(
                UserError("This workspace is open in another window or command.", "Close it there, then open it here.")
            )

    def _come_to_front(self) -> None:
        self._shell.setWindowState(self._shell.windowState() & ~Qt.WindowState.WindowMinimized)
        self._shell.raise_()
        self._shell.activateWindow()

    def lock(self) -> None:
        """Cover the screen, hand in what was typed, close the workspace; the locked door is all there is then."""
        if self._desk is not None:
            own = self._settings.read().workspace or default_workspace()
            self._locking.lock(own if self._is_sample else self._folder)

    def _locked(self, folder: Path, word: Mapping[str, Any]) -> None:
        """Show the locked door in this process."""
        self._is_sample, self._word = False, word
        self._only_window().hold(folder)
        self._look_at(folder, may_open=False)

    def look_around(self) -> None:
        """Leave the open workspace for the sample; it stays open when the sample cannot be."""
        if self._is_sample:
            self._shell.tell("You are in the sample already.", "Press Lock to leave it.")
            return
        if not self._shell.hand_in():
            return
        folder = sample_workspace()
        self._runner.run(
            lambda: sample.desk(folder),
            # closing waits for every call to come back, so this one must have come back first
            done=lambda desk: QTimer.singleShot(0, self, lambda: self._change_over(folder, desk)),
            failed=self._shell.fail,
            owner=self,
        )

    def _change_over(self, sample: Path, desk: Desk) -> None:
        self._shell.leave()
        self._close_desk()
        self._opened(sample, desk, is_sample=True)

    # ---- what is there

    def _look_at(self, folder: Path, *, may_open: bool = True, at_start: bool = False) -> None:
        self._folder = folder
        self._runner.run(
            # a locked door waits for somebody, whoever has the workspace open meanwhile
            lambda: door_work.state(folder, asks_windows=True) if may_open else door_work.state_of_files(folder),
            done=lambda state: self._found(folder, state, may_open=may_open, at_start=at_start),
            failed=self._show_welcome_with,
            owner=self,
        )

    def _found(self, folder: Path, state: str, *, may_open: bool, at_start: bool = False) -> None:
        if state in (door_work.IN_USE, door_work.ANSWERED):
            self._give_way(folder, state, at_start=at_start)
        elif state == "none":
            self._show_welcome()
        elif state == "open" and may_open:
            self._open(folder, None, self._show_welcome_with)
        elif state == "locked" and at_start:
            self._runner.run(lambda: door_work.from_keyring(folder), done=partial(self._by_keyring, folder), owner=self)
        else:
            self._show_unlock(folder, needs_passphrase=state == "locked")

    def _by_keyring(self, folder: Path, secret: bytes | None) -> None:
        """Open the workspace with what this computer's keyring holds; only when the program starts, never after Lock."""
        if secret is None:
            self._show_unlock(folder, needs_passphrase=True)
        else:
            self._open(folder, secret, lambda _error: self._show_unlock(folder, needs_passphrase=True))

    # ---- doors

    def _show_welcome_with(self, error: UserError) -> None:
        if isinstance(error, NotWhole):
            self._damaged_door(self._folder, error).look_again(partial(self._look_at, self._folder))
        else:
            self._show_welcome().refuse(error)

    def _show_welcome(self) -> Welcome:
        from coprod_desktop.ui.window.welcome import Welcome

        welcome = Welcome(self._folder, door_work.worry)
        welcome.make_wanted.connect(lambda folder, passphrase: self._make(welcome, folder, passphrase))
        welcome.sample_wanted.connect(lambda: self._open_sample(welcome))
        welcome.existing_wanted.connect(lambda folder: self._existing(folder, welcome.refuse))
        welcome.backup_wanted.connect(self._show_bring_back)
        self._show(welcome, welcome.first_focus())
        self.files.waits_at(welcome.banner)
        return welcome

    def _show_unlock(self, folder: Path, *, needs_passphrase: bool) -> None:
        from coprod_desktop.ui.window.unlock import Unlock

        unlock = Unlock(folder, needs_passphrase=needs_passphrase)
        unlock.open_wanted.connect(lambda folder, passphrase: self._open(folder, passphrase, unlock.refuse))
        unlock.other_wanted.connect(lambda folder: self._existing(folder, unlock.refuse))
        unlock.backup_wanted.connect(self._show_bring_back)
        self._show(unlock, unlock.first_focus())
        self._door = unlock
        self.files.waits_at(unlock.banner)
        self._say_last_word(unlock)

    def _show_bring_back(self) -> None:
        from coprod_desktop.ui.window.bring_back import BringBack

        door = BringBack(self._folder, door_work.worry)
        door.left.connect(lambda: self._look_at(self._folder, may_open=False))
        door.is_back.connect(
            lambda back: self._open(back.folder, back.secret, door.refuse, partial(back.tell, self._shell))
        )
        self._show(door, door.first_focus())
        door.begin(self._runner)

    def _show(self, door: QWidget, first: QWidget) -> None:
        self._shell.show_door(door)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        in_view.bring(first)

    # ---- acts

    def _make(self, welcome: Welcome, folder: Path, passphrase: str | None) -> None:
        make = partial(door_work.make, folder, passphrase)
        self._keys.trying(passphrase, makes=True)
        self._runner.run(make, done=lambda desk: self._opened(folder, desk), failed=welcome.refuse, owner=welcome)

    def _existing(self, folder: Path, refuse: Callable[[UserError], None]) -> None:
        def found(state: str) -> None:
            if state == "none":
                refuse(UserError(f"There is no workspace in {folder}.", "Choose the folder that holds workspace.db."))
            else:
                self._found(folder, state, may_open=True)

        asks = self._only is None or self._only.folder != folder
        self._runner.run(lambda: door_work.state(folder, asks_windows=asks), done=found, failed=refuse, owner=self)

    def _open(
        self,
        folder: Path,
        secret: str | bytes | None,
        refuse: Callable[[UserError], None],
        then: Callable[[], None] = lambda: None,
    ) -> None:
        if (too_soon := self._keys.trying(secret)) is not None:
            refuse(too_soon)
            return

        def opened(desk: Desk) -> None:
            self._opened(folder, desk)
            then()

        def refused(error: UserError) -> None:
            self._keys.refused(error)
            if isinstance(error, DamagedWorkspace):
                self._show_damaged(folder, secret, error)
            else:
                refuse(error)

        def run() -> None:
            self._runner.run(
                partial(door_work.unlock, folder, secret, self._keys.said.emit), done=opened, failed=refused, owner=self
            )

        if self._predecessor is None:
            run()
        else:
            self._predecessor.when_gone(run)

    def _show_damaged(self, folder: Path, secret: str | bytes | None, error: UserError) -> None:
        door = self._damaged_door(folder, error)
        door.put_right(self._runner, secret, then=partial(self._open, folder, secret, door.refuse))

    def _damaged_door(self, folder: Path, error: UserError) -> Damaged:
        from coprod_desktop.ui.window.damaged import Damaged

        door = Damaged(folder, error)
        door.other_wanted.connect(lambda other: self._existing(other, door.refuse))
        door.backup_wanted.connect(self._show_bring_back)
        self._show(door, door.first_focus())
        return door

    def _close_and_put_right(self) -> None:
        """Close the workspace that is open, put it right, and go on as after a start."""
        desk, go_on = self._desk, partial(self._look_at, self._folder)
        if desk is None or not self._shell.hand_in():
            return
        self._shell.leave()
        self._let_go()
        self._runner.run(
            lambda: door_work.close_and_put_right(desk),
            done=lambda _: go_on(),
            failed=self._show_welcome_with,
            owner=self,
        )

    def _open_sample(self, welcome: Welcome) -> None:
        folder = sample_workspace()
        self._runner.run(
            lambda: sample.desk(folder),
            done=lambda desk: self._opened(folder, desk, is_sample=True),
            failed=welcome.refuse,
            owner=welcome,
        )

    def _opened(self, folder: Path, desk: Desk, *, is_sample: bool = False) -> None:
        self._folder, self._desk, self._is_sample = folder, desk, is_sample
        self._runner.desk, self._door = desk, None
        self._word = {"held": desk.rescue.take(self._word.get("held", {}))}
        self._runner.once_idle(lambda: self._answer_for(desk, folder))  # first of all one can type
        if not is_sample:
            self._settings.write(replace(self._settings.read(), workspace=folder))
        self._shell.leave()
        context = self._shell.enter(desk, folder)
        self._keys.opened()
        self._keepers = Keepers(self._shell, self._runner, self._close_and_put_right, backs_up=not is_sample)
        if is_sample:
            self._shell.tell(
                "This is the sample, to look around. Try anything.",
                "It lives in a folder of its own; nothing here is real. Press Lock to leave it.",
                "info",
            )
        elif self._settings.is_newer:
            self._shell.tell(NEWER.what, NEWER.do, "look")
        self.files.opened(context, is_sample=is_sample)

    def _let_go(self) -> Desk | None:
        """Wait until every write is on the disk; nothing more is done with the workspace that was open."""
        desk, self._desk = self._desk, None
        keepers, self._keepers = self._keepers, None
        if keepers is not None:
            keepers.finish()
        self.files.closed()
        if desk is not None:
            self.closed.emit()
        self._runner.rest()
        self._runner.desk = None
        if self._only is not None and shiboken6.isValid(self._only):
            self._only.let_go()
        return desk

    def _close_desk(self) -> None:
        desk = self._let_go()
        if desk is not None:
            self._runner.run(lambda: door_work.close(desk))
