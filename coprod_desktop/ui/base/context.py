"""What a page is given. A page keeps this and nothing global."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.value import Value, value
from coprod_desktop.errors import UserError
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.base.settings_file import SettingsFile
from coprod_desktop.ui.style.theme import Appearance

if TYPE_CHECKING:  # the store is heavy; it is imported after the first paint
    from coprod_desktop.services.desk import Desk


class Tell(Protocol):
    """Shows a message above the page; `state` is a key of status_label.STATES, `act` an extra button's words."""

    def __call__(  # noqa: D102
        self, what: str, do: str = "", state: str = "info", act: str = "", then: Callable[[], None] | None = None
    ) -> None: ...


class OpenPage(Protocol):
    """Brings a page to the front; with `row`, the page goes to that row."""

    def __call__(self, key: str, session_id: str | None = None, row: Ref | None = None) -> None: ...  # noqa: D102


@value
class Context(Value):
    """The tools of a page.

    runner      do, ask and job (ui/runner.py)
    desk        the open workspace, for verbs called through the runner
    folder      where the workspace lives
    look        returns the Look in use; set_look(look) dresses the program and remembers it
    open_page   open_page("listen", session_id), open_page("promises", None), open_page("answer", session_id, row)
    tell        a message above the page, also spoken
    fail        shows a UserError above the page (the runner does so by itself when `failed` is not given)
    announce    says words to a screen reader only: announce("9 so far")
    note        a second state in the status line: note("look", "5 things people said have no answer yet"); note("", "")
    refresh_head  the session's title, date or ticks may have changed: read them again
    start_now   starts a session with no questions asked and opens Listen; pressed twice it starts one
    lock        locks the workspace and goes back to the unlock page (or to the first page)
    settings    what the program remembers outside any workspace, such as the capture shorthand switch
    look_around  leaves this workspace and opens the sample, in a folder of its own
    """

    runner: Runner
    desk: Desk
    folder: Path
    look: Callable[[], Appearance]
    set_look: Callable[[Appearance], None]
    open_page: OpenPage
    tell: Tell
    fail: Callable[[UserError], None]
    announce: Callable[[str], None]
    note: Callable[[str, str], None]
    refresh_head: Callable[[], None]
    start_now: Callable[[], None]
    lock: Callable[[], None]
    settings: SettingsFile
    look_around: Callable[[], None]
