"""How long, how often: the numbers that hours a month are made of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tracker.audit.recurrence.measures import (
    counted_per_month,
    declared_per_month,
    lengths,
    per_month_of,
    week_end,
    worked_weeks,
)
from tracker.domain.cadence import Cadence


def test_one_forgotten_timer_does_not_set_the_usual_length() -> None:
    found = lengths([1800, 1500, 2100, 50_000, 1800])
    assert (found.usual, found.fastest, found.slowest) == (1800, 1500, 50_000)


def test_only_the_newest_26_count_and_only_those_with_any_time() -> None:
    assert lengths([9000] * 30 + [600] * 26).usual == 600
    assert lengths([0, 600, 0]).fastest == 600
    assert lengths([600, 1200]).usual == 900
    assert lengths([]).usual == 0


@pytest.mark.parametrize(
    ("cadence", "per_month"),
    [
        (Cadence("day"), 365 / 12),
        (Cadence("day", 2), 365 / 24),
        (Cadence("weekday"), 260 / 12),
        (Cadence("week"), 52 / 12),
        (Cadence("week", weekdays=(0, 2, 4)), 3 * 52 / 12),
        (Cadence("week", 2, (1,)), 26 / 12),
        (Cadence("month", day=15), 1),
        (Cadence("month", 3), 1 / 3),
        (Cadence("quarter"), 1 / 3),
        (Cadence("none"), 0),
    ],
)
def test_occurrences_a_month_of_what_is_declared(cadence: Cadence, per_month: float) -> None:
    assert declared_per_month(cadence) == pytest.approx(per_month)


def test_as_needed_is_counted_over_the_last_twelve_worked_weeks() -> None:
    monday = date(2026, 11, 16)
    weeks = [monday - timedelta(days=7 * back) for back in range(20)]
    holiday = set(weeks[3:5])
    worked = [day for day in weeks if day not in holiday]
    found = worked_weeks(worked, monday)
    assert len(found) == 12
    assert found[-1] == weeks[13].toordinal()
    days = sorted(day + timedelta(days=1) for day in worked[:12])
    assert counted_per_month(days[-6:], found) == pytest.approx(6 / 12 * 52 / 12)
    assert counted_per_month(days, ()) == 0


def test_daily_work_at_weekends_too_is_daily_on_seven_days() -> None:
    week = [date(2026, 11, 9) + timedelta(days=ahead) for ahead in range(7)]
    assert per_month_of("daily", week) == pytest.approx(365 / 12)
    assert per_month_of("daily", week[:5]) == pytest.approx(260 / 12)
    assert per_month_of("none", week) == 0


def test_the_week_ends_where_it_starts() -> None:
    assert week_end(date(2026, 11, 19), 0) == date(2026, 11, 22)
    assert week_end(date(2026, 11, 19), 6) == date(2026, 11, 21)
    assert week_end(date(2026, 11, 22), 6) == date(2026, 11, 28)
