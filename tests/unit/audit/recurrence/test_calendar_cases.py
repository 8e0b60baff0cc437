"""Days that trip up calendars, and what is right on each of them.

Every log here is dense: the person logs something on all usual working days, so that an empty
stretch is known to be time off.
"""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

import pytest

from tracker.audit.recurrence.finding import Finding
from tracker.audit.recurrence.recognise import recognise
from tracker.audit.recurrence.working import WorkingTime

MONDAY_TO_FRIDAY = range(5)
SUNDAY_TO_THURSDAY = (6, 0, 1, 2, 3)
EVERY_DAY = range(7)


def d(text: str) -> date:
    return date.fromisoformat(text)


def worked(
    first: str, last: str, weekdays: Iterable[int] = MONDAY_TO_FRIDAY, off: Iterable[date] = ()
) -> list[date]:
    """Every day of these weekdays from ``first`` to ``last``, both included."""
    kept, gone = set(weekdays), set(off)
    count = (d(last) - d(first)).days + 1
    days = (d(first) + timedelta(days=n) for n in range(count))
    return [day for day in days if day.weekday() in kept and day not in gone]


def on_or_before(day: date, among: Sequence[date]) -> date:
    return max(held for held in among if held <= day)


def find(days: Iterable[date], log: Iterable[date], as_of: str) -> Finding:
    """What is found of a task with these days in a log with those."""
    chosen = sorted(set(days))
    return recognise(chosen, WorkingTime.of(sorted({*log, *chosen}), d(as_of)), d(as_of))


