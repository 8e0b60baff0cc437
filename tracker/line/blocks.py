"""Clock times and blocks on the day that is meant."""

from __future__ import annotations

from datetime import timedelta

from tracker.domain.span import Span
from tracker.line.clocks import DAY, HOUR, Clock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.domain.errors import Unreadable
    from tracker.line.choice import Choice
    from tracker.line.here import Here
    from tracker.line.pieces import At, Block

LONGEST_NIGHT = 12 * HOUR
"""Seconds; a block that would cross midnight and last longer has its ends swapped."""

_WEEK = timedelta(days=7)


def clock_instant(choice: Choice, time: At, here: Here) -> datetime:
    """The instant of a clock time, which is not in the future.

    Raises:
        Unreadable: It is.
    """
    seconds = time.clock.seconds
    if seconds >= DAY:
        raise choice.refusal(time, "{} begins no day: type 0:00 for its beginning.")
    days = _days(choice, here, seconds)
    for day in days:
        found = here.at(day, seconds)
        if found <= here.now:
            return found
    raise _to_come(choice, time, here)


def _days(choice: Choice, here: Here, seconds: int) -> list[date]:
    """The dates that can be meant, the likelier first."""
    said = choice.day
    if said is None:
        return here.recent_days(seconds)
    if not said.named:
        return [said.day]
    day = here.calendar_day(said.day, seconds)
    return [day, day - _WEEK] if said.weekly else [day]


def _to_come(choice: Choice, piece: At | Block, here: Here) -> Unreadable:
    shown = choice.shown(piece)
    if choice.day is None:
        hint = f"it is {here.clock()}. For the day before type yesterday {shown}."
    else:
        hint = "only time that is over can be logged."
    return choice.refusal(piece, "{} is still to come: " + hint)


def block_span(choice: Choice, block: Block, here: Here) -> Span:
    """The span of a block, over midnight where its end is earlier than its start.

    Raises:
        Unreadable: It is empty, backwards, or not over yet.
    """
    begin, end = block.begin, block.end
    if begin.seconds >= DAY:
        raise choice.refusal(block, "{} begins no day: type 0:00 for its beginning.")
    if end is None:
        return _until_now(choice, block, here)
    overnight = end.seconds <= begin.seconds
    if overnight:
        _refuse_backwards(choice, block, begin, end)
    days = _days(choice, here, begin.seconds)
    if overnight and choice.day is None:
        days = [*days, here.local.date() - timedelta(days=1)]
    start = stop = here.now
    for day in days:
        start = here.at(day, begin.seconds)
        stop = here.at(day, end.seconds + (DAY if overnight else 0), after=start)
        if stop <= here.now:
            break
    else:
        raise _not_over(choice, block, here, start)
    if stop <= start:
        raise choice.refusal(block, "{} is empty: the clocks skip that hour on that day.")
    return Span(start, stop)


def _until_now(choice: Choice, block: Block, here: Here) -> Span:
    for day in _days(choice, here, block.begin.seconds):
        start = here.at(day, block.begin.seconds)
        if start < here.now:
            return Span(start, here.now)
    raise _to_come(choice, block, here)


def _refuse_backwards(choice: Choice, block: Block, begin: Clock, end: Clock) -> None:
    """Refuse what is empty, or would last longer than a night."""
    if end.seconds == begin.seconds:
        raise choice.refusal(block, "{} ends where it starts: give an end that is later.")
    if (end.seconds - begin.seconds) % DAY <= LONGEST_NIGHT:
        return
    afternoon = None if end.half or begin.half else end.halved("pm")
    hint = ""
    if afternoon is not None and afternoon.seconds > begin.seconds:
        hint = f", or type {begin.text}-{afternoon.text}"
    raise choice.refusal(block, "{} ends before it starts: swap its two ends" + hint + ".")


def _not_over(choice: Choice, block: Block, here: Here, start: datetime) -> Unreadable:
    if start >= here.now:
        return _to_come(choice, block, here)
    return choice.refusal(
        block,
        f"{{}} is not over yet: it is {here.clock()}. "
        f"Type {block.begin.text}-now, or {block.begin.text} to start there.",
    )
