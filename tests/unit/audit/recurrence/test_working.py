"""Working time: what is squeezed out, and what is not where the log cannot tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tracker.audit.recurrence.working import WorkingTime


def d(text: str) -> date:
    return date.fromisoformat(text)


def span(first: str, last: str, weekdays: Iterable[int] = range(5)) -> list[date]:
    start, among = d(first), set(weekdays)
    count = (d(last) - start).days + 1
    days = (start + timedelta(days=n) for n in range(count))
    return [day for day in days if day.weekday() in among]


def apart(working: WorkingTime, early: str, late: str, week: int = 5) -> int:
    """Working days from one to the other."""
    axis = working.axis(week)
    return axis.at(d(late).toordinal()) - axis.at(d(early).toordinal())


def test_a_weekend_costs_nothing() -> None:
    working = WorkingTime.of(span("2026-01-05", "2026-03-27"), d("2026-03-27"))

    assert apart(working, "2026-02-06", "2026-02-09") == 1
    assert apart(working, "2026-02-06", "2026-02-08") == 0


def test_a_holiday_costs_nothing() -> None:
    log = [day for day in span("2026-01-05", "2026-03-27") if day != d("2026-02-16")]

    assert apart(WorkingTime.of(log, d("2026-03-27")), "2026-02-13", "2026-02-17") == 1


def test_a_holiday_that_is_known_costs_nothing_even_in_a_sparse_log() -> None:
    log = span("2026-01-05", "2026-03-27", (4,))
    holiday = d("2026-02-16")

    assert apart(WorkingTime.of(log, d("2026-03-27")), "2026-02-13", "2026-02-20") == 5
    known = WorkingTime.of(log, d("2026-03-27"), frozenset({holiday}))
    assert apart(known, "2026-02-13", "2026-02-20") == 4


def test_two_months_of_vacation_are_one_step() -> None:
    log = span("2025-09-01", "2026-02-27") + span("2026-04-27", "2026-11-20")

    assert apart(WorkingTime.of(log, d("2026-11-20")), "2026-02-27", "2026-04-27") == 1


def test_days_between_the_days_of_a_task_alone_in_its_log_are_not_time_off() -> None:
    fridays = WorkingTime.of(span("2026-01-05", "2026-11-20", (4,)), d("2026-11-20"))
    three_days = WorkingTime.of(span("2026-01-05", "2026-11-20", (0, 2, 4)), d("2026-11-20"))

    assert apart(fridays, "2026-05-01", "2026-05-08") == 5
    assert apart(three_days, "2026-05-04", "2026-05-11") == 5


def test_months_between_projects_are_not_time_off() -> None:
    log = span("2026-01-05", "2026-01-16") + span("2026-06-01", "2026-06-12")

    assert apart(WorkingTime.of(log, d("2026-11-20")), "2026-01-16", "2026-06-01") == 96


def test_a_free_day_of_the_week_costs_nothing() -> None:
    working = WorkingTime.of(span("2026-01-05", "2026-11-19", range(4)), d("2026-11-19"))

    assert apart(working, "2026-05-07", "2026-05-11") == 1
    assert working.axis(5).usual(d("2026-12-18").toordinal()) == d("2026-12-17").toordinal()


def test_saturdays_are_worked_by_who_logs_on_them() -> None:
    working = WorkingTime.of(span("2026-01-05", "2026-11-20", range(6)), d("2026-11-20"))
    axis = working.axis_for([d("2026-05-02").toordinal(), *range(739_000, 739_030)])

    assert axis.week == 7
    assert apart(working, "2026-05-08", "2026-05-11", 7) == 2


def test_a_weekend_now_and_then_does_not_make_a_week_of_seven_days() -> None:
    log = [*span("2026-01-05", "2026-11-20"), d("2026-05-02")]
    days = [day.toordinal() for day in log]

    assert WorkingTime.of(log, d("2026-11-20")).axis_for(days).week == 5


def test_days_to_come_are_all_worked() -> None:
    working = WorkingTime.of(span("2026-09-01", "2026-11-20"), d("2026-11-20"))

    assert apart(working, "2026-11-20", "2026-12-18") == 20


def test_what_comes_after_the_day_of_the_question_does_not_count() -> None:
    log = span("2026-01-05", "2026-11-20")
    now, later = WorkingTime.of(log, d("2026-05-29")), WorkingTime.of(log[:105], d("2026-05-29"))

    assert log[104] == d("2026-05-29")
    assert now.axis(5).ordinals == later.axis(5).ordinals


def test_worked_weeks_leave_vacations_out_but_not_the_quiet_weeks_of_a_sparse_log() -> None:
    dense = span("2026-06-01", "2026-07-31") + span("2026-08-24", "2026-11-20")
    sparse = span("2026-06-01", "2026-07-31", (4,)) + span("2026-08-24", "2026-11-20", (4,))

    assert len(WorkingTime.of(dense, d("2026-11-20")).weeks()) == 22
    assert len(WorkingTime.of(sparse, d("2026-11-20")).weeks()) == 25


def test_an_empty_log() -> None:
    working = WorkingTime.of([], d("2026-11-20"))

    assert working.axis(5).end == working.axis(5).at(d("2026-11-20").toordinal())
    assert len(working.weeks()) <= 1


def test_a_young_log_with_much_time_off_tells_of_it_only_by_many_tasks() -> None:
    log = [
        *span("2026-05-14", "2026-05-19"),
        *span("2026-07-20", "2026-08-21"),
        *span("2026-10-19", "2026-10-28"),
        *span("2026-11-09", "2026-11-20"),
    ]
    one = WorkingTime.of(log, d("2026-11-20"))
    many = WorkingTime.of(log, d("2026-11-20"), tasks=20)
    assert apart(one, "2026-05-19", "2026-07-20") > 40
    assert apart(many, "2026-08-21", "2026-10-19") == 1
    assert apart(many, "2026-05-19", "2026-07-20") == 1
