"""What can be shown to the room, as a menu: a letter each, and the key where there is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.room import RoomShows
from coprod_desktop.ui.room_screen.room_screen import RoomScreen
from coprod_desktop.ui.style.theme import Scheme

LETTERS = 48
SCHEMES = {Scheme.LIGHT: "Light", Scheme.DARK: "Dark", Scheme.HIGH_CONTRAST: "High contrast"}


@dataclass(frozen=True)
class ToShow:
    """What the session has to show beside what every session has."""

    themes: Sequence[str] = ()
    votes: Sequence[tuple[str, str]] = ()
    words_of: Callable[[str], str] = lambda _line: ""
    """The words of a line, by its id."""
    acts: Sequence[tuple[str, Callable[[], object]]] = field(default=())
    """More of what can be done here, each with its words."""


def open_menu(screen: RoomScreen, to_show: ToShow, message: Callable[[], object], parent: QWidget) -> QMenu:
    """Return the menu, filled."""
    menu = QMenu("Show in the room", parent)
    menu.setObjectName("roomMenu")
    menu.setAccessibleName("Show in the room")
    menu.aboutToHide.connect(menu.deleteLater)
    choice = screen.choice
    if screen.is_blank and choice.shows is not RoomShows.BLANK:
        _add(menu, f"Show again: {choice.shows.value.lower()}\tShift F8", screen.show_again)
        menu.addSeparator()
    for shows in (RoomShows.NOW, RoomShows.RULES, RoomShows.THEMES):
        _add(menu, shows.value, partial(screen.send, choice.showing(shows)))
    _sub(
        menu,
        "Read back a theme",
        [(t, partial(screen.send, choice.showing(RoomShows.READ_BACK, theme=t))) for t in to_show.themes],
    )
    _sub(menu, "A vote", [one for vote, question in to_show.votes for one in _vote(screen, vote, question)])
    _add(menu, "A message…", message)
    _add(menu, RoomShows.BREAK.value, partial(screen.send, choice.showing(RoomShows.BREAK)))
    lines = [
        (beginning(to_show.words_of(line) or "A line", LETTERS), partial(screen.take_off, line))
        for line in screen.shown_lines()
    ]
    _sub(menu, "Take a line off", lines)
    menu.addSeparator()
    _tick(_add(menu, "The next break, in the corner", screen.turn_break_at), on=choice.break_at)
    colours = _sub(menu, "Colours", [(w, partial(screen.set_scheme, s)) for s, w in SCHEMES.items()])
    for scheme, action in zip(SCHEMES, colours, strict=True):
        _tick(action, on=screen.look.scheme is scheme)
    if not screen.is_open:
        _add(menu, "In a window, to share in a call", screen.show_in_window)
    else:
        _add(menu, "Put the room screen away", screen.put_away)
    menu.addSeparator()
    for words, act in to_show.acts:
        _add(menu, words, act)
    return menu


def _vote(screen: RoomScreen, vote: str, question: str) -> list[tuple[str, Callable[[], object]]]:
    asked = screen.choice.showing(RoomShows.VOTE, rows=(vote,))
    words = beginning(question, LETTERS)
    return [
        (words, partial(screen.send, asked)),
        (f"With the result: {words}", partial(screen.send, replace(asked, results=True))),
    ]


def _add(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    action.triggered.connect(lambda: act())
    return action


def _sub(menu: QMenu, words: str, rows: Sequence[tuple[str, Callable[[], object]]]) -> list[QAction]:
    """Add a menu that opens from this one; none when there is nothing in it."""
    if not rows:
        return []
    inner = QMenu(words, menu)
    menu.addMenu(inner)
    return [_add(inner, label.replace("\t", " "), act) for label, act in rows]


def _tick(action: QAction, *, on: bool) -> None:
    action.setCheckable(True)
    action.setChecked(on)
