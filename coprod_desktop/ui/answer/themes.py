"""The card on the left of the Answer page: choose a theme to see only that, rename one, start another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout

from coprod_desktop.services.seen.answer import ALL, brief
from coprod_desktop.ui._forms.answer import Ui_Answer
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList


class Themes(QObject):
    """Works the widgets of the card; gives what was chosen and what was typed."""

    chosen = Signal(str)
    """ALL, NO_THEME or "theme:" and its name."""
    renamed = Signal(str, str)
    """(old name, new name)"""

    def __init__(self, form: Ui_Answer, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self.list: RowsList[ListRow] = RowsList(
            lambda row: row, "themes", "Themes. Choose one to see only that", with_icons=False
        )
        holder = form.themesHolder.layout()
        assert isinstance(holder, QVBoxLayout)
        holder.addWidget(self.list)
        self.choice = ALL
        self._then: Callable[[str], None] | None = None
        self.list.chosen.connect(self._choose)
        form.renameTheme.clicked.connect(self._start_renaming)
        form.themesButton.clicked.connect(self._open_menu)
        form.columns.turned.connect(self._set_small)
        self._set_small(is_small=form.columns.folded)
        form.themeSave.clicked.connect(self._save)
        form.themeName.returnPressed.connect(self._save)
        form.themeCancel.clicked.connect(self._stop)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), form.themeEdit, self._stop)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        form.themeEdit.hide()

    def set_up(self, context: Context, session: Callable[[], str | None]) -> None:
        """Keep what is typed on the disk. Once."""
        self._kept, self._session = KeptField(context, self._form.themeName), session

    def show(self, themes: Sequence[tuple[str, str, int]]) -> None:
        """Show the themes with how many things people said of each."""
        rows = [ListRow(row_id, words, count=str(n)) for row_id, words, n in themes]
        ids = [row.id for row in rows]
        if self.choice not in ids:
            self.choice = ALL
        if ids == [row.id for row in self.list.items.rows()]:
            for row in rows:
                if self.list.items.get(row.id) != row:
                    self.list.items.replace(row)
        else:
            self.list.items.set_rows(rows)
        if self.list.current_id() != self.choice:
            self.list.go_to(self.choice)
        self._form.renameTheme.setEnabled(self.choice.startswith("theme:"))
        self._show_button()

    def go_to(self, choice: str) -> None:
        """Choose a theme."""
        self.list.go_to(choice)

    def ask(self, label: str, words: str, then: Callable[[str], None]) -> None:
        """Ask for a theme's name in the card and give it to `then`."""
        self._then = then
        self._form.themeNameLabel.setText(label)
        self._form.themeName.setText(words)
        self._form.themeName.selectAll()
        self._form.themeEdit.show()
        session = self._session()
        self._kept.show(f"theme:{session}:{label}", words, session=session)
        self._form.themeName.setFocus()

    def _choose(self, choice: str) -> None:
        if choice != self.choice:
            self.choice = choice
            self._form.renameTheme.setEnabled(choice.startswith("theme:"))
            self._show_button()
            self.chosen.emit(choice)

    def _set_small(self, is_small: bool) -> None:
        """Where the cards stand one below the other the themes are one button with a menu: the room is for the words."""
        form = self._form
        form.themesButton.setVisible(is_small)
        for one in (form.themesHeading, form.themesHolder, form.renameTheme, form.themesHint):
            one.setVisible(not is_small)
        policy = form.themesCard.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Maximum if is_small else QSizePolicy.Policy.Preferred)
        form.themesCard.setSizePolicy(policy)

    def _show_button(self) -> None:
        row = self.list.items.get(self.choice)
        if row is not None:
            words = f"{brief(row.title)} · {row.count}"
            self._form.themesButton.setText(words.replace("&", "&&"))
            self._form.themesButton.setAccessibleName(f"Theme: {row.title}, {row.count}. Choose another")

    def _open_menu(self) -> None:
        menu, button = QMenu(self._form.themesCard), self._form.themesButton
        menu.setObjectName("chooseTheme")
        menu.aboutToHide.connect(menu.deleteLater)
        for row in self.list.items.rows():
            act = menu.addAction(f"{brief(row.title)} · {row.count}".replace("&", "&&"), partial(self.go_to, row.id))
            act.setCheckable(True)
            act.setChecked(row.id == self.choice)
        menu.addSeparator()
        menu.addAction("Rename this theme…", self._start_renaming).setEnabled(self.choice.startswith("theme:"))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _start_renaming(self) -> None:
        old = self.choice.removeprefix("theme:")
        self.ask(f"A new name for {old}", old, lambda new: self._rename(old, new))

    def _rename(self, old: str, new: str) -> None:
        if new != old:
            self.choice = f"theme:{new}"
            self.renamed.emit(old, new)

    def _save(self) -> None:
        words, then = self._form.themeName.text().strip(), self._then
        if words and then is not None:
            self._stop()
            then(words)

    def _stop(self) -> None:
        self._kept.give_up()
        self._then = None
        self._form.themeEdit.hide()
        (self.list if self._form.themesButton.isHidden() else self._form.themesButton).setFocus()
