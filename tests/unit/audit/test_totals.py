"""Adding up days, and the gaps in them."""

from __future__ import annotations

from tracker.audit.gaps import gaps, working_window
from tracker.audit.totals import TaskTotal, Totals, report

HOUR = 3600
DAY = 24 * HOUR
MIDNIGHTS = (0, DAY, 2 * DAY)
DAYS = ("2026-11-18", "2026-11-19")
NOON = 12 * HOUR

Stints = list[tuple[int, int | None, str, str]]


def total(
    stints: Stints, amounts: tuple[tuple[str, int, str, str], ...] = (), now: int = 2 * DAY
) -> Totals:
    return report(stints, amounts, days=DAYS, midnights=MIDNIGHTS, now=now)


def test_nothing_is_all_outside() -> None:
    found = total([])
    assert found.tasks == ()
    assert found.days == (("2026-11-18", 0), ("2026-11-19", 0))
    assert (found.total_seconds, found.outside_seconds, found.coverage) == (0, 2 * DAY, None)


def test_tasks_by_project_most_first() -> None:
    found = total(
        [
            (8 * HOUR, 9 * HOUR, "Email", ""),
            (9 * HOUR, 12 * HOUR, "Work", "Acme"),
            (13 * HOUR, 14 * HOUR, "Email", ""),
            (14 * HOUR, 15 * HOUR, "Email", "Acme"),
        ]
    )
    assert found.tasks == (
        TaskTotal("Work", "Acme", 3 * HOUR, 1),
        TaskTotal("Email", "", 2 * HOUR, 2),
        TaskTotal("Email", "Acme", HOUR, 1),
    )
    assert found.untracked_seconds == HOUR
    assert found.coverage == 6 / 7
    assert found.outside_seconds == 2 * DAY - 7 * HOUR


def test_midnight_splits_and_the_range_clips() -> None:
    found = total(
        [(-HOUR, HOUR, "A", ""), (23 * HOUR, 26 * HOUR, "B", ""), (47 * HOUR, 3 * DAY, "C", "")]
    )
    assert found.days == (("2026-11-18", 2 * HOUR), ("2026-11-19", 3 * HOUR))
    assert {task.task: task.seconds for task in found.tasks} == {
        "A": HOUR,
        "B": 3 * HOUR,
        "C": HOUR,
    }


def test_what_ran_past_midnight_does_not_open_the_day() -> None:
    found = total([(23 * HOUR, 25 * HOUR, "A", ""), (33 * HOUR, 34 * HOUR, "A", "")])
    assert found.untracked_seconds == 0
    assert working_window([(23 * HOUR, 25 * HOUR, "A", "")], DAY, 2 * DAY, 2 * DAY) is None


def test_a_day_may_start_on_its_very_first_second() -> None:
    found = total([(0, HOUR, "A", ""), (2 * HOUR, 3 * HOUR, "A", "")])
    assert found.untracked_seconds == HOUR


def test_a_running_stint_counts_until_now() -> None:
    found = total([(8 * HOUR, 9 * HOUR, "A", ""), (10 * HOUR, None, "B", "")], now=NOON)
    assert {task.task: task.seconds for task in found.tasks} == {"A": HOUR, "B": 2 * HOUR}
    assert found.untracked_seconds == HOUR
    early = total([(10 * HOUR, None, "B", "")], now=9 * HOUR)
    assert early.tasks == (TaskTotal("B", "", 0, 1),)


def test_overlaps_count_twice_in_the_sum_and_once_in_the_cover() -> None:
    found = total([(8 * HOUR, 10 * HOUR, "A", ""), (9 * HOUR, 11 * HOUR, "B", "")])
    assert (found.total_seconds, found.covered_seconds) == (4 * HOUR, 3 * HOUR)


def test_amounts_count_on_their_day_and_cover_no_clock_time() -> None:
    found = total(
        [(8 * HOUR, 9 * HOUR, "A", "")],
        (("2026-11-19", 600, "A", ""), ("2026-11-19", 60, "B", ""), ("2026-11-20", 5, "A", "")),
    )
    assert found.days == (("2026-11-18", HOUR), ("2026-11-19", 660))
    assert found.tasks == (TaskTotal("A", "", HOUR + 600, 2), TaskTotal("B", "", 60, 1))
    assert found.covered_seconds == HOUR
    assert total([], (("2026-11-19", 600, "A", ""),)).coverage is None


def test_what_touches_the_range_from_outside_is_left_out() -> None:
    found = total([(-HOUR, 0, "A", ""), (2 * DAY, 3 * DAY, "B", ""), (2 * DAY, None, "C", "")])
    assert found.tasks == ()


def test_gaps_of_a_window() -> None:
    stints: Stints = [
        (9 * HOUR, 10 * HOUR, "A", ""),
        (8 * HOUR, 11 * HOUR, "B", ""),
        (NOON, None, "C", ""),
    ]
    assert gaps(stints, 7 * HOUR, 14 * HOUR, 13 * HOUR) == (
        (7 * HOUR, 8 * HOUR),
        (11 * HOUR, NOON),
        (13 * HOUR, 14 * HOUR),
    )
    assert gaps(stints, 0, 14 * HOUR, 13 * HOUR, at_least=2 * HOUR) == ((0, 8 * HOUR),)
    assert gaps(stints, 8 * HOUR, 9 * HOUR, 13 * HOUR) == ()


def test_the_window_of_a_day_ends_at_its_midnight() -> None:
    stints: Stints = [(9 * HOUR, 10 * HOUR, "A", ""), (22 * HOUR, 30 * HOUR, "B", "")]
    assert working_window(stints, 0, DAY, 2 * DAY) == (9 * HOUR, DAY)
    assert working_window([(9 * HOUR, None, "A", "")], 0, DAY, NOON) == (9 * HOUR, NOON)
    assert working_window([(9 * HOUR, None, "A", "")], 0, DAY, HOUR) is None
