"""What a column is taken for by what stands below it, where its heading does not say: numbers to ring, replies, roles, needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.contact_marks import MAIL
from coprod_desktop.domain.list_words import LEFT, plain, tokens
from coprod_desktop.domain.roles import group_of, is_role
from coprod_desktop.domain.words import Group
from coprod_desktop.services.bring_in.people_list.contact import WAY, is_said
from coprod_desktop.services.bring_in.people_list.headings import LEAST, NAMES, Head, Headings, most
from coprod_desktop.services.bring_in.people_list.lines import DAY_OF_MONTH
from coprod_desktop.services.bring_in.people_list.looks import Looks, is_uk_phone, looks
from coprod_desktop.services.bring_in.people_list.said import attending, says_whether_first
from coprod_desktop.services.bring_in.people_list.sheets import Row

MOSTLY = 0.7
SHORT_HEADING = 3
"""Words. A longer one asks something, and "Morning" may be its answer."""
_SHORT = 6
"""Words of a cell that is no answer to a question about something else."""
_COMMENT = 5
"""Words of a cell in which somebody tells something."""
_UNLIKE_WORDS = frozenset({"phone", "mail"})
"""What words below a heading show it not to be, whatever it says: "Mob aid" is for no mobile."""
_OWN = frozenset({"own", "your", "you", "my", "me"})
_BARE = re.compile(
    r"(?:y\s*/?\s*n|yes\s*/?\s*no|\?+|[\s\d/.:-]+|(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\s*)?"
    + DAY_OF_MONTH
    + r"\.?(?:\s*\d{2,4})?)[\s?:]*",
    re.I,
)
"""Headings that say only when, or how to answer."""
_DATED = re.compile(
    r"(?<!\d)\d{1,2}[/.]\d{1,2}(?!\d)|(?<!\d)" + DAY_OF_MONTH,
    re.I,
)
"""Headings that name the day of a meeting: "PPG 14/10"."""
_SAID = re.compile(r"(?:what )?(?:they|she|he|people) (?:said|replied|answered)", re.I)
_OF_SELF = re.compile(r"\b(?:i|i['’]?m|i['’]?ve|me|my|somebody|someone|a person|both)\b", re.I)
_ARE_YOU = re.compile(r"(?:are you|you are|i am|i['’]m)(?: an?)?\W*", re.I)
_WHY_THEM = re.compile(r"\b(?:why|reason|capacity|connection|link)\b", re.I)
"""Headings that ask why somebody is there, which is what they are: "Why invited"."""
_PAST = re.compile(
    r"\b(?:did|was|were|has|had|have been|have you (?:ever|had|used)|last|before|ever|finds?|found|hard|difficult|experienc\w*|story|stories|improve\w*|better|worse|change\w*"
    r"|think|thought\w*|opinion\w*|view\w*|idea\w*|topic\w*|discuss\w*|talk|cover\w*|agenda|issue\w*|important|hope|hoping|expect\w*|learn\w*|gain|why|hear)\b",
    re.I,
)
"""Headings that ask what somebody thinks or lived through, and not what they need on the day."""


@dataclass(frozen=True)
class _Free:
    """A column that nobody has taken yet."""

    head: Head
    says: str
    """Its heading; of an answer below a question, the question."""
    cells: Sequence[str]
    """Those in which something is said."""
    looks: Looks
    asks: bool
    """Its heading is a whole question."""
    known: bool
    """Its heading says plainly that it is for something else."""
    owners: frozenset[str]
    """Words of the headings of names: what "Young person's own phone" is of."""
    others: bool
    """It may be somebody else's: names of others stand before it, or it is not the only one of its kind."""


def fill(heads: Sequence[Head], rows: Sequence[Row], meanings: dict[int, str], headings: Headings) -> None:
    """Give each column that its heading left without a meaning the one that what stands below it plainly has."""
    stands = {head.place: below(rows, head.place) for head in heads}
    seen = {place: looks(cells, headings.words) for place, cells in stands.items()}
    for rule in _RULES:
        for free in _free(heads, stands, seen, meanings, headings):
            if found := rule(free, set(meanings.values()), headings):
                meanings[free.head.place] = found


def _free(
    heads: Sequence[Head],
    stands: Mapping[int, Sequence[str]],
    all_seen: Mapping[int, Looks],
    meanings: Mapping[int, str],
    headings: Headings,
) -> Sequence[_Free]:
    words, made = headings.words, list[_Free]()
    owners = frozenset(
        word for head in heads if meanings.get(head.place) in NAMES for word in tokens(head.text) if word != "name"
    )

    def of_relation(cell: str) -> bool:  # "Son - Peter"
        return words.has("relations", (tokens(cell) or ("",))[0])

    several = sum(one.phones > MOSTLY for one in all_seen.values()) > 1
    others = False
    for head in heads:
        cells, seen = stands[head.place], all_seen[head.place]
        said = [cell for cell in cells if is_said(cell, words)]
        theirs = headings.is_of_others(head)
        if meanings.get(head.place, LEFT) == LEFT and not theirs and said:
            key, score = most(headings.of(head))
            asked = headings.asked(headings.question(head))
            elsewhere = words.says("about_something_else", asked)
            made.append(
                _Free(
                    head, asked, said, seen, len(asked.split()) > SHORT_HEADING,
                    elsewhere or (score >= LEAST and key not in _UNLIKE_WORDS), owners, others or several,
                )
            )  # fmt: skip
        if said and meanings.get(head.place, LEFT) not in NAMES:
            others = (
                theirs
                or (others and meanings.get(head.place, LEFT) == LEFT)
                or seen.names > MOSTLY
                or any(map(of_relation, said))
            )
        elif said:
            others = False
    return made


