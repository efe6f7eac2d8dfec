"""Formats that only people make, as rows of a list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import other_formats
from coprod_desktop.domain.week_after import FormatAsked, FormatState
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList

_ICONS = {FormatState.ASKED: "waiting", FormatState.MADE: "part", FormatState.CHECKED: "done"}


def row(form: FormatAsked) -> ListRow:
    """Return a format as it is shown and read out."""
    return ListRow(form.id, other_formats.called(form), other_formats.told(form), _ICONS[form.state])


class ByPeopleList(RowsList[FormatAsked]):
    """The list, so that the form can hold it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(row, "byPeopleList", "Formats that only people make", parent)
