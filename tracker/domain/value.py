"""Frozen, slotted values without the price of ``dataclasses``.

Importing ``dataclasses`` loads ``inspect`` and costs as much again as starting Python
(measured: 2.5x a bare interpreter). The commands typed all day may not pay that, so the
domain's values are built by the metaclass below. Type checkers see ordinary frozen
dataclasses. Code that the hot commands never load uses ``dataclasses`` itself.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self, dataclass_transform
else:

    def dataclass_transform(**_options):
        """Do nothing at run time; ``typing`` is not loaded for it."""
        return lambda thing: thing


@dataclass_transform(frozen_default=True, eq_default=True)
class ValueType(type):
    """Turns a class's annotations into slots, in order, with their defaults."""

    __fields__: tuple[str, ...]
    __defaults__: dict[str, Any]
    __setters__: tuple[Any, ...]

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> ValueType:
        """Make the class; its annotations must be strings (``from __future__``)."""
        own = [
            field
            for field, kind in namespace.get("__annotations__", {}).items()
            if not str(kind).startswith("ClassVar")
        ]
        defaults = {field: namespace.pop(field) for field in own if field in namespace}
        fields: tuple[str, ...] = ()
        for base in reversed(bases):
            fields += getattr(base, "__fields__", ())
            defaults = {**getattr(base, "__defaults__", {}), **defaults}
        namespace["__slots__"] = tuple(own)
        namespace["__fields__"] = fields + tuple(own)
        namespace["__defaults__"] = defaults
        namespace["__match_args__"] = fields + tuple(own)
        made = super().__new__(mcs, name, bases, namespace)
        made.__setters__ = tuple([getattr(made, field).__set__ for field in fields + tuple(own)])
        return made


class Value(metaclass=ValueType):
    """A value: equal by content, hashable, never changed in place.

    A subclass may define ``__post_init__`` to validate, and use ``object.__setattr__``
    there to normalise a field.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take the fields by position or by name."""
        kind = type(self)
        if kwargs or len(args) != len(kind.__fields__):
            args = _completed(kind, args, kwargs)
        for put_in, given in zip(kind.__setters__, args):  # noqa: B905 - equally long
            put_in(self, given)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Validate; the default accepts anything."""

    def replace(self, **changes: Any) -> Self:
        """The same value with some fields changed."""
        fields = type(self).__fields__
        unknown = changes.keys() - set(fields)
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {min(unknown)}")
        return type(self)(*[changes[f] if f in changes else getattr(self, f) for f in fields])

    def _content(self) -> tuple[Any, ...]:
        return tuple([getattr(self, field) for field in type(self).__fields__])

    def __eq__(self, other: object) -> bool:
        """Equal if of the same type with equal fields."""
        if type(other) is not type(self):
            return NotImplemented
        return self._content() == other._content()

    def __hash__(self) -> int:
        """Consistent with equality."""
        return hash((type(self), self._content()))

    def __repr__(self) -> str:
        """Every field by name."""
        inside = ", ".join(f"{f}={getattr(self, f)!r}" for f in type(self).__fields__)
        return f"{type(self).__name__}({inside})"

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: values never change."""
        raise AttributeError(f"{type(self).__name__} is a value: use replace({name}=...)")

    def __delattr__(self, name: str) -> None:
        """Refuse: values never change."""
        raise AttributeError(f"{type(self).__name__} is a value")

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy and pickle through the constructor."""
        return (type(self), self._content())


def _completed(kind: ValueType, args: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
    """What was given and the defaults for the rest, in the order of the fields."""
    fields, defaults = kind.__fields__, kind.__defaults__
    left = fields[len(args) :]
    try:
        rest = [named[field] if field in named else defaults[field] for field in left]
    except KeyError:
        raise TypeError(_fault(kind, args, named)) from None
    if len(args) > len(fields) or not named.keys() <= set(left):
        raise TypeError(_fault(kind, args, named))
    return (*args, *rest)


def _fault(kind: ValueType, args: tuple[Any, ...], named: dict[str, Any]) -> str:
    """What is wrong with the fields given."""
    fields, defaults = kind.__fields__, kind.__defaults__
    if len(args) > len(fields):
        return f"{kind.__name__} takes {len(fields)} fields, got {len(args)}"
    for field in named:
        if field not in fields:
            return f"{kind.__name__} has no field {field}"
        if field in fields[: len(args)]:
            return f"{kind.__name__} got {field} twice"
    lacking = [f for f in fields[len(args) :] if f not in named and f not in defaults]
    return f"{kind.__name__} needs {lacking[0]}"
