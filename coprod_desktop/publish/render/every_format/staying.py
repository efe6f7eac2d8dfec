"""What stays with what over a page's end, in every format that has pages: words with their list, a point with its answer."""

from __future__ import annotations

import re

from coprod_desktop.publish.document import Answer, Block, Bullets, Facts, Paragraph, Table, Tone
from coprod_desktop.publish.render.every_format.runs import is_seen

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_KEPT_TOGETHER = re.compile(
    r" (?:(?<=\b0\d{4} )(?=\d{3,6}\b)|(?<=\b0\d{3} )(?=\d{3}\b)|(?<=\b0\d{2} )(?=\d{4}\b)|(?<=\d[ \xa0]\d{3} )(?=\d{3,4}\b)"
    r"|(?<=\d[ \xa0]\d{4} )(?=\d{4}\b)"
    rf"|(?=[–—](?:\s|$))|(?<=\d )(?={_MONTH}\b)"
    + "".join(rf"|(?<=\d[ \xa0]{month} )(?=\d{{4}}\b)" for month in _MONTH[3:-1].split("|"))
    + ")"
)
"""Begins with the space itself, which is found soonest."""
_WORTH_IT = re.compile(r"[\d–—]")
"""Most words have neither a number nor a dash among them, and this is sooner found."""
KEPT_WHOLE = 8
"""A table of up to this many rows is not parted by a page's end."""


def kept_together(text: str) -> str:
    """Return text in which no line begins with the dash before a name, none parts the day, month and year of a date, and none a phone number."""
    return _KEPT_TOGETHER.sub("\xa0", text) if _WORTH_IT.search(text) else text


def stays_with(block: Block, after: Block | None) -> bool:
    """Tell whether a page must not end between two blocks: what is told of a table goes with it, an introduction too."""
    if isinstance(after, Table):
        return isinstance(block, Facts | Paragraph)
    if isinstance(block, Paragraph) and block.with_next:
        return True
    return isinstance(after, Bullets | Facts) and _introduces(block)


def answered_at(answer: Answer) -> int:
    """Return which block of an answer is the answer itself: the first that begins with its words in their own tone."""
    for at, block in enumerate(answer.blocks):
        runs = [run for run in block.runs if is_seen(run.text)] if isinstance(block, Paragraph) else []
        if runs and any(run.strong and run.tone is not Tone.PLAIN for run in runs[:2]):
            return at
    return 0


def _introduces(block: Block) -> bool:
    """Tell whether a paragraph is there for what follows it, as the caption of a list is."""
    if not isinstance(block, Paragraph):
        return False
    words = [run for run in block.runs if is_seen(run.text)]
    return bool(words) and (all(run.strong for run in words) or words[-1].text.rstrip().endswith(":"))
