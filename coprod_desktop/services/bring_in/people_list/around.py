"""What stands around people on marked lines, in sentences: the answer of those below, who sends apologies, and who says no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coprod_desktop.domain.check.known import is_first_name, is_word
from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.list_words import ListWords
from coprod_desktop.domain.words import Attending
from coprod_desktop.services.bring_in.people_alike import folded
from coprod_desktop.services.bring_in.people_list import said
from coprod_desktop.services.bring_in.people_list.lines import MARKED
from coprod_desktop.services.bring_in.people_list.messages import NAME
from coprod_desktop.services.bring_in.people_list.notes import short
from coprod_desktop.services.bring_in.people_list.sheets import Row, tidy
from coprod_desktop.services.bring_in.people_list.titles import Title, section_of, title

_NAMES = re.compile(rf"(?P<names>(?:{NAME})(?:(?:, | and |, and | & )(?:{NAME}))*)[ ,]+(?P<rest>(?!['’]).+)")
_AND = re.compile(r", and |, | and | & ")
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)\s+")
_ASKS = re.compile(
    r"\?|\b(?:whether|if|who|please|check|let|ask|tell|find out|should|invite|hope\w*|could|you|but)\b", re.I
)
"""What asks, may yet be, or says two things, says nothing of those below: "please check these are coming"."""
_COMES = re.compile(
    r"\b(?:(?<!\bthe )(?<!\bthis )com(?:e|es|ing)|attend(?:s|ing)?|join(?:s|ing)?|be there|going(?! to\b)|definite\w*|confirmed|accepted|can make|said yes)\b",
    re.I,
)
"""Says of those below that they come, in more than a word of any other sense: "Here they are", "Sure, our names"."""
_EXCEPT = re.compile(r"\b(?:except|apart from|other than|but not|unless|until|doesn['’]?t mind|don['’]?t mind)\b", re.I)
_HEADS = {
    Attending.COMING: "Coming",
    Attending.APOLOGIES: "Apologies",
    Attending.INVITED: "Invited",
    Attending.DID_NOT_COME: "Did not attend",
}
_NOES = {"photo": "No photos", "recording": "No recording", "quote": "No quotes", "name": "No name printed"}
OTHERS = "Others:"
"""Ends what a title says, where the next says nothing that is known."""
_LONGEST = 100
_LEFT = "This stands beside the list, and was not read: “{}”."


def heads(lines: Sequence[tuple[int, str]], at: int) -> bool:
    """Tell whether a line stands above marked ones, apart from those before it: a wrapped line, and a remark below a name, do not."""
    number, line = lines[at]
    if MARKED.match(line) or at + 1 == len(lines) or not MARKED.match(lines[at + 1][1]):
        return False
    apart = number - lines[at - 1][0] > 1 or not any(MARKED.match(above) for _, above in lines[:at])
    return line[0].isupper() and (apart or line.endswith(":"))


def head(line: str, words: ListWords, *, first: bool) -> str:
    """Return the title that a line is, in words that `section_of` knows where it says whether those below come; "" when the first says nothing."""
    if section_of(line, words) is not None:
        return line
    told = _SENTENCE.split(line)[-1]
    doubts: list[str] = []
    first_name = is_first_name(fold(told.split()[0]))  # it is about one of them
    clear = len(told) <= _LONGEST and not _ASKS.search(told) and not first_name
    answer = said.attending(told, words, doubts) if clear else None
    if answer is Attending.COMING and (doubts or not _COMES.search(told)):
        answer = Attending.INVITED if doubts else None  # "Probably coming": nothing that is sure
    if answer is not None:
        return _HEADS[answer]
    if first:
        return ""
    return line if title(line, words, stands_out=True) is not Title.NO else OTHERS


def told(lines: Sequence[tuple[int, str]], people: Sequence[Row], words: ListWords) -> tuple[list[Row], list[str]]:
    """Return who sends apologies, and who of a list says no, in sentences beside it, below titles that say so; and sentences about the rest."""
    rows: list[Row] = []
    doubts: list[str] = []
    named = [row.cells[0] for row in people if row.cells]
    around = [one for at, one in enumerate(lines) if not MARKED.match(one[1]) and not heads(lines, at)]
    for number, line in around:
        for sentence in _SENTENCE.split(line):
            noes, here = sorted(said.refused_in(sentence)), list(dict.fromkeys(_here(sentence, named)))
            if noes and here and not _EXCEPT.search(sentence):
                for no in noes:
                    rows += [tidy(number, (_NOES[no],)), *(tidy(number, (name, "")) for name in here)]
            elif not noes and not here and (away := _away(sentence, words)):
                rows += [tidy(number, (_HEADS[Attending.APOLOGIES],)), *(tidy(number, one) for one in away)]
            elif noes or here or (_NAMES.match(sentence) and said.speaks_of_coming(sentence, words)):
                doubts.append(_LEFT.format(short(sentence)))
    return rows, doubts


def _here(sentence: str, named: Sequence[str]) -> Iterator[str]:
    """Yield what a sentence calls people of the list by: "Obi" of "Obi Nwosu"."""
    called = [word for word in re.findall(r"[^\W\d_][\w’'-]*", sentence) if word[0].isupper()]
    called = [re.sub(r"['’]s$", "", word) for word in called]
    for name in named:
        parts = folded(name)
        if found := [word for word in called if folded(word) & parts and not _is_plain(word)]:
            yield " ".join(dict.fromkeys(found))


def _is_plain(word: str) -> bool:
    return is_word(fold(word)) and not is_first_name(fold(word))


def _away(sentence: str, words: ListWords) -> list[tuple[str, str]]:
    """Return whom a sentence begins with and says to stay away, each with what it says of them: "Mrs Beryl Hunt has had a fall and sends apologies"."""
    found = _NAMES.match(sentence)
    if found is None or "?" in sentence or said.attending(found["rest"], words, []) is not Attending.APOLOGIES:
        return []
    names = _AND.split(found["names"])
    sure = (not _is_plain(name.split()[0]) or words.has("titles", name.split()[0]) for name in names)
    return [(name, found["rest"].rstrip(" .")) for name in names] if all(sure) else []
