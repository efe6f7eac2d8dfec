"""What was typed and could not be saved is kept elsewhere on this computer until it is (store/rescue.py)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from coprod_desktop.errors import FolderGone, NotOnDisk
from coprod_desktop.services.desk import Desk

_KEPT = (
    "Your words are kept on this computer, locked. Put the folder back, then lock and open the workspace: "
    "they are offered there."
)
_NOT_KEPT = "Your words could not be kept elsewhere either. Leave this window open, and copy them."


@contextlib.contextmanager
def over(
    desk: Desk, name: str, value: Callable[[], Mapping[str, Any] | None], *, draft: str | None = None
) -> Iterator[None]:
    """Hold words over the saving of them: when the disk will not take them they are kept by `name`, else no longer.

    `value` gives what to keep, None for nothing; `draft` names what the same words were kept by while they were typed.
    The error goes on to whoever called; it says where the words are now.
    """
    try:
        yield
    except NotOnDisk as wrong:
        kept = _keep(desk, name, value())
        if kept and draft is not None:
            desk.rescue.drop(draft)
        if isinstance(wrong, FolderGone) and kept is not None:
            raise FolderGone(wrong.what, _KEPT if kept else _NOT_KEPT) from wrong
        raise
    else:
        for done in (name, draft):
            if done is not None:
                desk.rescue.drop(done)


def _keep(desk: Desk, name: str, value: Mapping[str, Any] | None) -> bool | None:
    """Return whether it is kept; None when there was nothing to keep."""
    if value is None:
        desk.rescue.drop(name)
        return None
    try:
        desk.rescue.keep(name, value)
    except OSError:
        return False  # the same disk, most likely
    return True
