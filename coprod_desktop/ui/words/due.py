"""What is said of records past the time they are kept."""

from __future__ import annotations

from coprod_desktop.domain.counted import counted


def past(many: int) -> tuple[str, str, str]:
    """Return what Home says of it; no words: nothing waits."""
    words = (
        counted(many, "record is past the time you keep it.", "records are past the time you keep them.")
        if many
        else ""
    )
    return "late", words, "Look at them…"
