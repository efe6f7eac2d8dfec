"""Cells that hold more than one thing: a form's questions with their answers, one answer in two languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from coprod_desktop.domain.list_words import ListWords
from coprod_desktop.services.bring_in.people_list.said import one_tongue
from coprod_desktop.services.bring_in.people_list.sheets import MOST_CELLS, Row, tidy
from coprod_desktop.services.bring_in.people_list.values import part_of

_BETWEEN = (" / ", " | ")
_FIRST_ROWS = 80
_BESIDE = 50
"""Rows of a table at the side, apart from those of the first."""


def unpacked(rows: Sequence[Row], words: ListWords) -> Sequence[Row]:
    """Return rows whose cells say one thing each: questions packed into a cell become columns of their own."""
    return [_in_one_tongue(row, words) for row in _questions_apart(_below_each_other(rows, words)) if row.cells]


def _below_each_other(rows: Sequence[Row], words: ListWords) -> Sequence[Row]:
    """Return rows of two tables side by side, with an empty column between, as one below the other; without that of whom to ring."""
    for at_head, head in enumerate(rows[:_FIRST_ROWS]):
        for gap in (at for at, cell in enumerate(head.cells) if not cell and at > 1):
            left, right = head.cells[:gap], head.cells[gap + 1 :]
            if (_head_alike(left, right) or _is_titled(rows[:at_head], gap, right, words)) and not any(
                row.cells[gap] for row in rows if gap < len(row.cells)
            ):
                titles = (cell for row in rows[:at_head] for cell in row.cells[gap + 1 :])
                if any(words.says("not_the_person", title) for title in titles):
                    return [tidy(row.number, row.cells[:gap]) for row in rows]
                beside = [tidy(part_of(row.number, _BESIDE), row.cells[gap + 1 :]) for row in rows]
                return [*(tidy(row.number, row.cells[:gap]) for row in rows), *_of_people(beside, at_head, words)]
    return rows


def _of_people(rows: Sequence[Row], at_head: int, words: ListWords) -> Sequence[Row]:
    """Return the rows of tables at the side without one that is of things: "Item", "Who brings it"."""
    head = rows[at_head].cells
    for gap in (at for at, cell in enumerate(head) if not cell):
        if not words.has("name_headings", head[gap + 1]) and not any(
            row.cells[gap] for row in rows if gap < len(row.cells)
        ):
            return [tidy(row.number, row.cells[:gap]) for row in rows]
    return _below_each_other(rows, words)


def _head_alike(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether two tables begin with the same heading, and one asks nothing that the other does not ask."""
    fewer, more = sorted(({*filter(None, left)}, {*filter(None, right)}), key=len)
    return len(fewer) > 1 and left[0] == right[0] != "" and fewer <= more


def _is_titled(above: Sequence[Row], gap: int, right: Sequence[str], words: ListWords) -> bool:
    """Tell whether the table at the side heads names too, and stands below a title that says of its own people whether they come."""
    titles = [row.cells[gap + 1] for row in above if gap + 1 < len(row.cells)]
    named = bool(right) and words.has("name_headings", right[0])
    return named and any(
        (part := words.section(title)) is not None and part.coming is not None for title in titles if title
    )


def _in_one_tongue(row: Row, words: ListWords) -> Row:
    if not any(between in cell for cell in row.cells for between in _BETWEEN):
        return row
    return Row(row.number, tuple(one_tongue(cell, words) for cell in row.cells))


def _questions_apart(rows: Sequence[Row]) -> Sequence[Row]:
    """Return rows with `{"Do you need anything?": "A ramp"}` of a bookings program as a column "Do you need anything?"."""
    first = next((at for at, row in enumerate(rows[:_FIRST_ROWS]) if any(map(_is_packed, row.cells))), None)
    if first is None:
        return rows
    packed = [list(_answers(row)) for row in rows]
    questions = list(dict.fromkeys(question for row in packed for question, _ in row))
    wide = max(len(row.cells) for row in rows)
    if not first or wide + len(questions) > MOST_CELLS:
        return rows
    made = list(rows)
    made[first - 1] = _with(rows[first - 1], wide, questions)
    for at in range(first, len(rows)):
        told = dict(packed[at])
        made[at] = _with(rows[at], wide, [told.get(question, "") for question in questions])
    return made


def _with(row: Row, wide: int, more: Sequence[str]) -> Row:
    own = ["" if _is_packed(cell) else cell for cell in row.cells]
    return tidy(row.number, [*own, *[""] * (wide - len(own)), *more])


def _is_packed(cell: str) -> bool:
    return cell.startswith('{"') and cell.endswith("}")


def _answers(row: Row) -> Iterator[tuple[str, str]]:
    for cell in filter(_is_packed, row.cells):
        try:
            told = json.loads(cell)
        except ValueError:
            continue
        if isinstance(told, Mapping):
            yield from ((str(q), str(a)) for q, a in told.items() if isinstance(a, str | int | float))
