"""What every row has."""

from collections.abc import Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from functools import cache
from types import MappingProxyType
from typing import Any, NoReturn, TypeVar, dataclass_transform

Unknown = Mapping[str, Any]
NOTHING: Unknown = MappingProxyType({})
LONGEST_LINE = 100_000
"""Characters in one line: far more than anyone says, small enough to show."""

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def row(kind: type[T]) -> type[T]:
    """Make a kind of row a dataclass. It is made, kept from changes, compared and shown as Row does.

    To write those ways anew for each kind would be a twentieth of the start. For the same reason the modules of rows have
    their annotations as they are, not as text that is read back.
    """
    return dataclass(init=False, kw_only=True, eq=False, repr=False)(kind)


@cache
def defaults(kind: Any) -> Mapping[str, Any]:
    """Return what the fields of a dataclass hold that nobody has said anything about."""
    made = {f.name: f.default_factory() for f in fields(kind) if f.default_factory is not MISSING}
    return {f.name: f.default for f in fields(kind) if f.default is not MISSING} | made


@cache
def _names(kind: Any) -> frozenset[str]:
    return frozenset(f.name for f in fields(kind))


@row
class Row:
    """What every row of a session has."""

    id: str
    key: str = ""
    given: tuple[str, ...] = ()
    unknown: Unknown = field(default_factory=lambda: NOTHING)

    def __init__(self, **values: Any) -> None:
        kind: Any = type(self)
        held = vars(self)
        held.update(defaults(kind))
        held.update(values)
        if held.keys() != _names(kind):
            raise TypeError(f"{kind.__name__}: {', '.join(sorted(held.keys() ^ _names(kind)))}")
        self.__post_init__()

    def __post_init__(self) -> None:
        """Raise ValueError for values that cannot be."""

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(other) is type(self) else NotImplemented

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{f.name}={getattr(self, f.name)!r}' for f in fields(self))})"
