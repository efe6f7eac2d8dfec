"""What stands under a heading as lines of text, for a report that is finished by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coprod_desktop.publish.document import Block, Bullets, Facts, Figure, Heading, Paragraph, Table
from coprod_desktop.publish.stories.year.body import NUMBER_COLUMNS


def as_text(blocks: Iterable[Block], numbers: str = "") -> str:
    """Return blocks as lines: "- " before each of a list, a line for each row of a table. `numbers` stand for their table."""
    return "\n".join(line for block in blocks for line in _lines(block, numbers)).strip()


def _lines(block: Block, numbers: str) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield _words(block)
        case Bullets():
            yield from (f"- {_words(one)}" for one in block.items)
        case Facts():
            yield from (f"{label}: {_words(words)}" for label, words in block.rows)
        case Figure():
            yield block.words
        case Table() if block.header == NUMBER_COLUMNS:
            yield from numbers.splitlines()
        case Table():
            yield from (f"- {row[0]}: {'; '.join(cell for cell in row[1:] if cell)}" for row in block.rows)
        case _:
            raise ValueError(f"no text for {type(block).__name__}")


def _words(paragraph: Paragraph) -> str:
    """Return the words; of a link to the web the whole address, so that it is a link again."""
    runs = (run.url if run.url and run.url.startswith("http") else run.text for run in paragraph.runs)
    return " ".join("".join(runs).split())
