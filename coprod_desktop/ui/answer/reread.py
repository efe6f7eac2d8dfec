"""What a change asks the Answer page to read again: nothing, some rows, or the whole session."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.domain.changes import Changes

MANY = 200
"""More rows than this at once (an import): the whole session is read again."""
_WHOLE = ("attendance", "person", "asking", "said_back")


@dataclass(frozen=True)
class Reread:
    """`whole`: the session; else just these rows. `plain_words`: the workspace's own list of hard words."""

    whole: bool = False
    points: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    plain_words: bool = False


def reread(changes: Changes, session: str | None) -> Reread:
    """Return what to read again of a session; people are of every session, and their answers stand beside each line."""
    words = changes.touch("plain_word")
    if session is None:
        return Reread(plain_words=words)
    mine = [ref for ref in changes.all() if ref.session == session or ref.noun == "person"]
    points, entries = (tuple(dict.fromkeys(r.id for r in mine if r.noun == noun)) for noun in ("point", "entry"))
    whole = len(points) + len(entries) > MANY or any(ref.noun in _WHOLE for ref in mine)
    return Reread(True, plain_words=words) if whole else Reread(False, points, entries, words)
