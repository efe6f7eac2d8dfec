"""Whose a number is, where a column beside it says so: "Tel 1 belongs to", "Next of kin". What is somebody else's says so itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.list_words import LEFT
from coprod_desktop.services.bring_in.people_alike import folded
from coprod_desktop.services.bring_in.people_list.by_content import below
from coprod_desktop.services.bring_in.people_list.contact import WAY
from coprod_desktop.services.bring_in.people_list.headings import LEAST, NAMES, Head, Headings, most
from coprod_desktop.services.bring_in.people_list.sheets import Row

_WAYS = frozenset({"phone", "mail", "contact"})


@dataclass(frozen=True)
class Whose:
    """Which column tells whose the number in another is, by its place."""

    numbers: dict[int, int]
    named: frozenset[int]
    """Those that name somebody: where nobody stands in one, the number is that somebody's all the same."""
    names: Sequence[int]
    """Where the names of those stand whom the list is about."""

    def heads(self, heads: Sequence[Head]) -> tuple[Head, ...]:
        """Return headings of which those that tell whose a number is are for nothing else."""
        return tuple(replace(head, means=LEFT) if head.place in self.numbers else head for head in heads)

    def row(self, row: Row, headings: Headings) -> Row:
        """Return a row in which each number that is another's says so itself."""
        cells = [*row.cells, *[""] * (max((*self.numbers, *self.numbers.values())) + 1 - len(row.cells))]
        own = folded(" ".join(cells[place] for place in self.names))
        for place, number in self.numbers.items():
            whose = cells[place] or ("?" if place in self.named else "")
            if whose and cells[number] and not (headings.words.has("own", whose) or set() < folded(whose) <= own):
                cells[number] = f"{cells[number]} (somebody else: {whose})"
            cells[place] = ""
        return row._replace(cells=tuple(cells))


def whose(heads: Sequence[Head], rows: Sequence[Row], headings: Headings) -> Whose | None:
    """Return which columns tell whose a number is; None when none does."""
    words = headings.words
    ways = {head.place for head in heads if any(WAY.search(cell) for cell in below(rows, head.place))}
    meant = zip(heads, map(most, headings.among(heads)), strict=True)
    called = [head for head, (key, score) in meant if key in NAMES and score >= LEAST]
    names = [head.place for head in called if not words.is_one("contact_person", head.own)]
    numbers: dict[int, int] = {}
    named: set[int] = set()
    for at, head in enumerate(heads):
        before, after = heads[max(at - 1, 0) : at], heads[at + 1 : at + 2]
        if words.says("whose", head.own) or _is_relationship(head, rows, headings):
            near = (*before, *after)
        elif names and head.place not in {*ways, *names} and _names_another(head, heads[:at], ways, headings):
            near = tuple(one for one in after if not headings.is_of_others(one))
            named.add(head.place)
        else:
            continue
        for beside in near:
            if beside.place in ways and beside.place not in numbers.values():
                numbers[head.place] = beside.place
                break
    return Whose(numbers, frozenset(named), [one for one in names if one not in numbers]) if numbers else None


def _is_relationship(head: Head, rows: Sequence[Row], headings: Headings) -> bool:
    """Tell whether "Relationship" is that of whoever answers the number beside it: "self" stands there too."""
    said = below(rows, head.place)
    return headings.words.begins("relationship", head.own) and any(headings.words.has("own", cell) for cell in said)


def _names_another(head: Head, before: Sequence[Head], ways: set[int], headings: Headings) -> bool:
    """Tell whether a column names whom to ring, or somebody at a person's side whose number follows where their own stands before."""
    words = headings.words
    if words.is_one("contact_person", head.own) or (words.is_one("to_ring", head.own) and not head.answers):
        return True
    return headings.is_other(head.own) and any(one.place in ways and set(headings.of(one)) & _WAYS for one in before)
