"""Columns that say whose the number beside them is: "Tel 1", "Tel 1 belongs to". What is somebody else's is marked so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain.list_words import LEFT
from coprod_desktop.services.bring_in.people_alike import folded
from coprod_desktop.services.bring_in.people_list.by_content import below
from coprod_desktop.services.bring_in.people_list.contact import WAY
from coprod_desktop.services.bring_in.people_list.headings import NAMES, Head, Headings, most
from coprod_desktop.services.bring_in.people_list.sheets import Row

_WAYS = frozenset({"phone", "mail", "contact"})


def marked(
    heads: Sequence[Head], rows: Sequence[Row], headings: Headings
) -> tuple[tuple[Head, ...], dict[int, int], list[int]]:
    """Return the headings, which column tells whose another one is (by its place), and where names stand."""
    whose: dict[int, int] = {}
    for at, head in enumerate(heads):
        before, after = heads[max(at - 1, 0) : at], heads[at + 1 : at + 2]
        if headings.words.says("whose", head.own) or _is_relationship(head, rows, headings):
            near = (*before, *after)
        elif _is_contact(head, heads, rows, headings):
            near = after
        else:
            continue
        for beside in near:
            if any(WAY.search(cell) for cell in below(rows, beside.place)) and beside.place not in whose.values():
                whose[head.place] = beside.place
                break
    names = [
        head.place for head in heads if head.place not in whose and most(headings.of(head))[0] in {*NAMES, "preferred"}
    ]
    return tuple(replace(head, means=LEFT) if head.place in whose else head for head in heads), whose, names


def _is_relationship(head: Head, rows: Sequence[Row], headings: Headings) -> bool:
    """Tell whether "Relationship" is that of whoever answers the number beside it: "self" stands there too."""
    said = below(rows, head.place)
    return headings.words.begins("relationship", head.own) and any(headings.words.has("own", cell) for cell in said)


def _is_contact(head: Head, heads: Sequence[Head], rows: Sequence[Row], headings: Headings) -> bool:
    """Tell whether a column names whom to ring instead of the one whom another column names."""
    if not headings.words.is_one("contact_person", head.own) or any(
        WAY.search(cell) for cell in below(rows, head.place)
    ):
        return False
    return any(most(headings.of(one))[0] in NAMES and one is not head for one in heads)


def with_whose(row: Row, whose: dict[int, int], names: Sequence[int], headings: Headings) -> Row:
    """Return a row in which each number that is said to be another's says so itself."""
    cells = list(row.cells)
    own = folded(" ".join(cells[place] for place in names if place < len(cells)))
    for place, number in whose.items():
        if max(place, number) >= len(cells) or not cells[place] or not cells[number]:
            continue
        if not (headings.words.has("own", cells[place]) or folded(cells[place]) <= own):
            cells[number] = f"{cells[number]} (somebody else: {cells[place]})"
        cells[place] = ""
    return row._replace(cells=tuple(cells))
