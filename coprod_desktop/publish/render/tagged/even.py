"""Rows of pictures and words spread down their page, so that a page with fewer or shorter rows is not half empty."""

from __future__ import annotations

from coprod_desktop.publish.render.tagged.pages import Placed

_MOST = 40.0
"""Points more between two rows: further apart they would look like two papers."""


def spread(pages: list[Placed], room: float) -> list[Placed]:
    """Return the pages with what is left below shared out above their rows; the last page ends where it ends."""
    return [*(_spread(page, room) for page in pages[:-1]), *pages[-1:]]


def _spread(page: Placed, room: float) -> Placed:
    """Share out the room, but for what belongs to the heading above it."""
    opens = [bool(at) and not page[at - 1][0].keep_next for at in range(len(page))]
    if not any(opens):
        return page
    last, top = page[-1]
    more = min(max(room - top - last.height, 0.0) / sum(opens), _MOST)
    return [(piece, at + more * sum(opens[: number + 1])) for number, (piece, at) in enumerate(page)]
