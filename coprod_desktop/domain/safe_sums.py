"""Counts of several sessions added up, so that no sum gives away a count that one session's own paper hides.

Who reads the sums may have every session's paper beside them, and knows how many answered at each. What `measures`
hides there must stay unknown: by the sums, by what is missing from a total, and by both together (practice D9).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coprod_desktop.domain.measures import FEWER, NOT_SHOWN, SMALL, Count, hidden, in_fives

STEP = 5
"""A sum that holds a hidden count is rounded to so many."""
_ABOUT = "about "
_Key = tuple[str, int]
"""An answer, and which of the sessions; below nought are sums."""
_NOTHING = ""
"""Of a count nothing is said."""


class _Known(NamedTuple):
    """What a reader knows: the first ones less the second ones make `total`."""

    plus: Sequence[_Key]
    minus: Sequence[_Key]
    total: int


def safe_sums(sessions: Sequence[Mapping[str, int]]) -> tuple[Count, ...] | None:
    """Add up each answer's counts; None when nothing of it can be shown. Each mapping is all who answered at one session.

    A sum below five is "fewer than 5"; one that holds a count hidden in its session is "about 15", or is not shown.
    """
    labels, tables, shown_in = _as_tables(sessions)
    if len(sessions) == 1:
        return shown_in[0]
    sums = {label: sum(one[label] for one in tables) for label in labels}
    shaky = {
        label
        for at, label in enumerate(labels)
        if any(lines is None or lines[at].hidden_as is not None for lines in shown_in)
    }
    as_shown = {
        label: FEWER if 0 < n < SMALL else _about(n) if label in shaky and n else None for label, n in sums.items()
    }
    reader = _Reader()
    for at, (one, lines) in enumerate(zip(tables, shown_in, strict=True)):
        reader.reads_paper(at, one, lines)
    safe = _least_hidden(reader, [(label, at) for at in range(len(tables)) for label in labels], -1, sums, as_shown)
    return None if safe is None else _counts(sums, safe[1])


def safe_series(sessions: Sequence[Mapping[str, int]]) -> tuple[Count, ...] | None:
    """Add up each answer's counts as a paper may that is made again after each session, all in fives; None when none can be shown.

    Who reads it may have it as it was after each of them: what comes in between is a session's own.
    """
    labels, tables, shown_in = _as_tables(sessions)
    sums, so_far, found = dict.fromkeys(labels, 0), _Reader(), None
    for at, (one, lines) in enumerate(zip(tables, shown_in, strict=True)):
        sums = {label: n + one[label] for label, n in sums.items()}
        so_far.reads_paper(at, one, lines)
        before = [(label, -at) for label in labels if at]
        parts = [*before, *((label, at) for label in labels)]
        as_shown = {label: in_fives(n) if n else None for label, n in sums.items()}
        safe = _least_hidden(so_far, parts, -at - 1, sums, as_shown)
        if safe is None:
            so_far.reads_sums(parts, -at - 1, sums, dict.fromkeys(labels, _NOTHING))
            found = None
        else:
            so_far, found = safe[0], _counts(sums, safe[1])
    return found


def _as_tables(
    sessions: Sequence[Mapping[str, int]],
) -> tuple[list[str], list[dict[str, int]], list[tuple[Count, ...] | None]]:
    """Return the answers, each session's counts of all of them, and what its own paper shows."""
    labels = list(dict.fromkeys(label for one in sessions for label in one))
    tables = [{label: one.get(label, 0) for label in labels} for one in sessions]
    return labels, tables, [hidden(list(one.items())) for one in tables]


def _counts(sums: Mapping[str, int], as_shown: Mapping[str, str | None]) -> tuple[Count, ...]:
    return tuple(Count(label, None if said else sums[label], said) for label, said in as_shown.items())


