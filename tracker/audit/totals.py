"""Where a range of days went: by task, by day, covered and unaccounted for.

Works on plain tuples and integers, because a report over ten years has 40,000 of them:

- a stint ``(start, stop, task, project)`` in epoch seconds, half-open; ``stop`` is ``None``
  while it runs, which counts until now;
- a day's amount ``(day, seconds, task, project)``, ``day`` as ISO text.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Stint = tuple[int, int | None, str, str]
    DayAmount = tuple[str, int, str, str]
    Piece = tuple[int, int, str, str]


class TaskTotal(Value):
    """Seconds and number of entries of one task in one project."""

    task: str
    project: str
    seconds: int
    entries: int


class Totals(Value):
    """A range of days, added up.

    Clock time is partitioned: ``covered_seconds + untracked_seconds + outside_seconds ==
    length_seconds``. ``total_seconds`` is the sum of all entries, so it counts overlapping
    time twice and amounts too.

    Attributes:
        tasks: By seconds, most first; then by name.
        days: ``(day, seconds)`` of every day of the range, in order.
        covered_seconds: Clock time with at least one entry.
        untracked_seconds: Gaps between the first start and the last stop of each day.
        outside_seconds: Before the first start, after the last stop, and days without any.
        length_seconds: The range itself; DST days are 23 or 25 hours.
    """

    tasks: tuple[TaskTotal, ...]
    days: tuple[tuple[str, int], ...]
    total_seconds: int
    covered_seconds: int
    untracked_seconds: int
    outside_seconds: int
    length_seconds: int

    @property
    def coverage(self) -> float | None:
        """Covered share of covered and untracked time, 0-1; ``None`` without clock times."""
        accountable = self.covered_seconds + self.untracked_seconds
        return self.covered_seconds / accountable if accountable else None


def report(
    stints: Iterable[Stint],
    amounts: Iterable[DayAmount],
    *,
    days: Sequence[str],
    midnights: Sequence[int],
    now: int,
) -> Totals:
    """Add up what falls into the days given.

    Stints that cross the edges of the range are clipped, those that cross midnight are split
    between their days. A day is open to gaps from the first entry that *starts* in it: what
    ran past midnight does not make the night unaccounted for.

    Args:
        stints: In any order.
        amounts: In any order; those on other days are left out.
        days: The days of the range, ISO text, in order.
        midnights: Epoch seconds at which each of ``days`` begins, and where the last ends.
        now: Epoch seconds; what a running stint counts until.
    """
    carried, begun = _clipped(stints, midnights[0], midnights[-1], now)
    sums = _by_task(carried + begun)
    by_day, covered, untracked = _by_day(carried, begun, midnights)
    _add_amounts(amounts, days, sums, by_day)
    length = midnights[-1] - midnights[0]
    tasks = [
        TaskTotal(key[0], key[1], seconds, entries)
        for key, (seconds, entries) in sorted(sums.items(), key=lambda item: (-item[1][0], item[0]))
    ]
    return Totals(
        tasks=tuple(tasks),
        days=tuple(zip(days, by_day, strict=True)),
        total_seconds=sum(by_day),
        covered_seconds=covered,
        untracked_seconds=untracked,
        outside_seconds=length - covered - untracked,
        length_seconds=length,
    )


def _clipped(
    stints: Iterable[Stint], first: int, last: int, now: int
) -> tuple[list[Piece], list[Piece]]:
    """What of ``[first, last)`` was running when it began, and what began in it, by start."""
    carried: list[Piece] = []
    begun: list[Piece] = []
    for start, ended, task, project in stints:
        stop = max(now, start) if ended is None else ended
        if start < first:
            if stop > first:
                carried.append((first, min(stop, last), task, project))
        elif start < last:
            begun.append((start, stop if stop < last else last, task, project))
    begun.sort(key=itemgetter(0))
    return carried, begun


def _by_task(pieces: list[Piece]) -> dict[tuple[str, str], list[int]]:
    """Seconds and number of entries by task and project."""
    sums: dict[tuple[str, str], list[int]] = {}
    for start, stop, task, project in pieces:
        try:
            found = sums[task, project]
        except KeyError:
            sums[task, project] = [stop - start, 1]
        else:
            found[0] += stop - start
            found[1] += 1
    return sums


def _by_day(
    carried: list[Piece], begun: list[Piece], midnights: Sequence[int]
) -> tuple[list[int], int, int]:
    """Seconds of each day; covered and untracked seconds of all."""
    by_day = [0] * (len(midnights) - 1)
    covered_to = midnights[0]
    for start, stop, _task, _project in carried:
        _split(start, stop, 0, midnights, by_day)
        covered_to = max(covered_to, stop)
    covered = covered_to - midnights[0]
    day, midnight, untracked = -1, midnights[0], 0
    for start, stop, _task, _project in begun:
        if start >= midnight:  # the first to start in its day: no gap before it
            day = bisect_right(midnights, start) - 1
            midnight = midnights[day + 1]
        elif start > covered_to:
            untracked += start - covered_to
        if stop <= midnight:
            by_day[day] += stop - start
        else:
            _split(start, stop, day, midnights, by_day)
        if stop > covered_to:
            covered += stop - (start if start > covered_to else covered_to)
            covered_to = stop
    return by_day, covered, untracked


def _split(start: int, stop: int, day: int, midnights: Sequence[int], by_day: list[int]) -> None:
    """Share the seconds of a stint out over the days it crosses."""
    while start < stop:
        until = min(stop, midnights[day + 1])
        by_day[day] += until - start
        start, day = until, day + 1


def _add_amounts(
    amounts: Iterable[DayAmount],
    days: Sequence[str],
    sums: dict[tuple[str, str], list[int]],
    by_day: list[int],
) -> None:
    """Add the amounts of the days of the range."""
    place: dict[str, int] = {}
    for day, seconds, task, project in amounts:
        if not place:
            place = {known: at for at, known in enumerate(days)}
        at = place.get(day)
        if at is not None:
            found = sums.setdefault((task, project), [0, 0])
            found[0] += seconds
            found[1] += 1
            by_day[at] += seconds
