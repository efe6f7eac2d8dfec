"""Who is in the bank of people, and who is missing: numbers in fives, and what people typed of themselves or of the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from coprod_desktop.domain import measures
from coprod_desktop.domain.who_is_missing import Beside, Compared, Local
from coprod_desktop.domain.words import Group
from coprod_desktop.domain.year_record import InBank
from coprod_desktop.publish.public_text import PublicText
from coprod_desktop.publish.public_year import PublicBeside, PublicCompared, PublicInBank
from coprod_desktop.publish.snapshot import PublicCount

_NOBODY = "nobody"


class Let(Protocol):
    """The door, as a year goes through it."""

    def own(self, text: str) -> PublicText:
        """Return words of the program's own."""
        ...

    def __call__(self, row: str, words: str | None) -> PublicText | None:
        """Return what somebody typed, if it may go out."""
        ...


def told(found: InBank) -> Iterator[str]:
    """Yield every text that could be printed."""
    for _heading, said in found.alike:
        yield from said
    for one in found.missing.compared:
        yield one.characteristic
        for line in one.lines:
            yield line.answer
            if line.local is not None:
                yield line.local.source
    for figure in found.missing.not_asked:
        yield from (figure.characteristic, figure.answer, figure.source)


def view(let: Let, found: InBank, group_words: Iterable[tuple[Group, str]]) -> PublicInBank:
    """Return what may be printed of it. What is not let through is left out with its number."""
    own, row = let.own, found.id
    groups = [(words, found.groups.get(group, 0)) for group, words in group_words]
    return PublicInBank(
        people=measures.in_fives(found.people) if found.people else "",
        groups=tuple(
            PublicCount(label=own(words), count=None, hidden_as=own(many))
            for words, many in measures.parts_in_fives(groups)
        ),
        alike=tuple((own(heading), tuple(_alike(let, row, said.items()))) for heading, said in found.alike),
        first=tuple(PublicCount(label=own(who), count=None, hidden_as=own(many)) for who, many in found.first.items()),
        compared=tuple(
            one for compared in found.missing.compared if (one := _compared(let, row, compared)) is not None
        ),
        not_asked=tuple(words for figure in found.missing.not_asked if (words := _not_asked(let, row, figure))),
        unclear=found.missing.unclear,
    )


def _alike(let: Let, row: str, said: Iterable[tuple[str, int]]) -> Iterator[PublicCount]:
    for words, many in said:
        if (label := let(row, words)) is not None:
            yield PublicCount(label=label, count=None, hidden_as=let.own(measures.in_fives(many)))


def _compared(let: Let, row: str, one: Compared) -> PublicCompared | None:
    asked = let(row, one.characteristic)
    lines = tuple(line for beside in one.lines if (line := _beside(let, row, beside)) is not None)
    return None if asked is None else PublicCompared(asked=asked, answered=measures.in_fives(one.answered), lines=lines)


def _beside(let: Let, row: str, line: Beside) -> PublicBeside | None:
    answer = let(row, line.answer)
    if answer is None:
        return None
    many = line.count.hidden_as or (measures.in_fives(line.count.count) if line.count.count else _NOBODY)
    local = _figure(let, row, line.local) if line.local is not None else None
    return PublicBeside(answer=answer, many=let.own(many), local=local, fewer=line.fewer)


def _figure(let: Let, row: str, figure: Local) -> PublicText:
    source = let(row, figure.source) if figure.source else None
    return let.own(f"{figure.said}{f' ({source})' if source else ''}")


def _not_asked(let: Let, row: str, figure: Local) -> PublicText | None:
    asked, answer = let(row, figure.characteristic), let(row, figure.answer)
    if asked is None or answer is None:
        return None
    return let.own(f"{asked}, {answer}: {_figure(let, row, figure)}")
