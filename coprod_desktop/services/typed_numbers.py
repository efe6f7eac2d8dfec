"""Numbers as people type them: how many, pounds, and a share of a hundred. What is none is said, and nothing is guessed."""

from __future__ import annotations

import re

from coprod_desktop.errors import UserError

MOST = 10_000_000
"""Of people, votes, forms and pounds: more is a slip of the finger."""
_POUNDS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?")
_SHARE = re.compile(r"\d+(?:\.\d+)?")
_STAYS = "It stays as you typed it, and is not saved yet."


def whole(typed: str | None) -> int | None:
    """Return how many "12" or "1,200" are; None for nothing typed. Raises UserError for anything else."""
    words = (typed or "").strip()
    if not words:
        return None
    plain = words.replace(",", "")
    if not plain.isascii() or not plain.isdecimal():
        raise UserError(f"“{words}” is no whole number.", _STAYS)
    if int(plain) > MOST:
        raise UserError(f"{words} is more than there can be.", _STAYS)
    return int(plain)


def pence(typed: str | None) -> int | None:
    """Return the pence of "£1,250.50"; None for nothing typed. Raises UserError for anything else."""
    words = (typed or "").strip()
    if not words:
        return None
    found = _POUNDS.fullmatch(words.removeprefix("£").strip())
    if found is None:
        raise UserError(f"“{words}” is no amount of money.", f"Write it as 1,250 or 1,250.50. {_STAYS}")
    pounds = int(found[1].replace(",", ""))
    if pounds > MOST:
        raise UserError(f"{words} is more than there can be.", _STAYS)
    return pounds * 100 + int((found[2] or "").ljust(2, "0"))


def share(typed: str | None) -> float | int | None:
    """Return the share of a hundred that "58.3%" is; None for nothing typed. Raises UserError for anything else."""
    words = (typed or "").strip()
    if not words:
        return None
    plain = words.removesuffix("%").strip()
    if not _SHARE.fullmatch(plain) or float(plain) > 100:
        raise UserError(f"“{words}” is no share of a hundred.", f"Write it as 58 or 58.3. {_STAYS}")
    return float(plain) if "." in plain else int(plain)


def shown_whole(value: int | None) -> str:
    """Return a number as it is typed; "" for None."""
    return "" if value is None else str(value)


def shown_pence(value: int | None) -> str:
    """Return an amount as it is typed: "1,250" or "18.50"; "" for None."""
    return "" if value is None else f"{value // 100:,}" + (f".{value % 100:02}" if value % 100 else "")


def shown_share(value: float | None) -> str:
    """Return a share as it is typed: "58.3"; "" for None."""
    return "" if value is None else f"{value:g}"
