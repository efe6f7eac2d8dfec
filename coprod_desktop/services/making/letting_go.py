"""The memory of long papers: what they no longer need is let go before the next format takes its own room."""

from __future__ import annotations

import contextlib
import gc
import sys

from coprod_desktop.domain.check import known
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading


def before_drawing(desk: Desk) -> None:
    """Let go of the lists of words and of the database's pages: nothing that is drawn asks for them."""
    known.put_away()
    with desk.store.read() as connection:
        reading.let_go(connection)
    give_back()


def give_back() -> None:
    """Give back what is no longer used. Linux keeps it for the process until it is told."""
    gc.collect()  # a document and its pages point at each other, so they would stay for the next format
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(AttributeError, OSError):  # another C library has no such call
            ctypes.CDLL(None).malloc_trim(0)
