"""The log beside the database (workspace.db-wal), looked at before SQLite opens it.

SQLite reads the log up to the first frame whose checksum does not fit, and takes all after it for what an older log
left behind. After a crash that is right: nothing valid comes after. When a bit has flipped early in the log, every
line saved later goes without a word. Each frame holds a whole page with a proof of its own, so that the later ones
are known to be good, and one flipped bit can be turned back.

Format: sqlite.org/fileformat2.html#walformat. A frame is 24 bytes (page number, size of the database after a commit
or 0, two salts, two checksums that run on from frame to frame) and the page, encrypted.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from coprod_desktop.domain.value import Value, value
from coprod_desktop.store.pages import PAGE, PageKeys, flipped

_HEAD, _FRAME = 32, 24
_MAGIC = 0x377F0682  # its last bit: checksums over big-endian words
_VERSION = 3007000
_WORD = 0xFFFFFFFF
_WORDS = (8 + PAGE) // 4

Sums = tuple[int, int]


class Frame(NamedTuple):
    """One page as it was after a change. `size`: pages of the database, where this frame ends a transaction; else 0."""

    number: int
    size: int
    page: bytes


@value
class Log(Value):
    """What stands in a log. `frames` are those that hold, in order, up to the end of the last whole transaction."""

    frames: Sequence[Frame] = ()
    read_by_sqlite: int = 0
    """How many frames SQLite would read of the file as it is."""
    lost: Sequence[int] = ()
    """Numbers of the pages that were in frames that cannot be read, and in none after them; 0 where not even that is known."""
    head: bytes = field(default=b"", repr=False)
    is_damaged: bool = False
    """Whether SQLite would read less than is there."""
    last_is_lost: bool = False
    """Whether a frame after all these is damaged, and not merely cut off by a crash."""

    @property
    def is_whole(self) -> bool:
        """Whether every change that was ever saved is in `frames`."""
        return not self.lost and not self.last_is_lost

    def write(self, log: Path) -> None:
        """Write the log anew, with the frames that hold. Raises OSError."""
        order = _order(self.head)
        salts, sums = self.head[16:24], struct.unpack(">2I", self.head[24:32])
        with log.open("wb") as file:
            file.write(self.head)
            for frame in self.frames:
                start = struct.pack(">2I", frame.number, frame.size)
                sums = _sums(order, start + frame.page, sums)
                file.write(start + salts + struct.pack(">2I", *sums) + frame.page)
            file.flush()
            os.fsync(file.fileno())


def look(log: Path, keys: PageKeys) -> Log:
    """Read a log without changing it. Raises OSError."""
    try:
        data = log.read_bytes()
    except FileNotFoundError:
        return Log()
    if len(data) <= _HEAD:
        return Log()
    head = _head(data, keys)
    return Log() if head is None else _Reading(data, head, keys).log()


class _Reading:
    """Goes through the frames of one log."""

    def __init__(self, data: bytes, head: bytes, keys: PageKeys) -> None:
        self._data, self._head, self._keys = data, head, keys
        self._order = _order(head)
        self._sums: Sums = struct.unpack(">2I", head[24:32])
        self._found: list[Frame | int] = []
        """A frame that holds, or the number of the page in one that does not."""
        self._as_it_was = head == data[:_HEAD]
        self._sound = 0

    def log(self) -> Log:
        last = 0  # up to the last frame that holds; what comes after is what a crash or an older log left
        after = b""
        for at in range(_HEAD, len(self._data) - _FRAME - PAGE + 1, _FRAME + PAGE):
            record = self._data[at : at + _FRAME + PAGE]
            if self._take(record):
                last, after = len(self._found), b""
            else:
                after = after or record
        found = self._found[:last]
        ends = [n for n, one in enumerate(found) if isinstance(one, Frame) and one.size]
        whole = found[: ends[-1] + 1] if ends else []
        frames = [one for one in whole if isinstance(one, Frame)]
        last_is_lost = after[8:16] == self._head[16:24] and not self._is_cut_off(after, frames)
        is_damaged = self._sound < len(whole) or last_is_lost
        return Log(frames, self._sound, tuple(_lost(whole)), self._head, is_damaged, last_is_lost)

    def _is_cut_off(self, record: bytes, frames: Sequence[Frame]) -> bool:
        """Tell whether a crash came between two writes: the rest of the frame is empty, or an older log's whole page."""
        page = record[_FRAME:]
        pages = max((frame.size for frame in frames), default=0) + 100
        number = int.from_bytes(record[:4], "big")
        if not any(page[-8:]) or self._keys.nearly_hold(page, number):
            return True
        return any(self._keys.hold(page, number) for number in range(1, pages))

    def _take(self, record: bytes) -> bool:
        """Look at one record; return whether it holds a frame of this log."""
        start, salts, said, page = record[:8], record[8:16], record[16:24], record[24:]
        stored: Sums = struct.unpack(">2I", said)
        sums = _sums(self._order, start + page, self._sums)
        ours, fits = salts == self._head[16:24], sums == stored
        number, size = struct.unpack(">2I", start)
        holds = (fits or ours) and self._keys.hold(page, number)
        if fits and holds:
            self._sound += ours and self._as_it_was and self._sound == len(self._found)
            return self._keep(Frame(number, size, page), sums)
        if not ours and not fits:
            self._found.append(0)  # of an older log; or nothing of it is left
            return False
        mended = self._mended(start + page, sums, stored)
        if mended is not None:
            return self._keep(mended, stored)
        if holds:
            return self._keep(Frame(number, size, page), stored)
        self._found.append(number)
        self._sums = stored  # the next frame says whether that is right
        return False

    def _keep(self, frame: Frame, sums: Sums) -> bool:
        self._found.append(frame)
        self._sums = sums
        return True

    def _mended(self, checked: bytes, sums: Sums, stored: Sums) -> Frame | None:
        """Return the frame as it was before one bit of it flipped: the sums say which, and the page's proof agrees."""
        off = tuple((a - b) & _WORD for a, b in zip(stored, sums, strict=True))
        for at, bit in _flips(self._order).get((off[0], off[1]), ()):
            tried = flipped(checked, at, bit)
            number, size = struct.unpack(">2I", tried[:8])
            if _sums(self._order, tried, self._sums) == stored and self._keys.hold(tried[8:], number):
                return Frame(number, size, tried[8:])
        return None


