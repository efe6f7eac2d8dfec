"""What a folder holds of a workspace: nothing, all of it, or a part, and then which part is missing, in a sentence."""

from __future__ import annotations

import re
from pathlib import Path

from coprod_desktop.errors import NotWhole, UserError
from coprod_desktop.store import key, pages

DATABASE = "workspace.db"
_OWN = frozenset({DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", *key.FILES})
_FILES = "(?:workspace|vault-copy|vault)"
_CONFLICT = re.compile(
    rf"""^(?:
        {_FILES}(?: \ ?\(.+\)     # workspace (1).db, workspace (Ann's conflicted copy 2026-01-01).db
          | \ \d+                 # workspace 2.db
          | \ -\ .+               # workspace - Copy.db
          | _conf.*               # workspace_conf(1).db
          | \.sync-conflict-.*    # workspace.sync-conflict-20260101-101010-ABC.db
        )
        | copy\ of\ {_FILES}
    )\.(?:db|json)(?:-wal|-shm)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_DEVICE = re.compile(rf"^{_FILES}-([\w-]+)\.(?:db|json)(?:-wal|-shm)?$", re.IGNORECASE)
"""vault-LAPTOP7.json: what OneDrive makes. Names of our own are small letters, and numbers after a word for why."""
_OURS = ("before-", "damaged", "of-another", "kept", "salvaged", "part", "restored")


def conflict_copies(folder: Path) -> tuple[str, ...]:
    """Return the names of the copies that a program which copies folders made of this workspace's files."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return ()
    return tuple(name for name in names if name not in _OWN and _is_conflict(name))


def _is_conflict(name: str) -> bool:
    device = _OF_DEVICE.match(name)
    if device is None:
        return _CONFLICT.match(name) is not None
    return not device[1].startswith(_OURS) and any(c.isupper() or c.isdigit() for c in device[1])


def anything(folder: Path) -> bool:
    """Tell whether the folder holds any part of a workspace, whole or not."""
    parts = (DATABASE, *key.FILES)
    return any((folder / name).exists() for name in parts) or _has_backups(folder) or bool(conflict_copies(folder))


def trouble(folder: Path) -> UserError | None:
    """Return what is missing before the workspace in this folder can be opened, None when its files are here."""
    if not anything(folder):
        return UserError(f"There is no workspace in {folder}.", "Make one first, or choose another folder.")
    has_key = any((folder / name).exists() for name in key.FILES)
    database = folder / DATABASE
    if not database.exists():
        return _no_database(folder, has_key)
    if not database.stat().st_size:
        return NotWhole(
            "The database of this workspace, workspace.db, is damaged: there is nothing in it (0 bytes).",
            "Nothing was changed. A program that copies folders may have emptied it, or not brought it yet. Keep "
            f"everything in this folder as it is.{_look_for('workspace.db', folder)}",
        )
    if not has_key and not any(True for _ in key.in_backups(folder)):
        return NotWhole(
            "The database of a workspace is here and was not changed, but without its key file, vault.json, nobody "
            "can open it.",
            "Do not delete anything, and make no new workspace here. Put vault.json or vault-copy.json back beside "
            f"workspace.db.{_look_for('vault.json', folder)}",
        )
    return None


def _no_database(folder: Path, has_key: bool) -> UserError:
    if has_key:
        return NotWhole(
            "The key file of a workspace is here, but its database, workspace.db, is missing.",
            f"Nothing was changed. Keep the key file: it opens no other database.{_look_for('workspace.db', folder)}",
        )
    if _has_backups(folder):
        return NotWhole(
            "Only the backups of a workspace are here; workspace.db and vault.json are missing.",
            f"Nothing was changed. Restore the newest backup.{_look_for('workspace.db', folder)}",
        )
    return NotWhole(
        "The workspace itself, workspace.db, is missing.", f"Nothing was changed.{_look_for('workspace.db', folder)}"
    )


def _look_for(name: str, folder: Path) -> str:
    """Return where the missing file may be: what lies in the folder first."""
    stem, _, ending = name.partition(".")
    copies = [c for c in conflict_copies(folder) if stem in c.lower() and c.lower().endswith(ending)]
    said = f" This may be a copy of it, made by a program that copies folders: {_listed(copies)}." if copies else ""
    if _has_backups(folder):
        said += " There are backups in this folder, in “backups”: one of them can be restored."
    return f"{said} Look in the recycle bin, and in a copy or a backup of this folder."


def conflicts(folder: Path) -> UserError | None:
    """Return what to say of copies that a program made which copies folders, None when there are none."""
    copies = conflict_copies(folder)
    if not copies:
        return None
    return UserError(
        f"A program that copies folders has put other versions of this workspace beside it: {_listed(copies)}.",
        "This one was opened, and nothing was changed in the others; words from another laptop may be in them. Keep "
        "them until you have looked, and move the workspace to a folder that is not copied while it is open.",
    )


def keys(folder: Path) -> key.Found:
    """Return what there is of key files for the database in the folder. Raises UserError."""
    return key.look(folder, pages.salt_of(folder / DATABASE))


def fits(folder: Path, raw_key: bytes, vault: key.Vault) -> bool:
    """Tell whether the database was written with this key."""
    salts = [pages.salt_of(folder / DATABASE)]
    if isinstance(vault.get("salt"), str):
        salts.append(bytes.fromhex(vault["salt"]))
    return pages.any_fits(folder / DATABASE, raw_key, tuple(s for s in salts if s))


def _has_backups(folder: Path) -> bool:
    return any(True for _ in (folder / key.BACKUPS).glob(f"*/{DATABASE}"))


def _listed(names: tuple[str, ...] | list[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:4])
    return f"{shown} and {len(names) - 4} more" if len(names) > 4 else shown
