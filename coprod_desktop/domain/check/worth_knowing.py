"""What check says besides its questions, in sentences: nothing waits for it, but whoever makes a paper should know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from coprod_desktop.domain import voting
from coprod_desktop.domain.check.printable import NEVER_IN_WORDS, PrintableLines, words
from coprod_desktop.domain.check.words import fold, tidy
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Organisation, SessionRecord
from coprod_desktop.domain.words import EntryKind, Outcome, Publish

_SWEARING = re.compile(
    r"\b(?:(?:mother)?f+u+c+k\w*|f[*#@-]+c?k?(?:ing|ed)?|sh[i1*]+t+(?:e|ty|ting|s)?|bull ?shit|bollocks?|bastards?|arse(?:holes?|d)?|wank\w*"
    r"|piss(?:ed|ing|es)?|bloody|bugger(?:ed|ing)?|crap|damn(?:ed)?|sod(?:ding)? (?:off|it|all|this|that)|twats?|cunts?|dickheads?|pricks?"
    r"|feck(?:in|ing|ed|s)?|ffs|wtf|god ?damn(?:ed)?|f u c k|[a-z]+\*+[a-z]+|[a-z]\*{2,})(?!\w)"
)
_MOST_NAMED = 3


def worth_knowing(record: SessionRecord, ours: Organisation | None = None) -> tuple[str, ...]:
    """Return what to know before a paper is made: each thing once, in a sentence, for the facilitator's eyes only."""
    said = PrintableLines(record)
    return (*_no_contact(record, ours), *_same_names(record), *_left_out(said), *_swearing(said), *_votes(record))


def _no_contact(record: SessionRecord, ours: Organisation | None) -> Iterator[str]:
    ways = (ours.phone, ours.text_number, ours.mail, ours.post) if ours else ()
    if not any(way and way.strip() for way in (record.session.contact, *ways)):
        yield (
            "The paper names nobody to ask. Write a contact under Get ready, or under Settings for every paper: "
            "a name, and a phone number or a way to write."
        )


def _same_names(record: SessionRecord) -> Iterator[str]:
    names = Counter(" ".join(fold(tidy(p.name)).split()) for p in record.people if p.name.strip())
    shown = {" ".join(fold(tidy(p.name)).split()): p.name.strip() for p in record.people}
    for name, many in names.items():
        if many > 1:
            yield f"{counted(many, 'person', 'people')} on the list are called {shown[name]}. Is each line by the right one?"


def _left_out(said: PrintableLines) -> Iterator[str]:
    """Say what of the session no paper of it prints, and why, each line counted once."""
    parts: Counter[str] = Counter()
    for entry in said.entries:
        if entry.kind in NEVER_IN_WORDS:
            if entry.kind is EntryKind.NOTE:
                parts["notes"] += 1
        elif said.taken_back(entry):
            parts["taken back"] += 1
        elif entry.publish is Publish.NO:
            parts["not for publishing"] += 1
        elif entry.outcome is Outcome.LEFT_OUT:
            parts["left out, as you chose"] += 1
        elif not said.may_print(entry):
            parts["waiting for other words"] += 1
        elif not said.allows_words(entry) and entry.publish is not Publish.EDIT:
            parts["counted, and not in people's own words: nobody said yes to that"] += 1
    told = [f"{counted(n, 'line')} {why}" for why, n in parts.items() if why != "notes"]
    if parts["notes"]:
        told.append(counted(parts["notes"], "note"))
    if told:
        yield f"A paper leaves out: {'; '.join(told)}."


def _swearing(said: PrintableLines) -> Iterator[str]:
    lines = [e for e in said.entries if said.may_quote(e) and _SWEARING.search(fold(tidy(words(e))))]
    if lines:
        which = ", ".join(str(entry.n) for entry in lines[:_MOST_NAMED]) + (
            " and more" if len(lines) > _MOST_NAMED else ""
        )
        one = len(lines) == 1
        which = f"line {which}" if one else f"lines {which}"
        yield (
            f"There is swearing in {'a line' if one else f'{len(lines)} lines'} that may be quoted ({which}). "
            "It is kept as it was said. For other words, change it on Answer."
        )


def _votes(record: SessionRecord) -> Iterator[str]:
    """Say where there are more votes than papers and nobody wrote down what the room chose."""
    for vote in record.votes:
        words = voting.too_many_words(vote)
        if words and vote.too_many is None:
            yield (
                f"In the vote “{vote.question}”: {words}. The paper prints it as it was counted. What the room chose goes "
                "under Votes and bids, in the menu More of Listen."
            )
