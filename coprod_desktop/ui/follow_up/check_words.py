"""Check my words: make the sheets, and type back what people answered, by number."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from itertools import zip_longest
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services import words_checked
from coprod_desktop.services.making import check_words
from coprod_desktop.services.making.papers import Made
from coprod_desktop.services.seen.follow_up import FollowUp
from coprod_desktop.services.words_checked import WAYS, Checked, Choice, Line
from coprod_desktop.ui._forms.follow_up_check_words import Ui_FollowUpCheckWords
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import papers_folder
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.follow_up.checked_row import CheckedRow
from coprod_desktop.ui.follow_up.people_box import fill_people
from coprod_desktop.ui.paper.making import tell_made
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm
from coprod_desktop.ui.widgets.text import Words, restyle


class CheckWordsDialog(QDialog):
    """Nothing is taken for a yes: a line without an answer stays as it is."""

    def __init__(self, context: Context, shown: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, shown.session
        self.rows: list[CheckedRow] = []
        self.ui = ui = Ui_FollowUpCheckWords()
        ui.setupUi(self)
        self.setObjectName("followUpCheckWords")
        self.setWindowTitle("Check my words")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label in self.findChildren(Words):
            restyle(label)  # the form names their tone after the scroll area has styled them
        today = context.desk.today()
        for field, label, day in (
            (ui.backBy, ui.backByLabel, today + datetime.timedelta(check_words.DAYS)),
            (ui.on, ui.onLabel, today),
        ):
            field.set_name(field.objectName(), label.text())
            label.setBuddy(field.edit)
            field.today = context.desk.today
            field.set_date(day)
        ui.on.past = True
        for way in WAYS:
            ui.way.addItem(way[:1].upper() + way[1:], way)
        fill_people(ui.who, shown.readers)
        ui.who.currentIndexChanged.connect(lambda _at: self._read())
        ui.makeSheets.clicked.connect(self._make)
        ui.save.clicked.connect(self._save)
        ui.close.clicked.connect(self.reject)
        KeptForm(context, self, f"check_words:{self._session}", {"back_by": ui.backBy, "on": ui.on}, self._session)
        self.finished.connect(self._give_up_typing)
        self._show(())
        ui.who.setFocus()
        fit_screen(self, 720, 760)

    # ---- the lines

    def _read(self) -> None:
        person = self.ui.who.currentData()
        self._show(())
        if person is not None:
            self._context.runner.ask(words_checked.lines, self._session, person, done=self._show, owner=self)

    def _show(self, lines: Sequence[Line]) -> None:
        ui, column = self.ui, self.ui.lineRows
        for row in self.rows:
            column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [CheckedRow(line) for line in lines]
        for row, after in zip_longest(self.rows, self.rows[1:]):
            column.addWidget(row)
            row.changed.connect(self._show_button)
            row.keep_typing(self._context, self._session)
            row.done.connect(after.take_focus if after is not None else ui.save.setFocus)
        who = ui.who.currentText() if ui.who.currentData() else ""
        ui.makeSheets.setText(f"Make a sheet for {who}" if who else "Make a sheet for everyone")
        count = counted(len(lines), "thing")
        none = "Nothing is written down from them." if who else "Choose who answered."
        ui.answersState.show_state("info", f"{count} said. Keys 1 to 4 choose an answer." if lines else none)
        ui.howColumns.setVisible(bool(lines))
        self._show_button()

    def _give_up_typing(self) -> None:
        for row in self.rows:
            row.give_up_typing()

    def answers(self) -> dict[str, Checked]:
        """Return the answers so far, by the line's id."""
        return {row.line.entry.id: found for row in self.rows if (found := row.checked()) is not None}

    def _show_button(self) -> None:
        count = len(self.answers())
        self.ui.save.setText("Save 1 answer" if count == 1 else f"Save {count} answers" if count else "No answer yet")
        self.ui.save.setEnabled(bool(count))

    # ---- the sheets

    def _make(self) -> None:
        ui = self.ui
        ui.banner.clear()
        if not is_right(ui.banner, take_as_typed(ui.backBy)):
            return
        person, folder = ui.who.currentData(), papers_folder(self._context.settings.read().papers)
        self._context.runner.ask(
            partial(check_words.make, back_by=ui.backBy.date()), self._session, folder, [person] if person else None,
            done=partial(self._made, folder), failed=self._refused, owner=self,
        )  # fmt: skip

    def _made(self, folder: Path, made: Made) -> None:
        tell_made(self._context, made, folder)
        count = counted(len(made.paths), "file is made.", "files are made.")
        self.ui.banner.tell(count, f"In {folder / 'private'}", "done")

    # ---- saving

    def _save(self) -> None:
        ui, answers = self.ui, self.answers()
        ui.banner.clear()
        if not is_right(ui.banner, take_as_typed(ui.on)):
            return
        if any(checked.choice is Choice.NO_NAME for checked in answers.values()):
            name = ui.who.currentText()
            Ask(
                f"Leave {name}’s name off everything?",
                "A name cannot be left off one thing alone yet. Their name would go from everything they said, in "
                "every session. Ask them whether they want that. If not, leave this line without an answer.",
                "Yes, off everything",
                "No, I will ask them",
                partial(self._write, answers, without_name=True),
                self,
            ).open()
        else:
            self._write(answers)

    def _write(self, answers: dict[str, Checked], *, without_name: bool = False) -> None:
        ui = self.ui
        verb = partial(
            words_checked.write_down,
            on=ui.on.date() or self._context.desk.today(),
            way=ui.way.currentData(),
            without_name=without_name,
        )
        self._context.runner.do(
            verb, self._session, ui.who.currentData(), answers,
            done=self._saved, failed=self._refused, owner=self,
        )  # fmt: skip

    def _saved(self, _changes: Changes) -> None:
        count = len(self.answers())
        self._context.announce(counted(count, "answer saved.", "answers saved."))
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
