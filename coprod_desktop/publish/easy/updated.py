"""A promise looked back at, for Easy Read: what people said, what we said, and what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coprod_desktop.domain import answers
from coprod_desktop.domain.words import AnswerKind, Standing
from coprod_desktop.publish.document import YOU_SAID, Tone
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.points import (
    asked,
    does,
    going,
    look_again,
    missing,
    on_day,
    reason,
    said_by,
    silence,
    standing,
    told,
    why,
)
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Topic, plainly, source_of
from coprod_desktop.publish.snapshot import PublicPoint


def promised_topic(point: PublicPoint) -> Topic:
    """Return a promise as a page."""
    stands = point.standing or Standing.NOT_DUE
    tone, sign = signs.OF_STANDING[stands]
    said = Part(Place.YOU_SAID, (*told(point.you_said, signs.SAID, theirs=True), *said_by(point)))
    happened = Part(Place.MORE, tuple(_happened(point, stands, sign)), "What happened", tone)
    parts = (said, Part(Place.WE_WILL, tuple(_we_said(point, stands)), "We said", Tone.WE_WILL), happened)
    source = source_of("did", replace(point, going=None, id=""))
    return Topic(point.uid, f"{point.number}. {YOU_SAID}" if point.number else YOU_SAID, parts, Tone.YOU_SAID, source)


def _we_said(point: PublicPoint, stands: Standing) -> Iterator[Sentence]:
    row = answers.row(point.answer or AnswerKind.WILL)
    tone, sign = signs.OF_LOOK[row.look]
    yield plainly(f"{row.words}.", sign, tone=tone)
    yield from told(point.text)
    if point.owner:
        yield does("This is a job for {}.", point.owner)
    if point.no_date and point.asked:
        yield from asked(point.asked)
    elif point.due:
        tells = "We said we would tell you by {}."
        day = on_day(tells if point.tells else "We said we would do it by {}.", point.due)
        yield replace(day, joins=bool(point.owner))
    if stands is not Standing.CHANGED_TO_NO:
        yield from why(point)
    yield from silence(point)
    yield from missing(point)


def _happened(point: PublicPoint, stands: Standing, sign: str) -> Iterator[Sentence]:
    words = point.going or ("Done" if stands is Standing.KEPT else "")
    if stands is Standing.NOT_DUE:
        waiting = "Not due yet" if point.due else "No date was given"
        words = f"{words}. {waiting}" if words else waiting
    yield from standing(words, sign)
    if stands is Standing.CHANGED_TO_NO:
        if point.reason_category:
            yield plainly(reason(point.reason_category))
        yield from told(point.reason)
        if point.look_again:
            yield from look_again(point.look_again)
    yield from going(replace(point, going=None))