def _ways(free: _Free, there: set[str], headings: Headings) -> str:
    """Numbers to ring and addresses, and nothing else: "Reach you on", "Ph". Behind somebody else's name they are theirs."""
    said = set(tokens(free.says))
    theirs = {word for word in said - free.owners if headings.words.has("relations", word) or is_role(word)}
    if theirs or (free.others and not said & (free.owners | _OWN)):
        return ""
    if headings.words.says("about_something_else", free.says):
        return ""
    mails = sum(bool(MAIL.fullmatch(cell)) for cell in free.cells)
    phones = sum(is_uk_phone(cell) for cell in free.cells)
    more = sum(WAY.match(cell) is not None for cell in free.cells) - mails - phones  # "01632 960604 (son Anil)"
    told = (
        0 if free.asks else sum(WAY.search(cell) is not None for cell in free.cells)
    )  # "c/o her brother 07700 900123"
    if max(mails + phones + more, told) < len(free.cells) or mails + phones < 0.5 * len(free.cells):
        return ""
    kind = "contact" if more or told > mails + phones or (mails and phones) else "mail" if mails else "phone"
    return "" if there & {kind, "contact"} else kind


def _replies(free: _Free, there: set[str], headings: Headings) -> str:
    """Replies: "I'll be there", "Sadly not". Bare yes and no only below a heading that says no more than when."""
    if "coming" in there or free.known:
        return ""
    if _SAID.fullmatch(free.says.strip(" ?:")):  # of a form; in notes they said other things
        firsts = sum(says_whether_first(cell, headings.words) for cell in free.cells)
        return "coming" if firsts > 0.5 * len(free.cells) else ""
    told = [attending(cell, headings.words, []) for cell in free.cells]
    if sum(one is not None for one in told) < MOSTLY * len(told):
        return ""
    bare = not free.says or _BARE.fullmatch(free.says) is not None
    plainly = sum(
        one is not None and not (headings.words.has("yes", cell) or headings.words.has("no", cell))
        for one, cell in zip(told, free.cells, strict=True)
    )
    dated = not free.asks and _DATED.search(free.says) is not None
    if (bare or dated) and free.looks.answers > 0:
        return "coming"
    return "coming" if plainly > 0.5 * len(told) and len({one for one in told if one}) > 1 else ""


def _roles(free: _Free, there: set[str], headings: Headings) -> str:
    """What people are, where no column says so: "Ticket type", "From", "Segment"; below a question, in the first person."""
    if "role" in there:
        return ""
    seen = free.looks
    if _ARE_YOU.fullmatch(free.says):
        return "role" if seen.roles > MOSTLY else ""
    if headings.words.says("may_be_roles", free.says):
        return "role" if seen.roles > 0.5 and seen.people_roles else ""
    if free.asks:
        of_self = sum(bool(_OF_SELF.search(cell)) and group_of(cell) is not Group.OTHERS for cell in free.cells)
        short = all(len(cell.split()) <= 2 * _SHORT for cell in free.cells)
        alike = len(set(free.cells)) < len(free.cells) or len(free.cells) < 4
        return "role" if short and alike and seen.many > 1 and of_self > MOSTLY * len(free.cells) else ""
    if most(headings.of(free.head))[1] >= LEAST and not _WHY_THEM.search(free.says):
        return ""
    short = all(len(cell.split()) <= 4 for cell in free.cells)
    return "role" if seen.many > 1 and short and seen.roles > MOSTLY and seen.people_roles and not seen.answers else ""


def _needs(free: _Free, _there: set[str], headings: Headings) -> str:
    """Needs, whatever the abbreviation above them: "AIS", "Flags"."""
    if free.known or any(headings.words.has("titles", cell) for cell in free.cells):
        return ""  # "Ms" is no illness here
    named = sum(headings.is_need(cell, plainly=free.asks) for cell in free.cells)
    if named > 0.5 * len(free.cells) and not (free.asks and _PAST.search(free.says)):
        return "needs"
    if named and not free.asks and all(len(cell.split()) <= _SHORT for cell in free.cells):
        return "notes"  # only what is a need of it is taken: "taxi please", not "own car"
    return ""


def _comments(free: _Free, _there: set[str], headings: Headings) -> str:
    """What people tell in words of their own: only what is a need of it is taken."""
    long = sum(len(cell.split()) > _COMMENT for cell in free.cells)
    if free.known or long < 0.5 * len(free.cells) or _PAST.search(free.says) or len(set(free.cells)) < len(free.cells):
        return ""
    return "notes" if any(headings.is_need(cell) or "need" in plain(cell).split() for cell in free.cells) else ""


def below(rows: Sequence[Row], place: int) -> list[str]:
    """Return what stands in a column, without its empty cells."""
    return [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place]]


_RULES: Sequence[Callable[[_Free, set[str], Headings], str]] = (_ways, _replies, _roles, _needs, _comments)
"""Each gives a column a meaning, or none; those before it have their pick."""
