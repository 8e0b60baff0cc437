"""Findings as plain data, and what tells one list of days from any other, to keep them by."""

from __future__ import annotations

from datetime import date

from tracker.audit.recurrence.finding import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def fingerprint(days: tuple[int, ...]) -> tuple[int, int]:
    """What tells these ordinals from any others: how many, and a hash that is always the same.

    Python's hash of numbers, unlike that of text, does not differ between processes.
    """
    return len(days), hash(days)


def packed(finding: Finding) -> tuple[object, ...]:
    """Text, numbers and tuples alone; days are ordinals in a dict of their own."""
    return tuple([_plain(getattr(finding, field)) for field in Finding.__fields__])


def unpacked(held: Any) -> Finding:
    """What :func:`packed` was made of."""
    fields = [_rich(value) for value in held]
    return Finding(*fields)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return {"day": value.toordinal()}
    if isinstance(value, tuple):
        if value and all(isinstance(part, date) for part in value):
            return {"days": tuple([part.toordinal() for part in value])}
        return tuple([_plain(part) for part in value])
    return value


def _rich(value: Any) -> Any:
    if isinstance(value, dict):
        if "days" in value:
            return tuple(map(date.fromordinal, value["days"]))
        return date.fromordinal(value["day"])
    if isinstance(value, tuple):
        return tuple([_rich(part) for part in value])
    return value
