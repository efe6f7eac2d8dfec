"""Note who got which paper, how and when. Nobody gets what they do not read without a word about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services.making import as_read, packs
from coprod_desktop.services.making.as_read import NotAsRead, Unread
from coprod_desktop.services.members_check import NotLookedAt
from coprod_desktop.services.seen.follow_up import FollowUp, PaperLine, Reader, kind_of
from coprod_desktop.ui._forms.follow_up_sent import Ui_FollowUpSent
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.follow_up import words
from coprod_desktop.ui.follow_up.members_check import MembersCheckDialog
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.tick_list import Tick
from coprod_desktop.ui.words.format import format_words

AS_THEY_READ = "Each in the way they read"
BY_HAND = ("Printed", "Read out to them")
"""Ways to get a paper that are no file."""
_USUAL = ("html", "pdf")


class SentDialog(QDialog):
    """Shows everyone on the list, those without a copy first; nobody is left out of sight. `ticked` are ticked already."""

    def __init__(
        self, context: Context, shown: FollowUp, parent: QWidget | None = None, ticked: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self._context, self._shown = context, shown
        self._readers = {reader.id: reader for reader in shown.readers}
        self.ui = ui = Ui_FollowUpSent()
        ui.setupUi(self)
        self.setObjectName("followUpSent")
        self.setWindowTitle("Who got the paper")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._papers = _by_code(shown.of_kind)
        for paper in self._papers:
            ui.paper.addItem(words.copy_made(paper), paper.id)
        ui.on.set_name("on", "On which day")
        ui.onLabel.setBuddy(ui.on.edit)
        ui.on.today, ui.on.past = context.desk.today, True
        ui.on.set_date(context.desk.today())
        ui.who.stand_between(ui.on.edit, ui.save, ui.tickRest, ui.cancel)
        ui.who.show_ticks(Tick(r.id, r.name, words.reader(r).detail, r.id in ticked) for r in shown.readers)
        ui.paper.currentIndexChanged.connect(lambda _at: self._show_forms())
        ui.form.currentIndexChanged.connect(lambda _at: self._show_odd())
        ui.who.changed.connect(self._show_odd)
        ui.tickRest.clicked.connect(lambda: ui.who.tick(r.id for r in shown.readers if r.on is None or r.old))
        self._unread: Sequence[Unread] = ()
        self._asked: dict[str, tuple[str, ...]] | None = None
        """What was asked about: noting just that once more means that it did happen."""
        ui.banner.acted.connect(self._they_read_it)
        ui.save.clicked.connect(self._save)
        ui.cancel.clicked.connect(self.reject)
        self._show_forms()
        fit_screen(self, 600, 700)

    def _paper(self) -> PaperLine:
        chosen: int = self.ui.paper.currentIndex()
        return self._papers[chosen]

    def _show_forms(self) -> None:
        form = self.ui.form
        form.clear()
        form.addItem(AS_THEY_READ, None)
        for name in self._paper().formats:
            form.addItem(format_words(name), name)
        for way in BY_HAND:
            form.addItem(way, way)

    def _given(self) -> dict[str, tuple[str, ...]]:
        """Return what those who are ticked got: person -> formats."""
        form, made = self.ui.form.currentData(), self._paper().formats
        chosen = [self._readers[person] for person in self.ui.who.ticked()]
        if form is not None:
            return {reader.id: (form,) for reader in chosen}
        return {reader.id: _of_these(reader, made) for reader in chosen}

    def _show_odd(self) -> None:
        """Say who would be noted with what they do not read, or with nothing."""
        given = self._given()
        none = [self._readers[person].name for person, got in given.items() if not got]
        other = [self._readers[person] for person, got in given.items() if self._readers[person].other_than_read(got)]
        said = [f"{reader.name}: {words.how_they_read(reader)}. This is something else." for reader in other]
        if none:
            said.append(f"Not made in what they read, so nothing is noted: {', '.join(none)}.")
        self.ui.odd.show_state("look", "\n".join(said))
        self.ui.odd.setVisible(bool(said))

    def _save(self) -> None:
        ui = self.ui
        ui.banner.clear()
        if not is_right(ui.banner, take_as_typed(ui.on)):
            return
        on = ui.on.date() or self._context.desk.today()
        self._context.runner.do(
            packs.note_sent,
            self._shown.session,
            self._paper().id,
            self._given(),
            on,
            as_it_was=self._asked == self._given(),
            done=self._saved,
            failed=self._refused,
            owner=self,
        )

    def _they_read_it(self) -> None:
        """They said so: it is written down with their needs, and is not asked again."""
        self._context.runner.do(
            as_read.note,
            self._shown.session,
            self._unread,
            done=lambda _: self._save(),
            failed=self._refused,
            owner=self,
        )

    def _saved(self, _changes: Changes) -> None:
        count = sum(bool(got) for got in self._given().values())
        self._context.announce("Noted for 1 person." if count == 1 else f"Noted for {count} people.")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
        if isinstance(error, NotAsRead):
            self._unread, self._asked = error.rows, self._given()
            self.ui.save.setText("Note it all the same")
            self.ui.banner.tell(error.what, error.do, "waiting", "They read this too")
            self.ui.banner.button.setFocus()
            return
        if isinstance(error, NotLookedAt):
            kind = kind_of(self._paper())
            first = MembersCheckDialog(self._context, self._shown.session, kind, self)
            first.accepted.connect(self._save)
            first.open()


def _by_code(papers: Sequence[PaperLine]) -> list[PaperLine]:
    """Return one line for all copies that say the same, with every format they were made in; newest first."""
    found: dict[str, PaperLine] = {}
    for paper in papers:
        first = found.setdefault(paper.fingerprint, paper)
        formats = tuple(dict.fromkeys((*first.formats, *paper.formats)))
        found[paper.fingerprint] = first._replace(formats=formats)
    return list(found.values())


def _of_these(reader: Reader, made: Sequence[str]) -> tuple[str, ...]:
    """Return what this person gets of the formats a paper was made in; either usual one when nobody asked them."""
    theirs = tuple(name for name in reader.gets if name in made)
    if theirs or reader.asked or not reader.may_contact:
        return theirs
    return tuple(name for name in _USUAL if name in made)[:1]
