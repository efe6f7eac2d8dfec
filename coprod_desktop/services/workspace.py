"""The workspace itself: make it, open it, close it."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from coprod_desktop import paths
from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import NotOnDisk, ReadOnly, Upgraded, UserError
from coprod_desktop.services import clock_jumps, holds, sheets
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.program import content
from coprod_desktop.store import here, key, locking, store


def state(folder: Path) -> str:
    """Return "none" (nothing of a workspace here), "open" (no passphrase) or "locked".

    Raises UserError that names what is missing when only a part of a workspace is here.
    """
    if not here.anything(folder):
        return "none"
    wrong = here.trouble(folder)
    if wrong is not None:
        raise wrong
    return "locked" if key.needs_passphrase(here.keys(folder).vault) else "open"


def in_use(folder: Path) -> bool:
    """Tell whether a window or a command has the workspace open now."""
    return locking.in_use(folder)


def news(desk: Desk) -> tuple[UserError, ...]:
    """Return what to tell of the files of a workspace that opened: an upgrade, a key file put right, foreign copies."""
    read_from = desk.store.read_from
    only_read = ReadOnly(read_from) if read_from is not None else None
    clock = clock_jumps.news(desk) if only_read is None else None
    upgraded = Upgraded(desk.store.upgraded_from) if desk.store.upgraded_from and only_read is None else None
    found = (upgraded, desk.store.key_news, here.conflicts(read_from or desk.store.folder), only_read, clock)
    return tuple(told for told in found if told is not None)


def worry(folder: Path) -> str | None:
    """Return a sentence when the folder is a bad home for a workspace (synced, on a network), else None."""
    from coprod_desktop.store import places  # only who makes a workspace, or brings one back, waits for it

    return places.worry(folder)


def create(folder: Path, passphrase: str | None) -> None:
    """Make an empty workspace; None means anyone with this laptop can read it."""
    from coprod_desktop.services import keys

    keys.check_length(passphrase, "Three or four words you can remember are good.")
    store.create(folder, passphrase)


def get_ready() -> None:
    """Load what `unlock` needs, so that it is quick when somebody asks."""
    content.load()
    store.get_ready()


def unlock(folder: Path, secret: str | bytes | None, say: Callable[[str], object] = str) -> Desk:
    """Open a workspace and return the desk to work at; `say` hears what takes long: it comes from an older version.

    `secret` is a passphrase or a recovery code as typed, what the keyring holds, or None where there is no passphrase.
    """
    shipped = content.load()
    opened = store.open_store(folder, secret, say)
    desk = Desk(opened, lambda: datetime.datetime.now().astimezone(), opened.rescue_in(paths.kept_words()), shipped)
    with contextlib.suppress(NotOnDisk):  # it waits until the next time then: what is here can still be read
        holds.let_go(desk)
        sheets.take_out_past(desk)
    return desk


def close(desk: Desk) -> None:
    """Close the workspace; everything is on the disk already."""
    desk.store.close()


def check_passphrase(desk: Desk, passphrase: str | None) -> None:
    """Raise UserError unless this passphrase (None where there is none) opens the workspace."""
    key.unwrap(desk.store.key_file(), passphrase)


def undo(desk: Desk) -> Changes:
    """Take back the last step; Changes.said tells what that did, in the person's words."""
    from coprod_desktop.services import undo_words  # the first line typed does not wait for it

    step = undo_words.next_undo(desk)
    changes = desk.store.undo_last()
    return replace(changes, said=step.after if step is not None else changes.said)


def redo(desk: Desk) -> Changes:
    """Bring back the step that was undone last."""
    from coprod_desktop.services import undo_words

    step = undo_words.next_redo(desk)
    changes = desk.store.redo_last()
    return replace(changes, said=step.after if step is not None else changes.said)
