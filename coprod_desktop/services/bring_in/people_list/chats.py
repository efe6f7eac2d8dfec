"""A chat in which somebody asks who comes, as a list: each who wrote, with their last answer and what they need."""

from __future__ import annotations

import re
from dataclasses import replace

from coprod_desktop.domain.notes import chat
from coprod_desktop.domain.notes.known_words import NotesWords
from coprod_desktop.domain.notes.values import Cut
from coprod_desktop.services.bring_in.people_list import said
from coprod_desktop.services.bring_in.people_list.headings import Headings
from coprod_desktop.services.bring_in.people_list.sheets import Opened, of_rows, tidy

KIND = "a chat"
_ASKS = re.compile(
    r"\b(?:who|whos|are|can|could|will|is|any\w*|every\w*|shall)\b[^?]*\b(?:com(?:e|ing)|mak(?:e|ing)|join\w*|attend\w*|free|able|do|in)\b[^?]*\?|\bcoming\b[^?]*\?",
    re.I,
)
_THUMB = re.compile("(.+): ([👍✅✔🙋👎❌🙅])[\ufe0f\U0001f3fb-\U0001f3ff]?")
_FIRST = 60
"""So many lines tell whether a text is a chat."""
_FEWEST = 2
"""People who answer."""
_AGAIN = "This chat asks more than once who comes. The last answer of each was read: look whether it is to the right question."
_ASKED = "“{}” asked who comes, and is left out with what they wrote."


def of_chat(text: str, headings: Headings, words: NotesWords) -> Opened | None:
    """Return a chat as a list of who answered; None when it is none, or nobody answers in it."""
    lines = text.splitlines()
    if not chat.looks_like(lines[:_FIRST]):
        return None
    wrote: dict[str, list[Cut]] = {}
    asked: list[str] = []
    for cut in chat.read(lines, words).cuts:
        if cut.aside and (thumb := _THUMB.fullmatch(cut.text)):  # "Ann: 👍"
            cut = replace(cut, aside=False, speaker=thumb[1], text=thumb[2])
        if not cut.aside and cut.speaker:
            asked += [cut.speaker] if _ASKS.search(cut.text) and not _answers(cut, headings) else []
            wrote.setdefault(cut.speaker, []).append(cut)
    asks = asked[0] if asked else ""
    told = [(who, *_told(cuts, headings)) for who, cuts in wrote.items() if who != asks]
    if sum(bool(reply) for _, reply, _ in told) < _FEWEST:
        return None
    rows = [tidy(1, ("Name", "Reply", "Notes")), *(tidy(n, row) for n, row in enumerate(told, 2))]
    doubts = [_ASKED.format(asks)] if asks else []
    return Opened(KIND, (of_rows(rows),), doubts=(*doubts, *([_AGAIN] if asked.count(asks) > 1 else ())))


def _told(cuts: list[Cut], headings: Headings) -> tuple[str, str]:
    """Return the last answer of somebody, and what else they wrote that names a need."""
    answers = [cut for cut in cuts if _answers(cut, headings)]
    others = (cut.text for cut in cuts if cut not in answers[-1:])
    return (answers[-1].text if answers else "", "\n".join(text for text in others if headings.is_need(text)))


def _answers(cut: Cut, headings: Headings) -> bool:
    words = headings.words
    return bool(said.reply_first(cut.text, words)[0]) or (
        "?" not in cut.text and said.attending(cut.text, words, []) is not None
    )
