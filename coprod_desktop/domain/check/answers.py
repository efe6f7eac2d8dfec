"""What is missing from an answer before the paper is more than a draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coprod_desktop.domain import answers
from coprod_desktop.domain.check.kinds import FindingKind
from coprod_desktop.domain.check.printable import PrintableLines, has_other_words
from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.domain.words import Publish

NO_ANSWER = "an answer"
SAID_BACK = "an answer to what was said back"
NEW_ACTION = "what is done now that it is no longer a no"
_ASKED = dict(zip(answers.ASKED, ("who was asked", "when they were asked"), strict=True))


class Missing(NamedTuple):
    """One thing a point still needs: what check calls it, and in a word or two what the paper will ask for."""

    kind: FindingKind
    words: str


def missing(point: Point) -> Iterator[Missing]:
    """Yield what a point still needs before its answer is whole (domain.answers says what each answer asks for).

    Who was asked, when, and the day by which people are told, together stand for a date; half of it does not.
    """
    if point.answer is None:
        yield Missing(FindingKind.NO_ANSWER, NO_ANSWER)
        return
    if point.reopened:
        yield Missing(FindingKind.NO_ANSWER, SAID_BACK)
    for ask in answers.asks(point.answer):
        if ask.lacks is None:
            continue
        if not answers.holds(point, ask.field):
            words = "when there will be a date" if ask.field == "due" and answers.is_undated(point) else ask.missing
            yield Missing(ask.lacks, words)
        if ask.field == "due" and answers.is_undated(point):
            yield from (Missing(ask.lacks, words) for field, words in _ASKED.items() if not answers.holds(point, field))
    if answers.needs_new_action(point):
        yield Missing(FindingKind.NO_ACTION, NEW_ACTION)


def missing_in_point(point: Point) -> tuple[FindingKind, ...]:
    """Return what check finds in a point, each kind once: a "no" needs why, a "will" needs who and when."""
    return tuple(dict.fromkeys(one.kind for one in missing(point)))


def is_whole(point: Point) -> bool:
    """Tell whether a point is answered for good: it has an answer, and nothing of it is missing."""
    return next(missing(point), None) is None


def missing_in_entry(said: PrintableLines, entry: Entry) -> Iterator[FindingKind]:
    """Yield what a line still needs before it is printed, apart from an answer."""
    if entry.publish is Publish.EDIT and not has_other_words(entry) and not said.taken_back(entry):
        yield FindingKind.NO_OTHER_WORDS
    translated = entry.publish is Publish.YES and _filled(entry.translation)
    if translated and not entry.translation_checked and said.may_quote(entry):
        yield FindingKind.TRANSLATION
    if entry.said_for is not None and not entry.checked_with_person and said.may_quote(entry):
        yield FindingKind.SAID_FOR
    if _filled(entry.told_as) and not entry.checked_with_person and said.may_quote(entry):
        yield FindingKind.TOLD_AS
    ended = answers.ended(entry.outcome)
    if ended is not None and ended.lacks and said.may_print(entry) and not _filled(entry.outcome_note):
        yield ended.lacks


def _filled(text: str | None) -> bool:
    return bool(text and text.strip())
