"""What a dialog that makes papers asks in the same way everywhere: which formats, which template, into which folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QPushButton, QWidget

from coprod_desktop.domain.format_table import Formats
from coprod_desktop.errors import UserError
from coprod_desktop.ui.base.folders import ask_papers_folder, breakable, papers_folder
from coprod_desktop.ui.base.settings_file import SettingsFile
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.widgets.flow import FlowRow


class FormatBoxes:
    """A box for every format papers are made in, in a row that flows; `usual` are ticked at first."""

    def __init__(self, row: FlowRow, formats: Formats, usual: Sequence[str]) -> None:
        self.boxes: dict[str, QCheckBox] = {}
        for form in formats.rows:
            if form.private:
                continue
            self.boxes[form.name] = box = QCheckBox(form.words)
            box.setObjectName(f"format_{form.name}")
            box.setChecked(form.name in usual)
            row.add(box)

    def first(self) -> QCheckBox:
        """Return the first of them."""
        return next(iter(self.boxes.values()))

    def ticked(self, banner: Banner) -> tuple[str, ...]:
        """Return the formats that are ticked; with none, say so and go to the first box."""
        names = tuple(name for name, box in self.boxes.items() if box.isChecked())
        if not names:
            banner.tell_error(UserError("No format is ticked yet.", "Tick at least one."))
            self.first().setFocus()
        return names


class FolderChoice:
    """Where papers go: as the last time, until another folder is chosen."""

    def __init__(self, dialog: QWidget, push: QPushButton, words: QLabel, settings: SettingsFile) -> None:
        self._dialog, self._words, self._settings = dialog, words, settings
        icons.put(push, "folder")
        push.clicked.connect(self._choose)
        self.show(papers_folder(settings.read().papers))

    def show(self, folder: Path) -> None:
        """Say where they go."""
        self.folder = folder
        self._words.setText("Into " + breakable(folder))

    def _choose(self) -> None:
        found = ask_papers_folder(self._dialog, self._settings, self.folder)
        if found is not None:
            self.show(found)


class TemplateChoice:
    """A council's own Word template, while what is made can be filled into one."""

    def __init__(self, dialog: QWidget, push: QPushButton, without: QPushButton, words: QLabel) -> None:
        self._dialog, self._push, self._without, self._words = dialog, push, without, words
        self._path: Path | None = None
        self._open = False
        push.clicked.connect(self._choose)
        without.clicked.connect(self._forget)

    @property
    def path(self) -> Path | None:
        """The file; None for none, also where it was chosen for something else."""
        return self._path if self._open else None

    def offer(self, can: bool, otherwise: str = "") -> None:
        """Offer it or not; `otherwise` says why it is not offered yet."""
        self._open, path = can, self._path
        filled = f"Word is filled into {path.name}: where its headings match, and the rest at its end." if path else ""
        words = filled if can else otherwise
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._push.setVisible(can)
        self._without.setVisible(can and path is not None)

    def _choose(self) -> None:
        found, _ = QFileDialog.getOpenFileName(
            self._dialog, "Your council’s own Word template", "", "Word (*.docx *.dotx)"
        )
        if found:
            self._path = Path(found)
            self.offer(True)

    def _forget(self) -> None:
        self._path = None
        self._push.setFocus()  # before what has the focus goes
        self.offer(True)
