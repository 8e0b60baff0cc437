"""The week around the day: a bar for each day, and where its hours went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget

from widgets.drawing import Drawing
from widgets.due_rows import due_pieces
from widgets.figures import NO_FIGURES
from widgets.fitting import fit, left, right
from widgets.messages import DayWanted
from widgets.rows import SIGN
from widgets.state import EMPTY
from widgets.tones import COST, QUIET, VALUE
from widgets.words import brief

if TYPE_CHECKING:
    from textual import events

    from widgets.due_rows import DueRow
    from widgets.figures import DayBar, Figures, TaskBar
    from widgets.fitting import Piece
    from widgets.rows import Side
    from widgets.state import TodayState

TEXT: dict[Side, str] = {
    "growth": VALUE,
    "busywork": COST,
    "other": QUIET,
}
BAR: dict[Side, tuple[str, str]] = {
    "growth": ("█", "$success"),
    "other": ("▒", "$foreground 40%"),
    "busywork": ("▓", "$warning"),
}


MOST_DUE = 3
"""Lines that what is due may take, where it has no panel of its own."""


class WeekPanel(Widget):
    """Seven bars, and under them the tasks of the week by time while there is room.

    Attributes:
        pressing: What is overdue or due today and has no room elsewhere; some bars give way.
    """

    DEFAULT_CSS = """
    WeekPanel { height: 1fr; }
    """

    state: reactive[TodayState] = reactive(EMPTY)
    figures: reactive[Figures] = reactive(NO_FIGURES)
    pressing: reactive[tuple[DueRow, ...]] = reactive(())

    def render(self) -> Drawing:
        """As many lines as there is height for."""
        width, height = self.content_size
        if not width or not self.figures.days:
            return Drawing()
        due = pressing_lines(self.pressing, width, min(MOST_DUE, height - 1))
        days = self.days_in(height - len(due))
        lines = [_day(self.state, day, self.figures, width) for day in days]
        lines += due
        room = height - len(lines) - 2
        if room > 1:
            lines.append([])
            lines.append([(left("Where it went", width), f"bold {QUIET}")])
            lines += _tasks(self.figures.tasks, width, room)
        return Drawing(lines[:height])

    def days_in(self, room: int) -> list[DayBar]:
        """The days that ``room`` lines hold: what is to come gives way, then the earliest."""
        days = list(self.figures.days)
        shown = (self.state.today.date, self.state.day.date)
        while len(days) > max(1, room):
            ahead = [bar for bar in days if bar.day.date > max(shown)]
            empty = [bar for bar in days if not bar.total and bar.day.date not in shown]
            early = [bar for bar in days if bar.day.date not in shown]
            days.remove((ahead or empty or early or days)[-1 if ahead else 0])
        return days

    def on_click(self, event: events.Click) -> None:
        """A day's bar leads to the day."""
        at = event.get_content_offset(self)
        days = self.days_in(self.content_size.height - min(len(self.pressing), MOST_DUE))
        if at is not None and at.y < len(days):
            day = days[at.y].day.date
            self.post_message(DayWanted(min(day, self.state.today.date)))


def pressing_lines(rows: tuple[DueRow, ...], width: int, most: int) -> list[list[Piece]]:
    """What is overdue or due today, in ``most`` lines; the last one counts what is left."""
    shown = rows if len(rows) <= most else rows[: most - 1]
    lines = [due_pieces(row, shown, width) for row in shown]
    if rest := len(rows) - len(shown):
        lines.append([(f"  and {rest} more due", QUIET)])
    return lines


def _day(state: TodayState, bar: DayBar, figures: Figures, width: int) -> list[Piece]:
    """``Thu 19 ▲ ████▒▒▓▓   3h12``."""
    here = bar.day.date == state.day.date
    today = bar.day.date == state.today.date
    mark = "▸" if here else " "
    name = f"{mark}{bar.day.date:%a} {bar.day.date.day:>2} "
    style = "bold $foreground" if here or today else QUIET
    hours = brief(bar.total) if bar.total else ("" if bar.day.start > state.today.start else "-")
    room = width - len(name) - 7
    most = max((day.total for day in figures.days), default=0) or 1
    parts: list[Piece] = []
    used, seconds = 0, 0
    for side, spent in (
        ("growth", bar.growth),
        ("other", bar.other),
        ("busywork", bar.busywork),
    ):
        seconds += spent
        cells = round(seconds / most * room) - used
        glyph, fill = BAR[side]  # type: ignore[index]
        parts.append((glyph * cells, fill))
        used += cells
    parts.append((" " * (room - used), ""))
    return [(name, style), *parts, (right(hours, 7), style)]


def _tasks(tasks: tuple[TaskBar, ...], width: int, room: int) -> list[list[Piece]]:
    """The longest first; the last line says how much is not shown."""
    shown = tasks if len(tasks) <= room else tasks[: room - 1]
    value = max((len(task.value) for task in shown), default=0) + 2 if width >= 38 else 0
    lines: list[list[Piece]] = []
    for task in shown:
        line: list[Piece] = [
            (f"{SIGN[task.side]} ", TEXT[task.side]),
            (left(task.task, width - 2 - 7 - value), ""),
            (right(brief(task.seconds), 7), f"bold {TEXT[task.side]}"),
        ]
        if value:
            line.append((right(task.value, value), QUIET))
        lines.append(line)
    if rest := tasks[len(shown) :]:
        words = f"  and {len(rest)} more, {brief(sum(task.seconds for task in rest))}"
        lines.append([(fit(words, width), QUIET)])
    return lines
