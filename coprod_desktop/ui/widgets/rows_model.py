"""A list of light values as a Qt model: appended, replaced and removed one by one, never reloaded for one row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class Shown(Protocol):
    """What a delegate can paint and a screen reader can say."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def spoken(self) -> str: ...  # noqa: D102


class Raw(Protocol):
    """What a query gives: anything with an id."""

    @property
    def id(self) -> str: ...  # noqa: D102


def sentence(*parts: str) -> str:
    """Join what there is with full stops, none of them doubled, for a screen reader to say in one go."""
    return " ".join(part if part.rstrip()[-1:] in ".!?…" else f"{part.rstrip()}." for part in parts if part.strip())


RawT = TypeVar("RawT", bound=Raw)


class RowsModel(QAbstractTableModel, Generic[RawT]):
    """Holds rows as the query gave them; `convert` makes the shown value when a row is painted or read out."""

    def __init__(self, convert: Callable[[RawT], Shown], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._convert = convert
        self._rows: list[RawT] = []
        self._at: dict[str, int] | None = None

    # ---- what Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        if role == ROW:
            return self._convert(self._rows[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._convert(self._rows[index.row()]).spoken
        return None

    # ---- what pages do

    def rows(self) -> Sequence[RawT]:
        """Return the rows as they are now."""
        return self._rows

    def set_rows(self, rows: Iterable[RawT]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._at = None
        self.endResetModel()

    def append(self, row: RawT) -> None:
        """Add a row at the end."""
        self.insert(len(self._rows), row)

    def insert(self, at: int, row: RawT) -> None:
        """Add a row before position `at`."""
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.insert(at, row)
        if self._at is not None and at == len(self._rows) - 1:
            self._at[row.id] = at
        else:
            self._at = None
        self.endInsertRows()

    def replace(self, row: RawT, old_id: str | None = None) -> bool:
        """Put a row in place of the one with its id (or `old_id`). Returns False when there is none."""
        at = self.row_of(old_id or row.id)
        if at is None:
            return False
        self._rows[at] = row
        if old_id is not None:
            self._at = None
        index = self.index(at, 0)
        self.dataChanged.emit(index, index)
        return True

    def put(self, row: RawT) -> None:
        """Replace the row with this id, or append it when there is none."""
        if not self.replace(row):
            self.append(row)

    def remove(self, row_id: str) -> bool:
        """Take a row away. Returns False when it was not there."""
        at = self.row_of(row_id)
        if at is None:
            return False
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[at]
        self._at = None
        self.endRemoveRows()
        return True

    def row_of(self, row_id: str) -> int | None:
        """Return the position of a row, None when it is not there."""
        if self._at is None:
            self._at = {row.id: i for i, row in enumerate(self._rows)}
        return self._at.get(row_id)

    def get(self, row_id: str) -> RawT | None:
        """Return the row with an id as the query gave it."""
        at = self.row_of(row_id)
        return None if at is None else self._rows[at]

    def id_at(self, at: int) -> str:
        """Return the id of the row at a position."""
        return self._rows[at].id
