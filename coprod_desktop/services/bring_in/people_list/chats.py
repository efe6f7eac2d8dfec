"""A chat in which somebody asks who comes, as a list: each who wrote, with their last answer and what they need."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coprod_desktop.domain.notes import chat
from coprod_desktop.domain.notes.known_words import NotesWords
from coprod_desktop.domain.notes.values import Cut
from coprod_desktop.services.bring_in.people_list import said
from coprod_desktop.services.bring_in.people_list.headings import Headings
from coprod_desktop.services.bring_in.people_list.looks import is_phone
from coprod_desktop.services.bring_in.people_list.sheets import Opened, of_rows, tidy

KIND = "a chat"
_ASKS = re.compile(
    r"\b(?:who|whos|are|can|could|will|is|any\w*|every\w*|shall)\b[^?]*\b(?:com(?:e|ing)|mak(?:e|ing)|join\w*|attend\w*|free|able|do|in|there|about|around|want\w*|interested|up for|fancy)\b[^?]*\?|\bcoming\b[^?]*\?",
    re.I,
)
_INVITES = re.compile(r"\b(?:let (?:me|us) know|reply|say|tell (?:me|us)|shout)\b.*\b(?:if|who|whether)\b", re.I)
_THUMB = re.compile("(.+): ([👍✅✔🙋👎❌🙅])[\ufe0f\U0001f3fb-\U0001f3ff]?")
_CHASES = re.compile(r"\b(?:else|rest|still|hear\w*|remind\w*|chas\w*|yet)\b", re.I)
"""Asks again for the same day: what was answered before holds."""
_EXPLICIT = re.compile(r"\b(?:com(?:e|ing)|attend\w*|there|make|join\w*|apolog\w+|count|this time)\b", re.I)
"""Says itself of what it speaks, where nobody was seen to ask."""
_OF_ANOTHER = re.compile(
    r"\b(?!(?:I|We|It|That|This|There|Yes|No|Sorry|Can|Will)\b)[A-Z][a-z]+\b(?: [a-z]+){0,4}? (?:is|are|will|can|has)\b"
)
"""Says of somebody else whether they come: "Ann from the choir is coming"."""
_CALLED = r"(?P<who{0}>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1})"
_SAYS_WHO = re.compile(
    r"^\W*(?:(?i:hi|hello|hiya|hey|morning|evening)\b[\w ]{0,12}?[\s,!.]+)?"
    rf"(?:(?i:it['’]?s|this is)\s+{_CALLED.format(1, '*')}|(?i:i['’]?m)\s+{_CALLED.format(2, '+')}|{_CALLED.format(3, '*')}(?= here\b))"
    r"(?: here\b)?[\s,]*[(]?(?i:(?:my |on (?:a |my )?)?new (?:phone|number|mobile))?[)]?[\s,.!-]*"
)
"""Says whose a number is that nobody has a name for: "Hi it's Ann Lee, new phone"."""
_FIRST = 60
_FIRST_CHARACTERS = 60_000
"""So many lines tell whether a text is a chat, and no more characters."""
_FEWEST = 2
"""People who answer, where nobody was seen to ask."""
ASKED = "“{}” asked who comes, and is left out with what they wrote."
_UNASKED = "Nobody in this chat asks who comes. Only answers that say so themselves were read."
_IS = "“{}” writes that this is {}. Ask them."
CHANGED = "“{}” answered more than once. The last answer was read."
_AGAIN = "This chat asks more than once who comes. Only what was answered after the last time was read."


def is_chat(text: str) -> bool:
    """Tell whether a text is a chat by how its first lines begin."""
    return chat.looks_like(text[:_FIRST_CHARACTERS].splitlines()[:_FIRST])


def of_chat(text: str, headings: Headings, words: NotesWords) -> Opened | None:
    """Return a chat as a list of who answered; None when it is none, or nobody answers in it."""
    if not is_chat(text):
        return None
    lines = text.splitlines()
    wrote = list(_written(chat.read(lines, words).cuts))
    numbers = {
        who: next(filter(None, found.groups()))
        for who, told in wrote
        if is_phone(who) and (found := _SAYS_WHO.match(told))
    }
    asked = [(at, who) for at, (who, told) in enumerate(wrote) if asks_who(told, headings)]
    asks = asked[0][1] if asked else ""
    anew = [at for at, who in asked if who == asks and not _CHASES.search(wrote[at][1])]
    answers: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {who: [] for who, _ in wrote if who != asks}
    about_coming = False
    for at, (who, told) in enumerate(wrote):
        if who == asks:
            about_coming = at in anew or bool(_CHASES.search(told)) or (about_coming and "?" not in told)
            continue
        answer = at > max(anew, default=-1) and is_answer(told, headings)
        if answer and (about_coming or _EXPLICIT.search(told)):
            answers.setdefault(who, []).append(told)
        elif answer or headings.is_need(told) or said.refused_in(told):
            others[who].append(told)
        about_coming = about_coming and "?" not in told
    if len(answers) < (1 if asks else _FEWEST):
        return None
    rows = [tidy(1, ("Name", "Phone", "Reply", "Notes"))]
    for who, told_beside in others.items():
        *before, last = answers.get(who, [""])
        name, phone = (numbers[who], who) if who in numbers else (who, "")
        said_so = _SAYS_WHO.sub("", last) if phone else last
        notes = "\n".join([*filter(headings.is_need, before), *told_beside])
        rows.append(tidy(len(rows) + 1, (name, phone, said_so, notes)))
    doubts = [ASKED.format(asks) if asks else _UNASKED] + ([_AGAIN] if len(anew) > 1 else [])
    doubts += [_IS.format(*one) for one in numbers.items()]
    doubts += [CHANGED.format(who) for who, told_so in answers.items() if len(told_so) > 1]
    return Opened(KIND, (of_rows(rows),), doubts=tuple(doubts), means=("name", "phone", "coming", "notes"))


def _written(cuts: Sequence[Cut]) -> Iterator[tuple[str, str]]:
    """Yield who wrote, and what; a thumb alone ("Ann: 👍") is an answer too."""
    for cut in cuts:
        thumb = _THUMB.fullmatch(cut.text) if cut.aside else None
        if thumb is not None or (cut.speaker and not cut.aside):
            yield (thumb[1], thumb[2]) if thumb is not None else (cut.speaker or "", cut.text)


def asks_who(told: str, headings: Headings) -> bool:
    """Tell whether a message asks who comes."""
    return bool(_INVITES.search(told) or _ASKS.search(told)) and not is_answer(told, headings)


def is_answer(told: str, headings: Headings) -> bool:
    """Tell whether a message says whether who wrote it comes."""
    if said.reply_first(told, headings.words)[0]:
        return True
    return "?" not in told and not _OF_ANOTHER.search(told) and said.attending(told, headings.words, []) is not None