def _least_hidden(
    reader: _Reader, parts: Sequence[_Key], name: int, sums: Mapping[str, int], as_shown: Mapping[str, str | None]
) -> tuple[_Reader, dict[str, str | None]] | None:
    """Hide one sum after the other, the smallest first, until nothing is given away; None when something always is."""
    told = dict(as_shown)
    others = sorted((label for label, n in sums.items() if n >= SMALL), key=lambda label: sums[label])
    while True:
        knows = reader.copy()
        knows.reads_sums(parts, name, sums, told)
        if knows.may_still_be():
            return knows, told
        if not others:
            return None
        told[others.pop(0)] = NOT_SHOWN


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
    if said == _NOTHING:
        return 0, None
    if not said.startswith(_ABOUT):
        least, _, most = said.replace(",", "").partition(" to ")
        return int(least), int(most)
    near = int(said.removeprefix(_ABOUT))
    return max(SMALL, near - STEP // 2), near + STEP // 2


class _Reader:
    """Somebody with papers before them: what each count can be, for all that they know."""

    def __init__(self) -> None:
        self._low: dict[_Key, int] = {}
        self._high: dict[_Key, int] = {}
        self._unknown: list[_Key] = []
        self._known: list[_Known] = []
        self._of: dict[_Key, list[int]] = {}
        """Where in `_known` a count stands."""

    def copy(self) -> _Reader:
        """Return another who knows as much."""
        other = _Reader()
        other._low, other._high, other._unknown = dict(self._low), dict(self._high), list(self._unknown)
        other._known, other._of = list(self._known), {key: list(where) for key, where in self._of.items()}
        return other

    def reads_paper(self, at: int, one: Mapping[str, int], lines: Sequence[Count] | None) -> None:
        """Take in what a session's own paper shows; nothing of its counts when it withholds them."""
        total = sum(one.values())
        for line in lines or [Count(label, None, _NOTHING) for label in one]:
            key = (line.label, at)
            self._bound(key, one[line.label], line.hidden_as, total)
            if line.hidden_as is not None and not (lines is None and not 0 < one[line.label] < SMALL):
                self._unknown.append(key)
        self._learn([_Known([(label, at) for label in one], (), total)])

    def reads_sums(
        self, parts: Sequence[_Key], name: int, sums: Mapping[str, int], as_shown: Mapping[str, str | None]
    ) -> None:
        """Take in what is shown of sums of these parts; `name` is what the sums are called from now on."""
        total = sum(sums.values())
        by_label: dict[str, list[_Key]] = {}
        for part in parts:
            by_label.setdefault(part[0], []).append(part)
        for label, n in sums.items():
            self._bound((label, name), n, as_shown[label], total)
            if as_shown[label] in (FEWER, NOT_SHOWN):
                self._unknown.append((label, name))
        facts = [_Known(by_label[label], [(label, name)], 0) for label in sums]
        self._learn([*facts, _Known([(label, name) for label in sums], (), total)])

    def may_still_be(self) -> bool:
        """Tell whether every count that is hidden could still be another one."""
        return all(self._low[key] < self._high[key] for key in self._unknown)

    def _bound(self, key: _Key, n: int, said: str | None, total: int) -> None:
        self._low[key], most = between(n, said)
        self._high[key] = total if most is None else most

    def _learn(self, facts: Sequence[_Known]) -> None:
        """Narrow what each count can be by what is new, and by all that hangs on it, until nothing more follows."""
        new = len(self._known)
        self._known += facts
        for n, fact in enumerate(facts, new):
            for key in (*fact.plus, *fact.minus):
                self._of.setdefault(key, []).append(n)
        ahead = dict.fromkeys(range(new, len(self._known)))
        while ahead:
            fact = self._known[at := next(iter(ahead))]
            del ahead[at]
            for key in self._narrowed(fact):
                ahead |= dict.fromkeys(self._of[key])

    def _narrowed(self, fact: _Known) -> Iterator[_Key]:
        """Narrow the counts of one thing known; yield those that became narrower."""
        low, high = self._low, self._high
        least = sum(low[k] for k in fact.plus) - sum(high[k] for k in fact.minus)
        most = sum(high[k] for k in fact.plus) - sum(low[k] for k in fact.minus)
        for keys, added in ((fact.plus, True), (fact.minus, False)):
            for key in keys:
                if added:
                    at_least, at_most = fact.total - (most - high[key]), fact.total - (least - low[key])
                else:
                    at_least, at_most = least + high[key] - fact.total, most + low[key] - fact.total
                narrow = max(low[key], at_least), min(high[key], at_most)
                if narrow != (low[key], high[key]):
                    low[key], high[key] = narrow
                    yield key
