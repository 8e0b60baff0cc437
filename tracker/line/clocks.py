"""Clock times and lengths of time as single words: ``9:15pm``, ``0915``, ``1h30``."""

from __future__ import annotations

from tracker.domain.value import Value

HOUR = 3600
DAY = 24 * HOUR

_UNITS = {
    "h": HOUR,
    "hr": HOUR,
    "hrs": HOUR,
    "hour": HOUR,
    "hours": HOUR,
    "m": 60,
    "min": 60,
    "mins": 60,
    "minute": 60,
    "minutes": 60,
    "s": 1,
    "sec": 1,
    "secs": 1,
    "second": 1,
    "seconds": 1,
}


class Clock(Value):
    """A time of day.

    Attributes:
        seconds: After midnight, 0 to 86,400; 86,400 is the end of the day.
        half: ``am``, ``pm``, or empty on a 24-hour clock.
        sure: It can be nothing but a time; ``9`` and ``9.15`` could be numbers.
    """

    seconds: int
    half: str = ""
    sure: bool = True

    @property
    def text(self) -> str:
        """``09:15``."""
        return f"{self.seconds // HOUR:02}:{self.seconds // 60 % 60:02}"

    def halved(self, half: str) -> Clock | None:
        """The same digits before (``am``) or after noon; ``None`` past twelve."""
        if self.seconds >= 13 * HOUR or self.seconds < HOUR:
            return None
        noon = 12 * HOUR if half == "pm" else 0
        return Clock(self.seconds % (12 * HOUR) + noon, half)


def halves(begin: Clock, end: Clock) -> tuple[Clock, Clock]:
    """Both with ``am`` or ``pm`` where one of them has it, so that the block is the shortest."""
    if bool(begin.half) == bool(end.half):
        return begin, end
    open_end = bool(begin.half)
    best, shortest = (begin, end), 2 * DAY
    for half in ("am", "pm"):
        other = (end if open_end else begin).halved(half)
        if other is not None:
            pair = (begin, other) if open_end else (other, end)
            length = (pair[1].seconds - pair[0].seconds) % DAY or DAY
            if length < shortest:
                best, shortest = pair, length
    return best


def digits(text: str) -> bool:
    """Whether it is ASCII digits and nothing else."""
    return text.isascii() and text.isdigit()


def read_clock(low: str) -> Clock | None:
    """``9``, ``9:15``, ``915``, ``0915``, ``9.15``, ``9:15:30``, ``9:15pm``, ``9am``."""
    half = low[-2:] if low[-2:] in ("am", "pm") else ""
    body = low.removesuffix(half)
    parts = body.split(":")
    if len(parts) == 1:
        parts = body.split(".") if "." in body else _cut(body)
        if len(parts) > 2:
            return None
    seconds = _seconds(parts)
    if seconds is None:
        return None
    clock = Clock(seconds, "", bool(half) or ":" in body)
    return clock.halved(half) if half else clock


def _cut(body: str) -> list[str]:
    """``915`` and ``0915`` as hour and minute; one or two digits are an hour."""
    if len(body) == 4 or (len(body) == 3 and body[0] != "0"):
        return [body[:-2], body[-2:]]
    return [body]


def _seconds(parts: list[str]) -> int | None:
    """Seconds of hour, minute and second, as far as given."""
    if len(parts) > 3 or not all(digits(part) for part in parts):
        return None
    if len(parts[0]) > 2 or any(len(part) != 2 or part > "59" for part in parts[1:]):
        return None
    seconds = sum(int(part) * unit for part, unit in zip(parts, (HOUR, 60, 1), strict=False))
    return seconds if seconds <= DAY else None


def read_spoken_clock(low: str) -> Clock | None:
    """As :func:`read_clock`, and ``9h15``, ``9a``, ``noon``: for where it must be a time."""
    if low == "noon":
        return Clock(12 * HOUR)
    if low == "midnight":
        return Clock(0)
    if low[-1:] in ("a", "p"):
        return read_clock(f"{low}m")
    hour, sign, minute = low.partition("h")
    if sign and digits(hour) and len(hour) <= 2 and (not minute or digits(minute)):
        return read_clock(f"{hour}:{minute or '00'}")
    return read_clock(low)


def unit_seconds(low: str) -> int:
    """Seconds of a unit written out after its number, as in ``2 hours``; 0 where it is none."""
    return _UNITS.get(low, 0) if low not in ("m", "s") else 0


def read_number(low: str) -> float | None:
    """``2``, ``1.5``, ``1,5``; ``None`` where it is no plain number."""
    whole, _, rest = low.replace(",", ".").partition(".")
    if not digits(whole) or len(low) > 7 or (rest and not digits(rest)):
        return None
    return float(f"{whole}.{rest or 0}")


def read_length(low: str) -> int | None:
    """Seconds of ``25m``, ``1h``, ``1h30``, ``1h30m``, ``1.5h``, ``1,5h``, ``90s``, or ``None``."""
    if not low or not low[0].isdigit() or not low.isascii():
        return None
    total, last, at = 0.0, DAY, 0
    while at < len(low):
        number, unit, at = _number_and_unit(low, at)
        amount = read_number(number)
        seconds = _UNITS.get(unit, 60 if last == HOUR and not unit else 0)
        if amount is None or not 0 < seconds < last:
            return None
        total, last = total + amount * seconds, seconds
    return round(total)


def _number_and_unit(low: str, at: int) -> tuple[str, str, int]:
    """The number at ``at``, the letters after it, and where they end."""
    middle = at
    while middle < len(low) and (low[middle].isdigit() or low[middle] in ".,"):
        middle += 1
    stop = middle
    while stop < len(low) and low[stop].isalpha():
        stop += 1
    return low[at:middle], low[middle:stop], max(stop, at + 1)


def read_colon_length(low: str) -> int | None:
    """Seconds of ``1:30`` or ``1:30:20``, hours first, or ``None``; hours may exceed a day."""
    hours, *rest = low.split(":")
    if not rest or len(rest) > 2 or not digits(hours) or len(hours) > 4:
        return None
    if any(not digits(part) or len(part) != 2 or part > "59" for part in rest):
        return None
    minutes = int(hours) * 60 + int(rest[0])
    return minutes * 60 + (int(rest[1]) if len(rest) == 2 else 0)
