"""Row ids: UUIDv7 (RFC 9562) as text, so that rows made later sort later."""

from __future__ import annotations

import secrets
import time


def new_id() -> str:
    """Return a new UUIDv7 as 36 characters."""
    ms = time.time_ns() // 1_000_000
    bits = (ms & (2**48 - 1)) << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    text = f"{bits:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
