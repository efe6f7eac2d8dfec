"""What every verb is given."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import field

from coprod_desktop.domain.value import Value, value
from coprod_desktop.services.program.content import Content
from coprod_desktop.store.rescue import Rescue
from coprod_desktop.store.store import Store


@value
class Desk(Value):
    """The open workspace and the clock on the wall. Verbs take one of these and nothing global."""

    store: Store
    now: Callable[[], datetime.datetime]
    """Local time with its zone."""
    rescue: Rescue
    """Where words are kept that the workspace's folder will not take."""
    content: Content = field(repr=False)
    """What ships with the program: checklists, needs, formats, words to pick from."""

    def today(self) -> datetime.date:
        """Return today's local date."""
        return self.now().date()
