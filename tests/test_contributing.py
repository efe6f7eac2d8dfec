"""The table that tells a newcomer where to begin names files that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def named_places(text: str) -> list[str]:
    """Return every file and folder that the table names."""
    table = text.partition("## To change …, open …")[2].partition("\nSome rules")[0]
    return re.findall(r"`((?:coprod_desktop|resources|forms|tests)/[^`]*)`", table)


def test_each_place_named_is_there():
    places = named_places((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert len(places) >= 20
    assert [place for place in places if not (ROOT / place).exists()] == []


def test_a_place_that_is_not_there_is_seen():
    assert named_places("## To change …, open …\n| x | `coprod_desktop/nowhere.py` |") == ["coprod_desktop/nowhere.py"]
