"""Time nobody accounted for.

A stint is ``(start, stop, task, project)`` in epoch seconds, half-open; ``stop`` is
``None`` while it runs, which counts until now.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    Stint = tuple[int, int | None, str, str]


def working_window(
    stints: Iterable[Stint], start: int, stop: int, now: int
) -> tuple[int, int] | None:
    """From the first start inside the day ``[start, stop)`` to the last stop in it.

    What began before the day does not open its window: whoever worked past midnight has not
    left the night unaccounted for. ``None`` where nothing starts in the day.
    """
    first, last = stop, start
    for began, ended, _task, _project in stints:
        end = now if ended is None else ended
        if start <= began < stop and began <= end:
            first = min(first, began)
            last = max(last, min(end, stop))
    if first > last:
        return None
    return first, last


def gaps(
    stints: Iterable[Stint], start: int, stop: int, now: int, *, at_least: int = 0
) -> tuple[tuple[int, int], ...]:
    """The parts of ``[start, stop)`` that no stint covers, in order, disjoint.

    Args:
        stints: In any order; overlaps and repetitions are fine.
        start: Where the window begins, such as a day's :func:`working_window`.
        stop: Where it ends.
        now: What a running stint counts until.
        at_least: Seconds; shorter gaps are left out.
    """
    found: list[tuple[int, int]] = []
    covered_to = start
    for began, ended in sorted(
        (began, now if ended is None else ended) for began, ended, _task, _project in stints
    ):
        if ended <= max(covered_to, began):
            continue
        if began >= stop:
            break
        if began > covered_to:
            found.append((covered_to, began))
        covered_to = ended
    if covered_to < stop:
        found.append((covered_to, stop))
    return tuple(gap for gap in found if gap[1] - gap[0] >= at_least)
