"""The words of a line that say when, as the intent they make of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from tracker.domain.span import Amount, Span, instant
from tracker.intents.intent import Add, Start
from tracker.line.blocks import block_span, clock_instant
from tracker.line.pieces import At, Back, Block, Exact, OnDay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.domain.entry import What
    from tracker.line.choice import Choice
    from tracker.line.here import Here
    from tracker.line.pieces import Length

LONGEST_LENGTH = 24 * 3600 - 1
"""Seconds of a block; ``24h support`` and ``48h delivery`` are names, and have to be quoted."""

LONGEST_AMOUNT = 25 * 3600
"""Seconds on a day: the longest day there is."""


def timed(choice: Choice, what: What, here: Here) -> Start | Add:
    """A timer that starts, or finished time.

    Raises:
        Unreadable: It is in the future, backwards, empty, too long or without a task.
        InvalidValue: The date is outside what can be logged.
    """
    intent = _add(choice, what, here)
    if intent is None:
        return Start(what, _started(choice, here))
    if not what.task:
        raise choice.refusal_of_all("What was it? Type the task after {}.")
    return intent


def _add(choice: Choice, what: What, here: Here) -> Add | None:
    """The finished time the words tell of; ``None`` where they start a timer."""
    if isinstance(choice.time, Block):
        return Add(what, block_span(choice, choice.time, here))
    if isinstance(choice.time, Exact) and choice.time.end is not None:
        return Add(what, _interval(choice, choice.time, here))
    if choice.length is None:
        return None
    if choice.day is not None and choice.time is None:
        return Add(what, _amount(choice, choice.length, choice.day, here))
    length = _length(choice, choice.length, LONGEST_LENGTH)
    if isinstance(choice.time, At):
        start = clock_instant(choice, choice.time, here)
        stop = start + length
        if stop > here.now:
            raise choice.refusal(
                choice.length,
                f"{{}} from then on is not over yet: it is {here.clock()}. "
                f"Leave the length out to start a timer.",
            )
        return Add(what, Span(start, stop))
    return Add(what, Span(here.now - length, here.now))


def _length(choice: Choice, length: Length, longest: int) -> timedelta:
    if not length.seconds:
        raise choice.refusal(length, "{} is no time at all: give a length such as 25m.")
    if length.seconds > longest:
        raise choice.refusal(
            length, "{} is a whole day or more: give a block, or quote it in the name."
        )
    return timedelta(seconds=length.seconds)


def _amount(choice: Choice, length: Length, day: OnDay, here: Here) -> Amount:
    """A length on a day without clock times."""
    seconds = round(_length(choice, length, LONGEST_AMOUNT).total_seconds())
    if day.day > here.today:
        raise choice.refusal(day, "{} is still to come: only time that is over can be logged.")
    return Amount(day.day, seconds)


def _started(choice: Choice, here: Here) -> datetime | None:
    """When a timer began; ``None`` is now."""
    time = choice.time
    if isinstance(time, Back):
        start = here.now - timedelta(seconds=min(time.seconds, 10**9))
    elif isinstance(time, At):
        start = clock_instant(choice, time, here)
    elif isinstance(time, Exact):
        start = exact_instant(time.begin, here)
        if start > here.now:
            raise choice.refusal(time, "{} is still to come: a timer starts now or before.")
    elif choice.day is not None:
        raise choice.refusal(choice.day, "{} needs a time or a length beside it: 14-16, or 25m.")
    else:
        return None
    if start < here.oldest:
        raise choice.refusal(time, "{} is more than 31 days ago: log it as a block with an end.")
    return start


def exact_instant(moment: datetime, here: Here) -> datetime:
    """An ISO 8601 instant; without an offset it is on the person's clock."""
    if moment.tzinfo is not None:
        return instant(moment)
    instant(moment.replace(tzinfo=here.now.tzinfo))
    return here.at(moment.date(), moment.hour * 3600 + moment.minute * 60 + moment.second)


def _interval(choice: Choice, time: Exact, here: Here) -> Span:
    start, stop = exact_instant(time.begin, here), exact_instant(time.end or time.begin, here)
    if stop <= start:
        raise choice.refusal(time, "{} ends before it starts: swap its two ends.")
    if stop > here.now:
        raise choice.refusal(time, "{} ends in the future: only time that is over can be logged.")
    return Span(start, stop)
