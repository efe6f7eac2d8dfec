"""What a heading may mean, by its words: the meanings of people_lists.json, and whom else it may be about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coprod_desktop.domain.list_words import LEFT, ListWords, plain, tokens
from coprod_desktop.domain.needs import CONTACT, OTHER, Needs
from coprod_desktop.domain.roles import group_of, is_role
from coprod_desktop.domain.words import Group
from coprod_desktop.services.bring_in.people_list.looks import is_data
from coprod_desktop.services.bring_in.people_list.sheets import Row

NAMES = frozenset({"name", "first", "last"})
_WHO = frozenset({"name", "first", "last", "preferred", "mail", "phone", "contact"})
_WANTED = frozenset({"needs", "format", "food"})
_WHOSE_OWN = frozenset({"role", "coming", "photo", "recording", "quote", "name_ok", "contact_ok"})
"""Also when the heading names somebody else: "Are you coming with your social worker?"."""
PURPOSES = frozenset({"photo", "recording", "quote"})
_CONSENTS = PURPOSES | {"name_ok", "contact_ok"}
_YOU = re.compile(r"\b(?:you|your|i|my)\b", re.I)
LEAST, LEAST_OF_CONSENT = 0.4, 0.2
"""So much of a heading has to be explained; a no must not be missed in a long question."""
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_EXAMPLES = re.compile(r"[(\[]\s*(?:e\.?g\b|for example|such as|tick|please tick|y/n|yes/no|if )[^()\[\]]*[)\]]", re.I)
_NEEDING = re.compile(r"\b(?:need|require|use|want|help|support)", re.I)
ASKS_LEAVE = re.compile(
    r"\b(?:(?:can|may|could|shall|should) we|(?:happy|ok|okay|fine|willing|content) (?:for (?:us|the)|to be|if we|that we|with us)"
    r"|(?:would|do) you (?:like|want) (?:to hear|us to)|permission|consent|agree)\b",
    re.I,
)
"""Asks leave for something, and not what somebody needs."""
_LEAVE = re.compile(
    r"\b(?:happy|ok|okay|fine|alright|all right|willing|content|comfortable|glad|agree\w*|consent\w*|permission|accept|allow\w*|may we|can we|mind)\b",
    re.I,
)
"""Words that ask leave, where a heading names a photo or a recording, however much else it says."""
_NAMES_A_NEED = 0.6
"""How well "Will you need captions or BSL?" is a question about needs, which it is by what it names."""
SURE = 0.9
"""Beside a column that says no more than "Mobile", one that only speaks of a mobile is somebody else's."""
_MAY_BE_A_NEED = 0.41
"""How well any other heading that speaks of need or help is one: where nothing fits better."""
_NAMES_BELOW = 0.6
"""How well a column is for names by the names that stand in it, whatever its heading says."""
_ENDS_IN_NAME = 0.41
"""How well "Ticket holder name" is for names: where nothing says it better."""
_YES_NO = re.compile(r"\b(?:y ?/ ?n|yes ?/ ?no|yes or no)\b", re.I)


@dataclass(frozen=True)
class Head:
    """A column as it is headed: its own words, and those of a wider heading above it."""

    place: int
    own: str
    above: str = ""
    names: bool = False
    """What stands below are names, though its heading does not say so."""
    means: str | None = None
    """What it is known to be for, whatever its heading says."""
    answers: bool = False
    """Nothing stands below but yes and no: it asks whether they are a carer, and does not name one."""

    @property
    def text(self) -> str:
        """The heading as a person reads it."""
        return self.own or self.above


