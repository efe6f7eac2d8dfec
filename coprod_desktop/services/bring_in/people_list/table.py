"""The table inside a sheet: below which row its people stand, which lines head a part of them, and which are nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

from coprod_desktop.domain.list_words import EMPTY, ListWords, Section
from coprod_desktop.domain.roles import is_role
from coprod_desktop.domain.words import Attending
from coprod_desktop.services.bring_in.people_list.columns import Taken, taken, without_headings
from coprod_desktop.services.bring_in.people_list.filled_for import filled_for
from coprod_desktop.services.bring_in.people_list.headings import LEAST, NAMES, Head, Headings, most
from coprod_desktop.services.bring_in.people_list.looks import is_data, is_name, looks
from coprod_desktop.services.bring_in.people_list.names import is_formula
from coprod_desktop.services.bring_in.people_list.said import is_answer
from coprod_desktop.services.bring_in.people_list.sheets import HEAD, Row
from coprod_desktop.services.bring_in.people_list.titles import Title, alone, section_of, title
from coprod_desktop.services.bring_in.people_list.values import part_of
from coprod_desktop.services.bring_in.people_list.whose import whose

_BELOW = 30
"""So many rows below a heading say what stands there."""
_IS_SOMETHING = 0.9
"""A heading that says so clearly what it is heads no names."""
_TITLES = 8
"""So many lines may stand above a list that has no headings."""
_TOLD = re.compile(r":\s*\S")
"""A line above the headings that tells something: "Event: Carers' Assembly"."""
_NUMBER_IN = re.compile(r"(?<!\d)([1-9])(?!\d)")
_COUNTED = re.compile(
    r"\(?\d[\d,]*\s+(?:\w+\s+)?(?:records?|rows?|people|persons?|entries|entry|results?|responses?|attendees|contacts?|items?|invitees|names|coming|attending|going|confirmed|selected|of)\b",
    re.I,
)
_LABEL_AND_COUNT = re.compile(r"(?P<label>[^:=]{2,60}?)\s*[:=]\s*(?P<money>[£€$])?\s*\d[\d,]{0,6}(?:\.\d\d?)?\s*")
"""A line that counts: "Signed in: 6", "Expenses to pay: £16.60"."""
_APART = 10
"""Second people of a row by columns, apart from those by one cell."""
_WHOLE = 0.8
"""Which part of the lines of a list have more words than one, where one word alone is odd."""


@dataclass(frozen=True)
class Body:
    """Rows below one row of headings, each with the part of the list it stands in."""

    heads: tuple[Head, ...]
    first_row: int
    rows: list[tuple[Row, Section]] = field(default_factory=list)


@dataclass(frozen=True)
class Table:
    """What was found in a sheet."""

    bodies: tuple[Body, ...]
    taken: tuple[Taken, ...]
    """What the columns of each body are taken for."""
    aside: tuple[tuple[int, str], ...]
    """Row and words of each line that is nobody: a total, when it was printed."""
    has_headings: bool = True


def worth(rows: Sequence[Row], headings: Headings) -> float:
    """Return how much the first rows of a sheet look like the beginning of a list of people."""
    return _best(rows, headings)[0] or _by_names_below(rows, headings)[0]


def find(
    rows: Sequence[Row], headings: Headings, chosen: Mapping[int, str] | None = None, *, has_headings: bool = True
) -> Table | None:
    """Return the table among rows; None when no column is for names. `chosen` is what somebody chose for columns."""
    found = _best(rows, headings) if has_headings else (0.0, -1, ())
    if has_headings and not found[0]:
        found = _by_names_below(rows, headings)
    if not found[0]:
        return _bare(rows, headings, chosen)
    at, heads = _first(rows, found, headings)
    walk = _Walk(headings, heads, rows[at], rows)
    walk.begin(walk.heads_people(rows[at]) or _title(rows, at, headings.words))
    for row in rows[at + 1 :]:
        walk.go_on(row)
    bodies = tuple(body for body in walk.bodies if body.rows) or tuple(walk.bodies[:1])
    if chosen is None:
        bodies = tuple(one for body in map(partial(_who_comes, headings), bodies) for one in _one_each(body, headings))
    meant = [taken(body.heads, [row for row, _ in body.rows], headings) for body in bodies]
    if chosen is not None:
        meant[0] = Taken({**dict.fromkeys(meant[0].meanings, ""), **chosen}, meant[0].options)
    return Table(bodies, tuple(meant), tuple(walk.aside))


def _bare(rows: Sequence[Row], headings: Headings, chosen: Mapping[int, str] | None) -> Table | None:
    """Return a list without headings as a table: its columns are taken for what stands in them, below any title."""
    meant = Taken(chosen, {}) if chosen is not None else None
    for at in range(_TITLES if meant is None else 0):
        meant = without_headings(_people(rows[at:], headings.words), headings.words)
        if meant is not None:
            rows = rows[_first_of_them(rows, at, meant, headings) :]
            break
    if meant is None or (chosen is None and _has_some(rows, headings)):
        return None
    walk = _Walk(headings, tuple(Head(place, "") for place in sorted(meant.meanings)), None, rows)
    for row in rows:
        walk.go_on(row)
    more = (taken(body.heads, [row for row, _ in body.rows], headings) for body in walk.bodies[1:])
    return Table(tuple(walk.bodies), (meant, *more), tuple(walk.aside), has_headings=False)


def _first_of_them(rows: Sequence[Row], at: int, meant: Taken, headings: Headings) -> int:
    """Return the row with which the people begin: one above the first whole name counts that has one name, and answers as the rest do."""
    place = next(place for place, key in meant.meanings.items() if key == "name")
    told = {cell for row in rows[at:] for cell in row.filled}
    while at and place < len(rows[at - 1].cells):
        name, others = rows[at - 1].cells[place], [*rows[at - 1].filled]
        if not (name.isalpha() and name.istitle()) or headings.may_mean(name) or headings.is_other(name):
            break
        others.remove(name)
        if not others or not told.issuperset(others) or headings.words.section(name) is not None:
            break
        at -= 1
    return at


def _people(rows: Sequence[Row], words: ListWords) -> list[Row]:
    return [row for row in rows if section_of(alone(row), words) is None and not words.begins("totals", row.filled[0])]


def _has_some(rows: Sequence[Row], headings: Headings) -> bool:
    """Tell whether one of the first rows heads columns, though none for names: it is a list of something else."""
    for row in rows[:10]:
        known = sum(
            max(headings.may_mean(cell).values(), default=0.0) > 0.9 or headings.is_other(cell) for cell in row.filled
        )
        if known >= max(2, 0.5 * len(row.filled)):
            return True
    return False


def _best(rows: Sequence[Row], headings: Headings) -> tuple[float, int, tuple[Head, ...]]:
    """Return the row that heads the list best: how well, which of the rows it is, and its headings."""
    best: tuple[float, int, tuple[Head, ...]] = (0.0, -1, ())
    left = False
    for at, row in enumerate(rows[:HEAD]):
        section = section_of(alone(row), headings.words)
        left = section.left if section is not None else left
        if left or section is not None:
            continue
        above = rows[at - 1] if at and _heads_several(rows[at - 1], row) else None
        heads = tuple(
            _answered(head, rows[at + 1 : at + _BELOW], headings.words) for head in headings.heads(row, above)
        )
        score = headings.worth(heads) - 0.01 * at
        if above is not None and any(headings.words.is_one("child_headings", cell) for cell in row.filled):
            score += 1.0
        if score > best[0] + 0.2:
            best = (score, at, heads)
    return best


def _who_comes(headings: Headings, body: Body) -> Body:
    """Return a body whose rows tell of who comes, where a form may be filled in for another, and whose each number is."""
    body = _whose(headings, body)
    form = filled_for(body.heads, [row for row, _ in body.rows[:_BELOW]], headings)
    if form is None:
        return body
    return replace(body, heads=form.heads(body.heads), rows=[(form.row(row), section) for row, section in body.rows])


def _whose(headings: Headings, body: Body) -> Body:
    found = whose(body.heads, [row for row, _ in body.rows[:_BELOW]], headings)
    if found is None:
        return body
    return replace(
        body, heads=found.heads(body.heads), rows=[(found.row(row, headings), part) for row, part in body.rows]
    )


def _one_each(body: Body, headings: Headings) -> Iterator[Body]:
    """Yield a body for each person whom its rows name in columns with numbers: "Tenant 1", "Tenant 2"."""
    numbered: dict[int, list[Head]] = {}
    for head in body.heads:
        if found := _NUMBER_IN.search(head.own):
            numbered.setdefault(int(found[1]), []).append(head)
    rows = [row for row, _ in body.rows[:_BELOW]]
    people = [n for n, heads in numbered.items() if any(_is_for_names(head, rows, headings) for head in heads)]
    if len(people) < 2 or len({_NUMBER_IN.sub("#", head.own) for n in people for head in numbered[n]}) == sum(
        len(numbered[n]) for n in people
    ):
        yield body
        return
    for part, who in enumerate(sorted(people)):
        others = {head.place for n in people if n != who for head in numbered[n]}
        names = [head.place for head in numbered[who] if _is_for_names(head, rows, headings)]
        kept = [
            (row._replace(number=part_of(row.number, _APART * part)), section)
            for row, section in body.rows
            if any(place < len(row.cells) and row.cells[place] for place in names)
        ]
        yield replace(body, heads=tuple(head for head in body.heads if head.place not in others), rows=kept)


def _is_for_names(head: Head, rows: Sequence[Row], headings: Headings) -> bool:
    key, score = most(headings.of(head))
    return (key in NAMES and score >= LEAST) or _names_below(head, rows, headings) > 0.5


def _answered(head: Head, rows: Sequence[Row], words: ListWords) -> Head:
    """Return a heading, told whether what stands below "Carer", or "Carer coming?", answers yes or no."""
    if not (words.is_one("caring", head.own) or words.is_one("who_comes", head.own)):
        return head
    return replace(head, answers=looks(_cells(rows, head.place), words).answers > 0.9)


def _cells(rows: Sequence[Row], place: int) -> list[str]:
    return [row.cells[place] if place < len(row.cells) else "" for row in rows]


def _by_names_below(rows: Sequence[Row], headings: Headings) -> tuple[float, int, tuple[Head, ...]]:
    """Return the row that heads a list of people by the names that stand below it: "Passenger", "Carer", "Dad"."""
    best: tuple[float, int, tuple[Head, ...]] = (0.0, -1, ())
    for at, row in enumerate(rows[:HEAD]):
        if len(row.filled) < 2 or any(map(is_data, row.filled)) or section_of(alone(row), headings.words) is not None:
            continue
        heads, below = headings.heads(row, None), rows[at + 1 : at + _BELOW]
        if sum(len(one.filled) > 1 for one in below) < 0.5 * len(below):
            continue  # lines, and no columns
        known = sum(most(headings.of(head))[1] >= LEAST or headings.is_other(head.own) for head in heads if head.own)
        name = max(heads, key=lambda head: (_names_below(head, below, headings), -head.place))
        named = _names_below(name, below, headings)
        score = named + 0.1 * known - 0.01 * at
        above = any(is_name(cell, headings.words) and not is_role(cell) for cell in _cells(rows[:at], name.place)[-3:])
        if known and named >= 0.5 and not above and score > best[0]:
            best = score, at, tuple(replace(head, names=head is name) for head in heads)
    return best


def _names_below(head: Head, rows: Sequence[Row], headings: Headings) -> float:
    """Return which part of what stands below a heading looks like whole names; none of it where it is about somebody else."""
    if (
        headings.is_other(head.own)
        or (most(headings.of(head))[1] > _IS_SOMETHING and not _may_head_names(head, headings))
        or headings.words.is_one("served", head.own)
    ):
        return 0.0
    if is_name(head.own, headings.words) and not is_role(head.own):
        return 0.0  # it is the first of them
    cells = [cell for cell in _cells(rows, head.place) if cell and not is_data(cell)]
    return (
        sum(is_name(cell, headings.words) for cell in cells) / len(cells) if len(set(cells)) > 0.7 * len(cells) else 0.0
    )


def _may_head_names(head: Head, headings: Headings) -> bool:
    """Tell whether names may stand below a heading that mostly says something else: "Contact", "Not coming"."""
    part = headings.words.section(head.own)
    return "name" in headings.of(head) or (part is not None and part.coming is not None)


def _first(
    rows: Sequence[Row], best: tuple[float, int, tuple[Head, ...]], headings: Headings
) -> tuple[int, tuple[Head, ...]]:
    """Return the headings of the first table, when one of the same sheet stands above the best: people in several parts."""
    walk = _Walk(headings, (), None, rows)
    for at, row in enumerate(rows[: max(0, best[1] - 1)]):
        walk.go_on(row)
        if len(walk.bodies) > 1:
            return at, walk.bodies[-1].heads
    return best[1], best[2]


def _heads_several(above: Row, row: Row) -> bool:
    """Tell whether a row may stand over columns that the next one names: it has words in some of their places only."""
    return (
        row.number - above.number == 1
        and len(above.filled) > 1
        and "" in above.cells + ("",) * (len(row.cells) - len(above.cells))
        and not any(is_data(cell) or _TOLD.search(cell) for cell in above.filled)
        and not any(is_data(cell) for cell in row.filled)
    )


def _title(rows: Sequence[Row], at: int, words: ListWords) -> Section:
    """Return what stands above the headings of the people right below; "Attendance" alone is only what the list is called."""
    above = [part for row in rows[:at] if (part := section_of(alone(row), words)) is not None and not part.left]
    if not above or above[-1].coming not in {None, Attending.COMING}:
        return above[-1] if above else Section()
    return above[-1] if any(section_of(alone(row), words) for row in rows[at + 1 :]) else Section()


class _Walk:
    """Goes through the rows below the headings, and knows in which part of the list each stands."""

    def __init__(self, headings: Headings, heads: tuple[Head, ...], header: Row | None, rows: Sequence[Row]) -> None:
        self._headings, self._words = headings, headings.words
        self._same = {header.cells} if header is not None else set()
        self.section = Section()
        self.bodies = [Body(heads, header.number if header is not None else 1)]
        self.aside: list[tuple[int, str]] = []
        self._lines, self._below_person = header is None, False
        self._answered = False
        """A title has said whether those below it come: what ends it matters."""
        gaps = {row.number for above, row in pairwise(rows) if row.number - above.number > 1}
        self._gaps = gaps if len(gaps) < 0.5 * len(rows) else frozenset[int]()
        self._of_whole_names = sum(" " in row.filled[0] for row in rows) > _WHOLE * len(rows)

    def heads_people(self, row: Row) -> Section | None:
        """Return what the heading of the names says of everybody below it, where it is an answer: "Not coming", "Reason"."""
        place = next((head.place for head in self.bodies[0].heads if head.names), len(row.cells))
        own = row.cells[place] if place < len(row.cells) else ""
        told = self._words.section(own) if own and "name" not in self._headings.may_mean(own) else None
        return told if told is not None and told.coming is not None else None

    def go_on(self, row: Row) -> None:
        """Take one more row."""
        if row.cells in self._same:
            return
        section = section_of(alone(row), self._words) or self.heads_people(row)
        if section is not None:
            self.begin(section)
        elif self.section.left:
            self._heads_more(row)  # a part that is left out may hold headings of its own, which are no end of it
        elif self._heads_more(row):
            return
        elif self._is_nobody(row):
            self.aside.append((row.number, " ".join(row.filled)))
        elif not self._ends_part(row):
            if self._lines and self._answered and self._below_person and row.number in self._gaps:
                self.section = Section(title=EMPTY)
            self.bodies[-1].rows.append((row, self.section))
            self._below_person = True

    def begin(self, section: Section) -> None:
        """Begin a part of the list."""
        self.section, self._below_person = section, False
        self._answered = self._answered or section.coming is not None

    def _ends_part(self, row: Row) -> bool:
        """Tell whether a row may be a title nobody knows: it ends what the one above says, and everybody below is asked."""
        line = alone(row)
        out = row.number in self._gaps or (self._of_whole_names and " " not in line)
        found = title(line, self._words, stands_out=out)
        need = found is not Title.NO and not line.endswith(":") and self._headings.is_need(line)
        if found is Title.NO or (need and line[0].islower()):
            return False
        sure = found is Title.SURE and not need
        if sure or self._answered:
            self.begin(Section(title=line if self._answered else ""))
        if sure:
            self.aside.append((row.number, line))
        else:
            self.bodies[-1].rows.append((row, Section(title=line)))
        return True

    def _heads_more(self, row: Row) -> bool:
        """Tell whether a row heads one more table below the first; from there on its columns count."""
        filled = row.filled
        if len(filled) < 2 or not any(map(self._names_names, filled)) or any(map(is_data, filled)):
            return False
        if not any(
            self._headings.may_mean(cell).get(key, 0.0) >= 0.9
            for cell in row.filled
            for key in ("name", "first", "last")
        ):
            return False
        heads = self._headings.heads(row, None)
        if self._headings.worth(heads) < 1.8:
            return False
        if not self.section.left:
            self._same.add(row.cells)
            self.bodies.append(Body(heads, row.number))
        return True

    def _names_names(self, cell: str) -> bool:
        folded = cell.casefold()
        return "name" in folded or folded in self._words.words["name_headings"]

    def _is_nobody(self, row: Row) -> bool:
        first, *others = row.filled
        if len(first) > 200:
            return False
        if not others and (self._words.begins("remarks", first) or _COUNTED.match(first)):
            return True
        if not others and (counted := _LABEL_AND_COUNT.fullmatch(first)):
            label = counted["label"]
            if counted["money"] or (" " in label and not is_name(label, self._words)):
                return True
        return self._words.begins("totals", first) and all(len(cell) < 40 and self._is_total(cell) for cell in others)

    def _is_total(self, cell: str) -> bool:
        """Tell whether a cell can stand beside "Total": a number, a formula, "3 yes"."""
        counts = cell[:1].isdecimal() and is_answer(cell.lstrip("0123456789 "), self._words)
        return counts or is_data(cell) or is_formula(cell) or self._words.begins("totals", cell)
