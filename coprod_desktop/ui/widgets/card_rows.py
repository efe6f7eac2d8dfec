"""What a CardList shows: rows made of short pieces of text. Values only; nothing is painted here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.ui.widgets.status_label import STATES

LONGEST = 700
"""Characters of one piece; what is longer is said to go on, and is whole where the row leads to."""


class Piece(NamedTuple):
    """Words that wrap, with an icon before them and quiet words after them on the same line."""

    words: str
    tone: str = "text"
    strong: bool = False
    icon: str = ""
    tail: str = ""

    @property
    def spoken(self) -> str:
        """Return the piece as it is read aloud."""
        return f"{self.words}, {self.tail}" if self.tail else self.words


@dataclass(frozen=True)
class CardRow:
    """One row. `id` names it for the page ("point:…"); `kind` is "card", "line" or "heading"."""

    id: str
    pieces: tuple[Piece, ...]
    kind: str = "card"
    before: str = ""
    """Said by a screen reader before the words: the part of the list the row is in."""
    ticked: bool | None = None
    """Whether its box is ticked; None for a row without a box."""

    @property
    def spoken(self) -> str:
        """Return the row as it is read aloud: everything that is shown."""
        parts = ["Ticked" if self.ticked else "", self.before, *(p.spoken for p in self.pieces)]
        return ". ".join(p.rstrip(".") for p in parts if p)


def heading(words: str, note: str = "") -> CardRow:
    """Return a row that names the part of the list below it."""
    return CardRow(f"heading:{words}", (Piece(words, strong=True, tail=note),), "heading")


def state(name: str, words: str, tail: str = "") -> Piece:
    """Return a state as icon, word and colour together (a key of status_label.STATES)."""
    icon, token = STATES[name]
    return Piece(words, token, strong=True, icon=icon, tail=tail)


def shortened(words: str) -> str:
    """Return words short enough for a list; what is cut says so."""
    return words if len(words) <= LONGEST else f"{beginning(words, LONGEST)} (goes on)"
