"""Who is in the bank of people, and who is missing beside the people of the place. Numbers alone, all of them in fives."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Heading, Table
from coprod_desktop.publish.public_year import PublicBeside, PublicInBank, PublicYear
from coprod_desktop.publish.stories.words import counted, plain, quiet, sentence
from coprod_desktop.publish.stories.year.asked import Asked
from coprod_desktop.publish.stories.year.body import count_words

_NOTHING = PublicInBank(people="", groups=(), alike=(), first=(), compared=(), not_asked=(), unclear=0)
COLUMNS = ("Answer", "How many", "In our area", "Beside our area")
_BESIDE = {True: "Fewer than in our area", False: "As many as in our area, or more", None: "Cannot be told"}
_BANK, _LISTS, _FORMS = "the bank of people", "the lists of who came", "forms that nobody put a name on"


def in_bank(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield how many there are, of which groups, what several have alike, and who came for the first time."""
    found = year.in_bank or _NOTHING
    yield quiet(
        f"This is of everybody who is in the bank on {in_words(year.as_of)}, and of all sessions until then. "
        "People are counted in fives, so that two of these papers cannot be subtracted to find one person."
    )
    if not found.people:
        yield plain("Nobody is in the bank of people yet.")
    else:
        yield plain(f"In the bank of people: {found.people}.")
        if found.groups:
            yield Bullets(tuple(plain(sentence(count_words(one))) for one in found.groups))
    for heading, counts in found.alike:
        if counts:
            yield Heading(asked.level, heading)
            yield Bullets(tuple(plain(sentence(count_words(one))) for one in counts))
    if found.alike:
        yield quiet("What fewer than 5 people have alike is not told.")
    if found.first:
        yield Heading(asked.level, "Who came to sessions")
        yield Bullets(tuple(plain(sentence(count_words(one))) for one in found.first))


def missing(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield each answer beside the figure of the place, and which figures nobody was asked about."""
    found = year.in_bank or _NOTHING
    for one in found.compared:
        yield Heading(asked.level, one.asked)
        if not one.lines:
            yield plain("Too few answered to show any of it.")
            continue
        yield Table(f"Of {one.answered} people who answered", COLUMNS, tuple(map(_row, one.lines)))
    if found.unclear:
        left = counted(found.unclear, "session is", "sessions are")
        yield quiet(f"{left} left out: the counts do not say what belongs together.")
    if found.not_asked:
        yield Heading(asked.level, "Not asked at our sessions")
        yield Bullets(tuple(plain(words) for words in found.not_asked))
    if not found.compared and not found.not_asked:
        yield plain("No answers to “About you” are written down yet, and no figures of our area.")


def _row(line: PublicBeside) -> tuple[str, str, str, str]:
    return line.answer, line.many, line.local or "No figure", _BESIDE[line.fewer]


def rows(found: PublicInBank) -> Iterator[tuple[str, str, str]]:
    """Yield everything that is counted as a spreadsheet has it (body.NUMBER_COLUMNS)."""
    yield "In the bank of people", found.people or "0", _BANK
    for one in found.groups:
        yield f"In the bank of people: {one.label}", one.hidden_as or "", _BANK
    for heading, counts in found.alike:
        for one in counts:
            yield f"{heading}: {one.label}", one.hidden_as or "", _BANK
    for one in found.first:
        yield one.label[:1].upper() + one.label[1:], one.hidden_as or "", _LISTS
    for asked in found.compared:
        for line in asked.lines:
            yield f"{asked.asked}: {line.answer}", line.many, _FORMS
