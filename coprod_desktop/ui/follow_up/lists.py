"""The lists of the Follow up page and its dialogs, each with its rows, so that the forms can hold them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.record import Point, Session, Update
from coprod_desktop.services.changed_mind import Held
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.services.seen.follow_up import Reader
from coprod_desktop.services.seen.search import Followed
from coprod_desktop.ui.follow_up import words
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList


class PromisesList(RowsList[PromiseLine]):
    """Promises; those of another session than `session` say where they are from."""

    session = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self._row, "promisesList", "Promises, late ones first", parent)

    def _row(self, line: PromiseLine) -> ListRow:
        return words.promise(line, self.session)


class UpdatesList(RowsList[Update]):
    """Dated lines on one promise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(words.update, "updatesList", "How it went so far, oldest first", parent)


class ReadersList(RowsList[Reader]):
    """People and the copy they have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(words.reader, "readersList", "People of this session and their copy", parent)


@dataclass(frozen=True)
class Became:
    """A line someone said, with what it became."""

    followed: Followed

    @property
    def id(self) -> str:
        """The line's id."""
        return self.followed.entry.id


class BecameList(RowsList[Became]):
    """What someone said, and what it became."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            lambda line: words.became(line.followed), "becameList", "What they said, and what it became", parent
        )


class OldPapersList(RowsList[Held]):
    """Papers made before, each with everybody who has a copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(words.old_paper, "oldPapers", "Papers already made that may hold it", parent)


@dataclass(frozen=True)
class PointToCheck:
    """A point that was written from what was taken back."""

    session: Session
    point: Point

    @property
    def id(self) -> str:
        """The point's id."""
        return self.point.id


class PointsToCheck(RowsList[PointToCheck]):
    """Points whose wording and count have to be looked at again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            lambda row: ListRow(row.id, row.point.you_said, words.from_session(row.session), "look", "Look again"),
            "pointsToCheck",
            "Points that were written from those lines",
            parent,
        )
