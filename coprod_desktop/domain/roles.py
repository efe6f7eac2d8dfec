"""Roles. A role is free text on the list; this says which of the four groups it means, and what it says of somebody."""

from __future__ import annotations

import re

from coprod_desktop.domain.check.words import fold, tidy
from coprod_desktop.domain.record import Person
from coprod_desktop.domain.words import Group

SHARED_BY = 3
"""A role is printed beside words only when at least so many people there have it (design: what the paper prints)."""

_OTHERS = re.compile(
    r"\b(?:interpreter|lip ?speaker|signer|speech.to.text|notetaker|note.taker|stenographer|palantypist|(?<!self.)(?<!self)advocates?"
    r"|supporter|councillor|cllr|(?:elected|council|cabinet) member|voluntary|volunteer|charity|personal assistant|pa|student|researcher"
    r"|observer|guest|faith leader|trustee|healthwatch|mp|journalist)\b"
)
_DRAWS_ON_CARE = re.compile(
    r"\b(?:draw(?:s|ing)? on (?:care|support|services)|(?:service|services) users?|experts?.by.experience|self.?advocates?"
    r"|(?:uses?|using|receiv(?:es|ing)|gets?) (?:\w+ )?(?:care|support|services?|direct payments?)\b(?! work))"
)
_LIVES_THERE = re.compile(
    r"(?:(?:i|an?|the|person|people|someone|somebody|who|currently|now) )*lives? (?:here|(?:in|at) (?:an? |our |the )?(?:\w+ )?"
    r"(?:extra care|supported living|sheltered housing|supported housing|care home|residential care))\b(?! (?:care )?(?:workers?|staff|managers?|carers?))"
)
"""They themselves, and nobody before the word: not "mum lives in a care home", nor "live in care home worker"."""
_CARES_FOR = re.compile(
    r"\b(?:cares? for|carers? (?:for|of)|looks? after|(?:parent|mother|mum|father|dad|daughter|son|wife|husband|partner|sister|brother"
    r"|relative|family|friend) of|(?:family|unpaid|young|parent|former|informal|spouse) carers?|family member|parent.carer)\b"
)
_JOB = re.compile(
    r"\b(?:managers?|directors?|officers?|workers?|nurses?|commissioners?|head|lead(?:er)?|coordinators?|co-ordinators?"
    r"|staff|facilitators?|practitioners?|therapists?|doctor|gp|physio\w*|chief|assistants?|administrators?|consultant"
    r"|trainer|adviser|advisor|analyst|planner|psychologist|psychiatrist|provider|employee|paid carer|agency carer"
    r"|professional carer|care home owner|senior listener|inspector|deputy|team)\b"
)
_LIVED = re.compile(
    r"\b(?:residents?(?!')|lived.experience|living experience|members?|patients?|tenants?|clients?|survivor|customer"
    r"|participant|peer|person|people|disabled|lives? with|living with|users?|citizen)\b"
)
_CARER = re.compile(
    r"\b(?:carers?|family|relatives?|parents?|mother|mum|father|dad|daughter|son|wife|husband|spouse|sister|brother"
    r"|grandparent|grandmother|grandfather|guardian|next of kin)\b|\bresidents?'"
)
_OFFICE = re.compile(
    r"(?:co-?|vice[ -])?chair(?:person|man|woman)?|(?:hon )?secretary|treasurer|president|minute[s -]*taker|professionals?"
)
_ORGANISATION = re.compile(
    r"\b(?:council|nhs|care home|home care|agency|commissioning|social services|trust|cqc|hospital|icb)\b"
)


def group_of(role: str) -> Group:
    """Return the group a role belongs to: "co-chair, draws on care" is lived experience, "care worker" is staff."""
    groups = map(_group, _parts(role))
    return next((group for group in groups if group is not None), Group.OTHERS)


def is_role(words: str) -> bool:
    """Tell whether words say what somebody is, in whichever group: "volunteer" and "carer" do, "Adult Services" does not."""
    return any(_OFFICE.fullmatch(part) or _group(part) is not None for part in _parts(words))


def _parts(role: str) -> list[str]:
    return [same_role(part) for part in re.split(r"[,;/&+()|]|\band\b", fold(tidy(role)))]


def _group(part: str) -> Group | None:
    if _OTHERS.search(part):
        return Group.OTHERS
    first = Group.LIVED_EXPERIENCE if _LIVES_THERE.match(part) else _first(part, _DRAWS_ON_CARE, _CARES_FOR)
    if first is None and _JOB.search(part):
        return Group.STAFF
    first = first or _first(part, _LIVED, _CARER)
    if first is not None:
        return first
    return Group.STAFF if _ORGANISATION.search(part) else None


def _first(part: str, lived: re.Pattern[str], carer: re.Pattern[str]) -> Group | None:
    a, b = lived.search(part), carer.search(part)
    if a is None and b is None:
        return None
    if b is None or (a is not None and a.start() < b.start()):
        return Group.LIVED_EXPERIENCE
    return Group.CARERS


def same_role(role: str) -> str:
    """Return what two roles must have in common to be the same role."""
    return " ".join(fold(tidy(role)).split())


def is_co_chair(person: Person) -> bool:
    """Tell whether a role says co-chair."""
    return re.search(r"\bco[- ]?chair", fold(person.role)) is not None


def ran_it(person: Person) -> bool:
    """Tell whether a role says that someone facilitated the session; a co-chair is one of the group first."""
    return re.search(r"\bfacilitat", fold(person.role)) is not None and not is_co_chair(person)
