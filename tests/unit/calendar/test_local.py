"""Local days where the clocks behave, and where they do not."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise

import pytest

from tracker.calendar.local import (
    day_range,
    first_instant,
    iso_week,
    local_day,
    midnights,
    month_start_of,
    months_later,
    quarter,
    quarter_start_of,
    resolve,
    week_start_of,
    year_start_of,
    zone,
)
from tracker.domain.errors import InvalidValue

HOURS = timedelta(hours=1)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_zone_is_found_by_name_and_passed_through() -> None:
    assert zone("UTC") is UTC
    assert zone(UTC) is UTC
    assert zone("Europe/Berlin") is zone("Europe/Berlin")


@pytest.mark.parametrize(
    "name", ["", "Mars/Olympus", "../../etc/passwd", "/etc", "America", "\0", "é"]
)
def test_an_unknown_zone_says_what_a_zone_is(name: str) -> None:
    with pytest.raises(InvalidValue, match="give a name such as Europe/Berlin"):
        zone(name)


@pytest.mark.parametrize(
    ("name", "day", "start", "hours"),
    [
        ("UTC", "2026-11-22", "2026-11-22 00:00", 24),
        ("Europe/Berlin", "2026-03-29", "2026-03-28 23:00", 23),
        ("Europe/Berlin", "2026-10-25", "2026-10-24 22:00", 25),
        ("America/Sao_Paulo", "2018-11-04", "2018-11-04 03:00", 23),
        ("Asia/Beirut", "2022-03-27", "2022-03-26 22:00", 23),
        ("Africa/Cairo", "2024-04-26", "2024-04-25 22:00", 23),
        ("America/Havana", "2023-11-05", "2023-11-05 04:00", 25),
        ("Australia/Lord_Howe", "2024-04-07", "2024-04-06 13:00", 24.5),
        ("Pacific/Apia", "2011-12-30", "2011-12-30 10:00", 0),
        ("Pacific/Apia", "2011-12-31", "2011-12-30 10:00", 24),
    ],
)
def test_a_day_is_as_long_as_it_is(name: str, day: str, start: str, hours: float) -> None:
    begins, ends = day_range(date.fromisoformat(day), name)
    assert begins == utc(start)
    assert (ends - begins) / HOURS == hours


def test_a_midnight_that_does_not_exist_is_the_first_instant_of_the_day() -> None:
    start, _ = day_range(date(2018, 11, 4), "America/Sao_Paulo")
    assert start.astimezone(zone("America/Sao_Paulo")).strftime("%d %H:%M") == "04 01:00"
    before = start - timedelta(seconds=1)
    assert local_day(before, "America/Sao_Paulo") == date(2018, 11, 3)
    assert local_day(start, "America/Sao_Paulo") == date(2018, 11, 4)


def test_a_gap_over_the_start_of_the_day_begins_the_day_where_it_ends() -> None:
    start = first_instant(date(2026, 3, 29), "Europe/Berlin", 150)
    assert start == utc("2026-03-29 01:00")
    assert local_day(start, "Europe/Berlin", 150) == date(2026, 3, 29)
    assert local_day(start - timedelta(seconds=1), "Europe/Berlin", 150) == date(2026, 3, 28)


def test_clocks_put_back_over_midnight_do_not_bring_yesterday_back() -> None:
    # St John's, 2010: at 00:01 clocks went back to 23:01.
    second = utc("2010-11-07 02:45")
    assert second.astimezone(zone("America/St_Johns")).strftime("%d %H:%M") == "06 23:15"
    assert local_day(second, "America/St_Johns") == date(2010, 11, 7)


def test_a_day_may_start_at_four() -> None:
    assert local_day(utc("2026-11-22 03:59"), "UTC", 240) == date(2026, 11, 21)
    assert local_day(utc("2026-11-22 04:00"), "UTC", 240) == date(2026, 11, 22)
    assert day_range(date(2026, 11, 22), "UTC", 240)[0] == utc("2026-11-22 04:00")


def test_a_range_may_have_many_days() -> None:
    start, stop = day_range(date(2026, 11, 16), "Europe/Berlin", days=7)
    assert (stop - start).days == 7


def test_midnights_close_the_range() -> None:
    found = midnights(date(2026, 10, 24), date(2026, 10, 27), "Europe/Berlin")
    assert [later - earlier for earlier, later in pairwise(found)] == [
        86_400,
        90_000,
        86_400,
    ]
    assert found[0] == int(utc("2026-10-23 22:00").timestamp())
    assert midnights(date(2026, 10, 24), date(2026, 10, 24), "UTC") == [1_792_800_000]


@pytest.mark.parametrize(
    ("day", "at", "expected", "note"),
    [
        ("2026-11-22", 555, "2026-11-22 08:15", ""),
        ("2026-11-22", time(9, 15, 30), "2026-11-22 08:15:30", ""),
        ("2026-11-22", 1440, "2026-11-22 23:00", ""),
        (
            "2026-10-25",
            150,
            "2026-10-25 00:30",
            "02:30 comes twice on 2026-10-25: the first is meant.",
        ),
        ("2026-03-29", 150, "2026-03-29 01:30", "Clocks skip 02:30 on 2026-03-29: 03:30 is meant."),
    ],
)
def test_a_wall_clock_time_is_an_instant(
    day: str, at: int | time, expected: str, note: str
) -> None:
    found = resolve(date.fromisoformat(day), at, "Europe/Berlin")
    assert (found.instant, found.note) == (utc(expected), note)


def test_the_second_of_two_can_be_asked_for() -> None:
    found = resolve(date(2026, 10, 25), 150, "Europe/Berlin", second=True)
    assert found.instant == utc("2026-10-25 01:30")
    assert "second" in found.note


def test_any_tzinfo_will_do() -> None:
    east = timezone(timedelta(hours=5, minutes=45))
    assert first_instant(date(2026, 11, 22), east) == utc("2026-11-21 18:15")


def test_weeks_months_quarters_and_years() -> None:
    sunday = date(2026, 11, 22)
    assert week_start_of(sunday) == date(2026, 11, 16)
    assert week_start_of(sunday, 6) == sunday
    assert week_start_of(sunday, 5) == date(2026, 11, 21)
    assert month_start_of(sunday) == date(2026, 11, 1)
    assert quarter_start_of(sunday) == date(2026, 10, 1)
    assert year_start_of(sunday) == date(2026, 1, 1)
    assert [quarter(date(2026, month, 1)) for month in range(1, 13)] == sorted([1, 2, 3, 4] * 3)
    assert months_later(sunday, 2) == date(2027, 1, 1)
    assert months_later(sunday, -11) == date(2025, 12, 1)
    assert iso_week(date(2027, 1, 1)) == (2026, 53)


@pytest.mark.parametrize(
    ("zone", "year"),
    [
        ("Africa/Freetown", 1939),
        ("America/Cambridge_Bay", 2000),
        ("Asia/Gaza", 2040),
        ("Australia/Lord_Howe", 2026),
        ("Pacific/Apia", 2011),
        ("Europe/Berlin", 2026),
    ],
)
@pytest.mark.parametrize("day_start", [0, 150, 240])
def test_every_day_of_a_year_begins_at_its_first_instant(
    zone: str, year: int, day_start: int
) -> None:
    first = date(year, 1, 1)
    found = midnights(first, date(year, 12, 31), zone, day_start)

    assert found == [
        int(first_instant(first + timedelta(days=n), zone, day_start).timestamp())
        for n in range(len(found))
    ]
    assert len(found) == (date(year, 12, 31) - first).days + 1
