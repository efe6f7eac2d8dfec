"""The forms one person's name takes: its words, short and pet forms, initials, names on the internet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coprod_desktop.domain.check import known, lists, scripts
from coprod_desktop.domain.check.words import fold, forms, tidy, words_of
from coprod_desktop.domain.record import Person

NEAR = 4
"""Names with fewer letters are not looked for one letter off: too many words are."""
_ENDINGS = sorted(
    lists.word_set("""
a e i o u y m s em om im ym ie iem owi ego iego emu iemu ej iej ow ami ach ova ovi ovej as us is es n en in un uk ek ka
nin nun den dan de da te ta ten tan ye ya yi yu yle yla le la lar ler lari leri lara lere larin lerin
lle lla lta ssa sta tta ksi na ille illa ilta issa ista iin ien owie
"""),
    key=lambda ending: (-len(ending), ending),
)
"""What Polish and its neighbours, Lithuanian, Turkish, Finnish and others put at the end of a name."""
_BENDS = (
    *(("nen", "se"), ("nen", "s"), ("ka", "c"), ("ga", "dz"), ("ra", "rz"), ("ta", "ci"), ("da", "dzi")),
    *((f"{twice}{vowel}", f"{twice[0]}{vowel}") for twice in ("kk", "pp", "tt") for vowel in "aio"),
    *((f"e{last}", last) for last in "lkc"),
)
"""How a name bends before an ending, in Finnish and Polish: Korhonen, Korhoselle; Agnieszka, Agnieszce; Wróbel, Wróblowi."""
_AFTER_AN_APOSTROPHE = 6
"""Letters of the longest ending that Turkish parts off ("Emre'lerden"), and of what French and Italian put before ("d'Emre")."""
_LAST_LETTERS = ("", "a", "i", "y", "o", "e")
_VOWELS = "aeiouy"
_NEVER_TWICE = "aeiouhwxy"
_PET_ENDINGS = ("ie", "y", "ey")


@dataclass(frozen=True)
class Listed:
    """One person's name in pieces."""

    person: Person
    words: tuple[str, ...]
    parts: frozenset[str]
    """Every folded form of every word of the name."""
    public: frozenset[str]
    """Those that may be printed."""
    sure: frozenset[str]
    """Those that are a name by themselves ("Tattersall", not "Resident" or "A")."""
    allowed: str | None
    called: frozenset[str]
    """Short and pet forms of the first name, and what it is short for."""
    initials: frozenset[str]


def listed(person: Person, allowed: str | None, first: str) -> Listed:
    """Take a name to pieces; `allowed` is what of it may be printed, `first` what the person is called."""
    words = tuple(w.token for w in words_of(fold(tidy(person.name))))
    parts = {form for word in words for form in forms(word)[: None if "-" in word or "'" in word else 1]}
    parts |= {rest for part in tuple(parts) if len(rest := part.partition("'")[2]) > 4}  # of O'Shaughnessy
    parts |= {word[2:] for word in words if word.startswith("ال") and len(word) > 4}
    parts |= {scripts.latin(word) for word in words if scripts.is_cyrillic(word)}
    joined = "".join(words)
    parts |= {joined} if sum(len(word) > 2 for word in words) > 1 else set()  # "@VashtiOddfellow"
    public = {form for w in words_of(fold(allowed or "")) for form in forms(w.token)}
    public |= {joined} if public.issuperset(words) else set()
    sure = {p for p in parts if p not in lists.ROLE_WORDS and len(p) > 1 and not p.isdigit()}
    called = _called(fold(tidy(first))) - parts
    public |= called if public.issuperset(words) else set()
    return Listed(
        person, words, frozenset(parts), frozenset(public), frozenset(sure), allowed, called, _initials(words)
    )


def _called(first: str) -> frozenset[str]:
    if len(first) < 2 or not first.isascii() or first in lists.ROLE_WORDS:
        return frozenset()
    found = set(known.nicknames(first))
    for short in known.nicknames(first):
        if first in known.nicknames(short) and len(known.nicknames(short)) < 3:
            found |= known.nicknames(short)
    if len(first) > 2:
        stem = first.rstrip(_VOWELS) if len(first) > 3 else first
        doubled = stem if stem[-1:] in _NEVER_TWICE else stem + stem[-1]
        found |= {base + ending for base in (first, stem, doubled) for ending in _PET_ENDINGS if len(base) > 2}
    return frozenset(name for name in found if len(name) > 1)


def _initials(words: tuple[str, ...]) -> frozenset[str]:
    named = [part for word in words if word not in lists.TITLES for part in word.split("-") if part]
    if len(named) < 2 or not all(word[0].isalpha() and word.isascii() for word in named):
        return frozenset()
    every = "".join(word[0] for word in named)
    simple = "".join(word[0] for word in words if word not in lists.TITLES)
    return frozenset({every, simple, every[0] + every[-1]})


def bent(name: str) -> Iterator[str]:
    """Yield what a name becomes before an ending, where that is not the name itself."""
    for end, bends in _BENDS:
        stem = name.removesuffix(end)
        if stem != name and len(stem + bends) >= NEAR:
            yield stem + bends


def stems(token: str) -> Iterator[str]:
    """Yield what a word may be without an ending of another language ("Wiśniewskiego", "Emre'nin")."""
    first, mark, rest = token.partition("'")
    if mark and len(rest) <= _AFTER_AN_APOSTROPHE:
        yield first
    if mark and len(first) <= 2:
        yield rest
    for ending in _ENDINGS:
        stem = token.removesuffix(ending)
        if len(stem) < len(token) and len(stem) >= NEAR:
            yield from (stem + last for last in _LAST_LETTERS if stem + last != token)


def less_one(word: str) -> set[str]:
    """Return a word with each of its letters left out once, and whole."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def one_off(a: str, b: str) -> bool:
    """Tell of two words that share a form of less_one whether one letter is other, too many or too few, or two are swapped."""
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) != len(b):
        short, long = sorted((a, b), key=len)
        return short[at:] == long[at + 1 :]
    return a[at + 1 :] == b[at + 1 :] or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])


def handle_of(token: str, name: Listed) -> bool:
    """Tell whether a word is made of a name as on the internet: "jeanq", "mthistle", "edbartholomew"."""
    words = [w.replace("-", "").replace("'", "") for w in name.words if w not in lists.TITLES]
    if len(words) < 2 or len(token) < NEAR or not token.isascii():
        return False
    first, last = words[0], words[-1]
    for start in (first, *name.called):
        rest = token.removeprefix(start)
        if len(start) > 1 and rest != token and rest and last.startswith(rest) and len(start) + len(rest) > NEAR:
            return True
    if token[0] == first[0] and len(token) > NEAR and last.startswith(token[1:]):
        return True
    return token.endswith(first[0]) and len(token) > NEAR and token[:-1] == last
