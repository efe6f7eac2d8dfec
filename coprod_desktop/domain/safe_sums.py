"""Counts of several sessions added up, so that no sum gives away a count that one session's own paper hides.

Who reads the sums may have every session's paper beside them, and knows how many answered at each. What `measures`
hides there must stay unknown: by the sums, by what is missing from a total, and by both together (practice D9).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coprod_desktop.domain.measures import FEWER, NOT_SHOWN, SMALL, Count, hidden

STEP = 5
"""A sum that holds a hidden count is rounded to so many."""
_ABOUT = "about "
_Key = tuple[str, int]
"""An answer, and which of the sessions; -1 is all of them together."""


class _Known(NamedTuple):
    """What a reader knows: the first ones less the second ones make `total`."""

    plus: Sequence[_Key]
    minus: Sequence[_Key]
    total: int


def safe_sums(sessions: Sequence[Mapping[str, int]]) -> tuple[Count, ...] | None:
    """Add up each answer's counts; None when nothing of it can be shown. Each mapping is all who answered at one session.

    A sum below five is "fewer than 5"; one that holds a count hidden in its session is "about 15", or is not shown.
    """
    labels = list(dict.fromkeys(label for one in sessions for label in one))
    tables = [{label: one.get(label, 0) for label in labels} for one in sessions]
    sums = {label: sum(one[label] for one in tables) for label in labels}
    shown_in = [hidden(list(one.items())) for one in tables]
    shaky = {
        label
        for at, label in enumerate(labels)
        if any(lines is None or lines[at].hidden_as is not None for lines in shown_in)
    }
    as_shown: dict[str, str | None] = {
        label: FEWER if 0 < n < SMALL else _about(n) if label in shaky and n else None for label, n in sums.items()
    }
    if len(sessions) == 1:
        return shown_in[0]
    others = sorted((label for label, n in sums.items() if n >= SMALL), key=lambda label: sums[label])
    while not _keeps(tables, shown_in, sums, as_shown):
        if not others:
            return None
        as_shown[others.pop(0)] = NOT_SHOWN
    return tuple(Count(label, None if said else sums[label], said) for label, said in as_shown.items())


def _about(n: int) -> str:
    return f"{_ABOUT}{STEP * round(n / STEP)}"


def between(n: int, said: str | None) -> tuple[int, int | None]:
    """Return the least and the most that what is shown of a count can mean; of one that is not shown there is no most."""
    if said is None:
        return n, n
    if said == FEWER:
        return 1, SMALL - 1
    if said == NOT_SHOWN:
        return SMALL, None
    near = int(said.removeprefix(_ABOUT))
    return max(SMALL, near - STEP // 2), near + STEP // 2


def _keeps(
    tables: Sequence[Mapping[str, int]],
    shown_in: Sequence[Sequence[Count] | None],
    sums: Mapping[str, int],
    as_shown: Mapping[str, str | None],
) -> bool:
    """Tell whether every count that is hidden could still be another one, for all that a reader knows."""
    low: dict[_Key, int] = {}
    high: dict[_Key, int] = {}
    known: list[_Known] = []
    unknown: list[_Key] = []
    for at, (one, lines) in enumerate(zip(tables, shown_in, strict=True)):
        total = sum(one.values())
        for line in lines or [Count(label, None, "") for label in one]:
            key = (line.label, at)
            withheld = lines is None
            low[key], most = (0, None) if withheld else between(one[line.label], line.hidden_as)
            high[key] = total if most is None else most
            if line.hidden_as is not None and not (withheld and not 0 < one[line.label] < SMALL):
                unknown.append(key)
        known.append(_Known([(label, at) for label in one], (), total))
    total = sum(sums.values())
    for label, n in sums.items():
        key = (label, -1)
        low[key], most = between(n, as_shown[label])
        high[key] = total if most is None else most
        if as_shown[label] in (FEWER, NOT_SHOWN):
            unknown.append(key)
        known.append(_Known([(label, at) for at in range(len(tables))], [key], 0))
    known.append(_Known([(label, -1) for label in sums], (), total))
    _narrow(known, low, high)
    return all(low[key] < high[key] for key in unknown)


def _narrow(known: Sequence[_Known], low: dict[_Key, int], high: dict[_Key, int]) -> None:
    """Narrow what each count can be by all that is known, until nothing more follows."""
    before = None
    while before != (before := sum(high.values()) - sum(low.values())):
        for fact in known:
            least = sum(low[k] for k in fact.plus) - sum(high[k] for k in fact.minus)
            most = sum(high[k] for k in fact.plus) - sum(low[k] for k in fact.minus)
            for key in fact.plus:
                at_most, at_least = fact.total - (least - low[key]), fact.total - (most - high[key])
                low[key], high[key] = max(low[key], at_least), min(high[key], at_most)
            for key in fact.minus:
                at_most, at_least = most + low[key] - fact.total, least + high[key] - fact.total
                low[key], high[key] = max(low[key], at_least), min(high[key], at_most)
