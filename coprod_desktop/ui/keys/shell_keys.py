"""Every key of the shell in one table: the shortcuts are made from it, and F1 lists it in the handbook."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """A key as Qt writes it, what it does in plain words, and the shell's name for it."""

    sequence: str
    words: str
    name: str

    @property
    def shown(self) -> str:
        """The key as people read it: "Ctrl K"."""
        return self.sequence.replace("++", " plus").replace("+-", " minus").replace("+", " ")


PAGE_KEYS: tuple[Key, ...] = (
    Key("Ctrl+6", "Home", "page_home"),
    Key("Ctrl+7", "Sessions", "page_sessions"),
    Key("Ctrl+8", "Groups", "page_groups"),
    Key("Ctrl+9", "People", "page_people"),
    Key("Ctrl+0", "Promises", "page_promises"),
)
"""To the pages on the left; after the five of a session."""
SHELL_KEYS: tuple[Key, ...] = (
    Key("Ctrl+N", "Start a new session now", "new_session"),
    Key("Ctrl+K", "Find anything: people, words, promises", "find"),
    Key("Ctrl+Z", "Undo: first your typing, then the last thing the program did", "undo"),
    Key("Ctrl+Shift+Z", "Bring back what was undone", "redo"),
    Key("F6", "Go to the next part of the window", "next_pane"),
    Key("Shift+F6", "Go to the part before", "last_pane"),
    Key("Ctrl+1", "Get ready", "step_get_ready"),
    Key("Ctrl+2", "Listen", "step_listen"),
    Key("Ctrl+3", "Answer", "step_answer"),
    Key("Ctrl+4", "Paper", "step_paper"),
    Key("Ctrl+5", "Follow up", "step_follow_up"),
    *PAGE_KEYS,
    Key("Ctrl++", "Larger text", "larger"),
    Key("Ctrl+-", "Smaller text", "smaller"),
    Key("Ctrl+L", "Lock", "lock"),
    Key("F1", "The handbook, at the page for where you are; once more: these keys", "help"),
)
