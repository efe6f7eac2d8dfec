"""The code that copies of a paper share: it is of the very words, so copies with the same code say the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import assert_never

from coprod_desktop.publish.document import (
    Answer,
    Block,
    Bullets,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Picture,
    Pictured,
    Table,
)

_GROUP, _LONG = 3, 12


def copy_code(blocks: Iterable[Block], *more: str) -> str:
    """Return twelve characters in threes for the words of a paper: "3fa-9c1-d2e-4b7". How they look changes nothing."""
    digits = _digits((*_words(blocks), *more))
    return "-".join(digits[at : at + _GROUP] for at in range(0, _LONG, _GROUP))


def easy_code(code: str, words: Iterable[str]) -> str:
    """Return a paper's code with three characters more for the words of its Easy Read, which people may change by hand."""
    return f"{code}-{_digits(tuple(words))[:_GROUP]}" if code else ""


def _digits(words: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield all that is said, in its order; of a figure what it says in words, as its bars say no more."""
    for block in blocks:
        match block:
            case Heading():
                yield block.text
            case Paragraph():
                yield "".join(run.text for run in block.runs)
            case Bullets():
                yield from _words(block.items)
            case Facts():
                for label, value in block.rows:
                    yield label
                    yield from _words((value,))
            case Answer():
                yield f"{block.label} {block.heading}"
                yield from _words(block.blocks)
            case Table():
                yield block.caption
                yield from (cell for row in (block.header, *block.rows) for cell in row)
            case Picture():
                yield block.alt
            case Figure():
                yield f"{block.caption} {block.words}"
            case Pictured():
                yield from _words((block.words,))
            case _:
                assert_never(block)
