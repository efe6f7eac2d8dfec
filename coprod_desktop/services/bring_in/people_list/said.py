"""What people answered, as lists write it: whether they come, and what they said no to. A list never gives a yes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from coprod_desktop.domain.list_words import ListMeaning, ListWords, found, plain, tokens
from coprod_desktop.domain.phrases import PhraseFound
from coprod_desktop.domain.words import Attending

_CLAUSE = re.compile(r"[,;.!–—]|\s-\s|\bbut\b")
UNSURE = re.compile(
    r"\?|\b(?:if|(?:as|so) long as|provided|hopefully|probably|depends|might|may|unless|not sure|tbc)\b", re.I
)
_NO_WORD = re.compile(
    r"(?:no (?:reply|answer|response)|(?:has )?(?:not|hasnt|didnt|did not) (?:yet )?(?:repl|answer|respond)|await|none|invited|pending|to ring|not asked)"
)
"""Nobody has heard from them: that is clear, and nothing to doubt."""
_NOT_KNOWN = re.compile(
    r"n\s*/\s*[a-z]\b|not (?:known|obtained|asked|sure|yet|recorded|stated|sought|given yet|applicable)\b|no (?:reply|answer|response|record|info)",
    re.I,
)
"""Nobody has asked, or nobody knows: no yes, and no no either."""
_REFUSING = re.compile(
    r"\b(?:(?:left|leave|keep|kept|stay) out of|no|not|dont|don't|do not|never|without|doesn't|does not|doesnt|avoid|refuses?|declines?|objects?|against)\b[^.;,]{0,40}?"
    r"\b(?:(photo\w*|pictures?|pics?|camera)|(record\w*|film\w*|video\w*)|(quot\w+)|(name)\s+(?:in|on|used|printed|published))",
    re.I,
)
_OF_COMING = re.compile(r"\b(?:com(?:e|ing)|attend\w*|make|join\w*|there|if)\b", re.I)
_MIND = re.compile(r"\b(?:(?:would|do|does) (?:you|they|anyone) (?:mind|object)|any objections?)\b", re.I)
_NOT_MINDING = re.compile(
    r"\b(?:don['’]?t|do not|wouldn['’]?t|would not|not) (?:mind|object)|no (?:problem|objection)|^\s*(?:no|n|fine|ok)\b",
    re.I,
)
_RATHER_NOT = re.compile(
    r"\b(?:rather (?:you )?(?:not|didn['’]?t)|i (?:do|would) (?:mind|object)|please don['’]?t|prefer (?:you )?not|yes)\b",
    re.I,
)
_ASKED_FIRST = re.compile(
    r"^(?:was |were |has been )?(?:invited|invitation sent|invite sent|asked|emailed|rung|called)\s*(?:[-–—:,/>]+|and|→)\s*(?=\w)",
    re.I,
)
"""That they were asked, before what they answered: "Invited – accepted"."""
_PREFERS_NOT = re.compile(
    r"\b(?:rather|prefers?|preferred)\b(?: \w+)? ?(?:not|didn['’]?t|don['’]?t)\b|\bnot (?:keen|comfortable|happy|ok|okay|allowed|on)\b|\buncomfortable\b|\bplease don['’]?t\b",
    re.I,
)
_NONE_RECORDED = re.compile(
    r"\b(?:no|not any)\s+(?:[\w/]+\s+){0,3}?(?:needs?|requirements?|adjustments?|details?|information|info|allerg\w+|preferences?|disabilit\w+|diets?)"
    r"(?:\s+(?:is|are|were|was|have been|has been))?\s+recorded\b",
    re.I,
)
"""Nothing was written down: "No needs recorded" says nothing of being recorded."""
_NOT = frozenset(["not", "never", "hardly", "cannot", "nobody", "neither", "none", "nor"])
_SHORT_NOT = re.compile(r"(?:is|are|was|were|has|have|had|did|do|does|wo|ca|would|could|should)nt")
_BETWEEN = frozenset([
    "be", "being", "now", "really", "actually", "quite", "likely", "going", "to", "feeling", "of", "us", "them", "think", "believe",
    "i", "ill", "will", "shall",
])  # fmt: skip
"""Between a "not" and what it denies: "don't think I'll be able to come"."""
_TO_COME = frozenset([
    "able", "come", "comes", "coming", "attend", "attending", "make", "join", "joining", "going", "be", "there", "free", "available",
])  # fmt: skip
_NOT_SO = frozenset([
    "was", "were", "had", "would", "wouldve", "could", "wish", "wishes", "wished", "whether", "supposed", "meant", "planned", "hoped",
])  # fmt: skip
"""Before a yes these tell of what once was, or might be."""
_REPORTS = frozenset(["says", "said", "confirmed", "confirms", "replied", "rang", "emailed", "thinks"])
_ELSEWHEN = re.compile(
    r"\b(?:next|last|previous|another) (?:one|time|meeting|session)\b|\b(?:attended|came) in (?!person)", re.I
)
_INSTEAD = re.compile(r"\b(?:instead|in (?:my|her|his|their) place)\b", re.I)
_JOINING = frozenset({"and", "then", "but", "now", "or", "nor", "neither", "said"})
_I_WILL = re.compile(r"\bi['’]ll\b", re.I)
_FAR_FROM = re.compile(r"\baway from\b(?! (?:home|work|the office))", re.I)
_CHANGED = re.compile(r"\b(?:then|now|after all|since|later)\b", re.I)
_LATE_REPLY = re.compile(r"\bapolog\w+ (?:for|that|if|but)\b", re.I)
_PURPOSES = ("photo", "recording", "quote", "name")


def attending(words: str, table: ListWords, doubts: list[str]) -> Attending | None:
    """Return whether somebody comes, by whole phrases: "No problem, see you there" is a yes, "No reply yet" nothing yet."""
    if not words:
        return None
    told = _REFUSING.sub(lambda hit: hit[0] if _OF_COMING.search(hit[0]) else " ", words)  # "not in photos" is no "not"
    answer, sure = _attending(_ASKED_FIRST.sub("", told) or told, table)
    if answer is None or not sure:
        doubts.append(f"Whether they come is not sure: “{words}”.")
    return answer


def asks_who_stays_away(heading: str, table: ListWords) -> bool:
    """Tell whether a column is for those who do not come: "Not attending", "Cancelled?". "Coming / apologies" is for all."""
    return table.says("staying_away", heading) and not re.search(r"/|\bor\b|&|\band\b", heading)


_BEGINNING = 3
"""Words."""
_TONGUES = re.compile(r"\s+[/|]\s+")


def one_tongue(words: str, table: ListWords) -> str:
    """Return an answer that is given in two languages as one: "Yes" of "Ydw / Yes". Other words stay as they are."""
    halves = _TONGUES.split(words)
    if len(halves) != 2 or any(table.has(key, words) for key in ("yes", "no", "nothing")):
        return words
    told = [(_kind(half, table), half) for half in halves]
    known = [(kind, half) for kind, half in told if kind]
    return words if not known or len({kind for kind, _ in known}) > 1 else known[-1][1]


def _kind(words: str, table: ListWords) -> str:
    kinds = [key for key in ("yes", "no", "nothing") if table.has(key, words)]
    said = kinds[:1] or [
        str(answer) for answer, sure in (_attending(words, table),) if answer and _is_whole(words, table)
    ]
    return {"coming": "yes", "apologies": "no", "nothing": "no"}.get(said[0], said[0]) if said else ""


def is_answer(words: str, table: ListWords) -> bool:
    """Tell whether words say whether somebody comes, and nothing else."""
    return _is_whole(words, table)


def reply_first(note: str, table: ListWords) -> tuple[str, str]:
    """Return the reply that a note begins with ("yes, needs the loop", "can't – clash"), and what is left of the note."""
    note = _SAYS.sub(lambda says: "will " if says[1] else "", note)
    found = re.match(r"([^,;.(–—-]+?)\s*(?:[,;.–—]|\s-\s|\sbut\b|(?=\()|$)\s*(.*)", note, re.S)
    if found is None or not _is_whole(found[1], table):
        return "", note
    return found[1], found[2].strip(" ()")


_SAYS = re.compile(
    r"^(?:(?:he|she|they) )?(?:says?|said|rang to say|confirms?|confirmed)(?: that)? (?:he|she|they)(['’]ll)? ", re.I
)
"""Who took a message tells what was said: "says she can't come"."""


_PLAINLY = re.compile(
    r"(?P<reply>yes|yep|(?:(?:sorry|no)[ ,]+)?(?:i )?(?:can(?:no|['’]?)t|won['’]?t) (?:make it|come|attend|be there)|not this time|(?:i )?(?:can|will|['’]ll) (?:come|be there))\b[ ,]*(?P<rest>.*)",
    re.I | re.S,
)


def plainly_first(note: str) -> tuple[str, str]:
    """Return a reply that needs no mark behind it, and what is left of the note: "cant make it mate"."""
    found = _PLAINLY.fullmatch(note)
    return (found["reply"], found["rest"]) if found else ("", note)


def reply_last(note: str, table: ListWords) -> tuple[str, str]:
    """Return the reply that a note ends with ("hard of hearing - not coming"), and what stands before it."""
    rest, dash, last = note.rpartition(" - ")
    return (
        (last.strip(), rest.strip())
        if dash and begins_with_reply(last, table) and is_answer(last, table)
        else ("", note)
    )


def clauses(words: str) -> list[str]:
    """Return the parts of a sentence that may each say a thing of their own."""
    return [part for part in map(str.strip, _CLAUSE.split(words)) if part]


def begins_with_reply(line: str, table: ListWords) -> bool:
    """Tell whether a line is a reply and no name: "Can't make it - clashes with clinic"."""
    answer, _ = reply_first(line, table)
    return bool(answer) and len(tokens(answer)) > 1


def says_whether_first(clause: str, table: ListWords) -> bool:
    """Tell whether words begin with whether somebody comes; "said the bus is late" and "no number" do not."""
    told = tokens(clause)
    begins = min(found(table.coming, told), key=lambda one: (one.start, -one.end), default=None)
    if begins is None or begins.start >= _BEGINNING or (told[: begins.end] == ("no",) != told):
        return False
    return attending(clause, table, []) is not None


def speaks_of_coming(words: str, table: ListWords) -> bool:
    """Tell whether words say anywhere whether somebody comes: "in hospital"."""
    return bool(found(table.coming, tokens(words)))


def _attending(words: str, table: ListWords) -> tuple[Attending | None, bool]:
    """Return what words say of coming, and whether that is all they can mean."""
    said = _tokens(words)
    if not said:
        return (Attending.INVITED, False) if "?" in words else (None, not words.strip(" -–—."))
    told: list[tuple[int, Attending]] = []
    taken: set[int] = set()
    begins, turned = _clauses(words), False
    for one in sorted(_phrases(said, table), key=lambda found: found.start):
        at = one.start
        clause = max((place for place in (*begins, *(n + 1 for n in taken)) if place <= at), default=0)
        taken.update(range(at, one.end))
        answer = _turned(table.answers[one.means], said, begins, clause, range(at, one.end), table)
        told += [(at, answer)] if answer is not None else []
        turned = turned or answer is None
    if not told or _ELSEWHEN.search(words) or (_INSTEAD.search(words) and told[0][1] is Attending.COMING):
        return None, False
    answers = [answer for _, answer in told]
    first = answers[0]
    if first is Attending.COMING:
        if is_taken_back(said[told[0][0] :], table):
            return (None if answers[-1] is Attending.COMING else Attending.APOLOGIES), False
        if Attending.APOLOGIES in answers and all(n in taken or word in _JOINING for n, word in enumerate(said)):
            return None, False  # "Yes / No"
    if first is Attending.APOLOGIES and Attending.COMING in answers and _CHANGED.search(words):
        return None, False  # "Declined, then accepted"
    if first is Attending.APOLOGIES and answers[-1] is Attending.COMING and "but" in said:
        return None, False  # "Can't get there but will join by phone"
    if first is Attending.INVITED:
        return first, len(set(answers)) == 1 and _is_whole(words, table) and bool(_NO_WORD.match(plain(words)))
    if Attending.INVITED in answers or UNSURE.search(words):
        return first, False
    if len(set(answers)) == 1:
        return first, first is Attending.APOLOGIES or not turned or told[0][0] == 0
    begins_with = _CLAUSE.split(words, maxsplit=1)[0]
    clear = len(tokens(begins_with)) < len(said) and len({a for at, a in told if at < len(tokens(begins_with))}) == 1
    return first, clear and _is_whole(begins_with, table)


def _phrases(said: Sequence[str], table: ListWords) -> Iterator[PhraseFound]:
    """Yield the phrases of a reply, the longest first, none inside another; "no" before one more word is no reply: "but no carer"."""
    taken: set[int] = set()
    for one in found(table.coming, said):
        alone = one.start == 0 or len("".join(said[one.start : one.end])) > 1
        lacks = (
            one.start > 0
            and said[one.start : one.end] == ("no",)
            and one.end < len(said)
            and said[one.start - 1] == "but"
        )
        if alone and not lacks and not taken.intersection(range(one.start, one.end)):
            taken.update(range(one.start, one.end))
            yield one


def _clauses(words: str) -> Sequence[int]:
    """Return with which word each clause begins."""
    begins, many = [0], 0
    for clause in _CLAUSE.split(words):
        many += len(_tokens(clause))
        begins.append(many)
    return begins


def _turned(
    answer: Attending, said: Sequence[str], begins: Sequence[int], clause: int, phrase: range, table: ListWords
) -> Attending | None:
    """Return what a phrase says after the words that stand before it in its clause; None where it then says nothing of the person.

    "Not able to come", "don't think I can come" are a no; "hasn't said yes", "was coming", "her daughter is coming" nothing that is sure.
    """
    before = said[clause : phrase.start]
    if answer is Attending.INVITED:
        return answer
    if any(table.has("relations", word) for word in before) and not _REPORTS.intersection(before):
        return None
    last = len(before)
    while last and before[last - 1] in _BETWEEN:
        last -= 1
    if not last and clause and clause not in begins and _denies(said[clause - 2 : clause]):
        return None if answer is Attending.COMING else answer  # "not able" has said it already, of "to be there"
    denied = [n for n, word in enumerate(before) if _denies((word,))]
    if denied:
        comes = answer is Attending.COMING and _TO_COME.intersection(said[phrase.start : phrase.stop])
        return Attending.APOLOGIES if comes and denied == [last - 1] else None
    return None if answer is Attending.COMING and _NOT_SO.intersection(before) else answer


def _tokens(words: str) -> tuple[str, ...]:
    """Return the words of a reply, in which "I'll" is nobody who is ill, and "away from the door" nobody who is away."""
    return tokens(_FAR_FROM.sub("far from", _I_WILL.sub("I will", words)))


def is_taken_back(said: Sequence[str], table: ListWords) -> bool:
    """Tell whether a yes is taken back in the same words: "Booked - cancelled 3/11". That somebody else is away takes nothing back."""
    words = _LATE_REPLY.sub(" ", " ".join(said))
    return table.says("taken_back", words) and not any(table.has("relations", word) for word in said)


def _denies(words: Iterable[str]) -> bool:
    return any(word in _NOT or word == "unable" or _SHORT_NOT.fullmatch(word) for word in words)


def _is_whole(clause: str, table: ListWords) -> bool:
    """Tell whether words are one reply, or the same in two phrases: "sorry no"."""
    said = _tokens(clause)
    hits = found(table.coming, said)
    if any(one.start == 0 and one.end == len(said) for one in hits):
        return True
    first = [one for one in hits if one.start == 0]
    return any(
        two.start == one.end and two.end == len(said) and two.means == one.means for one in first for two in hits
    )


def refused(words: str, heading: str, meaning: ListMeaning, table: ListWords, doubts: list[str]) -> bool:
    """Tell whether a cell says no to what its column asks leave for. A yes counts as not asked: the person is asked."""
    if not words.strip(" -–—.?"):
        return False
    if _MIND.search(heading) and not table.says("not_negative", heading):
        return _minds(words, meaning, table, doubts)
    negative, asks = _is_negative(heading, table), table.says("asks", heading)
    yes, no = table.has("yes", words), _is_no(words, table)
    if negative and not asks:
        if yes or (no and len(tokens(words)) > 1):
            return True
        if not no:
            doubts.append(f"{meaning.words}: the list says “{words}” under “{heading}”. That counts as a no.")
        return not no
    if negative:
        doubts.append(f"{meaning.words}: “{words}” under “{heading}” is not clear. That counts as a no.")
        return True
    if no:
        return True
    if not yes:
        doubts.append(f"{meaning.words}: “{words}” is neither yes nor no. They count as not asked.")
    return False


def _minds(words: str, meaning: ListMeaning, table: ListWords, doubts: list[str]) -> bool:
    """Tell whether somebody minds, who was asked whether they do: "I'd rather you didn't"; "No, I don't mind" does not."""
    if table.has("yes", words) or _RATHER_NOT.search(words):
        return True
    if not table.is_one("not_negative", words) and not _NOT_MINDING.search(words):
        doubts.append(f"{meaning.words}: whether they mind is not clear: “{words}”. They count as not asked.")
    return False


def _is_no(words: str, table: ListWords) -> bool:
    if table.has("no", words) or table.has("nothing", words):
        return table.has("no", words)
    if table.is_one("not_negative", words) or table.begins("not_negative", words):
        return False
    if _PREFERS_NOT.search(words):
        return True
    first = tokens(words)[:1]
    if _NOT_KNOWN.match(words):
        return False
    return bool(first) and (
        first[0] in {"no", "not", "never", "dont", "refused", "declined", "n"} or bool(_REFUSING.search(words))
    )


def _is_negative(heading: str, table: ListWords) -> bool:
    said = list(tokens(heading))
    for one in found(table.phrases["not_negative"], said):
        said[one.start : one.end] = ["-"] * (one.end - one.start)
    return bool(found(table.phrases["negative"], said))


def refused_in(words: str) -> set[str]:
    """Return what somebody says no to in words of their own: "no photos please" among their needs or notes."""
    return {
        purpose
        for hit in _REFUSING.finditer(_NONE_RECORDED.sub(" ", words))
        for purpose, part in zip(_PURPOSES, hit.groups(), strict=True)
        if part
    }
