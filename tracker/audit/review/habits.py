"""How the owner usually works: hours of a day and lengths of tasks, from the weeks before."""

from __future__ import annotations

from bisect import bisect_right

from tracker.audit.review.frame import middle
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tracker.audit.totals import Stint

_ENOUGH_DAYS = 8
"""Days of log before hours are called usual."""
_USUAL = 0.1
"""Of the first starts, the share that is earlier than usual; of the last stops, later."""
_ENOUGH_TIMES = 3
"""Entries of a task before a length is called usual."""


class Habits(Value):
    """What is usual.

    Attributes:
        hours: Minutes after the day's beginning: first start and last stop; ``None`` where there
            is too little log.
        lengths: Task name in lower case to the median seconds of its entries.
    """

    hours: tuple[int, int] | None
    lengths: Mapping[str, int]

    def length(self, task: str) -> int:
        """Usual seconds of an entry of ``task``; 0 where that is not known."""
        return self.lengths.get(task.casefold(), 0)


def habits(stints: Iterable[Stint], midnights: Sequence[int]) -> Habits:
    """How the days that ``midnights`` bound were worked.

    Args:
        stints: In any order; running ones and those of other days are left out.
        midnights: Epoch seconds at which each day begins, and where the last ends.
    """
    firsts: dict[int, int] = {}
    lasts: dict[int, int] = {}
    lengths: dict[str, list[int]] = {}
    for start, stop, task, _project in stints:
        day = bisect_right(midnights, start) - 1
        if stop is None or not 0 <= day < len(midnights) - 1:
            continue
        lengths.setdefault(task.casefold(), []).append(stop - start)
        firsts[day] = min(firsts.get(day, start), start)
        lasts[day] = max(lasts.get(day, stop), stop)
    began = sorted((start - midnights[day]) // 60 for day, start in firsts.items())
    ended = sorted((stop - midnights[day]) // 60 for day, stop in lasts.items())
    cut = int(len(began) * _USUAL)
    return Habits(
        (began[cut], ended[-1 - cut]) if len(began) >= _ENOUGH_DAYS else None,
        {name: middle(each) for name, each in lengths.items() if len(each) >= _ENOUGH_TIMES},
    )
