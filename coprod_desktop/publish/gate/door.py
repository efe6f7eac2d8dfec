"""What the parts of the gate are given: someone who lets a text through, or does not."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.record import Entry, SessionRecord
from coprod_desktop.publish.snapshot import PublicText


class Door(Protocol):
    """The door of the gate. Nothing else makes PublicText."""

    record: SessionRecord
    said: PrintableLines
    as_of: date

    def own(self, text: str) -> PublicText:
        """Let through words this program made itself, from nothing private."""
        ...

    def written(self, subject: str, text: str | None, where: Where = Where.WRITTEN) -> PublicText | None:
        """Let through what a facilitator wrote; None when there is nothing. UserError while it is not settled."""
        ...

    def of_entry(self, entry: Entry, text: str | None, where: Where) -> PublicText | None:
        """Let through a text of one line; None when it is left out or not settled."""
        ...

    def named(self, subject: str, text: str | None) -> PublicText | None:
        """Let through who will do something, as that person chose to be named."""
        ...

    def without_name(self, text: str) -> PublicText | None:
        """Say what somebody on the list is called where no name may stand; None when a text names nobody on it."""
        ...

    def signature(self, entry: Entry) -> PublicText | None:
        """Say whose words they are, as that person chose; None for nobody's."""
        ...
