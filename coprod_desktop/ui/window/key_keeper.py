"""What the door has to do with the key: slower after wrong ones, a code after set-up, a new passphrase after a code."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod_desktop.errors import Upgraded, UserError, WrongSecret
from coprod_desktop.services.tries import Tries
from coprod_desktop.ui.base.folders import breakable
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.window.shell import Shell

if TYPE_CHECKING:  # the store is heavy; it is imported after the first paint
    from coprod_desktop.services.desk import Desk

CODE_STANDS = "The recovery code stands."
UPGRADES = "This workspace is from an older version of the program."
KEEP_IT = "Keep the paper where the laptop is not."


class KeyKeeper(QObject):
    """One for the window. `now` gives seconds that only go forward."""

    said = Signal(str)
    """What takes long while a workspace opens; given from the thread that opens it."""

    def __init__(self, shell: Shell, runner: Runner, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(shell)
        self._shell, self._runner, self._now = shell, runner, now
        self._tries = Tries()
        self._secret: str | bytes | None = None
        self._makes = False
        self.said.connect(lambda words: shell.tell(UPGRADES, words, "waiting"))

    def trying(self, secret: str | bytes | None, *, makes: bool = False) -> UserError | None:
        """Take what a workspace is to be opened or made with. Returns what to say instead of trying it, if it is too soon."""
        self._secret, self._makes = secret, makes
        left = math.ceil(self._tries.wait(self._now()))
        if not left:
            return None
        seconds = "a second" if left == 1 else f"{left} seconds"
        return UserError(f"{self._tries.wrong} wrong ones in a row.", f"Wait {seconds}, then press Open again.")

    def refused(self, error: UserError) -> None:
        """Count what did not open the workspace."""
        self._secret = None
        self._shell.banner.clear()
        if isinstance(error, WrongSecret):
            self._tries = self._tries.failed(self._now())

    def opened(self) -> None:
        """Say and ask what is to be said and asked once a workspace is open."""
        secret, self._secret, self._tries = self._secret, None, Tries()
        self._runner.ask(_news, done=self._tell, owner=self)
        if self._makes and secret is not None:
            self.make_code()
        elif isinstance(secret, str):
            self._runner.ask(_opened_by_code, secret, done=partial(self._after, secret), owner=self)

    def _tell(self, news: Sequence[UserError]) -> None:
        if news:  # all of it at once: there is one place to say it
            good = [told for told in news if isinstance(told, Upgraded)]
            whats, dos = " ".join(told.what for told in news), " ".join(told.do for told in news)
            for told in good:
                dos = dos.replace(told.copy, breakable(Path(told.copy)))
            self._shell.tell(whats, dos, "done" if len(good) == len(news) else "look")

    def _after(self, secret: str, by_code: bool) -> None:
        if by_code:
            self._ask_new(secret)
        else:
            self._runner.ask(_reminder, done=self._remind, owner=self)

    def _remind(self, wanting: UserError | None) -> None:
        if wanting is not None and not self._shell.banner.isVisible():
            self._shell.tell(wanting.what, wanting.do, "look", "Make it now", self.make_code)

    def make_code(self) -> None:
        """Make a recovery code and show it."""
        from coprod_desktop.ui.dialogs import recovery_code

        recovery_code.make_code(self._runner, self._shell, self._stands, self._later)

    def _stands(self) -> None:
        self._shell.tell(CODE_STANDS, KEEP_IT, "done")
        self._runner.kept.emit()

    def _later(self) -> None:
        self._runner.ask(_reminder, done=self._remind, owner=self)

    def _ask_new(self, code: str) -> None:
        from coprod_desktop.services import keys
        from coprod_desktop.ui.dialogs.passphrase import Asked, PassphraseDialog

        asked = Asked(
            "Choose a new passphrase",
            "The recovery code opened the workspace. The passphrase that was forgotten opens nothing from then on.",
            "Change the passphrase",
            own=False,
            new=True,
            refuse="Later",
        )
        dialog = PassphraseDialog(
            self._runner, asked, lambda desk, _own, new: keys.change(desk, code, new), self._shell
        )
        done = "The new passphrase holds from now on."
        dialog.accepted.connect(partial(self._shell.tell, done, "The recovery code still stands.", "done"))
        dialog.open()


def _news(desk: Desk) -> tuple[UserError, ...]:
    from coprod_desktop.services import workspace

    return workspace.news(desk)


def _reminder(desk: Desk) -> UserError | None:
    from coprod_desktop.services import keys

    return keys.reminder(desk)


def _opened_by_code(desk: Desk, secret: str) -> bool:
    from coprod_desktop.services import keys

    return keys.is_code(desk, secret)
