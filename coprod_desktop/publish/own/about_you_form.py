"""The blank form “About you”: no name, no number, every question can be skipped. It holds nobody's data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.publish.document import Answer, Bullets, Document, Heading, Mark, Paragraph, Run
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.stories.words import plain, quiet

KIND = "about-you"
TITLE = "About you"
_WHY = (
    "These questions help us see who we hear from, and who is missing.",
    "You do not have to answer. You can answer some, and leave others.",
    "Do not write your name. Put this into the box yourself, or send it back by itself.",
    "We only count: how many ticked what. Then the form is destroyed.",
)


@dataclass(frozen=True, kw_only=True)
class AboutYouForm:
    """What is asked, with the answers there are to tick."""

    asked: Sequence[tuple[str, Sequence[str]]]
    organisation: str
    boxes: bool = True
    """Whether it is ticked with a pen."""


def about_you_form(form: AboutYouForm) -> Paper:
    """Return the form."""
    mark = Mark.BOX if form.boxes else None
    document = Document(
        title=TITLE,
        lang="en-GB",
        author=form.organisation,
        subject="A form to count by. It has no name on it",
        blocks=(
            *((quiet(form.organisation),) if form.organisation else ()),
            Heading(1, TITLE),
            Bullets(tuple(map(plain, _WHY))),
            Heading(2, "Tick one answer for each"),
            *(
                Answer(
                    what,
                    (
                        Bullets(
                            tuple(Paragraph((Run(answer[:1].upper() + answer[1:]),), mark=mark) for answer in answers)
                        ),
                    ),
                    whose="Question",
                )
                for what, answers in form.asked
            ),
            Heading(2, "Thank you"),
            plain("You can talk to us about anything on this form, or ask us to read it to you."),
        ),
    )
    return Paper(kind=KIND, document=document)
