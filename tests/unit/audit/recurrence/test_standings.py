"""Standings: the owner's word or the log's, what is due, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from tracker.audit.recurrence.due_list import due_list, when_words
from tracker.audit.recurrence.finding import Finding
from tracker.audit.recurrence.phrases import confidence_words, due_words, pattern_of
from tracker.audit.recurrence.standing import Facts, Standing
from tracker.audit.recurrence.standings import standings
from tracker.domain.task import Task
from tracker.line.rhythm import read_cadence

AS_OF = date(2026, 11, 19)  # a Thursday
FRIDAYS = [date(2026, 9, 4) + timedelta(days=7 * week) for week in range(11)]


def found(cadence: str = "weekly", **rest: Any) -> Finding:
    fields: dict[str, Any] = {
        "pattern": "Fridays",
        "confidence": 0.995,
        "status": "established",
        "occurrences": 11,
        "since": FRIDAYS[0],
        "last": FRIDAYS[-1],
        "next_due": date(2026, 11, 20),
        "slots": (*FRIDAYS, date(2026, 11, 20)),
    }
    return Finding(cadence, **(fields | rest))


NONE = found("none", pattern="", confidence=0.0, status="none", next_due=None, slots=())


def stand(
    days: Iterable[date],
    said: str = "",
    finding: Finding = NONE,
    *,
    as_of: date = AS_OF,
    week_start: int = 0,
    runs: bool = False,
    minutes: int = 60,
    **task: Any,
) -> Standing:
    held = tuple(days)
    cadence = read_cadence(said) if said else None
    (standing,) = standings(
        [Facts("Payroll", held, (60 * minutes,) * len(held))],
        {"Payroll": Task("Payroll", cadence=cadence, **task)},
        {"Payroll": finding},
        as_of=as_of,
        week_start=week_start,
        running=frozenset({"Payroll"}) if runs else frozenset(),
    )
    return standing


def test_what_is_declared_wins_and_needs_one_occurrence() -> None:
    one = stand([date(2026, 11, 6)], "weekly on fri", found("monthly", confidence=0.5))
    assert (one.cadence, one.status, one.confidence) == ("weekly", "declared", 1.0)
    assert one.pattern == "Fridays"
    assert one.next_due == date(2026, 11, 13)
    assert one.due == "overdue"
    assert one.per_month == pytest.approx(52 / 12)
    assert one.hours_per_month == pytest.approx(52 / 12)
    assert one.disagreement == ""


def test_a_disagreement_is_said_from_ninety_percent_on() -> None:
    one = stand(FRIDAYS, "monthly", found(confidence=0.97))
    assert one.disagreement == "You say monthly; the log says weekly (Fridays), 97 % sure."
    assert stand(FRIDAYS, "monthly", found(confidence=0.89)).disagreement == ""
    assert stand(FRIDAYS, "weekly on thu", found()).disagreement == ""
    assert stand(FRIDAYS, "none", found()).disagreement.startswith("You say not at all;")


def test_what_is_found_counts_where_nothing_is_declared() -> None:
    one = stand(FRIDAYS, finding=found(per_month=52 / 12))
    assert (one.cadence, one.status, one.due) == ("weekly", "established", "week")
    assert [cell.state for cell in one.cells[-3:]] == ["done", "done", "open"]
    assert len(one.cells) == 20
    assert one.cells[0].state == "before"


@pytest.mark.parametrize(
    ("said", "last", "due"),
    [
        ("weekly on fri", date(2026, 11, 13), date(2026, 11, 20)),
        ("weekly on fri", date(2026, 11, 12), date(2026, 11, 20)),  # early: it served the 13th
        ("weekly", date(2026, 11, 10), date(2026, 11, 17)),
        ("every 2 weeks on tue", date(2026, 11, 10), date(2026, 11, 24)),
        ("monthly on the 31st", date(2027, 1, 31), date(2027, 2, 28)),
        ("monthly on the 29th", date(2028, 1, 29), date(2028, 2, 29)),
        ("monthly", date(2027, 1, 31), date(2027, 2, 28)),
        ("monthly on the last business day", date(2026, 9, 30), date(2026, 10, 30)),
        ("quarterly on the 15th", date(2026, 10, 15), date(2027, 1, 15)),
        ("30 days after", date(2026, 11, 10), date(2026, 12, 10)),
        ("2 weekdays after", date(2026, 11, 13), date(2026, 11, 17)),
        ("daily", date(2026, 11, 18), AS_OF),
        ("weekdays", date(2026, 11, 18), AS_OF),
        ("weekdays", date(2026, 11, 12), AS_OF),  # yesterday's is gone, today's is due
        ("daily", date(2026, 11, 12), AS_OF),
    ],
)
def test_the_next_time_of_what_is_declared(said: str, last: date, due: date) -> None:
    as_of = max(AS_OF, last)
    assert stand([last], said, as_of=as_of).next_due == due


def test_daily_work_is_never_overdue() -> None:
    late = stand([date(2026, 11, 12)], "weekdays")
    assert late.due == "today"
    assert [cell.state for cell in late.cells[-3:]] == ["missed", "due", "open"]
    assert stand([date(2026, 11, 12)], "2 days after").due == "overdue"
    saturday = stand([date(2026, 11, 12)], "weekdays", as_of=date(2026, 11, 21))
    assert (saturday.next_due, saturday.due) == (date(2026, 11, 23), "later")
    assert due_words(saturday, date(2026, 11, 21)) == "Mon 23 Nov"
    always = stand([date(2026, 11, 12)], "daily", as_of=date(2026, 11, 21))
    assert (always.next_due, always.due) == (date(2026, 11, 21), "today")


def test_daily_work_that_was_missed_is_due_today_by_the_log_as_well() -> None:
    friday = date(2026, 11, 20)
    days = [friday - timedelta(days=back) for back in range(60, 0, -1)]
    worked = [day for day in days if day.weekday() < 5]
    slots = (*worked, friday)
    missed = found("daily", next_due=friday, slots=slots)
    one = stand(worked, finding=missed, as_of=date(2026, 11, 24))
    assert (one.next_due, one.due) == (date(2026, 11, 24), "today")
    assert [cell.state for cell in one.cells[-3:]] == ["done", "missed", "due"]
    sunday = stand(worked, finding=missed, as_of=date(2026, 11, 22))
    assert due_words(sunday, date(2026, 11, 22)) == "tomorrow"
    every_day = stand(days, finding=missed, as_of=date(2026, 11, 22))
    assert every_day.due == "today"


def test_a_loose_day_is_not_passed_before_its_grace_is() -> None:
    loose = found("monthly", loose=True, next_due=date(2026, 11, 16))
    assert stand(FRIDAYS, finding=loose).due == "today"
    assert stand(FRIDAYS, finding=loose, as_of=date(2026, 11, 22)).due == "overdue"
    firm = loose.replace(loose=False)
    assert stand(FRIDAYS, finding=firm).due == "overdue"


def test_what_floats_is_not_overdue_before_its_period_is_over() -> None:
    monday = date(2026, 11, 9)
    assert stand([monday], "weekly").due == "today"
    assert stand([monday], "weekly", as_of=date(2026, 11, 22)).due == "today"
    assert stand([monday], "weekly", as_of=date(2026, 11, 23)).due == "overdue"
    assert stand([monday], "weekly", as_of=date(2026, 11, 22), week_start=6).due == "overdue"
    assert stand([date(2026, 10, 2)], "monthly").due == "today"
    assert stand([date(2026, 10, 25)], "monthly").loose
    assert due_words(stand([date(2026, 11, 2)], "monthly"), AS_OF) == "around 2 Dec"


def test_the_local_week_says_what_is_due_this_week() -> None:
    saturday = found(next_due=date(2026, 11, 22))
    assert stand(FRIDAYS, finding=saturday).due == "week"
    assert stand(FRIDAYS, finding=saturday, week_start=6).due == "later"


def test_a_pause_moves_what_is_due_behind_it() -> None:
    one = stand(FRIDAYS[:-1], "weekly on fri", paused_until=date(2027, 1, 5))
    assert one.next_due == date(2027, 1, 8)
    assert one.due == "later"
    assert due_words(one, AS_OF) == "paused until 5 Jan"
    assert one.cells[-1].state == "paused"
    over = stand(FRIDAYS[:-1], "weekly on fri", paused_until=date(2026, 11, 18))
    assert over.next_due == date(2026, 11, 20)
    inferred = stand(FRIDAYS, finding=found(), paused_until=date(2026, 11, 30))
    assert inferred.next_due == date(2026, 12, 4)


def test_what_was_never_done_is_due_on_its_next_day() -> None:
    one = stand([], "monthly on the 15th")
    assert (one.next_due, one.due, one.since) == (date(2026, 12, 15), "later", None)
    assert one.usual_seconds == 0
    assert stand([], "weekly").next_due is None


def test_as_needed_and_none_are_not_due() -> None:
    needed = stand(FRIDAYS, "as-needed")
    assert (needed.cadence, needed.due, needed.next_due) == ("as-needed", "", None)
    assert needed.per_month == pytest.approx(52 / 12)
    assert stand(FRIDAYS, "none").hours_per_month == 0


def test_holidays_and_what_still_runs() -> None:
    one = stand([*FRIDAYS, AS_OF], "weekly on fri", runs=True)
    assert one.done_today
    (late,) = standings(
        [Facts("A", (date(2026, 11, 2), AS_OF), (3600, 60))],
        {},
        {},
        as_of=AS_OF,
        running=frozenset({"A"}),
    )
    assert late.fastest_seconds == 3600
    (off,) = standings(
        [Facts("A", (date(2026, 11, 30),), (3600,))],
        {"A": Task("A", cadence=read_cadence("monthly on the last business day"))},
        {},
        as_of=date(2026, 12, 1),
        holidays=frozenset({date(2026, 12, 31)}),
    )
    assert off.next_due == date(2026, 12, 30)


def test_words_for_how_sure_it_is() -> None:
    def words(**rest: Any) -> str:
        return confidence_words(stand(FRIDAYS, finding=found(**rest)), AS_OF)

    assert words() == "sure"
    assert words(status="likely") == "likely, right four times in five"
    assert words(status="lapsed", next_due=None) == "lapsed since November"
    assert (
        words(
            cadence="none",
            status="tentative",
            tentative="weekly",
            occurrences=3,
            decide_after=date(2026, 12, 5),
        )
        == "perhaps weekly: 3 of 4 seen, decide after 5 Dec"
    )
    assert confidence_words(stand(FRIDAYS, "weekly on fri"), AS_OF) == "declared"
    assert confidence_words(stand([date(2024, 3, 1)], finding=found(status="lapsed")), AS_OF) == (
        "lapsed since March 2024"
    )


def test_words_for_the_next_time() -> None:
    def words(due: date, **rest: Any) -> str:
        return due_words(stand(FRIDAYS, finding=found(next_due=due, **rest)), AS_OF)

    assert words(AS_OF) == "today"
    assert words(date(2026, 11, 20)) == "tomorrow"
    assert words(date(2026, 11, 24)) == "Tue 24 Nov"
    assert words(date(2026, 12, 4), loose=True) == "around 4 Dec"
    assert words(date(2027, 7, 15), cadence="quarterly") == "Thu 15 Jul 2027"
    assert words(date(2026, 11, 16)) == "since Mon 16 Nov"
    assert words(date(2026, 11, 16), cadence="daily", status="lapsed") == "-"


@pytest.mark.parametrize(
    ("said", "pattern"),
    [
        ("daily", "every day"),
        ("weekdays", "weekdays"),
        ("weekly", "once a week"),
        ("mon wed fri", "Mon, Wed and Fri"),
        ("every 2 weeks on tue", "every second Tuesday"),
        ("every 3 weeks on tue", "Tuesday, every 3 weeks"),
        ("monthly on the last fri", "last Friday"),
        ("monthly on the 2nd tue", "second Tuesday"),
        ("monthly on the 22nd", "22nd"),
        ("2nd last business day", "2nd last business day"),
        ("quarterly on the 15th", "15th of the first month"),
        ("every 3 months", "every 3 months"),
        ("30 days after", "30 days after the last time"),
        ("as-needed", "as needed"),
    ],
)
def test_what_is_declared_in_the_words_of_what_is_found(said: str, pattern: str) -> None:
    assert pattern_of(read_cadence(said)) == pattern


def test_the_due_list() -> None:
    def named(name: str, *days: date, said: str) -> tuple[Facts, Task]:
        return Facts(name, days, (600,) * len(days)), Task(name, cadence=read_cadence(said))

    held = [
        named("Email", date(2026, 11, 18), AS_OF, said="weekdays"),
        named("Books", date(2026, 10, 15), said="monthly on the 15th"),
        named("Orders", date(2026, 11, 12), said="weekly on thu"),
        named("Payroll", date(2026, 11, 13), said="weekly on fri"),
        named("Tax", date(2026, 10, 15), said="quarterly on the 15th"),
        named("Calls", date(2026, 11, 17), said="as-needed"),
        named("Standup", AS_OF, said="daily"),
    ]
    stood = standings(
        [facts for facts, _ in held], {task.name: task for _, task in held}, {}, as_of=AS_OF
    )
    due = due_list(stood, AS_OF, running="standup")
    assert [(one.task, one.state, when_words(one, AS_OF)) for one in due] == [
        ("Standup", "now", "now"),
        ("Books", "overdue", "overdue since Sun 15 Nov"),
        ("Orders", "today", "today"),
        ("Payroll", "week", "tomorrow"),
        ("Email", "done", "done"),
    ]


def test_a_pause_to_the_end_of_the_calendar_leaves_nothing_due() -> None:
    far = date(9999, 12, 31)
    weekly = found(next_due=date(2026, 11, 19), slots=(*FRIDAYS, date(2026, 11, 19)))
    assert stand(FRIDAYS, finding=weekly, paused_until=far).next_due is None
    soon = stand(FRIDAYS, finding=found(), paused_until=date(2026, 11, 28))
    assert soon.next_due == date(2026, 12, 4)
