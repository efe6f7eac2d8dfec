"""What every row has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar, dataclass_transform

Unknown = Mapping[str, Any]
NOTHING: Unknown = MappingProxyType({})
LONGEST_LINE = 100_000
"""Characters in one line: far more than anyone says, small enough to show."""

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def row(kind: type[T]) -> type[T]:
    """Make a kind of row a frozen dataclass. It is compared and shown as Row does: less is to be made of each at start.

    For the same reason the modules of rows have their annotations as they are, not as text that is read back.
    """
    return dataclass(frozen=True, kw_only=True, eq=False, repr=False)(kind)


@row
class Row:
    """What every row of a session has."""

    id: str
    key: str = ""
    given: tuple[str, ...] = ()
    unknown: Unknown = field(default_factory=lambda: NOTHING)

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(other) is type(self) else NotImplemented

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"
