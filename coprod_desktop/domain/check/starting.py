"""Whether an everyday word with a sentence's capital is a name: "Ivy", "Will said" and "Mark's", not "Mark it"."""

from __future__ import annotations

from coprod_desktop.domain.check import lists
from coprod_desktop.domain.check.words import Word


def starts_as_name(text: str, words: list[Word], at: int) -> bool:
    """Tell by what follows whether the first word of a sentence, a word like any other, is a name there."""
    token = words[at].token
    bare = token.removesuffix("'s")
    after = words[at + 1].token if at + 1 < len(words) else ""
    if bare in lists.CALENDAR:
        return after in lists.SPEAKS
    if (
        token != bare
        or after in lists.SPEAKS
        or (after in lists.AFTER_A_NAME and (bare not in lists.THINGS or after not in lists.THINGS_DO))
        or (after in lists.THINGS_DO and at + 2 < len(words) and words[at + 2].token in lists.ONLY_PEOPLE_ARE)
    ):
        return True
    if not after:
        return bare in lists.STARTING_NAMES
    gap, next_capital = text[words[at].end : words[at + 1].start], text[words[at + 1].start].isupper()
    if len(after) == 1 and next_capital and after != "i":
        return True  # "John S"
    if bare not in lists.STARTING_NAMES or after[0].isdigit():
        return False
    named_too = after == "and" and at + 2 < len(words) and text[words[at + 2].start].isupper()
    return named_too or next_capital or gap.strip(" \t") != ""
