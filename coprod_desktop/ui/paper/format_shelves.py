"""The tick boxes of the formats: what people here read, and below "More" the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.domain.format_table import Format, Formats
from coprod_desktop.services.seen.paper import Shelves, Standing
from coprod_desktop.ui.widgets.text import Strong, Words


class FormatRow(QWidget):
    """One format: its tick box, how many people read it, and below what can be looked at closer."""

    def __init__(self, form: Format, closer: QPushButton | None) -> None:
        super().__init__()
        name = _camel(form.name)
        self.box = QCheckBox(form.short)
        self.count = Words("", tone="quiet", wrap=False)
        self.box.setObjectName(name)
        self.count.setObjectName(f"{name}Count")
        if form.more:
            self.box.setAccessibleName(form.more)
            self.box.setToolTip(form.more)
        column, line = QVBoxLayout(self), QHBoxLayout()
        for layout in (column, line):
            layout.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line.addWidget(self.box, 1)
        line.addWidget(self.count)
        column.addLayout(line)
        self.stops: list[QWidget] = [self.box]
        if closer is not None:
            self.take(closer)

    def take(self, closer: QPushButton) -> None:
        """Have a button below the tick box, and no longer wherever it was."""
        before = closer.parentWidget()
        if before is self:
            return
        if isinstance(before, FormatRow):
            before.stops.remove(closer)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(closer)
        self.stops.append(closer)

    def show_standing(self, standing: Standing, *, keep_tick: bool) -> None:
        """Show how the format stands for a paper; a tick somebody set stays."""
        self.count.setText(standing.note)
        self.box.setText(standing.words)
        self.box.setAccessibleDescription(standing.note)
        self.box.setEnabled(standing.there)
        if not keep_tick:
            self.box.setChecked(standing.ticked)


class FormatShelves(QObject):
    """Makes a row for each format and puts it on its shelf."""

    ticked = Signal(str)
    """Somebody ticked or unticked this format."""

    def __init__(
        self,
        forms: Formats,
        scroll: QScrollArea,
        read: QVBoxLayout,
        more: QVBoxLayout,
        closer: Mapping[str, QPushButton],
        changed: Callable[[], None],
    ) -> None:
        super().__init__(scroll)
        self._forms, self._scroll, self._read, self._more = forms, scroll, read, more
        self._shelves: Shelves | None = None
        self.rows = {form.name: FormatRow(form, closer.get(form.name)) for form in forms.rows}
        self._headings = {section: Strong(words) for section, words in forms.sections.items()}
        for section, heading in self._headings.items():
            heading.setObjectName(f"{section}Heading")
        for name, row in self.rows.items():
            row.box.toggled.connect(lambda _on: changed())
            row.box.clicked.connect(lambda _on, name=name: self.ticked.emit(name))
            row.box.installEventFilter(self)

    def put(self, shelves: Shelves) -> None:
        """Put every format on its shelf; below "More" lists and private files have a heading of their own."""
        if shelves == self._shelves:
            return
        self._shelves = shelves
        for name in shelves.read:
            self._read.addWidget(self.rows[name])
        first = next(iter(self._headings))
        for heading in self._headings.values():
            heading.hide()
        for form in self._forms.among(shelves.more):
            heading = self._headings[form.section]
            if form.section != first and heading.isHidden():
                self._more.addWidget(heading)
                heading.show()
            self._more.addWidget(self.rows[form.name])

    def stops(self, names: tuple[str, ...]) -> list[QWidget]:
        """Return where Tab stops in these formats, in their order."""
        return [stop for name in names for stop in self.rows[name].stops]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QCheckBox):
            self._scroll.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)


def _camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(word.capitalize() for word in rest)
