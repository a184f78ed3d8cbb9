"""Frozen dataclasses as the standard library makes them, in a sixth of the time.

For each class the standard library compiles six methods, and more than a hundred classes are made before the first
screen: that took half as long as all of Textual. Here `__init__` alone is compiled, once it is needed; what compares,
hashes, shows and refuses is the same for all, but where a class has its own. `field`, `fields` and `replace` of the
standard library do as ever.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from types import MethodType
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["dataclass"]

T = TypeVar("T")

_NEW = object()
"""Stands for a default that is made anew for each object."""


def frozen_dataclass(*, frozen: bool, slots: bool = False, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
    """What `dataclass` is when the program runs; every field is an argument of `__init__`."""
    assert frozen

    def made(plain: type[T]) -> type[T]:
        plain.__doc__ = plain.__doc__ or plain.__name__  # else its signature is worked out there, for a millisecond
        cls: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(plain)
        fields = dataclasses.fields(cls)
        equal, hashed = _comparison([field.name for field in fields])
        methods = {**_COMMON, "__init__": _Initializer(cls, fields), "__eq__": equal, "__hash__": hashed}
        for name in methods.keys() - vars(plain).keys():
            setattr(cls, name, methods[name])
        return cls  # type: ignore[no-any-return]  # the class that was given, with its methods

    return made


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = frozen_dataclass


class _Initializer:
    """`__init__`, compiled when it is first asked for: records that are read from the disk are made without."""

    def __init__(self, cls: type, fields: Sequence[dataclasses.Field[Any]]) -> None:
        self._cls, self._fields = cls, fields

    def __get__(self, record: object, _: type) -> Callable[..., None]:
        method = self._compiled()
        self._cls.__init__ = method  # type: ignore[misc]  # from now on it stands there itself
        return method if record is None else MethodType(method, record)

    def _compiled(self) -> Callable[..., None]:
        positional = [_argument(field) for field in self._fields if not field.kw_only]
        keywords = [_argument(field) for field in self._fields if field.kw_only]
        arguments = ", ".join(["self", *positional, *(["*", *keywords] if keywords else [])])
        body = [f"put(self, {field.name!r}, {_value(field)})" for field in self._fields]
        if hasattr(self._cls, "__post_init__"):
            body.append("self.__post_init__()")
        known: dict[str, Any] = {"put": object.__setattr__, "NEW": _NEW}
        known |= {f"default_{field.name}": field.default for field in self._fields}
        known |= {f"new_{field.name}": field.default_factory for field in self._fields}
        exec(f"def __init__({arguments}):\n " + "\n ".join(body or ["pass"]), known)
        method: Callable[..., None] = known["__init__"]
        method.__qualname__ = f"{self._cls.__qualname__}.__init__"
        method.__annotations__ = {field.name: field.type for field in self._fields} | {"return": None}
        return method


def _argument(field: dataclasses.Field[Any]) -> str:
    if field.default_factory is not dataclasses.MISSING:
        return f"{field.name}=NEW"
    return field.name if field.default is dataclasses.MISSING else f"{field.name}=default_{field.name}"


def _value(field: dataclasses.Field[Any]) -> str:
    made = field.default_factory is not dataclasses.MISSING
    return f"new_{field.name}() if {field.name} is NEW else {field.name}" if made else field.name


def _comparison(names: Sequence[str]) -> tuple[Callable[[Any, object], bool], Callable[[Any], int]]:
    """Equal to one of the same class with equal values; and the hash of these."""
    values = attrgetter(*names) if names else lambda _: ()

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return equal, lambda self: hash(values(self))


def _shown(self: Any) -> str:  # noqa: ANN401
    values = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{type(self).__qualname__}({', '.join(values)})"


def _refused(self: object, name: str, value: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r} of {type(self).__qualname__}")


def _state(self: Any) -> list[object]:  # noqa: ANN401
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[object]) -> None:  # noqa: ANN401
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_COMMON: dict[str, object] = {
    "__repr__": _shown,
    "__setattr__": _refused,
    "__delattr__": _refused,
    "__getstate__": _state,
    "__setstate__": _restore,
}
