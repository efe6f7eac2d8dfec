"""What SQLCipher writes at the end of every page: a check that only the right key can have made.

Pages are 4096 bytes, of which the last 80 are the page's own initial vector (16) and HMAC-SHA512 (64). The salt is the
first 16 bytes of the file (SQLCipher 4 design, "Security Features").
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

PAGE = 4096
SALT = 16
_MAC = 64
_LOOKED_AT = 64
"""So many pages, spread over the file, tell whose they are."""


def mac_key(raw_key: bytes, salt: bytes) -> bytes:
    """Return the key of the pages' checks, from the database's raw key and its salt."""
    return hashlib.pbkdf2_hmac("sha512", raw_key, bytes(b ^ 0x3A for b in salt), 2, 32)


def is_whole(checked_with: bytes, number: int, page: bytes) -> bool:
    """Tell whether a page (counted from 1) is as it was written. `checked_with` is from `mac_key`."""
    covered = page[SALT if number == 1 else 0 : -_MAC]
    made = hmac.new(checked_with, covered + number.to_bytes(4, "little"), hashlib.sha512).digest()
    return len(page) == PAGE and hmac.compare_digest(made, page[-_MAC:])


def salt_of(database: Path) -> bytes | None:
    """Return the first 16 bytes of the database, None where there are none to read."""
    try:
        with database.open("rb") as file:
            salt = file.read(SALT)
    except OSError:
        return None
    return salt if len(salt) == SALT else None


def any_fits(database: Path, raw_key: bytes, salts: tuple[bytes, ...]) -> bool:
    """Tell whether some page of the database was written with this key; if none was, the key is of another workspace.

    `salts` are those the database may have had: its first bytes can be damaged.
    """
    try:
        with database.open("rb") as file:
            pages = file.seek(0, 2) // PAGE
            numbers = {1, *range(1, pages + 1, max(1, pages // _LOOKED_AT))}
            for number in sorted(numbers):
                file.seek((number - 1) * PAGE)
                page = file.read(PAGE)
                if any(is_whole(mac_key(raw_key, salt), number, page) for salt in salts):
                    return True
    except OSError:
        pass
    return False
