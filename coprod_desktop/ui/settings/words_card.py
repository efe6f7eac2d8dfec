"""The list of hard words and plainer ones, which a workspace may change, and whether plain words help is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import plain_words
from coprod_desktop.services.plain_words import WordPair
from coprod_desktop.ui._forms.settings_words import Ui_SettingsWords
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.settings.reading_card import ReadingCard
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList

_LINES = 12
OURS = "Added or changed here"


@dataclass(frozen=True, slots=True)
class _Row:
    """A pair as a row of the list; its hard word is its id."""

    pair: WordPair

    @property
    def id(self) -> str:
        return self.pair.hard


class WordsCard(ReadingCard):
    """`set_up` once; the list is read when the card is first shown, and again whenever it has changed."""

    nouns = frozenset({"plain_word"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_SettingsWords()
        form.setupUi(self)
        self.setObjectName("wordsCard")
        self._pairs: tuple[WordPair, ...] = ()
        self._chosen = ""
        self._go_to = ""
        self._kept: list[KeptField] = []
        self.list: RowsList[_Row] = RowsList(_shown, "wordsList", "Hard words and plainer ones", with_icons=False)
        self.list.chooses_on_arrival = False  # else who goes past it to add a word would write over the first one
        form.wordsPlace.addWidget(self.list)
        Room(self.list, _LINES)
        QWidget.setTabOrder(form.findWord, self.list)
        QWidget.setTabOrder(self.list, form.hardWord)
        self._start_new()
        form.wordsState.hide()
        form.wordsNone.hide()
        self._connect()

    def _connect(self) -> None:
        form = self.form
        form.wordsOn.clicked.connect(self._switch)
        form.findWord.textChanged.connect(self._show)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        form.hardWord.returnPressed.connect(form.plainWord.setFocus)
        form.plainWord.returnPressed.connect(self._save)
        form.saveWord.clicked.connect(self._save)
        form.otherWord.clicked.connect(self._add_another)
        form.takeWord.clicked.connect(self._take_away)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._take_away)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

    def set_up(self, context: Context) -> None:
        """Give the card what pages have. Once."""
        super().set_up(context)
        self._kept = [KeptField(context, field) for field in (self.form.hardWord, self.form.plainWord)]
        self._keep_typing()
        self.form.wordsOn.setChecked(context.settings.read().plain_words)

    # ---- the list

    def _ask(self, context: Context) -> None:
        context.runner.ask(plain_words.pairs, done=self._loaded, owner=self)

    def _loaded(self, pairs: tuple[WordPair, ...]) -> None:
        self._pairs = pairs
        self._show()
        wanted, self._go_to = self._go_to, ""
        if wanted and self.list.go_to(wanted):
            self._choose(wanted)
        elif self._chosen and all(pair.hard != self._chosen for pair in pairs):
            self._start_new()

    def _show(self, *_: object) -> None:
        wanted = self.form.findWord.text().strip().casefold()
        rows = [_Row(p) for p in self._pairs if wanted in p.hard.casefold() or wanted in p.plain.casefold()]
        self.list.items.set_rows(rows)
        self.form.wordsNone.setVisible(bool(self._pairs) and not rows)
        self.form.wordsNone.setText("No such word in the list. Add it below.")
        if self._chosen:
            self.list.go_to(self._chosen)

    def _choose(self, hard: str) -> None:
        pair = next((pair for pair in self._pairs if pair.hard == hard), None)
        if pair is None or self._is_typed():
            return  # what is being typed stays until it is saved, or Enter opens another row
        self._chosen = hard
        self.form.hardWord.setText(pair.hard)
        self.form.plainWord.setText(pair.plain)
        for field in (self.form.hardWord, self.form.plainWord):
            field.setCursorPosition(0)
        self._keep_typing()
        self._show_acts()

    def _open(self, hard: str) -> None:
        self._typing_is_done()
        self._choose(hard)
        _go(self.form.plainWord)

    def _is_typed(self) -> bool:
        fields: tuple[QLineEdit, QLineEdit] = (self.form.hardWord, self.form.plainWord)
        return any(field.isModified() for field in fields)

    def _start_new(self) -> None:
        self._chosen = ""
        self._typing_is_done()
        self.form.hardWord.clear()
        self.form.plainWord.clear()
        self._keep_typing()
        self._show_acts()

    def _keep_typing(self) -> None:
        """The two fields are of the word that was chosen, or of a new one."""
        for name, kept in zip(("hard", "plain"), self._kept, strict=False):
            kept.show(f"plain_word:{self._chosen or 'new'}:{name}", kept.words())

    def _show_acts(self) -> None:
        form, is_new = self.form, not self._chosen
        form.wordsWhat.setText("Add a word" if is_new else "The word you are on")
        form.saveWord.setText("Add it" if is_new else "Change it")
        form.otherWord.setVisible(not is_new)
        form.takeWord.setVisible(not is_new)

    # ---- what the person does

    def _switch(self, on: bool) -> None:
        if self._context is not None:
            settings = self._context.settings
            settings.write(replace(settings.read(), plain_words=on))

    def _add_another(self) -> None:
        self._start_new()
        self.form.hardWord.setFocus()

    def _save(self) -> None:
        """Add the word, or change the one on the list that was chosen."""
        if self._context is None:
            return
        hard, plain = self.form.hardWord.text(), self.form.plainWord.text()
        self._context.runner.do(
            plain_words.put,
            hard,
            plain,
            instead_of=self._chosen,
            done=partial(self._saved, plain_words.key(hard)),
            failed=self._wrong,
            owner=self,
        )

    def _saved(self, hard: str, _changes: Changes) -> None:
        self._typing_is_done()
        for kept in self._kept:
            kept.give_up()
        self._chosen = self._go_to = hard
        self._keep_typing()
        self.form.findWord.clear()
        self._show_acts()
        self._say(f"Saved: “{hard}”.")

    def _wrong(self, error: UserError) -> None:
        self.form.wordsState.show_state("look", f"{error.what} {error.do}".strip())
        self.form.wordsState.show()
        assert self._context is not None
        self._context.announce(self.form.wordsState.text())
        _go(self.form.plainWord if self.form.hardWord.text().strip() else self.form.hardWord)

    def _take_away(self) -> None:
        """Take the row one is on off the list, and go to the one below it."""
        row = self.list.current_id()
        if self._context is not None and row is not None:
            at = self.list.items.row_of(row) or 0
            rows = self.list.items.rows()
            self._go_to = (rows[at + 1] if at + 1 < len(rows) else rows[at - 1]).id
            self._typing_is_done()
            done = partial(self._taken, row)
            self._context.runner.do(plain_words.take_away, row, done=done, failed=self._wrong, owner=self)

    def _taken(self, hard: str, _changes: Changes) -> None:
        self.list.setFocus()
        self._say(f"“{hard}” is off the list. Ctrl+Z brings it back.")

    def _typing_is_done(self) -> None:
        for field in (self.form.hardWord, self.form.plainWord):
            field.setModified(False)

    def _say(self, words: str) -> None:
        self.form.wordsState.show_state("done", words)
        self.form.wordsState.show()
        if self._context is not None:
            self._context.announce(words)


def _go(field: QLineEdit) -> None:
    field.setFocus()
    field.selectAll()


def _shown(row: _Row) -> ListRow:
    return ListRow(row.id, row.pair.hard, row.pair.plain + (f" · {OURS}" if row.pair.own else ""))
