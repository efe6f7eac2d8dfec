"""Help with plain words for what staff write: points, answers, reasons. Hints, never a gate; people's own words have none.

The words come in one mapping (resources/content/plain_words.json, and the workspace's own rows): a hard word in small
letters -> a plainer one; a word that has no plainer one -> itself and what it means in brackets; initials -> the full
words. The rules are those of design.md section 5 and of practice for "You said, we will": real days, who does it, never
"ongoing", "soon", "in progress" or "endeavour".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.domain.plain import sentences as told
from coprod_desktop.domain.plain.forms import bases, put_into
from coprod_desktop.domain.plain.initials import initials

MOST = 5
"""So many hints for one text; more would be a wall of red ink."""
MOST_WORDS = 5
"""So long may a hard word be."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class HintKind(StrEnum):
    """What a hint is about, the most useful first."""

    VAGUE = "vague"
    PASSIVE = "passive"
    HARD = "hard"
    INITIALS = "initials"
    IDEAS = "ideas"
    LONG = "long"
    EASY = "easy"
    """Long only for Easy Read."""


@dataclass(frozen=True)
class Hint:
    """One thing that could be plainer: the `words` from `start` to `end`, what to `say` of them, what to `use` instead."""

    kind: HintKind
    start: int
    end: int
    words: str
    say: str
    use: str = ""
    """What can take the place of the words; "" when only a person can say."""


def hints(
    text: str, words: Mapping[str, str], *, dated: bool = False, said: Sequence[str] = ()
) -> tuple[Hint, ...]:  # fmt: skip
    """Return at most MOST hints, each once, in the order of the text.

    `dated`: a day belongs in this text (an answer), so "soon" is told; `said`: people's own lines, which have no hints.
    """
    ours = told.own_words(text, said)
    found = _once(sorted(_all(text, ours, words, dated=dated), key=lambda h: (_RANK[h.kind], h.start)))
    shown, more = _some_of_each(found)
    return tuple(sorted((*shown, *more)[:MOST], key=lambda h: (h.start, _RANK[h.kind])))


_RANK = {kind: at for at, kind in enumerate(HintKind)}
_BY_WORDS = {HintKind.VAGUE, HintKind.HARD, HintKind.INITIALS}
_OF_SENTENCE = {HintKind.IDEAS, HintKind.LONG, HintKind.EASY}
_OF_EACH = 2


def _once(ranked: Sequence[Hint]) -> list[Hint]:
    """Leave out what was said already, or of the same words; the gentle hint comes only where it is the only one."""
    found: list[Hint] = []
    seen: set[str] = set()
    taken: set[int] = set()
    for hint in ranked:
        key = hint.words.casefold() if hint.kind in _BY_WORDS else f"{hint.kind} {hint.start}"
        wording = hint.kind not in _OF_SENTENCE
        if key in seen or (hint.kind is HintKind.EASY and found):
            continue
        if wording and not taken.isdisjoint(range(hint.start, hint.end)):
            continue
        seen.add(key)
        if wording:
            taken.update(range(hint.start, hint.end))
        found.append(hint)
    return found


def _some_of_each(found: Sequence[Hint]) -> tuple[list[Hint], list[Hint]]:
    """Return the first few of every kind, and the rest: five of one kind would hide all others."""
    first: list[Hint] = []
    more: list[Hint] = []
    for hint in found:
        of_kind = sum(h.kind is hint.kind for h in first)
        (first if of_kind < _OF_EACH else more).append(hint)
    return first, more


