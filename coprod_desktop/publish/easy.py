"""Easy Read: what a paper's tree becomes, and whose eyes have checked it. A draft until a named group has."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from coprod_desktop.publish.document import Picture


@dataclass(frozen=True, kw_only=True)
class EasyRead:
    """Pictures chosen by people for single sentences, and who checked the paper as it is now."""

    chosen: Mapping[str, Picture | None] = field(default_factory=dict)
    """By sentence_key of the sentence; None for "no picture here". Others are suggested from the word list."""
    checked_by: str | None = None
    checked_on: datetime.date | None = None

    @property
    def is_draft(self) -> bool:
        """True until a named group has checked it."""
        return not self.checked_by
