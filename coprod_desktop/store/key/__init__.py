"""The way to the database key: found in the key files, opened by a secret, put right when one of them was hurt.

The database is never rekeyed: another passphrase wraps the same key again. `check` tells the right key from a wrong
one; a wrap's own checksum tells damage from a wrong passphrase.
"""

from __future__ import annotations

import hashlib
import hmac
import itertools
import secrets
from collections.abc import Callable
from pathlib import Path

from coprod_desktop.domain.value import Value, value
from coprod_desktop.errors import NotWhole, UserError, WrongSecret
from coprod_desktop.store import newer
from coprod_desktop.store.key import code, files, wraps
from coprod_desktop.store.key.files import BACKUPS, FILES, Sheet, Standing, Vault, alike, in_backups, save
from coprod_desktop.store.key.wraps import Secret, Wrap

__all__ = [
    "BACKUPS",
    "FILES",
    "Found",
    "Unlocked",
    "Vault",
    "heal",
    "in_backups",
    "look",
    "make",
    "needs_passphrase",
    "opener",
    "opening",
    "read",
    "save",
    "unwrap",
]

_CHECK = b"coprod-desktop key check"
_ASIDE = "vault-of-another-workspace"
MISSING = NotWhole(
    "The key file of this workspace is missing: neither vault.json nor vault-copy.json is here.",
    "Nothing was changed. Put one of them back beside the database: look in a copy or a backup of this folder, or in "
    "the recycle bin.",
)
DAMAGED = NotWhole(
    "The key file of this workspace is damaged, and so is its copy.",
    "Nothing was changed, and the database is as it was. Put back vault.json or vault-copy.json from a copy or a "
    "backup of this folder.",
)
FOREIGN = NotWhole(
    "The key file and the database in this folder do not belong together: one of them is of another workspace, or "
    "every part of the database is damaged.",
    "Nothing was changed. Put back the vault.json that was beside this workspace.db: look in a copy or a backup of "
    "this folder.",
)


@value
class Kept(Value):
    """One key file that may be the right one; `backup` is the backup's folder it lies in, None for the workspace."""

    vault: Vault
    backup: Path | None = None


@value
class Found(Value):
    """What there is of key files: how the two in the folder stand, and what may open the database, the likeliest first."""

    sheets: tuple[Sheet, ...]
    kept: tuple[Kept, ...]

    @property
    def vault(self) -> Vault:
        """The likeliest."""
        return self.kept[0].vault


@value
class Unlocked(Value):
    """The key, and the key file that gave it."""

    key: bytes
    vault: Vault
    backup: Path | None


def make(passphrase: str | None) -> tuple[bytes, Vault]:
    """Return a new 32-byte key and the key file that wraps it. None wraps it by nothing."""
    key = secrets.token_bytes(32)
    wrap = wraps.by_nothing(key) if passphrase is None else wraps.by_passphrase(key, passphrase)
    return key, {"version": files.VERSION, "generation": 0, "check": check_of(key), "wraps": [wrap]}


def look(folder: Path, salt: bytes | None = None) -> Found:
    """Find the key file of a workspace; in its backups when the folder has none that fits. `salt` is the database's.

    Raises UserError when there is none, every one is damaged, or a newer program wrote it.
    """
    sheets = tuple(files.read_one(folder / name) for name in FILES)
    if any(s.standing is Standing.NEWER for s in sheets):
        raise newer.WORKSPACE
    here = [Kept(vault) for vault in _groups(sheets)]
    if not any(_rank(kept, salt) < 2 for kept in here):
        here += [Kept(vault, backup) for backup, vault in _distinct(folder)]
    if here:
        return Found(sheets, tuple(sorted(here, key=lambda kept: _rank(kept, salt))))
    unread = next((s.unread for s in sheets if s.unread), "")
    if unread:
        raise NotWhole(f"The key file could not be read ({unread}).", "Nothing was changed.")
    raise MISSING if all(s.standing is Standing.MISSING for s in sheets) else DAMAGED


def read(folder: Path) -> Vault:
    """Return what the key files say. Raises UserError as `look` does."""
    return look(folder).vault


def needs_passphrase(vault: Vault) -> bool:
    """Tell whether the key file opens only with a passphrase or what stands for it."""
    return not any(w.get("kind") == wraps.NONE for w in vault["wraps"])


def unwrap(vault: Vault, secret: Secret) -> bytes:
    """Return the key by a passphrase, a recovery code as typed, or what the keyring holds. Raises UserError."""
    return _opened(vault, secret)[0]


def opener(vault: Vault, secret: Secret) -> Wrap:
    """Return the wrap that a secret opens. Raises UserError."""
    return _opened(vault, secret)[1]


def unlock(found: Found, secret: Secret, fits: Callable[[bytes, Vault], bool]) -> Unlocked:
    """Return the key that opens the database; `fits` tells whether a key is the database's. Raises UserError."""
    is_foreign = False
    for kept in found.kept:
        hit = opening(kept.vault, secret)
        if hit is not None and fits(hit[0], kept.vault):
            return Unlocked(hit[0], _settled(kept.vault, *hit), kept.backup)
        is_foreign = is_foreign or hit is not None
    if is_foreign:
        raise FOREIGN
    refusal = _refusal(found.vault, secret)
    if not any(s.standing in (Standing.WHOLE, Standing.OLD) for s in found.sheets) and found.kept[0].backup is None:
        raise NotWhole(f"{DAMAGED.what} {refusal.what}", DAMAGED.do)
    raise refusal


