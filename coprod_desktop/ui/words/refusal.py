"""Refusals as they are said to who asks again."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.domain import dates
from coprod_desktop.domain.permission import Circle, Purpose
from coprod_desktop.services.ask_again import Shown


def refusals(shown: Sequence[Shown]) -> str:
    """Return what was refused, a sentence each: "Winifred said no to being quoted on 12 September 2026."."""
    return " ".join(dict.fromkeys(map(_sentence, shown)))


def _sentence(one: Shown) -> str:
    who = one.who or "Somebody"
    what = "being summed up at all" if one.purpose is Purpose.OTHER_WORDS else "being quoted"
    about = " in this line" if one.is_line else ""
    closed = ", but for the people who came" if one.circle == Circle.ANYONE else ""
    day = f" on {dates.plain(one.on)}" if one.on else ""
    return f"{who} said no to {what}{about}{closed}{day}."
