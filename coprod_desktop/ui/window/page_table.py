"""Which pages there are and where each is written. A page's module is imported when the page is first opened."""

from __future__ import annotations

import importlib
from typing import NamedTuple, cast

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.pages.base import Page

_PAGES = "coprod_desktop.ui.pages"


class PageSpec(NamedTuple):
    """A page's module in ui/pages, its class there, and the button on the left that stays marked while it is open."""

    module: str
    cls: str
    nav: str


PAGES: dict[str, PageSpec] = {
    "home": PageSpec("home", "HomePage", "home"),
    "sessions": PageSpec("sessions", "SessionsPage", "sessions"),
    "groups": PageSpec("groups", "GroupsPage", "groups"),
    "people": PageSpec("people", "PeoplePage", "people"),
    "promises": PageSpec("promises", "PromisesPage", "promises"),
    "settings": PageSpec("settings", "SettingsPage", "settings"),
    "find": PageSpec("find", "FindPage", ""),
    "get_ready": PageSpec("get_ready", "GetReadyPage", "sessions"),
    "listen": PageSpec("listen", "ListenPage", "sessions"),
    "answer": PageSpec("answer", "AnswerPage", "sessions"),
    "paper": PageSpec("paper", "PaperPage", "sessions"),
    "follow_up": PageSpec("follow_up", "FollowUpPage", "sessions"),
}
NAV = ("home", "sessions", "groups", "people", "promises", "settings")


def build(key: str, context: Context, parent: QWidget | None = None) -> Page:
    """Import and make a page."""
    spec = PAGES[key]
    module = importlib.import_module(f"{_PAGES}.{spec.module}")
    return cast(Page, getattr(module, spec.cls)(context, parent))
