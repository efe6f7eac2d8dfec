"""Points and lines of a session as rows to show: what services/seen/answer.py knows, in pieces of text."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.domain.sorters import WORDS
from coprod_desktop.domain.words import KIND_WORDS, EntryKind
from coprod_desktop.services.seen.answer import Board, line_id, point_id
from coprod_desktop.services.seen.endings import Ending, answer_words, asks, who_and_when
from coprod_desktop.ui.widgets.card_rows import CardRow, Piece, heading, shortened, state


def rows(board: Board, choice: str, ticked: Collection[str] = ()) -> list[CardRow]:
    """Return the middle list: points of a theme, lines without an answer, others to settle, those that are settled.

    Each line has a box, so that several can be dealt with at once; `ticked` are rows.
    """
    found: list[CardRow] = []
    for part in board.parts(choice):
        if part.lines:
            found.append(heading(part.words, str(len(part.lines))))
        found += [point_row(board, p) for p in part.points]
        lines = [line_row(board, e, end, part.words) for e, end in part.lines]
        found += [replace(row, ticked=row.id in ticked) for row in lines]
    return found


def point_row(board: Board, point: Point) -> CardRow:
    """Return a point as a card: you said, the answer, who and by when, what is missing."""
    n = board.how_many_said(point)
    many = "" if n == 0 else counted(n, "person said this", "people said this")
    pieces = [Piece("You said", "you_said", strong=True, tail=many), Piece(shortened(point.you_said))]
    pieces.append(state(*answer_words(point)))
    pieces += [Piece(shortened(text)) for text in (point.text, point.reason) if text]
    pieces += [Piece(words, "quiet") for words in (who_and_when(point, board.today),) if words]
    pieces += [Piece(WORDS[point.sorter], "quiet")] if point.sorter else []
    missing = asks(point) if point.answer else ""
    pieces += [Piece(f"The paper will ask for: {missing}", "waiting", icon="warn")] if missing else []
    return CardRow(point_id(point.id), tuple(pieces))


def line_row(board: Board, entry: Entry, end: Ending | None = None, before: str = "") -> CardRow:
    """Return a line as a row: the words as they were said, who and when, and what became of it."""
    kind = KIND_WORDS[entry.kind] if entry.kind is not EntryKind.CONTRIBUTION else ""
    about = " · ".join(part for part in (board.who(entry), entry.at or "", kind) if part)
    pieces = [Piece(shortened(entry.text)), Piece(about, "quiet")]
    if end is not None:
        pieces.append(state(end.state, end.words, end.tail))
    return CardRow(line_id(entry.id), tuple(pieces), "line", before)
