"""Says, when a workspace is opened, that something was being typed when the program stopped, and goes there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from coprod_desktop.domain.changes import Ref
from coprod_desktop.services import drafts
from coprod_desktop.services.drafts import Kept
from coprod_desktop.services.seldom import FIELDS
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.window.shell import Shell

_ON_PAGE = {
    "get_ready": ("Get ready", ("session", "agenda_item", "checklist_item", "ground_rule", "need", "person")),
    "listen": ("Listen", ("capture",)),
    "answer": ("Answer", ("point", "new_point", "theme", "entry", "reply", "asking_step")),
    "paper": ("Paper", ("easy_check",)),
    "follow_up": (
        "Follow up",
        ("update", "changed_mind", "check_words", "ask_again", "asking", "members_check", "said_back"),
    ),
    "settings": ("Settings", ("organisation", "plain_word", "hold")),
    "sessions": ("Sessions", ()),
}
"""Which page the fields of a noun are on, and what the page is called."""
_UNDER_MORE = frozenset({"vote", "vote_option", "voting", "evaluation", "figures"})


class TypedOffer(QObject):
    """One per opened workspace; looks when it is made."""

    def __init__(self, shell: Shell, runner: Runner) -> None:
        super().__init__(shell)
        self._shell = shell
        runner.ask(drafts.every, done=self._found, owner=self)

    def _found(self, kept: Sequence[Kept]) -> None:
        if not kept or self._shell.banner.isVisible():
            return  # what could not be saved comes first; each page says for itself what waits in it
        page, words = place(kept[0])
        many = "Something you typed was" if len(kept) == 1 else f"{len(kept)} things you typed were"
        first = "It waits" if len(kept) == 1 else "The first waits"
        noun, row = kept[0].field.split(":")[:2]
        go = partial(self._shell.open_page, page, kept[0].session, Ref(noun, row) if page == "answer" else None)
        self._shell.tell(f"{many} not saved last time.", f"{first} on {words}.", "waiting", "Go there", go)


def place(kept: Kept) -> tuple[str, str]:
    """Return the page a draft is on, and what it is called."""
    noun, _, rest = kept.field.partition(":")
    if noun == "entry" and ":" not in rest:
        noun = "capture"  # the whole line
    if noun in _UNDER_MORE or rest.partition(":")[2] in FIELDS:
        return "listen", "Listen, in the menu More"
    if noun == "session" and kept.session is None:
        return "sessions", _ON_PAGE["sessions"][0]
    return next(((page, words) for page, (words, nouns) in _ON_PAGE.items() if noun in nouns), ("home", "Home"))
