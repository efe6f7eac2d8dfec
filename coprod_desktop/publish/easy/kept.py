"""What of a paper Easy Read keeps: everything but what the paper itself marks as an aside (practice B11: short)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from coprod_desktop.publish.document import Answer, Block, Bullets, Facts, Figure, Heading, Paragraph, Table, Tone


def kept(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks without asides, and without a heading that had nothing but asides below it."""
    pairs = [(block, _kept(block)) for block in blocks]
    return tuple(left for at, (block, left) in enumerate(pairs) if left and not _is_bare(block, pairs[at + 1 :]))


def has_more(blocks: Sequence[Block]) -> bool:
    """Tell whether the whole paper has more to read. A draft's label and the copy code stand on every page anyway."""
    return any(_more(block) for block in blocks)


def _more(block: Block) -> bool:
    match block:
        case Paragraph():
            first = next((run for run in block.runs if run.aside), None)
            return first is not None and first.tone is Tone.PLAIN
        case Bullets():
            return has_more(block.items)
        case Facts():
            return has_more([value for _, value in block.rows])
        case Answer():
            return has_more(block.blocks)
        case Figure() | Table():
            return block.aside
        case _:
            return False


def _kept(block: Block) -> Block | None:
    match block:
        case Paragraph():
            runs = tuple(run for run in block.runs if not run.aside)
            return replace(block, runs=runs) if runs or not block.runs else None
        case Bullets():
            items = tuple(left for item in block.items if isinstance(left := _kept(item), Paragraph))
            return replace(block, items=items) if items or not block.items else None
        case Facts():
            rows = tuple((label, left) for label, value in block.rows if isinstance(left := _kept(value), Paragraph))
            return replace(block, rows=rows) if rows or not block.rows else None
        case Answer():
            below = (_kept(part) for part in block.blocks)
            return replace(block, blocks=tuple(p for p in below if isinstance(p, Paragraph | Bullets | Facts)))
        case Figure() | Table():
            return None if block.aside else block
        case _:
            return block


def _is_bare(block: Block, after: Sequence[tuple[Block, Block | None]]) -> bool:
    """Tell whether a block is a heading and all that stood below it was left out."""
    if not isinstance(block, Heading):
        return False
    below = list(takewhile(lambda pair: not (isinstance(pair[0], Heading) and pair[0].level <= block.level), after))
    is_emptied = any(left is None for _, left in below)
    return is_emptied and all(left is None or isinstance(left, Heading) for _, left in below)
