"""Offers the words that were kept when a folder would not take them: look, put them in, or leave them for the next time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services import kept_words
from coprod_desktop.services.kept_words import KeptWords
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.window.shell import Shell

LEFT = "They stay kept on this computer, and are offered each time this workspace is opened."


class KeptOffer(QObject):
    """One per opened workspace; looks when it is made."""

    def __init__(self, shell: Shell, runner: Runner) -> None:
        super().__init__(shell)
        self._shell, self._runner = shell, runner
        self._left: list[KeptWords] = []
        self._in = 0
        self._refused: UserError | None = None
        runner.ask(kept_words.waiting, done=self._found, owner=self)

    def _found(self, kept: Sequence[KeptWords]) -> None:
        if kept:
            look = partial(self._look, kept)
            self._shell.tell(how_many(kept), LEFT, "waiting", "Look, or put them in", look)

    def _look(self, kept: Sequence[KeptWords]) -> None:
        from coprod_desktop.ui.dialogs.kept_words import KeptWordsDialog  # hardly ever: the first line does not wait

        dialog = KeptWordsDialog(how_many(kept), kept, self._shell)
        dialog.put_in_wanted.connect(partial(self._put_in, kept))
        dialog.open()

    def _put_in(self, kept: Sequence[KeptWords]) -> None:
        self._left, self._in, self._refused = list(kept), 0, None
        self._next()

    def _next(self) -> None:
        """Put one in after the other: each is an undo step of its own."""
        if self._left:
            first = self._left.pop(0)
            self._runner.do(kept_words.put_in, first, done=self._is_in, failed=self._is_not_in, owner=self)
        elif self._refused is not None:
            self._shell.tell(self._refused.what, f"{_lines(self._in)} put in; the rest is still kept.", "danger")
        else:
            self._shell.tell(f"{_lines(self._in)} put in.", "Ctrl Z takes them out again, one at a time.", "done")

    def _is_in(self, _changes: object) -> None:
        self._in += 1
        self._next()

    def _is_not_in(self, error: UserError) -> None:
        """This one stays kept; the others may still go in."""
        self._refused = error
        self._next()


def how_many(kept: Sequence[KeptWords]) -> str:
    """Say what was kept."""
    lines, drafts = sum(k.line is not None for k in kept), sum(k.line is None for k in kept)
    typing = "something you were typing" if drafts == 1 else f"{drafts} things you were typing"
    parts = [counted(lines, "line")] * bool(lines) + [typing] * bool(drafts)
    were = "was" if len(kept) == 1 else "were"
    said = f"{' and '.join(parts)} {were} kept when the folder could not take {'it' if len(kept) == 1 else 'them'}."
    return said[:1].upper() + said[1:]


def _lines(many: int) -> str:
    return "Nothing was" if not many else counted(many, "line was", "lines were")
