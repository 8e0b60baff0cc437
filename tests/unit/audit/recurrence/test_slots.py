"""Slots: the days of each phase, and the nearest one from anywhere."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tracker.audit.recurrence.history import History
from tracker.audit.recurrence.nearest import nearest
from tracker.audit.recurrence.slots import days_of, phases
from tracker.audit.recurrence.working import Axis, WorkingTime

FIRST, AS_OF = date(2026, 1, 5), date(2026, 11, 20)


@pytest.fixture
def axis() -> Axis:
    days = [FIRST + timedelta(days=n) for n in range((AS_OF - FIRST).days + 1)]
    return WorkingTime.of([day for day in days if day.weekday() < 5], AS_OF).axis(5)


@pytest.mark.parametrize(
    ("phase", "expected"),
    [
        (("week", 4), "2026-02-06 2026-02-13 2026-02-20 2026-02-27"),
        (("day", 1), "2026-02-01"),
        (("day", 15), "2026-02-15"),
        (("day", 31), "2026-02-28"),
        (("nth", 1, 0), "2026-02-02"),
        (("nth", 2, 1), "2026-02-10"),
        (("nth", 4, 4), "2026-02-27"),
        (("nth", -1, 2), "2026-02-25"),
        (("business", 1), "2026-02-02"),
        (("business", 10), "2026-02-13"),
        (("business", -1), "2026-02-27"),
        (("business", -3), "2026-02-25"),
        (("quarter", 2, "day", 15), "2026-02-15"),
        (("quarter", 1, "day", 15), ""),
        (("quarter", 2, "business", -1), "2026-02-27"),
    ],
)
def test_the_days_of_a_phase_in_february(
    axis: Axis, phase: tuple[str | int, ...], expected: str
) -> None:
    days = [date.fromordinal(day) for day in days_of(phase, axis)]

    found = [day.isoformat() for day in days if (day.year, day.month) == (2026, 2)]
    assert " ".join(found) == expected


def test_every_second_week_is_one_of_fourteen(axis: Axis) -> None:
    days = [days_of(("fortnight", phase), axis) for phase in range(14)]

    assert all(late - early == 14 for held in days for early, late in pairwise(held))
    assert len({day for held in days for day in held}) == axis.last - axis.base + 1


@pytest.mark.parametrize("cadence", ["weekly", "biweekly", "monthly", "quarterly"])
@pytest.mark.parametrize("week", [5, 7])
def test_the_weights_of_the_phases_sum_to_one(cadence: str, week: int) -> None:
    assert sum(weight for _, weight in phases(cadence, week)) == pytest.approx(1)


@pytest.mark.parametrize("phase", [("week", 2), ("day", 31), ("quarter", 3, "business", 1)])
def test_the_nearest_slot_is_that_of_a_plain_search(
    axis: Axis, phase: tuple[str | int, ...]
) -> None:
    table = nearest(phase, axis)

    for spot in range(len(axis.ordinals)):
        away = min(abs(spot - at) for at in table.at)
        assert table.away[spot] == away
        assert abs(spot - table.at[table.cell(spot)]) == away
        assert table.keys(History(axis, [spot], spot))[0] == table.cell(spot) << 8 | away


def test_slots_in_one_vacation_are_one_slot() -> None:
    days = [FIRST + timedelta(days=n) for n in range((AS_OF - FIRST).days + 1)]
    away = range(date(2026, 5, 4).toordinal(), date(2026, 5, 30).toordinal())
    log = [day for day in days if day.weekday() < 5 and day.toordinal() not in away]
    table = nearest(("week", 4), WorkingTime.of(log, AS_OF).axis(5))

    held = [date.fromordinal(day) for day in table.days]
    assert [day for day in held if (day.year, day.month) == (2026, 5)] == [date(2026, 5, 29)]


def test_a_table_is_made_once(axis: Axis) -> None:
    assert nearest(("week", 2), axis) is nearest(("week", 2), axis)
