"""Names as lists write them: the surname first, titles, tags and brackets, more than one person in a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coprod_desktop.domain.contact_marks import MAIL
from coprod_desktop.domain.list_words import ListWords, plain, tokens
from coprod_desktop.domain.roles import group_of, is_role
from coprod_desktop.domain.words import Group
from coprod_desktop.services.bring_in.people_alike import folded
from coprod_desktop.services.bring_in.people_list.colours import CROSSED
from coprod_desktop.services.bring_in.people_list.lines import DAY_OF_MONTH, MARKED
from coprod_desktop.services.bring_in.people_list.looks import is_phone
from coprod_desktop.services.bring_in.people_list.said import is_answer, speaks_of_coming

LONGEST = 120
"""Characters of a name. The longest that people have are under 80."""
_FORMULA = re.compile(r"=|[+\-@]\s*[A-Za-z]\w*\s*[(|!]|[+\-@]\d+[+\-*/]\d")
_ABROAD = re.compile(r"\+\d[\d ()-]{8,16}\d")
"""A number with its country: +44-7700-900123 is no sum."""
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_MASKED = re.compile(r"\+?[\d(][\d\s()*xX•-]{5,}")
_TWO = re.compile(r"&|/|\+|\band\b|\bplus\b|\bx ?2\b|^the\b", re.I)
_OF_SOMEBODY = re.compile(
    r"\b(?:guest|friend|carer|mother|mum|dad|father|son|daughter|partner|wife|husband|pa|interpreter|support worker) (?:of|for)\b"
    r"|['’]s (?:carer|mum|mother|dad|father|son|daughter|partner|wife|husband|pa|friend|guest|interpreter|support worker)\b",
    re.I,
)
_DAY = re.compile(
    rf"\b{DAY_OF_MONTH}\b" r"|\d{1,2}[/.]\d{1,2}[/.]\d|\b20\d\d\b|\d:\d\d",
    re.I,
)
_UNSURE = re.compile(r"(\?*)\s*([^?]+?)\s*(\?*)(?:(?<=\?)\s+(.+))?")
"""A name that nobody is sure about, and what else is said: "?? Sam", "Sue? in hospital"."""
_WEEKDAY = re.compile(
    r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tues?|weds?|thurs?|fri|sat|sun)(?= ))(?: [a-z\d].*)?"
)
"""A title that begins with a day: "Thurs lunch"."""
_REPLY_BEFORE = re.compile(r"(?P<reply>[^-–—:(]{3,40}?)\s*(?:[-–—]\s|\s[-–—]|:)\s*(?P<rest>.+)")
_REPLY_BEHIND = re.compile(r"(?P<rest>.+?)\s*(?:\s[-–—]\s|[:(\[])\s*(?P<reply>[^-–—:()\[\]]{3,40}?)\s*[)\]]?")
_REPLY_LAST = re.compile(r"(?:x )?(?P<rest>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*?) (?P<reply>[a-z].+|NO|YES|APOLS|TBC)")
"""A name, and a reply right behind it: "Bob can't"."""
_TITLE = re.compile(
    r"(?i:who(?:['’]?s| is| can)\b).*|.* (?:mornings?|lunch|afternoons?|evenings?|meeting|group|session|list|party|club|tea|coffee|walk|trip|day|workshop|event|visit)"
)
"""What a list is called: "Who's coming Saturday", "Bingo morning"."""
_JOB_TITLE = re.compile(
    r"\b(?:managers?|officer|worker|nurse|director|commissioner|lead|co-?ordinator|therapist|assistant|advis[eo]r|administrator|practitioner"
    r"|chair|vice[ -]chair|co-chair|minutes|note ?taker|secretary|treasurer|trustee|councillor|volunteer|advocate|interpreter|facilitator)$",
    re.I,
)
_WITH = re.compile(
    r"(.+?)\s*(?:\+|&|\bplus\b|\band\b|\bwith\b|\bw/)\s*((?:(?:a|an|her|his|their|one|two|three|\d)\s+)?"
    r"(?:carers?|pas?|guests?|kids|children|child|others|more|baby|family|support workers?|interpreters?|assistants?|personal assistants?|friends?|mum|mam|mother|dad|father|sons?|daughters?|husband|wife|partner|sister|brother|neighbour|(?:guide |assistance )?dog|escort|one|\d))",
    re.I,
)
_BESIDE = re.compile(r"([^-–—|]*[^\W\d_][^-–—|]*?)\s+[-–—|]\s+(.+)")
"""A name, and what stands behind a dash: no name has one between two blanks."""
_FROM = re.compile(r"([A-Z][\w'’. -]*?) (from (?:the|our|your) .+)")
"""Where somebody is known from, behind their name: "Phil from the bowls club"."""
_PRONOUNS = re.compile(
    r"\s+\(?(?:she|he|they|ze)\s*/\s*(?:her|him|them|they|he|she|hers|his|zir)(?:\s*/\s*\w+)?\)?$", re.I
)
_LONGEST_NAME = 7
"""Words."""
_NAME_AND_MAIL = re.compile(r"(.+?)\s*<(?:mailto:)?([^<>\s]+@[^<>\s]+)>")
_ROLE_FIRST = re.compile(r"([A-Za-z ]{2,30}?)\s*(?:\s[-–—]\s|:)\s*(.+)")
_OWNER = re.compile(r"^(.*?)['’]s\s+\w+", re.I)


@dataclass
class Named:
    """A name as it would come in."""

    name: str = ""
    why_not: str = ""
    """Why the row cannot come in; empty when it can."""
    role: str = ""
    mail: str = ""
    with_them: str = ""
    """Who comes with them and has no name here: "Noor Bibi + carer"."""
    notes: list[str] = field(default_factory=list)
    """What else stands beside the name: "(needs a lift)"."""
    reply: str = ""
    """What stands beside the name of whether they come: "CANCELLED - Ted Rudge"."""
    crossed: bool = False
    """The name is crossed out: whatever else the list says, nobody knows whether they come."""
    ticked: bool = True
    doubts: list[str] = field(default_factory=list)


def is_formula(cell: str) -> bool:
    """Tell whether a cell would be worked out by a spreadsheet. "+44 7700" and "- " are none."""
    return bool(_FORMULA.match(cell)) and len(cell) > 1 and not _ABROAD.fullmatch(cell)


def named(typed: str, first: str, last: str, preferred: str, words: ListWords) -> Named:
    """Return who a row is about, from the cell for whole names or those for the parts."""
    made = Named()
    parts = " ".join(filter(None, (first, last)))
    whole = parts if (first and last) or not typed else typed
    if any(map(is_formula, (typed, first, last))):
        made.why_not = "The name is a formula, not a name."
    elif len(whole) > LONGEST:
        made.why_not = f"The name has {_many(whole)} characters: that is no name."
    elif _MASKED.fullmatch(whole) or is_phone(whole):
        made.name, made.ticked = whole, False
        made.doubts.append(f"“{whole}” is a telephone, and nobody's name.")
    elif not any(char.isalpha() for char in whole):
        made.why_not = f"There is no name{f' in “{whole}”' if whole else ''}."
    else:
        _read(made, whole, preferred, words)
        if not any(char.isalpha() for char in made.name):
            made.why_not = f"There is no name in “{whole}”."
    return made


def _many(text: str) -> str:
    return f"{len(text):,}" if len(text) < 10_000 else "more than 10,000"


def _read(made: Named, whole: str, preferred: str, words: ListWords) -> None:
    name = MARKED.sub("", whole.replace("; ", " ")).strip(" ,;~*")
    name = _without_reply(made, name, words)
    if found := _WITH.fullmatch(name):
        name, made.with_them = found[1], found[2].casefold()
        made.doubts.append(f"The list has “{whole}”: somebody comes with them.")
    if (found := _ROLE_FIRST.fullmatch(name)) and is_role(found[1]) and not is_role(found[2]):
        made.role, name = found[1], found[2]
    if found := _NAME_AND_MAIL.fullmatch(name):
        made.mail, name = found[2], found[1].strip(" '\"")
    if MAIL.fullmatch(name):
        made.mail, made.name = name, _of_mail(name)
        made.ticked = not words.has("offices", made.name)
        what = "no name, only the address" if made.ticked else "the address of an office, and nobody's name:"
        made.doubts.append(f"The list has {what} “{made.mail}”.")
        return
    if (found := _BESIDE.fullmatch(name)) and not is_answer(found[2], words):
        name = found[1]
        if is_role(found[2]) and not _is_organisation(found[2], words):
            made.role = found[2]
        else:
            made.notes.append(found[2])
    if found := _FROM.fullmatch(name):
        name = found[1]
        made.notes.append(found[2])
    name = _PRONOUNS.sub("", name)
    name = _without_reply_last(made, _without_brackets(made, name, words), words)
    if "?" in name and (found := _UNSURE.fullmatch(name)) is not None:
        name = found[2]
        made.notes += [found[4]] if found[4] else []
        made.doubts.append(f"Nobody is sure about this name: “{whole}”.")
    tagged = name
    name = _turned(name, words)
    name = _without_titles(made, name, words)
    made.name = _with_preferred(name, preferred)
    if made.name != tagged:
        made.doubts.append(f"The list has the name as “{whole}”.")
    _doubt(made, whole, words)


def _without_reply(made: Named, name: str, words: ListWords) -> str:
    """Return a name without the reply that stands before or behind it: "Ted Rudge - cancelled", "APOLS: Ted Rudge"."""
    for found in (_REPLY_BEFORE.fullmatch(name), _REPLY_BEHIND.fullmatch(name)):
        if found is None:
            continue
        reply, rest = found["reply"].strip(), found["rest"].strip(" ,;-–—")
        if (
            rest
            and not words.has("tags", reply)
            and len(reply) > 2
            and is_answer(reply, words)
            and not is_answer(rest, words)
        ):
            made.reply = reply
            return rest
    return name


def _without_reply_last(made: Named, name: str, words: ListWords) -> str:
    found = _REPLY_LAST.fullmatch(name)
    if found is None or not is_answer(found["reply"], words) or is_answer(name, words):
        return name
    made.reply = made.reply or found["reply"]
    return found["rest"]


def _of_mail(mail: str) -> str:
    return (
        " ".join(
            part.capitalize() for part in re.split(r"[._-]+", mail.partition("@")[0]) if part and not part.isdigit()
        )
        or mail
    )


def _without_brackets(made: Named, name: str, words: ListWords) -> str:
    """Return a name without what stands in brackets behind it: "(Guest)", "(she/her)", "(Adult Services)", "(carer)"."""
    while found := _BRACKETS.search(name):
        inside = found[1].strip()
        before, after = name[: found.start()].strip(), name[found.end() :].strip()
        if not before and not after:
            return inside
        if after and " " not in inside and not words.has("tags", inside):
            return name  # "Winifred (Win) Tattersall"
        if words.says("devices", before) and not words.says("rooms", before) and not after and len(inside.split()) > 1:
            return inside  # "iPhone (Cora Lunt)"
        if inside == CROSSED:
            made.crossed = True
            made.doubts.append("This name is crossed out. Ask whether they come.")
        elif not words.has("tags", inside) and inside:
            if speaks_of_coming(inside, words) and not is_answer(inside, words) and " " in inside:
                made.notes.append(inside)
            elif _is_role(words.spelt_out(inside), words):
                made.role = made.role or inside
            elif words.says("organisations", inside) or _is_organisation(inside, words):
                made.doubts.append(f"“({inside})” was left off the name.")
            elif len(inside.split()) == 1 and inside[:1].isupper() and len(before.split()) > 1 and "," not in before:
                return name  # "Cora Lunt (Coco)"
            elif _is_in_full(before, inside):
                return inside  # "Cora (Cora Lunt)": what somebody called themselves on screen, and their name
            else:
                made.notes.append(inside)
        name = f"{before} {after}".strip()
    return re.sub(r"\s*[(\[][^()\[\]]*$", "", name)


def _is_organisation(beside: str, words: ListWords) -> bool:
    """Tell whether words in capitals are where somebody works: "Carers Link". "Social Worker" is what they are."""
    parts = beside.split()
    capitals = len(parts) > 1 and all(one[:1].isupper() for one in parts)
    return words.says("organisations", beside) or (
        capitals and parts[0].endswith("s") and not _JOB_TITLE.search(beside)
    )


def _is_in_full(short: str, inside: str) -> bool:
    """Tell whether brackets hold the name in full: "Cora (Cora Lunt)", "Grzegorz N (Grzegorz Nowicki)"."""
    told, full = short.split(), inside.split()
    whole = " " not in short and folded(short) <= folded(inside)
    return whole or (
        len(full) >= len(told) > 1 and all(b.startswith(a.rstrip(".")) for a, b in zip(told, full, strict=False))
    )


def _is_role(inside: str, words: ListWords) -> bool:
    """Tell whether brackets say what somebody is: "(carer)", "(social worker)". "(Commissioning)" is where they work."""
    group = group_of(inside)
    if _is_organisation(inside, words):
        return False
    if _JOB_TITLE.search(inside) and not words.has("tags", inside):
        return True
    return (
        group in (Group.LIVED_EXPERIENCE, Group.CARERS)
        or (group is Group.STAFF and inside[:1].islower())
        or words.has("relations", inside)
    )


def _turned(name: str, words: ListWords) -> str:
    """Return "First Surname" of "Surname, First"; more commas than one, or letters after a name, turn nothing."""
    before, comma, after = (part.strip() for part in name.partition(","))
    if (
        not comma
        or not before
        or not after
        or "," in after
        or any(char.isdigit() for char in name)
        or words.has("after_names", after)
    ):
        return name
    return f"{after} {before}"


def _without_titles(made: Named, name: str, words: ListWords) -> str:
    parts = name.split()
    left = parts
    while len(left) > 1 and words.has("titles", left[0]):
        left = left[1:]
    if len(left) == len(parts):
        return name
    if len(left) == 1 and len(parts) == 2:
        return name  # "Mrs Patel": it is all that is known
    if any(plain(part) in {"cllr", "councillor"} for part in parts[: len(parts) - len(left)]):
        made.role = made.role or "councillor"
    return " ".join(left)


def _with_preferred(name: str, preferred: str) -> str:
    """Return a name with what they like to be called in front: "Win (Winifred) Tattersall"."""
    first, _, rest = name.partition(" ")
    if (
        not preferred
        or is_formula(preferred)
        or len(preferred) > LONGEST
        or folded(preferred) in (folded(first), folded(name))
    ):
        return name
    return f"{preferred} ({name})" if " " in preferred else f"{preferred} ({first}) {rest}".strip()


def _doubt(made: Named, typed: str, words: ListWords) -> None:
    bare = _BRACKETS.sub(" ", typed)
    if len(made.name.split()) > _LONGEST_NAME:
        made.ticked = False
        made.doubts.append(f"“{typed}” is long for a name.")
    elif _DAY.search(typed) or _WEEKDAY.fullmatch(made.name) or _TITLE.fullmatch(made.name):
        made.ticked = False
        made.doubts.append(f"“{typed}” looks like a title, and nobody.")
    elif words.is_one("nobody", bare) or words.is_one("nobody", made.name) or _twice_nobody(made.name, words):
        made.ticked = False
        made.doubts.append(f"“{typed}” looks like no name yet.")
    elif words.says("bots", typed) and not words.has("titles", tokens(typed)[0]):
        made.ticked = False
        made.doubts.append(f"“{typed}” looks like a program that takes notes, and nobody.")
    elif words.says("devices", made.name):
        made.ticked = False
        owner = _OWNER.match(made.name)
        who = f" It may be {owner[1]}'s." if owner and owner[1] else ""
        made.doubts.append(f"“{typed}” looks like a device or a room, and nobody.{who}")
    elif made.name.islower() and len(made.name.split()) > 2:
        made.ticked = False
        made.doubts.append(f"“{typed}” looks like no name yet.")
    elif words.is_one("buildings", made.name.split()[-1]) and " " in made.name:
        made.ticked = not made.name.isupper()
        made.doubts.append(f"“{typed}” {'may be' if made.ticked else 'looks like'} a building, and no person.")
    elif (words.says("organisations", made.name) or words.has("offices", made.name)) and not words.has(
        "titles", tokens(typed)[0]
    ):
        made.ticked = False
        made.doubts.append(f"“{typed}” looks like an organisation, and no person.")
    elif _TWO.search(bare):
        made.doubts.append("This may be more than one person.")
    elif _OF_SOMEBODY.search(bare):
        made.ticked = False
        made.doubts.append(f"“{typed}” says who somebody comes with, and is no name yet.")


def _twice_nobody(name: str, words: ListWords) -> bool:
    """Tell whether first name and surname are the same filling in: "Info Requested Info Requested"."""
    parts = name.split()
    half = len(parts) // 2
    return len(parts) > 1 and parts[:half] == parts[half:] and words.is_one("nobody", " ".join(parts[:half]))
