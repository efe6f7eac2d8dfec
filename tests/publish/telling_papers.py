"""Everything a snapshot or a document says, as one text, for looking for what must and must not be there."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from enum import Enum
from typing import Any


def told(thing: Any) -> str:
    """Return every piece of text anywhere in a snapshot or document, one a line; a paragraph is one piece."""
    return "\n".join(_texts(thing))


def _texts(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing.value if isinstance(thing, Enum) else thing
    elif dataclasses.is_dataclass(thing):
        if hasattr(thing, "runs"):
            yield "".join(run.text for run in thing.runs)
        for field in dataclasses.fields(thing):
            yield from _texts(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _texts(part)
    elif thing is not None:
        yield str(thing)
