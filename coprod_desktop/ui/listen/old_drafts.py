"""What was typed in a session and never entered: which of it is offered, and where the next line is kept. Without a window."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.ids import new_id
from coprod_desktop.services.drafts import Kept

SHOWN = 160
"""Letters of a draft that are offered; all of it comes back."""


class OldDrafts:
    """`field` names the draft of the line being typed; `offered` are the old ones nobody has decided about."""

    def __init__(self, session: str, kept: Sequence[Kept]) -> None:
        own = f"capture:{session}"
        self.offered = [d for d in kept if d.field.startswith(own) or d.field == f"entry:{d.row}"]
        # an old draft stays where it is until someone decides about it
        self.field = f"{own}:{new_id()}" if any(d.field == own for d in self.offered) else own

    def words(self) -> str:
        """Offer the first of them; "" when there is none."""
        if not self.offered:
            return ""
        first = self.offered[0]
        what = "You were changing a line to" if first.row else "You had typed"
        return f"{what}: “{beginning(first.words, SHOWN)}”"

    def decided(self) -> Kept | None:
        """Somebody decided about the first: return it, and offer the next. None when there was none."""
        return self.offered.pop(0) if self.offered else None


def kept_in(field: str, editing: str | None) -> str:
    """Return the draft a line is kept in while it is typed: `field` for a new one, its own for one being changed."""
    return f"entry:{editing}" if editing else field
