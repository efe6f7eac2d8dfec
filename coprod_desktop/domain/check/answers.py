"""What is missing from an answer before the paper is more than a draft."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain import answers
from coprod_desktop.domain.check.kinds import FindingKind
from coprod_desktop.domain.check.printable import PrintableLines, has_other_words
from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.domain.words import Publish


def missing_in_point(point: Point) -> Iterator[FindingKind]:
    """Yield what a point still needs: a "no" needs why, a "will" needs who and when (design, Answer page)."""
    if point.answer is None:
        yield FindingKind.NO_ANSWER
        return
    asked = bool(_filled(point.asked_who) and point.asked_on)
    for ask in answers.asks(point.answer):
        held = getattr(point, ask.field, None)
        if ask.lacks is None or (_filled(held) if isinstance(held, str) else held is not None):
            continue
        if not (asked and ask.lacks is FindingKind.NO_DATE):
            yield ask.lacks


def missing_in_entry(said: PrintableLines, entry: Entry) -> Iterator[FindingKind]:
    """Yield what a line still needs before it is printed, apart from an answer."""
    if entry.publish is Publish.EDIT and not has_other_words(entry) and not said.taken_back(entry):
        yield FindingKind.NO_OTHER_WORDS
    translated = entry.publish is Publish.YES and _filled(entry.translation)
    if said.may_quote(entry) and translated and not entry.translation_checked:
        yield FindingKind.TRANSLATION
    if said.may_quote(entry) and entry.said_for is not None and not entry.checked_with_person:
        yield FindingKind.SAID_FOR


def _filled(text: str | None) -> bool:
    return bool(text and text.strip())
