"""Menus of what a line is, who said it and its theme; each item has a letter, and words are shown as typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from coprod_desktop.domain.words import KIND_WORDS, SORT_WORDS, EntryKind, Sort, WhoseWords
from coprod_desktop.ui.listen.typed_line import WHOSE
from coprod_desktop.ui.listen.voices import NO_NAME, NOT_SAID, Voice, Voices

KIND_HINTS = {EntryKind.ACCESS_INCIDENT: "Alt+A", EntryKind.PARKING_LOT: "Alt+P"}


def kinds(menu: QMenu, picked: Callable[[EntryKind], object], now: EntryKind | None) -> None:
    """Fill a menu with what a line can be."""
    actions = _add(menu, [KIND_WORDS[kind] for kind in EntryKind])
    for kind, action in zip(EntryKind, actions, strict=True):
        if kind in KIND_HINTS:
            action.setText(f"{action.text()}\t{KIND_HINTS[kind].replace('+', ' ')}")
        action.setCheckable(True)
        action.setChecked(kind is now)
        action.triggered.connect(lambda _=False, kind=kind: picked(kind))


def sorts(menu: QMenu, picked: Callable[[Sort | None], object], now: Sort | None) -> None:
    """Fill a menu with what sort of thing was contributed."""
    every = (*Sort, None)
    words = [SORT_WORDS[sort] if sort else "None of these" for sort in every]
    for sort, action in zip(every, _add(menu, words), strict=True):
        action.setCheckable(True)
        action.setChecked(sort is now)
        action.triggered.connect(lambda _=False, sort=sort: picked(sort))


def who(menu: QMenu, voices: Voices, picked: Callable[[Voice], object], last: Voice = NOT_SAID) -> None:
    """Fill a menu with who can have said a line; the one who spoke last comes first."""
    first = [last] if last.words else []
    _voices(menu, [*first, *(v for v in voices.here if v != last), *([] if last == NO_NAME else [NO_NAME])], picked)
    if voices.roles:
        _voices(sub(menu, "By role only"), voices.roles, picked)
    if voices.others:
        _voices(sub(menu, "On the list, not here yet"), voices.others, picked)
    menu.addSeparator()
    _voices(menu, [NOT_SAID], picked, spelled="Not said who")


def whose(
    menu: QMenu,
    voices: Voices,
    spoken_for: Callable[[str | None], object],
    words: Callable[[WhoseWords], object],
    now: WhoseWords,
) -> None:
    """Fill a menu with whose words a line holds, and for whom it can have been said."""
    for kind, action in zip(WHOSE, _add(menu, list(WHOSE.values())), strict=True):
        action.setCheckable(True)
        action.setChecked(kind is now)
        action.triggered.connect(lambda _=False, kind=kind: words(kind))
    menu.addSeparator()
    for_whom(menu, voices, spoken_for)


def for_whom(menu: QMenu, voices: Voices, picked: Callable[[str | None], object]) -> None:
    """Fill a menu with for whom a line can have been said."""
    people = [v for v in (*voices.here, *voices.others) if v.speaker]
    for voice, action in zip(people, _add(menu, [f"For {v.words}" for v in people]), strict=True):
        action.triggered.connect(lambda _=False, voice=voice: picked(voice.speaker))
    _add(menu, ["For nobody else"])[0].triggered.connect(lambda: picked(None))


def themes(menu: QMenu, used: Sequence[str], starters: Sequence[str], picked: Callable[[str | None], object]) -> None:
    """Fill a menu with themes used so far, more to start from, and a way to name another. `picked(None)` asks for one."""
    for theme, action in zip(used, _add(menu, used), strict=True):
        action.triggered.connect(lambda _=False, theme=theme: picked(theme))
    more = [theme for theme in starters if theme not in used]
    place = sub(menu, "More themes") if used else menu
    for theme, action in zip(more, _add(place, more), strict=True):
        action.triggered.connect(lambda _=False, theme=theme: picked(theme))
    menu.addSeparator()
    another, none = _add(menu, ["Another theme…", "No theme"])
    another.triggered.connect(lambda: picked(None))
    none.triggered.connect(lambda: picked(""))


def new(parent: QWidget, name: str, title: str) -> QMenu:
    """Return an empty menu that goes when it is closed."""
    menu = QMenu(title, parent)
    menu.setObjectName(name)
    menu.setAccessibleName(title)
    menu.setToolTipsVisible(True)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def with_letters(words: Iterable[str]) -> list[str]:
    """Mark a letter of each item to press, a different one for each while letters last; "&" in words stays itself."""
    taken: set[str] = set()
    marked = []
    for item in words:
        at = next((i for i, c in enumerate(item) if c.isalnum() and c.casefold() not in taken), None)
        if at is None:
            marked.append(item.replace("&", "&&"))
            continue
        taken.add(item[at].casefold())
        marked.append(f"{item[:at].replace('&', '&&')}&{item[at:].replace('&', '&&')}")
    return marked


def _voices(menu: QMenu, voices: Sequence[Voice], picked: Callable[[Voice], object], spelled: str = "") -> None:
    for voice, action in zip(voices, _add(menu, [spelled or v.words for v in voices]), strict=True):
        action.triggered.connect(lambda _=False, voice=voice: picked(voice))


def _add(menu: QMenu, words: Sequence[str]) -> list[QAction]:
    # a tab in an item begins its key, so none may come from what people typed
    return [menu.addAction(item.replace("\t", " ")) for item in with_letters(words)]


def sub(menu: QMenu, words: str) -> QMenu:
    """Return a new menu that opens from an item of another."""
    made = QMenu(words, menu)
    menu.addMenu(made)
    return made
