"""Names in a text of people of the workspace, in the spellings, forms and disguises people type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from coprod_desktop.domain.check import disguise, known, lists, scripts, unspaced
from coprod_desktop.domain.check.initials import TWO_CAPITALS, initials
from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.lists import word_set
from coprod_desktop.domain.check.name_forms import NEAR, Listed, bent, handle_of, less_one, listed, one_off, stems
from coprod_desktop.domain.check.places import is_place_or_body
from coprod_desktop.domain.check.starting import starts_as_name
from coprod_desktop.domain.check.words import Word, fold, forms, starts_sentence, tidy, words_of
from coprod_desktop.domain.permission import NamePart
from coprod_desktop.domain.record import Person

_MAY_HAVE_FORMS = re.compile("['-]|s$|^[\u0590-\u06ff]")
"""A word without these is read in one way only (words.forms)."""


def first_name(name: str) -> str:
    """Return what a person is called: the first word that is no title ("Surname, First" is turned round).

    Where it cannot be told from the rest (a name in a script without spaces, two people, a mail address) nothing.
    """
    if any(sign in name for sign in "@/&") or any(c >= "\u2e80" for c in name):
        return ""
    before, comma, after = tidy(name).partition(",")
    words = (after if comma and after.strip() else before).split()
    called = [w for w in words if fold(w).rstrip(".") not in lists.TITLES]
    if not called or (len(called) == 1 and len(words) > 1 and not comma):
        return ""
    return called[0]


def allowed_name(person: Person, parts: frozenset[NamePart]) -> str | None:
    """Return the name as it may be printed when these parts of it may; None when it may not."""
    if {NamePart.FIRST, NamePart.SURNAME} <= parts:
        return tidy(person.name).strip() or None
    return first_name(person.name) or None if NamePart.FIRST in parts else None


class ListedNames:
    """The names of people, ready to be looked for; `parts` says what of someone's name may be printed.

    `others` are not in this session: two bare initials are not taken for one of them. `before` are the names of another
    session of the same workspace: whose name stands there in the same way is not taken to pieces again.
    """

    def __init__(
        self,
        people: Iterable[Person],
        parts: Callable[[str], frozenset[NamePart]],
        others: Iterable[Person] = (),
        before: ListedNames | None = None,
    ) -> None:
        self._table: dict[str, list[Listed]] = {}
        self._called: dict[str, list[Listed]] = {}
        self._initials: dict[str, list[Listed]] = {}
        self._unspaced: list[tuple[str, Listed]] = []
        self._odd: dict[tuple[str, bool], list[Listed]] = {}
        self._before: dict[str, Listed] = {one.person.id: one for one in before._all} if before else {}
        here = tuple(people)
        self._all: list[Listed] = [self._add(p, allowed_name(p, parts(p.id))) for p in (*here, *others)]
        self._before = {}
        for one in self._all[: len(here)]:
            for letters in one.initials:
                self._initials.setdefault(letters, []).append(one)

    def _add(self, person: Person, allowed: str | None) -> Listed:
        known_before = self._before.get(person.id)
        if known_before and known_before.allowed == allowed and known_before.person.name == person.name:
            one = known_before if known_before.person == person else replace(known_before, person=person)
        else:
            one = listed(person, allowed, first_name(person.name))
        for part in one.parts:
            self._table.setdefault(part, []).append(one)
        for name in one.called:
            self._called.setdefault(name, []).append(one)
        self._unspaced += [(piece, one) for piece in unspaced.pieces(fold(tidy(person.name)))]
        return one

    def may_be_in(self, tokens: Iterable[str]) -> bool:
        """Tell, quickly, whether any of these words could be part of a listed name."""
        table, before = self._table, ""
        for t in tokens:
            if t in table or t in self._called or before + t in table:
                return True
            if (bare := t.removesuffix("s")) in table or bare in self._called:
                return True
            if _MAY_HAVE_FORMS.search(t) and any(form in table or form in self._called for form in forms(t)):
                return True
            before = t
        return False

    def find(self, text: str, words: list[Word]) -> tuple[list[Hit], set[int]]:
        """Return the names that may not be public, and which words (by place in the list) are some listed name."""
        hits: list[Hit] = []
        known_words: set[int] = set()
        for at, run, people in self._named(text, words):
            known_words.update(range(at, at + run))
            hidden = [p for p in people if not self._may_show(p, words[at : at + run])]
            if hidden:
                hits.append(_name_hit(words[at : at + run], hidden[0]))
        for spot, people in self._disguised(text, words, known_words):
            inside = [i for i, w in enumerate(words) if w.start < spot.end and spot.start < w.end]
            hidden = [p for p in people if not self._may_show(p, [spot])]
            if hidden and not known_words.issuperset(inside):
                hits.append(hit(FindingKind.NAME, spot.start, spot.end))
            known_words.update(inside)
        return hits + [hit(FindingKind.NAME, *place, None) for place, _ in self._hidden_unspaced(text)], known_words

    def first_named(self, text: str) -> Person | None:
        """Return the first person on the list a text names and whose name it shows although it may not be public."""
        words = words_of(fold(text))
        for at, run, people in self._named(text, words):
            for one in people:
                if not self._may_show(one, words[at : at + run]):
                    return one.person
        return next((one.person for _, one in self._hidden_unspaced(text)), None)

    def anybody_named(self, text: str) -> Person | None:
        """Return the first person a text names, whatever of the name may be public."""
        words = words_of(fold(text))
        named = next((people[0].person for _at, _run, people in self._named(text, words) if people), None)
        if named is not None or not self._unspaced:
            return named
        folded = fold(text)
        return next((one.person for piece, one in self._unspaced if any(unspaced.places(piece, folded))), None)

    def _hidden_unspaced(self, text: str) -> Iterator[tuple[tuple[int, int], Listed]]:
        """Yield names in scripts without spaces that may not be public; a name that may be hides no other inside it."""
        folded = fold(text) if self._unspaced else ""
        found = [(place, one) for piece, one in self._unspaced for place in unspaced.places(piece, folded)]
        shown = [p for p, one in found if one.allowed and folded[p[0] : p[1]] in fold(one.allowed)]
        for (start, end), one in found:
            public = one.allowed and folded[start:end] in fold(one.allowed)
            if not public and not any(a <= start and end <= b for a, b in shown):
                yield (start, end), one

    # ---- names as they are written

    def _named(self, text: str, words: list[Word]) -> Iterator[tuple[int, int, list[Listed]]]:
        """Yield where names of people on the list stand: the first word, how many words, whose it may be."""
        if not self._table:
            return
        table, at, n = self._table, 0, len(words)
        while at < n:
            token = words[at].token
            if token not in table and not _MAY_HAVE_FORMS.search(token):
                at += 1
                continue
            run, people = self._longest(words, at)
            if people and self._is_name(text, words, at, run, people):
                yield at, run, people
                at += run
            else:
                at += 1

    def _longest(self, words: list[Word], at: int) -> tuple[int, list[Listed]]:
        people: list[Listed] = [p for form in forms(words[at].token) for p in self._table.get(form, ())]
        people = list({id(p): p for p in people}.values())
        run = 1
        while people and at + run < len(words) and words[at + run].start - words[at + run - 1].end <= 2:
            longer = [p for p in people if not p.parts.isdisjoint(forms(words[at + run].token))]
            if not longer:
                break
            people, run = longer, run + 1
        return run, people

    def _is_name(self, text: str, words: list[Word], at: int, run: int, people: list[Listed]) -> bool:
        """Tell whether these words are a name here, and not everyday words that somebody's name is made of."""
        here = words[at : at + run]
        parts = frozenset[str]().union(*(p.parts for p in people))
        tokens = [parts.intersection(forms(w.token)) for w in here]  # of "Brid-like" only "brid"
        capital = [text[w.start].isupper() for w in here]
        sure = [any(p.sure & t for p in people) for t in tokens]
        everyday = [bool(t & lists.WORD_NAMES) for t in tokens]
        if run > 1 and any(sure):
            whole = any(
                len(p.words) == run and all(a in t for a, t in zip(p.words, tokens, strict=True)) for p in people
            )
            return whole or not all(everyday) or all(capital)
        if not any(sure):
            return any(len(p.words) == run for p in people) and all(capital)
        if not everyday[0]:
            return capital[0] or len(here[0].token) > 2
        if not capital[0] or _is_date(words, at) or is_place_or_body(text, words, at):
            return False
        return not starts_sentence(text, here[0].start) or starts_as_name(text, words, at)

    @staticmethod
    def _may_show(person: Listed, words: list[Word]) -> bool:
        return all(not person.public.isdisjoint(forms(w.token)) for w in words)

    # ---- names in other forms

    def _disguised(self, text: str, words: list[Word], taken: set[int]) -> Iterator[tuple[Word, list[Listed]]]:
        hides = disguise.HIDES.search(text) is not None
        for at, word in enumerate(words):
            if at not in taken and self._may_differ(word) and (people := self._other_form(text, words, at)):
                yield word, people
            if hides and (hidden := disguise.hidden_letter(text, words, at)) and (people := self._with_hidden(*hidden)):
                yield Word(word.start, words[at + 1].end, hidden[0] + hidden[2]), people
        if TWO_CAPITALS.search(text):
            for spot in initials(text, words):
                if people := self._initials.get(spot.token, []):
                    yield spot, people
        for spot in disguise.put_together(text, words):
            token = spot.token.removesuffix("'s")
            if len(token) > 2 and (people := self._sure(token)):
                yield spot, people

    def _may_differ(self, word: Word) -> bool:
        """Tell, quickly, whether a word may be a name in another form."""
        token = word.token
        return not known.is_word(token) or token in self._called or _MAY_HAVE_FORMS.search(token) is not None

    def _other_form(self, text: str, words: list[Word], at: int) -> list[Listed]:
        """Return whose name a word is in another form: short, with an ending, one letter off, in another script."""
        word = words[at]
        capital, start = text[word.start].isupper(), starts_sentence(text, word.start)
        for token in forms(word.token):
            people = self._called.get(token) or (self._called.get(token[:-1]) if token[-1:] == "s" else None)
            if people and self._is_short_form(text, words, at, token, capital=capital, start=start):
                return people
        token = word.token.removesuffix("'s")
        short = len(token) < NEAR and not scripts.is_arabic(token)  # which writes few vowels
        if short or known.is_word(token) or known.is_capital(token):
            possessed = (
                token[-1:] == "s" and (capital or token[:-1] not in lists.WORD_NAMES) and _is_possessed(words, at)
            )
            return self._sure(token[:-1]) if possessed else []
        if (token, capital) not in self._odd:
            self._odd[token, capital] = self._odd_form(token, capital=capital)
        return self._odd[token, capital]

    def _odd_form(self, token: str, *, capital: bool) -> list[Listed]:
        if token[-1] == "s" and (people := self._sure(token[:-1]) or self._typed_wrong(token[:-1], capital=capital)):
            return people
        if scripts.is_cyrillic(token):
            token = scripts.latin(token)
            if people := self._sure(token) or self._called.get(token, []):
                return people
        if people := self._by_consonants(token):
            return people
        for stem in stems(token):
            if people := self._sure(stem) or self._bent.get(stem, []):
                return people
            if people := self._called.get(stem, []) if capital and len(stem) > NEAR else []:
                return people
        if people := self._typed_wrong(token, capital=capital):
            return people
        if people := self._sure(token[::-1]):
            return people
        return [p for p in self._may_be_called(token) if handle_of(token, p)] if not known.is_place(token) else []

    def _typed_wrong(self, token: str, *, capital: bool) -> list[Listed]:
        may_be = (capital or len(token) > NEAR) and not (known.is_first_name(token) or known.is_place(token))
        return [p for name in self._near_to(token) for p in self._table[name]] if may_be and len(token) >= NEAR else []

    def _may_be_called(self, token: str) -> list[Listed]:
        """Return who may be behind a name on the internet, without looking at everybody."""
        found = [p for n in range(2, len(token)) for by in (self._table, self._called) for p in by.get(token[:n], ())]
        found += self._surnames.get(token[1:NEAR], ())
        return list({id(p): p for p in found}.values())

    @cached_property
    def _surnames(self) -> dict[str, list[Listed]]:
        found: dict[str, list[Listed]] = {}
        for one in self._all:
            for surname in one.words[-1:]:
                found.setdefault(surname.replace("-", "")[: NEAR - 1], []).append(one)
        return found

    def _sure(self, token: str) -> list[Listed]:
        return [p for p in self._table.get(token, ()) if token in p.sure]

    @staticmethod
    def _is_short_form(text: str, words: list[Word], at: int, token: str, *, capital: bool, start: bool) -> bool:
        if is_place_or_body(text, words, at):
            return False
        word_like = known.is_word(token) or token in lists.WORD_NAMES or token in lists.FUNCTION_WORDS
        if not word_like:
            return capital or len(token) > 3
        if not capital or _is_date(words, at) or token in lists.FUNCTION_WORDS | lists.CALENDAR:
            return False
        return not start or starts_as_name(text, words, at) or _is_possessed(words, at)

    def _near_to(self, token: str) -> list[str]:
        around = {name for key in less_one(token) for name in self._almost.get(key, ())}
        return [name for name in around if one_off(token, name)]

    @cached_property
    def _almost(self) -> dict[str, list[str]]:
        """Every longer name by what it is with one letter left out."""
        found: dict[str, list[str]] = {}
        for name in {part for p in self._all for part in p.sure if len(part) >= NEAR}:
            for key in less_one(name):
                found.setdefault(key, []).append(name)
        return found

    @cached_property
    def _bent(self) -> dict[str, list[Listed]]:
        """Every name by what it becomes before an ending."""
        found: dict[str, list[Listed]] = {}
        for one in self._all:
            for stem in {stem for part in one.sure for stem in bent(part)}:
                found.setdefault(stem, []).append(one)
        return found

    def _by_consonants(self, token: str) -> list[Listed]:
        key = scripts.consonants(token)
        return self._sounds.get((key, not scripts.is_arabic(token)), []) if len(key) >= scripts.SHORTEST else []

    @cached_property
    def _sounds(self) -> dict[tuple[str, bool], list[Listed]]:
        """Names by their consonants and by whether they are written in Arabic letters: looked for in the other script."""
        found: dict[tuple[str, bool], list[Listed]] = {}
        for one in self._all:
            for part in one.sure:
                if len(key := scripts.consonants(part)) >= scripts.SHORTEST:
                    found.setdefault((key, scripts.is_arabic(part)), []).append(one)
        return found

    def _with_hidden(self, start: str, many: int, end: str) -> list[Listed]:
        return [
            p
            for p in self._all
            for name in p.sure
            if len(name) == len(start) + many + len(end) and name.startswith(start) and name.endswith(end)
        ]


def _is_possessed(words: list[Word], at: int) -> bool:
    """Tell whether a name without its apostrophe has something: "Wins round", "jeans carer"."""
    return words[at].token[-1:] == "s" and at + 1 < len(words) and words[at + 1].token in lists.OWNED


def _is_date(words: list[Word], at: int) -> bool:
    """Tell whether "May" is a month: "3 May", "May 2027", "in May", "May or June"."""
    if words[at].token not in lists.CALENDAR:
        return False
    around = (words[at - 1].token if at else "", words[at + 1].token if at + 1 < len(words) else "")
    beyond = [w.token for w in words[max(0, at - 2) : at] + words[at + 1 : at + 3]]
    return (
        any(t[:1].isdigit() for t in around) or around[0] in _BEFORE_A_DAY or any(t in lists.CALENDAR for t in beyond)
    )


_BEFORE_A_DAY = word_set("""
of in by until till since from before after during this next last early late mid end every each
""")


def _name_hit(words: list[Word], person: Listed) -> Hit:
    shown = any(not person.public.isdisjoint(forms(w.token)) for w in words)
    return hit(FindingKind.NAME, words[0].start, words[-1].end, person.allowed if shown else None)
