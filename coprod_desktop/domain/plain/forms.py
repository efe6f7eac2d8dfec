"""English words as they change in a sentence: "commenced" is a form of "commence", and of "start" makes "started"."""

from __future__ import annotations

from collections.abc import Iterator

_VOWELS = "aeiou"
_ODD: dict[str, dict[str, str]] = {
    "be": {"s": "is", "ing": "being"},
    "begin": {"ing": "beginning"},
    "bring": {"ed": "brought"},
    "build": {"ed": "built"},
    "buy": {"ed": "bought"},
    "do": {"s": "does", "ing": "doing"},
    "find": {"ed": "found"},
    "get": {"ed": "got", "ing": "getting"},
    "give": {"ing": "giving"},
    "hand": {"ed": "handed"},
    "have": {"s": "has", "ed": "had", "ing": "having"},
    "help": {"ed": "helped"},
    "hold": {"ed": "held"},
    "keep": {"ed": "kept"},
    "leave": {"ed": "left"},
    "let": {"ed": "let", "ing": "letting"},
    "make": {"ed": "made"},
    "mean": {"ed": "meant"},
    "meet": {"ed": "met"},
    "pay": {"ed": "paid"},
    "people": {"s": "people"},
    "person": {"s": "people"},
    "put": {"ed": "put", "ing": "putting"},
    "run": {"ing": "running"},
    "say": {"ed": "said"},
    "send": {"ed": "sent"},
    "set": {"ed": "set", "ing": "setting"},
    "show": {"ed": "showed"},
    "split": {"ed": "split", "ing": "splitting"},
    "staff": {"s": "staff"},
    "speed": {"ed": "sped"},
    "stop": {"ed": "stopped", "ing": "stopping"},
    "take": {"ing": "taking"},
    "tell": {"ed": "told"},
    "think": {"ed": "thought"},
    "work": {"ed": "worked"},
}
"""Forms that the rules below would get wrong."""
_UNSURE = {"be", "begin", "do", "give", "show", "take", "run"}
"""Words whose "-ed" form is one of two ("did", "done"): no form is offered."""
_ACTS = {"add", "carry", "look", "pass", "sort", "start", "try", "turn", *_ODD} - {"people", "person", "staff"}
"""Words to do something, of which "s" makes "she does", at the head of several ("sets up")."""


def bases(word: str) -> Iterator[tuple[str, str]]:
    """Yield the words that a small-letter word may be a form of, each with its ending: "s", "ed" or "ing"."""
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        yield word[:-1], "s"
        if word.endswith("es"):
            yield word[:-2], "s"
        if word.endswith("ies"):
            yield word[:-3] + "y", "s"
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            yield stem + "e", ending
            yield stem, ending
            if ending == "ed" and stem.endswith("i"):
                yield stem[:-1] + "y", ending
            if stem[-1] == stem[-2]:
                yield stem[:-1], ending
    british = word.replace("iz", "is")
    if british != word:  # "utilize" is "utilise"
        yield british, ""
        yield from bases(british)


def put_into(words: str, ending: str) -> str:
    """Return words with the ending that the replaced word had; "" when it is not sure which form is right."""
    first, space, rest = words.partition(" ")
    if not ending:
        return words
    if first in _UNSURE and ending == "ed":
        return ""
    if ending == "s" and rest and first not in _ACTS and not rest.startswith(("of ", "for ")):
        return ""  # "what was sent" has no plural
    if ending in _ODD.get(first, {}):
        return _ODD[first][ending] + space + rest
    return _regular(first, ending) + space + rest


def _regular(word: str, ending: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS and ending != "ing":
        return word[:-1] + ("ies" if ending == "s" else "ied")
    if ending == "s" and word.endswith("s") and not word.endswith("ss"):
        return word  # of several things already: "steps"
    if ending == "s":
        return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    if word.endswith("e") and (ending == "ed" or not word.endswith("ee")):
        return word[:-1] + ending
    return word + ending
