"""Going round the parts of a window with F6."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def first_in(part: QWidget) -> QWidget | None:
    """Return the first control of a part that Tab would stop at, in reading order, or the part itself."""
    if _takes_focus(part):
        return part
    seen = part.nextInFocusChain()
    while seen is not None and seen is not part:
        if part.isAncestorOf(seen) and _takes_focus(seen):
            return seen
        seen = seen.nextInFocusChain()
    return None


def go_round(parts: Sequence[QWidget], way: int) -> None:
    """Give the focus to the next part (way 1) or the one before (-1) that has anything to stop at."""
    able = [(part, first) for part in parts if part.isVisible() and (first := first_in(part)) is not None]
    if not able:
        return
    now = QApplication.focusWidget()
    inside = [i for i, (part, _) in enumerate(able) if now is not None and (part is now or part.isAncestorOf(now))]
    at = inside[-1] + way if inside else 0
    able[at % len(able)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _takes_focus(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isEnabled() and widget.isVisible()
