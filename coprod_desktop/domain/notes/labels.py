"""Who said it, as note-takers write it: "Gareth D'Arcy -", "SB:", "[GD]", "anon –", "Table 3:", "Femi (staff):"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coprod_desktop.domain.check import known
from coprod_desktop.domain.check.words import fold, tokens_of
from coprod_desktop.domain.notes.known_words import NotesWords, plain
from coprod_desktop.domain.roles import group_of
from coprod_desktop.domain.words import Group

_LONGEST = 60
_PARTICLES = frozenset(
    [
        "ap",
        "ab",
        "ben",
        "bin",
        "bint",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "mac",
        "mc",
        "o",
        "van",
        "von",
        "und",
        "y",
        "al",
        "ul",
        "ur",
    ]
)
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "cllr",
        "sir",
        "dame",
        "lady",
        "lord",
        "councillor",
        "rev",
        "fr",
        "sr",
        "father",
        "sister",
    ]
)
_SEPARATORS = (
    ("bracket", re.compile(r"^[\[<{](?P<label>[^\[\]<>{}]{1,60})[\]>}]\s*[:–—-]?\s*")),
    ("bold", re.compile(r"^\*\*(?P<label>[^*]{1,60}?):?\*\*\s*[:–—-]?\s*")),
    ("tab", re.compile(r"^(?P<label>[^\t|]{1,60}?)\s*(?:\t+|\|)\s*")),
    ("colon", re.compile(r"^(?P<label>[^:：\n\t]{1,60}?)\s*[:：](?:\s+|$|(?!//)(?=\S))")),
    (
        "dash",
        re.compile(
            r"^(?P<label>[^–—\n\t]{1,60}?)(?:\s+[-–—]{1,2}(?:\s+|$)|\s*[–—]\s*|\s+>\s*|\s*=>?\s+|(?<=[A-Z])-\s)"
        ),
    ),
    ("comma", re.compile(r"^(?P<label>[A-Z][A-Za-z.]{0,3}),\s+")),
)
"""How a label is parted from the words, tried in this order."""
_BEHIND = re.compile(
    r"^(?P<label>.*?)\s*(?:[(\[](?P<behind>[^()\[\]]{1,40})[)\]]|(?:,|\s[-–—/])\s+(?P<after>[^()\[\],]{2,40}))\s*$"
)
_INITIALS = re.compile(r"^(?:[A-Z]\.?){1,4}$|^[A-Z][a-z]?[A-Z]{1,2}$|^[A-Z]{1,2}'?[A-Z]$|^[A-Z]{2}\d$")
_FOR = re.compile(
    r"^(?P<who>.+?)(?:\s+(?:voicing|speaking|signing|interpreting|talking|writing|reading))?(?:\s+for\s+|\s*->\s*|\s+obo\s+|\s+on behalf of\s+)(?P<whom>.+)$",
    re.IGNORECASE,
)


_THROUGH = re.compile(
    r"^(?P<who>.+?)\s+(?:via|through)\s+(?:an?\s+|the\s+|her\s+|his\s+|their\s+)?(?:bsl\s+)?(?:interpreter|interp|terp)$",
    re.IGNORECASE,
)
_TOLD_APART = re.compile(
    r"^(?:(?:a|an|the|same|another|other|first|second|older|elderly|young|younger|old)\s+)*"
    r"(?:man|woman|lady|gentleman|gent|mum|mother|dad|father|teenager|teen|girl|boy|couple|visitor|person|child|lad)"
    r"(?:,\s*\d.*|\s+(?:w/|with|in|at|from|by|on)\s.*)?$"
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
    looked_at: int = 0

    def count(self, lines: Iterable[str]) -> None:
        """Look at the beginnings of all lines (after time and bullet)."""
        for line in lines:
            self.looked_at += 1
            if (found := self.parted(line)) is not None:
                self.counts[plain(found[0].who)] += 1
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
        for short in _shorts(name):
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
        usual = self.most_are() and self.signs[sign] >= 0.3 * sum(self.signs.values())
        if shape in {"nobody", "role", "place"} or folded in self.known:
            return True
        if shape == "initials":
            if who.upper() in self._not_initials:
                staff = sign == "colon" and folded in self.words.lists["staff_by_letters"]
                return usual and (often > 1 or staff)
            return often > 1 or usual or sign in {"colon", "bracket"}
        if shape == "lower":
            named = is_name_only(folded) and sign in {"colon", "dash"}
            return named or (self.most_are() and (often > 1 or self.signs[sign] >= 0.6 * sum(self.signs.values())))
        english = all(known.is_word(t) and not known.is_first_name(t) for t in tokens_of(folded))
        if not english:
            return shape == "name" or often > 1 or usual or sign in {"colon", "dash", "bold", "bracket"}
        if often > 1 and self.signs[sign] >= 0.4 * self.looked_at:
            return True
        sure = sign in {"bracket", "bold"} or (shape in {"one", "name"} and self.signs[sign] >= 0.6 * self.looked_at)
        return usual and (often > 1 or sure)

    def is_somebody(self, who: str) -> bool:
        """Tell whether this is somebody here, a title and a surname, or a first name that is no word."""
        folded, shape = plain(who), self.shape(who)
        if shape in {"known", "role"} or (shape == "initials" and self.is_here(who)):
            return True
        if shape not in {"name", "one", "lower"}:
            return False
        first = folded.split()[0].strip(".")
        return self.is_here(who) or (first in _TITLES and shape != "lower") or is_name_only(first)

    def is_here(self, who: str) -> bool:
        """Tell whether lines of this text begin with this name, or a list of who came has it."""
        folded = plain(who)
        return (folded in self.known or self.counts[folded] > 0) and self.shape(who) not in {"", "lower", "place"}

    def _may_be_initials(self, token: str) -> bool:
        return _INITIALS.match(token) is not None and token.upper() not in self._not_initials

    @property
    def _not_initials(self) -> frozenset[str]:
        return frozenset(word.upper() for word in self.words.lists["not_initials"])

    def called(self, label: str) -> Label | None:
        """Return who a label names, with what stands behind the name and for whom they spoke; None where it names nobody."""
        who, behind = label.strip(' *_"“”'), ""
        found = _BEHIND.match(who)
        if found is not None and (found["behind"] or self._is_role(found["after"])):
            who, behind = found["label"], found["behind"] or found["after"]
        if not behind and (through := _THROUGH.match(who)) is not None:
            who, behind = through["who"], "via interpreter"
        for_whom = _FOR.match(who)
        whom = None
        if behind.casefold().startswith("for ") and for_whom is None:
            whom, behind = behind[4:].strip(), ""
        if for_whom is not None:
            who, whom = for_whom["who"], for_whom["whom"]
        who = who.lstrip("@").strip(" ,")
        return Label(who, behind, whom) if who else None

    def _is_role(self, words: str) -> bool:
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
            if (
                folded in self.known
                or self.unparted[folded] > 1
                or (self.counts[folded] and self.shape(who) in {"initials", "name", "one"})
                or folded in self.words.lists["anonymous"]
                or is_name_only(folded)
                or (who[:1].isupper() and not who.isupper() and not any(map(known.is_word, tokens_of(folded))))
            ):
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
        if folded in lists["anonymous"]:
            return "nobody" if folded.strip("?") else ""
        if folded in self.known:
            return "known"
        bare = re.sub(r"\s*#?\s*\d{1,3}$", "", folded)
        if bare in lists["places"] and bare != folded:
            return "place"
        if (
            bare in lists["interpreters"]
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
        return _shape_of_name(who)


def is_name_only(word: str) -> bool:
    """Tell whether a word is a first name and nothing else."""
    return known.is_first_name(word) and not known.is_word(word)


def _shape_of_name(who: str) -> str:
    tokens = who.replace("‐", "-").split()
    if not tokens or len(tokens) > 5 or len(who) > _LONGEST or re.search(r"[\d!?…;]", who):
        return ""
    if re.search(r"[.,]", re.sub(r"\b(?:[A-Z]|[A-Z][a-z]{1,3})\.", "", who)):
        return ""
    loud = [t for t in tokens if t.casefold() not in _PARTICLES and t.casefold().strip(".") not in _TITLES]
    if not loud or not all(any(c.isalpha() for c in t) for t in loud):
        return ""
    first = [next(c for c in t if c.isalpha()) for t in loud]
    if all(not c.isupper() and not c.islower() for c in first):  # scripts without capitals
        return "name" if 1 < len(loud) < 4 else "one" if len(loud) == 1 else ""
    if all(c.isupper() or (c.isalpha() and not c.islower()) for c in first):
        return "name" if len(loud) > 1 else "one"
    if len(tokens) < 3 and all(t.islower() for t in tokens):
        return "lower"
    return ""


def initials_of(name: str) -> set[str]:
    """Return the initials somebody may be noted by: "Wyn ap Rhydderch" is WaR, WAR and WR."""
    parts = [p for p in re.split(r"[\s-]+", name) if p and p[0].isalpha()]
    plain_parts = [p for p in parts if p.casefold() not in _PARTICLES and p.casefold().strip(".") not in _TITLES]
    spaced = [p for p in name.split() if p[:1].isalpha() and p.casefold() not in _PARTICLES]
    made = {"".join(p[0] for p in group) for group in (parts, plain_parts, spaced) if len(group) > 1}
    if len(spaced) > 1:
        made.add(spaced[0][0] + spaced[-1][0])
        made.add(spaced[0][0] + "".join(c for c in spaced[-1] if c.isupper())[:2])
    return {fold(m) for m in made}


def _shorts(name: str) -> set[str]:
    """Return by what else somebody may be noted: initials, and first name or title and surname."""
    first, last = plain(name).split()[0], plain(name).split()[-1]
    return {*initials_of(name), f"{first} {last}" if first.strip(".") in _TITLES else first}


_FROM = re.compile(r"^[^,;()]*?\s(?=(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Councillor)\b)")
"""What stands before a title in a list: "and from the Council Mr Lister"."""


def people_listed(text: str) -> Sequence[str]:
    """Return the names in a list of who came: "T Oduya (chair), C Brannigan, H Quraishi"."""
    names = []
    for part in re.split(r"[,;\n•·]|\band\b|\s+[-–—]\s+", text):
        name = _FROM.sub("", re.sub(r"\([^)]*\)|\[[^\]]*\]", "", part).strip(" .–—-*\t"))
        if _shape_of_name(name) in {"name", "one"}:
            names.append(name)
    return names


def roles_listed(text: str) -> dict[str, str]:
    """Return what stands in brackets behind the names in a list of who came: "Kit Lonsdale (social worker)"."""
    found = {}
    for m in re.finditer(r"(?:^|[,;\n•·=]|\band\b)\s*(?P<name>[^,;()\n=]{2,50}?)\s*\((?P<role>[^()]{2,40})\)", text):
        found[plain(_FROM.sub("", m["name"]))] = m["role"]
    for m in re.finditer(r"(?:^|[,;\n•·])\s*(?P<name>[^,;()\n=–—-]{2,50}?)\s+[-–—]\s+(?P<role>[^,;()\n]{2,40})", text):
        found.setdefault(plain(m["name"]), m["role"].strip())
    return found


_LEGEND = re.compile(r"(?:^|[,;(\n]\s*)(?P<short>[A-Z][A-Za-z]{0,3}\d?)\s*(?:=|:|–|—| - )\s*(?P<name>[^,;()\n=]{2,50})")
_AFTER = re.compile(r"(?P<name>[^\W\d_][^,;()\n:=]{1,50}?)\s*\((?P<short>[A-Z][A-Za-z]{0,2}[A-Z]?)\)")


def legend(text: str) -> dict[str, str]:
    """Return what the notes say initials stand for: "SB = Sara Bello", "Sara Bello (SB)"."""
    found = {}
    for pattern in (_LEGEND, _AFTER):
        for m in pattern.finditer(text):
            short, name = m["short"], re.sub(r"^\s*[-•*–]\s*", "", m["name"]).strip(" .")
            if _shape_of_name(name) in {"name", "one"} and fold(short)[0] == fold(name)[0] and len(short) < len(name):
                found[plain(short)] = name
    return found


def named_by_initials(names: Iterable[str]) -> dict[str, str]:
    """Return initials and first name -> whole name, for names written out; what two of them share stands for nobody."""
    made: dict[str, set[str]] = {}
    for name in names:
        if len(name.split()[0].strip(".")) > 1 and len(name.split()) > 1:
            for short in _shorts(name):
                made.setdefault(short, set()).add(name)
    return {short: next(iter(found)) for short, found in made.items() if len(found) == 1}
