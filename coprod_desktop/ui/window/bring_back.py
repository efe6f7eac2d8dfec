"""The door to a backup: where it is, what is in it, what opens it, where the work is to live. One thing after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.ui._forms.bring_back import Ui_BringBack
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.base.folders import breakable, near
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets import in_view
from coprod_desktop.ui.widgets.narrow import Narrow
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList

if TYPE_CHECKING:  # the store is heavy; it is imported after the first paint
    from coprod_desktop.services.restore import Restored, Source
    from coprod_desktop.ui.window.shell import Shell

SHOWN = 4
"""Backups in view at once."""


@dataclass(frozen=True)
class Place:
    """A place that was looked at, and what is in it."""

    at: Path
    sources: Sequence[Source]
    needs_secret: bool


@dataclass(frozen=True)
class IsBack:
    """What was got back: its folder, what opens it, and what to say then."""

    folder: Path
    secret: str | None
    said: str
    state: str

    def tell(self, shell: Shell) -> None:
        """Say it."""
        shell.tell(self.said, f"It lives in {self.folder} now. Where it came from is as it was.", self.state)


class BringBack(Narrow):
    """`look_in` shows what is in a place; `begin` looks on sticks first, then in `folder`, a workspace that was asked for."""

    left = Signal()
    is_back = Signal(object)
    """IsBack: open it."""

    def __init__(self, folder: Path, worry: Callable[[Path], str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form = Ui_BringBack()
        form.setupUi(self)
        self.setObjectName("bringBack")
        self.banner = form.banner
        self._folder, self._worry = folder, worry
        self._runner: Runner | None = None
        self._place: Place | None = None
        self._to = folder
        self.list = RowsList["Source"](_row, "whichList", "Backups, the newest first", with_icons=False)
        Room(self.list, SHOWN * 2 + 1)
        column = QVBoxLayout(form.whichPlace)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        icons.put(form.choosePlace, "folder")
        icons.put(form.chooseTo, "folder")
        form.going.hide()
        form.choosePlace.clicked.connect(self._choose_place)
        form.chooseTo.clicked.connect(self._choose_to)
        form.secret.returnPressed.connect(self._bring_back)
        form.showTyped.toggled.connect(self._show_typed)
        form.bringBack.clicked.connect(self._bring_back)
        form.leaveIt.clicked.connect(self.left)
        self._show_place(None)

    def begin(self, runner: Runner) -> None:
        """Look for backups on the sticks and drives that are there, and in the workspace; what is found is shown."""
        self._runner = runner
        runner.run(partial(_look_around, self._folder), done=self._found, failed=_unheard, owner=self)

    def first_focus(self) -> QWidget:
        """Return the control to begin with."""
        first: QWidget = self._form.choosePlace
        return first

    def refuse(self, error: UserError) -> None:
        """Say what could not be done; everything chosen stays as it is."""
        self._set_busy(False)
        typed_again = self._place is not None and self._place.needs_secret
        self._put_banner(self._form.secretCard if typed_again else self._form.placeCard)
        self.banner.tell_error(error)
        if typed_again:
            self._form.secret.setFocus()
            self._form.secret.selectAll()
            in_view.bring(self._form.secret, self.banner)
        else:
            self.first_focus().setFocus()

    def _put_banner(self, above: QWidget) -> None:
        """Say what is wrong right above what it is about, so that both are in view in large print."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.removeWidget(self.banner)
        column.insertWidget(column.indexOf(above), self.banner)

    # ---- where it is, and what is in it

    def look_in(self, at: Path) -> None:
        """Show what is in a place."""
        if self._runner is not None:
            self.banner.clear()
            self._runner.run(partial(_look, at), done=self._found, failed=self.refuse, owner=self)

    def _found(self, place: Place | None) -> None:
        if place is None:
            return
        self._show_place(place)
        many = len(place.sources)
        announce(self, f"{many} found. The newest: {place.sources[0].words}")
        first = self._form.secret if place.needs_secret else self._form.bringBack
        first.setFocus()
        in_view.bring(first)

    def _show_place(self, place: Place | None) -> None:
        form, self._place = self._form, place
        if place is not None:
            form.placeWords.setText(breakable(place.at))
            self.list.items.set_rows(place.sources)
            self.list.go_to(place.sources[0].id)
            from coprod_desktop.services import restore

            self._show_to(restore.propose(self._folder))
        form.whichCard.setVisible(place is not None)
        form.toCard.setVisible(place is not None)
        form.secretCard.setVisible(place is not None and place.needs_secret)
        form.toHeading.setText(f"{4 if place is not None and place.needs_secret else 3}. Where your work will live")
        form.bringBack.setEnabled(place is not None)

    def _show_to(self, to: Path) -> None:
        self._to = to
        self._form.toWords.setText(breakable(to))
        worry = self._worry(to)
        self._form.toWorry.setVisible(worry is not None)
        if worry is not None:
            self._form.toWorry.show_state("look", worry)

    def _choose_place(self) -> None:
        at = self._place.at if self._place is not None else self._folder.parent
        found = QFileDialog.getExistingDirectory(self, "Where are the backups?", str(near(at)))
        if found:
            self.look_in(Path(found))

    def _choose_to(self) -> None:
        found = QFileDialog.getExistingDirectory(self, "Where should your work live?", str(near(self._to.parent)))
        if found:
            from coprod_desktop.services import restore

            chosen = Path(found)
            self._show_to(chosen if not any(chosen.iterdir()) else restore.propose(chosen / "x"))

    def _show_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._form.secret.setEchoMode(mode)

    # ---- getting it back

    def _bring_back(self) -> None:
        place, runner = self._place, self._runner
        if place is None or runner is None or not self._form.bringBack.isEnabled():
            return
        secret = self._form.secret.text() if place.needs_secret else None
        if place.needs_secret and not secret:
            self.refuse(UserError("Nothing is typed yet.", "Type the passphrase, or the recovery code."))
            return
        chosen = next((n for n, one in enumerate(place.sources) if one.id == self.list.current_id()), 0)
        self.banner.clear()
        self._set_busy(True)
        announce(self, "Getting it back. This can take a minute.")
        runner.run(
            partial(_restore, place.sources[chosen:], self._to, secret),
            done=partial(self._is_back, secret),
            failed=self.refuse,
            owner=self,
        )

    def _is_back(self, secret: str | None, done: tuple[Restored, str]) -> None:
        self._form.secret.clear()
        back, said = done
        self.is_back.emit(IsBack(back.folder, secret, said, "look" if back.passed_over or back.struck else "done"))

    def _set_busy(self, busy: bool) -> None:
        form = self._form
        form.bringBack.setEnabled(not busy and self._place is not None)
        form.bringBack.setText("Getting it back…" if busy else "Get it back")
        form.going.setVisible(busy)
        form.going.show_state("saving", "Copying, and looking at every page. This can take a minute.")


def _look(at: Path) -> Place:
    from coprod_desktop.services import restore

    found = restore.look_for_one(at)
    return Place(at, found, restore.needs_passphrase(found))


def _look_around(workspace: Path) -> Place | None:
    """Return the first place that has backups: a stick, another drive, then the workspace."""
    from coprod_desktop.services import restore

    for at in (*_drives(), workspace):
        if restore.may_hold(at):
            try:
                return _look(at)
            except UserError:
                continue
    return None


def _drives() -> Sequence[Path]:
    """Return where sticks and other drives are mounted that can be read now."""
    found = (drive for drive in QStorageInfo.mountedVolumes() if drive.isReady() and not drive.isRoot())
    return [Path(drive.rootPath()) for drive in found]


def _restore(sources: Sequence[Source], to: Path, secret: str | None) -> tuple[Restored, str]:
    import datetime

    from coprod_desktop.services import restore

    done = restore.restore(sources, to, secret)
    return done, restore.told(done, datetime.date.today())


def _row(source: Source) -> ListRow:
    return ListRow(source.id, source.words, source.why)


def _unheard(_error: UserError) -> None:
    """Nobody asked yet; they will choose a place."""
