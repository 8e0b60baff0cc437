"""What is said of hand-made histories, in a log that is dense, and alone."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from tracker.audit.recurrence.finding import Finding
from tracker.audit.recurrence.recognise import recognise
from tracker.audit.recurrence.working import WorkingTime

FIRST, AS_OF = date(2025, 1, 6), date(2026, 11, 20)
EVERY = [FIRST + timedelta(days=n) for n in range((AS_OF - FIRST).days + 1)]
WORKDAYS = [day for day in EVERY if day.weekday() < 5]
WORKING = WorkingTime.of(WORKDAYS, AS_OF)


def find(days: list[date], working: WorkingTime = WORKING, as_of: date = AS_OF) -> Finding:
    return recognise(days, working, as_of)


def weekday(*which: int, since: date = FIRST) -> list[date]:
    return [day for day in WORKDAYS if day.weekday() in which and day >= since]


def last_business() -> list[date]:
    months = {(day.year, day.month): day for day in WORKDAYS if day < date(2026, 11, 1)}
    return list(months.values())


def nth_day(number: int, months: int = 1) -> list[date]:
    """The day of every so many months, on the working day before."""
    held = [day for day in EVERY if day.day == number and (day.month - 1) % months == 0]
    return [max(w for w in WORKDAYS if w <= day) for day in held if day > FIRST]


@pytest.mark.parametrize(
    ("days", "cadence", "pattern"),
    [
        (WORKDAYS, "daily", "weekdays"),
        (weekday(4), "weekly", "Fridays"),
        (weekday(0, 2, 4), "weekly", "Mon, Wed and Fri"),
        (weekday(1)[::2], "biweekly", "every second Tuesday"),
        (nth_day(15), "monthly", "15th"),
        (last_business(), "monthly", "last business day"),
        ([day for day in weekday(0) if day.day <= 7], "monthly", "first Monday"),
        (nth_day(15, 3), "quarterly", "15th of the first month"),
    ],
)
def test_a_rhythm_without_a_slip(days: list[date], cadence: str, pattern: str) -> None:
    found = find(days)

    assert (found.cadence, found.pattern, found.status) == (cadence, pattern, "established")
    assert found.occurrences == len(days)
    assert (found.since, found.last) == (days[0], days[-1])
    assert found.confidence > 0.99
    assert found.reasons


def test_every_day_of_who_works_every_day() -> None:
    found = find(EVERY, WorkingTime.of(EVERY, AS_OF))

    assert (found.cadence, found.pattern) == ("daily", "every day")
    assert found.next_due == AS_OF + timedelta(days=1)


@pytest.mark.parametrize("days", [weekday(4), weekday(1)[::2], nth_day(15), weekday(0, 2, 4)])
def test_a_task_alone_in_its_log_says_the_same(days: list[date]) -> None:
    alone = find(days, WorkingTime.of(days, AS_OF))

    assert (alone.cadence, alone.pattern) == (find(days).cadence, find(days).pattern)


def test_projects_alone_in_their_log_are_no_routine() -> None:
    days = WORKDAYS[10:18] + WORKDAYS[90:101] + WORKDAYS[200:206]

    assert find(days, WorkingTime.of(days, AS_OF)).cadence == "none"
    assert find(days).cadence == "none"


def test_the_evidence_in_words() -> None:
    days = [day for day in weekday(4, since=date(2026, 1, 5)) if day != date(2026, 3, 6)]

    told = find(days).reasons
    assert told[0] == "Done on 45 of 46 Fridays since 9 Jan, always on the day."
    assert told[-1] == "No other rhythm comes near, and mere chance is under 1 % likely."


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (
            [*weekday(1)[:-3:2], date(2026, 11, 11)],
            "Done 49 of 49 times since 7 Jan 2025: 48 on the day, 1 a day early or late.",
        ),
        (
            nth_day(15),
            "Done in 23 of 23 months since 15 Jan 2025,"
            " always on the day or the working day before.",
        ),
        (
            [day for day in weekday(0) if day.day <= 7],
            "Done on 23 of 23 first Mondays since 6 Jan 2025, always on the day.",
        ),
        (
            [*weekday(0, 2)[:-1], date(2026, 11, 13)],
            "Done on 195 of 196 Mon and Wed since 6 Jan 2025, and once on another day.",
        ),
    ],
)
def test_how_punctual_it_was_in_words(days: list[date], told: str) -> None:
    assert find(sorted(days)).reasons[0] == told


def test_chance_in_words() -> None:
    drawn = random.Random(3)  # noqa: S311
    found = find([day for day in WORKDAYS if drawn.random() < 0.02])

    assert found.reasons[0].endswith("days, in no order that would foretell the next one.")
    assert found.reasons[1].startswith("That there is no rhythm in them is")


def test_the_last_friday_is_not_the_30th_rolled_back_over_days_off() -> None:
    """The last days of September were off, so that in working time both are the same."""
    days = [date(2026, 8, 28), date(2026, 9, 25), date(2026, 10, 30)]
    log = [day for day in WORKDAYS if not date(2026, 9, 28) <= day <= date(2026, 9, 30)]

    found = find(days, WorkingTime.of(log, AS_OF))
    assert (found.pattern, found.next_due) == ("last Friday", date(2026, 11, 27))


def test_what_sits_on_one_weekday_is_called_by_it() -> None:
    tuesdays = [day for day in weekday(1, since=date(2026, 8, 25)) if day != date(2026, 10, 6)]
    log = [day for day in WORKDAYS if day >= date(2026, 8, 24)]

    found = find(tuesdays, WorkingTime.of(log, AS_OF))
    assert (found.pattern, found.loose) == ("Tuesdays", False)
    assert found.next_due == date(2026, 11, 24)


def test_daily_work_in_words() -> None:
    days = [day for day in WORKDAYS if day.day % 10 != 3]

    assert find(days).reasons[0] == f"Done on {len(days)} of 490 working days since 6 Jan 2025."


def test_a_vacation_of_two_months_is_no_miss() -> None:
    away = [day for day in WORKDAYS if not date(2026, 6, 1) <= day <= date(2026, 7, 31)]
    days = [day for day in weekday(4) if day in away]

    found = find(days, WorkingTime.of(away, AS_OF))
    assert found.status == "established"
    assert found.since == days[0]
    assert found.reasons[0].startswith(f"Done on {len(days)} of {len(days)} Fridays")


def test_next_due_is_the_turn_after_the_one_served() -> None:
    early = [*weekday(4)[:-1], date(2026, 11, 19)]
    overdue = weekday(4)[:-2]

    assert find(weekday(4)).next_due == date(2026, 11, 27)
    assert find(early).next_due == date(2026, 11, 27)
    assert find(overdue).next_due == date(2026, 11, 13)
    assert find(WORKDAYS).next_due == date(2026, 11, 23)
    assert find(nth_day(15)).next_due == date(2026, 12, 15)


def test_next_due_on_a_holiday_is_the_day_before() -> None:
    working = WorkingTime.of(WORKDAYS, AS_OF, frozenset({date(2026, 11, 27)}))

    assert find(weekday(4), working).next_due == date(2026, 11, 26)


def test_next_due_does_not_wait_for_the_end_of_a_vacation() -> None:
    """Nothing at all was logged in the last two weeks."""
    log = [day for day in WORKDAYS if day < date(2026, 11, 7)]

    assert find([day for day in weekday(4) if day in log], WorkingTime.of(log, AS_OF)).next_due == (
        date(2026, 11, 13)
    )


def test_the_slots_end_with_what_is_next() -> None:
    found = find(weekday(4))

    assert len(found.slots) == 60
    assert found.slots[-1] == found.next_due
    assert list(found.slots) == sorted(set(found.slots))


def test_a_routine_given_up_has_lapsed() -> None:
    found = find([day for day in weekday(4) if day < date(2026, 6, 1)])

    assert (found.cadence, found.status, found.next_due) == ("weekly", "lapsed", None)
    assert "Not logged since 29 May" in found.reasons[-1]


def test_a_change_of_rhythm_is_dated() -> None:
    change = date(2026, 3, 2)
    days = [day for day in WORKDAYS if day < change] + weekday(2, since=change)

    found = find(days)
    assert (found.cadence, found.pattern) == ("weekly", "Wednesdays")
    assert found.since is not None
    assert abs((found.since - change).days) <= 7
    assert found.occurrences < 50


def test_three_of_four_are_tentative() -> None:
    found = find([date(2026, 10, 30), date(2026, 11, 6), date(2026, 11, 13)])

    assert (found.cadence, found.status, found.tentative) == ("none", "tentative", "weekly")
    assert found.reasons[0] == "3 of 4 weekly occurrences seen."
    assert found.decide_after is not None
    assert date(2026, 11, 20) < found.decide_after <= date(2026, 11, 27)
    assert found.next_due is None


@pytest.mark.parametrize("count", [0, 1, 2])
def test_two_days_are_too_few(count: int) -> None:
    found = find(weekday(4)[-count:] if count else [])

    assert (found.cadence, found.status, found.occurrences) == ("none", "none", count)


def test_steady_work_on_no_day_of_its_own_is_as_needed() -> None:
    draw = random.Random(7)  # noqa: S311
    found = find([day for day in WORKDAYS if draw.random() < 0.3])

    assert found.cadence == "as-needed"
    assert found.pattern.startswith("most weeks, ")
    assert 4 < found.per_month < 10
    assert found.next_due is None


def test_work_at_random_now_and_then_is_none() -> None:
    draw = random.Random(3)  # noqa: S311
    found = find([day for day in WORKDAYS if draw.random() < 0.04])

    assert (found.cadence, found.next_due, found.slots) == ("none", None, ())


def test_a_loose_rhythm_says_around() -> None:
    draw = random.Random(5)  # noqa: S311
    weeks = [EVERY[n : n + 5] for n in range(0, len(EVERY) - 5, 7)]

    assert find([draw.choice(week) for week in weeks]).loose
    assert not find(weekday(4)).loose


@pytest.mark.parametrize(
    ("days", "expected"),
    [(WORKDAYS, 260 / 12), (weekday(4), 52 / 12), (weekday(0, 3), 104 / 12), (nth_day(15), 1)],
)
def test_occurrences_a_month(days: list[date], expected: float) -> None:
    assert find(days).per_month == pytest.approx(expected)


def test_ten_years_of_a_routine_are_one_regime() -> None:
    every = [date(2016, 11, 21) + timedelta(days=n) for n in range(3651)]
    log = [day for day in every if day.weekday() < 5]

    found = find(log, WorkingTime.of(log, AS_OF))
    assert (found.cadence, found.since, found.occurrences) == ("daily", log[0], len(log))
