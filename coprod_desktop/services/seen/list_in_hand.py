"""A list of people while it is looked at: what happens with each row, what is still to be said, and what comes in.

Without a window. Nothing is stored; `services.bring_in.people` stores what `chosen` returns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.counted import counted
from coprod_desktop.services.bring_in.people import Chosen
from coprod_desktop.services.bring_in.people_alike import Like
from coprod_desktop.services.bring_in.people_list.values import Differs, Listed, ListedRow, Refused, row_of

ASK, NEW, LEAVE = "ask", "new", "leave"
Answer = str | Like
"""What happens with a row: nobody has said yet, it is somebody new, it stays behind, or it is somebody known."""


@dataclass(frozen=True)
class Line:
    """One row of the list, and what happens with it. `takes` says of each of its `differs`: take it, keep, not said."""

    row: Listed | Refused
    answer: Answer
    takes: tuple[bool | None, ...] = ()

    @property
    def id(self) -> str:
        """The row's number."""
        return str(self.row.number)

    @property
    def is_exact(self) -> bool:
        """Whether somebody here has this name and this contact."""
        return isinstance(self.row, Listed) and self.row.same is not None

    @property
    def shows_differences(self) -> bool:
        """Whether it comes in as the person whom it differs from."""
        return isinstance(self.row, Listed) and isinstance(self.answer, Like) and self.answer.who == self.row.same

    @property
    def asks(self) -> bool:
        """Whether something is to be said before it can come in."""
        return self.answer == ASK or (self.shows_differences and None in self.takes)


def first_line(row: Listed | Refused) -> Line:
    """Return a row before anybody has said anything: who may be somebody known is asked about, never joined unasked."""
    if isinstance(row, Refused):
        return Line(row, LEAVE)
    answer = LEAVE if not row.ticked else ASK if row.like else NEW
    return Line(row, answer, (None,) * len(row.differs))


def answers(row: Listed) -> Sequence[tuple[str, Answer]]:
    """Return what can happen with a row, in words."""
    if not row.like:
        return (("Bring in", NEW), ("Leave out", LEAVE))
    same = [(f"The same person as {who_words(like)} ({like.why})", like) for like in row.like]
    return (("Choose", ASK), *same, ("Somebody else", NEW), ("Leave out", LEAVE))


def who_words(like: Like) -> str:
    """Return who a row may be: "row 3, Gareth D'Arcy", "Mo Adeyemi, who is here already"."""
    if isinstance(like.who, int):
        return f"row {row_of(like.who)}, {like.name}"
    return f"{like.name}, who is here already"


