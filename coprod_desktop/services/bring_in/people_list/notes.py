"""What a note says of somebody: how to reach them, what they need, what they are. The rest stays behind, and is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from coprod_desktop.domain.list_words import ListWords
from coprod_desktop.domain.needs import CONTACT, OTHER, Needs
from coprod_desktop.domain.roles import group_of, is_role
from coprod_desktop.domain.words import Attending, Group
from coprod_desktop.services.bring_in.people_alike import folded
from coprod_desktop.services.bring_in.people_list import contact, said
from coprod_desktop.services.bring_in.people_list.needing import Reader, Said

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)|\s*;\s*")
_OWN_NEED = re.compile(
    r"\b(?:(?:i|we|she|he|they|will|may|does|do|also|just|only|please)\s+)?(?:needs?|requires?|must have|must not|cannot|cant|can't|can’t"
    r"|struggles?|finds? it (?:hard|difficult)|allerg\w+|intoleran\w+|(?:has|have|having|needs) to (?:leave|go)|leav(?:e|es|ing) (?:by|at)|carries an? epipen)\b",
    re.I,
)
_RELATION = (
    r"(?:son|daughter|child|children|kids|boys?|girls?|baby|twins|mum|mam|mother|dad|father|husband|wife|partner|brother|sister|nan|gran\w*"
    r"|grandson|granddaughter|nephew|niece|friend|cared[- ]for(?: person)?)"
)
_OF_OTHERS = re.compile(
    rf"^(?:(?:and|but|also|note|nb)[:,]?\s+)?(?:(?:my|our|her|his|their|the)\s+)?(?:\w+\s+)?{_RELATION}\b(?:['’]s)?(?:\s+\w+)?(?:\s+\([^()]*\))?"
    r"(?:\s+(?:has|have|is|are|needs?|uses?|can(?:not|'t|’t|t)?|eats?|allerg\w*)\b(?! coming| bringing| driving)\b|\s*[-–:=]\s)",
    re.I,
)
_ROLE_ALONE = re.compile(
    r"(?:an? )?(?:\w+ )?(?:advocate|supporter|councillor|cllr|volunteer|trustee|observer|chair)", re.I
)
_WAY_FIRST = re.compile(rf"(?P<way>{contact.WAY.pattern})(?P<rest>\W.*|$)", re.S)
_WAY_LAST = re.compile(
    rf"(?P<rest>.*(?:needs?|requires?|please|\)|coming)\b[^@]*?)[\s,;:–-]+(?P<way>{contact.WAY.pattern})$", re.S | re.I
)
_WAY_IN_BRACKETS = re.compile(
    rf"(?P<rest>.*)\((?:(?:e-?mail|mail|phone|mobile|tel|text|ring|call|contact|best|is|on|by|at|please|prefer(?:s|red)?)[\s:–-]+)*(?P<way>{contact.WAY.pattern})\)?$",
    re.S | re.I,
)
"""How to reach somebody, behind what else is said of them: "brings her dog (email is best: ann@example.org)"."""
_FEW, _FEWEST = 3, 5
"""Words of what somebody says again, and of a sentence."""
_OF_THINGS = re.compile(r"(?:the|there|nobody|no one|why|how|when)\b", re.I)
"""Begins what is said of something else, whatever of coming and needs is in it: "the letters come too late"."""
_SHORTEST_SHOWN = 80


@dataclass
class Told:
    """What notes say."""

    reach: list[str] = field(default_factory=list)
    needs: list[Said] = field(default_factory=list)
    role: str = ""


def is_of_somebody_else(words: str) -> bool:
    """Tell whether words are about a child or a relative: "my son has a nut allergy". "I need my husband with me" is not."""
    return bool(_OF_OTHERS.match(words))


def read(
    notes: Iterable[str],
    reader: Reader,
    words: ListWords,
    doubts: list[str],
    *,
    of: frozenset[str],
    role_too: bool,
    beside: Sequence[str] = (),
) -> Told:
    """Return what notes say of somebody, whose name has these words (`of`); each thing that is only guessed is doubted, and so is what stays behind."""
    told = Told()
    for note in (part for cell in notes for part in map(str.strip, cell.split(";")) if part):
        where = note in beside and note[:1].isupper()  # "(Commissioning)", behind a name, is where they work
        parts = _SENTENCE.split(note)
        if others := [one for one in parts if contact.is_of_others(one, words, of)]:
            doubts += [f"This is how to reach somebody else, and stays behind: “{short(one)}”." for one in others]
            parts = [one for one in parts if one not in others]
        ways, parts = _ways_apart(parts)
        told.reach += ways
        note = " ".join(parts)
        if not note:
            continue
        of_others = [one for one in parts if is_of_somebody_else(one) or _names_another(one, of)]
        needs = [one for one in parts if one not in of_others and _is_need(one, reader, words)]
        others = [one for one in of_others if reader.is_known(one)]
        if others:
            doubts += [f"This note is about somebody else, and stays behind: “{short(one)}”." for one in others]
        if role_too and not told.role and not where and _is_bare_role(note, reader):
            told.role = note
        elif needs:
            told.needs += [need for one in needs for need in reader.needs(one.rstrip("."))]
            doubts.append(f"This note was taken for a need: “{short(' '.join(needs))}”.")
        elif contact.says_how(note):
            told.reach.append(note)
        elif role_too and not (where or of_others) and _is_role(note, words):
            told.role = note
        elif not others and not said.is_answer(note, words):
            doubts.append(f"This note has no place here and stays behind: “{short(note)}”.")
    return told


def _ways_apart(sentences: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the numbers and addresses that sentences begin or end with, and the sentences without them."""
    ways, kept = [], []
    for sentence in sentences:
        left = sentence
        while found := _WAY_FIRST.match(left) or _WAY_IN_BRACKETS.match(left) or _WAY_LAST.match(left):
            ways.append(found["way"].strip())
            left = found["rest"].strip(" ,;:–-")
        left = left[1:-1].strip() if left.startswith("(") and left.endswith(")") else left
        kept += [left] if any(map(str.isalnum, left)) else []
    return ways, kept


