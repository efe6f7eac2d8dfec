"""Names of people that belong to a place, a charity or a firm: "St Mary's", "Marie Curie", "Holly Lodge"."""

from __future__ import annotations

from coprod_desktop.domain.check import lists
from coprod_desktop.domain.check.words import Word

_FURTHEST = 3


def is_place_or_body(text: str, words: list[Word], at: int) -> bool:
    """Tell whether what stands around a word makes a place or a body of it."""

    def gap(before: int) -> str:
        return text[words[before].end : words[before + 1].start].strip(" .&")

    def capital(n: int) -> bool:
        return text[words[n].start].isupper()

    if at and words[at - 1].token in lists.PLACE_BEFORE and not gap(at - 1):
        return True
    if at and words[at].token in lists.FAMOUS_AFTER and capital(at - 1) and not gap(at - 1):
        return True
    after = at + 1
    while after <= at + _FURTHEST and after < len(words) and not gap(after - 1):
        token = words[after].token
        if token in lists.FAMOUS_AFTER:
            return True
        if token in lists.ORGANISATION_AFTER and (capital(after) or (token in lists.PLACE_AFTER and after == at + 1)):
            return True
        if not capital(after):
            return False
        after += 1
    return False