_SIGNED = re.compile(r"sign(?:ed|ature)?|initials?", re.I)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NUMBERED = re.compile(
    r"^\s*(?:q(?:uestion|n)?\s*\d+[a-z]?(?:[._]\d+)*|\d{1,2}[a-z]?(?=[.):]))\s*[-–—.:)_]*\s*(?=\S)", re.I
)
_TONGUES = re.compile(r"\s+[/|]\s+")
_STEM = re.compile(
    r"^(?:(?:do|does|will|would|did) (?:you|they|she|he) (?:also )?(?:need|require|want|like|use)(?: to have)?|are you (?:also )?(?:a|an)|i am (?:a|an)"
    r"|do you (?:identify|consider yourself) (?:as|to be)|are you|needs?|requires?|uses?)\s+(?:(?:a|an|any|the)\s+)?",
    re.I,
)
_CLAUSE = re.compile(
    r"\s+(?:while|whilst|when|during|so (?:that )?you|in order|to (?:help|take|join|come|attend|be|get|participate|access|feel|engage|contribute)|for the|on the|at the)\b.*",
    re.I,
)
_NEEDS_ONE = re.compile(r"^(?:do|does|will|would|did) (?:you|they|she|he) (?:also )?(?:need|require)\b", re.I)
_TAIL = re.compile(
    r"\s+(?:is |are )?(?:needed|required|requested|please|wanted|to attend|at the (?:event|meeting)|on the day)$", re.I
)


_LONGEST_ROLE = 6
"""Words."""
_OF_ROLES = re.compile(
    r"\b(?:name|phone|tel|number|email|contact|role|type|group|member|team|need\w*|support|status|address|coming|bring\w*|attend\w*(?! as\b)|present|there|cover|break|guest|host|first time)\b|['’]s\b",
    re.I,
)
"""Ask about a carer, not whether somebody is one."""
_TO_COME = re.compile(r"\bto (?:attend|come|be (?:there|present))\b", re.I)
"""Asks whether one comes, too: "Staff to attend?"."""


_BRINGS = re.compile(
    r"\b(?:bring\w*|accompanied by|com(?:e|ing) with|attend\w* with|with you)\b.{0,30}?"
    r"\b(?:an?|your|their)?\s*((?:pa|personal assistant|carer|support worker|companion|guide dog|assistance dog|interpreter|advocate)s?)\b",
    re.I,
)
_OWNED = re.compile(r"(?<=\w)['’]s\b")
_SENTENCES = re.compile(r"(?<=[.!])\s+(?=[A-Z])")
_ABOUT = re.compile(r"^(.{4,}?)\s+(?:re|about|regarding|concerning|for|from|on|at)\b.*", re.I)
"""A heading, and what it is about: "Comments re meeting 29/10"."""
_ARE_YOU = re.compile(r"\b(?:are you|i am|identify)\b", re.I)


