"""The paper: A4, its margins, and the room that is left for text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PageSize:
    """A4 in points, with its margins. Marks stand in the left margin, so it is the wider one."""

    head: float
    """Height of the running head."""
    foot: float
    """Height of the page number and what stands beside it."""
    left: float = 76.0
    right: float = 64.0
    width: float = 595.28
    height: float = 841.89
    edge: float = 40.0
    """From the edge of the paper to the running head."""

    @property
    def top(self) -> float:
        """Where the text begins, from above."""
        return self.edge + self.head + 18

    @property
    def bottom(self) -> float:
        """Where it ends, from below."""
        return self.edge + self.foot + 18

    @property
    def column(self) -> float:
        """Width of the text."""
        return self.width - self.left - self.right

    @property
    def room(self) -> float:
        """Height of the text."""
        return self.height - self.top - self.bottom
