"""One wrap of the database key: the key locked by a passphrase, a recovery code, the computer's keyring, or by nothing.

Each wrap has a checksum: damage is told from a wrong passphrase by it. Wraps of older programs have none.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from collections.abc import Mapping
from typing import Any

Wrap = dict[str, Any]
Secret = str | bytes | None
"""What somebody typed, what a code or a keyring holds, or nothing."""

NONE, PASSPHRASE, SECOND, RECOVERY, KEYRING = "none", "passphrase", "second", "recovery", "keyring"
TYPED = (PASSPHRASE, SECOND)
SCRYPT = {"n": 2**16, "r": 8, "p": 1}
"""64 MB and about a quarter of a second on a slow laptop (RFC 7914 parameters)."""
_MOST_MEMORY = 256 * 1024 * 1024
_MOST_TURNS = 4
_BROKEN = (KeyError, ValueError, TypeError, OverflowError, AttributeError)


def by_nothing(key: bytes) -> Wrap:
    """Return the wrap that anyone can open."""
    return stamped({"kind": NONE, "key": key.hex()})


def by_passphrase(key: bytes, passphrase: str, kind: str = PASSPHRASE) -> Wrap:
    """Return the key locked by a passphrase, whatever way its letters are composed (NFC)."""
    salt = secrets.token_bytes(16)
    stretched = _stretched(unicodedata.normalize("NFC", passphrase), salt, SCRYPT)
    return stamped({"kind": kind, "kdf": "scrypt", **SCRYPT, "salt": salt.hex(), **_boxed(key, stretched)})


def by_secret(key: bytes, secret: bytes, kind: str, **more: Any) -> Wrap:
    """Return the key locked by at least 128 random bits; they need no stretching (HKDF, RFC 5869)."""
    salt = secrets.token_bytes(16)
    wrap = {"kind": kind, "kdf": "hkdf", "salt": salt.hex(), **_boxed(key, _derived(secret, salt, kind)), **more}
    return stamped(wrap)


def stamped(wrap: Mapping[str, Any]) -> Wrap:
    """Return the wrap with its checksum."""
    return {**wrap, "sum": checksum(wrap)}


def checksum(value: Mapping[str, Any]) -> str:
    """Return the checksum of everything in a value but its own."""
    rest = {k: v for k, v in value.items() if k != "sum"}
    plain = json.dumps(rest, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()[:32]


def is_whole(wrap: Mapping[str, Any]) -> bool:
    """Tell whether the wrap has a checksum, and it is right."""
    return wrap.get("sum") == checksum(wrap)


def opened(wrap: Mapping[str, Any], secret: Secret) -> bytes | None:
    """Return the key, or None when the wrap is not for this secret, or is damaged. Never raises."""
    try:
        kind = wrap["kind"]
        if kind == NONE:
            key = bytes.fromhex(wrap["key"])
            return key if len(key) == 32 else None
        if kind in TYPED and isinstance(secret, str):
            salt = bytes.fromhex(wrap["salt"])
            ways = dict.fromkeys((unicodedata.normalize("NFC", secret), secret))  # older wraps took it as typed
            tried = (_unboxed(wrap, _stretched(way, salt, wrap)) for way in ways)
            return next((found for found in tried if found is not None), None)
        if kind in (RECOVERY, KEYRING) and isinstance(secret, bytes):
            return _unboxed(wrap, _derived(secret, bytes.fromhex(wrap["salt"]), kind))
    except _BROKEN:
        pass
    return None


def _boxed(key: bytes, locked_with: bytes) -> dict[str, str]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(12)
    return {"nonce": nonce.hex(), "box": AESGCM(locked_with).encrypt(nonce, key, None).hex()}


def _unboxed(wrap: Mapping[str, Any], locked_with: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        key = AESGCM(locked_with).decrypt(bytes.fromhex(wrap["nonce"]), bytes.fromhex(wrap["box"]), None)
    except InvalidTag:
        return None
    return key if len(key) == 32 else None


def _stretched(passphrase: str, salt: bytes, cost: Mapping[str, Any]) -> bytes:
    n, r, p = cost["n"], cost["r"], cost["p"]
    if min(n, r, p) < 1 or 128 * n * r > _MOST_MEMORY // 2 or p > _MOST_TURNS:
        raise ValueError("a damaged file must not take the whole memory")
    typed = passphrase.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(typed, salt=salt, n=n, r=r, p=p, maxmem=_MOST_MEMORY, dklen=32)


def _derived(secret: bytes, salt: bytes, kind: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt, b"coprod-desktop " + kind.encode()).derive(secret)
