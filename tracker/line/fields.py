"""Single times and lengths, for options of commands and fields that are edited."""

from __future__ import annotations

from datetime import timedelta

from tracker.domain.errors import Unreadable
from tracker.line.blocks import clock_instant
from tracker.line.choice import choose
from tracker.line.clocks import DAY, HOUR, digits, read_colon_length
from tracker.line.here import Here
from tracker.line.pieces import At, Back, Exact, Length
from tracker.line.scan import find_pieces
from tracker.line.timed import exact_instant
from tracker.line.tokens import take_apart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

    from tracker.line.choice import Choice


def read_time(
    text: str,
    *,
    now: datetime,
    zone: str | tzinfo,
    day: date | None = None,
    after: datetime | None = None,
    day_start: int = 0,
) -> datetime:
    """The instant a field or option names, which is not in the future.

    Reads ``9``, ``915``, ``9:15``, ``9:15pm``, ``-10m``, ``2 hours ago``, ``yesterday 9:15``,
    ``2026-11-20 9:15``, ``2026-11-20T09:15`` and ``now``.

    Args:
        text: The time and nothing else.
        now: The clock.
        zone: The person's zone, by IANA name or as ``tzinfo``.
        day: The calendar date that a time without one is on; by default today's.
        after: A time without a day of its own that is not after this one is on the next day:
            the end of a block over midnight.
        day_start: Minutes after midnight at which the person's day begins.

    Raises:
        Unreadable: It is no time, or it is in the future.
        InvalidValue: The date is outside what can be logged.
    """
    here = Here(now, zone, day_start)
    line = take_apart(text)
    if [token.low for token in line.tokens] == ["now"]:
        return here.now
    choice = choose(line.tokens, here)
    extra = choice.name or line.project or line.tags or line.note or choice.length
    time = choice.time
    if extra or not isinstance(time, (At, Back, Exact)) or getattr(time, "end", None):
        raise _no_time(text)
    if isinstance(time, Back):
        return here.now - timedelta(seconds=min(time.seconds, 10**9))
    if isinstance(time, Exact):
        return _past(exact_instant(time.begin, here), choice, time, here)
    if choice.day is None and (day is not None or after is not None):
        return _past(_on(day or here.local.date(), time, after, here), choice, time, here)
    return clock_instant(choice, time, here)


def _no_time(text: str) -> Unreadable:
    start = len(text) - len(text.lstrip())
    shown = text.strip()[:40]
    message = (
        f'"{shown}" is not a time: type one such as 9:15, 915, 9am or -10m.'
        if shown
        else "Which time? Type one such as 9:15, 915, 9am or -10m."
    )
    return Unreadable(message, start=start, stop=max(start, len(text.rstrip())))


def _on(day: date, time: At, after: datetime | None, here: Here) -> datetime:
    """The clock time on ``day``, or on the next where it must be later than ``after``."""
    found = here.at(day, time.clock.seconds, after)
    if after is not None and found <= after:
        found = here.at(day, time.clock.seconds + DAY, after)
    return found


def _past(found: datetime, choice: Choice, time: At | Exact, here: Here) -> datetime:
    if found > here.now:
        raise choice.refusal(time, f"{{}} is still to come: it is {here.clock()}.")
    return found


def read_duration(text: str) -> int:
    """Seconds of ``25m``, ``1h30``, ``1h 30m``, ``1.5h``, ``90s``, ``1:30``; ``25`` is minutes.

    Raises:
        Unreadable: It is no length of time, or none at all, or more than 31 days.
    """
    body = text.strip()
    seconds = int(body) * 60 if digits(body) and len(body) <= 5 else read_colon_length(body)
    if seconds is None:
        seconds = _spoken_length(text)
    if seconds is None or not 0 < seconds <= 31 * DAY:
        start = len(text) - len(text.lstrip())
        raise Unreadable(
            f'"{body[:40]}" is not a length of time: type one such as 25m, 1h30 or 1:30.',
            start=start,
            stop=max(start, len(text.rstrip())),
        )
    return seconds


def _spoken_length(text: str) -> int | None:
    """Seconds of a text that is nothing but a length as the quick line reads it."""
    try:
        line = take_apart(text)
        pieces = find_pieces(line.tokens)
    except Unreadable:
        return None
    if len(pieces) != 1 or line.project or line.tags or line.note:
        return None
    one = pieces[0]
    if not isinstance(one, Length) or one.stop - one.first < len(line.tokens):
        return None
    return one.seconds


def write_duration(seconds: int) -> str:
    """``1h30m20s`` without the parts that are nothing; :func:`read_duration` reads it back."""
    hours, rest = divmod(seconds, HOUR)
    parts = ((hours, "h"), (rest // 60, "m"), (rest % 60, "s"))
    return "".join(f"{count}{unit}" for count, unit in parts if count) or "0m"
