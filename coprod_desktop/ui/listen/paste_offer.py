"""Several lines pasted into the capture line: a quiet offer to take them apart. Enter still saves them as one line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.listen.capture_line import CaptureLine
from coprod_desktop.ui.listen.more_menu import Here
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.text import Words

FEWEST = 3
"""So many lines with words in them look like notes; somebody's story told in two does not."""
AT_ONCE = 2
"""So many lines that come at once were pasted: nobody types so fast."""
KEY = "Ctrl+Shift+T"


class PasteOffer(FlowRow):
    """Stands above the capture line while what was pasted is in it."""

    def __init__(self, line: CaptureLine, here: Callable[[], Here | None], page: QWidget) -> None:
        """`here` says in which session they are taken apart."""
        super().__init__(parent=page)
        self.setObjectName("pasteOffer")
        self._line, self._here, self._before, self._offered = line, here, 0, False
        self._words = Words("", wrap=False)
        self._take = button("Take them apart", "pasteApart", kind="small")
        self._take.setToolTip(KEY.replace("+", " "))
        self._take.setAccessibleDescription(f"Key: {KEY.replace('+', ' ')}")
        self.add(self._words)
        self.add(self._take)
        self._take.clicked.connect(self.take)
        shortcut = QShortcut(QKeySequence(KEY), page)
        shortcut.activated.connect(self.take)
        line.field.document().contentsChanged.connect(self._typed)
        column = page.layout()
        if isinstance(column, QBoxLayout):
            column.insertWidget(column.indexOf(line), self)
        self.hide()

    def _typed(self) -> None:
        lines = sum(bool(part.strip()) for part in self._line.field.words().split("\n"))
        pasted, self._before = lines - self._before >= AT_ONCE, lines
        if lines < FEWEST or self._line.editing is not None:
            self._offered = False
            self.hide()
        elif pasted or self._offered:
            new, self._offered = not self._offered, True
            self._words.setText(
                f"This looks like {lines} lines of notes. Take them apart? Enter saves them as one line."
            )
            self.show()
            if new:
                announce(self, self._words.text())

    def take(self) -> None:
        """Take what is in the line apart, if it is offered; when nothing is taken in, the line has it again."""
        here, said = self._here(), self._line.said
        if not self._offered or here is None:
            return
        from coprod_desktop.ui.notes.notes_dialog import open_notes

        self._line.throw_away()
        self._line.hand_in_draft()
        dialog = open_notes(here.context, here.session, here.back, here.page, said.words)
        dialog.rejected.connect(dialog.forget)
        dialog.rejected.connect(lambda: self._line.put_back(said))
