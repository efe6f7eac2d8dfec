"""Names in a text of people on the list, in the spellings and pieces people type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from coprod_desktop.domain.check import lists, unspaced
from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.strangers import LEADS
from coprod_desktop.domain.check.words import Word, fold, forms, starts_sentence, tidy, words_of
from coprod_desktop.domain.permission import NamePart
from coprod_desktop.domain.record import Person


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


@dataclass(frozen=True)
class _Listed:
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


class ListedNames:
    """The names of people, ready to be looked for; `parts` says what of someone's name may be printed."""

    def __init__(self, people: Iterable[Person], parts: Callable[[str], frozenset[NamePart]]) -> None:
        self._table: dict[str, list[_Listed]] = {}
        self._unspaced: list[tuple[str, _Listed]] = []
        for person in people:
            listed = _pieces(person, allowed_name(person, parts(person.id)))
            for part in listed.parts:
                self._table.setdefault(part, []).append(listed)
            self._unspaced += [(piece, listed) for piece in unspaced.pieces(fold(tidy(person.name)))]

    def may_be_in(self, tokens: Iterable[str]) -> bool:
        """Tell, quickly, whether any of these words could be part of a name, on the list or not."""
        return any(
            t in self._table
            or t in LEADS
            or (_has_forms(t) and not self._none_of(forms(t)))
            or (self._unspaced and unspaced.may_be_in(t))
            for t in tokens
        )

    def _none_of(self, read: tuple[str, ...]) -> bool:
        return LEADS.isdisjoint(read) and not any(form in self._table for form in read)

    def find(self, text: str, words: list[Word]) -> tuple[list[Hit], set[int]]:
        """Return the names that may not be public, and which words (by place in the list) are some listed name."""
        hits: list[Hit] = []
        known: set[int] = set()
        for at, run, people in self._named(text, words):
            known.update(range(at, at + run))
            hidden = [p for p in people if not self._may_show(p, words[at : at + run])]
            if hidden:
                hits.append(_name_hit(words[at : at + run], hidden[0]))
        return hits + [hit(FindingKind.NAME, *place, None) for place, _ in self._hidden_unspaced(text)], known

    def first_named(self, text: str) -> Person | None:
        """Return the first person on the list a text names and whose name it shows although it may not be public."""
        words = words_of(fold(text))
        for at, run, people in self._named(text, words):
            for listed in people:
                if not self._may_show(listed, words[at : at + run]):
                    return listed.person
        return next((listed.person for _, listed in self._hidden_unspaced(text)), None)

    def _hidden_unspaced(self, text: str) -> Iterator[tuple[tuple[int, int], _Listed]]:
        """Yield names in scripts without spaces that may not be public; a name that may be hides no other inside it."""
        folded = fold(text) if self._unspaced else ""
        found = [(place, listed) for piece, listed in self._unspaced for place in unspaced.places(piece, folded)]
        shown = [p for p, listed in found if listed.allowed and folded[p[0] : p[1]] in fold(listed.allowed)]
        for (start, end), listed in found:
            public = listed.allowed and folded[start:end] in fold(listed.allowed)
            if not public and not any(a <= start and end <= b for a, b in shown):
                yield (start, end), listed

    def _named(self, text: str, words: list[Word]) -> Iterator[tuple[int, int, list[_Listed]]]:
        """Yield where names of people on the list stand: the first word, how many words, whose it may be."""
        if not self._table:
            return
        table, at, n = self._table, 0, len(words)
        while at < n:
            token = words[at].token
            if token not in table and not _has_forms(token):
                at += 1
                continue
            run, people = self._longest(words, at)
            if people and self._is_name(text, words, at, run, people):
                yield at, run, people
                at += run
            else:
                at += 1

    def _longest(self, words: list[Word], at: int) -> tuple[int, list[_Listed]]:
        people: list[_Listed] = [p for form in forms(words[at].token) for p in self._table.get(form, ())]
        people = list({id(p): p for p in people}.values())
        run = 1
        while people and at + run < len(words) and words[at + run].start - words[at + run - 1].end <= 2:
            longer = [p for p in people if not p.parts.isdisjoint(forms(words[at + run].token))]
            if not longer:
                break
            people, run = longer, run + 1
        return run, people

    def _is_name(self, text: str, words: list[Word], at: int, run: int, people: list[_Listed]) -> bool:
        """Tell whether these words are a name here, and not everyday words that somebody's name is made of."""
        here = words[at : at + run]
        tokens = [set(forms(w.token)) for w in here]
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
        if not capital[0] or _is_date(words, at):
            return False
        return not starts_sentence(text, here[0].start) or _is_name_at_start(words, at)

    @staticmethod
    def _may_show(person: _Listed, words: list[Word]) -> bool:
        return all(not person.public.isdisjoint(forms(w.token)) for w in words)


def _has_forms(token: str) -> bool:
    """Tell, quickly, whether a word can be read in more ways than one (check_words.forms)."""
    return "'" in token or "-" in token or token[-1:] == "s" or "\u0590" <= token[:1] <= "\u06ff"


def _is_name_at_start(words: list[Word], at: int) -> bool:
    """Tell whether an everyday word that starts a sentence is a name there: "Ivy", "Will's", "Will said"."""
    token = words[at].token
    after = words[at + 1].token if at + 1 < len(words) else ""
    return token.endswith("'s") or token in lists.STARTING_NAMES or after in lists.AFTER_A_NAME


def _is_date(words: list[Word], at: int) -> bool:
    """Tell whether "May" stands beside a number: "3 May", "May 2027"."""
    around = (words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None)
    return words[at].token in lists.CALENDAR and any(w is not None and w.token[0].isdigit() for w in around)


def _pieces(person: Person, allowed: str | None) -> _Listed:
    words = tuple(w.token for w in words_of(fold(tidy(person.name))))
    parts = {form for word in words for form in forms(word)[: None if "-" in word or "'" in word else 1]}
    parts |= {
        rest for part in tuple(parts) if len(rest := part.partition("'")[2]) > 4
    }  # "Shaughnessy" of O'Shaughnessy
    parts |= {word[2:] for word in words if word.startswith("ال") and len(word) > 4}
    joined = "".join(words)
    parts |= {joined} if sum(len(word) > 2 for word in words) > 1 else set()  # "@VashtiOddfellow"
    public = {form for w in words_of(fold(allowed or "")) for form in forms(w.token)}
    public |= {joined} if public.issuperset(words) else set()
    sure = {p for p in parts if p not in lists.ROLE_WORDS and len(p) > 1 and not p.isdigit()}
    return _Listed(person, words, frozenset(parts), frozenset(public), frozenset(sure), allowed)


def _name_hit(words: list[Word], person: _Listed) -> Hit:
    shown = any(not person.public.isdisjoint(forms(w.token)) for w in words)
    return hit(FindingKind.NAME, words[0].start, words[-1].end, person.allowed if shown else None)
