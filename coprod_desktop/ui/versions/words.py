"""How places with two versions are spoken of."""

from __future__ import annotations

from coprod_desktop.domain.counted import counted


def waiting(many: int) -> tuple[str, str, str]:
    """Return what Home says: the state, the words, and what its button says. No words: nothing waits."""
    if not many:
        return "info", "", ""
    places = counted(many, "place was", "places were")
    return "waiting", f"{places} changed on two laptops", "Choose what stands…"


def left(many: int) -> str:
    """Return how much is left to choose."""
    if not many:
        return "Nothing is left to choose."
    return counted(many, "place is left.", "places are left.")
