"""What can be done with the lines one is on in the list: a menu, and the same by keys; of several, in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.words import EntryKind, Publish, Sort
from coprod_desktop.services.capture import EntryLine
from coprod_desktop.ui.listen import menus
from coprod_desktop.ui.listen.lines import Lines
from coprod_desktop.ui.listen.typed_line import LineBeingTyped, said_in
from coprod_desktop.ui.listen.voices import Voice, Voices
from coprod_desktop.ui.style import icons, theme

SEEN_TO = {EntryKind.ACCESS_INCIDENT: "What was done…", EntryKind.PARKING_LOT: "How they hear back…"}
"""Lines that something is written down beside, and what."""


class RowActs(QObject):
    """Changes the line one is on, and those chosen with it. What needs asking first is asked by the page."""

    edit_wanted = Signal(str)
    strike_wanted = Signal(str)
    same_as_wanted = Signal(str)
    theme_wanted = Signal(str)
    risk_wanted = Signal(str)
    join_wanted = Signal(str)
    room_wanted = Signal(object)
    """The ids of lines that are to be shown in the room, or to be taken off."""
    seen_to_wanted = Signal(str)
    """What was done about an access problem, or how an answer comes to what was parked, is to be written down."""

    def __init__(self, lines: Lines, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines, self._parent = lines, parent
        self.voices = Voices()
        self.starter_themes: list[str] = []
        self._turned_off: dict[str, Circle] = {}
        """Of lines that were said not to be quoted here: who might read them before, should the key be pressed again."""

    def chosen_with(self, line_id: str) -> list[EntryLine]:
        """Return the line, with those that are chosen with it."""
        chosen = self._lines.list.chosen_ids()
        ids = chosen if line_id in chosen else [line_id]
        return [line for one in ids if (line := self._lines.get(one)) is not None]

    def open_menu(self, line_id: str, at: QPoint) -> None:
        """Show everything that can be done with a line; with several, what can be done with all of them."""
        lines = self.chosen_with(line_id)
        if not lines:
            return
        line, several = lines[0], len(lines) > 1
        menu = menus.new(self._parent, "lineMenu", f"These {len(lines)} lines" if several else "This line")
        if not several:
            self._item(menu, "Change the words\tEnter", lambda: self.edit_wanted.emit(line_id), "edit")
        menus.kinds(menus.sub(menu, "What it is"), lambda kind: self.set_kind(lines, kind), EntryKind(line.kind))
        menus.sorts(
            menus.sub(menu, "What sort"),
            lambda sort: self.set_sort(lines, sort),
            Sort(line.sort) if line.sort else None,
        )
        if not several:
            menus.who(menus.sub(menu, "Who said it"), self.voices, lambda voice: self.set_voice(line, voice))
        menus.themes(
            menus.sub(menu, "Theme"), self._lines.themes(), self.starter_themes, lambda t: self.set_theme(lines, t)
        )
        if not several:
            self._whose(menus.sub(menu, "Whose words"), line)
            quote = "Do not quote" if line.may_quote else "May quote"
            self._item(menu, f"{quote}\tAlt Q", lambda: self.turn_quote(line), "quote")
        else:
            said = [one for one in lines if one.kind != EntryKind.NOTE]
            for words, may in (("They may be quoted", True), ("Do not quote them", False)):
                self._item(menu, words, partial(self._quote_many, said, may=may), "quote" if may else "")
        parked = all(one.kind == EntryKind.PARKING_LOT for one in lines)
        self._item(
            menu,
            f"{'Not parked any more' if parked else 'Park'}\tAlt P",
            lambda: self.turn_kind(lines, EntryKind.PARKING_LOT),
        )
        if waiting := [one.id for one in lines if one.unconfirmed]:
            words = "These are the words: confirm" if len(waiting) == 1 else f"Confirm the words of {len(waiting)}"
            self._item(menu, words, lambda: self._lines.confirm(waiting), "check")
        ids = [one.id for one in lines]
        self._item(menu, "Show in the room, or take off\tAlt R", lambda: self.room_wanted.emit(ids), "screen")
        self._item(menu, f"{papers_words(lines)}\tAlt V", lambda: self.turn_papers(lines), "paper")
        if not several:
            self._item(menu, "It says the same as…\tAlt S", lambda: self.same_as_wanted.emit(line_id), "copy")
            seen_to = SEEN_TO.get(EntryKind(line.kind), "We have it: park it, and how they hear back…")
            self._item(menu, f"{seen_to}\tAlt E", lambda: self.seen_to_wanted.emit(line_id))
            self._item(menu, "Join it to the line before\tCtrl J", lambda: self.join_wanted.emit(line_id), "up")
            menu.addSeparator()
            self._item(menu, "Don't write that down…\tDelete", lambda: self.strike_wanted.emit(line_id), "strike")
            self._item(menu, "Someone may be at risk…\tCtrl Shift R", lambda: self.risk_wanted.emit(line_id), "risk")
        menu.popup(at)

    def pick(self, what: str, line_id: str, at: QPoint) -> None:
        """Show one list for the lines one is on: "kind", "who", "theme", "whose" or "for"."""
        lines = self.chosen_with(line_id)
        if not lines:
            return
        line = lines[0]
        menu = menus.new(self._parent, f"line_{what}", "This line")
        if what == "kind":
            menus.kinds(menu, lambda kind: self.set_kind(lines, kind), EntryKind(line.kind))
        elif what == "sort":
            menus.sorts(menu, lambda sort: self.set_sort(lines, sort), Sort(line.sort) if line.sort else None)
        elif what == "who":
            menus.who(menu, self.voices, lambda voice: self.set_voice(line, voice))
        elif what == "whose":
            self._whose(menu, line)
        elif what == "for":
            menus.for_whom(menu, self.voices, lambda who: self._set(line, self._said(line).spoken_for(who)))
        else:
            menus.themes(menu, self._lines.themes(), self.starter_themes, lambda t: self.set_theme(lines, t))
        menu.popup(at)

    def set_kind(self, lines: Sequence[EntryLine], kind: EntryKind) -> None:
        """Say what they are."""
        self._set_all(lines, lambda said: replace(said, kind=kind))

    def set_sort(self, lines: Sequence[EntryLine], sort: Sort | None) -> None:
        """Say what sort of thing they are."""
        self._set_all(lines, lambda said: replace(said, sort=sort))

    def turn_kind(self, lines: Sequence[EntryLine], kind: EntryKind) -> None:
        """Make them this kind, or ordinary lines if they are all of this kind already."""
        turned = EntryKind.CONTRIBUTION if all(line.kind == kind for line in lines) else kind
        self.set_kind(lines, turned)

    def turn_papers(self, lines: Sequence[EntryLine]) -> None:
        """Keep them off every paper, or let them on again if they all stay off."""
        self._lines.on_papers([line.id for line in lines], wanted=_all_off(lines))

    def set_voice(self, line: EntryLine, voice: Voice) -> None:
        """Say who said it; permission to quote is that person's own."""
        self._set(line, self._said(line).by(voice))

    def set_theme(self, lines: Sequence[EntryLine], theme_words: str | None) -> None:
        """Give them a theme, "" for none; None asks for a new one."""
        if theme_words is None:
            self.theme_wanted.emit(lines[0].id)
        else:
            self._set_all(lines, lambda said: replace(said, theme=theme_words))

    def turn_quote(self, line: EntryLine) -> None:
        """May it be quoted? Of several: all of them may, unless all may already."""
        several = [one for one in self.chosen_with(line.id) if one.kind != EntryKind.NOTE]
        if len(several) > 1:
            may = not all(one.may_quote for one in several)
            self._quote_many(several, may=may)
            return
        now = self._said(line)
        said = now.quote_turned()
        if said.quote:
            said = replace(said, circle=self._as_before(line))
        else:
            self._turned_off[line.id] = now.circle
        self._set(line, said)

    def _as_before(self, line: EntryLine) -> Circle:
        """Who may read it again: those who might before, or as the speaker said in general; never more by itself."""
        now = self._said(line)
        return self._turned_off.pop(line.id, now.voice.circle if now.voice.quote else now.circle)

    def _quote_many(self, lines: Sequence[EntryLine], *, may: bool) -> None:
        """Say it of several. What may be quoted already stays as it is: a yes for those who came becomes none for anyone."""
        changed = [line for line in lines if not (may and line.may_quote)]
        if not may:
            self._turned_off |= {line.id: self._said(line).circle for line in changed if line.may_quote}
            self._lines.quote_many([line.id for line in changed], may=False)
            return
        to: dict[Circle, list[str]] = {}
        for line in changed:
            to.setdefault(self._as_before(line), []).append(line.id)
        for circle, ids in to.items():
            self._lines.quote_many(ids, may=True, circle=circle)

    def turn_description(self, line: EntryLine) -> None:
        """Say that it is our description, or that it is not."""
        self._set(line, self._said(line).described())

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

    def _set_all(self, lines: Sequence[EntryLine], change: Callable[[LineBeingTyped], LineBeingTyped]) -> None:
        """Make the same change to every line that it changes anything of."""
        differ = {line.id: dict(fields) for line in lines if (fields := change(self._said(line)).differences(line))}
        if len(differ) > 1:
            self._lines.change_many(list(differ), **next(iter(differ.values())))
        for line_id, fields in differ.items() if len(differ) == 1 else ():
            self._lines.change(line_id, **fields)

    def _item(self, menu: QMenu, words: str, act: Callable[[], object], icon: str = "") -> None:
        action = menu.addAction(words)
        if icon:
            action.setIcon(icons.icon(icon, theme.tokens().text))
        action.triggered.connect(lambda: act())


def papers_words(lines: Sequence[EntryLine]) -> str:
    """Say what `turn_papers` does with these lines."""
    return "Let on papers" if _all_off(lines) else "Keep off papers"


def _all_off(lines: Sequence[EntryLine]) -> bool:
    return all(line.publish == Publish.NO for line in lines)