def _is_bare_role(note: str, reader: Reader) -> bool:
    """Tell whether a note says in a word or two what somebody is, though others need one: "advocate"."""
    return len(note.split()) <= 2 and _ROLE_ALONE.fullmatch(note) is not None and bool(reader.read(note).known)


def _is_role(note: str, words: ListWords) -> bool:
    return len(note) < 60 and is_role(note) and not said.speaks_of_coming(note, words)


def _names_another(sentence: str, of: frozenset[str]) -> bool:
    """Tell whether a sentence begins with somebody's name and not with theirs: "Phoebe uses a wheelchair"."""
    found = _ANOTHER.match(sentence)
    return found is not None and not folded(found[1]) & of


def _is_need(sentence: str, reader: Reader, words: ListWords) -> bool:
    found = reader.read(sentence)
    if found.nothing or is_of_somebody_else(sentence) or reader.says_nothing(sentence):
        return False
    if _ONLY_WHEN.fullmatch(sentence.strip()):
        return False
    known = [row for row in found.known if row.group != CONTACT]
    only_who = _only_who(sentence) and all(row.group == OTHER for row in known)
    return (bool(known) and not only_who) or bool(
        _OWN_NEED.search(sentence) and not _ASKED.search(sentence) and not _only_says_no(sentence, words)
    )


_ANOTHER = re.compile(
    r"(?!(?:I|He|She|They|We|It|Who|Also|And|But|Only|May|Will|Deaf|Blind)\b)([A-Z][a-z]+) (?:uses|needs|has|is|can(?:no|['’]?)t|will need)\b"
)
_ASKED = re.compile(r"^(?:do|does|will|can|could|is|are|what|when|where|who|how)\b.*\?", re.I)


