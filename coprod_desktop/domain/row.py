"""What every row has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar, dataclass_transform

from coprod_desktop.domain.value import Value

Unknown = Mapping[str, Any]
NOTHING: Unknown = MappingProxyType({})
LONGEST_LINE = 100_000
"""Characters in one line: far more than anyone says, small enough to show."""

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def row(kind: type[T]) -> type[T]:
    """Make a kind of row a dataclass whose fields are always named.

    So that less is to be made at start, the modules of rows have their annotations as they are, not as text that is read
    back.
    """
    return dataclass(init=False, kw_only=True, eq=False, repr=False)(kind)


@row
class Row(Value):
    """What every row of a session has."""

    id: str
    key: str = ""
    given: tuple[str, ...] = ()
    unknown: Unknown = field(default_factory=lambda: NOTHING)
