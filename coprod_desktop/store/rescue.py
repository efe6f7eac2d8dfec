"""Words that the workspace's folder would not take, kept in another folder until they are saved.

What that folder does not take either is held in memory, locked as it would be there, and can be handed on: see `held`.

Each is a small file of its own, so that one that is damaged takes no other with it: locked (AES-GCM) with a key made
from the workspace's, and named by a keyed hash. Nothing can be read from it, nor from its name. The folder is named by
a check of the key, so a workspace finds its own wherever it lies now.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import json
import os
import secrets
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from coprod_desktop.store import folder_names

_ENDING = ".kept"
_NONCE = 12


class Rescue:
    """The kept words of one workspace. `folder` is where those of all workspaces lie."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._key = key
        self._folder = folder / self._named("workspace")
        self._there = set(self._listed())
        self._held: dict[str, bytes] = {}

    def keep(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep a value on the disk, in place of what was kept by this name. Raises OSError."""
        words = json.dumps({**value, "kept_at": time.time_ns()}, ensure_ascii=False).encode()
        file, nonce = self._named(name), secrets.token_bytes(_NONCE)
        box = nonce + self._lock().encrypt(nonce, words, file.encode())
        self._held[file] = box
        self._put(file, box)

    def held(self) -> dict[str, str]:
        """Return what is on no disk: names that say nothing, and words that only this workspace's key opens."""
        return {file: base64.b64encode(box).decode() for file, box in self._held.items()}

    def take(self, held: Mapping[str, str]) -> dict[str, str]:
        """Take over what another process held; it is on the disk now, or held on. Returns what is of another workspace."""
        other = {}
        for file, text in held.items():
            try:
                box = base64.b64decode(text)
                self._opened(file, box)
            except ValueError:
                other[file] = text
                continue
            self._held[file] = box
            with contextlib.suppress(OSError):
                self._put(file, box)
        return other

    def _put(self, file: str, box: bytes) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self._folder / f"{file}.part"
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(box)
            out.flush()
            os.fsync(out.fileno())
        part.replace(self._folder / f"{file}{_ENDING}")
        folder_names.sync(self._folder)
        self._there.add(file)
        self._held.pop(file, None)

    def drop(self, name: str) -> None:
        """Forget what is kept by this name, if anything is: it is saved now, or not wanted any more."""
        if not self._there and not self._held:
            return  # asked after every line that is saved
        file = self._named(name)
        self._held.pop(file, None)
        if file in self._there:
            with contextlib.suppress(OSError):
                (self._folder / f"{file}{_ENDING}").unlink(missing_ok=True)
                self._there.discard(file)
                folder_names.sync(self._folder)

    def all(self) -> Sequence[Mapping[str, Any]]:
        """Return everything that is kept, the oldest first. What cannot be read is left where it is."""
        found = []
        for file in self._listed():
            if file not in self._held:
                with contextlib.suppress(OSError, ValueError):
                    found.append(self._opened(file, (self._folder / f"{file}{_ENDING}").read_bytes()))
        found += [self._opened(file, box) for file, box in self._held.items()]
        return sorted(found, key=lambda value: value["kept_at"])

    def _opened(self, file: str, box: bytes) -> dict[str, Any]:
        """Return what is in a box. Raises ValueError when it is damaged, or another workspace's."""
        from cryptography.exceptions import InvalidTag

        try:
            words = self._lock().decrypt(box[:_NONCE], box[_NONCE:], file.encode())
        except InvalidTag as wrong:
            raise ValueError("damaged") from wrong
        return dict(json.loads(words))

    def _listed(self) -> list[str]:
        try:
            return [p.stem for p in self._folder.iterdir() if p.suffix == _ENDING]
        except OSError:
            return []

    def _named(self, name: str) -> str:
        return hmac.new(self._key, f"kept words {name}".encode(), hashlib.sha256).hexdigest()[:32]

    def _lock(self) -> Any:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        made = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"coprod-desktop kept words")
        return AESGCM(made.derive(self._key))