def _lost(whole: Sequence[Frame | int]) -> Sequence[int]:
    """Return what was in unreadable frames and in none after them."""
    later: set[int] = set()
    lost: list[int] = []
    for one in reversed(whole):
        if isinstance(one, Frame):
            later.add(one.number)
        elif one not in later:
            lost.append(one)
    return sorted(set(lost))


def _head(data: bytes, keys: PageKeys) -> bytes | None:
    """Return the head as it was: by its own sums, with one bit turned back, or made anew by the first frame."""
    head, record = data[:_HEAD], data[_HEAD : _HEAD + _FRAME + PAGE]
    if _is_head(head):
        return head
    for tried in (flipped(head, at, bit) for at in range(_HEAD) for bit in range(8)):
        if _is_head(tried) and tried[16:24] == record[8:16]:
            return tried
    if len(record) == _FRAME + PAGE and keys.hold(record[_FRAME:], int.from_bytes(record[:4], "big")):
        made = struct.pack(">4I", _MAGIC, _VERSION, PAGE, 0) + record[8:16]
        return made + struct.pack(">2I", *_sums(_order(made), made, (0, 0)))
    return None


def _is_head(head: bytes) -> bool:
    magic, version, size = struct.unpack(">3I", head[:12])
    if magic & ~1 != _MAGIC or version != _VERSION or size != PAGE:
        return False
    return _sums(_order(head), head[:24], (0, 0)) == struct.unpack(">2I", head[24:])


def _order(head: bytes) -> str:
    return ">" if head[3] & 1 else "<"


def _sums(order: str, checked: bytes, sums: Sums) -> Sums:
    """Return the running checksums after more bytes."""
    a, b = sums
    words = struct.unpack(f"{order}{len(checked) // 4}I", checked)
    for x, y in zip(words[::2], words[1::2], strict=True):
        a = (a + x + b) & _WORD
        b = (b + y + a) & _WORD
    return a, b


@cache
def _flips(order: str) -> dict[Sums, list[tuple[int, int]]]:
    """Return which flipped bits of a frame put its sums out by how much: the sums are linear in each word."""
    found: dict[Sums, list[tuple[int, int]]] = {}
    weight = {0: (1, 1), 1: (0, 1)}  # what the even and the odd word of the last pair add to the two sums
    for word in reversed(range(_WORDS)):
        a, b = weight[word % 2]
        for bit in range(32):
            at = word * 4 + (bit // 8 if order == "<" else 3 - bit // 8)
            for by in (1 << bit, -(1 << bit)):
                found.setdefault((a * by & _WORD, b * by & _WORD), []).append((at, bit % 8))
        if word % 2 == 0:
            weight = {n: ((p + q) & _WORD, (p + 2 * q) & _WORD) for n, (p, q) in weight.items()}
    return found
