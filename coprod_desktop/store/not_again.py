"""Words that must not come back into a session by being typed or pasted anew: struck ones, and those that stand aside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, select

from coprod_desktop.store import aside, schema
from coprod_desktop.store.gone import Gone

_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_MOST_SENTENCES = 12
"""Words are found inside longer ones among so many sentences."""
_WORDS = ("text", "translation", "public_text")


class NotAgain:
    """What is out of one session; whoever brings words in asks it line by line."""

    def __init__(self, connection: Connection, session: str) -> None:
        s, t = schema.session, schema.set_aside
        key = connection.execute(select(s.c.key).where(s.c.id == session)).scalar() or ""
        self._gone = Gone(connection, key)
        ids = connection.execute(select(t.c.id).where(t.c.session_id == session)).scalars().all()
        rows = [found for one in ids if (found := aside.words(connection, one))]
        self._aside = {folded(str(row[name])) for row in rows for name in _WORDS if row.get(name)}
        self._anything = self._gone.anything or bool(self._aside)

    def holds(self, text: str) -> bool:
        """Tell whether a text is out, or has whole sentences in it that are."""
        return self._anything and any(self._is_out(part) for part in _parts(text))

    def _is_out(self, words: str) -> bool:
        return folded(words) in self._aside or self._gone.holds("entry", "", words, has_uid=False)


def folded(words: str) -> str:
    """Return words as they are compared: whatever their spaces and capitals."""
    return " ".join(words.casefold().split())


def _parts(text: str) -> Iterator[str]:
    yield text
    sentences = [part for part in _SENTENCES.split(text) if part.strip()]
    if not 1 < len(sentences) <= _MOST_SENTENCES:
        return
    for first in range(len(sentences)):
        for last in range(first + 1, len(sentences) + 1):
            yield " ".join(sentences[first:last])
