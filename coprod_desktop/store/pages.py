"""The pages of an encrypted database file, looked at without opening it: each carries a proof of what it holds.

SQLCipher 4: pages of 4096 bytes, of which the last 80 are the IV (16) and an HMAC-SHA512 (64) over all before it and
the page's number. The first 16 bytes of the file are its salt. SQLite itself reads a page of nothing but zeros as an
empty one without a word, so that rows become nothing; here it is damage. None is ever left by this program: with
`secure_delete` a page that is set free is written too.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from pathlib import Path

PAGE = 4096
SALT = 16
ROOM = PAGE - 80
"""How much of a page SQLite has for itself."""
_MAC = 64
_LOCK_PAGE = 2**30 // PAGE + 1
"""SQLite never writes the page at one GiB."""
_LOOKED_AT = 64
"""So many pages, spread over the file, tell whose they are."""
_HEAD = b"SQLite format 3\0"


class PageKeys:
    """What proves and opens the pages of one file: its raw key, and its salt."""

    def __init__(self, raw_key: bytes, salt: bytes) -> None:
        self.salt = salt
        self._raw = raw_key
        own = hashlib.pbkdf2_hmac("sha512", raw_key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
        self._inner = hashlib.sha512(bytes(byte ^ 0x36 for byte in own.ljust(128, b"\0")))
        self._outer = hashlib.sha512(bytes(byte ^ 0x5C for byte in own.ljust(128, b"\0")))

    def hold(self, page: bytes, number: int) -> bool:
        """Tell whether a page is as it was written, at this place."""
        return hmac.compare_digest(self._proof(page, number), page[-_MAC:])

    def nearly_hold(self, page: bytes, number: int) -> bool:
        """Tell whether a page is as it was written, but for the last eight bytes: there a crash cut the writing off."""
        return self._proof(page, number)[:-8] == page[-_MAC:-8]

    def _proof(self, page: bytes, number: int) -> bytes:
        inner, outer = self._inner.copy(), self._outer.copy()  # hmac.new() sets the same up again for each page
        inner.update(page[SALT if number == 1 else 0 : -_MAC])
        inner.update(number.to_bytes(4, "little"))
        outer.update(inner.digest())
        return outer.digest()

    def mended(self, page: bytes, number: int) -> bytes | None:
        """Return the page as it was before one of its bits flipped, proven; None when more than one did.

        A quarter of a second, for a page that is known to be damaged.
        """
        proof = self._proof(page, number)
        if (int.from_bytes(proof, "big") ^ int.from_bytes(page[-_MAC:], "big")).bit_count() <= 1:
            return page[:-_MAC] + proof
        for at in range(SALT if number == 1 else 0, PAGE - _MAC):
            for bit in range(8):
                tried = flipped(page, at, bit)
                if self._proof(tried, number) == page[-_MAC:]:
                    return tried
        return None

    def opened(self, page: bytes, number: int) -> bytes:
        """Return what SQLite sees of a page: ROOM bytes."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        iv = page[ROOM : ROOM + 16]
        box = page[SALT if number == 1 else 0 : ROOM]
        words = Cipher(algorithms.AES(self._raw), modes.CBC(iv)).decryptor().update(box)
        return _HEAD + words if number == 1 else words


def flipped(data: bytes, at: int, bit: int) -> bytes:
    """Return bytes with one bit turned over."""
    return data[:at] + bytes((data[at] ^ (1 << bit),)) + data[at + 1 :]


def keys_of(database: Path, raw_key: bytes, known_salt: str | None = None) -> PageKeys:
    """Return the keys that fit most of a file's first pages. Its salt may have a flipped bit: the first 16 bytes.

    `known_salt` is what the key file says of it (hex). When nothing fits, the file's own is taken. Raises OSError.
    """
    with database.open("rb") as file:
        start = file.read(PAGE * 8)
    own = start[:SALT].ljust(SALT, b"\0")
    first = [(n + 1, start[n * PAGE : (n + 1) * PAGE]) for n in range(len(start) // PAGE)]
    for salt in _salts(own, known_salt):
        keys = PageKeys(raw_key, salt)
        if any(keys.hold(page, number) for number, page in first):
            return keys
    return PageKeys(raw_key, bytes.fromhex(known_salt) if known_salt else own)


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
    every = [PageKeys(raw_key, salt) for salt in salts]
    try:
        many = database.stat().st_size // PAGE
        numbers = sorted({1, *range(1, many + 1, max(1, many // _LOOKED_AT))})
        return any(keys.hold(page, n) for n in numbers if len(page := read(database, n)) == PAGE for keys in every)
    except OSError:
        return False


def _salts(own: bytes, known: str | None) -> Iterator[bytes]:
    yield own
    if known:
        yield bytes.fromhex(known)
    yield from (flipped(own, at, bit) for at in range(SALT) for bit in range(8))


def count(database: Path) -> int:
    """Return how many pages a file has; a last one that was cut off counts. Raises OSError."""
    return -(-database.stat().st_size // PAGE)


def damaged(database: Path, keys: PageKeys, first: int = 1, many: int | None = None) -> list[int]:
    """Return the numbers of the pages, of `many` from `first` on, that are not as they were written. Raises OSError."""
    found = []
    with database.open("rb") as file:
        file.seek((first - 1) * PAGE)
        number = first
        while (many is None or number < first + many) and (page := file.read(PAGE)):
            if number != _LOCK_PAGE and (len(page) < PAGE or not keys.hold(page, number)):
                found.append(number)
            number += 1
        if first == 1 and file.seek(0) == 0 and file.read(SALT) != keys.salt:
            found[:0] = [] if 1 in found else [1]
    return found


def read(database: Path, number: int) -> bytes:
    """Return one page as it is on the disk; shorter where the file was cut off. Raises OSError."""
    with database.open("rb") as file:
        file.seek((number - 1) * PAGE)
        return file.read(PAGE)


def mend(database: Path, keys: PageKeys, numbers: Sequence[int]) -> list[int]:
    """Write the pages of which one bit flipped, and the salt, as they were. Returns those that stay damaged. Raises OSError."""
    left = []
    with database.open("r+b") as file:
        for number in numbers:
            file.seek((number - 1) * PAGE)
            page = file.read(PAGE)
            whole = keys.mended(page, number) if len(page) == PAGE else None
            if whole is None:
                left.append(number)
                continue
            file.seek((number - 1) * PAGE)
            file.write(keys.salt + whole[SALT:] if number == 1 else whole)
    return left
