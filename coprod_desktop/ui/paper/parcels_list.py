"""The list of who gets what: those for whom something is missing come first, with what it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.needs import By
from coprod_desktop.services.making.packs import Parcel
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.words.format import copies


@dataclass(frozen=True)
class ParcelLine:
    """One person on the plan."""

    parcel: Parcel

    @property
    def id(self) -> str:
        """The person's id."""
        return self.parcel.person


class ParcelsList(RowsList[ParcelLine]):
    """People, what they get, by which way, and what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_row, "parcelsList", "Everyone on the list, and what they get", parent)


def _row(line: ParcelLine) -> ListRow:
    parcel = line.parcel
    gets = copies(parcel.formats, parcel.large_pt) or "Nothing can be made for them"
    known = parcel.formats and parcel.way.by is not By.UNKNOWN
    way = ", ".join(filter(None, (parcel.way.by.value, parcel.way.where))) if known else ""
    detail = "\n".join(filter(None, (" · ".join(filter(None, (gets, way))), " ".join(parcel.missing))))
    if parcel.missing:
        return ListRow(line.id, parcel.name, detail, "look", "Something is missing")
    return ListRow(line.id, parcel.name, detail, "done", "Ready")
