"""Words, places and names that are known. The lists are read when the first word is looked up, not before.

english: SCOWL; places: GeoNames (both made by .ci/word-lists); capitals, first_names and nicknames are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from coprod_desktop.domain.check.words import fold

_SEEN = 1 << 13
"""So many different words are remembered: more than a long session uses."""


@lru_cache(_SEEN)
def is_word(token: str) -> bool:
    """Tell whether a folded word is English and no name: itself, or in a regular form ("rotas", "rang", "carer's")."""
    token = _SHORTENED.sub("", token).strip("'")
    words = _list("english", "more_words")
    if token in words or token.replace("'", "") in words:
        return True
    if "-" in token:
        return all(len(part) < 2 or part in _PREFIXES or is_word(part) for part in token.split("-"))
    return any(base in words for base in _bases(token))


_PREFIXES = frozenset(
    [
        "co",
        "re",
        "non",
        "pre",
        "anti",
        "multi",
        "semi",
        "ex",
        "un",
        "mis",
        "de",
        "bi",
        "tri",
        "eco",
        "bio",
        "neuro",
        "psycho",
    ]
)
_SHORTENED = re.compile("(?:n't|'s|'ll|'re|'ve|'d|'m)$")


def is_of_the_room(token: str) -> bool:
    """Tell whether a folded word is one of the room that dictionaries do not hold: "reablement", "palantypist"."""
    return token in _list("more_words")


def is_place(token: str) -> bool:
    """Tell whether a folded word is a place on these islands or a big one elsewhere."""
    return _bare(token) in _places()


def is_place_too(token: str) -> bool:
    """Tell whether a first name is a place as well: "Victoria", "Chelsea"."""
    return _bare(token) in _place_lines()


_NAMES_TOO = frozenset({"victoria", "chelsea", "clyde", "devon", "kent", "chester"})
"""Places that are on no list of them because they are first names."""


def sounds_like_place(token: str) -> bool:
    """Tell whether a folded word begins as places do ("Northgate"); surnames do too, so what stands before decides."""
    bare = _bare(token)
    made = _MADE_OF.fullmatch(bare)
    return _POINTED.match(bare) is not None or (made is not None and is_word(made[1]))


_POINTED = re.compile("(?:north|south|east|west|upper|lower|mid|nether|llan|aber|ponty?|inver|kirk|bally|kil)[a-z]{4,}")
"""How names of places begin."""
_MADE_OF = re.compile(
    "([a-z]{3,})(?:field|fields|wood|woods|brook|side|view|gate|bank|hill|house|ville|land|lands|mead|croft|hurst|dale|mount|park|way"
    "|stone|well|bridge|ford|moor|lea|holme|combe|haven|mouth|pool|worth|cliffe?|grove|gates|fold|heath|green)"
)
"""What houses and estates are called: an everyday word and one of these."""


def is_capital(token: str) -> bool:
    """Tell whether a folded word has a capital for another reason than being a name: "welsh", "tesco", "pip"."""
    return not _list("capitals").isdisjoint((token, _bare(token), token.removesuffix("s")))


@lru_cache(_SEEN)
def is_first_name(token: str) -> bool:
    """Tell whether a folded word is a first name that is hardly anything else."""
    return _bare(token) in _list("first_names")


_VOWELS = "aeiou"
_OFTEN_LEFT_OUT = "aeioulnrst"
_LONGER_THAN_WORDS = 40


@lru_cache(_SEEN)
def is_typo(token: str) -> bool:
    """Tell whether a longer word is an English one with two letters swapped, or one too many or too few."""
    if not 6 <= len(token) < _LONGER_THAN_WORDS or not token.isascii() or not token.isalpha():
        return False
    near = [token[:i] + token[i + 1] + token[i] + token[i + 2 :] for i in range(len(token) - 1)]
    near += [token[:i] + token[i + 1 :] for i in range(len(token))]
    near += [
        token[:i] + letter + token[i + 1 :] for i in range(1, len(token)) for letter in _VOWELS if token[i] in _VOWELS
    ]
    near += [token[:i] + letter + token[i:] for i in range(1, len(token)) for letter in _OFTEN_LEFT_OUT]
    return any(is_word(word) for word in near)


def nicknames(name: str) -> frozenset[str]:
    """Return what someone with this folded first name is called too, and what the name may be short for."""
    return _nicknames().get(name, frozenset())


def _bare(token: str) -> str:
    return token.removesuffix("'s").strip("'")


def _bases(word: str) -> Iterator[str]:
    """Yield what a word may be made from (the same endings as in .ci/word-lists)."""
    if len(word) < 5:
        return
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
    if word.endswith("ed"):
        yield word[:-2]
        yield word[:-1]
    if word.endswith("ing") and len(word) > 5:
        yield word[:-3]
        yield word[:-3] + "e"
    if word.endswith("ly"):
        yield word[:-2]


_REMARK = re.compile("^#.*\n?", re.MULTILINE)


def _text(*names: str) -> str:
    texts = (Path(__file__).with_name(f"{name}.txt").read_text("utf-8") for name in names)
    return "\n".join(_REMARK.sub("", text) if "#" in text else text for text in texts)


def _lines(name: str) -> list[str]:
    return [line for line in _text(name).split("\n") if line]


@cache
def _list(*names: str) -> frozenset[str]:
    return frozenset(_text(*names).split())


@cache
def _place_lines() -> frozenset[str]:
    return _NAMES_TOO.union(_lines("places"))


@cache
def _places() -> set[str]:
    """Places, and the longer words of those with several ("coldfield"), but nothing that is a first name."""
    longer = {word for word in _text("places").replace("-", " ").split() if len(word) > 4}
    return longer.union(_lines("places")) - _list("first_names")


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Every name -> what the lines that hold it say; a short form leads back to the names it is short for only."""
    found: dict[str, set[str]] = {}
    for line in _lines("nicknames"):
        name, *called = fold(line).split()
        found.setdefault(name, set()).update(called)
        for short in called:
            found.setdefault(short, set()).add(name)
    return {name: frozenset(others - {name}) for name, others in found.items()}


def put_away() -> None:
    """Let go of the lists and of what was looked up: over ten megabytes, read again when the next word is looked up."""
    for kept in (is_word, is_first_name, is_typo, _list, _place_lines, _places, _nicknames):
        kept.cache_clear()
