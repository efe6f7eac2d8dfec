"""What is missing from an answer before the paper is more than a draft."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain.check.kinds import FindingKind
from coprod_desktop.domain.check.printable import PrintableLines, has_other_words
from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.domain.words import NOES, AnswerKind, Publish

_NEEDS_REASON = NOES | {AnswerKind.PARTLY}


def missing_in_point(point: Point) -> Iterator[FindingKind]:
    """Yield what a point still needs: a "no" needs why, a "will" needs who and when (design, Answer page)."""
    if point.answer is None:
        yield FindingKind.NO_ANSWER
        return
    asked = bool(_filled(point.asked_who) and point.asked_on)
    if point.answer is AnswerKind.WILL and not _filled(point.owner):
        yield FindingKind.NO_OWNER
    if point.answer is AnswerKind.WILL and point.due is None and not asked:
        yield FindingKind.NO_DATE
    if point.answer is AnswerKind.NOT_DECIDED and point.due is None and not asked:
        yield FindingKind.NO_DATE
    if point.answer in _NEEDS_REASON and not _filled(point.reason):
        yield FindingKind.NO_REASON
    if point.answer is AnswerKind.ALREADY and not _filled(point.text):
        yield FindingKind.NO_HOW


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
