"""The number of a point: the same on every paper, letter and sheet of its session, so that people can say it back.

It is the number its key in the session file ends in. A point made here gets a key one above all numbers there were, so
it stays when points are added, moved or taken away, and comes back from a file. Where two points came with one number,
or a key has none, the point that was made first keeps it, and the others have the lowest that are free: those that come
later stand above them and change none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import count

_MOST = 999
_NUMBERED = re.compile(r"(?!.*\d{4})(?:.*\D)?0*([1-9]\d{0,2})")
"""Keys as "4", "P4", "promise-04" and "p9-3-4"; one with a longer number is a date or a reference, and nobody could say
it back."""


def numbers(keys: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return the number of each of a session's points, by id. `keys`: (id, key) of all of them, those taken away too."""
    found: dict[str, int] = {}
    taken: set[int] = set()
    waiting = []
    for id_, key in sorted(keys):
        own = _NUMBERED.fullmatch(key)
        number = int(own[1]) if own else 0
        if number and number not in taken:
            found[id_] = number
            taken.add(number)
        else:
            waiting.append(id_)
    return found | dict(zip(waiting, _free(taken), strict=False))


def next_key(keys: Iterable[tuple[str, str]]) -> str:
    """Return the key of a point that is made now: its number is above all there were."""
    taken = set(numbers(keys).values())
    above = max(taken, default=0) + 1
    return str(above if above <= _MOST else next(_free(taken)))


def _free(taken: Collection[int]) -> Iterator[int]:
    return (number for number in count(1) if number not in taken)


def typed_number(typed: str) -> int | None:
    """Return the number that was typed, as "3", "3." or "no. 3"; None for anything else."""
    said = re.fullmatch(r"\s*(?:point|no\.?|number)?\s*(\d{1,6})\s*\.?\s*", typed, re.IGNORECASE)
    return int(said[1]) if said else None


def in_words(known: Iterable[int]) -> str:
    """Return numbers in words, those in a row as one: "1 to 4, 7"."""
    rows: list[list[int]] = []
    for number in sorted(known):
        if rows and rows[-1][-1] == number - 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return ", ".join(f"{row[0]} to {row[-1]}" if len(row) > 1 else str(row[0]) for row in rows)
