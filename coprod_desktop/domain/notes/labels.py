"""Who said it, as note-takers write it: "Gareth D'Arcy -", "SB:", "[GD]", "anon –", "Table 3:", "Femi (staff):"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from coprod_desktop.domain.check import known
from coprod_desktop.domain.check.words import tokens_of
from coprod_desktop.domain.notes.known_words import NotesWords, plain
from coprod_desktop.domain.notes.shapes import TITLES, is_name_only, shape_of_name, shorts_of
from coprod_desktop.domain.roles import group_of
from coprod_desktop.domain.words import Group

_SEPARATORS = (
    ("bracket", re.compile(r"^[\[<{](?P<label>[^\[\]<>{}]{1,60})[\]>}]\s*[:–—-]?\s*")),
    ("box", re.compile(r"^\((?P<label>[^()]{1,40})\)\s*[:–—-]?\s+(?=\S)")),
    ("bold", re.compile(r"^\*\*(?P<label>[^*]{1,60}?):?\*\*\s*[:–—-]?\s*")),
    ("tab", re.compile(r"^(?P<label>[^\t|]{1,60}?)\s*(?:\t+|\|)\s*")),
    ("colon", re.compile(r"^(?P<label>[^:：\n\t]{1,60}?)\s*[:：](?:\s+|$|(?!//)(?=\S))")),
    (
        "dash",
        re.compile(
            r"^(?P<label>[^–—\n\t]{1,60}?)(?:\s+[-–—]{1,2}(?:\s+|$)|\s*[–—]\s*|\s+>\s*|\s*=>?\s+|(?<=[\w)])-\s)"
        ),
    ),
    ("comma", re.compile(r"^(?P<label>[A-Z][A-Za-z.]{0,3}),\s+")),
    (
        "quote",
        re.compile(r"^(?P<label>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2}(?:\s*\([^()]{1,30}\))?),? (?=[\"“])"),
    ),
    ("space", re.compile(r"^(?P<label>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2}) {2,}(?=\S)")),
)
"""How a label is parted from the words, tried in this order."""
_BEHIND = re.compile(
    r"^(?P<label>.*?)\s*(?:[(\[](?P<behind>[^()\[\]]{1,40})[)\]]|(?:,|\s[-–—/])\s+(?P<after>[^()\[\],]{2,40}))\s*$"
)
_INITIALS = re.compile(r"^(?:[A-Z]\.?){1,4}$|^[A-Z][a-z]?[A-Z]{1,2}$|^[A-Z]{1,2}'?[A-Z]$|^(?!Q)[A-Z]{1,3}\d{1,2}$")
_FOR = re.compile(
    r"^(?P<who>.+?)(?:\s+(?:voicing|speaking|signing|interpreting|talking|writing|reading))?(?:\s+(?:za|dros|ar ran|w imieniu)\s+|\s+for\s+|\s*->\s*|\s+obo\s+|\s+on behalf of\s+)(?P<whom>.+)$",
    re.IGNORECASE,
)


_THROUGH = re.compile(
    r"^(?P<who>.+?)\s+(?:via|through)\s+(?:an?\s+|the\s+|her\s+|his\s+|their\s+)?(?:bsl\s+)?(?:interpreter|interp|terp)$",
    re.IGNORECASE,
)
_THE_WRITER = frozenset({"me", "myself"})
_WHOSE = re.compile(r"^(?!from |by |asked |and )[^\W\d_][\w ]{0,25}['’]s?\s+(?P<who>[a-z][a-z ]{2,25})$")
_KIN = frozenset(
    {
        "mum",
        "mother",
        "dad",
        "father",
        "wife",
        "husband",
        "partner",
        "son",
        "daughter",
        "sister",
        "brother",
        "friend",
        "nan",
        "gran",
        "aunt",
        "auntie",
        "uncle",
        "niece",
        "nephew",
        "neighbour",
        "pa",
        "key worker",
        "support worker",
        "carer",
        "advocate",
        "interpreter",
    }
)
"""Who somebody is to another: "Dean's mum"."""
_FEW_WORDS = 6
_OF = re.compile(r"^(?P<who>.+?)\s+from\s+(?:the\s+)?(?P<behind>[^,:]{2,40})$")
"""For whom somebody works, behind their name: "Viv from the council"."""
HOW = re.compile(
    r"^(?:on (?:the )?(?:phone|zoom|teams|screen|chat|line)|online|by (?:phone|e-?mail|post|text)|via \w+|using .+|talking mats|with .+)$"
)
"""How somebody took part, behind their name: "on the phone", "using eye gaze"."""
_TOLD_APART = re.compile(
    r"^(?:(?:a|an|\d{1,2}|two|three|four|some|several|the|same|another|other|first|second|older|elderly|elder|young|younger|old)\s+)*"
    r"(?:man|woman|lady|gentleman|gent|mum|mother|dad|father|teenager|teen|girl|boy|couple|ladies|women|men|people|gents|lads|girls|boys|visitors|residents|members|visitor|person|child|lad)"
    r"(?:,\s*\d.*|,?\s+(?:no names?|(?:didn['’]?t|did not|would not|wouldn['’]?t)\s+(?:give|say|leave)\b.*|name not given)|\s+no names?|\s+(?:w/|with|in|at|from|by|on)\s.*)?$"
)
"""Somebody whose name the note-taker does not know: "lady w/ shopping trolley", "man, 60s"."""


@dataclass(frozen=True)
class Label:
    """A label as it was read: who, what stood in brackets behind the name, and for whom they spoke."""

    who: str
    behind: str = ""
    said_for: str | None = None


@dataclass
class Labels:
    """What counts as a label in this text. Counted over all of its lines before the first is read."""

    words: NotesWords
    known: dict[str, str] = field(default_factory=dict)
    """Label, folded -> whole name, as a list of who came in the notes has it, or their list of initials; "" when it is
    known to be somebody here, and not whose whole name."""
    roles: dict[str, str] = field(default_factory=dict)
    """Somebody here, folded -> what stands of them in brackets: "manager"."""
    counts: Counter[str] = field(default_factory=Counter)
    unparted: Counter[str] = field(default_factory=Counter)
    """Initials that lines begin with, with nothing between them and the words."""
    signs: Counter[str] = field(default_factory=Counter)
    capital: set[str] = field(default_factory=set)
    """Labels that stand somewhere with a capital letter."""
    looked_at: int = 0

    def count(self, lines: Iterable[str]) -> None:
        """Look at the beginnings of all lines (after time and bullet)."""
        for line in lines:
            self.looked_at += 1
            if (found := self.parted(line)) is not None:
                self.counts[plain(found[0].who)] += 1
                if found[0].who[:1].isupper():
                    self.capital.add(plain(found[0].who))
                if found[0].behind and self.is_role(found[0].behind):  # "Norm (carer):" is somebody
                    self.known.setdefault(plain(found[0].who), "")
                self.signs[found[1]] += 1
            elif (alone := re.match(r"^(\S{2,4})\s", line)) is not None and self._may_be_initials(alone[1]):
                self.unparted[plain(alone[1])] += 1

    def most_are(self) -> bool:
        """Tell whether most lines begin with what may be a label."""
        return sum(self.signs.values()) >= max(2, 0.6 * self.looked_at)

    def parted(self, line: str) -> tuple[Label, str, str] | None:
        """Return what may be a label, how it is parted, and the words; None where nothing has the shape of one."""
        for sign, pattern in _SEPARATORS:
            found = pattern.match(line)
            if found is None:
                continue
            label = self.called(found["label"])
            if label is not None and self.shape(label.who):
                return label, sign, line[found.end() :]
        return None

    def shorts(self, name: str) -> None:
        """Let somebody who came be known by initials, and by first name, where no other shares them."""
        for short in shorts_of(name):
            if len(short) > 1:
                self.known.setdefault(short, "")

    def take(self, line: str) -> tuple[Label | None, str]:
        """Return the label of a line and its words, or None and the line."""
        found = self.parted(line)
        if found is None or not self.accepts(found[0].who, found[1]):
            return None, line
        return found[0], found[2]

    def accepts(self, who: str, sign: str) -> bool:
        """Tell whether this is somebody here, and not the beginning of what was said ("Parking: …")."""
        folded = plain(who)
        shape = self.shape(who)
        often = self.counts[folded]
        if sign == "space" and shape not in {"initials", "known"} and self.signs[sign] < 0.4 * self.looked_at:
            return False  # a space too many
        usual = self.most_are() and self.signs[sign] >= 0.3 * sum(self.signs.values())
        if shape in {"nobody", "role", "place"} or folded in self.known:
            return True
        if sign == "box":  # "(Audrey) who do we ring?"
            return is_name_only(folded) or self.is_name_too(folded) or (shape == "initials" and often > 1)
        if sign == "quote" and shape in {"one", "name"}:
            return True
        if shape == "initials":
            if who.upper() in self._not_initials:
                staff = sign == "colon" and folded in self.words.lists["staff_by_letters"]
                return usual and (often > 1 or staff)
            return often > 1 or usual or sign in {"colon", "bracket"}
        if shape == "lower":
            named = (is_name_only(folded) or folded in self.capital) and sign in {"colon", "dash"}
            return named or (self.most_are() and (often > 1 or self.signs[sign] >= 0.6 * sum(self.signs.values())))
        english = all(
            known.is_word(t) and not known.is_first_name(t) and not self.is_name_too(t) for t in tokens_of(folded)
        )
        if not english:
            return shape == "name" or often > 1 or usual or sign in {"colon", "dash", "bold", "bracket"}
        if often > 1 and self.signs[sign] >= 0.4 * self.looked_at:
            return True
        sure = sign in {"bracket", "bold"} or (shape in {"one", "name"} and self.signs[sign] >= 0.6 * self.looked_at)
        return usual and (often > 1 or sure)

    def is_name_too(self, word: str) -> bool:
        """Tell whether a word is a first name as well: Grant, Dawn."""
        return word in self.words.lists["names_too"]

    def are_initials(self, who: str) -> bool:
        """Tell whether this is initials, whether or not the notes say whose."""
        return self.shape(who) == "initials" or (plain(who) in self.known and _INITIALS.match(who) is not None)

    def is_called(self, who: str) -> bool:
        """Tell whether lines of this text begin with this name, or it is a first name."""
        return self.is_here(who) or self.is_first_name(who)

    def is_first_name(self, who: str) -> bool:
        """Tell whether this is a first name, whatever else it may be."""
        return is_name_only(plain(who)) or self.is_name_too(plain(who))

    def known_at(self, line: str) -> bool:
        """Tell whether a line begins with somebody who is listed as here, and a sign."""
        found = self.parted(line)
        return found is not None and plain(found[0].who) in self.known and bool(found[2])

    def is_somebody(self, who: str) -> bool:
        """Tell whether this is somebody here, a title and a surname, or a first name that is no word."""
        folded, shape = plain(who), self.shape(who)
        if shape in {"known", "role"} or (shape == "initials" and self.is_here(who)):
            return True
        if shape not in {"name", "one", "lower"}:
            return False
        first = folded.split()[0].strip(".")
        return (
            self.is_here(who)
            or (first in TITLES and shape != "lower")
            or is_name_only(first)
            or (shape != "lower" and self.is_name_too(first))
        )

    def is_here(self, who: str) -> bool:
        """Tell whether lines of this text begin with this name, or a list of who came has it."""
        folded = plain(who)
        return (folded in self.known or self.counts[folded] > 0) and self.shape(who) not in {"lower", "place"}

    def _may_be_initials(self, token: str) -> bool:
        return _INITIALS.match(token) is not None and token.upper() not in self._not_initials

    @property
    def _not_initials(self) -> frozenset[str]:
        return frozenset(word.upper() for word in self.words.lists["not_initials"])

    def called(self, label: str) -> Label | None:
        """Return who a label names, with what stands behind the name and for whom they spoke; None where it names nobody."""
        who, behind = label.strip(' *_"“”'), ""
        found = _BEHIND.match(who)
        if found is not None and (found["behind"] or self.is_role(found["after"]) or HOW.match(plain(found["after"]))):
            who, behind = found["label"], found["behind"] or found["after"]
        if not behind and (through := _THROUGH.match(who)) is not None:
            who, behind = through["who"], "via interpreter"
        if not behind and (of := _OF.match(who)) is not None and shape_of_name(of["who"]) in {"name", "one"}:
            who, behind = of["who"], of["behind"]
        who = re.sub(r"\s+again$", "", who)
        for_whom = _FOR.match(who)
        whom = None
        if behind.casefold().startswith("for ") and for_whom is None:
            whom, behind = behind[4:].strip(), ""
        if for_whom is not None:
            who, whom = for_whom["who"], for_whom["whom"]
            if not behind and (boxed := re.match(r"^(.+?)\s*\(([^()]+)\)$", who)) is not None:
                who, behind = boxed[1], boxed[2]
        who = who.lstrip("@").strip(" ,")
        return Label(who, behind, whom) if who else None

    def is_role(self, words: str) -> bool:
        """Tell whether this says what somebody is, behind a name: "council", "carer"."""
        folded = plain(words)
        return (
            folded in self.words.marks
            or folded in self.words.lists["people_by_role"]
            or group_of(folded) is not Group.OTHERS
        )

    def without_sign(self, line: str) -> tuple[str, str] | None:
        """Return who a line begins with when nothing parts them from the words: "BK asks who tests it", "AH +1"."""
        found = re.match(
            r"^(?P<who>[^\W\d_][\w.'’-]*(?:\s+(?:[a-z]{2,3}\s+)?[^\W\d_a-z][\w'’-]*){0,3}?)\s+(?=\S)", line
        )
        while found is not None:
            who, folded = found["who"], plain(found["who"])
            letters = who.isupper() and who in self._not_initials and folded not in self.known  # "PIP form"
            if not letters and (
                folded in self.known
                or self.unparted[folded] > 1
                or (self.counts[folded] and self.shape(who) in {"initials", "name", "one"})
                or folded in self.words.lists["anonymous"]
                or is_name_only(folded)
                or (self.is_name_too(folded) and who[:1].isupper())
                or (who[:1].isupper() and not who.isupper() and not any(map(known.is_word, tokens_of(folded))))
            ):
                longer = re.compile(rf"^(?P<who>{re.escape(who)}\s+[^\W\d_][\w'’-]*)\s+(?=\S)").match(line)
                if longer is not None and plain(longer["who"]) in self.known:  # "PC" of "PC Adeyemi"
                    return longer["who"], line[longer.end() :]
                return who, line[found.end() :]
            found = (
                re.compile(rf"^(?P<who>{re.escape(who)}\s+[^\W\d_][\w'’-]*)\s+(?=\S)").match(line)
                if len(who.split()) < 4
                else None
            )
        return None

    def shape(self, who: str) -> str:
        """Return what a label looks like: nobody, role, place, initials, name (two words up), one, lower; "" for none."""
        lists, folded = self.words.lists, plain(who)
        if re.match(r"anon(?:ymous)?(?: [^-–—:]*)?$", folded) and len(folded.split()) < _FEW_WORDS:
            return "nobody"
        if folded in lists["anonymous"]:
            return "nobody" if folded.strip("?") else ""
        if folded in self.known:
            return "known"
        if folded in _THE_WRITER:
            return "role"
        whose = _WHOSE.match(folded)
        if whose is not None and (
            self.is_role(whose["who"]) or _TOLD_APART.match(whose["who"]) or whose["who"] in _KIN
        ):
            return "role"
        bare = re.sub(r"\s*#?\s*\d{1,3}$", "", folded)
        if bare in lists["places"] and bare != folded:
            return "place"
        if (
            bare in lists["interpreters"]
            or (bare.endswith(" interpreter") and len(bare.split()) < _FEW_WORDS)
            or bare in lists["people_by_role"]
            or folded.removeprefix("a ") in lists["people_by_role"]
            or (len(who.split()) < 7 and _TOLD_APART.match(folded))
        ):
            return "role"
        if folded in self.words.marks or folded in lists["actions"] or folded in lists["aside_lines"]:
            return ""
        if folded in lists["lists_of_people"] or folded in lists["not_there"]:
            return ""
        if _INITIALS.match(who):
            return "initials"
        return shape_of_name(who)
