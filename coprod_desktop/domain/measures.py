"""Numbers on a paper: rounded the way people round, in words that claim no cause, and small ones hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeVar

SMALL = 5
"""Counts of one to four can point at a person, so they are hidden (practice D9)."""
FEWER = f"fewer than {SMALL}"
NOT_SHOWN = "not shown"
_Part = TypeVar("_Part")


def half_up(value: Decimal, places: int = 0) -> Decimal:
    """Round as people do: a half goes up."""
    return value.quantize(Decimal(10) ** -places, rounding=ROUND_HALF_UP)


def percent(part: int, whole: int) -> int | None:
    """Return part of whole in percent; None when there is no whole."""
    return int(half_up(Decimal(100 * part) / whole)) if whole > 0 else None


def mean_stars(stars: Mapping[str, int]) -> float | None:
    """Return the mean of star ratings with one decimal."""
    forms = sum(stars.values())
    if forms <= 0:
        return None
    return float(half_up(Decimal(sum(int(star) * n for star, n in stars.items())) / forms, 1))


def star_counts(stars: Mapping[str, int] | None) -> dict[str, int]:
    """Return the ratings whose name is a number of stars, five first."""
    known = {s.strip(): n for s, n in (stars or {}).items() if s.strip().isdecimal() and int(s) <= 10}
    return dict(sorted(known.items(), key=lambda item: -int(item[0])))


def number(value: Any) -> Decimal | None:
    """Return a number exactly as it was written, None for anything else."""
    return Decimal(str(value)) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else None


def _shown(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def change(measure: Mapping[str, Any]) -> str | None:
    """Return "up 7.8 percentage points, from 58.3% of 412 people to 66.1% of 389 people"; None without both numbers."""
    before, after = number(measure.get("before_percent")), number(measure.get("after_percent"))
    if before is None or after is None:
        return None
    points = after - before
    size = _shown(abs(points))
    moved = (
        f"{'up' if points > 0 else 'down'} {size} percentage point{'' if size == '1' else 's'}"
        if points
        else "no change"
    )
    return f"{moved}, from {_of(before, measure.get('before_people'))} to {_of(after, measure.get('after_people'))}"


def baseline(measure: Mapping[str, Any]) -> str | None:
    """Return where we start from: "58.3% of 412 people". None without a number."""
    for share, people in (
        ("percent", "people"),
        ("before_percent", "before_people"),
        ("after_percent", "after_people"),
    ):
        value = number(measure.get(share))
        if value is not None:
            return _of(value, measure.get(people))
    return None


def target(measure: Mapping[str, Any]) -> str | None:
    """Return the share aimed for, as "75%"; None when there is none."""
    value = number(measure.get("target_percent"))
    return None if value is None else f"{_shown(value)}%"


FEW_ANSWERED = f"{FEWER} people answered, so the number is not told"
"""Stands in place of a number of a measure: of three people it would tell what each of them said."""


def of_few(measure: Mapping[str, Any]) -> bool:
    """Tell whether one to four people stand behind a number of a measure, whatever it counts in."""
    named = (measure.get(key) for key in ("people", "before_people", "after_people"))
    return any(isinstance(people, int) and 0 < people < SMALL for people in named)


def _of(share: Decimal, people: Any) -> str:
    return f"{_shown(share)}%" + (f" of {people} people" if isinstance(people, int) else "")


Group = tuple[str, Sequence[tuple[str, int]]]
"""What was asked, and how many gave each answer."""


@dataclass(frozen=True)
class Count:
    """One line of "about you": a number, or what is printed in its place."""

    label: str
    count: int | None
    hidden_as: str | None = None


@dataclass(frozen=True)
class Counts:
    """Counts that add up to one number of people. `heading` is empty when the file gave none."""

    heading: str
    lines: tuple[Count, ...]


def safe_counts(about_you: Mapping[str, Any] | None, forms: int | None) -> tuple[tuple[Counts, ...], bool]:
    """Return the groups that can be shown, and whether any had to be withheld whole.

    A mapping inside is a group. Of a flat list, runs that add up to the number of forms are taken as groups;
    when they do not come out even nobody can tell what belongs together, and nothing of it is shown.
    """
    groups, together = groups_of(about_you, forms)
    safe = [(heading, hidden(lines)) for heading, lines in groups]
    shown = tuple(Counts(heading, lines) for heading, lines in safe if lines is not None)
    return shown, not together or any(lines is None for _, lines in safe)


def groups_of(about_you: Mapping[str, Any] | None, forms: int | None) -> tuple[Sequence[Group], bool]:
    """Return the groups of "about you" as they were counted, and False when a flat list does not come apart.

    Nothing is hidden in them: what is shown goes through `safe_counts` or `safe_sums`.
    """
    flat = [(str(k), v) for k, v in (about_you or {}).items() if isinstance(v, int)]
    groups: list[Group] = []
    runs = _runs(flat, forms) if flat else []
    groups += [(_heading([label for label, _ in run]), run) for run in runs or ()]
    groups += [(str(k), list(v.items())) for k, v in (about_you or {}).items() if isinstance(v, Mapping)]
    return groups, runs is not None


def _heading(labels: Sequence[str]) -> str:
    """Return what the labels of a run have in common: "disabled" of "disabled: yes", "age" of "not said (age)"."""
    before = {label.partition(":")[0].strip() for label in labels}
    if len(before) == 1 and all(":" in label for label in labels):
        return before.pop()
    inside = {label.partition("(")[2].rstrip(") ") for label in labels if label.endswith(")") and "(" in label}
    return inside.pop() if len(inside) == 1 else ""


def _runs(flat: Sequence[tuple[str, int]], forms: int | None) -> list[list[tuple[str, int]]] | None:
    if not forms:
        return None
    runs: list[list[tuple[str, int]]] = []
    run: list[tuple[str, int]] = []
    for label, n in flat:
        if n == 0 and not run and runs:
            runs[-1].append((label, n))
            continue
        run.append((label, n))
        so_far = sum(count for _, count in run)
        if so_far > forms:
            return None
        if so_far == forms:
            runs.append(run)
            run = []
    return None if run else runs


def in_steps(n: int) -> str:
    """Return between which numbers a count lies: "0 to 4", "10 to 14".

    For counts that are given again on other days: from two of them nobody can tell by how much one grew, only that one
    which passed a step grew by one to nine. Beside a total in steps, up to three parts may still each be three numbers.
    """
    low = n // SMALL * SMALL
    return f"{low:,} to {low + SMALL - 1:,}"


def in_fives(people: int) -> str:
    """Return a count of people as every report over a time tells it: "fewer than 5", "10 to 14".

    Reports are made again, over other days: of the year, of each month, of the year without one month. The papers of two
    of them lie side by side, and the one is taken from the other. Two exact counts then tell how many people came in
    between, and that may be one of them. Two counts in steps tell either that it may be none, or that it may be five or
    more, and never that it is one to four.
    """
    return FEWER if people < SMALL else in_steps(people)


def parts_in_fives(parts: Iterable[tuple[_Part, int]]) -> tuple[tuple[_Part, str], ...]:
    """Return the parts of a count of people in fives, those that are 0 left out; none of a total under five.

    A part that is named is at least one: of a total of fewer than five, four that are named would be one each.
    """
    there = [(part, many) for part, many in parts if many]
    return tuple((part, in_fives(many)) for part, many in there) if sum(n for _, n in there) >= SMALL else ()


def hidden(lines: Sequence[tuple[str, int]]) -> tuple[Count, ...] | None:
    """Hide counts of one to four, then the smallest others, until no hidden count can be worked out from the total."""
    total = sum(n for _, n in lines)
    small = {i for i, (_, n) in enumerate(lines) if 0 < n < SMALL}
    others = sorted((i for i, (_, n) in enumerate(lines) if n >= SMALL), key=lambda i: lines[i][1])
    also: list[int] = []
    while small and not _safe([lines[i][1] for i in small], [lines[i][1] for i in also], total):
        if not others:
            return None
        also.append(others.pop(0))
    return tuple(
        Count(label, None, FEWER) if i in small else Count(label, None, NOT_SHOWN) if i in also else Count(label, n)
        for i, (label, n) in enumerate(lines)
    )


def _safe(small: Sequence[int], also: Sequence[int], total: int) -> bool:
    """Tell whether a reader who knows the total and the rule still cannot tell any hidden count.

    Each small one may be 1 to 4, each other 5 or more; what is hidden adds up to a number the reader knows.
    """
    left = sum(small) + sum(also)
    least = [1] * len(small) + [SMALL] * len(also)
    most = [SMALL - 1] * len(small) + [left] * len(also)
    return total >= SMALL and all(
        min(high, left - (sum(least) - low)) > max(low, left - (sum(most) - high)) for low, high in _pairs(least, most)
    )


def _pairs(least: Sequence[int], most: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from zip(least, most, strict=True)
