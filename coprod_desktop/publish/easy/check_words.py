"""The sheet on which somebody checks their own words, in Easy Read: a thing they said a page, with four answers to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coprod_desktop.publish.dates import with_weekday
from coprod_desktop.publish.document import Paragraph, Run
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.rest import topic
from coprod_desktop.publish.easy.shorten import ended, without_brackets
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, plainly
from coprod_desktop.publish.stories.words import counted

_CHOICES: Sequence[tuple[str, str | None]] = (
    ("Print my words as they are.", signs.DONE),
    ("Print my words.\nDo not say that they are mine.", None),
    ("Print other words for me.\nI write them down, or tell you.", signs.DRAFT),
    ("Do not use this at all.", signs.NO),
)
"""What the four numbers of a sheet mean (own.check_words)."""


@dataclass(frozen=True, kw_only=True)
class ToCheck:
    """What the sheet tells: whose it is, of which day, and what they said, each with its number."""

    title: str
    private: str
    author: str
    greeting: str
    meeting: str
    day: date
    back_by: date
    said: Sequence[tuple[int, Run]]
    choices: Sequence[str]
    """What the four answers are called, in the order of their numbers."""
    give_to: str
    ways: Sequence[tuple[str, str]]
    """How else to answer: a sentence, and its picture."""


def check_words(sheet: ToCheck) -> Telling:
    """Return the sheet of one person."""
    ways = (
        plainly(f"Give this sheet to {sheet.give_to}.\nOr give it to somebody you trust.", signs.PEOPLE),
        *(plainly(words, sign) for words, sign in sheet.ways),
        plainly("You can change your mind later.\nTell us, and we make every new paper your way.", signs.CHANGED),
    )
    return Telling(
        title=sheet.title,
        subject=sheet.private,
        cover=Topic("", sheet.title, (Part(Place.MORE, tuple(_front(sheet))),)),
        topics=(
            *topic("choose", "What you can choose", _can_choose(sheet)),
            *(_said(number, words, sheet.choices) for number, words in sheet.said),
            *topic("back", "How to tell us", ways),
        ),
        author=sheet.author,
        running_head=sheet.private,
    )


def _front(sheet: ToCheck) -> Iterator[Sentence]:
    yield plainly("This sheet is private.\nIt is only for you.", signs.PRIVATE)
    held = Run(ended(without_brackets(sheet.meeting)), strong=True)
    thanks = Run(f"{sheet.greeting}\nThank you for speaking at our meeting.\n")
    yield Sentence(Paragraph((thanks, held)), signs.THANKS, ours=True, fixed=True)
    yield plainly(f"The meeting was on {with_weekday(sheet.day)}.", code_of(sheet.day))
    many = counted(len(sheet.said), "thing", "things")
    yield plainly(f"We wrote down {many} you said.\nDid we get it right?", signs.SAID)
    yield plainly(f"Please tell us by {with_weekday(sheet.back_by)}.", code_of(sheet.back_by))


def _can_choose(sheet: ToCheck) -> Iterator[Sentence]:
    yield plainly("Each thing you said has a number.\nChoose one answer for each.", signs.NUMBERS)
    for number, (name, (means, sign)) in enumerate(zip(sheet.choices, _CHOICES, strict=True), start=1):
        label = Run(f"{number}. {name}.", strong=True)
        yield Sentence(Paragraph((label, Run(f"\n{means}"))), sign, ours=True, fixed=True)
    yield plainly("You do not have to say why.")
    yield plainly("Do you tell us nothing? Then nothing changes.\nSaying nothing is not a yes.", signs.WAITING)


def _said(number: int, words: Run, choices: Sequence[str]) -> Topic:
    """Return one thing they said with the four answers below it, as on every sheet of this kind."""
    signs_of = (sign for _, sign in _CHOICES)
    answers = (
        plainly(f"{at}. {name}.", sign) for at, (name, sign) in enumerate(zip(choices, signs_of, strict=True), 1)
    )
    return Topic(
        f"said:{number}",
        f"Number {number}",
        (
            Part(Place.YOU_SAID, (Sentence(Paragraph((words,), quote=True), signs.SAID, fixed=True),)),
            Part(Place.MORE, (*answers, plainly("Put a ring round your answer.")), "Choose one"),
        ),
    )