def each_month(first: tuple[int, int], count: int, place: Callable[[int, int], date]) -> list[date]:
    year, month = first
    steps = [(year + (month - 1 + n) // 12, (month - 1 + n) % 12 + 1) for n in range(count)]
    return [place(*step) for step in steps]


def last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def sure(found: Finding, cadence: str) -> bool:
    return found.cadence == cadence and found.status in {"established", "likely"}


# Month ends and leap days


@pytest.mark.parametrize("number", [29, 30, 31])
@pytest.mark.parametrize(("year", "expected"), [(2024, "2024-02-29"), (2023, "2023-02-28")])
def test_a_day_february_does_not_have_is_its_last(number: int, year: int, expected: str) -> None:
    log = worked(f"{year - 1}-05-01", f"{year}-02-05", EVERY_DAY)
    days = each_month((year - 1, 5), 9, lambda y, m: date(y, m, min(number, monthrange(y, m)[1])))
    found = find(days, log, f"{year}-02-05")

    assert sure(found, "monthly")
    assert found.next_due is not None
    assert abs((found.next_due - d(expected)).days) <= 1


def test_a_29th_of_february_is_one_of_the_months() -> None:
    log = worked("2023-08-01", "2024-06-10", EVERY_DAY)
    days = each_month((2023, 8), 10, lambda y, m: date(y, m, 29))

    found = find(days, log, "2024-06-10")

    assert sure(found, "monthly")
    assert found.occurrences == 10
    assert found.next_due == d("2024-06-29")


def test_the_last_day_of_each_month() -> None:
    log = worked("2025-10-01", "2026-11-10", EVERY_DAY)

    found = find(each_month((2025, 10), 13, last_day), log, "2026-11-10")

    assert sure(found, "monthly")
    assert found.next_due == d("2026-11-30")


def test_the_last_business_day_of_each_month() -> None:
    log = worked("2025-10-01", "2026-11-10")
    days = [on_or_before(day, log) for day in each_month((2025, 10), 13, last_day)]

    found = find(days, log, "2026-11-10")

    assert sure(found, "monthly")
    assert found.next_due == d("2026-11-30")


def test_a_slot_on_a_weekend_is_due_on_the_friday_before() -> None:
    """15 November 2026 is a Sunday."""
    log = worked("2025-10-01", "2026-11-09")
    days = [
        on_or_before(day, log) for day in each_month((2025, 10), 13, lambda y, m: date(y, m, 15))
    ]

    found = find(days, log, "2026-11-09")

    assert sure(found, "monthly")
    assert found.next_due == d("2026-11-13")


# Weeks that do not run from Monday to Friday


def test_a_week_that_starts_on_sunday_makes_no_difference() -> None:
    """Once somewhere in each week from Sunday to Saturday, for someone who works Sundays."""
    random_ = random.Random(3)  # noqa: S311
    log = worked("2025-06-01", "2026-11-12", SUNDAY_TO_THURSDAY)
    sundays = worked("2025-06-01", "2026-11-07", (6,))
    days = [random_.choice([s + timedelta(days=n) for n in range(5)]) for s in sundays]

    found = find(days, log, "2026-11-12")

    assert sure(found, "weekly")
    assert found.next_due is not None
    assert 3 <= (found.next_due - days[-1]).days <= 10


def test_sunday_to_thursday_is_every_working_day() -> None:
    log = worked("2026-06-01", "2026-11-12", SUNDAY_TO_THURSDAY)
    found = find(log, log, "2026-11-12")

    assert sure(found, "daily")


def test_every_saturday_of_someone_who_works_weekends() -> None:
    log = worked("2026-03-01", "2026-11-12", EVERY_DAY)
    found = find(worked("2026-03-01", "2026-11-12", (5,)), log, "2026-11-12")

    assert sure(found, "weekly")
    assert found.next_due == d("2026-11-14")


def test_every_day_of_someone_who_works_weekends() -> None:
    log = worked("2026-06-01", "2026-11-13", EVERY_DAY)
    found = find(log, log, "2026-11-13")

    assert sure(found, "daily")
    assert found.next_due == d("2026-11-14")


def test_workdays_are_next_due_on_monday() -> None:
    log = worked("2026-06-01", "2026-11-13")
    found = find(log, log, "2026-11-13")

    assert sure(found, "daily")
    assert found.next_due == d("2026-11-16")


def test_a_day_off_each_week_is_no_missed_day() -> None:
    log = worked("2026-03-02", "2026-11-12", range(4))
    found = find(log, log, "2026-11-12")

    assert sure(found, "daily")
    assert found.status == "established"


# Time off


TWO_MONTHS = [d("2026-06-15") + timedelta(days=n) for n in range(61)]


@pytest.mark.parametrize(
    ("weekdays", "cadence"), [(MONDAY_TO_FRIDAY, "daily"), ((4,), "weekly"), ((1, 3), "weekly")]
)
def test_two_months_of_vacation_change_nothing(weekdays: Iterable[int], cadence: str) -> None:
    log = worked("2026-01-05", "2026-11-12", off=TWO_MONTHS)
    days = [day for day in log if day.weekday() in set(weekdays)]

    found = find(days, log, "2026-11-12")

    assert sure(found, cadence)
    assert found.since == days[0]
    assert found.occurrences == len(days)


@pytest.mark.parametrize(("weekdays", "cadence"), [(MONDAY_TO_FRIDAY, "daily"), ((4,), "weekly")])
def test_on_the_first_day_back_nothing_has_lapsed(weekdays: Iterable[int], cadence: str) -> None:
    log = worked("2026-01-05", "2026-08-17", off=TWO_MONTHS)
    days = [day for day in log if day.weekday() in set(weekdays) and day < d("2026-08-17")]

    found = find(days, log, "2026-08-17")

    assert sure(found, cadence)


def test_monthly_work_caught_up_after_two_months_of_vacation() -> None:
    log = worked("2025-10-01", "2026-11-12", off=TWO_MONTHS)
    slots = each_month((2025, 10), 14, lambda y, m: date(y, m, 5))
    days = {on_or_before(slot, log) for slot in slots if d("2025-10-05") <= slot < d("2026-11-12")}

    found = find(days, log, "2026-11-12")

    assert sure(found, "monthly")


# Young logs


def test_a_log_of_three_days_says_nothing_yet() -> None:
    log = worked("2026-11-10", "2026-11-12")

    for days in (log, log[:2], log[:1], []):
        found = find(days, log, "2026-11-12")
        assert found.cadence == "none"
        assert found.status in {"none", "tentative"}
        assert found.next_due is None


def test_two_weeks_of_a_routine_are_enough_for_daily_alone() -> None:
    log = worked("2026-11-02", "2026-11-13")

    assert find(log, log, "2026-11-13").cadence == "daily"
    assert find([d("2026-11-06"), d("2026-11-13")], log, "2026-11-13").cadence == "none"


# Turns of the year, and a day that never was


def test_every_second_week_over_a_year_of_53_weeks() -> None:
    """2026 has 53 ISO weeks, so odd and even weeks change places; the rhythm does not."""
    log = worked("2026-06-01", "2027-03-05", off=[d("2026-12-25"), d("2027-01-01")])
    tuesdays = worked("2026-06-02", "2027-03-05", (1,))[::2]

    found = find(tuesdays, log, "2027-03-05")

    assert sure(found, "biweekly")
    assert found.next_due == tuesdays[-1] + timedelta(days=14)


def test_fridays_over_christmas_and_new_year_are_not_missed() -> None:
    """25 December and 1 January are Fridays, and nobody works between the years."""
    off = [d("2025-12-24") + timedelta(days=n) for n in range(9)]
    log = worked("2025-10-01", "2026-01-22", off=[*off, d("2026-01-02")])
    fridays = [day for day in log if day.weekday() == 4]

    found = find(fridays, log, "2026-01-22")

    assert sure(found, "weekly")
    assert found.next_due == d("2026-01-23")


def test_the_first_business_day_after_new_year() -> None:
    holidays = [date(year, 1, 1) for year in (2025, 2026)]
    log = worked("2025-02-01", "2026-01-09", off=holidays)
    days = [
        min(day for day in log if (day.year, day.month) == (y, m))
        for y, m in [(2025, n) for n in range(2, 13)] + [(2026, 1)]
    ]

    found = find(days, log, "2026-01-09")

    assert days[-1] == d("2026-01-02")
    assert sure(found, "monthly")
    assert found.next_due == d("2026-02-02")


def test_the_end_of_each_quarter_and_the_year() -> None:
    log = worked("2024-09-01", "2026-01-08")
    ends = ["2024-09-30", "2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]

    found = find([d(text) for text in ends], log, "2026-01-08")

    assert sure(found, "quarterly")
    assert found.next_due == d("2026-03-31")


def test_a_friday_that_the_calendar_skipped_is_not_missed() -> None:
    """Samoa had no 30 December 2011: it moved over the date line from Thursday to Saturday."""
    log = worked("2011-09-01", "2012-02-02", off=[d("2011-12-30")])
    fridays = [day for day in log if day.weekday() == 4]

    assert sure(find(fridays, log, "2012-02-02"), "weekly")
    assert sure(find(log, log, "2012-02-02"), "daily")
    assert find(fridays, log, "2012-02-02").next_due == d("2012-02-03")


# What is asked, not when it is asked


def test_days_after_the_day_of_the_question_do_not_count() -> None:
    log = worked("2026-03-02", "2026-11-12")
    fridays = [day for day in log if day.weekday() == 4]
    then = [day for day in fridays if day <= d("2026-08-06")]

    asked = recognise(fridays, WorkingTime.of(log, d("2026-08-06")), d("2026-08-06"))

    assert asked == find(then, [day for day in log if day <= d("2026-08-06")], "2026-08-06")
    assert asked.next_due == d("2026-08-07")
