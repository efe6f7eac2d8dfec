"""Two versions of a paper beside each other, and as a list of what changed; above them what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.agreed_compare import ComparedHeading, WhatBecame, WordsPiece, compare, differences, marked
from coprod_desktop.services.agreed import PaperHeld
from coprod_desktop.services.seen.agreed import history
from coprod_desktop.ui._forms.agreed_versions import Ui_AgreedVersionsForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.tab_order import as_they_stand

NONE = "Nothing is different."
_ONE = "There is one version so far. When a new one is begun, both stand here beside each other."


class AgreedVersionsDialog(QDialog):
    """What is new is underlined and what went is struck through, and both are told in words above."""

    def __init__(self, context: Context, held: PaperHeld, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._held = context, held
        self.ui = ui = Ui_AgreedVersionsForm()
        ui.setupUi(self)
        self.setObjectName("agreedVersions")
        self.setWindowTitle("Versions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.versionsTitle.setText(f"Versions of {held.paper.title}")
        ui.versionsHistory.setText("\n".join(history(held)))
        for one in held.versions:
            for pick in (ui.versionBefore, ui.versionAfter):
                pick.addItem(f"Version {one.n}", one.n)
        ui.versionAfter.setCurrentIndex(len(held.versions) - 1)
        ui.versionBefore.setCurrentIndex(max(0, len(held.versions) - 2))
        several = len(held.versions) > 1
        for part in (ui.versionsPick, ui.versionsLeft):
            part.setVisible(several)
        for browser in (ui.versionsLeft, ui.versionsRight):
            browser.setTabChangesFocus(True)
            browser.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            browser.setOpenLinks(False)
            Room(browser, 6)
        for pick in (ui.versionBefore, ui.versionAfter):
            pick.currentIndexChanged.connect(lambda _at: self._show())
        ui.versionsMake.clicked.connect(self._make)
        ui.versionsClose.clicked.connect(self.accept)
        as_they_stand(self)
        self._show()
        (ui.versionBefore if several else ui.versionsRight).setFocus()
        fit_screen(self, 1000, 680)

    def _show(self) -> None:
        ui = self.ui
        before = self._held.version(ui.versionBefore.currentData())
        after = self._held.version(ui.versionAfter.currentData())
        if len(self._held.versions) == 1:
            ui.versionsChanged.set_words(_ONE)
        else:
            ui.versionsChanged.set_words("\n".join(differences(before.parts, after.parts)) or NONE)
        rows = compare(before.parts, after.parts)
        ui.versionsLeft.setHtml(_page(f"Version {before.n}", [_side(row, new=False) for row in rows]))
        ui.versionsRight.setHtml(_page(f"Version {after.n}", [_side(row, new=True) for row in rows]))
        for browser, one in ((ui.versionsLeft, before), (ui.versionsRight, after)):
            browser.setAccessibleName(f"Version {one.n}")

    def _make(self) -> None:
        from coprod_desktop.ui.agreed.make_dialog import AgreedMakeDialog

        n = self.ui.versionAfter.currentData()
        AgreedMakeDialog(self._context, self._held.paper.id, n, self).open()


def _page(title: str, sides: Sequence[str]) -> str:
    return f"<h2>{escape(title)}</h2>{''.join(sides)}"


def _side(row: ComparedHeading, *, new: bool) -> str:
    heading, text = row.after if new else row.before
    if not heading:
        return ""
    whole = row.change in (WhatBecame.ADDED, WhatBecame.TAKEN_OUT)
    left, right = marked(row.before[1], row.after[1])
    pieces = right if new else left
    other = row.before[0] if new else row.after[0]
    said = [WordsPiece(heading, whole or heading != other)]
    words = _marked(pieces, new=new).replace("\n", "<br>") if text.strip() else "(nothing written)"
    return f"<h3>{_marked(said, new=new)}</h3><p>{words}</p>"


def _marked(pieces: Sequence[WordsPiece], *, new: bool) -> str:
    tag = "u" if new else "s"
    return "".join(f"<{tag}>{escape(p.words)}</{tag}>" if p.only_here else escape(p.words) for p in pieces)
