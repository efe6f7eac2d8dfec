"""Small questions of the Listen page: strike a line, name a theme, say which line it repeats."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.services.capture import EntryLine
from coprod_desktop.services.seen.strike import BeforeStrike
from coprod_desktop.ui._forms.listen_same_as import Ui_ListenSameAs
from coprod_desktop.ui._forms.listen_strike import Ui_ListenStrike
from coprod_desktop.ui._forms.listen_theme import Ui_ListenTheme
from coprod_desktop.ui.listen.entry_rows import shown
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.dialogs import Fits, ShowAll
from coprod_desktop.ui.widgets.entry_list import EntryList
from coprod_desktop.ui.widgets.tab_order import as_they_stand
from coprod_desktop.ui.words import backup as backup_words
from coprod_desktop.ui.words import hold as hold_words

GOES = "The line goes as if it had never been written, from every list, search and paper. This cannot be undone."
HELD = (
    "The line goes out of sight at once, from every list, search and paper. This cannot be undone. "
    "It is removed for good when the hold on it ends."
)
SHOWN_OF_LONG = 400
"""Letters of a long line that a question repeats; the whole of it is in the list behind."""


class Question(QDialog):
    """A dialog as wide as its letters need, that goes when it is closed. `high`: it has a list, so give it room."""

    def __init__(self, title: str, parent: QWidget, *, letters: int = 56, high: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._letters, self._is_high = letters, high
        Fits(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        parent, column = self.parentWidget(), self.layout()
        room = parent.window().size() if parent is not None else self.size()
        width = min(self._letters * self.fontMetrics().averageCharWidth(), room.width() - 32)
        needs = column.totalHeightForWidth(width) if column is not None else 0
        most = room.height() - 32
        self.resize(width, most if self._is_high else min(needs, most))


class StrikeQuestion(QDialog):
    """ "Don't write that down": says what goes and when, what stays, and that it cannot be undone. `accepted`: strike."""

    def __init__(self, line: EntryLine, before: BeforeStrike, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Don't write that down")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = form = Ui_ListenStrike()
        form.setupUi(self)
        self.setObjectName("strikeQuestion")
        form.strikeWords.setText(f"“{beginning(line.text, SHOWN_OF_LONG)}”")
        icons.put(form.strikeGo, "strike", "danger")
        form.strikeWarning.setText(HELD if before.holds else GOES)
        form.strikeHeld.show_state("waiting", "\n".join(hold_words.why(hold) for hold in before.holds))
        form.strikeHeld.setVisible(bool(before.holds))
        form.strikeGo.setText("Take it out of sight" if before.holds else "Take it out for good")
        copies = backup_words.still_hold(before.copies)
        form.strikeCopies.setText(copies)
        form.strikeCopies.setVisible(bool(copies))
        if before.points:
            told = "\n".join(f"“{beginning(point.you_said, SHOWN_OF_LONG)}”" for point in before.points)
            form.strikePoints.setText(f"Written from it, and staying as they are until you change them:\n{told}")
        form.strikePoints.setVisible(bool(before.points))
        form.strikeKeep.clicked.connect(self.reject)
        form.strikeGo.clicked.connect(self.accept)
        ShowAll(self, form.strikeArea, 62)
        form.strikeKeep.setFocus()


class ThemeQuestion(Question):
    """Asks for the name of a theme; `named` carries it."""

    named = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Another theme", parent)
        self._form = form = Ui_ListenTheme()
        form.setupUi(self)
        self.setObjectName("themeQuestion")
        self.field = form.themeName
        form.themeUse.setDefault(True)
        form.themeUse.clicked.connect(self._use)
        form.themeCancel.clicked.connect(self.reject)
        form.themeName.setFocus()

    def _use(self) -> None:
        name = " ".join(self._form.themeName.text().split())
        if name:
            self.accept()
            self.named.emit(name)


class SameAsQuestion(Question):
    """Asks which line says the same; `chosen` carries its id, "" for none."""

    chosen = Signal(str)

    def __init__(self, lines: Sequence[EntryLine], now: str | None, parent: QWidget) -> None:
        super().__init__("Which line says the same?", parent, letters=72, high=True)
        self._form = form = Ui_ListenSameAs()
        form.setupUi(self)
        self.setObjectName("sameAsQuestion")
        self._lines = lines
        self.list = EntryList(shown, "sameList", "Lines that may say the same")
        column = QVBoxLayout(form.samePlace)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.list.opened.connect(self._choose)
        form.sameFilter.textChanged.connect(self._filter)
        form.sameUse.clicked.connect(lambda: self._choose(self.list.current_id() or ""))
        form.sameNone.setVisible(now is not None)
        form.sameNone.clicked.connect(lambda: self._done(""))
        form.sameCancel.clicked.connect(self.reject)
        self._filter("")
        as_they_stand(self)
        form.sameFilter.setFocus()

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        found = [line for line in self._lines if all(w in line.text.casefold() for w in wanted)]
        self.list.entries.set_rows(found)
        self._form.sameUse.setEnabled(bool(found))
        if found:
            self.list.go_to(found[0].id)

    def _choose(self, line_id: str) -> None:
        if line_id:
            self._done(line_id)

    def _done(self, line_id: str) -> None:
        self.accept()
        self.chosen.emit(line_id)
