"""A period by the hour: which local hours were worked, and on what side of the business."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from tracker.audit.review.picture import Heat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.audit.review.frame import Frame
    from tracker.audit.totals import Stint

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FEW = 7
"""Days up to which each has a column of its own."""

Grid = dict[tuple[int, int], list[int]]


def heat(frame: Frame, stints: Sequence[Stint], side: Callable[[str], str]) -> Heat:
    """The period by local hour.

    Args:
        frame: With slots, which say which hour each second has.
        stints: Those of the period.
        side: Task name to ``on``, ``busywork`` or ``in``.
    """
    columns, place = _columns(frame)
    grid: Grid = {}
    for start, stop, hour, day in frame.slots:
        grid.setdefault((hour, place[day]), [0, 0, 0, 0])[0] += stop - start
    for start, ended, task, _project in stints:
        stop = max(frame.now, start) if ended is None else ended
        _spread(frame, max(start, frame.start), min(stop, frame.stop), side(task), grid, place)
    hours = _worked_hours(frame, grid)
    rows = [[grid.get((hour, n), [0, 0, 0, 0]) for n in range(len(columns))] for hour in hours]

    def layer(kind: int) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(cell[kind] for cell in row) for row in rows)

    return Heat(columns, hours, layer(1), layer(2), layer(3), layer(0))


def busiest(found: Heat) -> tuple[int | None, int]:
    """The hour with the most time, and that time; the earlier of two alike."""
    sums = [sum(row) for row in found.seconds]
    if not any(sums):
        return None, 0
    most = max(sums)
    return found.hours[sums.index(most)], most


def _columns(frame: Frame) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Headings, and for each day its column."""
    dates = [date.fromisoformat(day) for day in frame.days]
    if len(dates) <= _FEW:
        return tuple(f"{_DAYS[it.weekday()]} {it.day}" for it in dates), tuple(range(len(dates)))
    first = dates[0].weekday() if frame.period.kind == "week" else 0
    order = [(first + n) % 7 for n in range(7)]
    return tuple(_DAYS[n] for n in order), tuple(order.index(it.weekday()) for it in dates)


def _spread(
    frame: Frame, start: int, stop: int, side: str, grid: Grid, place: Sequence[int]
) -> None:
    """Share ``[start, stop)`` out over the hours it touches."""
    slots = frame.slots
    at = bisect_right(slots, (start, frame.stop, 24, 0)) - 1 if slots else 0
    while start < stop and at < len(slots):
        _begin, until, hour, day = slots[at]
        piece = min(stop, until) - start
        if piece > 0:
            cell = grid[hour, place[day]]
            cell[1] += piece
            if side != "in":
                cell[2 if side == "on" else 3] += piece
            start += piece
        at += 1


def _worked_hours(frame: Frame, grid: Grid) -> tuple[int, ...]:
    """From the first hour of a day that was worked to the last, in the order of a day."""
    order = list(dict.fromkeys(slot[2] for slot in frame.slots))[:24]
    if order:  # the hours of a day that skips one are those of the others all the same
        order = [(order[0] + n) % 24 for n in range(24)]
    worked = [
        n for n, hour in enumerate(order) if any(grid.get((hour, c), (0, 0))[1] for c in range(7))
    ]
    return tuple(order[worked[0] : worked[-1] + 1]) if worked else ()
