"""Weeks, months and quarters by name, and local hours as seconds."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.calendar.hours import hour_slots
from tracker.calendar.local import midnights
from tracker.calendar.periods import read_period
from tracker.domain.errors import Unreadable
from tracker.domain.period import before, month_of, of, quarter_of, week_of

TODAY = date(2026, 11, 19)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def test_what_periods_are_called() -> None:
    assert week_of(TODAY).id == "2026-W47"
    assert week_of(TODAY).title == "Week 47"
    assert week_of(TODAY).final == date(2026, 11, 22)
    assert (month_of(TODAY).id, month_of(TODAY).title) == ("2026-11", "November 2026")
    assert (quarter_of(TODAY).id, quarter_of(TODAY).title) == ("2026-Q4", "Quarter 4, 2026")
    assert of("quarter", TODAY).first == date(2026, 10, 1)


def test_the_week_over_new_year_is_called_after_its_thursday() -> None:
    assert week_of(date(2027, 1, 1)).id == "2026-W53"
    assert week_of(date(2026, 1, 1)).id == "2026-W01"
    assert week_of(date(2025, 12, 29)).id == "2026-W01"


def test_a_week_that_starts_on_sunday_is_called_after_its_monday_to_friday() -> None:
    week = week_of(TODAY, 6)
    assert (week.id, week.first) == ("2026-W47", date(2026, 11, 15))


@given(DAYS, st.integers(0, 6))
def test_a_week_is_found_again_by_its_name(day: date, week_start: int) -> None:
    week = week_of(day, week_start)
    assert week.first <= day < week.last == week.first + timedelta(7)
    assert week.first.weekday() == week_start
    assert read_period(week.id, today=TODAY, week_start=week_start) == week


@given(DAYS, st.sampled_from(["week", "month", "quarter"]), st.integers(-30, 30))
def test_going_back_and_on_again_is_staying(day: date, kind: str, back: int) -> None:
    period = of(kind, day)
    assert before(before(period, back), -back) == period
    assert before(period).last == period.first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "2026-W47"),
        ("last week", "2026-W46"),
        ("yesterday", "2026-W47"),
        ("2026-11-02", "2026-W45"),
        ("2026-11-09..2026-11-15", "2026-W46"),
        ("november", "2026-11"),
        ("last month", "2026-10"),
        ("2026-Q3", "2026-Q3"),
        ("quarter", "2026-Q4"),
    ],
)
def test_what_a_person_types(text: str, expected: str) -> None:
    assert read_period(text, today=TODAY).id == expected


@pytest.mark.parametrize("text", ["2026", "last 7 days", "2026-11-01..2026-11-15", "nonsense"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_period(text, today=TODAY)


ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.sampled_from(ZONES), st.integers(0, 720))
def test_slots_cover_every_second_once(day: date, zone: str, day_start: int) -> None:
    edges = midnights(day, day + timedelta(3), zone, day_start)
    slots = hour_slots(edges, zone)
    assert slots[0][0] == edges[0]
    assert slots[-1][1] == edges[-1]
    assert all(one[1] == two[0] for one, two in pairwise(slots))
    assert all(0 < stop - start <= 3600 for start, stop, _hour, _day in slots)


def test_an_hour_that_comes_twice_has_two_slots_and_a_skipped_one_none() -> None:
    autumn = hour_slots(
        midnights(date(2026, 10, 25), date(2026, 10, 26), "Europe/Berlin"), ZONES[0]
    )
    spring = hour_slots(midnights(date(2026, 3, 29), date(2026, 3, 30), "Europe/Berlin"), ZONES[0])
    assert [slot[2] for slot in autumn[:5]] == [0, 1, 2, 2, 3]
    assert [slot[2] for slot in spring[:4]] == [0, 1, 3, 4]


def test_half_an_hour_that_comes_twice_is_a_slot_of_its_own() -> None:
    edges = midnights(date(2008, 4, 6), date(2008, 4, 7), "Australia/Lord_Howe")
    lengths = [(stop - start, hour) for start, stop, hour, _day in hour_slots(edges, ZONES[3])]
    assert lengths[:4] == [(3600, 0), (3600, 1), (1800, 1), (3600, 2)]
    assert sum(length for length, _hour in lengths) == 24 * 3600 + 1800
