"""A sheet of questions for one person or team who can answer: what people said, in their own words as far as they allow.

What people said comes through the gate, as on any paper. Only whom the sheet is for stands as it was typed: it is theirs.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coprod_desktop.publish.dates import in_words, with_weekday
from coprod_desktop.publish.document import Answer, Block, Bullets, Document, Facts, Heading, Paragraph, Run
from coprod_desktop.publish.imprint import headed
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.snapshot import PublicPoint, PublicSnapshot
from coprod_desktop.publish.stories import head
from coprod_desktop.publish.stories.contact import in_one_line
from coprod_desktop.publish.stories.words import counted, plain, quiet, quotation, sentence

KIND = "questions"
TITLE = "What people asked you"
FOR_REPLY = ("What will be done", "Who will do it", "By when", "If not, or not all of it: why not")
"""What a reply has to say, in the order in which an answer tells it."""


@dataclass(frozen=True, kw_only=True)
class Questions:
    """Whom the sheet is for, which points are asked, and by when a reply is wanted."""

    to_whom: str
    points: Sequence[PublicPoint]
    reply_by: datetime.date
    written_on: datetime.date
    again: str = ""
    """When this was asked before: "3 December"; "" for the first time."""
    ruled: int = 0
    """How many letters wide the lines to write on are; 0 for none."""


def questions(snapshot: PublicSnapshot, asked: Questions) -> Paper:
    """Return the sheet. Each point has the number it has on every paper of the session, so that a reply can name it."""
    ours = (snapshot.brand.name if snapshot.brand else None) or snapshot.organisation or ""
    document = Document(
        title=TITLE,
        lang="en-GB",
        author=ours,
        subject=f"{snapshot.title}, {with_weekday(snapshot.date)}",
        blocks=(
            *((quiet(ours),) if ours else ()),
            quiet(in_words(asked.written_on)),
            Heading(1, TITLE),
            Facts(
                (
                    ("For", plain(asked.to_whom)),
                    ("Reply by", Paragraph((Run(with_weekday(asked.reply_by), strong=True),))),
                )
            ),
            *_about(snapshot, asked),
            *(_point(point, asked.ruled) for point in asked.points),
            *_then(snapshot, asked),
        ),
        running_head=f"{TITLE}: reply by {in_words(asked.reply_by)}",
        warnings=tuple(snapshot.warnings),
    )
    return Paper(kind=KIND, document=headed(document, snapshot))


def _about(snapshot: PublicSnapshot, asked: Questions) -> Iterator[Block]:
    many = counted(len(asked.points), "thing", "things")
    need = "needs" if len(asked.points) == 1 else "need"
    yield Paragraph(
        (
            Run("People who draw on care, carers and staff met at "),
            Run(snapshot.title, strong=True),
            Run(f" on {head.days(snapshot)}. {many} they said {need} an answer from you."),
        )
    )
    if asked.again:
        yield Paragraph((Run(f"We asked you on {asked.again}, and nothing has come yet.", strong=True),))
    yield plain(
        "Their own words stand between quotation marks. Where we may not use somebody's words, we tell the sense."
    )


def _point(point: PublicPoint, ruled: int) -> Answer:
    blocks: list[Paragraph | Bullets | Facts] = []
    if point.said_by:
        blocks.append(quiet(f"{counted(point.said_by, 'person', 'people')} said this."))
    blocks += [paragraph for quote in point.quotes for paragraph in quotation(quote)]
    blocks += [plain(sentence(summary)) for summary in point.summaries]
    if point.before:
        blocks.append(plain(f"What people were told before: {sentence(point.before)}"))
    blocks.append(Facts(tuple((label, quiet("_" * ruled if ruled else "…")) for label in FOR_REPLY)))
    return Answer(point.you_said, tuple(blocks), point.number, "They said")


def _then(snapshot: PublicSnapshot, asked: Questions) -> Iterator[Block]:
    yield Heading(2, "What happens with your reply")
    lines = (
        "A no is an answer. We print it as large as a yes, with your reason, so please say why in plain words.",
        "If you cannot say yet, tell us the day on which you can.",
        "We name a person only if they agree. Until then papers give the job title.",
        f"If nothing has come by {in_words(asked.reply_by)}, the paper goes on its day. "
        "It says on which days we asked, and that there was no reply.",
    )
    yield Bullets(tuple(map(plain, lines)))
    yield in_one_line(snapshot) or head.whom_to_ask(snapshot)
