"""What can be done with one line in the list: a menu, and the same by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from coprod_desktop.domain.words import EntryKind
from coprod_desktop.services.capture import EntryLine
from coprod_desktop.ui.listen import menus
from coprod_desktop.ui.listen.lines import Lines
from coprod_desktop.ui.listen.typed_line import LineBeingTyped, said_in
from coprod_desktop.ui.listen.voices import Voice, Voices
from coprod_desktop.ui.style import icons, theme


class RowActs(QObject):
    """Changes the line one is on. What needs asking first is asked by the page."""

    edit_wanted = Signal(str)
    strike_wanted = Signal(str)
    same_as_wanted = Signal(str)
    theme_wanted = Signal(str)
    risk_wanted = Signal(str)

    def __init__(self, lines: Lines, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines, self._parent = lines, parent
        self.voices = Voices()
        self.starter_themes: list[str] = []

    def open_menu(self, line_id: str, at: QPoint) -> None:
        """Show everything that can be done with a line."""
        line = self._lines.get(line_id)
        if line is None:
            return
        menu = menus.new(self._parent, "lineMenu", "This line")
        self._item(menu, "Change the words\tEnter", lambda: self.edit_wanted.emit(line_id), "edit")
        menus.kinds(menus.sub(menu, "What it is"), lambda kind: self.set_kind(line, kind), EntryKind(line.kind))
        menus.who(menus.sub(menu, "Who said it"), self.voices, lambda voice: self.set_voice(line, voice))
        menus.themes(
            menus.sub(menu, "Theme"), self._lines.themes(), self.starter_themes, lambda t: self.set_theme(line, t)
        )
        self._whose(menus.sub(menu, "Whose words"), line)
        quote = "Do not quote" if line.quote_ok else "May quote"
        self._item(menu, f"{quote}\tAlt Q", lambda: self.turn_quote(line), "quote")
        parked = "Not parked any more" if line.kind == EntryKind.PARKING_LOT else "Park it"
        self._item(menu, f"{parked}\tAlt P", lambda: self.turn_kind(line, EntryKind.PARKING_LOT))
        if line.unconfirmed:
            self._item(menu, "These are the words: confirm", lambda: self._lines.confirm(line_id), "check")
        self._item(menu, "It says the same as…\tAlt S", lambda: self.same_as_wanted.emit(line_id), "copy")
        menu.addSeparator()
        self._item(menu, "Don't write that down…\tDelete", lambda: self.strike_wanted.emit(line_id), "strike")
        self._item(menu, "Someone may be at risk…\tCtrl Shift R", lambda: self.risk_wanted.emit(line_id), "risk")
        menu.popup(at)

    def pick(self, what: str, line_id: str, at: QPoint) -> None:
        """Show one list for a line: "kind", "who" or "theme"."""
        line = self._lines.get(line_id)
        if line is None:
            return
        menu = menus.new(self._parent, f"line_{what}", "This line")
        if what == "kind":
            menus.kinds(menu, lambda kind: self.set_kind(line, kind), EntryKind(line.kind))
        elif what == "who":
            menus.who(menu, self.voices, lambda voice: self.set_voice(line, voice))
        elif what == "whose":
            self._whose(menu, line)
        else:
            menus.themes(menu, self._lines.themes(), self.starter_themes, lambda t: self.set_theme(line, t))
        menu.popup(at)

    def set_kind(self, line: EntryLine, kind: EntryKind) -> None:
        """Say what it is."""
        self._set(line, replace(self._said(line), kind=kind))

    def turn_kind(self, line: EntryLine, kind: EntryKind) -> None:
        """Make it this kind, or an ordinary line if it is this kind already."""
        self._set(line, self._said(line).turned(kind))

    def set_voice(self, line: EntryLine, voice: Voice) -> None:
        """Say who said it; permission to quote is that person's own."""
        self._set(line, self._said(line).by(voice))

    def set_theme(self, line: EntryLine, theme_words: str | None) -> None:
        """Give it a theme, "" for none; None asks for a new one."""
        if theme_words is None:
            self.theme_wanted.emit(line.id)
        else:
            self._set(line, replace(self._said(line), theme=theme_words))

    def turn_quote(self, line: EntryLine) -> None:
        """May it be quoted?"""
        self._set(line, self._said(line).quote_turned())

    def _whose(self, menu: QMenu, line: EntryLine) -> None:
        said = self._said(line)
        menus.whose(
            menu,
            self.voices,
            lambda who: self._set(line, said.spoken_for(who)),
            lambda whose: self._set(line, replace(said, whose=whose)),
            said.whose_now(),
        )

    def _said(self, line: EntryLine) -> LineBeingTyped:
        return said_in(line, self.voices)

    def _set(self, line: EntryLine, said: LineBeingTyped) -> None:
        self._lines.change(line.id, **said.differences(line))

    def _item(self, menu: QMenu, words: str, act: Callable[[], object], icon: str = "") -> None:
        action = menu.addAction(words)
        if icon:
            action.setIcon(icons.icon(icon, theme.tokens().text))
        action.triggered.connect(lambda: act())