def _only_says_no(sentence: str, words: ListWords) -> bool:
    """Tell whether "can't" is the answer and no need: "sorry cant do thursdays"."""
    return said.attending(sentence, words, []) is Attending.APOLOGIES and not re.search(
        r"\bneed|\brequire|t (?:eat|drink|hear|see|read|walk|stand|sit|climb|manage (?:the )?(?:stairs|steps))\b",
        sentence,
        re.I,
    )


_USER = re.compile(
    r"\b(?:wheel ?chair|w/chair|scooter|powerchair|walker|frame|rollator|stick|cane|hearing aid|loop|bsl|sign language|makaton|aac|oxygen|(?:guide|assistance) dog)s? users?\b",
    re.I,
)
"""What somebody uses is what they need, and not who they are."""
_ONLY_WHEN = re.compile(
    r"(?:(?:i |we |he |she |they )?(?:will|['’]ll|may|might|am|is)?\s*(?:be )?)?(?:"
    r"(?:leav|arriv|com|join)(?:e|es|ing) (?:by|at|from|until|till|about|around|early|late)\b[\s\d.:apmnoh’']*"
    r"|(?:for )?(?:the )?(?:mornings?|afternoons?|evenings?|am|pm|first half|second half) only"
    r"|only (?:for )?(?:the )?(?:mornings?|afternoons?|evenings?|am|pm|first half|second half))\.?",
    re.I,
)
"""When somebody is there, and nothing that they need: "morning only", "will leave at 12"."""


def _only_who(sentence: str) -> bool:
    """Tell whether a short note only says what somebody is: "carer" names a need and a role alike."""
    return len(sentence.split()) <= 4 and group_of(sentence) is not Group.OTHERS and not _USER.search(sentence)


def of_reply(reply: str, words: ListWords, reader: Reader, doubts: list[str]) -> Iterator[Said]:
    """Yield what somebody needs by what stands behind their reply: "Yes, but needs the loop"."""
    answer, rest = said.reply_first(reply, words)
    if not answer:  # "I'd love to, could I have large print"
        answer, rest = reply, ", ".join(one for one in said.clauses(reply)[1:] if _is_need(one, reader, words))
    rest = re.sub(r"^(?:but|and|though|if)\s+", "", rest, flags=re.I)
    if (
        rest
        and not said.is_answer(rest, words)
        and _is_need(rest, reader, words)
        and not _is_why(answer, rest, words, reader)
    ):
        doubts.append(f"This was taken for a need: “{short(rest)}”.")
        yield from reader.needs(rest)


def _is_why(answer: str, rest: str, words: ListWords, reader: Reader) -> bool:
    """Tell whether words behind a no only say why: "No - Eid". What papers or people they need counts all the same."""
    return said.attending(answer, words, []) is Attending.APOLOGIES and reader.read(rest).group == OTHER


def are_of_who_spoke(told: Sequence[tuple[str, str]], words: ListWords, needs: Needs) -> bool:
    """Tell whether most names have a sentence beside them that is neither a reply nor a need, or say things again and again, as in notes."""
    times = Counter(name for name, beside in told if len(beside.split()) >= _FEW)
    spoke = sum(times[name] > 1 or _is_sentence(beside, words, needs) for name, beside in told)
    return spoke > max(1, len(told) / 2)


def _is_sentence(told: str, words: ListWords, needs: Needs) -> bool:
    of_them = said.speaks_of_coming(told, words) or contact.WAY.search(told) or needs.read(told).known
    return bool(len(told.split()) >= _FEWEST and (_OF_THINGS.match(told) or not of_them))


def short(words: str) -> str:
    """Return words as a doubt shows them."""
    return words if len(words) <= _SHORTEST_SHOWN else f"{words[:_SHORTEST_SHOWN].rstrip()}…"
