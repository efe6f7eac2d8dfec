"""A self-assessment against the Accessible Information Standard, on one page: numbers, and where each comes from.

It is told from counts alone, so no name and no need can be in it. Every count is given in steps of five (practice D9).
There is no score: whoever reads it judges for themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coprod_desktop.domain import measures
from coprod_desktop.domain.accessible_information import Step, Tally
from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import in_range, in_words
from coprod_desktop.publish.document import Block, Document, Facts, Heading, Paragraph, Run, Tone
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, plainly, source_of
from coprod_desktop.publish.imprint import headed
from coprod_desktop.publish.paper import Paper, Spreadsheet
from coprod_desktop.publish.stories.words import aside, counted, plain, quiet

KIND = "accessible-information"
TITLE = "Accessible Information Standard: self-assessment"
EASY_TITLE = "How we give people what they need"
COLUMNS = ("Step", "What was counted", "How many", "Where the number comes from")
_ASKS: dict[Step, str] = {
    Step.IDENTIFY: "Ask people what they need",
    Step.RECORD: "Write it down in the same way for everyone",
    Step.FLAG: "Make it plain wherever the person’s name is used",
    Step.SHARE: "Tell those who have to know, and nobody else",
    Step.MEET: "See that people get what they need",
    Step.REVIEW: "Look again, so that it stays right",
}
_EASY: dict[Step, tuple[str, str]] = {
    Step.IDENTIFY: ("We ask people what they need.", signs.TALK),
    Step.RECORD: ("We write down what people need.", signs.FORM),
    Step.FLAG: ("We put it on the list for each meeting.", signs.PAPER),
    Step.SHARE: ("We tell the people who have to know.", signs.PEOPLE),
    Step.MEET: ("We ask people if they got what they need.", signs.DONE),
    Step.REVIEW: ("We look at it again later.", signs.WAITING),
}
"""What each step is in Easy Read, with its picture."""


@dataclass(frozen=True)
class Counted:
    """What the paper is told from: numbers and days, nothing that anybody said."""

    tallies: tuple[Tally, ...]
    sessions: int
    first: date | None
    last: date | None
    as_of: date
    organisation: str = ""


def accessible_information(found: Counted) -> Paper:
    """Return the page. UserError when nobody is on any list in that time."""
    if not found.sessions or not found.tallies[0].total:
        raise UserError("Nobody is on the list of a session in that time.", "Choose other dates. No report was made.")
    rows = tuple(_rows(found.tallies))
    blocks: tuple[Block, ...] = (*_head(found), Facts(tuple(_steps(found.tallies))), *_foot())
    document = Document(
        title=TITLE, lang="en-GB", author=found.organisation, subject=f"{TITLE}, {_period(found)}",
        blocks=blocks, running_head=TITLE,
    )  # fmt: skip
    document = headed(document)
    code = aside(quiet(f"Copy code: {document.fingerprint}. Copies of this paper with the same code say the same."))
    document = replace(document, blocks=(*document.blocks, code))
    easy = replace(_easy(found), fingerprint=document.fingerprint)
    return Paper(
        kind=KIND, document=document, sheet=Spreadsheet(title="Standard", columns=COLUMNS, rows=rows), easy=easy
    )


def _period(found: Counted) -> str:
    return in_range(found.first, found.last) if found.first and found.last else in_words(found.as_of)


def _head(found: Counted) -> Iterator[Block]:
    if found.organisation:
        yield quiet(found.organisation)
    yield Heading(1, TITLE)
    yield plain(
        f"The six steps of DAPB1605 over {counted(found.sessions, 'session', 'sessions')}, {_period(found)}, "
        f"as things stood on {in_words(found.as_of)}."
    )


def _shown(tallies: Sequence[Tally]) -> Iterator[tuple[Tally, str, tuple[str, ...]]]:
    """Yield each tally with its total and its parts as they are printed: in steps, never to the one.

    This page is made again and again, of nearly the same people. Two of it must not be subtracted: an exact count of
    Monday and one of Tuesday would tell what the one person said who came between.
    """
    for tally in tallies:
        parts = (measures.in_steps(many) for _words, many in tally.parts)
        yield tally, measures.in_steps(tally.total), tuple(parts)


def _steps(tallies: Sequence[Tally]) -> Iterator[tuple[str, Paragraph]]:
    """Yield each step with its numbers, and where they come from."""
    shown = list(_shown(tallies))
    for step in Step:
        runs: list[Run] = [Run(f"{_ASKS[step]}. ")]
        for tally, total, parts in (one for one in shown if one[0].step is step):
            named = [tally.of, *(words for words, _many in tally.parts)]
            for words, many in zip(named, (total, *parts), strict=True):
                runs += [Run(f"{_up(words)}: "), Run(f"{many}. ", strong=True)]
            runs.append(Run(f"From “{tally.source}”. ", tone=Tone.QUIET))
        last = runs.pop()
        yield step.value, Paragraph((*runs, replace(last, text=last.text.rstrip())))


def _rows(tallies: Sequence[Tally]) -> Iterator[tuple[str, ...]]:
    """Yield one row for each whole and one for each of its parts."""
    for tally, total, parts in _shown(tallies):
        yield tally.step.value, _up(tally.of), total, tally.source
        for (words, _many), many in zip(tally.parts, parts, strict=True):
            yield tally.step.value, f"of these, {words}", many, "As above"


def _foot() -> Iterator[Block]:
    yield aside(
        quiet(
            "Counted from what was written down, without names. Numbers are given in fives (0 to 4, 5 to 9, and so on), so "
            "that two of these papers, of different days, cannot be subtracted to find one person. A need counts once a "
            "person, and on lists each time. Nothing here is a score."
        )
    )


def _up(words: str) -> str:
    return words[:1].upper() + words[1:]


# ---- in Easy Read


def _easy(found: Counted) -> Telling:
    front = (
        plainly("This paper is about what people need.\nIt says how we did.", signs.PAPER),
        plainly(f"It was counted on {in_words(found.as_of)}.", code_of(found.as_of)),
    )
    shown = list(_shown(found.tallies))
    topics = tuple(_topic(step, [one for one in shown if one[0].step is step]) for step in Step)
    return Telling(
        title=EASY_TITLE,
        subject=EASY_TITLE,
        cover=Topic("head", EASY_TITLE, (Part(Place.MORE, front),), source=source_of(front)),
        topics=topics,
        author=found.organisation,
    )


def _topic(step: Step, shown: Sequence[tuple[Tally, str, tuple[str, ...]]]) -> Topic:
    rows = (plainly(*_EASY[step]), *(_easy_row(*one) for one in shown))
    return Topic(step.value.casefold(), _ASKS[step], (Part(Place.MORE, rows),), source=source_of(step, shown))


def _easy_row(tally: Tally, total: str, parts: tuple[str, ...]) -> Sentence:
    of = "" if tally.within else f"\nOut of: {total}."
    return plainly(f"{_up(tally.parts[0][0])}: {parts[0]}.{of}")
