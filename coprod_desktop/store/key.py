"""The key file vault.json: a random database key, wrapped by a passphrase or by nothing.

The database is never rekeyed; changing the passphrase wraps the same key again. The key check tells a wrong
passphrase from a damaged database.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path
from typing import Any

from coprod_desktop.errors import UserError

VERSION = 1
_CHECK = b"coprod-desktop key check"
_SCRYPT = {"n": 2**15, "r": 8, "p": 1}
"""About 130 ms on a slow laptop (RFC 7914 parameters)."""


def make(passphrase: str | None) -> tuple[bytes, dict[str, Any]]:
    """Return a new 32-byte key and the key file that wraps it. None wraps it by nothing."""
    key = secrets.token_bytes(32)
    return key, {"version": VERSION, "wraps": [_wrap(key, passphrase)], "check": _check(key)}


def rewrap(key: bytes, passphrase: str | None) -> dict[str, Any]:
    """Return a key file that wraps the same key by another passphrase (or none)."""
    return {"version": VERSION, "wraps": [_wrap(key, passphrase)], "check": _check(key)}


def needs_passphrase(vault: dict[str, Any]) -> bool:
    """Tell whether the key file opens only with a passphrase."""
    return not any(w.get("kind") == "none" for w in vault["wraps"])


def unwrap(vault: dict[str, Any], passphrase: str | None) -> bytes:
    """Return the key. Raises UserError when the passphrase is wrong or the key file is damaged."""
    for wrap in vault["wraps"]:
        key = _opened(wrap, passphrase)
        if key is not None and hmac.compare_digest(_check(key), vault["check"]):
            return key
    if not needs_passphrase(vault):
        raise UserError(
            "The key file of this workspace is damaged.", "Nothing was changed. Use the key file of a copy."
        )
    if passphrase is None:
        raise UserError("This workspace is locked.", "Type its passphrase.")
    raise UserError("That is not the passphrase of this workspace.", "Nothing was changed. Try again.")


def read(path: Path) -> dict[str, Any]:
    """Read vault.json. Raises UserError when it cannot be read, is damaged, or is newer than this program."""
    try:
        vault: Any = json.loads(path.read_text("utf-8"))
        version, whole = vault["version"], isinstance(vault["wraps"], list) and isinstance(vault["check"], str)
    except OSError as wrong:
        raise UserError(f"The key file could not be read ({wrong.strerror}).", "Nothing was changed.") from wrong
    except (ValueError, KeyError, TypeError) as wrong:
        raise UserError(
            "The key file of this workspace is damaged.", "Nothing was changed. Use the key file of a copy."
        ) from wrong
    if version != VERSION or not whole:
        raise UserError(
            "A newer version of this program made this workspace.", "Nothing was changed. Use that version."
        )
    return dict(vault)


def save(path: Path, vault: dict[str, Any]) -> None:
    """Write vault.json whole or not at all, readable by its owner only."""
    part = path.with_suffix(".tmp")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(vault, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _wrap(key: bytes, passphrase: str | None) -> dict[str, Any]:
    if passphrase is None:
        return {"kind": "none", "key": key.hex()}
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    box = AESGCM(_stretched(passphrase, salt, _SCRYPT)).encrypt(nonce, key, None)
    return {
        "kind": "passphrase",
        "kdf": "scrypt",
        **_SCRYPT,
        "salt": salt.hex(),
        "nonce": nonce.hex(),
        "box": box.hex(),
    }


def _opened(wrap: dict[str, Any], passphrase: str | None) -> bytes | None:
    try:
        if wrap.get("kind") == "none":
            return bytes.fromhex(wrap["key"])
        if wrap.get("kind") != "passphrase" or passphrase is None:
            return None
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        stretched = _stretched(passphrase, bytes.fromhex(wrap["salt"]), wrap)
        try:
            return AESGCM(stretched).decrypt(bytes.fromhex(wrap["nonce"]), bytes.fromhex(wrap["box"]), None)
        except InvalidTag:
            return None
    except (KeyError, ValueError, TypeError) as wrong:
        raise UserError(
            "The key file of this workspace is damaged.", "Nothing was changed. Use the key file of a copy."
        ) from wrong


def _stretched(passphrase: str, salt: bytes, cost: dict[str, Any]) -> bytes:
    return hashlib.scrypt(
        passphrase.encode(), salt=salt, n=cost["n"], r=cost["r"], p=cost["p"], maxmem=256 * 1024 * 1024, dklen=32
    )


def _check(key: bytes) -> str:
    return hmac.new(key, _CHECK, hashlib.sha256).hexdigest()
