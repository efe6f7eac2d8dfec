"""What is said of what a newer version of this program made: what it is, that it is safe, what to do. Nothing is changed."""

from __future__ import annotations

from coprod_desktop.errors import NotWhole, UserError

_SAFE = "Nothing was changed, and everything in it is safe."
WORKSPACE = NotWhole(
    "A newer version of this program made this workspace.", f"{_SAFE} Open it with that version: install it here."
)
BACKUP = UserError(
    "A newer version of this program made this backup.",
    f"{_SAFE} Install that version here, then try again, or choose an older backup.",
)
