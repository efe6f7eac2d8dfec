"""Who is told of where no sign says so: "HQ said …" in minutes, "BK +1", a name on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain.check import known
from coprod_desktop.domain.notes import marks, tidy
from coprod_desktop.domain.notes.headings import Heading, Under
from coprod_desktop.domain.notes.known_words import plain
from coprod_desktop.domain.notes.labels import Label
from coprod_desktop.domain.notes.state import Reading, is_said_by_staff, part_of
from coprod_desktop.domain.notes.values import Cut
from coprod_desktop.domain.words import EntryKind

_TITLE = r"(?<!\bRev\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bFr\.)(?<!\bSr\.)(?<!\bProf\.)(?<!\bCllr\.)"
"""No sentence ends with these."""
_SENTENCE = re.compile(rf"(?<=[.!?]){_TITLE}\s+(?=[^\W_])|(?<=[.!?][\"”'’)])\s+(?=[^\W_])")
_FAR, _SHORTEST = 8, 2
"""Words behind "from" among which a verb of saying is looked for."""
_QUOTED = re.compile(
    r"^[\"“‘'](?P<words>.+)[\"”’'][.,]?\s*(?:[-–—,]+\s*|(?=\()|(?<=\s))(?P<who>[^\"”“.]{2,60}|\([^()]{2,60}\))$"
)
_TEAM = re.compile(r"\bteam$", re.IGNORECASE)
_PAST = frozenset(
    {"gave", "spoke", "brought", "made", "read", "led", "went", "took", "found", "had", "did", "put", "got", "knew"}
)
_FEW = 2
_PROSE = 55
_SHORT = 4
"""Words of the longest name."""


def without_sign(reading: Reading, line: str) -> tuple[Label, str, bool, bool] | None:
    """Return who is told of at the beginning of a line, the words, whether they are told, whether they ask."""
    found = reading.labels.without_sign(line)
    if found is None:
        return None
    who, rest = found
    beside = re.match(r"[(\[][^()\[\]]{2,40}[)\]]\s+", rest)
    rest = rest[beside.end() :] if beside is not None else rest
    role = beside.group().strip(" ()[]") if beside is not None else ""
    if beside is None and (of := _origin(reading, rest)) is not None:
        role, rest = of
    behind = role if reading.labels.is_role(role) or marks.meant(plain(role), reading.words) is not None else ""
    following = re.match(r"[^\W\d_]+", rest)
    verb, lists = plain(following.group()) if following else "", reading.words.lists
    if verb in lists["said"] or verb in lists["asked"] or (_feels(reading, rest) and reading.labels.is_called(who)):
        parted = re.match(r"(?:said|says|sed|replied|replies|answered|asked|asks)\s*[:–—]\s+", rest, re.IGNORECASE)
        return Label(who, behind), rest[parted.end() :] if parted else line, parted is None, verb in lists["asked"]
    return (Label(who), rest, False, False) if reading.labels.are_initials(who) or rest.startswith("+1") else None


def quoted_by(reading: Reading, line: str) -> tuple[Label, str] | None:
    """Return who is quoted, and the words: a line in quotation marks with a name behind it, '"…" Hilda, 88'."""
    found = _QUOTED.match(line)
    who = signed(reading, found["who"]) if found is not None else None
    return (who, found["words"].strip()) if found is not None and who is not None else None


def signed(reading: Reading, written: str) -> Label | None:
    """Return who has signed words: what stands before the first comma is the name, what follows says more of them."""
    name, _, more = written.strip(" ()").partition(",")
    folded = plain(name)
    if folded.split()[:1] == ["anonymous"]:
        return Label("anonymous", "" if folded == "anonymous" else name.split(None, 1)[1])
    shape = reading.labels.shape(name.strip())
    lower = shape == "lower" and not reading.labels.is_somebody(name)
    if not shape or shape == "place" or lower or (_only_words(name) and shape in {"one", "name"}):
        return Label(name, "") if _TEAM.search(name) else None
    return Label(name.strip(), more.strip())


def _feels(reading: Reading, rest: str) -> bool:
    """Tell whether this goes on with what somebody likes or lacks: "hates …", "doesn't like …", and not "didn't rush me"."""
    first, _, after = plain(rest).partition(" ")
    lists = reading.words.lists
    return first in lists["felt"] or (first in lists["not_felt"] and after.split(" ")[0] in lists["would_feel"])


def _origin(reading: Reading, rest: str) -> tuple[str, str] | None:
    """Return for whom somebody works, and what follows from the verb on: "from the housing association said …"."""
    parts = rest.split()
    if parts[:1] != ["from"]:
        return None
    lists = reading.words.lists
    says = (at for at, part in enumerate(parts[:_FAR]) if plain(part) in lists["said"] or plain(part) in lists["asked"])
    at = next(says, None)
    if at is None or at < _SHORTEST:
        return None
    return " ".join(part for part in parts[1:at] if part != "the"), " ".join(parts[at:])


def headed_by(reading: Reading, heading: Heading) -> Label | None:
    """Return who is meant by a heading that is only somebody's name: "Gareth:" above what he said."""
    if heading.sure or heading.under is not Under.LINES or heading.kind is not None:
        return None
    if heading.words.endswith(":"):
        return alone(reading, heading.words.rstrip(": "))
    label = reading.labels.called(heading.words) if reading.above_bullets else None
    return label if label is not None and reading.labels.is_somebody(label.who) else None


