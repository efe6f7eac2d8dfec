"""What the head and the end of a paper are told from, whatever the paper is of: who it comes from and whom to ask."""

from __future__ import annotations

from typing import Protocol

from coprod_desktop.publish.public_text import PublicText
from coprod_desktop.publish.snapshot import PublicBrand, PublicElsewhere


class Branded(Protocol):
    """A session's snapshot, or a paper people agreed on, as far as head and end go."""

    @property
    def brand(self) -> PublicBrand | None:
        """Who it comes from."""

    @property
    def contact(self) -> PublicText | None:
        """Whom to ask about this in particular."""

    @property
    def elsewhere(self) -> tuple[PublicElsewhere, ...]:
        """Films and recordings of it."""
