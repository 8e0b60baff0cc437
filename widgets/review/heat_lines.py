"""A period by the hour, and the periods before it, as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.audit.review.words import against_words
from tracker.domain.format import duration
from widgets.dots import columns_chart, sparkline
from widgets.fitting import first_that_fits, fit, left
from widgets.review.see_lines import FILLS, ORDER, legend
from widgets.tones import COST, FAINT, QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.audit.review.picture import Against, Heat, See
    from widgets.review.see_lines import Line

MARGIN = 4
"""Cells of the hour and the gap after it."""
MOST_CELL = 15
LEAST_CHART = 9
"""Lines from which on columns say more than a line of small bars."""

Cell = tuple[int, int, int, int]
"""Room, all seconds, those on the business, those of busywork."""


def heat_lines(heat: Heat, width: int, height: int) -> list[Line]:
    """A row for each hour, or for two, three ... where there is no height for each."""
    if not heat.hours:
        return [[(fit("No clock times were logged.", width), QUIET)]]
    count = len(heat.columns)
    size = min(MOST_CELL, (width - MARGIN) // count - 1)
    if size < 2:
        return [[(fit("There is no room for the hours here.", width), QUIET)]]
    tail = [[], legend(MARGIN + count * (size + 1))] if height > len(heat.hours) + 2 else []
    room = height - 1 - len(tail)
    step = next(n for n in range(1, 25) if -(-len(heat.hours) // n) <= max(1, room))
    thick = 2 if room >= 2 * len(heat.hours) + 2 else 1
    head: Line = [(" " * MARGIN, "")]
    for name in heat.columns:
        shown = name if len(name) <= size else name.split()[0][:size]
        head.append((left(shown, size + 1), QUIET))
    lines = [head]
    for first in range(0, len(heat.hours), step):
        row = _row(heat, range(first, min(first + step, len(heat.hours))), size)
        label = f"{heat.hours[first]:02}  "
        lines += [[(label if not n else " " * MARGIN, QUIET), *row] for n in range(thick)]
    return lines + tail


def _row(heat: Heat, hours: range, size: int) -> Line:
    found: Line = []
    for place in range(len(heat.columns)):
        cell: Cell = (
            sum(heat.room[hour][place] for hour in hours),
            sum(heat.seconds[hour][place] for hour in hours),
            sum(heat.on[hour][place] for hour in hours),
            sum(heat.busywork[hour][place] for hour in hours),
        )
        found += [*cell_pieces(cell, size), (" ", "")]
    return found


def cell_pieces(cell: Cell, size: int) -> Line:
    """One hour of one day: filled as far as it was worked, by side; dots where it was not."""
    room, seconds, on, busywork = cell
    if not room:
        return [(" " * size, "")]
    sides = {"on": on, "busywork": busywork, "in": seconds - on - busywork}
    room = max(room, seconds)
    found: Line = []
    used = so_far = 0
    for side in ORDER:
        so_far += sides[side]
        cells = round(so_far / room * size) - used
        if cells > 0:
            glyph, style = FILLS[side]
            found.append((glyph * cells, style))
            used += cells
    if seconds and not used:
        side = max(sides, key=lambda one: sides[one])
        found, used = [(FILLS[side][0], FILLS[side][1])], 1
    return [*found, ("·" * (size - used), FAINT)]


_NAMES = {"total": "logged", "on": "growth", "busywork": "busywork", "untracked": "unaccounted"}
_STYLES = {"total": "$foreground", "on": VALUE, "busywork": COST, "untracked": QUIET}


def trend_lines(see: See, width: int, height: int) -> list[Line]:
    """Each figure with its last periods, and against their median and the one before."""
    by_name = {one.name: one for one in see.against}
    wanted = ("on", "busywork", "total", "untracked")[: max(1, height)]
    room = height - len(wanted) - 1
    series = {
        "on": [one.on_seconds for one in see.trend],
        "busywork": [one.busywork_seconds for one in see.trend],
        "total": [one.total_seconds for one in see.trend],
    }
    lines = [_figure(by_name[name], series.get(name, ()), width) for name in wanted]
    return [*lines, [], *trend_chart(see, width, room)] if room >= LEAST_CHART else lines


def _figure(one: Against, values: Sequence[int], width: int) -> Line:
    spark = left(sparkline(values, 9), 9)
    words = against_words(one)
    start: Line = [
        (left(_NAMES[one.name], 12), QUIET),
        (spark + "  ", _STYLES[one.name]),
        (f"{duration(one.seconds):>6}", "bold"),
    ]
    room = width - 12 - 11 - 6 - 2
    if room >= 8 and words:
        median = words.partition(",")[0]
        short = median.partition(" ")[0] + " on the median"
        shorter = median.partition(" ")[0]
        shown = first_that_fits((words, median, short, shorter), room)
        start.append((f"  {shown}", QUIET))
    return start


def trend_chart(see: See, width: int, height: int) -> list[Line]:
    """Growth and busywork of each period as columns, the newest at the right."""
    count = len(see.trend)
    size = max(3, min(14, (width - 2) // max(1, count) - 1))
    each = max(2, (height - 1) // 2)
    lines: list[Line] = []
    for name, values in (
        ("growth", [one.on_seconds for one in see.trend]),
        ("busywork", [one.busywork_seconds for one in see.trend]),
    ):
        style = VALUE if name == "growth" else COST
        most = max(values, default=0)
        lines.append([(left(f"{name}, at most {duration(most)}", width), QUIET)])
        chart = columns_chart(values, count, each - 1)
        lines += [[("".join(glyph * size + " " for glyph in row), style)] for row in chart]
    names = [one.id.partition("-")[2] for one in see.trend]
    lines.append([("".join(left(name, size + 1) for name in names), QUIET)])
    return lines[:height]
