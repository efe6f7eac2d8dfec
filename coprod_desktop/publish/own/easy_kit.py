"""What a reading group gets with an Easy Read draft: how it works, and a sheet for each page to mark. Private.

People with learning disabilities read it, are paid, and have two weeks (practice B11 and B1). Sentences as short as those
of the paper itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from coprod_desktop.publish.dates import with_weekday
from coprod_desktop.publish.document import Block, Document, Heading, Mark, Paragraph, Run
from coprod_desktop.publish.easy.telling import Telling
from coprod_desktop.publish.stories.words import plain, quiet

KIND = "easy-read-check-sheets"
TITLE = "Is this Easy Read clear?"
PRIVATE = "Private: for the reading group"
CHOICES = ("Good", "Not sure", "Change it")
"""In the order of domain.easy_record.ReadersMark, as on the sheets and where they are typed back."""
DAYS = 14
"""How long readers have."""
_RULE = "_" * 34
_RULES = 3


def check_sheets(telling: Telling, back_by: date) -> Document:
    """Return the sheets for a telling: the first says how it works, then one for each page."""
    blocks = (
        *((quiet(telling.author),) if telling.author else ()),
        quiet(PRIVATE),
        Heading(1, TITLE),
        *_how_it_works(telling, back_by),
        *(block for n, topic in enumerate(telling.pages, start=1) for block in _sheet(n, topic.title)),
    )
    return Document(
        title=f"{TITLE} {telling.title}",
        lang="en-GB",
        author=telling.author,
        subject=PRIVATE,
        blocks=blocks,
        running_head=PRIVATE,
        fingerprint=telling.fingerprint,
        accent=telling.accent,
    )


def sheet_titles(telling: Telling) -> Sequence[str]:
    """Return what each sheet is of, the first one first: "Sheet 2: 1. You said"."""
    return tuple(f"Sheet {n}: {topic.title}" for n, topic in enumerate(telling.pages, start=1))


def _how_it_works(telling: Telling, back_by: date) -> Iterator[Block]:
    yield plain(f"You have the Easy Read of “{telling.title}”. Please read it.")
    yield plain("Read the words. Look at the pictures.")
    yield plain("There is a sheet for each part. Tick one box on each sheet.")
    yield plain("You can write on it. You can tell someone who writes for you.")
    yield plain(f"You have two weeks. Please give the sheets back by {with_weekday(back_by)}.")
    yield plain("We pay you for your time. Ask us how much before you begin.")
    yield plain("You can stop at any time. We still pay you.")
    yield plain("If you want, we print your name on the paper. You choose.")


def _sheet(number: int, title: str) -> Iterator[Block]:
    yield Heading(2, f"Sheet {number}", new_page=True)
    yield Paragraph((Run("Look at: "), Run(f"“{title}”", strong=True)))
    yield plain("Are the words clear? Do the pictures fit?")
    for choice in CHOICES:
        yield Paragraph((Run(choice, strong=True),), mark=Mark.BOX)
    yield plain("What should we change? Which word, which picture?")
    for _ in range(_RULES):
        yield quiet(_RULE)
    yield plain("Your name, if you want us to print it:")
    yield quiet(_RULE)
