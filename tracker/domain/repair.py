"""Ways to put a flaw of the log right, as values; what each does to the log is the intents' affair.

``why`` says in one word where a way comes from, for the words that are shown.
"""

from __future__ import annotations

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from tracker.domain.entry import What
    from tracker.domain.span import Span

BREAK = "Break"
"""The task that a pause is logged as."""


class Fill(Value):
    """Log a gap; ``why`` is ``before``, ``after``, ``break`` or ``suggested``."""

    what: What
    span: Span
    why: str


class Take(Value):
    """Accept a suggestion as it is: a calendar or a watcher knows what was done."""

    suggestion_id: str
    what: What
    span: Span


class Retime(Value):
    """Give an entry other ends; one that runs is stopped.

    ``why`` is ``usual`` (its usual length), ``hours`` (the usual end of a day's work), ``activity``
    (the last sign of anything else) or ``noon`` (twelve hours off: morning for evening).
    """

    entry_id: str
    span: Span
    why: str


class Carve(Value):
    """Take a stretch out of an entry, which ends earlier, begins later, parts in two or goes."""

    entry_id: str
    task: str
    span: Span


class Cut(Value):
    """Cut an entry in two, so that either half can be called something else."""

    entry_id: str
    at: datetime


class Remove(Value):
    """Delete an entry.

    ``why`` is ``repeated`` (it is there twice, and this is the second), ``first`` (it is there
    twice, and the second tells more) or ``never`` (it was not).
    """

    entry_id: str
    task: str
    why: str


class Sort(Value):
    """Say what kind of work a task is."""

    task: str
    category: str


class Leave(Value):
    """It is right as it is; do not ask again. ``key`` is the finding's."""

    key: str


Fix = Fill | Take | Retime | Carve | Cut | Remove | Sort | Leave
