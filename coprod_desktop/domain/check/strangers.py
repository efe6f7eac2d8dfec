"""Names in a text of people who are not on the list, found by what stands before or around them."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain.check import lists
from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.words import Word, fold, forms, starts_sentence, words_of

LEADS = (
    lists.FIRST_NAMES
    | lists.RELATIONS
    | lists.TITLES
    | {second for _, second in lists.RELATIONS_IN_TWO}
    | {"called", "named"}
)
"""Words without which no name of someone not on the list is found."""


def third_people(text: str, words: list[Word], known: set[int], *, lone: bool = True) -> Iterator[Hit]:
    """Yield names of people not on the list: after a relation, after a title, and common first names.

    `known` are words that are listed names. `lone` False leaves out first names that stand by themselves.
    """
    taken = set(known)
    for starts in (_after_relation, _after_title, *((_lone_first_name,) if lone else ())):
        for at in range(len(words)):
            first = starts(text, words, at)
            if first is None or first in taken:
                continue
            last = first
            if _next_is_surname(text, words, last):
                last += 1
            taken.update(range(first, last + 1))
            yield hit(FindingKind.THIRD_PERSON, words[first].start, words[last].end)


def _looks_like_name(text: str, word: Word) -> bool:
    read = forms(word.token)
    if any(f in lists.FIRST_NAMES for f in read):
        return True
    if len(word.token) < 2 or any(f in lists.NOT_NAMES for f in read):
        return False
    return text[word.start].isupper() and not text[word.start : word.end].isupper()


def _gap(text: str, words: list[Word], at: int) -> str:
    return text[words[at].end : words[at + 1].start] if at + 1 < len(words) else "\n"


def _after_relation(text: str, words: list[Word], at: int) -> int | None:
    """Return the word after "my carer", "social worker" and the like when it is a name."""
    token = words[at].token
    if not (token in lists.RELATIONS or (at and (words[at - 1].token, token) in lists.RELATIONS_IN_TWO)) or _gap(
        text, words, at
    ).strip(" \t") not in {"", ",", "("}:
        return None
    name = at + 1
    if name < len(words) and words[name].token in {"called", "named", "is", "was"}:
        if words[name].token in {"is", "was"} and not any(f in lists.FIRST_NAMES for f in _next_forms(words, name)):
            return None
        name += 1
    if name >= len(words) or not _looks_like_name(text, words[name]):
        return None
    if text[words[at].start].isupper() and not starts_sentence(text, words[at].start):
        # "Carer Passport" is a heading, not a person
        return name if words[name].token in lists.FIRST_NAMES else None
    return name


def _next_forms(words: list[Word], at: int) -> tuple[str, ...]:
    return forms(words[at + 1].token) if at + 1 < len(words) else ()


def _after_title(text: str, words: list[Word], at: int) -> int | None:
    """Return the word after "Mrs", "Dr" and the like when it is a name."""
    token = words[at].token
    if token not in lists.TITLES or _gap(text, words, at).strip(" \t") not in {"", "."} or at + 1 >= len(words):
        return None
    after, capital = words[at + 1], text[words[at].start].isupper()
    capital_after = text[after.start].isupper()
    no_name = any(f in lists.NOT_NAMES for f in forms(after.token))
    if token in lists.TITLES_ANY_CASE:
        return at + 1 if (capital and capital_after) or (not no_name and len(after.token) > 2) else None
    if not capital_after or not (capital or token == "dr"):
        return None
    return at + 1 if not no_name or after.token in lists.SURNAME_WORDS else None


def _lone_first_name(text: str, words: list[Word], at: int) -> int | None:
    """Return a common first name standing by itself, unless a place or a charity is called so."""
    word = words[at]
    called = (
        at > 1
        and words[at - 1].token in {"called", "named"}
        and any(w.token in lists.SOMEONE for w in words[max(0, at - 4) : at - 1])
        and _looks_like_name(text, word)
    )
    if not called and (not text[word.start].isupper() or lists.FIRST_NAMES.isdisjoint(forms(word.token))):
        return None
    if at and words[at - 1].token in lists.PLACE_BEFORE:
        return None
    if at + 1 < len(words) and _gap(text, words, at).strip(" .") == "":
        after = words[at + 1].token
        beyond = words[at + 2].token if at + 2 < len(words) and text[words[at + 1].start].isupper() else ""
        if after in lists.PLACE_AFTER | lists.FAMOUS_AFTER or beyond in lists.PLACE_AFTER:
            return None
    return at


def _next_is_surname(text: str, words: list[Word], at: int) -> bool:
    if _gap(text, words, at).strip(" \t"):
        return False
    after = words[at + 1]
    return (
        text[after.start].isupper()
        and after.token not in lists.FUNCTION_WORDS | lists.CALENDAR
        and len(after.token) > 1
    )


def person_like(text: str) -> tuple[int, int] | None:
    """Return where an owner's words look like a person's name rather than a job or a team; None if they do not."""
    start = 0
    for part in _parts(text):
        words = words_of(fold(part))
        tokens = [w.token for w in words]
        named = bool(tokens) and (
            tokens[0] in lists.TITLES
            or (len(tokens) == 1 and tokens[0] in lists.FIRST_NAMES)
            or (
                1 < len(tokens) <= 4
                and all(part[w.start].isupper() or w.token in lists.ROLE_WORDS for w in words)
                and not any(t in lists.JOB_WORDS or t in lists.ORGANISATION_WORDS for t in tokens)
            )
            or (len(tokens) > 1 and tokens[0] in lists.FIRST_NAMES and part[words[0].start].isupper())
        )
        if named:
            return start + words[0].start, start + words[-1].end
        start += len(part) + 1
    return None


def _parts(text: str) -> list[str]:
    for mark in ",;/&()–:":
        text = text.replace(mark, "\n")
    return text.replace(" - ", " \n ").split("\n")
