"""What a part of a report is told by: the year, the heading it stands under, and the content that comes with the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from coprod_desktop.domain.report_kinds import ReportContent, ReportHeading, ReportKind
from coprod_desktop.publish.document import Block, Heading, Paragraph, Run
from coprod_desktop.publish.public_year import PublicYear
from coprod_desktop.publish.stories.words import quiet


class Asked(NamedTuple):
    """One heading of one kind of report; `level` of headings that stand below it."""

    kind: ReportKind
    heading: ReportHeading
    content: ReportContent
    level: int = 3


Part = Callable[[PublicYear, Asked], Iterator[Block]]


def under(asked: Asked, words: str) -> Heading:
    """Return a heading below the one the part stands under."""
    return Heading(asked.level, words)


def item(what: str, rest: str) -> Paragraph:
    """Return one thing of a list: what it is, and below it what there is to say."""
    return Paragraph((Run(what, strong=True), Run(f"\n{rest}"))) if rest else Paragraph((Run(what, strong=True),))


def web_address(address: str) -> Run:
    """Return a web address as a link: read without its scheme, which nobody says."""
    return Run(address.removeprefix("https://").rstrip("/"), url=address)


def and_more(n: int, one: str, many: str, where: str) -> Iterator[Block]:
    """Yield how many more there are than are told, and where they can be read."""
    if n > 0:
        yield quiet(f"And {n:,} more {one if n == 1 else many}: {where}.")
