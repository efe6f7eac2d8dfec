"""Small questions of the Listen page: strike a line, name a theme, say which line it repeats, someone at risk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain.record import Point, Session
from coprod_desktop.services.capture import EntryLine
from coprod_desktop.ui._forms.listen_risk import Ui_ListenRisk
from coprod_desktop.ui._forms.listen_same_as import Ui_ListenSameAs
from coprod_desktop.ui._forms.listen_strike import Ui_ListenStrike
from coprod_desktop.ui._forms.listen_theme import Ui_ListenTheme
from coprod_desktop.ui.listen.entry_rows import shown
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.entry_list import EntryList

SHOWN_OF_LONG = 400
"""Letters of a long line that a question repeats; the whole of it is in the list behind."""


class Question(QDialog):
    """A dialog as wide as its letters need, that goes when it is closed. `high`: it has a list, so give it room."""

    def __init__(self, title: str, parent: QWidget, *, letters: int = 56, high: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._letters, self._is_high = letters, high

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        parent, column = self.parentWidget(), self.layout()
        room = parent.window().size() if parent is not None else self.size()
        width = min(self._letters * self.fontMetrics().averageCharWidth(), room.width() - 32)
        needs = column.totalHeightForWidth(width) if column is not None else 0
        most = room.height() - 32
        self.resize(width, most if self._is_high else min(needs, most))


class StrikeQuestion(Question):
    """ "Don't write that down": says what goes, what stays, and that it cannot be undone. `accepted` means strike."""

    def __init__(self, line: EntryLine, points: Sequence[Point], parent: QWidget) -> None:
        super().__init__("Don't write that down", parent)
        self._form = form = Ui_ListenStrike()
        form.setupUi(self)
        self.setObjectName("strikeQuestion")
        form.strikeWords.setText(f"“{cut(line.text)}”")
        icons.put(form.strikeGo, "strike", "danger")
        if points:
            told = "\n".join(f"“{cut(point.you_said)}”" for point in points)
            form.strikePoints.setText(f"Written from it, and staying as they are until you change them:\n{told}")
        form.strikePoints.setVisible(bool(points))
        form.strikeKeep.clicked.connect(self.reject)
        form.strikeGo.clicked.connect(self.accept)
        form.strikeKeep.setFocus()


class RiskDialog(Question):
    """What to do when someone may be at risk."""

    take_out_wanted = Signal()
    throw_away_wanted = Signal()

    def __init__(self, session: Session | None, last: EntryLine | None, typing: bool, parent: QWidget) -> None:
        super().__init__("Someone may be at risk", parent)
        self._form = form = Ui_ListenRisk()
        form.setupUi(self)
        self.setObjectName("riskDialog")
        icons.put(form.riskTakeOut, "strike", "danger")
        form.riskRing.setText(ring_words(session))
        form.riskLine.setText(f"The last line: “{cut(last.text)}”" if last is not None else "")
        form.riskLine.setVisible(last is not None)
        form.riskTakeOut.setVisible(last is not None)
        form.riskThrowAway.setVisible(typing)
        form.riskTakeOut.clicked.connect(self._take_out)
        form.riskThrowAway.clicked.connect(self._throw_away)
        form.riskClose.clicked.connect(self.accept)
        form.riskClose.setFocus()

    def _take_out(self) -> None:
        self.accept()
        self.take_out_wanted.emit()

    def _throw_away(self) -> None:
        self._form.riskThrowAway.setVisible(False)
        self._form.riskClose.setFocus()
        self.throw_away_wanted.emit()


class ThemeQuestion(Question):
    """Asks for the name of a theme; `named` carries it."""

    named = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Another theme", parent)
        self._form = form = Ui_ListenTheme()
        form.setupUi(self)
        self.setObjectName("themeQuestion")
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


def ring_words(session: Session | None) -> str:
    """Return whom to ring."""
    name = session.lead_name if session is not None else None
    number = session.lead_phone if session is not None else None
    return f"Ring {name or 'your safeguarding lead'}{f': {number}' if number else ''}."


def cut(words: str, most: int = SHOWN_OF_LONG) -> str:
    """Return words, cut where they would fill the window."""
    return words if len(words) <= most else f"{words[:most].rstrip()}…"