def alone(reading: Reading, line: str) -> Label | None:
    """Return who is meant by a line that is only somebody's name."""
    label = reading.labels.called(line) if len(line.split()) < _SHORT + 1 else None
    if label is None:
        return None
    shape = reading.labels.shape(label.who)
    if shape == "nobody" and plain(label.who) not in reading.words.lists["anonymous"]:
        return None  # more is said than that nobody knows who
    a_name = shape in {"nobody", "role", "known", "initials"} or (
        shape in {"name", "one"} and (not _only_words(label.who) or reading.labels.is_name_too(plain(label.who)))
    )
    return label if a_name else None


def told(reading: Reading, line: str) -> list[Cut]:
    """Return the cuts of a paragraph of minutes: a new one where somebody else is told of."""
    inside = reading.actions.inside(line)
    made: list[Cut] = []
    for sentence in _SENTENCE.split(tidy.bare(line)):
        if inside is not None and (found := reading.actions.inside(sentence)) is not None:
            before = (sentence[: found.start()] + sentence[found.end() :]).strip()
            last = made.pop() if not before.strip(" .") and made else None
            told = last.text if last is not None else before
            who_when = sentence[found.start("who") : found.end("who")]
            text = f"{told} {sentence}" if last is not None else sentence
            made.append(
                Cut(
                    text=text,
                    kind=EntryKind.NOTE,
                    action=reading.actions.told_before(told, who_when),
                    part=part_of(reading),
                )
            )
            continue
        if (doing := reading.actions.doing(sentence)) is not None:
            made.append(Cut(text=sentence, kind=EntryKind.NOTE, action=doing, part=part_of(reading)))
            continue
        who, asked = _teller(reading, sentence)
        if who is None and made and made[-1].action is None:
            made[-1] = replace(made[-1], text=f"{made[-1].text} {sentence}")
            continue
        speaker = (reading.labels.known.get(plain(who)) or who) if who else None
        section = reading.heading.kind if reading.heading else None
        staff = EntryKind.STAFF_COMMENT if is_said_by_staff(reading, speaker) else None
        kind = EntryKind.QUESTION if asked else staff or section or EntryKind.CONTRIBUTION
        made.append(Cut(text=sentence, kind=kind, speaker=speaker, told=who is not None, part=part_of(reading)))
    return made


def turns(reading: Reading, line: str) -> list[str]:
    """Return a line in parts where others take turns within it: "BF: they go quiet. NS: drivers turn them down."."""
    made: list[str] = []
    for sentence in _SENTENCE.split(line):
        if made and not reading.labels.known_at(sentence):
            made[-1] = f"{made[-1]} {sentence}"
        else:
            made.append(sentence)
    return made


def tell_of_people(reading: Reading, lines: Sequence[str]) -> bool:
    """Tell whether a text is paragraphs in which one sentence after the other tells what somebody said."""
    sentences = [one for line in lines for one in _SENTENCE.split(tidy.bare(line))]
    telling = sum(_teller(reading, one)[0] is not None for one in sentences)
    prose = len(sentences) >= 1.3 * len(lines) and sorted(map(len, lines))[len(lines) // 2] > _PROSE
    return prose and telling >= _FEW and telling >= 0.15 * len(sentences)


def _teller(reading: Reading, sentence: str) -> tuple[str | None, bool]:
    named = re.match(r"^(?P<who>[^\W\d_][\w'’-]*(?:\s[A-Z][\w'’-]*)?)\s+(?=from\s)", sentence)
    origin = _origin(reading, sentence[named.end() :]) if named is not None else None
    if named is not None and origin is not None:
        sentence = f"{named['who']} {origin[1]}"
    shouted = sentence.isupper()
    found = re.match(
        r"^(?P<who>(?:[A-Z][a-z]{0,3}\.\s?)?[^,.;:()]{1,40}?)(?:\s*\([^()]{2,40}\))?\s+"
        r"(?:(?:also|then|next|further|again|later|was|were)\s+)?(?P<verb>[a-z]+)\b",
        sentence.capitalize() if shouted else sentence,
    )
    if found is None:
        return None, False
    who = sentence[: found.end("who")] if shouted else found["who"]
    if not _tells(reading, who, plain(found["verb"])):
        return None, False
    shape = reading.labels.shape(who)
    is_one = shape not in {"", "lower", "place"} and (
        shape != "one"
        or plain(who) in reading.labels.known
        or not _only_word(who)
        or reading.labels.is_name_too(plain(who))
    )
    return (who, plain(found["verb"]) in reading.words.lists["asked"]) if is_one else (None, False)


def _tells(reading: Reading, who: str, verb: str) -> bool:
    """Tell whether a verb tells what somebody said; of somebody who is listed any verb in the past does."""
    lists = reading.words.lists
    if verb in lists["said"] or verb in lists["asked"] or verb in {"will", "to"}:
        return True
    return plain(who) in reading.labels.known and (verb.endswith("ed") or verb in _PAST)


def _only_words(who: str) -> bool:
    return all(_only_word(part) for part in who.split())


def _only_word(who: str) -> bool:
    folded = plain(who)
    return known.is_word(folded) and not known.is_first_name(folded)
