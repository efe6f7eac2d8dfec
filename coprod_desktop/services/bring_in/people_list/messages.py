"""What somebody took down of who rang, or scrawled of who comes, as a list: whom each line is about, their answer, and all else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from coprod_desktop.domain.check.known import is_first_name, is_word
from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.list_words import ListWords, tokens
from coprod_desktop.services.bring_in.people_alike import folded
from coprod_desktop.services.bring_in.people_list import said
from coprod_desktop.services.bring_in.people_list.contact import WAY, is_of_others
from coprod_desktop.services.bring_in.people_list.lines import MARKED, lines_of
from coprod_desktop.services.bring_in.people_list.notes import short
from coprod_desktop.services.bring_in.people_list.sheets import Opened, of_rows, tidy

_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Cllr)\.? )"
NAME = rf"(?:{_TITLE}?[A-Z][\w'’-]+(?: [A-Z](?:\.|[\w'’-]*)){{1,2}}|{_TITLE}[A-Z][\w'’-]+)"
_RANG = r"(?:rang|rung|ringing|phoned|phoning|called|calling|texted|emailed|left a message|asking|booking)"
_SHE = r"mother|mum|mam|wife|daughter|sister|nan|gran|aunt|niece|granddaughter"
_HE = r"father|dad|husband|son|brother|grandad|uncle|nephew|grandson"
_THEIR = rf"(?:(?:his|her|their|the) )?(?:(?P<she>{_SHE})|(?P<he>{_HE})|[a-z-]+)[, ]+"
_FOR_ANOTHER = re.compile(
    rf"(?P<caller>[^.!?]{{0,60}}?)(?:,? {_RANG} (?:for|on behalf of|about)|(?<=\w),? (?:for|on behalf of)) (?:{_THEIR})?(?P<name>{NAME})(?=$|[\s.,:;(–-])\W*(?P<rest>.*)"
)
"""Somebody rings for another, whom the message is about: "Jo Dale ringing for her mother Ivy Dale. She is coming"."""
_OF_ANOTHER = re.compile(
    rf"(?P<caller>[A-Z][^.!?,]{{0,30}}), (?:the )?(?P<she>(?!))?(?P<he>(?!))?[a-z-]+ of (?P<name>{NAME})(?=$|[\s.,:;(–-])\W*(?P<rest>.*)"
)
_OF_SELF = re.compile(
    rf"(?:(?i:a )?(?i:man|woman|lady|someone|somebody) called )?(?P<name>(?:[A-Z][\w'’-]+ or )?{NAME}|[A-Z][\w'’-]+(?=\s*[,.:;–-]\s|\s+{_RANG}\b))\W*(?:{_RANG}\b\W*)?(?P<rest>.*)"
)
_OWN_MUM = re.compile(rf"^(?:his|her|their|my) (?:{_SHE}|{_HE}) (?=\w)", re.I)
"""The person, as whoever rings calls them."""
_NOTHING = re.compile(r"(?!)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\s*;\s*")
_LONG, _FEWEST, _MOSTLY = 5, 3, 0.6
"""Words of a message, lines of a list of them, and which part of those says what makes it one."""
_ANSWER = r"y|n|x|yes|yep|yeah|nope|no(?=\s*(?:[-–,.;:!(]|$))|maybe|tbc|\?+|[✓✔✗✘]|(?:said|says|thinks) [\w'’]+"
_SCRAWLED = re.compile(
    rf"(?P<name>[^\W\d_][\w'’.-]*(?: [\w'’.-]+){{0,3}}?(?: \([^()]*\))?)\s+[-–:]?\s*(?P<reply>{_ANSWER})(?=$|[\s.,;:!(–-])[\s.,;:!–-]*(?P<rest>.*)",
    re.I,
)
"""A line in haste: "ted fenn y - wheelchair!!"."""
_LEFT = "Nobody is named in this line, and it was left out: “{}”."


_OF_CALLER = "“{}” is about who rang for {}, and stays behind."


class _Told(NamedTuple):
    name: str
    reply: str
    notes: str
    doubts: tuple[str, ...] = ()


def of_messages(text: str, words: ListWords) -> Opened | None:
    """Return messages that were taken down, each in sentences that begin with who it is about; None when a text is something else."""
    lines = _lines(text)
    marked = [line for line in lines if MARKED.match(line)]
    of_people = [MARKED.sub("", line) for line in (marked if len(marked) >= _FEWEST else lines)]
    long = sum(len(line.split()) >= _LONG for line in of_people)
    told = [_message(line, words) for line in of_people]
    if told and told[0] is None and len(marked) < _FEWEST:
        of_people, told = of_people[1:], told[1:]  # what it is, and who listened
    answered = sum(one is not None and bool(one.reply) for one in told)
    sentences = sum(len(_SENTENCE.split(line)) > 1 for line in of_people)
    if len(told) < _FEWEST or min(long, answered) < _MOSTLY * len(told) or sentences < 0.5 * len(told):
        return None
    left = [line for line, one in zip(of_people, told, strict=True) if one is None]
    people: dict[str, _Told] = {}
    for one in filter(None, told):
        people[one.name] = _again(people[one.name], one) if one.name in people else one
    return _listed("messages that somebody took down", [*people.values()], left)


def _again(first: _Told, then: _Told) -> _Told:
    """Return what one person said in two messages; what was said of coming the second time counts."""
    notes = "; ".join(filter(None, (first.notes, then.notes)))
    return _Told(first.name, then.reply or first.reply, notes, (*first.doubts, *then.doubts))


def of_scrawls(text: str) -> Opened | None:
    """Return lines in haste, most of them a name, an answer in a letter or a word, and a remark; None when a text is something else."""
    lines = _lines(text)
    found = [_SCRAWLED.fullmatch(line) for line in lines]
    told = [_scrawl(one) for one in found if one is not None]
    if len(told) < _FEWEST or len(told) < _MOSTLY * len(lines):
        return None
    left = [line for line, one in zip(lines, found, strict=True) if one is None]
    return _listed("a list of names", [_with_noes(one, left) for one in told], left)


def _lines(text: str) -> Sequence[str]:
    return [] if "\t" in text else [line for _, line in lines_of(text)[0] if line]


def _listed(kind: str, told: Sequence[_Told], left: Sequence[str]) -> Opened:
    rows = [
        tidy(n, (one.name, one.reply, one.notes)) for n, one in enumerate([_Told("Name", "Reply", "Notes"), *told], 1)
    ]
    doubts = [_LEFT.format(short(line)) for line in left] + [doubt for one in told for doubt in one.doubts]
    return Opened(kind, (of_rows(rows),), doubts=tuple(doubts), means=("name", "coming", "notes"))


def _with_noes(told: _Told, left: Sequence[str]) -> _Told:
    """Return somebody with the no that a line of its own says of them: "no photos of pip"."""
    first = tokens(told.name)[:1]
    noes = (line for line in left if said.refused_in(line) and set(first) & set(tokens(line)))
    return told._replace(notes="; ".join(filter(None, (told.notes, *noes))))


def _scrawl(found: re.Match[str]) -> _Told:
    reply, rest = found["reply"], found["rest"]
    if reply.casefold() == "x":  # a tick, a cross or a kiss
        return _Told(found["name"], "?", "; ".join(filter(None, ("x", rest))))
    return _Told(found["name"], reply, rest)


def _message(line: str, words: ListWords) -> _Told | None:
    another = _FOR_ANOTHER.fullmatch(line) or _OF_ANOTHER.fullmatch(line)
    found = another or _OF_SELF.fullmatch(line)
    if found is None or (is_word(fold(found["name"])) and not is_first_name(fold(found["name"]))):
        return None
    theirs = _of_caller(another) if another else _NOTHING
    replies, notes, of_caller = list[str](), list[str](), list[str]()
    for sentence in filter(None, map(str.strip, _SENTENCE.split(found["rest"]))):
        clauses = said.clauses(WAY.sub(" ", sentence).replace("()", " "))
        clauses = [_OWN_MUM.sub("", one) if another else one for one in clauses]
        answers = [
            one
            for one in clauses
            if not theirs.match(one) and not said.refused_in(one) and said.says_whether_first(one, words)
        ]
        if WAY.search(sentence) and (another or not answers or is_of_others(sentence, words, folded(found["name"]))):
            (of_caller if another else notes).append(sentence)
        elif said.refused_in(sentence):
            notes.append(sentence)
        else:
            replies += answers
            of_caller += [one for one in clauses if theirs.match(one)]
            notes += WAY.findall(sentence) + [one for one in clauses if one not in answers and not theirs.match(one)]
    doubts = tuple(_OF_CALLER.format(short(one), found["name"]) for one in of_caller)
    return _Told(found["name"], ", ".join(replies), "; ".join(notes), doubts)


def _of_caller(found: re.Match[str]) -> re.Pattern[str]:
    """Return how clauses begin that are about who rang, and not about whom they rang for."""
    called = [re.escape(word) for word in found["caller"].split() if word[:1].isupper()]
    pronouns = ["he", "his", "him"] if found["she"] else ["she", "her"] if found["he"] else []
    begins = "|".join([*called, *pronouns])
    return re.compile(rf"(?:{begins})\b", re.I) if begins else _NOTHING
