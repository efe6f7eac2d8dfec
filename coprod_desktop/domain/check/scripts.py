"""One name in two scripts: what a name in Cyrillic or Arabic letters is in Latin ones, roughly, to be compared."""

from __future__ import annotations

import re

_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгґдезийклмнопрстуфыіэћђјљњџ", "abvggdeziiklmnoprstufyiecdjlnd", strict=True)),
        **{"ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": ""},
        **{"ю": "yu", "я": "ya", "є": "ye", "ї": "yi"},
    }
)
_ARABIC = str.maketrans(
    {
        **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهپچژگڤ", "btsjhkddrzsssdtzgfkklmnhpcjgv", strict=True)),
        **dict.fromkeys("اأإآٱعءوىيئؤةےںھہۃ", ""),
    }
)
_DIGRAPHS = (
    ("sh", "s"),
    ("kh", "k"),
    ("th", "t"),
    ("dh", "d"),
    ("gh", "g"),
    ("ph", "f"),
    ("ch", "c"),
    ("x", "ks"),
    ("q", "k"),
)
_NOT_CONSONANTS = re.compile("[aeiouwy'-]")
_TWICE = re.compile(r"(.)\1+")
SHORTEST = 3
"""So many consonants say which name it is."""


def is_cyrillic(token: str) -> bool:
    """Tell whether a folded word begins in Cyrillic letters."""
    return "\u0400" <= token[:1] <= "\u052f"


def is_arabic(token: str) -> bool:
    """Tell whether a folded word begins in Arabic letters."""
    return "\u0600" <= token[:1] <= "\u06ff"


def latin(token: str) -> str:
    """Return a word in Cyrillic letters in Latin ones."""
    return token.translate(_CYRILLIC)


def consonants(token: str) -> str:
    """Return the consonants by which an Arabic name is known in any spelling: "ftm" for Fatma, Fatimah and فاطمة."""
    if is_arabic(token):
        bare = token.removeprefix("ال").translate(_ARABIC)
    else:
        bare = token
        for two, one in _DIGRAPHS:
            bare = bare.replace(two, one)
        bare = _NOT_CONSONANTS.sub("", bare)
    bare = _TWICE.sub(r"\1", bare)
    return bare[:-1] if len(bare) > SHORTEST and bare[-1] == "h" else bare