class ListInHand:
    """All rows of a list in their order. With `before`, what was said of the same rows before it was read again stays."""

    def __init__(self, found: ListedRow, before: ListInHand | None = None) -> None:
        every: list[Listed | Refused] = [*found.rows, *found.refused]
        rows = sorted(every, key=lambda row: (row_of(row.number), row.number))
        self.found = found
        self.lines = [first_line(row) for row in rows]
        self._at = {line.id: at for at, line in enumerate(self.lines)}
        self._said: dict[str, Answer] = dict(before._said) if before is not None else {}
        self._took: dict[tuple[str, Differs], bool | None] = dict(before._took) if before is not None else {}
        for row in self._said.keys() | {row for row, _ in self._took}:
            self._again(row)

    def get(self, row: str | None) -> Line | None:
        """Return a line by its row's number."""
        at = self._at.get(row or "")
        return None if at is None else self.lines[at]

    def answer(self, row: str, answer: Answer) -> Line | None:
        """Say what happens with a row. Returns the line as it is now; None when it cannot come in."""
        line = self.get(row)
        if line is None or isinstance(line.row, Refused):
            return None
        self._said[row] = answer
        return self._put(replace(line, answer=answer))

    def tick(self, row: str) -> Line | None:
        """Bring a row in, or leave it out. None when a question has to be answered instead, or nothing can be done."""
        line = self.get(row)
        if line is None or isinstance(line.row, Refused) or (line.row.like and line.answer == ASK):
            return None
        if line.answer != LEAVE:
            return self.answer(row, LEAVE)
        return self.answer(row, ASK if line.row.like else NEW)

    def take(self, row: str, at: int, take: bool | None) -> Line | None:
        """Say whether the list is right in one thing that differs, or what is written down here."""
        line = self.get(row)
        if line is None or isinstance(line.row, Refused) or at >= len(line.takes):
            return None
        self._took[row, line.row.differs[at]] = take
        return self._put(replace(line, takes=(*line.takes[:at], take, *line.takes[at + 1 :])))

    def exact(self) -> Sequence[Line]:
        """Return the rows, of those that come in, whose name and contact somebody here has."""
        return [line for line in self.lines if line.is_exact and line.answer != LEAVE]

    def answer_exact(self, *, take: bool | None) -> None:
        """Say of all exact matches at once: they are the same people; in what differs the list is right, or it is not."""
        for line in self.exact():
            assert isinstance(line.row, Listed)
            same = next(like for like in line.row.like if like.who == line.row.same)
            self.answer(line.id, same)
            for at in range(len(line.takes)):
                self.take(line.id, at, take)

    def first_open(self) -> Line | None:
        """Return the first row of which something is to be said."""
        return next((line for line in self.lines if line.asks), None)

    def chosen(self) -> list[Chosen]:
        """Return the rows that come in."""
        return [_chosen(line) for line in self.lines if line.answer not in (ASK, LEAVE)]

    def many(self) -> int:
        """Return how many people come in: two rows that are the same person are one."""
        rows = self.chosen()
        coming = {chosen.row.number for chosen in rows}
        new = sum(c.same_as is None or (isinstance(c.same_as, int) and c.same_as not in coming) for c in rows)
        return new + len({c.same_as for c in rows if isinstance(c.same_as, str)})

    def words(self) -> str:
        """Say how many come in, how many wait for a word and how many stay behind."""
        asked, behind = sum(line.asks for line in self.lines), sum(line.answer == LEAVE for line in self.lines)
        doubtful = sum(
            isinstance(line.row, Listed) and bool(line.row.doubts) and line.answer != LEAVE for line in self.lines
        )
        parts = [counted(self.many(), "person comes in", "people come in")]
        parts += [f"{counted(asked, 'row')} to choose"] if asked else []
        parts += [f"{counted(doubtful, 'row')} to check"] if doubtful else []
        parts += [f"{counted(behind, 'row')} left out"] if behind else []
        return f"{', '.join(parts)}."

    def exact_words(self) -> str:
        """Say how many rows are somebody who is here, and how many of them say something else; "" without any."""
        exact = self.exact()
        differ = sum(bool(line.takes) for line in exact)
        if not exact:
            return ""
        one = counted(
            len(exact), "row has the name and contact of somebody who is here already",
            "rows have the name and contact of people who are here already",
        )  # fmt: skip
        says = "it says" if len(exact) == 1 else counted(differ, "of them says", "of them say")
        return f"{one}; {says} something else now." if differ else f"{one}."

    def _put(self, line: Line) -> Line:
        self.lines[self._at[line.id]] = line
        return line

    def _again(self, row: str) -> None:
        """Say of a row what was said before it was read again, as far as it still can be."""
        line = self.get(row)
        if line is None or isinstance(line.row, Refused):
            return
        said = self._said.get(row, line.answer)
        answer = said if said in [answer for _, answer in answers(line.row)] else line.answer
        takes = tuple(self._took.get((row, one)) for one in line.row.differs)
        self._put(replace(line, answer=answer, takes=takes))


def _chosen(line: Line) -> Chosen:
    assert isinstance(line.row, Listed)
    same = line.answer.who if isinstance(line.answer, Like) else None
    taken = zip(line.row.differs, line.takes, strict=True) if line.shows_differences else ()
    return Chosen(line.row, same, tuple(differs for differs, take in taken if take))
