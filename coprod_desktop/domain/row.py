"""What every row has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

Unknown = Mapping[str, Any]
NOTHING: Unknown = MappingProxyType({})
LONGEST_LINE = 100_000
"""Characters in one line: far more than anyone says, small enough to show."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """What every row of a session has."""

    id: str
    key: str = ""
    given: tuple[str, ...] = ()
    unknown: Unknown = field(default_factory=lambda: NOTHING)
