"""Names and words in scripts that put no space between words: Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SCRIPTS = "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED = re.compile(rf"[{_SCRIPTS}]+")
_EAST_ASIAN = re.compile("[\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]{2,4}")
_POLITE = ("先生", "女士", "小姐", "太太", "医生", "醫生", "老师", "老師", "さん", "様", "씨", "님")


def pieces(name: str) -> Iterator[str]:
    """Yield what a folded name is recognised by: all of it, the given name (written last), and "Mr" with the surname."""
    if name.isascii():
        return
    whole = name.replace(" ", "")
    if not _UNSPACED.fullmatch(whole):
        yield from (part for part in _UNSPACED.findall(name) if len(part) > 1)
        return
    if len(whole) > 1:
        yield whole
    parts = name.split()
    if len(parts) > 1:
        yield from (part for part in parts if len(part) > 1)
    elif _EAST_ASIAN.fullmatch(whole):
        yield from (whole[at:] for at in (1, 2) if len(whole) - at > 1)
        yield from (whole[0] + polite for polite in _POLITE)


def holds(text: str) -> bool:
    """Tell whether a text has anything in such a script."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def places(needle: str, folded: str) -> Iterator[tuple[int, int]]:
    """Yield where a piece of a name stands in a folded text."""
    at = folded.find(needle)
    while at >= 0:
        yield at, at + len(needle)
        at = folded.find(needle, at + len(needle))
