"""Lengths of time, and other numbers, as foreign files write them."""

from __future__ import annotations

import re

from tracker.domain.errors import InvalidValue

SECONDS = {"hours": 3600, "minutes": 60, "seconds": 1}
"""Unit -> its length in seconds."""

_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?", re.ASCII)
_WORDED = re.compile(
    r"(?:(\d{1,4}(?:[.,]\d{1,6})?)\s*h(?:(?:ou)?rs?|ours?)?)?\s*"
    r"(?:(\d{1,6}(?:[.,]\d{1,6})?)\s*m(?:in(?:ute)?s?)?)?\s*"
    r"(?:(\d{1,8}(?:[.,]\d{1,6})?)\s*s(?:ecs?|econds?)?)?",
    re.ASCII | re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[+-]?\d{1,3}(?:[.,'\u00a0\u202f ]?\d{3}){0,3}(?:[.,]\d{1,9})?"
    r"|[+-]?\d{1,12}(?:[.,]\d{1,9})?"
    r"|[+-]?[.,]\d{1,9}",
    re.ASCII,
)


def number(text: str, *, money: bool = False) -> float:
    """``1.5``, ``1,5``, ``2.000,0``, ``2,000.0``, ``1 234,50``.

    Of two different marks the last is the decimal one; a mark that is there more than once
    is none. A lone mark is the decimal one, save in money before exactly three digits, which
    has two decimals or none.

    Raises:
        InvalidValue: It is no number.
    """
    bare = text.strip()
    if not _NUMBER.fullmatch(bare):
        raise InvalidValue(f"{bare[:40]!r} is not a number.")
    for space in (" ", "\u00a0", "\u202f", "'"):
        bare = bare.replace(space, "")
    last = max(bare.rfind("."), bare.rfind(","))
    if last < 0:
        return float(bare)
    mark = bare[last]
    lone = len(set(bare) & {".", ","}) == 1
    if lone and (bare.count(mark) > 1 or (money and len(bare) - last == 4)):
        return float(bare.replace(mark, ""))
    whole = bare[:last].replace(".", "").replace(",", "")
    return float(f"{whole}.{bare[last + 1 :]}")


def seconds_of(text: str, unit: str = "hours") -> int:
    """Whole seconds of ``1:30``, ``1:30:15``, ``1h 30m``, ``90 min``, ``1.5``, ``1,5``.

    Args:
        text: A length of time; a number alone counts ``unit``.
        unit: One of ``SECONDS``.

    Raises:
        InvalidValue: It is no length of time.
    """
    bare = text.strip()
    if clock := _CLOCK.fullmatch(bare):
        hours, minutes, seconds = clock.groups("0")
        return int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    if bare and (worded := _WORDED.fullmatch(bare)):
        parts = (float((part or "0").replace(",", ".")) for part in worded.groups())
        return round(sum(part * size for part, size in zip(parts, SECONDS.values(), strict=True)))
    try:
        return round(number(bare) * SECONDS[unit])
    except InvalidValue:
        raise InvalidValue(f"{bare[:40]!r} is not a length of time.") from None
