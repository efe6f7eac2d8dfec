"""A group over time as tables to look at: heading, a sentence, cells, and a bar for each row that says the same."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coprod_desktop.domain import dates
from coprod_desktop.domain.before_and_after import NO_CAUSE, Measure, number, sample
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.looked_back_record import GroupMeasure, LookedBy, MeasureUnit
from coprod_desktop.domain.looking_back import BackForms, Beside, in_order
from coprod_desktop.domain.measures import SMALL, in_fives
from coprod_desktop.domain.over_time import RungOn, Themes, climbed, height
from coprod_desktop.domain.promises import Standing
from coprod_desktop.services.program import content
from coprod_desktop.services.seen.over_time import OverTime

NOTHING = "Nothing to look back on yet. Count slips after a session, or write a number down."
_NAMED = 4
"""New themes that are named; the rest are counted, and marked in the table."""
_STANDS = (
    (Standing.KEPT, "Kept on time"),
    (Standing.KEPT_LATE, "Kept late"),
    ("late", "Late"),
    ("due", "Not due yet"),
    (Standing.CHANGED_TO_NO, "Changed to no"),
)


class TableRow(NamedTuple):
    """One row. `bar` is as long as `bar` of the table's longest; None where there is nothing to draw."""

    cells: tuple[str, ...]
    bar: int | None = None


class Told(NamedTuple):
    """One table: its name, heading, what it says in a sentence or two, the heads of its columns, its rows."""

    name: str
    heading: str
    words: str
    head: tuple[str, ...]
    rows: tuple[TableRow, ...]


def tables(seen: OverTime) -> tuple[Told, ...]:
    """Return the tables there is anything in, what people said first."""
    forms = content.looking_back()
    found = (
        _slips(seen, forms),
        _year(seen),
        _power(seen),
        _themes(seen),
        _table_of_themes("places", "Themes by area", seen.places, ""),
        _promises(seen.promises),
        _came(seen),
        _measures(seen.measures),
    )
    return tuple(table for table in found if table.rows)


def _slips(seen: OverTime, forms: BackForms) -> Told:
    asked = forms.form(LookedBy.SLIP).questions
    rows = tuple(
        _answered(question.ask, in_order(question, seen.slips[question.key]))
        for question in asked
        if question.key in seen.slips
    )
    words = f"{counted(seen.slip_forms, 'slip', 'slips')} from its sessions, together."
    heads = asked[0].answers if asked else ()
    return Told("slips", "Slips after sessions", words, ("Question", *(h.capitalize() for h in heads)), rows)


def _answered(ask: str, lines: Sequence[tuple[str, int]]) -> TableRow:
    """The bar is the share of the answer one would wish for."""
    total = sum(n for _answer, n in lines)
    return TableRow((ask, *(str(n) for _answer, n in lines)), round(100 * lines[0][1] / total) if total else None)


def _year(seen: OverTime) -> Told:
    differ = sum(one.differ for one in seen.year)
    said = [f"Members and staff differ on {counted(differ, 'question', 'questions')}."] if differ else []
    if seen.never:
        said.append(f"Never used, as staff say: {', '.join(seen.never)}.")
    decided = [row for row in seen.looked_back if row.rung_decided_by]
    if decided:
        said.append(f"Who decided which rung it was: {decided[0].rung_decided_by}.")
    rows = tuple(_year_row(one) for one in seen.year)
    return Told("year", "The year, by members and by staff", " ".join(said), ("Question", "Members", "Staff", ""), rows)


def _year_row(one: Beside) -> TableRow:
    return TableRow(
        (one.question.ask, _given(one, one.members), _given(one, one.staff), "They differ" if one.differ else "")
    )


def _given(one: Beside, counted_: Mapping[str, int]) -> str:
    return ", ".join(f"{answer} {n}" for answer, n in in_order(one.question, counted_) if n) or "not asked"


def _power(seen: OverTime) -> Told:
    rows = tuple(
        TableRow(
            (
                _day(one.day),
                one.what + (f" (decided by {one.decided_by})" if one.decided_by else ""),
                one.aimed or "",
                _reached(one),
            ),
            height(one.best) if one.best else 0,
        )
        for one in seen.rungs
    )
    apart = sum(one.members is not None and one.staff is not None and one.members != one.staff for one in seen.rungs)
    said = [f"{way}."] if (way := climbed(seen.rungs)) else []
    if apart:
        said.append(f"Members and staff differ {counted(apart, 'time')}.")
    head = ("Day", "What", "Aimed for", "Reached")
    return Told("power", "How much power was shared", " ".join(said), head, rows)


