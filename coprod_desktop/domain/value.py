"""What every value has that there is before the first line can be typed."""

from collections.abc import Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from functools import cache
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@cache
def defaults(kind: Any) -> Mapping[str, Any]:
    """Return what the fields of a dataclass hold that nobody has said anything about."""
    made = {f.name: f.default_factory() for f in fields(kind) if f.default_factory is not MISSING}
    return {f.name: f.default for f in fields(kind) if f.default is not MISSING} | made


@cache
def _names(kind: Any) -> Mapping[str, None]:
    return dict.fromkeys(f.name for f in fields(kind))


class Value:
    """Made, compared, shown and kept from changes: to write these ways anew for each kind is felt at start.

    What a field holds that nobody has said anything about is one thing for all, so it is nothing that can be changed.
    """

    def __init__(self, *said: Any, **named: Any) -> None:
        kind: Any = type(self)
        held, names = vars(self), _names(kind)
        held.update(defaults(kind))
        held.update(zip(names, said, strict=False))
        held.update(named)
        if held.keys() != names.keys() or len(said) > len(names):
            raise TypeError(f"{kind.__name__}: {', '.join(sorted(held.keys() ^ names.keys()))}")
        self.__post_init__()

    def __post_init__(self) -> None:
        """Raise ValueError for values that cannot be."""

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        kind: Any = type(self)
        return hash(tuple(map(vars(self).get, _names(kind))))

    def __repr__(self) -> str:
        kind: Any = type(self)
        return f"{kind.__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in _names(kind))})"


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[T]) -> type[T]:
    """Make a kind of Value a dataclass."""
    return dataclass(init=False, kw_only=True, eq=False, repr=False)(kind)
