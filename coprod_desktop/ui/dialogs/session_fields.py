"""What the two dialogs about a session share: lists to pick from, and typed fields taken as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

NOT_SAID = "Not said"


def pick(box: QComboBox, words: Sequence[str], chosen: str | None, *, may_be_none: bool = False) -> None:
    """Fill a list to pick from; what stands now is in it even if it is none of ours. Values are in the item's data."""
    box.clear()
    if may_be_none:
        box.addItem(NOT_SAID, None)
    for word in dict.fromkeys([*words, *([chosen] if chosen else [])]):
        box.addItem(word[:1].upper() + word[1:], word)
    box.setCurrentIndex(max(box.findData(chosen), 0))
