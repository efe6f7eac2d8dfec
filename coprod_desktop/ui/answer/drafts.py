"""Words that were being typed when the program stopped go back to where they were typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from coprod_desktop.ui.answer.board import Board
from coprod_desktop.ui.answer.right_card import RightCard
from coprod_desktop.ui.base.context import Context


def put_back(
    drafts: Sequence[Any],
    board: Board,
    context: Context,
    right: RightCard,
    save: Callable[[str, dict[str, Any]], None],
) -> None:
    """Save the words of an answer in their field (Ctrl Z takes them out again); go on writing a new point."""
    for draft in drafts:
        noun, _, rest = draft.field.partition(":")
        row_id, _, field = rest.partition(":")
        point = board.point(row_id) if noun == "point" else None
        if point is not None and field:
            save(row_id, {field: draft.text})
            context.tell(
                f"The program stopped while you were typing under “{point.you_said}”. Your words are back there.",
                "Ctrl Z takes them out again.",
            )
        elif noun == "new_point":
            right.write(draft.text, board)
            context.tell("The program stopped while you were writing a point. Your words are back.")
