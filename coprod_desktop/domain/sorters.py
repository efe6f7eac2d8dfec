"""The three questions that sort what people said: what can people do alone, what with some help, what is left to do.

Source: Thurrock's three questions about what communities can do for themselves (the community alone, with some support
from organisations, what is appropriate for organisations to deliver).
"""

from __future__ import annotations

from collections.abc import Mapping

from coprod_desktop.domain.words import Sorter

WORDS: Mapping[Sorter, str] = {
    Sorter.ALONE: "People can do this themselves",
    Sorter.SOME_HELP: "People can do this with some help",
    Sorter.ORGANISATION: "The organisation has to do this",
}
KEYS: Mapping[Sorter, str] = {sorter: f"Alt+Shift+{n}" for n, sorter in enumerate(Sorter, start=1)}
"""One key each on Answer; the same key again takes it off."""