def _all(text: str, ours: str, words: Mapping[str, str], *, dated: bool) -> Iterator[Hint]:
    if dated:
        for at in told.no_day(ours):
            yield _hint(HintKind.VAGUE, text, at, "Say the day.")
        for at in told.no_promise(ours):
            yield _hint(HintKind.VAGUE, text, at, "Say what you will do, and by which day.")
    for at in told.nobody_does(ours):
        yield _hint(HintKind.PASSIVE, text, at, "Who will do it? Begin with who.")
    lines = list(told.sentences(ours))
    yield from _hard(text, ours, words, {at.start for at in lines})
    for at, full in initials(ours, words):
        shown = text[at.start : at.end]
        say = f"Say the full words first: {full}." if full else "Say the full words the first time."
        yield Hint(HintKind.INITIALS, at.start, at.end, shown, say, f"{full} ({shown})" if full else "")
    for at in lines:
        yield from _of_sentence(text, ours, at)


def _hint(kind: HintKind, text: str, at: told.FoundWord, say: str) -> Hint:
    return Hint(kind, at.start, at.end, text[at.start : at.end], say)


def _of_sentence(text: str, ours: str, at: told.FoundWord) -> Iterator[Hint]:
    sentence = ours[at.start : at.end]
    n, ideas = told.count(sentence), told.ideas(sentence)
    if n <= told.EASY:
        return
    if ideas > 1:
        yield _hint(HintKind.IDEAS, text, at, "More than one idea. A sentence for each is easier.")
    elif n > told.LONG:
        yield _hint(HintKind.LONG, text, at, f"{n} words in one sentence. Two short ones are easier.")
    else:
        yield _hint(
            HintKind.EASY, text, at, f"{n} words in one sentence. For Easy Read, {told.EASY} or fewer is kinder."
        )


def _hard(text: str, ours: str, words: Mapping[str, str], begins: set[int]) -> Iterator[Hint]:
    first = {hard.partition(" ")[0] for hard in words}
    spans = [m.span() for m in _WORD.finditer(ours)]
    small = [ours[a:b].replace("’", "'").lower() for a, b in spans]
    known: dict[str, list[tuple[str, str]]] = {}
    at = 0
    while at < len(spans):
        size, hint = 1, None
        start = spans[at][0]
        roots = known.get(small[at])
        if roots is None:
            found = [(small[at], ""), *bases(small[at])]
            roots = known[small[at]] = found if any(root in first for root, _ in found) else []
        if roots and (ours[start].islower() or start in begins):  # "Care Quality Commission" is a name
            for n in range(min(MOST_WORDS, len(spans) - at), 0, -1):
                end = spans[at + n - 1][1]
                if n > 1 and not ours[spans[at + n - 2][1] : spans[at + n - 1][0]].isspace():
                    continue
                hint = _looked_up(text, start, end, roots, small[at + 1 : at + n], words)
                if hint is not None:
                    size = n
                    break
        if hint is not None and hint.say:
            yield hint
        at += size


def _looked_up(
    text: str, start: int, end: int, roots: Sequence[tuple[str, str]], more: Sequence[str], words: Mapping[str, str]
) -> Hint | None:
    rest = [(" ".join(("", *more)), "")]
    if more:
        rest += [(" ".join(("", *more[:-1], root)), ending) for root, ending in bases(more[-1])]
    for root, ending in roots:
        for tail, last in rest:
            hard = root + tail
            plain = words.get(hard)
            if plain and not (ending and last):
                return _plainer(text, start, end, hard, plain, ending or last)
    return None


def _plainer(text: str, start: int, end: int, hard: str, plain: str, ending: str) -> Hint:
    shown = text[start:end]
    if plain.lower().startswith(f"{hard} ("):
        meaning = plain[len(hard) :].strip()
        told_already = text[end:].lstrip().startswith("(") or text[:start].count("(") > text[:start].count(")")
        say = "" if told_already else f"Say what it means: {meaning.strip('()')}."
        return Hint(HintKind.HARD, start, end, shown, say, f"{shown} {meaning}")
    use = put_into(plain, ending) if ending else plain
    use = use[:1].upper() + use[1:] if shown[:1].isupper() else use
    return Hint(HintKind.HARD, start, end, shown, f"Try “{use or plain}”.", use)
