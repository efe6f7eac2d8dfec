"""Names in a text of people who are not on the list: words that are no words, and what stands before or around names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coprod_desktop.domain.check import cues, known, lists, traits
from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.lists import word_set
from coprod_desktop.domain.check.places import is_place_or_body
from coprod_desktop.domain.check.starting import starts_as_name
from coprod_desktop.domain.check.words import Word, fold, forms, starts_sentence, words_of

_ENGLISH = 0.5
"""So many of the words have to be English for an unknown first word to be taken for a name."""
_GERMAN = word_set("""
der die das und nicht ist ich wir mein meine hat sagte mit zu kam war eine ein sie auf für fur
""")
_IN_PLACE = frozenset(["in", "near", "around", "across", "outside"])
_ARTICLES = frozenset({"the", "a", "an"})
_FAMILY = word_set("""
family families household brothers sisters twins girl boy lad lads lass woman man lady couple
""")
_TOWARDS = word_set("""
to from at in via near through past for the and of between towards
""")
_JOURNEY = frozenset(["from", "to", "at", "in", "via", "through", "near", "past", "by"])
_TRUSTED = frozenset(["trust", "trusted", "confidence", "faith", "believe", "believed", "believes", "in"])
_CALLED = frozenset({"called", "named"})
_IS = frozenset({"is", "was"})
_BE = _IS | {"be"}
_CALLED_OR_IS = _CALLED | _IS
_CALLED_AFTER = lists.SOMEONE | _BE
_NO_PART = lists.FUNCTION_WORDS | lists.CALENDAR
_BEFORE_NAMES = lists.TITLES | lists.RELATIONS
_AFTER_A_NAME = lists.SPEAKS | _FAMILY
_YOUNG = frozenset({"boy", "girl", "lad", "lass"})
_OF_RANK = frozenset({"lord", "lady", "captain", "major", "colonel", "bishop", "canon"})
_BEFORE_A_LETTER = lists.TITLES_ANY_CASE | {"ms", "miss", "dr", "cllr"}
"""Titles after which one letter is a name: "Mr P"."""
_LETTERED = frozenset({"vitamin", "hepatitis"})
_WORDS_OF_A_LETTER = frozenset({"a", "i"})
_NEXT_DOORS = frozenset({"door's", "doors"})
_AT = frozenset({"from", "at", "in"})
_BEFORE_A_NAME = frozenset({"", ",", "(", ":", "-", "–"})
_IN_LETTERS = re.compile(r"(?:[^\W\d_]|['-])+")
_BLANKS = " \t"
_LONGEST = 5
"""Words a name has at most."""


@dataclass(frozen=True)
class _Seen:
    """One text with its words, and what kind of text it is."""

    text: str
    words: list[Word]
    english: bool
    german: bool
    shouted: bool

    def token(self, at: int) -> str:
        return self.words[at].token if 0 <= at < len(self.words) else ""

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.words) and self.text[self.words[at].start].isupper()

    def gap(self, at: int) -> str | None:
        """What stands between a word and the next, but for blanks around it; None after the last word."""
        if at + 1 >= len(self.words):
            return None
        return self.text[self.words[at].end : self.words[at + 1].start].strip(_BLANKS)

    def parted(self, at: int) -> bool:
        """Whether one space stands between a word and the next, which there has to be."""
        return self.text[self.words[at].end : self.words[at + 1].start] == " "

    def first(self, at: int) -> bool:
        return starts_sentence(self.text, self.words[at].start)

    def all_capitals(self, at: int) -> bool:
        return self.text[self.words[at].start : self.words[at].end].isupper()


def third_people(text: str, words: list[Word], taken: set[int], *, lone: bool) -> Iterator[Hit]:
    """Yield names of people not on the list.

    `taken` are words that are listed names. `lone` False leaves out names that stand by themselves, for places.
    """
    yield from (hit(FindingKind.THIRD_PERSON, *span) for span in cues.cued(text))
    spots = [n for n, word in enumerate(words) if _may_begin(text, word)]
    if not spots:
        return
    seen = _look(text, words)
    rules = (_after_relation, _after_title, _before_polite, _initial_and_surname, *((_lone,) if lone else ()))
    for rule in rules:
        for at in spots:
            first = rule(seen, at)
            if first is not None and first not in taken:
                yield hit(FindingKind.THIRD_PERSON, words[first].start, words[_last_of_name(seen, first)].end)


def _may_begin(text: str, word: Word) -> bool:
    """Tell, quickly, whether a name may begin at a word or right after it."""
    if traits.is_cue(word.token):
        return True
    if not text[word.start].isupper():
        return False
    return word.token.removesuffix("'s") in lists.SAYING_NAMES or any(map(known.is_first_name, forms(word.token)))


def _look(text: str, words: list[Word]) -> _Seen:
    plain = [
        w.token for w in words if len(w.token) > 1 and not (text[w.start].isupper() and not known.is_word(w.token))
    ]
    real = sum(known.is_word(token) or known.is_first_name(token) for token in plain)
    english = not plain or real >= _ENGLISH * len(plain)
    german = not english and len(_GERMAN.intersection(plain)) > 1
    return _Seen(text, words, english, german, len(words) > 1 and text.isupper())


def _unknown(token: str) -> bool:
    """Tell whether a word is nothing that is known: no English word, no place, no firm."""
    is_known = known.is_capital(token) or known.is_word(token) or known.is_place(token)
    return len(token) > 1 and _IN_LETTERS.fullmatch(token) is not None and not is_known


def _name_like(seen: _Seen, at: int) -> bool:
    """Tell whether a word could be a name after a title or a relation."""
    token = seen.token(at)
    if any(known.is_first_name(f) and not known.is_word(f) for f in forms(token)):
        return True
    if len(token) < 2 or any(f in lists.NOT_NAMES for f in forms(token)) or not token[0].isalpha():
        return False
    if seen.shouted:
        return _unknown(token)
    if seen.capital(at):
        return not seen.all_capitals(at) or (len(token) > 3 and _unknown(token))
    return seen.english and len(token) > 2 and _unknown(token) and not known.is_typo(token)


def _last_of_name(seen: _Seen, first: int) -> int:
    """Return the last word of a name: what follows with a capital and is no everyday word, and initials."""
    for last in range(first, first + _LONGEST - 1):
        gap, token, after = seen.gap(last), seen.token(last), seen.token(last + 1)
        if gap not in {"", "."} or token.endswith("'s") or (gap == "." and len(token) > 1):
            return last
        if not seen.capital(last + 1) or after in _NO_PART:
            return last
        if (last > first or seen.shouted) and known.is_word(after) and after not in lists.SURNAME_WORDS:
            return last
    return first + _LONGEST - 1


# ---- the rules: each returns the first word of a name that stands at or after a word, or None


def _after_relation(seen: _Seen, at: int) -> int | None:
    """Return the word after "my carer", "social worker", "a man called" and the like when it is a name."""
    token = seen.token(at)
    relation = token in lists.RELATIONS or (seen.token(at - 1), token) in lists.RELATIONS_IN_TWO
    someone = token in lists.SOMEONE
    if token == "our" and not seen.capital(at + 1):
        return at + 1 if _unknown_small(seen, at + 1) else None
    if token in _CALLED and at and (seen.token(at - 1) in _CALLED_AFTER or seen.first(at)):
        return at + 1 if _name_like(seen, at + 1) else None
    if not relation and not someone:
        return None
    if seen.gap(at) not in _BEFORE_A_NAME:
        return None
    name = at + 1
    if seen.token(name) in _CALLED_OR_IS and relation:
        plain_is = seen.token(name) in _IS
        name += 1
        if plain_is and not (seen.capital(name) or known.is_first_name(seen.token(name))):
            return None
    elif not relation:
        named = _name_like(seen, name) and not known.is_word(seen.token(name))
        return name if token in _YOUNG and named else None
    if not _name_like(seen, name):
        return None
    if seen.capital(at) and not seen.first(at) and not seen.shouted:
        # "Carer Passport" is a heading, not a person
        return name if known.is_first_name(seen.token(name)) else None
    return name


def _unknown_small(seen: _Seen, at: int) -> bool:
    token = seen.token(at)
    return (
        seen.english and len(token) > 2 and (_unknown(token) or known.is_first_name(token)) and not known.is_typo(token)
    )


def _after_title(seen: _Seen, at: int) -> int | None:
    """Return the word after "Mrs", "Dr" and the like when it is a name."""
    token = seen.token(at)
    abroad = token in lists.TITLES_ABROAD
    if (token not in lists.TITLES and not abroad) or seen.gap(at) not in {"", "."}:
        return None
    if seen.token(at + 1).isdigit() and token in lists.TITLES_OF_OFFICE and seen.capital(at + 2):
        return at + 2  # "PC 4471 Dunmore"
    after, capital, capital_after = seen.token(at + 1), seen.capital(at), seen.capital(at + 1)
    no_name = any(f in lists.NOT_NAMES for f in forms(after))
    if len(after) == 1:
        letter = capital and capital_after and token in _BEFORE_A_LETTER
        return at + 1 if letter and after.isalpha() else None
    if token in lists.TITLES_ANY_CASE:
        return at + 1 if (capital and capital_after) or (not no_name and len(after) > 2) else None
    if not capital_after or seen.shouted:
        return (
            at + 1
            if (seen.shouted or not abroad) and len(after) > 2 and _unknown(after) and not known.is_typo(after)
            else None
        )
    if abroad and not (capital and not known.is_word(token)):
        return at + 1 if not no_name and not known.is_capital(after) and not known.is_word(after) else None
    if not capital and token not in lists.TITLES_SHORT and not _unknown(after):
        return None
    if token in _OF_RANK and known.is_word(after) and after not in lists.SURNAME_WORDS:
        return None  # "Lord Lieutenant"
    return at + 1 if not no_name or after in lists.SURNAME_WORDS else None


def _before_polite(seen: _Seen, at: int) -> int | None:
    """Return a word with "ji", "bhai" or "Hanım" after it, or with where that person is from."""
    token = seen.token(at)
    if len(token) < 3 or not token[0].isalpha():
        return None
    if seen.token(at + 1) in lists.POLITE_AFTER and seen.parted(at):
        return at if not known.is_word(token) else None
    small = not seen.capital(at) and (_unknown_small(seen, at) or (known.is_first_name(token) and seen.english))
    if not small:
        return None
    here = [seen.token(at + n) for n in (1, 2, 3, 4)]
    from_work = here[0] in _AT and not lists.FROM_WORK.isdisjoint(here[1:])
    next_door = here[:2] == ["next", "door"] or seen.token(at - 1) in _NEXT_DOORS
    speaks = seen.first(at) and here[0] in lists.SPEAKS
    return at if from_work or next_door or speaks else None


def _initial_and_surname(seen: _Seen, at: int) -> int | None:
    """Return the initial of "J. Smith", "T Abernathy"; and the surname of "Abernathy, T."."""
    if len(seen.token(at)) != 1 or not seen.capital(at) or not seen.token(at).isalpha() or seen.shouted:
        return None
    gap, after = seen.gap(at), seen.token(at + 1)
    if len(after) < 2 or not seen.capital(at + 1) or seen.all_capitals(at + 1):
        return None
    named = _unknown(after) or known.is_first_name(after) or after in lists.SURNAME_WORDS
    if gap == "." and after not in lists.NOT_NAMES and seen.token(at - 1) not in _LETTERED:
        lettered = seen.first(at) or not known.is_word(seen.token(at - 1)) or named
        return at if lettered else None
    return at if seen.parted(at) and named and seen.token(at) not in _WORDS_OF_A_LETTER else None


def _lone(seen: _Seen, at: int) -> int | None:
    """Return a word that is a name by itself: a first name, or a word with a capital that is nothing else."""
    token = seen.token(at).removesuffix("'s")
    if len(token) < 2 or not token[0].isalpha() or token in _BEFORE_NAMES:
        return None
    first = any(known.is_first_name(f) for f in forms(token))
    if seen.shouted:
        name = (first or (len(token) > 3 and _unknown(token))) and not known.is_word(token)
        return at if name and not known.is_capital(token) else None
    if not seen.capital(at):
        small = first and seen.english and len(token) > 3 and not known.is_word(token)
        return at if small and not known.is_place(token) and not known.is_capital(token) else None
    if known.is_capital(seen.token(at)) and not known.is_first_name(token):
        return None
    if seen.all_capitals(at):
        return at if first and len(token) > 2 and not known.is_capital(token) and not known.is_word(token) else None
    if is_place_or_body(seen.text, seen.words, at):
        return None
    begins = seen.first(at)
    if token in lists.CALENDAR and seen.token(at + 1) not in lists.SPEAKS:
        return None
    if first and not begins and seen.token(at - 1) in _JOURNEY and known.is_place_too(token):
        return None
    if first and not (begins and _everyday(token) and not starts_as_name(seen.text, seen.words, at)):
        return None if known.is_capital(token) and known.is_word(token) else at
    spoke = seen.first(at) and token in lists.SAYING_NAMES and seen.token(at + 1) in lists.SPEAKS
    if spoke or (token in lists.STARTING_NAMES and _is_called(seen, at)):
        return at
    if not _unknown(token) or seen.german:
        spoken = known.is_place(token) and not begins and seen.token(at + 1) in lists.SPEAKS
        return at if spoken and not known.is_capital(token) else None
    if begins and (not seen.english or known.is_typo(token)):
        return at if seen.english and seen.token(at + 1) in lists.SPEAKS else None
    before, after = seen.token(at - 1), seen.token(at + 1)
    if known.sounds_like_place(token) and (before in _TOWARDS if not begins else after not in lists.SPEAKS):
        return None
    if before in _ARTICLES and not begins and token[-1] != "s" and after not in _AFTER_A_NAME:
        return None
    if _is_brand(seen, at):
        return None
    if seen.token(at - 1) in _IN_PLACE and seen.token(at - 2) not in _TRUSTED and not begins:
        return None
    return at


def _is_called(seen: _Seen, at: int) -> bool:
    """Tell whether a name that is an everyday word too stands as a name, with its capital: "ask Grace", "Hope drives me"."""
    if seen.first(at):
        return starts_as_name(seen.text, seen.words, at)
    before = seen.token(at - 1)
    titled = seen.capital(at - 1) and not seen.first(at - 1)
    return not (titled or before in _ARTICLES or (before in _JOURNEY and known.is_place(seen.token(at))))


def _is_brand(seen: _Seen, at: int) -> bool:
    """Tell whether a word has a capital inside after an everyday word: "GoPro", "YouGov"."""
    word = seen.text[seen.words[at].start : seen.words[at].end]
    inner = next((n for n in range(1, len(word)) if word[n].isupper()), 0)
    return "-" not in word and "'" not in word and known.is_word(word[:inner].lower())


def _everyday(token: str) -> bool:
    return known.is_word(token) or token in lists.FUNCTION_WORDS


def person_like(text: str) -> tuple[int, int] | None:
    """Return where an owner's words look like a person's name rather than a job or a team; None if they do not."""
    start = 0
    for part in _parts(text):
        words = words_of(fold(part))
        tokens = [w.token for w in words]
        named = bool(tokens) and (
            tokens[0] in lists.TITLES
            or (len(tokens) == 1 and (known.is_first_name(tokens[0]) or _unknown(tokens[0])))
            or (
                1 < len(tokens) <= 4
                and not all(
                    known.is_word(t) and not known.is_first_name(t) and t not in lists.SURNAME_WORDS for t in tokens
                )
                and all(part[w.start].isupper() or w.token in lists.ROLE_WORDS for w in words)
                and not any(t in lists.JOB_WORDS or t in lists.ORGANISATION_WORDS for t in tokens)
            )
            or (known.is_first_name(tokens[0]) and part[words[0].start].isupper())
        )
        if named:
            return start + words[0].start, start + words[-1].end
        start += len(part) + 1
    return None


def _parts(text: str) -> list[str]:
    for mark in ",;/&()–:":
        text = text.replace(mark, "\n")
    return text.replace(" - ", " \n ").split("\n")
