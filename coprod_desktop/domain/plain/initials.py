"""Initials whose full words were not said before: "NHS" without "National Health Service"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from coprod_desktop.domain.plain.sentences import FoundWord

_INITIALS = re.compile(r"(?<![\w£@/.-])([A-Z]{2,6})(?:s|['’]s)?(?![\w@-])")
_KNOWN = " AM BBC CD DIY DVD ID II III IV MP MPS OK PC PDF PIN PM SMS TV UK USA VAT VI "
"""Better known than their full words."""
_LOUD = (
    " A ALL ALWAYS AM AN AND ANY ARE AS AT BE BIG BUT BY CAN DAY DO DONT EVER EVERY FOR FROM GET GO HAS HAVE HE HOW I IF IN IS "
    "IT ITS ME MORE MUST MY NEVER NEW NO NONE NOT NOW OF OFF OLD ON ONE ONLY OR OUR OUT PLEASE SHE SO STOP THAT THE THEIR "
    "THEM THEY THIS TO TOO TWO UP US VERY WAS WE WERE WHAT WHEN WHO WHY WILL WITH YES YOU YOUR "
)
"""Words that people write in capitals to stress them."""


def initials(text: str, words: Mapping[str, str]) -> Iterator[tuple[FoundWord, str]]:
    """Yield the first place of each set of initials not spelled out by then, and the full words ("" when not known)."""
    seen: set[str] = set()
    small = ""
    for found in _INITIALS.finditer(text):
        letters = found[1]
        if letters in seen or f" {letters} " in _KNOWN + _LOUD:
            continue
        seen.add(letters)
        full = words.get(letters) or ""
        if not full and (len(letters) > 5 or _is_loud(text, found)):
            continue
        small = small or text.lower()
        before = text[: found.start(1)]
        spelled = bool(full) and full.lower() in small[: found.start(1)]
        explained = text[found.end() : found.end() + 2].startswith(" (") or _spells(before, letters)
        if not spelled and not explained:
            yield FoundWord(*found.span(1)), full


def _spells(before: str, letters: str) -> bool:
    """Tell whether the words before a bracket begin with these letters: "home care forum (HCF)"."""
    if not before.endswith("("):
        return False
    heads = [word[0].upper() for word in re.findall(r"\w+", before)[-len(letters) - 3 :]]
    at = 0
    for head in heads:
        at += at < len(letters) and head == letters[at]
    return at >= len(letters) - 1


def _is_loud(text: str, found: re.Match[str]) -> bool:
    """Tell whether the word beside it is in capitals too: somebody shouts, or it is a heading."""
    beside = re.findall(r"\w+$", text[: found.start()].rstrip()) + re.findall(r"^\w+", text[found.end() :].lstrip())
    return any(len(word) > 1 and word.isupper() and not word.isdigit() for word in beside)
