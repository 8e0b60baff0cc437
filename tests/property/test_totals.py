"""Time is partitioned: every second of a range is covered, untracked or outside."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tracker.audit.gaps import gaps, working_window
from tracker.audit.totals import Totals, report

# Small units, so that a second-by-second oracle is affordable: days of 20, 23 and 17 seconds.
MIDNIGHTS = (100, 120, 143, 160)
DAYS = ("d1", "d2", "d3")
STINTS = st.lists(
    st.tuples(
        st.integers(min_value=85, max_value=170),
        st.integers(min_value=1, max_value=40) | st.none(),
        st.sampled_from("AB"),
        st.sampled_from(["", "P"]),
    ).map(lambda row: (row[0], row[1] and row[0] + row[1], row[2], row[3])),
    max_size=10,
)
AMOUNTS = st.lists(
    st.tuples(
        st.sampled_from(["d0", "d1", "d2", "d3"]),
        st.integers(min_value=1, max_value=9),
        st.sampled_from("AB"),
        st.just(""),
    ),
    max_size=3,
)
NOWS = st.integers(min_value=90, max_value=170)

Stint = tuple[int, int | None, str, str]
DayAmount = tuple[str, int, str, str]


def total(stints: list[Stint], amounts: list[DayAmount], now: int) -> Totals:
    return report(stints, amounts, days=DAYS, midnights=MIDNIGHTS, now=now)


def closed(stints: list[Stint], now: int) -> list[tuple[int, int]]:
    return [(start, max(start, now) if stop is None else stop) for start, stop, _, _ in stints]


@given(STINTS, AMOUNTS, NOWS)
def test_time_is_partitioned(stints: list[Stint], amounts: list[DayAmount], now: int) -> None:
    found = total(stints, amounts, now)
    parts = (found.covered_seconds, found.untracked_seconds, found.outside_seconds)
    assert sum(parts) == found.length_seconds == 60
    assert min(parts) >= 0
    assert sum(task.seconds for task in found.tasks) == found.total_seconds
    assert sum(seconds for _day, seconds in found.days) == found.total_seconds


@given(STINTS, NOWS)
def test_it_agrees_with_counting_seconds_one_by_one(stints: list[Stint], now: int) -> None:
    found = total(stints, [], now)
    spans = closed(stints, now)
    range_ = range(MIDNIGHTS[0], MIDNIGHTS[-1])
    assert found.covered_seconds == sum(
        any(start <= second < stop for start, stop in spans) for second in range_
    )
    for place, (_day, seconds) in enumerate(found.days):
        assert seconds == sum(
            start <= second < stop
            for second in range(MIDNIGHTS[place], MIDNIGHTS[place + 1])
            for start, stop in spans
        )
    untracked = 0
    for first, last in pairwise(MIDNIGHTS):
        starts = [start for start, _ in spans if first <= start < last]
        for second in range(first, last):
            bare = not any(start <= second < stop for start, stop in spans)
            untracked += bare and min(starts, default=last) <= second < max(starts, default=first)
    assert found.untracked_seconds == untracked


@given(STINTS, NOWS)
def test_the_days_gaps_are_the_reports_untracked_time(stints: list[Stint], now: int) -> None:
    steady = [stint for stint in stints if stint[1] is not None or stint[0] <= now]
    missing = 0
    for first, last in pairwise(MIDNIGHTS):
        window = working_window(steady, first, last, now)
        if window is not None:
            missing += sum(stop - start for start, stop in gaps(steady, *window, now))
    assert total(steady, [], now).untracked_seconds == missing


@given(STINTS, AMOUNTS, NOWS, st.randoms(use_true_random=False))
def test_order_does_not_matter(
    stints: list[Stint], amounts: list[DayAmount], now: int, dice: random.Random
) -> None:
    found = total(stints, amounts, now)
    dice.shuffle(stints)
    dice.shuffle(amounts)
    assert total(stints, amounts, now) == found


@given(STINTS, NOWS, st.integers(min_value=100, max_value=160))
def test_cutting_a_stint_in_two_changes_entries_alone(
    stints: list[Stint], now: int, cut: int
) -> None:
    halves: list[Stint] = []
    for start, stop, task, project in stints:
        inside = start < cut < (now if stop is None else stop)
        halves += (
            [(start, cut, task, project), (cut, stop, task, project)]
            if inside
            else [(start, stop, task, project)]
        )
    whole, parts = total(stints, [], now), total(halves, [], now)
    assert parts.days == whole.days
    assert parts.covered_seconds == whole.covered_seconds
    assert [(t.task, t.project, t.seconds) for t in parts.tasks] == [
        (t.task, t.project, t.seconds) for t in whole.tasks
    ]


@given(STINTS, NOWS)
def test_gaps_and_cover_fill_any_window(stints: list[Stint], now: int) -> None:
    found = gaps(stints, 100, 160, now)
    bare = {
        second
        for second in range(100, 160)
        if not any(start <= second < stop for start, stop in closed(stints, now))
    }
    assert {second for start, stop in found for second in range(start, stop)} == bare
    assert all(earlier[1] < later[0] for earlier, later in pairwise(found))
    assert gaps([*reversed(stints), *stints], 100, 160, now) == found