def _day(day: datetime.date) -> str:
    return f"{day.day} {dates.MONTHS[day.month - 1][:3]} {day.year}"


def _reached(one: RungOn) -> str:
    """Return the rung that was reached: once where all say the same, else as each of them says."""
    said = {"members": one.members, "staff": one.staff, "all agree": one.reached}
    told = {who: rung for who, rung in said.items() if rung is not None}
    if len(set(told.values())) == 1 and "all agree" in told:
        return next(iter(told.values())).value
    return "\n".join(f"{who}: {rung}" for who, rung in told.items())


def _themes(seen: OverTime) -> Told:
    first, more = seen.themes.new[:_NAMED], len(seen.themes.new) - _NAMED
    named = ", ".join(first) + (f" and {more} more" if more > 0 else "")
    new = f"New this quarter: {named}." if first else "No theme is new this quarter."
    return _table_of_themes("themes", "Themes by quarter", seen.themes, f"How many things were said. {new}")


def _table_of_themes(name: str, heading: str, themes: Themes, words: str) -> Told:
    rows = tuple(
        TableRow(
            (f"{line.theme} (new)" if line.is_new else line.theme, *map(str, line.many), str(line.total)), line.total
        )
        for line in themes.lines
    )
    return Told(name, heading, words or "How many things were said.", ("Theme", *themes.columns, "In all"), rows)


def _promises(stands: Mapping[str, int]) -> Told:
    rows = tuple(TableRow((words, str(stands[key])), stands[key]) for key, words in _STANDS if stands.get(key))
    total = sum(stands.get(key, 0) for key, _words in _STANDS)
    kept = stands.get(Standing.KEPT, 0) + stands.get(Standing.KEPT_LATE, 0)
    words = f"{kept} of {counted(total, 'promise', 'promises')} kept."
    return Told("promises", "Promises", words, ("How it stands", "How many"), rows)


def _came(seen: OverTime) -> Told:
    rows = [TableRow((group.capitalize(), in_fives(n)), n // SMALL * SMALL) for group, n in seen.came.items()]
    rows += [TableRow((words.capitalize(), many)) for words, many in seen.first.items()]
    fives = "In fives, so that a number of last month taken from one of today tells of nobody."
    words = f"{counted(seen.sessions, 'session')} held. Somebody who came twice is counted twice by role. {fives}"
    return Told("came", "Who came", words, ("Who", "How many"), tuple(rows))


def _measures(measures: Sequence[Measure]) -> Told:
    rows = tuple(_measure_row(one) for one in measures)
    head = ("Question", "Before", "Now", "Change", "We aim for")
    return Told("measures", "Numbers before and after", NO_CAUSE, head, rows)


def _measure_row(one: Measure) -> TableRow:
    newest = one.after or one.baseline
    bar = None
    if newest is not None and one.unit is not MeasureUnit.NUMBER:
        bar = newest.value // (10 if one.unit is MeasureUnit.PERCENT else 1)
    aim = number(one.target) if one.target else ""
    if one.target is not None and one.target.by is not None:
        aim += f" by {dates.plain(one.target.by)}"
    if one.reached is not None:
        aim += ", reached" if one.reached else ", not reached"
    return TableRow((one.question, _number(one.baseline), _number(one.after), one.change, aim), bar)


def _number(row: GroupMeasure | None) -> str:
    if row is None:
        return ""
    parts = [number(row), *filter(None, (sample(row), dates.plain(row.on), row.source))]
    return "\n".join([parts[0], ", ".join(parts[1:])]) if parts[1:] else parts[0]


def sentences(told: Told) -> Iterator[str]:
    """Yield a table in sentences, for who hears it: each row with the heads of its columns."""
    for row in told.rows:
        named = [
            f"{head}: {cell}" if head else cell
            for head, cell in zip(told.head[1:], row.cells[1:], strict=False)
            if cell
        ]
        yield f"{row.cells[0]}. {'; '.join(named)}".replace("\n", ", ")
