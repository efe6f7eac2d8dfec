"""Key files with one wrap more, less or another. Every other wrap stays as it is; nothing here writes."""

from __future__ import annotations

from typing import Any

from coprod_desktop.store.key import code_bits, wraps
from coprod_desktop.store.key.files import Vault
from coprod_desktop.store.key.wraps import KEYRING, NONE, PASSPHRASE, RECOVERY, Wrap

_PENDING = "pending"
"""A recovery code that opens, but of which nobody has shown yet that it was written down."""


def with_passphrase(vault: Vault, key: bytes, passphrase: str, kind: str = PASSPHRASE) -> Vault:
    """Return the key file with this passphrase in place of the one of its kind, and no longer open to anyone."""
    kept = [w for w in vault["wraps"] if w["kind"] not in (NONE, kind)]
    return {**vault, "wraps": [wraps.by_passphrase(key, passphrase, kind), *kept]}


def with_nothing(vault: Vault, key: bytes) -> Vault:
    """Return the key file that anyone can open; nothing else would mean anything then."""
    return {**vault, "wraps": [wraps.by_nothing(key)]}


def with_code(vault: Vault, key: bytes, words: tuple[str, ...]) -> Vault:
    """Return the key file with a recovery code that still has to be confirmed; one that stands goes on standing."""
    kept = [w for w in vault["wraps"] if not _is_pending(w)]
    wrap = wraps.by_secret(key, _bits(words), RECOVERY, **{_PENDING: True})
    return {**vault, "wraps": [*kept, wrap]}


def with_code_confirmed(vault: Vault, words: tuple[str, ...]) -> Vault | None:
    """Return the key file in which this code stands, alone; None when the code is not in it."""
    wrap = next((w for w in _codes(vault) if wraps.opened(w, _bits(words)) is not None), None)
    if wrap is None:
        return None
    stands = wraps.stamped({k: v for k, v in wrap.items() if k not in (_PENDING, "sum")})
    return {**vault, "wraps": [*(w for w in vault["wraps"] if w["kind"] != RECOVERY), stands]}


def code_stands(vault: Vault) -> bool:
    """Tell whether there is a recovery code that somebody has shown to have."""
    return any(not _is_pending(w) for w in _codes(vault))


def with_keyring(vault: Vault, key: bytes, secret: bytes, name: str) -> Vault:
    """Return the key file with a wrap for what a computer's keyring holds under `name`."""
    return {**vault, "wraps": [*vault["wraps"], wraps.by_secret(key, secret, KEYRING, name=name)]}


def keyring_names(vault: Vault) -> list[str]:
    """Return the names under which keyrings of computers hold a secret of this workspace."""
    return [w["name"] for w in vault["wraps"] if w["kind"] == KEYRING and isinstance(w.get("name"), str)]


def has(vault: Vault, kind: str) -> bool:
    """Tell whether there is a wrap of this kind."""
    return any(w["kind"] == kind for w in vault["wraps"])


def only(vault: Vault, *kinds: str) -> Vault:
    """Return the key file with the wraps of these kinds alone."""
    return {**vault, "wraps": [w for w in vault["wraps"] if w["kind"] in kinds]}


def without(vault: Vault, kind: str, **which: Any) -> Vault:
    """Return the key file without the wraps of a kind; with `which`, only those that say so."""
    gone = [w for w in vault["wraps"] if w["kind"] == kind and which.items() <= w.items()]
    return {**vault, "wraps": [w for w in vault["wraps"] if w not in gone]}


def _codes(vault: Vault) -> list[Wrap]:
    return [w for w in vault["wraps"] if w["kind"] == RECOVERY]


def _is_pending(wrap: Wrap) -> bool:
    return wrap["kind"] == RECOVERY and bool(wrap.get(_PENDING))


def _bits(words: tuple[str, ...]) -> bytes:
    bits = code_bits(" ".join(words))
    if bits is None:
        raise ValueError("not a recovery code")
    return bits
