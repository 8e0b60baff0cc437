"""Values as plain fields that JSON can hold, and back; what is as usual is left out.

Ledgers and our own JSON keep quotes, briefs and cadences this way. The kind of a field is its
annotation, so that a field added to a value is kept without a word here.
"""

from __future__ import annotations

from datetime import date
from math import isfinite

from tracker.domain.cadence import Cadence
from tracker.domain.errors import InvalidValue
from tracker.domain.papers import KINDS, Move, Promise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, TypeVar

    from tracker.domain.papers import Paper
    from tracker.domain.value import Value

    Fields = dict[str, Any]
    Made = TypeVar("Made", bound=Value)

_KIND_OF = {kind: name for name, kind in KINDS.items()}


def fields_of(value: Value) -> Fields:
    """The fields of a value that differ from their defaults; days as ISO text, tuples as lists."""
    kind = type(value)
    defaults = kind.__defaults__
    found: Fields = {}
    for field in kind.__fields__:
        given = getattr(value, field)
        if field not in defaults or given != defaults[field]:
            found[field] = _plain(given)
    return found


def value_of(kind: type[Made], fields: Mapping[str, Any]) -> Made:
    """The value that :func:`fields_of` was given; fields it does not know are passed over.

    Raises:
        InvalidValue: A field is missing, of another kind, or outside what the domain allows.
    """
    kinds = kind.__annotations__
    found: Fields = {}
    for field in kind.__fields__:
        if field in fields:
            found[field] = _read(kinds[field], field, fields[field])
        elif field not in kind.__defaults__:
            raise InvalidValue(f"{field} is missing.")
    return kind(**found)


def paper_fields(paper: Paper) -> Fields:
    """The fields of a paper behind its ``kind``; without when it was revised."""
    found: Fields = {"kind": _KIND_OF[type(paper)], **fields_of(paper)}
    found.pop("revised", None)
    return found


def paper_of(fields: Mapping[str, Any]) -> Paper:
    """The paper of such fields; raises InvalidValue as :func:`value_of` does."""
    kind = KINDS.get(fields["kind"]) if isinstance(fields.get("kind"), str) else None
    if kind is None:
        raise InvalidValue(f"kind is one of {', '.join(KINDS)}; not {fields.get('kind')!r}.")
    return value_of(kind, fields)


def _plain(given: Any) -> Any:
    if isinstance(given, date):
        return given.isoformat()
    if isinstance(given, tuple):
        return [_plain(one) for one in given]
    if isinstance(given, (Move, Promise)):
        return fields_of(given)
    return given


def _read(kind: str, field: str, given: Any) -> Any:
    """``given`` as the annotation ``kind`` has it; raises InvalidValue naming the field."""
    if kind.endswith(" | None"):
        if given is None:
            return None
        kind = kind.removesuffix(" | None")
    if kind.startswith("tuple["):
        if not isinstance(given, list):
            raise InvalidValue(f"{field} must be a list.")
        inside = kind.removeprefix("tuple[").removesuffix(", ...]")
        return tuple([_READERS[inside](field, one) for one in given])
    return _READERS[kind](field, given)


def _text(field: str, given: Any) -> str:
    if not isinstance(given, str):
        raise InvalidValue(f"{field} must be a text.")
    return given


def _whole(field: str, given: Any) -> int:
    if type(given) is not int:
        raise InvalidValue(f"{field} must be a whole number.")
    return given


def _number(field: str, given: Any) -> float:
    if type(given) not in (int, float) or not isfinite(given):
        raise InvalidValue(f"{field} must be a number.")
    return float(given)


def _answer(field: str, given: Any) -> bool:
    if type(given) is not bool:
        raise InvalidValue(f"{field} must be true or false.")
    return given


def _day(field: str, given: Any) -> date:
    try:
        return date.fromisoformat(_text(field, given))
    except ValueError:
        raise InvalidValue(f"{field} must be a day such as 2026-11-19.") from None


def _inner(kind: type[Value]) -> Callable[[str, Any], Value]:
    def read(field: str, given: Any) -> Value:
        if not isinstance(given, dict):
            raise InvalidValue(f"{field} must be an object with fields.")
        return value_of(kind, given)

    return read


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "str": _text,
    "int": _whole,
    "float": _number,
    "bool": _answer,
    "date": _day,
    "Move": _inner(Move),
    "Promise": _inner(Promise),
    "Cadence": _inner(Cadence),
}
