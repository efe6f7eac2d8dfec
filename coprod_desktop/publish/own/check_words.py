"""A sheet on which one person looks at what was written down of their own words, and says what may become of each.

Private: it is for that person and nobody else. Only their own lines are on it, word for word, with a number each.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.record import Entry, Organisation, Session
from coprod_desktop.publish.dates import in_words, with_weekday
from coprod_desktop.publish.document import Answer, Block, Bullets, Document, Facts, Heading, Mark, Paragraph, Run
from coprod_desktop.publish.easy import check_words as easy
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.telling import Telling
from coprod_desktop.publish.own.letter import greeting
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.stories.words import counted, language, plain, quiet, sentence

KIND = "check-my-words"
TITLE = "Check my words"
PRIVATE = "Private: for one person"
CHOICES = ("As it is", "No name", "Change it", "No")
"""In the order of their numbers, 1 to 4: on the sheet, on the telephone, and on the keys of who types them back."""
MEANINGS = (
    "Print my words as they stand here.",
    "Print my words, and do not say that they are mine.",
    "Print other words for me. I write them down, or tell you.",
    "Do not use this at all.",
)
_RULES = 2
"""Lines to write on below what somebody wants changed, on sheets that are written on with a pen."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Whom it is for, what they said, and by when it is wanted back."""

    salutation: str | None
    """As they chose to be greeted; None for "Hello"."""
    session: Session
    lines: Sequence[Entry]
    organisation: Organisation | None
    written_on: datetime.date
    back_by: datetime.date
    questions: Sequence[str] = ()
    """What they were not asked on the day, and are asked here."""
    ruled: int
    """How many letters wide the lines to write on are; 0 for none, where nobody writes with a pen."""


def check_words(sheet: Sheet) -> Paper:
    """Return the sheet of one person."""
    ours = (sheet.organisation.name if sheet.organisation else None) or sheet.session.organisation or ""
    document = Document(
        title=TITLE,
        lang="en-GB",
        author=ours,
        subject=PRIVATE,
        blocks=(
            *((quiet(ours),) if ours else ()),
            quiet(f"{PRIVATE}. {in_words(sheet.written_on)}"),
            Heading(1, TITLE),
            plain(greeting(sheet.salutation)),
            *_about(sheet),
            Heading(2, "What you said"),
            *(_line(line, ruled=sheet.ruled) for line in sheet.lines),
            *_questions(sheet),
            *_back(sheet),
        ),
        running_head=PRIVATE,
    )
    return Paper(kind=KIND, document=document, easy=in_easy_read(sheet, ours))


def in_easy_read(sheet: Sheet, author: str) -> Telling:
    """Return the same sheet as Easy Read tells it."""
    ours = sheet.organisation
    ways = (
        (f"Or ring {ours.phone}.\nSay each number, and the number of your answer.", signs.PHONE)
        if ours and ours.phone
        else None,
        (f"Or send a text to {ours.text_number}.", signs.TEXT) if ours and ours.text_number else None,
        (f"Or send an email to {ours.mail}.", signs.MAIL) if ours and ours.mail else None,
        (f"Or post it to:\n{ours.post.strip()}", signs.POST) if ours and ours.post else None,
    )
    return easy.check_words(
        easy.ToCheck(
            title=TITLE,
            private=PRIVATE,
            author=author,
            greeting=greeting(sheet.salutation),
            meeting=sheet.session.title,
            day=sheet.session.date,
            back_by=sheet.back_by,
            said=[(e.n, Run(f"“{e.text}”", lang=language(e.lang), dir=e.dir)) for e in sheet.lines],
            choices=CHOICES,
            give_to=(ours.contact_name if ours else None) or "the person who led the meeting",
            ways=[way for way in ways if way],
        )
    )


def _about(sheet: Sheet) -> Iterator[Block]:
    many = counted(len(sheet.lines), "thing", "things")
    yield Paragraph(
        (
            Run("Thank you for speaking at "),
            Run(sheet.session.title, strong=True),
            Run(f" on {with_weekday(sheet.session.date)}. We wrote down {many} you said. Did we get it right?"),
        )
    )
    yield Paragraph((Run(f"Please tell us by {with_weekday(sheet.back_by)}.", strong=True),))
    yield plain(
        "Each thing has a number. Other people said what is between. Choose one answer for each. You need not say why."
    )
    rows = zip(range(1, 5), CHOICES, MEANINGS, strict=True)
    yield Facts(tuple((f"{n}. {choice}", plain(means)) for n, choice, means in rows))
    yield plain("If we do not hear from you, nothing changes. Saying nothing is not a yes.")


def _line(line: Entry, *, ruled: int) -> Answer:
    """Return one thing they said with its boxes, which stay on one page with it."""
    rows = zip(range(1, 5), CHOICES, strict=True)
    blocks = (
        Paragraph((Run(f"“{line.text}”", lang=language(line.lang), dir=line.dir),), quote=True),
        Bullets(tuple(Paragraph((Run(f"{n}. {choice}"),), mark=Mark.BOX) for n, choice in rows)),
    )
    write = quiet("\n".join(("If you choose 3, write your words here:", *["_" * ruled] * _RULES)))
    return Answer(f"Number {line.n}", (*blocks, write) if ruled else blocks)


def _questions(sheet: Sheet) -> Iterator[Block]:
    """Yield what nobody asked them on the day, each by itself, with a yes and a no of the same size."""
    if not sheet.questions:
        return
    yield Heading(2, "What we have not asked you yet")
    yield plain("Each question is by itself. Until you answer, it is a no. You can say no to any of them.")
    for question in sheet.questions:
        boxes = Bullets(tuple(Paragraph((Run(words),), mark=Mark.BOX) for words in ("Yes", "No")))
        yield Answer(question, (boxes,), whose="We ask")


def _back(sheet: Sheet) -> Iterator[Block]:
    yield Heading(2, "How to give us your answers")
    yield Bullets(tuple(map(plain, _ways(sheet))))
    yield plain("You can change your mind later about any of this. Tell us, and every new paper is made your way.")


def _ways(sheet: Sheet) -> Iterator[str]:
    ours = sheet.organisation
    who = (ours.contact_name if ours else None) or sheet.session.contact
    yield f"Give this sheet to {who or 'the person who led the session'}, or to anyone you trust to pass it on."
    if ours and ours.phone:
        yield f"Ring {ours.phone}. Say the number of each thing, and the number of your answer."
    if ours and ours.text_number:
        yield f"Send a text to {ours.text_number}."
    if ours and ours.mail:
        yield f"Write an email to {ours.mail}."
    if ours and ours.post:
        address = ", ".join(filter(None, (part.strip() for part in ours.post.splitlines())))
        yield sentence(f"Post it to {address}")
    if not (ours and (ours.phone or ours.post)):
        yield "By telephone or by post: ask whoever gave you this sheet."
