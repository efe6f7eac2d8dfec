"""The co-chair's copy: each answer as it is now beside what it was before and the reply it was written from.

Private: replies stand in it as they came, and drafts that no paper ever printed. It lets a co-chair see a no that got softer.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from coprod_desktop.domain import answers, asking
from coprod_desktop.domain.record import Organisation, Point, Session
from coprod_desktop.domain.week_after import AskingStep
from coprod_desktop.publish.dates import in_words, with_weekday
from coprod_desktop.publish.document import Answer, Block, Document, Facts, Heading, Paragraph, Run
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.stories.words import plain, quiet, sentence

KIND = "answers-old-and-new"
TITLE = "Answers, old and new"
PRIVATE = "Private: for the co-chairs"


def answers_compared(
    session: Session, points: Sequence[Point], organisation: Organisation | None, written_on: datetime.date
) -> Paper:
    """Return the copy, with those points first whose answer changed or that had a reply."""
    ours = (organisation.name if organisation else None) or session.organisation or ""
    first = [p for p in points if _has_more(p)]
    rest = [p for p in points if p not in first]
    document = Document(
        title=TITLE,
        lang="en-GB",
        author=ours,
        subject=PRIVATE,
        blocks=(
            *((quiet(ours),) if ours else ()),
            quiet(f"{PRIVATE}. {in_words(written_on)}"),
            Heading(1, TITLE),
            plain(
                f"{session.title}, {with_weekday(session.date)}. Is each answer still what was said? Is a no still a no?"
            ),
            *_section("Answers that changed, or came as a reply", first, written_on),
            *_section("Answers that did not change", rest, written_on),
        ),
        running_head=PRIVATE,
    )
    return Paper(kind=KIND, document=document)


def _section(heading: str, points: Sequence[Point], today: datetime.date) -> Iterator[Block]:
    if points:
        yield Heading(2, heading)
        yield from (Answer(point.you_said, (Facts(tuple(_rows(point, today))),), point.number) for point in points)


def _has_more(point: Point) -> bool:
    return bool(point.before) or any(step.words for step in point.asked)


def _rows(point: Point, today: datetime.date) -> Iterator[tuple[str, Paragraph]]:
    if every := asking.questions(point, today):
        yield "Whom we asked", plain(asking.told(every, today, lambda who: who))
    for before in point.before:
        told = answers.words(before.answer)
        yield f"Until {in_words(before.until)}", _told(told, before.text, before.reason)
    several = len(asking.questions(point, today)) > 1
    for step in asking.steps(point):
        if step.step is AskingStep.REPLIED or (step.step is AskingStep.DECLINED and step.words):
            of = f" from {step.to_whom}" if several and step.to_whom else ""
            yield f"Reply{of} of {in_words(step.on)}, as it came", plain(step.words or "")
    now = answers.words(point.answer) if point.answer else "No answer yet"
    yield "Now", _told(now, point.text, point.reason)


def _told(answer: str, text: str | None, reason: str | None) -> Paragraph:
    parts = [sentence(part) for part in (text, f"Why: {reason}" if reason else None) if part]
    return Paragraph((Run(sentence(answer), strong=True), *((Run(" " + " ".join(parts)),) if parts else ())))
