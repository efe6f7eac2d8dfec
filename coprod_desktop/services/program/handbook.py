"""The handbook that ships with the program: its pages, the facts in them, and which page belongs to where one is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from coprod_desktop import paths
from coprod_desktop.domain.handbook import HandbookPage, filled, parse

NAMES = (
    "before-the-first-session",
    "plan-a-session",
    "people",
    "on-the-day",
    "notes-from-elsewhere",
    "answer",
    "papers",
    "promises",
    "groups",
    "money",
    "keep-it-safe",
    "take-it-with-you",
    "for-the-it-department",
)
"""The pages in their order; each is a file of this name in resources/handbook."""
BELONGS: Mapping[str, str] = {
    "home": "before-the-first-session",
    "sessions": "plan-a-session",
    "get_ready": "plan-a-session",
    "people": "people",
    "find": "promises",
    "listen": "on-the-day",
    "room_screen": "on-the-day",
    "safeguarding": "on-the-day",
    "notes": "notes-from-elsewhere",
    "voting": "notes-from-elsewhere",
    "evaluation": "notes-from-elsewhere",
    "answer": "answer",
    "asking": "answer",
    "paper": "papers",
    "easy_read": "papers",
    "follow_up": "promises",
    "promises": "promises",
    "groups": "groups",
    "agreed": "groups",
    "dialogs.reports": "groups",
    "dialogs.waiting": "promises",
    "money": "money",
    "settings": "keep-it-safe",
    "bin": "keep-it-safe",
    "versions": "keep-it-safe",
    "window": "keep-it-safe",
    "welcome": "before-the-first-session",
    "unlock": "keep-it-safe",
    "bringBack": "keep-it-safe",
    "damaged": "take-it-with-you",
}
"""Where one is -> the page of the handbook. A page of the window, a door before them, the folder of ui/ that a dialog is
written in, or of those in `dialogs` the module."""


def text_of(name: str) -> str:
    """Return a page as it is written, with the program's own facts in it."""
    return filled(paths.resource("handbook", f"{name}.md").read_text("utf-8"), facts())


@cache
def load() -> tuple[HandbookPage, ...]:
    """Return every page, in their order."""
    return tuple(parse(name, text_of(name)) for name in NAMES)


def picture(name: str) -> Path:
    """Return the file of a picture."""
    return paths.resource("handbook", "pictures", f"{name}.png")


def belongs(where: str) -> str:
    """Return the name of the page for where one is: a page of the window, or a folder of dialogs. The first, if none is."""
    return BELONGS.get(where, NAMES[0])


@cache
def facts() -> Mapping[str, str]:
    """Return what the handbook says of the program, from where the program itself has it."""
    from coprod_desktop.domain import keeping
    from coprod_desktop.services.program import battery, content
    from coprod_desktop.services.sheets import KEPT_DAYS
    from coprod_desktop.store import ballast, here, key

    return {
        "backups newest": str(keeping.RECENT),
        "backups days": str(keeping.DAYS),
        "backups weeks": str(keeping.WEEKS),
        "struck weeks": str(keeping.GONE_WEEKS),
        "photo days": str(KEPT_DAYS),
        "battery": " and ".join(f"{part} %" for part in battery.TOLD_AT),
        "formats": str(len([form for form in content.load().formats.rows if not form.private])),
        "database file": here.DATABASE,
        "key files": " and ".join(key.FILES),
        "room file": ballast.FILE,
        "room size": f"{ballast.SIZE // 2**20} MB",
    }
