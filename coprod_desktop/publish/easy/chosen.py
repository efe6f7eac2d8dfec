"""What people chose for an Easy Read paper: pictures for single sentences, and who checked it as it is now."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coprod_desktop.domain.easy_record import EasyPlace
from coprod_desktop.publish.document import Picture
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.pictures import picture


@dataclass(frozen=True, kw_only=True)
class EasyRead:
    """Pictures chosen by people for single sentences, and who checked the paper as it is now."""

    chosen: Mapping[str, Picture | None] = field(default_factory=dict)
    """By sentence_key of the sentence; None for "no picture here". Others are offered by their sense."""
    written: Mapping[tuple[str, str], Sequence[tuple[EasyPlace, str]]] = field(default_factory=dict)
    """What people wrote in place of a topic's first draft (publish.easy.written)."""
    place: Picture | None = None
    """A photo of the place, in the place of the symbol for one."""
    checked_by: str | None = None
    checked_on: datetime.date | None = None
    readers: str = ""
    """Names of those who read it and wish to be named."""

    def offered(self, suggested: str | None) -> Picture | None:
        """Return the picture of a sentence for which nobody chose: their own photo of the place, else the symbol."""
        if suggested == signs.PLACE and self.place is not None:
            return self.place
        return picture(suggested) if suggested else None

    @property
    def is_draft(self) -> bool:
        """True until a named group has checked it."""
        return not self.checked_by


def sentence_key(text: str) -> str:
    """Return a short code for a sentence: the same for the same words, whatever the spaces and capitals."""
    plain = " ".join(text.casefold().split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:16]
