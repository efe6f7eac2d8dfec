"""What this computer's own keyring holds for a workspace. Where there is none, or it fails, that is said by None only."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Co-production Desktop"
_LOCKED_WITH_THE_ACCOUNT = ("Windows", "macOS", "SecretService", "libsecret", "kwallet")
"""Keyrings that open when somebody logs in. Others keep secrets in a plain file."""


def is_here() -> bool:
    """Tell whether this computer has a keyring that keeps secrets."""
    return _backend() is not None


def keep(name: str, secret: bytes) -> bool:
    """Keep a secret under a name. Returns whether it is kept: it was read back."""
    backend = _backend()
    if backend is None:
        return False
    with contextlib.suppress(Exception):  # each keyring fails in its own way
        backend.set_password(_SERVICE, name, secret.hex())
    return held(name) == secret


def held(name: str) -> bytes | None:
    """Return the secret of that name; None where there is none, or the keyring does not say."""
    backend = _backend()
    if backend is None:
        return None
    with contextlib.suppress(Exception):
        return bytes.fromhex(backend.get_password(_SERVICE, name) or "") or None
    return None


def forget(names: Iterable[str]) -> None:
    """Have the keyring forget the secrets of these names."""
    backend = _backend()
    for name in names:
        with contextlib.suppress(Exception):
            if backend is not None:
                backend.delete_password(_SERVICE, name)


def _backend() -> KeyringBackend | None:
    with contextlib.suppress(Exception):  # a broken installation of a keyring is none
        import keyring

        backend = keyring.get_keyring()
        if backend.priority > 0 and all(map(_is_locked, getattr(backend, "backends", (backend,)))):
            return backend
    return None


def _is_locked(backend: KeyringBackend) -> bool:
    of = type(backend).__module__
    return of.rpartition(".")[2] in _LOCKED_WITH_THE_ACCOUNT or not of.startswith("keyring")
