"""Money shared out by a vote: what is no loser, who declared an interest, what is a pitch, what the money is enough for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from coprod_desktop.domain.check.words import fold, tidy
from coprod_desktop.domain.record import Entry, SessionRecord, Vote, VoteOption

_OUT = re.compile(
    r"\bwithdr(?:ew|awn|aws?|awing)\b|\bpull(?:ed|s) out\b|\btaken out\b|\bno vote\b|\bno-vote\b|\bnot (?:voted on|put to the vote|a loser)\b"
    r"|\b(?:no|not a) loser\b|\bdid not (?:lose|go to (?:the|a) vote)\b|\bwas not up for\b"
)
_INTEREST = re.compile(
    r"\bdeclar\w* (?:an? |my |our |his |her |their |any )?(?:\w+ )?interests?\b|\binterests? (?:is |was |were )?declared\b"
    r"|\bconflicts? of interest\b"
)
_THEIRS = (
    r"\b(?:my|our|his|her|their) (?:\w+ )?(?:sister|brother|mother|mum|father|dad|son|daughter|wife|husband|partner|friend|aunt|uncle|cousin|niece"
    r"|nephew|grand\w+|family|boss|employer|colleague|neighbour|in-law)s?\b"
)
_OFFICE = r"\b(?:treasurer|trustee|secretary|chair(?:man|woman|person|s)?|director|member|owner|manager|organiser|volunteers?|leads?|bidders?)\b"
_WORKS = (
    r"\b(?:work(?:s|ed|ing)? (?:for|with|at|on)|runs?|sits? on|on (?:the|its|their|our|that) (?:board|committee))\b"
)
_TIE = re.compile(
    rf"(?:{_THEIRS}|\bi(?:'m| am| was)?\b)[^.!?;\n]{{0,40}}(?:{_OFFICE}|{_WORKS})|\b(?:{_OFFICE}|{_WORKS})[^.!?;\n]{{0,30}}{_THEIRS}"
)
_STOOD_BACK = re.compile(
    r"\bdeclar(?:e|ed|es|ing)\b|\b(?:did not|didn't|do not|don't|will not|won't|not) vot(?:e|ing)\b|\babstain\w*|\bstood back\b"
    r"|\bleft the room\b|\b(?:said so|told (?:you|them|everyone|everybody|the chair|people)) before\b"
)
"""A tie to a bid alone is no declaration, and neither is not having voted: both are."""
_PITCH = re.compile(r"\b(?:pitch(?:es|ed|ing)?|bids?|bidders?|proposals?)\b")
_INTEREST_KEYS = ("declared_interest", "declared_interests", "interest", "interests", "interests_declared")
_SENTENCE = re.compile(r"[.!?;\n]+")
_SHORTEST_NAME = 4


def is_out(option: VoteOption, about: Iterable[str]) -> bool:
    """Tell whether a choice was taken out of the vote, so that it has no place: its label says so, or the session does."""
    if option.withdrawn:
        return True
    if option.votes:
        return False
    name = fold(tidy(option.label)).strip()
    if _OUT.search(name) or option.unknown.get("withdrawn") is True:
        return True
    if len(name) < _SHORTEST_NAME:
        return False
    return any(name in part and _OUT.search(part) for text in about for part in _SENTENCE.split(fold(tidy(text))))


def said_of_vote(vote: Vote) -> tuple[str, ...]:
    """Return what is written down beside a vote that may say which choice was taken out."""
    return tuple(filter(None, (vote.eligible_rule, vote.settled_by)))


def declares_interest(text: str) -> bool:
    """Tell whether somebody says that they have an interest in what is voted on."""
    said = fold(tidy(text))
    return _INTEREST.search(said) is not None or (
        _TIE.search(said) is not None and _STOOD_BACK.search(said) is not None
    )


def interest_in_file(unknown: Mapping[str, Any]) -> str | None:
    """Return an interest that a file has beside a vote or a choice, under one of the names files have for it."""
    found = (unknown.get(key) for key in _INTEREST_KEYS)
    return next((text for text in found if isinstance(text, str) and text.strip()), None)


def shares_money(record: SessionRecord) -> bool:
    """Tell whether money is shared out by a vote in this session."""
    priced = any(option.cost_pence is not None for vote in record.votes for option in vote.options)
    return bool(record.votes) and (priced or record.session.pot_pence is not None)


def is_pitch(entry: Entry) -> bool:
    """Tell whether a line puts a bid forward, so that several of them are no number of people who said the same."""
    marked = fold(tidy(" ".join((entry.theme or "", *entry.flags))))
    return bool(_PITCH.search(marked) or _PITCH.search(fold(tidy(entry.text))))


class Funded(NamedTuple):
    """What the money is enough for, in order of votes: how many of the choices, and what they cost together."""

    many: int
    pence: int


def funded(ranked: Sequence[tuple[int, int | None]], pot: int | None) -> Funded | None:
    """Return for how many of the choices (votes, cost in pence; most votes first) a pot of pence is enough.

    It ends at the first that is too dear, has no price or no votes. Of a tie that it ends in, none is counted: that is for
    people to settle. None when there is no pot, or nothing has a price.
    """
    if pot is None or all(cost is None for _, cost in ranked):
        return None
    many = spent = 0
    for votes, cost in ranked:
        if not votes or cost is None or spent + cost > pot:
            break
        many, spent = many + 1, spent + cost
    tied = ranked[many][0] if many < len(ranked) else None
    while many and ranked[many - 1][0] == tied:
        many -= 1
        spent -= ranked[many][1] or 0
    return Funded(many, spent)