class Headings:
    """Knows what headings may mean; each is looked at once."""

    def __init__(self, words: ListWords, needs: Needs) -> None:
        self.words, self._needs = words, needs
        self.asked = lru_cache(maxsize=20_000)(self._asked)
        self.may_mean = lru_cache(maxsize=20_000)(self._may_mean)
        self.is_other = lru_cache(maxsize=20_000)(self._is_other)

    def _asked(self, text: str) -> str:
        """Return a heading as a person would say it: "Tel number" for "TelNo", without the number of a question."""
        if " " not in text:
            text = _CAMEL.sub(" ", text).replace("_", " ")
        return self.words.spelt_out(_NUMBERED.sub("", text))

    def _may_mean(self, text: str) -> Mapping[str, float]:
        """Return each meaning a heading may have, with how much of it that explains. In two languages: what either says."""
        found, text = self._says(text) if " " not in text else {}, self.asked(text)  # "FName", and "TelNo" apart
        for key, score in self._says(text).items():
            found[key] = max(score, found.get(key, 0.0))
        tongues = _TONGUES.split(text)
        parts = tongues if len(tongues) == 2 and not self.is_other(text) else []
        if len(sentences := _SENTENCES.split(text)) > 1 and not self.is_other(text):
            parts = [*parts, sentences[-1]]  # "Nice to meet you. What's your email?"
        if ":" in text and not self.is_other(text):
            parts = [*parts, text.partition(":")[2].strip()]  # "Ticket question: Do you need …?"
        about = _ABOUT.match(text)
        if about and not text.rstrip().endswith("?") and not self.is_other(text):
            parts = [*parts, about[1]]
        for part in parts:
            for key, score in self._says(part).items():
                found[key] = max(score, found.get(key, 0.0))
        return found

    def _says(self, text: str) -> dict[str, float]:
        if not text or len(text) > 400 or self.words.says("about_something_else", text):
            return {}
        best: dict[str, float] = {}
        text = _YES_NO.sub(" ", text)
        for said in {text, _IN_BRACKETS.sub(" ", text)}:
            for key, score in self.words.headings(said):
                best[key] = max(score, best.get(key, 0.0))
        if _LEAVE.search(text):
            best.update({key: max(score, LEAST) for key, score in best.items() if key in PURPOSES})
        whole = _EXAMPLES.sub(" ", text)
        if best.get("needs", 0.0) < LEAST and _NEEDING.search(whole) and not ASKS_LEAVE.search(whole):
            known = self._needs.read(whole).known
            fits_better = any(score >= LEAST or key in _CONSENTS for key, score in best.items())
            best["needs"] = _NAMES_A_NEED if known else best.get("needs", 0.0) if fits_better else _MAY_BE_A_NEED
        if whole.rstrip(" :?*").casefold().endswith("name"):
            best["name"] = max(_ENDS_IN_NAME, best.get("name", 0.0))
        if "role" not in best and _is_choice_of_roles(whole, self.words):
            best["role"] = _NAMES_A_NEED
        if self._is_somebody_elses(whole):
            own = _WHOSE_OWN if _YOU.search(whole) else _WHOSE_OWN - {"coming", "role"}
            best = {key: score for key, score in best.items() if key in own or key == LEFT}
        elif self.words.says("about_the_event", whole):
            best = {key: score for key, score in best.items() if key not in _WHO}
        return best

    def _is_other(self, text: str) -> bool:
        """Tell whether a heading is about somebody else, or about the event."""
        whole = _EXAMPLES.sub(" ", self.asked(text))
        return self._is_somebody_elses(whole) or self.words.says("about_the_event", whole)

    def _is_somebody_elses(self, text: str) -> bool:
        """Tell whether words name somebody else, or say that something is theirs: "Kin's mobile"."""
        return self.words.says("not_the_person", text) or self.words.says("not_the_person", _OWNED.sub("", text))

    def is_of_others(self, head: Head) -> bool:
        """Tell whether a column is about somebody else, or the event, by its heading or by the one above."""
        if head.means is not None:
            return not head.means
        return self.is_other(head.own) or self.is_other(head.above)

    def of(self, head: Head) -> Mapping[str, float]:
        """Return what a column may mean by its heading and the one above."""
        if head.means is not None:
            return {head.means: 2.0} if head.means else {}
        own = self.may_mean(head.own)
        if head.names:
            return {**own, "name": _NAMES_BELOW}
        if not head.above or head.above == head.own:
            return own
        if self.is_other(head.above):
            return {key: score for key, score in own.items() if key in _CONSENTS}
        if self.is_other(head.own) and most(self.anybodys(head.own))[1] >= LEAST:
            return own  # "PA's name" below "Support"
        if self.words.is_one("child_headings", head.own) or max(own.values(), default=0.0) < LEAST:
            return self.may_mean(head.above)
        return own

    def bare_question(self, text: str) -> str:
        """Return a heading without its number and without examples."""
        return _EXAMPLES.sub(" ", self.asked(text)).strip(" *")

    def anybodys(self, text: str) -> Mapping[str, float]:
        """Return what a heading asks, of whomever it asks it."""
        found: dict[str, float] = {}
        for key, score in self.words.headings(text):
            found[key] = max(score, found.get(key, 0.0))
        return found

    def question(self, head: Head) -> str:
        """Return what a column asks: its own heading, or the question above "Open-Ended Response"."""
        return head.above if head.above and self.words.is_one("child_headings", head.own) else head.text

    def among(self, heads: Sequence[Head]) -> list[Mapping[str, float]]:
        """Return what each column of a row may mean: beside a carer or a parent, the "Service user" is the one cared for.

        And beside somebody's own name, what is said of a carer is not theirs.
        """
        found = [self.of(head) for head in heads]
        if {"in", "out"} <= {plain(head.own) for head in heads}:  # a sheet at the door
            found = [{"coming": 1.0} if _SIGNED.fullmatch(h.own) else of for h, of in zip(heads, found, strict=True)]
        carers = [self.words.says("of_a_carer", head.own) for head in heads]
        if any(
            of.get(key, 0.0) > SURE for of, theirs in zip(found, carers, strict=True) if not theirs for key in NAMES
        ):
            found = [_without_who(of) if theirs else of for of, theirs in zip(found, carers, strict=True)]
            found = self._without_others(heads, found)
        comes = next((h for h in heads if self.words.is_one("who_comes", h.own) and not h.answers), None)
        if comes is not None:
            return [self._beside(head, comes, of) for head, of in zip(heads, found, strict=True)]
        if any(self.words.is_one("caring", head.own) and not head.answers for head in heads):
            return [{} if self.words.is_one("served", h.own) else of for h, of in zip(heads, found, strict=True)]
        return found

    def _without_others(self, heads: Sequence[Head], found: list[Mapping[str, float]]) -> list[Mapping[str, float]]:
        """Return what columns may mean without what is said of somebody whom a column of their own names: "Carer's needs" beside "Carer"."""
        told = [tokens(head.own) for head in heads]
        theirs = {
            said[0]
            for head, said in zip(heads, told, strict=True)
            if said and said[1:] in {(), ("name",)} and not head.answers and self._is_beside_them(said[0])
        }
        own = any(of.get(key, 0.0) > SURE and not theirs & {*said} for of, said in zip(found, told, strict=True) for key in NAMES)  # fmt: skip
        return [
            {} if own and said and said[0].removesuffix("s") in theirs and (_WANTED | _WHO) & set(of) else of
            for of, said in zip(found, told, strict=True)
        ]

    def _is_beside_them(self, word: str) -> bool:
        """Tell whether a word is for somebody at their side: "carer", "advocate". A "resident" is who comes."""
        return self.words.has("relations", word) or (is_role(word) and group_of(word) is not Group.LIVED_EXPERIENCE)

    def _beside(self, head: Head, comes: Head, of: Mapping[str, float]) -> Mapping[str, float]:
        """Return what a column may mean beside "Relative attending": theirs is what names the relative, not the resident."""
        if head is comes:
            return {"name": 1.0}
        who = comes.own.casefold().split()[0]
        if found := re.search(rf"\b{re.escape(who)}(?:['’]?s)?\b", head.own, re.I):
            return self._says(" ".join((head.own[: found.start()] + " " + head.own[found.end() :]).split()))
        served = self.words.begins("served", head.own) or set(of) & NAMES
        return {} if served else of

    def worth(self, heads: Sequence[Head]) -> float:
        """Return how much a row is a row of headings; 0 when no column of it is for names."""
        best: dict[str, float] = {}
        known = 0
        for found in self.among(heads):
            key, score = most(found)
            if score >= LEAST:
                known += 1
                best[key] = max(score, best.get(key, 0.0))
        named = max(best.get(key, 0.0) for key in (*NAMES, "preferred"))
        filled = sum(bool(head.own) for head in heads)
        if not named or (known < 2 and named < 0.95) or known < 0.25 * filled:
            return 0.0
        left = min(best.pop(LEFT, 0.0), 0.1)
        wrong = sum(is_data(head.own) for head in heads if head.own)
        return max(0.0, named + sum(best.values()) + left - 2 * wrong)

    def option(self, head: Head) -> str:
        """Return the need that a cell under this heading says yes to: "Hearing loop", one of several below a question."""
        if found := _BRINGS.search(head.own):
            return f"comes with {found[1].casefold()}"
        other = self.is_of_others(head)
        if (
            not head.own
            or other
            or self.words.is_one("child_headings", head.own)
            or self.words.has("nothing", head.own)
        ):
            return ""
        own = most(self.may_mean(head.own))
        if (
            head.above != head.own
            and (own[1] < LEAST or own[0] == LEFT)
            and most(self.may_mean(head.above))[0] == "needs"
        ):
            return head.own
        bare = self._bare(head)
        read = self._needs.read(bare)
        short = len(bare.split()) < 6
        if not short or read.group == CONTACT or self.role_asked(head):
            return ""
        return bare if read.known or self._asks_for_one(head.own, bare) else ""

    def _asks_for_one(self, heading: str, bare: str) -> bool:
        """Tell whether a question is whether one thing is needed, which a yes then is: "Do you need replacement care?"; "any help" is none."""
        said = tokens(bare)
        return bool(_NEEDS_ONE.search(self.asked(heading)) and said) and not self.words.words[
            "nothing_words"
        ].issuperset(said)

    def _bare(self, head: Head) -> str:
        """Return what a question that is answered by yes asks for: "BSL interpreter" of "Do you need a BSL interpreter? (Y/N)"."""
        bare = _YES_NO.sub(" ", _IN_BRACKETS.sub(" ", self.asked(head.own))).strip(" ?:-/*")
        bare = next((part for part in _TONGUES.split(bare)[1:] if _STEM.match(part)), bare)
        return _CLAUSE.sub("", _TAIL.sub("", _STEM.sub("", " ".join(bare.split())))).strip(" ?:")

    def role_asked(self, head: Head) -> str:
        """Return the role that a yes under this heading says: "unpaid carer" of "Are you an unpaid carer?"; "" when it asks for none."""
        if (
            self.is_other(head.own)
            or self.words.says("asks", self._bare(head))
            or _CONSENTS & set(self.may_mean(head.own))
        ):
            return ""
        bare = self._bare(head)
        if (
            not 0 < len(bare.split()) <= _LONGEST_ROLE
            or not is_role(bare)
            or _OF_ROLES.search(bare)
            or _TO_COME.search(head.own)
        ):
            return ""
        if self._needs.read(bare).group != OTHER and not _ARE_YOU.search(head.own):
            return ""  # "Interpreter", ticked: they need one
        return bare if bare[1:2].isupper() else bare[:1].lower() + bare[1:]

    def is_need(self, cell: str, *, plainly: bool = False) -> bool:
        """Tell whether a cell names a need of the table, whatever its column is called; `plainly`: of those of the Standard."""
        read = self._needs.read(cell)
        return bool(read.known) and not read.nothing and read.group not in ({CONTACT, OTHER} if plainly else {CONTACT})

    def heads(self, row: Row, above: Row | None) -> tuple[Head, ...]:
        """Return the headings of a row, with those of the row above that stand over several columns."""
        over = _filled_on(above) if above is not None else []
        wide = max(len(row.cells), len(over))
        return tuple(
            Head(place, row.cells[place] if place < len(row.cells) else "", over[place] if place < len(over) else "")
            for place in range(wide)
        )


def _is_choice_of_roles(heading: str, words: ListWords) -> bool:
    """Tell whether a heading offers roles to choose from: "Pt / carer / staff", "ORG / CARER?"."""
    parts = [part.strip(" ?:") for part in re.split(r"/|\bor\b", heading, flags=re.I)]
    roles = [is_role(part) for part in parts]
    known = all(role or words.is_one("may_be_roles", part) for role, part in zip(roles, parts, strict=True))
    return len(parts) > 1 and (sum(roles) > 1 or (any(roles) and known)) and not _OF_ROLES.search(heading)


def _without_who(found: Mapping[str, float]) -> dict[str, float]:
    return {key: score for key, score in found.items() if key not in _WHO}


def _filled_on(row: Row) -> list[str]:
    made, last = [], ""
    for cell in row.cells:
        last = cell or last
        made.append(last)
    return made + [last] * 30


def most(found: Mapping[str, float]) -> tuple[str, float]:
    """Return what a heading means most likely, and how much of it that explains."""
    return max(found.items(), key=lambda one: one[1], default=(LEFT, 0.0))
