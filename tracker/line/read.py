"""The quick line, read: text to the intent it means."""

from __future__ import annotations

from tracker.domain.entry import What, checked_name
from tracker.intents.intent import Start
from tracker.line.tokens import take_apart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, tzinfo

    from tracker.intents.intent import Add
    from tracker.line.tokens import Line, Token

TIMED_WORDS = frozenset({"ago", "hour", "hours", "yesterday", "noon", "midnight"})
"""Words without a digit that may be part of a time; ``mon`` is one only beside a number."""


def read(
    text: str,
    *,
    now: datetime,
    zone: str | tzinfo,
    tasks: Iterable[str] = (),
    day_start: int = 0,
) -> Start | Add:
    """What ``text`` wants done; the grammar is in ``docs/quick-line.md``.

    Args:
        text: A line as a person types it; an empty one continues the last task.
        now: The clock.
        zone: The person's zone, by IANA name or as ``tzinfo``.
        tasks: Names already known: their spelling is taken, their numbers are no times.
        day_start: Minutes after midnight at which the person's day begins.

    Raises:
        Unreadable: Some of it cannot be read, or is in the future; with its characters.
        InvalidValue: A name or note is too long, a date outside what can be logged.
    """
    line = take_apart(text)
    if not any(map(_may_be_time, line.tokens)):
        return Start(_what(line, line.tokens, tasks))
    # Nine lines of ten name a task and nothing else: they do not load the reading of time.
    from tracker.line.choice import choose
    from tracker.line.here import Here
    from tracker.line.timed import timed

    here = Here(now, zone, day_start)
    choice = choose(line.tokens, here, tasks)
    return timed(choice, _what(line, choice.name, tasks), here)


def _may_be_time(token: Token) -> bool:
    if token.literal:
        return False
    return token.low in TIMED_WORDS or any("0" <= sign <= "9" for sign in token.low)


def _what(line: Line, name: tuple[Token, ...], tasks: Iterable[str]) -> What:
    """The words of an entry, the task as it is spelled already."""
    task = checked_name("task", " ".join(token.text for token in name))
    folded = task.casefold()
    for known in tasks:
        if known.casefold() == folded:
            task = known
            break
    return What(task, line.project, line.tags, line.note)
