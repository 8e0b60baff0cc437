"""Which tasks to say something of: what is new, unrated, or takes half as long again."""

from __future__ import annotations

from tracker.audit.review.frame import middle
from tracker.domain.repair import BREAK
from tracker.domain.task import RATINGS
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.audit.worth.profile import Profile

MORE = 1.5
"""Times the median at which a task has changed: hours up by half."""
_LEAST_MORE = 1800
"""Seconds that it must be up by: a short task may double without a word."""
_ENOUGH = 3
"""Periods with the task before its median means anything."""


class ToRate(Value):
    """A task that waits for its owner's word.

    Attributes:
        why: ``new`` (not logged in any period before), ``unrated``, or ``more``.
        seconds: In this period.
        usual_seconds: Median of the periods before that had it; 0 where it is new.
        missing: Ratings nobody has said; empty for ``more`` where all are.
        profile: What is known and assumed of it.
    """

    task: str
    why: str
    seconds: int
    usual_seconds: int
    missing: tuple[str, ...]
    profile: Profile


def to_rate(
    seconds: Mapping[str, int],
    before: Sequence[Mapping[str, int]],
    profiles: Mapping[str, Profile],
) -> tuple[ToRate, ...]:
    """The tasks of a period that need a rating, the most hours first.

    Args:
        seconds: Of each task in the period.
        before: The same of the periods before it: the last eight.
        profiles: Of each task in ``seconds``.
    """
    found = []
    for task in sorted(seconds, key=lambda name: (-seconds[name], name)):
        profile = profiles[task]
        missing = tuple(name for name in RATINGS if name in profile.assumed)
        times = [period[task] for period in before if period.get(task)]
        usual = middle(times)
        why = ""
        if missing:
            why = "unrated" if times else "new"
        elif len(times) >= _ENOUGH and _is_more(seconds[task], usual):
            why = "more"
        if why and task != BREAK:
            found.append(ToRate(task, why, seconds[task], usual, missing, profile))
    return tuple(found)


def _is_more(seconds: int, usual: int) -> bool:
    return seconds >= MORE * usual and seconds - usual >= _LEAST_MORE