def heal(folder: Path, found: Found, opened: Unlocked, salt: bytes) -> UserError | None:
    """Put the key files right, now that the key is known to be right. Returns what to tell, None when nothing was wrong.

    What is of another workspace is kept aside under another name. Raises OSError when the folder takes nothing.
    """
    vault = {**opened.vault, "salt": salt.hex()}
    if alike(found.sheets) and opened.backup is None and vault == found.sheets[0].vault:
        return None
    foreign = [s for s in found.sheets if _is_foreign(s, vault["check"])]
    for sheet in foreign:
        sheet.path.rename(_free(folder))
    files.save(folder, vault)
    return _told(found, opened, [s.path.name for s in foreign])


def check_of(key: bytes) -> str:
    """Return what tells this key from any other, without telling the key."""
    return hmac.new(key, _CHECK, hashlib.sha256).hexdigest()


def opening(vault: Vault, secret: Secret) -> tuple[bytes, Wrap] | None:
    """Return the key and the wrap that gave it, None when the secret opens none."""
    bits = code_bits(secret)
    first = sorted(vault["wraps"], key=lambda w: w["kind"] != wraps.RECOVERY)  # it takes no time
    for wrap in first:
        key = wraps.opened(wrap, bits if bits is not None and wrap["kind"] == wraps.RECOVERY else secret)
        if key is not None and (hmac.compare_digest(check_of(key), vault["check"]) or wraps.is_whole(wrap)):
            return key, wrap
    return None


def code_bits(secret: Secret) -> bytes | None:
    """Return what a recovery code stands for, None when this is none."""
    if not isinstance(secret, str) or not code.meant(secret):
        return None
    try:
        return code.bits(secret)
    except UserError:
        return None


# ---- looking


def _groups(sheets: tuple[Sheet, ...]) -> list[Vault]:
    """Return what the two files say: one vault, or two when they are of two workspaces."""
    sure = {(s.vault or {})["check"] for s in sheets if s.standing in (Standing.WHOLE, Standing.OLD)}
    if len(sure) < 2:
        both = files.joined(sheets)
        return [both] if both is not None else []
    return [s.vault for s in sheets if s.vault is not None]


def _distinct(folder: Path) -> list[tuple[Path, Vault]]:
    seen: dict[str, tuple[Path, Vault]] = {}
    for backup, vault in files.in_backups(folder):
        seen.setdefault(wraps.checksum({"check": vault["check"], "wraps": vault["wraps"]}), (backup, vault))
    return list(seen.values())


def _rank(kept: Kept, salt: bytes | None) -> int:
    said = kept.vault.get("salt")
    return 1 if said is None or salt is None else 2 * (said != salt.hex())


# ---- opening


def _opened(vault: Vault, secret: Secret) -> tuple[bytes, Wrap]:
    hit = opening(vault, secret)
    if hit is None:
        raise _refusal(vault, secret)
    return hit


def _refusal(vault: Vault, secret: Secret) -> UserError:
    if not needs_passphrase(vault):
        return DAMAGED
    if secret is None:
        return UserError("This workspace is locked.", "Type its passphrase.")
    if isinstance(secret, str) and code.meant(secret):
        return _not_the_code(vault, secret)
    return WrongSecret("That is not the passphrase of this workspace.", "Nothing was changed. Try again.")


def _not_the_code(vault: Vault, typed: str) -> UserError:
    try:
        code.bits(typed)
    except UserError as wrong:
        return WrongSecret(wrong.what, wrong.do)
    if not any(w["kind"] == wraps.RECOVERY for w in vault["wraps"]):
        return WrongSecret("This workspace has no recovery code.", "Nothing was changed. Type its passphrase.")
    return WrongSecret(
        "That is a recovery code, but not the one of this workspace.",
        "Nothing was changed. It may be of another workspace, or a newer one was made since.",
    )


def _settled(vault: Vault, key: bytes, opener: Wrap) -> Vault:
    """Return the key file with one wrap of the kind that opened: a second one came from a damaged file."""
    one = (*wraps.TYPED, wraps.NONE)
    kept = [w for w in vault["wraps"] if w is opener or w["kind"] != opener["kind"] or w["kind"] not in one]
    stamped = [w if "sum" in w else wraps.stamped(w) for w in kept]
    return {**vault, "wraps": stamped, "check": check_of(key)}


# ---- putting right


def _is_foreign(sheet: Sheet, check: str) -> bool:
    sure = sheet.standing in (Standing.WHOLE, Standing.OLD)
    return sure and sheet.vault is not None and sheet.vault["check"] != check


def _free(folder: Path) -> Path:
    names = (folder / f"{_ASIDE}{f'-{n}' if n else ''}.json" for n in itertools.count())
    return next(name for name in names if not name.exists())


def _told(found: Found, opened: Unlocked, foreign: list[str]) -> UserError | None:
    if opened.backup is not None:
        return UserError(
            "The key file of this workspace was lost or damaged. The one in the newest backup that fits was found, "
            "used and put back.",
            "Nothing else was changed. A passphrase that was changed after that backup no longer opens this workspace.",
        )
    if foreign:
        return UserError(
            f"{' and '.join(foreign)} was of another workspace. The right key file was used and put back.",
            f"The other is kept in this folder as {_ASIDE}.json.",
        )
    if any(s.standing is Standing.DAMAGED for s in found.sheets):
        return UserError(
            "A key file of this workspace was damaged. It was put right, and nothing is lost.",
            "If this comes again, the disk may be failing: make a copy of the folder on another one.",
        )
    standing = {s.standing for s in found.sheets}
    if standing == {Standing.WHOLE, Standing.MISSING}:
        return UserError("One of the two key files was missing. It was made again from the other.", "Nothing is lost.")
    return None
