"""Time in words."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from tracker.calendar.format import clock, clock_range, clock_seconds, day, day_of
from tracker.calendar.words import (
    ago,
    around,
    day_name,
    heading,
    month_name,
    read_ago,
    read_day,
    read_hours,
    step,
)

NOW = datetime(2026, 11, 22, 9, 57, 17, tzinfo=UTC)
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (-3, "just now"),
        (-90, "1 minute ago"),
        (-2 * 3600, "2 hours ago"),
        (-3 * 86_400, "3 days ago"),
        (4 * 86_400, "in 4 days"),
        (45 * 86_400, "in 1 month"),
    ],
)
def test_how_long_ago(seconds: int, expected: str) -> None:
    assert ago(NOW + timedelta(seconds=seconds), now=NOW, zone="Europe/Berlin") == expected


def test_around_when() -> None:
    assert around(date(2026, 12, 4), today=TODAY) == "around 4 December"
    assert around(date(2027, 12, 4), today=TODAY) == "around 4 December 2027"
    assert heading(TODAY) == "Sun 22 Nov 2026 · W47"
    assert heading(date(2027, 1, 1)) == "Fri 1 Jan 2027 · W53"
    assert (day_name(TODAY), month_name(TODAY)) == ("Sunday", "November")


def test_stepping_clamps_to_the_month() -> None:
    assert step(date(2026, 1, 31), "month", 1) == date(2026, 2, 28)
    assert step(date(2026, 11, 30), "quarter", 1) == date(2027, 2, 28)
    assert step(date(2024, 2, 29), "year", 1) == date(2025, 2, 28)
    assert step(TODAY, "week", -1) == date(2026, 11, 15)
    assert type(step(TODAY, "day", 1)) is date
    with pytest.raises(ValueError, match="fortnight"):
        step(TODAY, "fortnight", 1)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("half an hour ago", 30),
        ("an hour ago", 60),
        ("two hours ago", 120),
        ("a couple of hours ago", 120),
        ("a quarter of an hour ago", 15),
        ("10 minutes ago", 10),
        ("twenty min ago", 20),
        ("long ago", None),
        ("ago", None),
        ("three days ago", None),
        ("10 hours", None),
        ("some two or three hours ago", None),
    ],
)
def test_a_distance_is_read(text: str, minutes: int | None) -> None:
    found = read_ago(tuple(text.split()), now=NOW)
    assert found == (None if minutes is None else NOW - timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 december", "2025-12-04"),
        ("december 4", "2025-12-04"),
        ("20 nov", "2026-11-20"),
        ("22 nov", "2026-11-22"),
        ("23 nov", "2025-11-23"),
        ("dec 4th 2024", "2024-12-04"),
        ("29 feb", "2024-02-29"),
        ("3 days ago", "2026-11-19"),
        ("two weeks ago", "2026-11-08"),
        ("a month ago", "2026-10-22"),
        ("31 nov", None),
        ("4 nope", None),
        ("nov dec", None),
        ("half a week ago", None),
        ("9999 years ago", None),
        ("4 december 20", None),
        ("ago", None),
        ("4", None),
    ],
)
def test_a_day_is_read(text: str, expected: str | None) -> None:
    found = read_day(tuple(text.split()), today=TODAY)
    assert (found and found.isoformat()) == expected


def test_hours_in_words_are_a_length() -> None:
    spoken = ("half an hour", "an hour", "two hours", "a quarter of an hour", "happy hour", "hour")
    found = [read_hours(tuple(text.split())) for text in spoken]
    assert found == [1800, 3600, 7200, 900, None, None]
    assert read_hours(("two", "days")) is None


def test_clocks_and_days_as_shown() -> None:
    assert clock(NOW, "Europe/Berlin") == "10:57"
    assert clock_seconds(NOW, UTC) == "09:57:17"
    assert clock_range(NOW, NOW + timedelta(hours=1), "UTC") == "09:57-10:57"
    assert clock_range(NOW, None, "UTC") == "09:57-"
    assert day(TODAY, TODAY) == "today"
    assert day(date(2026, 11, 21), TODAY) == "yesterday"
    assert day(date(2026, 11, 19), TODAY) == "Thu 19 Nov"
    assert day(date(2026, 11, 23), TODAY) == "Mon 23 Nov"
    assert day(date(2025, 11, 19), TODAY) == "Wed 19 Nov 2025"
    assert day_of(NOW - timedelta(hours=8), NOW, "UTC", 240) == "yesterday"


def test_no_module_of_the_calendar_loads_pendulum_before_it_is_used() -> None:
    code = (
        "import sys, tracker.calendar.words, tracker.calendar.ranges, tracker.calendar.format;"
        "print('pendulum' in sys.modules, 'zoneinfo' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "False"]
