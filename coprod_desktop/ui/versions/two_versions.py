"""Shows one place after the other that two laptops changed, ours and theirs side by side; one press lets one stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import versions
from coprod_desktop.services.seen import two_versions
from coprod_desktop.services.seen.two_versions import Place
from coprod_desktop.ui._forms.two_versions import Ui_TwoVersions
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.versions import words
from coprod_desktop.ui.widgets.dialogs import ShowAll
from coprod_desktop.ui.widgets.room import Room

HEADINGS = {False: ("Ours, on this laptop", "Theirs, from the file"), True: ("Stands now", "The other version")}
"""Whether the stricter one stands meanwhile -> the headings; one does not know then which laptop it is from."""
ACTS = {False: ("Keep ours", "Take theirs"), True: ("Keep what stands", "Take the other")}


class TwoVersionsDialog(QDialog):
    """Of one session, or of all. The next place comes by itself; closing leaves the others for later."""

    def __init__(self, context: Context, session: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._place: Place | None = None
        self._said = ""
        self.form = form = Ui_TwoVersions()
        form.setupUi(self)
        self.setObjectName("twoVersionsDialog")
        self.setWindowTitle("Two versions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.versionsTitle.setText("Two versions")
        for shown in (form.oursWords, form.theirsWords):
            Room(shown, 4)
        form.versionsOurs.clicked.connect(lambda: self._choose(theirs=False))
        form.versionsTheirs.clicked.connect(lambda: self._choose(theirs=True))
        form.versionsClose.clicked.connect(self.accept)
        ShowAll(self, form.versionsArea, 112)
        context.runner.changed.connect(self._changed)
        self._read()

    def _changed(self, changes: Changes) -> None:
        if any(True for _ in changes.all()):
            self._read()

    def _read(self) -> None:
        self._context.runner.ask(two_versions.read, self._session, done=self._show, owner=self)

    def _show(self, places: Sequence[Place]) -> None:
        """Stay at the place one is at, while it waits; else go to the next."""
        here = self._place.id if self._place is not None else ""
        place = next((p for p in places if p.id == here), places[0] if places else None)
        moved, self._place = place is None or place.id != here, place
        self.form.versionsTitle.setText(f"Two versions: {words.left(len(places))}")
        self._show_place(place)
        if moved:
            where = f"{place.field}. {place.what}." if place is not None else ""
            announce(self, " ".join(part for part in (self._said, words.left(len(places)), where) if part))
            self._said = ""
            (self.form.versionsOurs if place is not None else self.form.versionsClose).setFocus()

    def _show_place(self, place: Place | None) -> None:
        form = self.form
        for part in (form.versionsBoth, form.versionsField, form.versionsWhere, form.versionsOurs, form.versionsTheirs):
            part.setVisible(place is not None)
        form.versionsAbout.setVisible(place is not None and bool(place.about))
        form.versionsStricter.setVisible(place is not None and place.is_stricter)
        form.versionsClose.setText("Decide later" if place is not None else "Close")
        if place is None:
            return
        form.versionsWhere.setText(" · ".join(part for part in (place.session_title, place.what) if part))
        form.versionsField.setText(place.field)
        form.versionsAbout.setText(f"“{place.about}”")
        ours, theirs = HEADINGS[place.is_stricter]
        form.oursHeading.setText(ours)
        form.theirsHeading.setText(theirs)
        form.oursWords.setAccessibleName(ours)
        form.theirsWords.setAccessibleName(theirs)
        form.oursWords.setPlainText(place.ours)
        form.theirsWords.setPlainText(place.theirs)
        keep, take = ACTS[place.is_stricter]
        form.versionsOurs.setText(keep)
        form.versionsTheirs.setText(take)

    def _choose(self, *, theirs: bool) -> None:
        place = self._place
        if place is None:
            return
        self.form.versionsBanner.clear()
        self._said = "Theirs stands now." if theirs else "Kept as it was."
        self._context.runner.do(versions.choose, place.id, theirs=theirs, failed=self._refuse, owner=self)

    def _refuse(self, error: UserError) -> None:
        self._said = ""
        self.form.versionsBanner.tell_error(error)
