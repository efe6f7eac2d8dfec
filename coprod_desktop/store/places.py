"""Folders that are a bad home for a live database: copied to the internet by a program, or on a network."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

SYNCED = (
    "This folder looks like one that is copied to the internet. Words could leave this laptop, "
    "and the database could be damaged. Choose a folder that stays on this computer."
)
NETWORK = (
    "This folder is on a network. It can vanish in the middle of a session, and words could be lost. "
    "Choose a folder that stays on this computer."
)
FILES_SYNCED = "This folder looks like one that is copied to the internet. What is put there leaves this laptop, and it is private."
FILES_ON_NETWORK = "This folder is on a network. Others may be able to read what is put there, and it is private."
_ENDING = r"(?:\ ?[-–(].*)?"
"""What such programs add to their folder's name: "OneDrive - Council", "Dropbox (Council)"."""
_NAMED = re.compile(
    rf"""onedrive{_ENDING} | dropbox{_ENDING} | sharepoint{_ENDING} | google\ ?drive{_ENDING} | googledrive-.+
    | box | box\ sync | box-box | icloud\ ?drive{_ENDING} | icloud~.+ | com~apple~clouddocs | mobile\ documents
    | cloudstorage | nextcloud{_ENDING} | owncloud{_ENDING} | seafile | pcloud\ ?drive | mega(?:sync)? | tresorit
    | syncthing | synology\ ?drive{_ENDING} | creative\ cloud\ files | .+\ -\ (?:shared\ )?documents""",
    re.VERBOSE | re.IGNORECASE,
)
"""The last one is a library of SharePoint on a laptop: Council/Adults - Documents."""
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_FILES = (".dropbox", ".owncloudsync.log", ".nextcloudsync.log", ".849C9593-D756-4E56-8D6E-42412F2A707B")
_FOLDERS = (
    ".dropbox.cache",
    ".tmp.driveupload",
    ".tmp.drivedownload",
    ".shortcut-targets-by-id",
    ".stfolder",
    ".seafile-data",
    ".849C9593-D756-4E56-8D6E-42412F2A707B",
)
"""What such programs leave in the folder they copy. A folder `.dropbox` in a home is where its settings are."""
_ICONS = re.compile(r"onedrive|sharepoint|dropbox|googledrive|google\\drive|box\.exe|icloud|nextcloud", re.IGNORECASE)
"""In desktop.ini: the picture such a program gives its folder."""
_CLOUD_TAG, _CLOUD_MASK = 0x9000001A, 0xFFFF0FFF
"""Windows marks folders that a program brings from the internet (IO_REPARSE_TAG_CLOUD to CLOUD_F)."""
_REMOTE = 4
"""What Windows says of a drive that is a folder of another computer (DRIVE_REMOTE)."""
_NETWORK = re.compile(r"nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|ncpfs|9p|ceph|davfs|(fuse\.)?(sshfs|davfs2?|gvfsd-fuse)")
_CLOUD_MOUNT = re.compile(r"fuse\.(rclone|google-drive-ocamlfuse|onedriver|s3fs|dropbox.*|pcloud.*)")


def worry(folder: Path) -> str | None:
    """Return a sentence when the folder is synced or on a network, else None.

    A synced copy is taken in the middle of writing and leaves the laptop; a network folder loses the lock.
    """
    return _worry(folder, SYNCED, NETWORK)


def leaves(folder: Path) -> str | None:
    """Return a sentence when files that are put into the folder leave this computer, else None."""
    return _worry(folder, FILES_SYNCED, FILES_ON_NETWORK)


def _worry(folder: Path, synced: str, network: str) -> str | None:
    folder = Path(os.path.abspath(folder))
    real = folder.resolve()
    kind = _mounted_as(real)
    if _CLOUD_MOUNT.fullmatch(kind) or any(_is_synced(place) for place in {folder, real}):
        return synced
    if str(folder).startswith(("\\\\", "//")) or _NETWORK.fullmatch(kind) or _is_remote_drive(real):
        return network
    return None


def _is_synced(folder: Path) -> bool:
    roots = tuple(_told_roots(os.environ))
    return (
        any(_NAMED.fullmatch(part) for part in PurePath(folder).parts)
        or any(folder.is_relative_to(root) for root in roots)
        or any(_is_marked(place) for place in (folder, *folder.parents))
    )


def _told_roots(environment: Mapping[str, str]) -> Iterator[Path]:
    """Yield the folders that programs say they copy: in the environment, and in Dropbox's own settings."""
    for name in _VARIABLES:
        if environment.get(name):
            yield Path(environment[name])
    for base in (Path.home() / ".dropbox", *(Path(environment[v]) / "Dropbox" for v in ("APPDATA", "LOCALAPPDATA") if v in environment)):  # fmt: skip
        for account in _dropbox_accounts(base / "info.json"):
            if isinstance(account, dict) and isinstance(account.get("path"), str):
                yield Path(account["path"])


def _dropbox_accounts(file: Path) -> list[Any]:
    try:
        said = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return list(said.values()) if isinstance(said, dict) else []


def _is_marked(place: Path) -> bool:
    try:
        if any((place / name).is_file() for name in _FILES) or any((place / name).is_dir() for name in _FOLDERS):
            return True
        if _is_cloud_tag(getattr(place.lstat(), "st_reparse_tag", 0)):
            return True
        with (place / "desktop.ini").open("rb") as file:
            return _ICONS.search(file.read(4096).replace(b"\0", b"").decode("latin-1")) is not None
    except OSError:
        return False


def _is_cloud_tag(tag: int) -> bool:
    return tag & _CLOUD_MASK == _CLOUD_TAG


def _is_remote_drive(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE)


def _mounted_as(real: Path) -> str:
    """Return the kind of file system a folder is on, such as ext4 or cifs; nothing where the system does not say."""
    try:
        if sys.platform.startswith("linux"):
            return _kind_of_mount(real, _mounts_of_linux(Path("/proc/mounts").read_text("utf-8", "replace")))
        if sys.platform == "darwin":
            told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False)
            return _kind_of_mount(real, _mounts_of_mac(told.stdout))
    except (OSError, subprocess.SubprocessError):
        pass
    return ""


def _mounts_of_linux(said: str) -> list[tuple[str, str]]:
    """Return (folder, kind); spaces are written \\040 there."""
    rows = [line.split() for line in said.splitlines()]
    return [(re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), row[1]), row[2]) for row in rows if len(row) > 2]


def _mounts_of_mac(said: str) -> list[tuple[str, str]]:
    """Return (folder, kind) of lines like `//ann@server/share on /Volumes/share (smbfs, nodev)`."""
    return [(m[1], m[2]) for m in re.finditer(r"^.+? on (.+) \((\w+)[,)]", said, re.MULTILINE)]


def _kind_of_mount(real: Path, mounts: list[tuple[str, str]]) -> str:
    holding = [mount for mount in mounts if real.is_relative_to(mount[0])]
    return max(holding, key=lambda mount: len(mount[0]))[1] if holding else ""
