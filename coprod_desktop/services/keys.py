"""Who can open the workspace: its passphrase, a second person's, a recovery code, this computer's keyring.

Each is a wrap of the same key of its own: changing one leaves the others as they are. None of it can be undone.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import here, key
from coprod_desktop.store.key import changes, code, ring, wraps
from coprod_desktop.store.key.files import Vault

SHORTEST_PASSPHRASE = 8
REMINDER = UserError(
    "There is no recovery code yet.",
    "If the passphrase is forgotten, everything in this workspace is lost. Make one in Settings: it takes two minutes.",
)


@dataclass(frozen=True)
class Ways:
    """How the workspace opens."""

    passphrase: bool
    """False when anyone with this laptop can open it."""
    second: bool
    """Whether a second person has a passphrase of their own."""
    code: bool
    """Whether a recovery code stands: made, and shown to have been written down."""
    keyring: bool
    """Whether this computer's keyring opens it."""
    keyring_here: bool
    """Whether this computer has a keyring that keeps secrets."""


def ways(desk: Desk) -> Ways:
    """Return how the workspace opens."""
    vault = desk.store.key_file()
    return Ways(
        passphrase=key.needs_passphrase(vault),
        second=changes.has(vault, wraps.SECOND),
        code=changes.code_stands(vault),
        keyring=_held_here(vault) is not None,
        keyring_here=ring.is_here(),
    )


def reminder(desk: Desk) -> UserError | None:
    """Return what to say until there is a recovery code that stands; None where none is needed."""
    vault = desk.store.key_file()
    return REMINDER if key.needs_passphrase(vault) and not changes.code_stands(vault) else None


# ---- passphrases


def check_length(passphrase: str | None, do: str) -> None:
    """Raise UserError when a passphrase is shorter than it may be."""
    if passphrase is not None and len(passphrase) < SHORTEST_PASSPHRASE:
        raise UserError(f"A passphrase needs at least {SHORTEST_PASSPHRASE} characters.", do)


def change(desk: Desk, old: str | None, new: str | None) -> Changes:
    """Change the passphrase that `old` is; a recovery code as `old` changes the first person's. None takes all away.

    Raises UserError when `old` opens nothing. Everything else that opens the workspace goes on doing so.
    """
    check_length(new, "The old one still holds.")
    vault = desk.store.key_file()
    opener = key.opener(vault, old)
    if new is None:
        desk.store.change_key_file(lambda now, raw: changes.with_nothing(now, raw))
        ring.forget(changes.keyring_names(vault))
    else:
        kind = wraps.SECOND if opener["kind"] == wraps.SECOND else wraps.PASSPHRASE
        desk.store.change_key_file(lambda now, raw: changes.with_passphrase(now, raw, new, kind))
    return Changes()


def second_passphrase(desk: Desk, own: str | None, new: str | None) -> Changes:
    """Give a second person a passphrase of their own, another one, or (None) none any more. `own` shows who asks."""
    check_length(new, "Nothing was changed.")
    vault = desk.store.key_file()
    if not key.needs_passphrase(vault):
        raise UserError("This workspace has no passphrase yet.", "Set the first one first. Nothing was changed.")
    key.unwrap(vault, own)
    if new is None:
        desk.store.change_key_file(lambda now, _raw: changes.without(now, wraps.SECOND))
    else:
        if new == own:  # taking one of them away would take nothing away
            raise UserError("That is your own passphrase.", "Theirs has to be another one. Nothing was changed.")
        desk.store.change_key_file(lambda now, raw: changes.with_passphrase(now, raw, new, wraps.SECOND))
    return Changes()


# ---- the recovery code


def make_code(desk: Desk) -> tuple[str, ...]:
    """Return the words of a new recovery code. It opens at once, and stands once `confirm` was shown two of them.

    One that stands already goes on standing until then.
    """
    if not key.needs_passphrase(desk.store.key_file()):
        raise UserError(
            "This workspace has no passphrase, so it needs no recovery code.", "Set a passphrase first, in Settings."
        )
    words = code.make()
    desk.store.change_key_file(lambda now, raw: changes.with_code(now, raw, words))
    return words


def asked_back() -> tuple[int, int]:
    """Return which two words are to be typed back, counted from 1: one of each half, others each time."""
    half = code.WORDS // 2
    return secrets.randbelow(half) + 1, secrets.randbelow(half) + half + 1


def confirm(desk: Desk, words: tuple[str, ...], typed: Mapping[int, str]) -> Changes:
    """Let a code stand, by its words typed back (number from 1 -> what was typed). An older code opens nothing any more.

    Raises UserError that names the word that is not the one of the code.
    """
    wrong = not_of_code(words, typed)
    if wrong is not None:
        raise wrong
    if changes.with_code_confirmed(desk.store.key_file(), words) is None:
        raise UserError("This code was replaced by a newer one.", "Use the newer one. Nothing was changed.")
    desk.store.change_key_file(lambda now, _raw: changes.with_code_confirmed(now, words) or now)
    return Changes()


def not_of_code(words: tuple[str, ...], typed: Mapping[int, str]) -> UserError | None:
    """Return what to say of the first word typed back that is not the one of the code; None when all are."""
    for number, said in sorted(typed.items()):
        if not code.same_word(words[number - 1], said):
            what = "not what you typed" if said.strip() else "not typed yet"
            return UserError(
                f"Word {number} is {what}.", f"Look at word {number} on your paper. The code is as it was."
            )
    return None


def is_code(desk: Desk, secret: str) -> bool:
    """Tell whether this is the workspace's recovery code, as typed."""
    vault = changes.only(desk.store.key_file(), wraps.RECOVERY)
    return key.code_bits(secret) is not None and key.opening(vault, secret) is not None


def code_stands(desk: Desk) -> bool:
    """Tell whether there is a recovery code that somebody has shown to have written down."""
    return changes.code_stands(desk.store.key_file())


# ---- the keyring


def keyring_on(desk: Desk) -> Changes:
    """Let this computer's keyring open the workspace when the program starts. Raises UserError where it keeps nothing."""
    if not key.needs_passphrase(desk.store.key_file()):
        raise UserError("This workspace has no passphrase, so it opens by itself.", "Nothing was changed.")
    keyring_off(desk)
    name, secret = secrets.token_hex(16), secrets.token_bytes(32)
    if not ring.keep(name, secret):
        raise UserError("This computer's keyring did not keep the key.", "The passphrase opens the workspace as ever.")
    desk.store.change_key_file(lambda now, raw: changes.with_keyring(now, raw, secret, name))
    return Changes()


def keyring_off(desk: Desk) -> Changes:
    """Let this computer's keyring open the workspace no longer; other computers' go on."""
    name = _held_here(desk.store.key_file())
    if name is not None:
        desk.store.change_key_file(lambda now, _raw: changes.without(now, wraps.KEYRING, name=name))
        ring.forget([name])
    return Changes()


def from_keyring(folder: Path) -> bytes | None:
    """Return what this computer's keyring holds for a workspace; None where it holds nothing, or there is none."""
    try:
        vault = here.keys(folder).vault
    except UserError:
        return None
    name = _held_here(vault)
    return ring.held(name) if name is not None else None


def _held_here(vault: Vault) -> str | None:
    return next((name for name in changes.keyring_names(vault) if ring.held(name) is not None), None)
