"""The week where there is little room: what is due takes the place of bars that say least."""

from __future__ import annotations

from datetime import date, timedelta

from tests.fakes import at
from widgets.due_rows import DueRow
from widgets.figures import NO_FIGURES, DayBar
from widgets.state import EMPTY, Day
from widgets.week_panel import WeekPanel, pressing_lines

MONDAY = date(2026, 11, 16)


def day(ahead: int) -> Day:
    on = MONDAY + timedelta(days=ahead)
    start = int(at("00:00", on.isoformat()).timestamp())
    return Day(on, start, start + 86_400)


def names(today: int, room: int, empty: tuple[int, ...] = ()) -> str:
    """The weekdays that are shown on the day ``today`` of the week, in ``room`` lines."""
    panel = WeekPanel()
    panel.set_reactive(WeekPanel.state, EMPTY.replace(today=day(today), day=day(today)))
    bars = tuple(DayBar(day(at), 0 if at in empty else 3600, 0, 0) for at in range(7))
    panel.set_reactive(WeekPanel.figures, NO_FIGURES.replace(days=bars))
    return " ".join(f"{bar.day.date:%a}" for bar in panel.days_in(room))


def test_days_to_come_give_way_then_empty_ones_then_the_earliest() -> None:
    assert names(today=3, room=7) == "Mon Tue Wed Thu Fri Sat Sun"
    assert names(today=3, room=5) == "Mon Tue Wed Thu Fri"
    assert names(today=4, room=4, empty=(1,)) == "Mon Wed Thu Fri"
    assert names(today=6, room=4, empty=(5,)) == "Wed Thu Fri Sun"
    assert names(today=0, room=1) == "Mon"


def test_the_last_line_counts_what_has_no_line() -> None:
    rows = tuple(DueRow(name, "today", "weekly", "today", "today") for name in "ABCDE")
    texts = ["".join(words for words, _ in line) for line in pressing_lines(rows, 30, 3)]
    assert [text.strip() for text in texts] == ["○ A     today", "○ B     today", "and 3 more due"]
    assert len(pressing_lines(rows[:3], 30, 3)) == 3
